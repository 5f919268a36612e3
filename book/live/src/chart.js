// Charts: Vega-Lite specifications drawn as SVG in the page's own colours, without eval.

import embed from 'vega-embed';
import { expressionInterpreter } from 'vega-interpreter';

const drawn = new Set();

/** The page's colours as a Vega configuration; read anew at each drawing. */
function theme(width) {
  const style = getComputedStyle(document.body);
  const colour = (name, fallback) => style.getPropertyValue(name).trim() || fallback;
  const text = colour('--chart-text', '#222');
  const quiet = colour('--chart-grid', '#ddd');
  const font = style.fontFamily;
  return {
    background: 'transparent',
    font,
    axis: {
      labelColor: text, titleColor: text, gridColor: quiet, domainColor: quiet, tickColor: quiet,
      labelFontSize: 12, titleFontSize: 12, titleFontWeight: 'normal',
    },
    // On a phone the names of rows may take a third of the width, not more.
    axisY: { labelLimit: Math.max(100, Math.min(220, width * 0.34)), titleLimit: width },
    axisX: { titleLimit: width * 0.8, labelLimit: 130 },
    legend: { labelColor: text, titleColor: text, labelFontSize: 12, titleFontSize: 12, titleFontWeight: 'normal' },
    title: { color: text, fontSize: 14, anchor: 'start', fontWeight: 600 },
    header: { labelColor: text, titleColor: text },
    text: { color: text },
    rule: { color: text },  // Vega's own default is black, whatever the mark's colour
    mark: { color: colour('--chart-1', '#0b6e8a') },
    range: { category: ['--chart-1', '--chart-2', '--chart-3', '--chart-4'].map((name) => colour(name, '#666')) },
    view: { stroke: null },
  };
}

/** Draw one specification into an element, and again when the page changes its theme. */
export async function drawChart(element, specification) {
  const one = { element, specification };
  drawn.add(one);
  await redraw(one);
}

async function redraw(one) {
  one.view?.finalize();
  const specification = { autosize: { type: 'fit-x', contains: 'padding' }, ...one.specification };
  const result = await embed(one.element, specification, {
    actions: false,
    ast: true,
    expr: expressionInterpreter,
    renderer: 'svg',
    tooltip: { theme: 'custom' },
    config: theme(one.element.clientWidth || 640),
    mode: 'vega-lite',
  });
  one.view = result.view;
  const drawing = one.element.querySelector('svg');
  // One image with one description, and a table beside it: not a hundred symbols.
  // The frame is the drawing's alone; a filter beside it stays a filter.
  const frame = document.createElement('div');
  frame.setAttribute('role', 'img');
  frame.setAttribute('aria-label', specification.description ?? '');
  drawing.replaceWith(frame);
  frame.append(drawing);
  drawing.setAttribute('aria-hidden', 'true');
  for (const name of ['role', 'aria-label', 'aria-roledescription']) one.element.removeAttribute(name);
}

new MutationObserver(() => {
  for (const one of drawn) {
    if (one.element.isConnected) redraw(one);
    else drawn.delete(one);
  }
}).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
