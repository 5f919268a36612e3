// Outputs that are not widgets: text, HTML and charts, in an Output widget or under the exercise.

import { DOMWidgetView } from '@jupyter-widgets/base';
import { OutputModel } from '@jupyter-widgets/output';

const CHART = /^application\/vnd\.vegalite\.v\d+(\+json|\.json)$/;

/** Draw a list of outputs into an element, in place of what was there. */
export async function draw(outputs, element) {
  const parts = outputs.map(one).filter(Boolean);
  element.replaceChildren(...parts.map((part) => part.element));
  // A chart needs its place in the page: width and colours come from there.
  await Promise.all(parts.map((part) => part.finish?.()));
}

function one(output) {
  if (output.output_type === 'stream') return { element: text(output.text) };
  const data = output.data ?? {};
  const chart = Object.keys(data).find((type) => CHART.test(type));
  const element = document.createElement('div');
  if (chart) {
    element.className = 'chart-drawing';
    return { element, finish: async () => (await import('./chart.js')).drawChart(element, data[chart]) };
  }
  if (data['text/html'] !== undefined) {
    // Written by an exercise of this book, which escapes what a learner typed (exercises/html.py).
    element.innerHTML = data['text/html'];
    return { element };
  }
  return data['text/plain'] === undefined ? null : { element: text(data['text/plain']) };
}

function text(value) {
  const pre = document.createElement('pre');
  pre.textContent = Array.isArray(value) ? value.join('') : value;
  return pre;
}

class OutputView extends DOMWidgetView {
  render() {
    super.render();
    this.listenTo(this.model, 'change:outputs', () => this.draw());
    return this.draw();
  }

  async draw() {
    await draw(this.model.get('outputs'), this.el);
  }
}

class PageOutputModel extends OutputModel {
  defaults() {
    return { ...super.defaults(), msg_id: '', outputs: [] };
  }
}

export const output = { OutputModel: PageOutputModel, OutputView };
