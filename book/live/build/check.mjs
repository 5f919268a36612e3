// Starts the packed Python as a page would and uses every exercise; fails when a module is missing.
//
//   node build/check.mjs [STDLIB_ZIP [ARCHIVE]]
//
// Runs in Node on the built files: the small standard library, the packed exercises.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startPyodide } from './python.mjs';

const live = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const built = path.join(live, 'dist');
const stdlib = path.resolve(process.argv[2] ?? path.join(built, 'stdlib.zip'));

try {
  const python = await startPyodide(path.join(live, 'node_modules', 'pyodide'), {}, {
    stdLibURL: process.platform === 'win32' ? pathToFileURL(stdlib).href : stdlib,
    env: { SELLING_IT_DOSSIER: '/dossier.json', HOME: '/' },
  });
  const archives = fs.readdirSync(built).filter((name) => /^(x-.*|everything)\.zip$/.test(name) && (!process.argv[3] || name === process.argv[3]));
  const unpack = (name, place) =>
    python.unpackArchive(new Uint8Array(fs.readFileSync(path.join(built, name))), 'zip', { extractDir: place });
  const messages = [];
  python.registerJsModule('live_page', { post: (text) => messages.push(JSON.parse(text)) });
  // Each exercise with its own archive only, as a page that shows nothing else would have it.
  const use = python.runPython(fs.readFileSync(path.join(live, 'build', 'use_everything.py'), 'utf8'));
  const said = [];
  for (const name of archives) {
    const place = `/run/${name.slice(0, -4)}`;
    unpack('base.zip', place);
    unpack(name, place);
    said.push(use(place, name.slice(0, -4)));
  }
  const errors = messages.filter((message) => message.type === 'error');
  for (const error of errors) console.error(error.details);
  if (errors.length) process.exit(1);
  console.log(said.join('\n'));
  process.exit(0);
} catch (error) {
  console.error(String(error.message ?? error));
  process.exit(1);
}
