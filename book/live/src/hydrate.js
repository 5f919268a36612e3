// Live widgets take the place of the static ones of the page without touching what the reader sees.
//
// At build, the exercise ran and left its widgets' state in the page; the static models
// came from it. When Python has run the same cell, its widgets are matched with the static
// ones from the root down. A matched pair becomes one model: the static one, now
// connected. Widgets without a partner are opened as new models and shown where Python
// put them. Answers are matched by their name first, so that typed text can never end up
// in another field.

import { Comm } from './comm.js';
import { answerName } from './answers.js';

const REFERENCE = /^IPY_MODEL_(.+)$/;

/**
 * Pair Python's widgets with the static ones.
 * @param {string} kernelRoot  Python's id of the root widget
 * @param {string} staticRoot  the page's id of the root widget
 * @param {Map} opened         Python's widgets: id -> state
 * @param {object} states      static widgets: id -> {model_name, state}
 * @returns {Map} Python's id -> page's id
 */
export function match(kernelRoot, staticRoot, opened, states) {
  const pairs = new Map();
  const taken = new Set();
  const join = (kernelId, staticId) => {
    if (pairs.has(kernelId) || taken.has(staticId)) return;
    const live = opened.get(kernelId);
    const still = states[staticId];
    if (!live || !still || live._model_name !== still.model_name) return;
    if (answerName(live._dom_classes) !== answerName(still.state._dom_classes)) return;
    pairs.set(kernelId, staticId);
    taken.add(staticId);
    both(live, still.state);
  };
  /** Walk two states in parallel and join the references that stand at the same place. */
  const both = (live, still) => {
    if (typeof live === 'string' && typeof still === 'string') {
      const a = REFERENCE.exec(live);
      const b = REFERENCE.exec(still);
      if (a && b) join(a[1], b[1]);
    } else if (isReferences(live) && isReferences(still)) {
      // Children may have come or gone in between: pair those that keep their order and look alike.
      const a = live.map((item) => looks(opened.get(REFERENCE.exec(item)[1])));
      const b = still.map((item) => looks(states[REFERENCE.exec(item)[1]]?.state, states[REFERENCE.exec(item)[1]]));
      for (const [i, j] of align(a, b)) both(live[i], still[j]);
    } else if (live && still && typeof live === 'object' && typeof still === 'object') {
      for (const key of Object.keys(live)) if (key in still) both(live[key], still[key]);
    }
  };
  for (const [kernelId, staticId] of sameAnswers(opened, states)) {
    const live = opened.get(kernelId);
    if (live._model_name === states[staticId].model_name) join(kernelId, staticId);
  }
  join(kernelRoot, staticRoot);
  return pairs;
}

function isReferences(value) {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string' && REFERENCE.test(item));
}

/** What tells one child from another: its kind, its answer, its label. */
function looks(state, { model_name } = {}) {
  return JSON.stringify([model_name ?? state?._model_name, answerName(state?._dom_classes), state?.description ?? '']);
}

/** Index pairs of a longest common subsequence of two lists. */
export function align(a, b) {
  const best = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      best[i][j] = a[i] === b[j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (best[i + 1][j] >= best[i][j + 1]) i += 1;
    else j += 1;
  }
  return pairs;
}

function sameAnswers(opened, states) {
  const byName = new Map();
  for (const [id, { state }] of Object.entries(states)) {
    const name = answerName(state._dom_classes);
    if (name) byName.set(name, id);
  }
  const found = [];
  for (const [id, state] of opened) {
    const name = answerName(state._dom_classes);
    if (name && byName.has(name)) found.push([id, byName.get(name)]);
  }
  return found;
}

/**
 * Connect the page's models of one exercise with Python's.
 * @param {object} page      {manager, channel, states}
 * @param {Map} opened       messages that opened Python's widgets: id -> {data, metadata, buffers}
 * @param {string} kernelRoot
 * @param {string} staticRoot
 * @returns {object} the model to show: the static root, or a new one where the roots differ
 */
export async function hydrate(page, opened, kernelRoot, staticRoot) {
  const { manager, channel, states } = page;
  const live = new Map([...opened].map(([id, message]) => [id, message.data.state]));
  const pairs = staticRoot ? match(kernelRoot, staticRoot, live, states) : new Map();
  // From here on, Python's ids lead to the static models.
  for (const [kernelId, staticId] of pairs) {
    if (!manager.has_model(kernelId)) manager.register_model(kernelId, manager.get_model(staticId));
  }
  const fresh = [...opened].filter(([id]) => !pairs.has(id));
  await Promise.all(fresh.map(([id, message]) => open(page, id, message)));
  for (const [kernelId, staticId] of pairs) {
    const model = await manager.get_model(staticId);
    const comm = model.comm;
    await patch(manager, model, live.get(kernelId), channel.recorder.touched(comm), pairs);
    comm.kernelId = kernelId;
    channel.comms.set(kernelId, comm);
  }
  return manager.get_model(kernelRoot);
}

/** Open a widget that Python made and the page does not have. */
export async function open({ manager, channel }, kernelId, { data, metadata, buffers }) {
  const comm = new Comm(kernelId, channel, kernelId);
  channel.comms.set(kernelId, comm);
  return manager.handle_comm_open(comm, {
    content: { comm_id: kernelId, target_name: 'jupyter.widget', data },
    metadata,
    buffers,
  });
}

/** Bring a static model to Python's state; what the reader changed stays. */
async function patch(manager, model, state, touched, pairs) {
  const changes = {};
  for (const [name, value] of Object.entries(state)) {
    if (touched.has(name) || name.startsWith('_model') || name.startsWith('_view')) continue;
    const now = model.get(name);
    const differs = hasReference(value)
      ? !sameReferences(value, now, pairs)
      : JSON.stringify(value) !== JSON.stringify(now);
    if (differs) changes[name] = value;
  }
  if (Object.keys(changes).length) {
    model.set_state(await model.constructor._deserialize_state(changes, manager));
  }
}

function hasReference(value) {
  if (typeof value === 'string') return REFERENCE.test(value);
  return value !== null && typeof value === 'object' && Object.values(value).some(hasReference);
}

/** Whether Python's references lead to the models that stand there already. */
function sameReferences(value, now, pairs) {
  if (typeof value === 'string') {
    const reference = REFERENCE.exec(value);
    return reference ? now?.model_id === (pairs.get(reference[1]) ?? reference[1]) : value === now;
  }
  if (Array.isArray(value)) {
    return (
      Array.isArray(now) &&
      value.length === now.length &&
      value.every((item, index) => sameReferences(item, now[index], pairs))
    );
  }
  if (value !== null && typeof value === 'object') {
    return Object.keys(value).every((key) => sameReferences(value[key], now?.[key], pairs));
  }
  return value === now;
}
