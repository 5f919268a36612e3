// Talks to the worker in which Python runs. Knows messages, not widgets.

import { diagnose } from './diagnose.js';

// No message from the worker for this long means that the start is stuck.
const PATIENCE_MS = 90_000;

/**
 * One Python in one worker. Events (given to `on`):
 *   progress {share, what}     while it starts
 *   ready                      it can run cells
 *   python {message, buffers}  something Python sent: comm traffic, an output, an error
 *   done {cell}                a cell has been run
 *   idle {id}                  a message has been handled
 *   failed {reason, details}   it will not start; a new Kernel may be tried
 */
export class Kernel {
  constructor(config) {
    this.config = config;
    this.handlers = {};
    this.unheard = []; // the page's scripts may still be loading
    this.state = 'starting';
  }

  on(event, handler) {
    this.handlers[event] = handler;
    const early = this.unheard.filter(([name]) => name === event);
    this.unheard = this.unheard.filter(([name]) => name !== event);
    for (const [, detail] of early) handler(detail);
  }

  emit(event, detail) {
    if (this.handlers[event]) this.handlers[event](detail);
    else this.unheard.push([event, detail]);
  }

  start(dossier) {
    const blocked = diagnose.page();
    if (blocked) {
      this.fail(blocked, '');
      return;
    }
    try {
      const url = new URL(`worker.js?${this.config.query}`, this.config.base);
      this.worker = new Worker(url, { type: 'module' });
    } catch (error) {
      this.fail(diagnose.error(error), String(error));
      return;
    }
    this.worker.onmessage = ({ data }) => this.receive(data);
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.fail(diagnose.worker(), event.message || 'the worker script could not be loaded');
    };
    this.post({ type: 'boot', config: this.config, dossier });
    this.watch();
  }

  watch() {
    clearTimeout(this.watchdog);
    if (this.state !== 'starting') return;
    this.watchdog = setTimeout(() => this.fail(diagnose.stuck(), 'no progress'), PATIENCE_MS);
  }

  receive(data) {
    this.watch();
    if (data.type === 'ready') this.state = 'ready';
    if (data.type === 'failed') this.fail(diagnose.error(data), data.error);
    else this.emit(data.type, data);
  }

  post(message) {
    this.worker.postMessage(message);
  }

  fail(reason, details) {
    if (this.state === 'failed') return;
    this.state = 'failed';
    clearTimeout(this.watchdog);
    this.worker?.terminate();
    this.emit('failed', { reason, details });
  }
}
