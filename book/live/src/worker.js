// The worker: starts Python from files of this site, then passes messages to and fro.

import { loadPyodide } from 'pyodide';

let python; // the Pyodide interface
let bridge; // the Python module live_bridge
let parent = null; // id of the message being handled, for the echo protocol of ipywidgets

self.onmessage = ({ data }) => {
  if (data.type === 'boot') return boot(data).catch(report);
  try {
    if (data.type === 'run') {
      bridge.run(data.cell, data.code);
      postMessage({ type: 'done', cell: data.cell });
    } else if (data.type === 'comm') {
      parent = data.id;
      bridge.receive(data.comm_id, JSON.stringify(data.data), data.buffers || []);
      parent = null;
      postMessage({ type: 'idle', id: data.id });
      bridge.tidy();
    }
  } catch (error) {
    report(error);
  }
};

self.addEventListener('unhandledrejection', ({ reason }) => report(reason));

function report(error) {
  postMessage({
    type: 'failed',
    name: error?.name ?? '',
    error: String(error?.stack || error),
    kind: error?.kind ?? '',
    file: error?.file ?? '',
  });
}

class FileError extends Error {
  constructor(kind, file, message) {
    super(message);
    this.kind = kind;
    this.file = file;
  }
}

async function boot({ config, dossier }) {
  const url = (name) => new URL(`${name}?${config.query}`, config.base);
  const total = config.files.reduce((sum, file) => sum + file.bytes, 0);
  let loaded = 0;
  let told = 0;
  const tell = (what, share) => postMessage({ type: 'progress', what, share });
  const count = (bytes) => {
    loaded += bytes;
    if (loaded - told > total / 50) tell('loading', Math.min(0.9, (told = loaded) / total));
  };

  // Every file is fetched at once and counted as it arrives; Pyodide's own fetches get these answers.
  tell('loading', 0);
  const network = self.fetch.bind(self);
  const arriving = new Map(
    config.files.map((file) => [url(file.name).pathname, get(url(file.name), file, network, count)])
  );
  for (const promise of arriving.values()) promise.catch(report);
  self.fetch = (input, init) => {
    const path = new URL(input?.url ?? input, self.location).pathname;
    const promise = arriving.get(path) ?? network(input, init);
    arriving.delete(path); // a body can be read once
    return promise;
  };
  // Pyodide only warns when the machine code will not compile, and then waits for ever.
  const instantiate = WebAssembly.instantiateStreaming.bind(WebAssembly);
  WebAssembly.instantiateStreaming = (...args) =>
    instantiate(...args).catch((error) => {
      report(error);
      throw error;
    });

  const packs = config.files.filter(({ name }) => name.endsWith('.pack') && name !== 'stdlib.pack');
  const archives = Promise.all(
    packs.map(({ name }) => self.fetch(url(name)).then((response) => response.arrayBuffer()))
  );
  archives.catch(() => {}); // already reported
  const { default: createPyodideModule } = await import(url('pyodide.asm.mjs').href).catch((error) => {
    throw new FileError('missing', 'pyodide.asm.mjs', String(error));
  });
  python = await loadPyodide({
    indexURL: config.base,
    packageBaseUrl: config.base, // there are no packages to fetch, and no other host to fetch them from
    lockFileContents: { info: config.pyodide, packages: {} },
    stdLibURL: url('stdlib.pack').href,
    createPyodideModule,
    env: { SELLING_IT_DOSSIER: '/dossier.json', SELLING_IT_DOSSIER_IS_A_COPY: '1', HOME: '/' },
  });
  tell('starting', 0.95);
  for (const archive of await archives) python.unpackArchive(archive, 'zip', { extractDir: '/site' });
  if (dossier) python.FS.writeFile('/dossier.json', dossier);
  python.registerJsModule('live_page', {
    post: (text, buffers) =>
      postMessage({ type: 'python', message: JSON.parse(text), buffers: buffers?.toJs?.() ?? [], parent }),
  });
  python.runPython("import sys; sys.path.insert(0, '/site')");
  bridge = python.pyimport('live_bridge');
  postMessage({ type: 'ready' });
}

async function get(href, file, network, count) {
  let response;
  try {
    response = await network(href);
  } catch (error) {
    throw new FileError('missing', file.name, String(error));
  }
  if (!response.ok) throw new FileError('missing', file.name, `HTTP status ${response.status}`);
  if (file.name.endsWith('.pack')) return unpacked(await response.arrayBuffer(), file, count);
  // A host that does not know .wasm sends it as plain data, which browsers will not compile while it arrives.
  if (file.name.endsWith('.wasm') && response.headers.get('Content-Type') !== 'application/wasm') {
    response = new Response(response.body, { headers: { 'Content-Type': 'application/wasm' } });
  }
  // The copy is read only to count bytes; the original keeps the browser's own compile cache.
  const copy = response.clone();
  const finished = (async () => {
    let bytes = 0;
    const reader = copy.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.length;
      count(value.length);
    }
    whole(bytes, file);
  })();
  finished.catch(report);
  return response;
}

/** An archive that was compressed as a whole, as the answer that Pyodide expects. */
function unpacked(packed, file, count) {
  count(packed.byteLength);
  whole(packed.byteLength, file);
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')));
}

function whole(bytes, file) {
  if (bytes !== file.bytes) throw new FileError('damaged', file.name, `${bytes} bytes arrived, expected ${file.bytes}`);
}
