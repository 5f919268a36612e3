// Comms between widget models in the page and Python. While Python is not there or busy, they record.

import { uuid } from '@jupyter-widgets/base';

/** What was done while Python was not there yet, or busy: one list for all widgets, in true order. */
export class Recorder {
  constructor() {
    this.entries = [];
  }

  add(comm, data, buffers, id) {
    const last = this.entries.at(-1);
    // Keystroke after keystroke in one field is one update: only the last value matters.
    if (
      last?.comm === comm &&
      data.method === 'update' &&
      last.data.method === 'update' &&
      same(Object.keys(last.data.state), Object.keys(data.state))
    ) {
      Object.assign(last, { data, buffers, id });
    } else {
      this.entries.push({ comm, data, buffers, id });
    }
  }

  /** Attributes of this comm's model that the reader has changed. */
  touched(comm) {
    const names = this.entries
      .filter((entry) => entry.comm === comm && entry.data.method === 'update')
      .flatMap((entry) => Object.keys(entry.data.state));
    return new Set(names);
  }

  /** Hand over everything, oldest first, and forget it. */
  replay(send) {
    const entries = this.entries;
    this.entries = [];
    entries.forEach(send);
  }
}

export class Comm {
  /**
   * @param {string} id       the model's id in the page
   * @param {object} channel  {recorder, live, busy(), send(kernelId, data, buffers, id), clicked(comm)}
   * @param {string} kernelId the id Python knows it by, or null while there is none
   */
  constructor(id, channel, kernelId = null) {
    this.comm_id = id;
    this.target_name = 'jupyter.widget';
    this.channel = channel;
    this.kernelId = kernelId;
  }

  send(data, callbacks, metadata, buffers) {
    const id = uuid();
    const live = this.channel.live && this.kernelId;
    if (live && !this.channel.busy()) {
      this.channel.send(this.kernelId, data, buffers, id);
    } else {
      this.channel.recorder.add(this, data, buffers, id);
      if (!live && data.method === 'custom') this.channel.clicked(this);
    }
    // A model that waits for Python holds back its changes, and a click on another one would overtake them:
    // Python would answer what stood there a moment ago. The order is kept here, over all models; the model is
    // told before the browser takes the next event, since a timer may come after a quick key and a click.
    queueMicrotask(() => idle(callbacks));
    return id;
  }

  open() {
    return '';
  }

  close() {
    return '';
  }

  on_msg(handler) {
    this.onMessage = handler;
  }

  on_close(handler) {
    this.onClose = handler;
  }
}

/** Tell a model that its message has been handled, so that it may send the next. */
function idle(callbacks) {
  callbacks?.iopub?.status?.({ content: { execution_state: 'idle' } });
}

function same(a, b) {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}
