// The exercises of one page: shown at once from their stored state, then connected to Python.

import { Answer, answerName } from './answers.js';
import { Comm, Recorder } from './comm.js';
import { decorate } from './decorate.js';
import { dossier } from './dossier.js';
import { hydrate, open } from './hydrate.js';
import { Manager } from './manager.js';
import { draw } from './outputs.js';
import { Status, showError } from './status.js';
import { fillWorksheets } from './worksheet.js';

const STATE = 'application/vnd.jupyter.widget-state+json';
const WHOLE = 'dossier--whole';
const VIEW = 'application/vnd.jupyter.widget-view+json';

export class Page {
  /**
   * @param {object} config   what the build says: files, version, where things are
   * @param {Kernel} kernel   a Python that is starting
   * @param {function} start  starts another one
   */
  constructor(config, kernel, start) {
    this.config = config;
    this.start = start;
    this.manager = new Manager();
    this.states = {};
    this.answers = new Map();
    this.handling = new Set(); // ids of the messages Python works on
    this.shown = new Promise((resolve) => (this.markShown = resolve));
    this.channel = {
      live: false,
      recorder: new Recorder(),
      comms: new Map(), // Python's id -> comm
      busy: () => this.handling.size > 0,
      send: (kernelId, data, buffers, id) => {
        this.handling.add(id);
        this.kernel.post({ type: 'comm', comm_id: kernelId, data, buffers, id });
      },
      clicked: (comm) => this.exerciseOf(comm)?.status.clicked(),
    };
    this.connect(kernel);
  }

  connect(kernel) {
    this.kernel = kernel;
    this.queue = this.shown; // nothing from Python is shown before the static widgets
    this.running = -1; // the cell that runs, or -1
    this.opened = new Map(); // widgets that the running cell has opened
    this.outputs = []; // its other outputs
    kernel.on('progress', (event) => this.each((exercise) => exercise.status.progress(event)));
    kernel.on('ready', () => this.then(() => this.runNext()));
    kernel.on('python', (event) => this.then(() => this.fromPython(event)));
    kernel.on('done', () => this.then(() => this.runNext()));
    kernel.on('idle', ({ id }) => this.then(() => this.handled(id)));
    kernel.on('failed', (event) => this.shown.then(() => this.failed(event)));
  }

  /** Do things one after the other, in the order in which Python said them. */
  then(action) {
    this.queue = this.queue.then(action).catch((error) => console.error(error));
  }

  each(action) {
    this.shown.then(() => this.exercises.forEach(action));
  }

  /** Show every exercise of the page from its stored state, with the reader's own answers in it. */
  async show() {
    for (const script of document.querySelectorAll(`script[type="${STATE}"]`)) {
      Object.assign(this.states, JSON.parse(script.textContent).state);
    }
    await Promise.all(
      Object.entries(this.states).map(([id, { model_name, model_module, model_module_version, state }]) =>
        this.manager.new_model(
          { model_name, model_module, model_module_version, model_id: id, comm: new Comm(id, this.channel) },
          state
        )
      )
    );
    this.exercises = await Promise.all([...document.querySelectorAll('.live')].map((place) => this.place(place)));
    for (const id of Object.keys(this.states)) this.watchAnswer(await this.manager.get_model(id));
    await Promise.all(this.exercises.map((exercise) => this.display(exercise)));
    dossier.onElsewhere(() => this.refill());
    window.addEventListener('beforeprint', () => fillWorksheets(this.exercises, (name) => dossier.answers(name)));
    document.documentElement.classList.add('live-shown');
    performance.mark('live-shown');
    this.markShown();
  }

  async place(element) {
    const view = element.querySelector(`script[type="${VIEW}"]`);
    const status = new Status(element.querySelector('.live-status'));
    return {
      element,
      id: element.dataset.exercise,
      code: JSON.parse(element.querySelector('.live-code').textContent),
      choices: JSON.parse(element.dataset.choices),
      root: view ? JSON.parse(view.textContent).model_id : null,
      view: element.querySelector('.live-view'),
      outputs: element.querySelector('.live-outputs'),
      errors: element.querySelector('.live-errors'),
      status,
    };
  }

  async display(exercise) {
    decorate(exercise.element, this.config.ledger);
    if (exercise.root) await this.replaceView(exercise, await this.manager.get_model(exercise.root));
  }

  /** Show a model in an exercise, unless it is the one that is shown. */
  async replaceView(exercise, model) {
    if (exercise.model === model) return;
    const before = [...exercise.view.children];
    exercise.model = model;
    await this.manager.display(model, exercise.view);
    before.forEach((old) => old.remove());
  }

  /** Keep the answer in this model in the dossier, and fill in what the dossier has. */
  watchAnswer(model) {
    if (model.get('_dom_classes')?.includes(WHOLE)) this.watchWhole(model);
    const name = answerName(model.get('_dom_classes'));
    if (!name || this.answers.get(name)?.model === model) return;
    const choices = Object.fromEntries(this.exercises.map((exercise) => [exercise.id, exercise.choices]));
    const answer = new Answer(model, choices);
    this.answers.set(name, answer);
    const kept = dossier.answers(answer.exercise)[answer.field];
    if (kept !== undefined && kept !== answer.get()) answer.set(kept);
    answer.onChange(() => {
      if (this.refilling) return;
      if (!dossier.put(answer.exercise, answer.field, answer.get())) this.each((exercise) => exercise.status.notKept());
    });
  }

