// Entry of every page with an exercise. Small on purpose: it starts Python first, then the widgets.

import { Kernel } from './kernel.js';
import { dossier } from './dossier.js';
import { dossierTools } from './tools.js';

const config = JSON.parse(document.getElementById('live-config').textContent);
config.base = new URL(config.base, document.baseURI).href;
config.ledger = new URL(config.ledger, document.baseURI).href;

let attempts = 0;

function start() {
  // A second try asks for the files anew: the answer that failed may be in the cache.
  const query = attempts ? `v=${config.version}&again=${Date.now()}` : `v=${config.version}`;
  attempts += 1;
  const kernel = new Kernel({ ...config, query });
  queueMicrotask(() => kernel.start(dossier.text()));
  return kernel;
}

const kernel = start();
import('./page.js').then(({ Page }) => new Page(config, kernel, start).show());
for (const place of document.querySelectorAll('.dossier-tools')) dossierTools(place);
