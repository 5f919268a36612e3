// Builds the browser runtime into dist/live/: scripts, styles, Python and the manifest.
//
//   node build/build.mjs SITE_PACKAGES
//
// SITE_PACKAGES is the folder of the environment that holds ipywidgets, traitlets and comm.
// Three parts: esbuild bundles the scripts; python.mjs packs the exercises and the part of
// the standard library they need; the manifest tells the pages what there is.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { licences } from './licences.mjs';
import { packPython } from './python.mjs';

const here = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const out = path.join(here, 'dist', 'live');
const [sitePackages] = process.argv.slice(2);
if (!sitePackages) {
  console.error('Say where ipywidgets is installed: node build/build.mjs SITE_PACKAGES');
  process.exit(2);
}

fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(out, { recursive: true });

const common = {
  bundle: true,
  minify: true,
  format: 'esm',
  outdir: out,
  target: 'es2022',
  legalComments: 'none', // licences.txt holds them whole
  metafile: true,
  logLevel: 'warning',
  absWorkingDir: here,
};
// Icon fonts and images of the control styles are not used by any exercise.
const unused = { '.svg': 'empty', '.woff': 'empty', '.woff2': 'empty', '.ttf': 'empty', '.eot': 'empty' };

const scripts = await build({
  ...common,
  entryPoints: ['src/live.js', 'src/charts.js', 'src/quiz.js', 'src/cases.js', 'src/playbook.js', 'src/navigation.js'],
  splitting: true,
  chunkNames: 'part-[name]-[hash]',
});
const worker = await build({ ...common, entryPoints: ['src/worker.js'], external: ['node:*'] });
await build({ ...common, entryPoints: ['css/live.css'], loader: unused });

const pyodide = path.join(here, 'node_modules', 'pyodide');
for (const name of ['pyodide.asm.mjs', 'pyodide.asm.wasm']) fs.copyFileSync(path.join(pyodide, name), path.join(out, name));
// The typeface of the prose, from its package; book/assets/reading.css names it.
const serif = path.join(here, 'node_modules', '@fontsource', 'source-serif-4', 'files');
for (const cut of ['400-normal', '400-italic', '600-normal']) {
  const name = `source-serif-4-latin-${cut}.woff2`;
  fs.copyFileSync(path.join(serif, name), path.join(out, name));
}
const packed = path.join(here, 'dist');
for (const name of fs.readdirSync(packed)) if (name.endsWith('.zip')) fs.rmSync(path.join(packed, name));
await packPython({ pyodide, sitePackages, project: path.resolve(here, '..', '..'), bridge: path.join(here, 'python'), out: packed });
// Compressed as a whole, an archive is a tenth smaller than file by file, and Python reads what is stored plainly faster.
const archives = fs.readdirSync(packed).filter((name) => name.endsWith('.zip')).map((name) => name.slice(0, -4)).sort();
for (const name of archives) {
  fs.writeFileSync(path.join(out, `${name}.pack`), gzipSync(fs.readFileSync(path.join(packed, `${name}.zip`)), { level: 9 }));
}

const inputs = [scripts, worker].flatMap(({ metafile }) => Object.keys(metafile.inputs));
inputs.push('node_modules/@fontsource/source-serif-4/files');
const notice = licences({ live: here, sitePackages, inputs, libraries: ['ipywidgets', 'traitlets', 'comm'] });
fs.writeFileSync(path.join(out, 'licences.txt'), notice);

const sized = (name) => ({ name, bytes: fs.statSync(path.join(out, name)).size });
const hash = createHash('sha256');
const names = fs.readdirSync(out).sort();
for (const name of names) hash.update(name).update(fs.readFileSync(path.join(out, name)));
const manifest = {
  version: hash.digest('hex').slice(0, 10),
  pyodide: JSON.parse(fs.readFileSync(path.join(pyodide, 'pyodide-lock.json'), 'utf8')).info,
  // What the worker fetches itself and counts while it arrives: on every page, and for one exercise.
  files: ['pyodide.asm.wasm', 'stdlib.pack', 'base.pack'].map(sized),
  packs: Object.fromEntries(archives.filter((name) => /^(x-.*|everything)$/.test(name)).map((name) => [name, sized(`${name}.pack`)])),
  preload: names.filter((name) => /^part-page-.*\.js$/.test(name)),
};
fs.writeFileSync(path.join(here, 'dist', 'manifest.json'), JSON.stringify(manifest, null, 1) + '\n');
console.log(`runtime ${manifest.version}: ${names.length} files in dist/live`);
process.exit(0); // Pyodide keeps Node alive
