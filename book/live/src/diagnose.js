// Why Python did not start, in one sentence that a reader can use.

export const diagnose = {
  /** A reason that can be seen before anything is loaded, or null. */
  page() {
    if (typeof WebAssembly === 'undefined') {
      return 'This browser has WebAssembly switched off, which the feedback needs.';
    }
    if (typeof Worker === 'undefined') return 'This browser does not allow background scripts, which the feedback needs.';
    return null;
  },

  worker() {
    return 'A file of the feedback could not be loaded. The network or a filter may have blocked it.';
  },

  stuck() {
    return 'The feedback did not finish loading. The connection may be slow or interrupted.';
  },

  /** The reason behind an error that the worker reported: {name, error, file, kind}. */
  error({ kind = '', file = '', name = '', error = '' }) {
    const text = `${name} ${error}`;
    if (kind === 'missing') return `The file ${file} could not be loaded. The network or a filter may have blocked it.`;
    if (kind === 'damaged') return `The file ${file} arrived damaged.`;
    if (/out of memory|memory access out of bounds|Cannot enlarge memory|could not allocate memory|RangeError/i.test(text)) {
      return 'This device ran out of memory while the feedback was starting. Closing other tabs may help.';
    }
    if (/CompileError|LinkError|BadZipFile|zlib|bad magic|ZipImportError|not a zip file/i.test(text)) {
      return 'A file of the feedback arrived damaged.';
    }
    if (/WebAssembly/i.test(text)) return 'This browser does not let WebAssembly run, which the feedback needs.';
    return 'The feedback could not start on this device.';
  },
};