  /** This model holds the whole dossier: what Python puts there is stored, and it follows other tabs. */
  watchWhole(model) {
    if (this.whole === model) return;
    this.whole = model;
    model.on('change:value', () => {
      const text = model.get('value');
      if (text && !dossier.replace(text)) this.each((exercise) => exercise.status.notKept());
    });
  }

  /** Another tab has changed the dossier: show its answers here, but not in the field being typed in. */
  async refill() {
    // What comes from the other tab is not written back: this tab may know less than that one by now.
    this.refilling = true;
    for (const answer of this.answers.values()) {
      const kept = dossier.answers(answer.exercise)[answer.field];
      if (kept === undefined || kept === answer.get() || this.isFocused(answer)) continue;
      if (answer.set(kept)) answer.model.save_changes();
    }
    this.refilling = false;
    if (this.whole) {
      this.whole.set('value', dossier.text());
      this.whole.save_changes();
    }
  }

  isFocused({ exercise, field }) {
    return document.activeElement?.closest(`.answer--${exercise}--${field}`) !== null;
  }

  exerciseOf(comm) {
    const inTree = (id, seen = new Set()) => {
      if (id === comm.comm_id) return true;
      if (!id || seen.has(id)) return false;
      seen.add(id);
      return references(this.states[id]?.state).some((child) => inTree(child, seen));
    };
    return this.exercises.find((exercise) => inTree(exercise.root));
  }

  async runNext() {
    if (this.running >= 0) await this.finishCell(this.exercises[this.running]);
    this.running += 1;
    this.opened = new Map();
    this.outputs = [];
    const next = this.exercises[this.running];
    if (next) this.kernel.post({ type: 'run', cell: this.running, code: next.code });
    else this.goLive();
  }

  /** All widgets of a cell are there: connect them, and show what else it has put out. */
  async finishCell(exercise) {
    const opened = this.opened;
    this.opened = new Map();
    if (exercise.kernelRoot) {
      const model = await hydrate(this, opened, exercise.kernelRoot, exercise.root);
      for (const id of opened.keys()) this.watchAnswer(await this.manager.get_model(id));
      await this.replaceView(exercise, model);
    }
    await draw(this.outputs, exercise.outputs);
  }

  /** Everything is connected: replay what the reader did meanwhile, oldest first, over all exercises. */
  goLive() {
    this.running = -1;
    this.channel.live = true;
    this.replay();
    this.exercises.forEach((exercise) => exercise.status.ready());
    document.documentElement.classList.add('live-ready');
    performance.mark('live-ready');
  }

  /** Hand what the reader has done in the meantime to Python. */
  replay() {
    this.channel.recorder.replay(({ comm, data, buffers, id }) => {
      if (comm.kernelId) this.channel.send(comm.kernelId, data, buffers, id);
    });
  }

  async fromPython({ message, buffers, parent }) {
    const { type, comm_id: id, cell } = message;
    if (type === 'comm_open') {
      const made = { data: message.data, metadata: message.metadata, buffers };
      if (this.running >= 0) this.opened.set(id, made);
      else this.watchAnswer(await open(this, id, made));
    } else if (type === 'comm_msg' || type === 'comm_close') {
      const comm = this.channel.comms.get(id);
      const detail = { content: { comm_id: id, data: message.data }, buffers, parent_header: { msg_id: parent } };
      if (type === 'comm_close') comm?.onClose?.(detail);
      else if (comm) await comm.onMessage?.(detail);
      else this.amend(id, message.data);
    } else if (type === 'output') {
      const view = message.output.data?.[VIEW];
      if (view && this.running >= 0) this.exercises[cell].kernelRoot ??= view.model_id;
      else this.outputs.push(message.output);
      if (this.running < 0) await draw(this.outputs, this.exercises[cell].outputs);
    } else if (type === 'clear') {
      this.outputs = [];
      if (this.running < 0) this.exercises[cell].outputs.replaceChildren();
    } else if (type === 'error') {
      showError((this.exercises[cell] ?? this.exercises[0]).errors, message);
    }
  }

  /** A widget changed while its cell was still running: change the state it will be opened with. */
  amend(id, data) {
    const made = this.opened.get(id);
    if (made && data.method === 'update') Object.assign(made.data.state, data.state);
  }

  handled(id) {
    this.handling.delete(id);
    if (this.channel.live && !this.channel.busy()) this.replay();
  }

  failed(event) {
    // What Python was working on will not come back; the models record again.
    for (const comm of this.channel.comms.values()) comm.kernelId = null;
    this.channel.comms.clear();
    this.channel.live = false;
    this.handling.clear();
    for (const exercise of this.exercises) {
      exercise.status.failed(event, () => this.retry());
    }
  }

  retry() {
    for (const exercise of this.exercises) {
      exercise.kernelRoot = null;
      exercise.status = new Status(exercise.element.querySelector('.live-status'));
    }
    this.connect(this.start());
  }
}

function references(value) {
  if (typeof value === 'string') return value.startsWith('IPY_MODEL_') ? [value.slice(10)] : [];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(references) : [];
}
