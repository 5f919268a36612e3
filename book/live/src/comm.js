// Comms between widget models in the page and Python. A comm that has no Python yet records.

import { uuid } from '@jupyter-widgets/base';

/** What was done before Python was there: one list for all widgets, in true order. */
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
   * @param {object} channel  {recorder, send(kernelId, data, buffers, callbacks, id), clicked(comm)}
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
    if (this.channel.live && this.kernelId) {
      this.channel.send(this.kernelId, data, buffers, callbacks, id);
    } else {
      this.channel.recorder.add(this, data, buffers, id);
      if (data.method === 'custom') this.channel.clicked(this);
      setTimeout(() => idle(callbacks), 0);
    }
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
export function idle(callbacks) {
  callbacks?.iopub?.status?.({ content: { execution_state: 'idle' } });
}

function same(a, b) {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}
