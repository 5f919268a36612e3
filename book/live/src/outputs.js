// Outputs that are not widgets: text, HTML and charts, in an Output widget or under the exercise.

import { DOMWidgetView } from '@jupyter-widgets/base';
import { OutputModel } from '@jupyter-widgets/output';

const CHART = /^application\/vnd\.vegalite\.v\d+(\+json|\.json)$/;

/** Draw a list of outputs into an element, in place of what was there. */
export async function draw(outputs, element) {
  const drawn = await Promise.all(outputs.map(one));
  element.replaceChildren(...drawn.filter(Boolean));
}

async function one(output) {
  if (output.output_type === 'stream') return text(output.text);
  const data = output.data ?? {};
  const chart = Object.keys(data).find((type) => CHART.test(type));
  if (chart) {
    const { drawChart } = await import('./chart.js');
    const frame = document.createElement('div');
    frame.className = 'chart-drawing';
    await drawChart(frame, data[chart]);
    return frame;
  }
  if (data['text/html'] !== undefined) {
    // Written by an exercise of this book, which escapes what a learner typed (html.py).
    const div = document.createElement('div');
    div.innerHTML = data['text/html'];
    return div;
  }
  return data['text/plain'] === undefined ? null : text(data['text/plain']);
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
    const outputs = this.model.get('outputs');
    const frame = document.createElement('div');
    await draw(outputs, frame);
    // A later change may have been drawn first; it wins.
    if (outputs === this.model.get('outputs')) this.el.replaceChildren(frame);
  }
}

class PageOutputModel extends OutputModel {
  defaults() {
    return { ...super.defaults(), msg_id: '', outputs: [] };
  }
}

export const output = { OutputModel: PageOutputModel, OutputView };
