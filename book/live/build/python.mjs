// Packs what Python needs in the page, with the same Pyodide that will read it (its byte code must fit).

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Start Pyodide in Node with folders of this machine mounted: {'/place': 'folder'}. */
export async function startPyodide(pyodide, mounts, options = {}) {
  const { loadPyodide } = await import(path.join(pyodide, 'pyodide.mjs'));
  const python = await loadPyodide({ indexURL: `${pyodide}/`, ...options });
  for (const [place, folder] of Object.entries(mounts)) {
    python.FS.mkdirTree(place);
    python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, place);
  }
  return python;
}

/** Write the archives (see pack.py) into `out`. */
export async function packPython({ pyodide, sitePackages, project, bridge, out }) {
  const python = await startPyodide(pyodide, {
    '/site-packages': sitePackages,
    '/project': project,
    '/bridge': bridge,
    '/out': out,
  });
  python.runPython(fs.readFileSync(path.join(here, 'pack.py'), 'utf8'));
}
