// Entry of every page with a chart: draws the specifications that the build left in the page.

import { drawChart } from './chart.js';

for (const figure of document.querySelectorAll('figure.chart')) {
  const specification = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
  drawChart(figure.querySelector('.chart-drawing'), specification).catch((error) => {
    figure.querySelector('.chart-drawing').textContent = 'The chart could not be drawn; its data stand in the table below.';
    console.error(error);
  });
}
