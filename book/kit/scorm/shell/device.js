// What lies on this device: the dossier of the book, and beside it whose it is and when each answer was given.

import { dossier } from '../../../live/src/dossier.js';

const KEY = 'selling-it/dossier';
const NOTES = 'selling-it/scorm';
const OF_OTHERS = 'selling-it/dossier/of';
const PARTS = ['', '/before', '/damaged'];

export const now = () => Math.floor(Date.now() / 60_000);

export class Device {
  constructor() {
    this.notes = this.readNotes();
    this.seen = new Map();
  }

  readNotes() {
    try {
      const { owner, times } = JSON.parse(localStorage.getItem(NOTES));
      return { owner: String(owner), times: { ...times } };
    } catch {
      return { owner: '', times: {} };
    }
  }

  /** Whether this browser keeps anything for this site. */
  get keeps() {
    try {
      localStorage.setItem(NOTES, JSON.stringify(this.notes));
      return true;
    } catch {
      return false;
    }
  }

  /** Whether the answers here can be read: storage is open, and no newer version of the course has written them. */
  get readable() {
    if (!this.keeps) return false;
    try {
      return !(JSON.parse(localStorage.getItem(KEY))?.version > 1);
    } catch {
      return true; // damaged: the dossier puts it aside and begins anew
    }
  }

  /** On a shared device one learner's answers are put aside before another one's come back. */
  handTo(owner) {
    const before = this.notes.owner;
    if (!owner || owner === before) return;
    if (before) {
      const aside = { notes: this.notes, parts: PARTS.map((part) => localStorage.getItem(KEY + part)) };
      localStorage.setItem(`${OF_OTHERS}/${before}`, JSON.stringify(aside));
      for (const part of PARTS) localStorage.removeItem(KEY + part);
      this.notes = { owner, times: {} };
      const own = JSON.parse(localStorage.getItem(`${OF_OTHERS}/${owner}`) ?? 'null');
      if (own) {
        PARTS.forEach((part, i) => own.parts[i] !== null && localStorage.setItem(KEY + part, own.parts[i]));
        this.notes = own.notes;
        localStorage.removeItem(`${OF_OTHERS}/${owner}`);
      }
    }
    this.notes.owner = owner;
    localStorage.setItem(NOTES, JSON.stringify(this.notes));
  }

  answers(exercise) {
    return dossier.answers(exercise);
  }

  put(exercise, field, value) {
    return dossier.put(exercise, field, value);
  }

  /** Every answer here, with the minute it was given. */
  all() {
    const found = [];
    for (const [exercise, fields] of Object.entries(JSON.parse(dossier.text()).exercises)) {
      for (const [field, value] of Object.entries(fields ?? {})) {
        const name = `${exercise}/${field}`;
        found.push({ name, at: this.notes.times[name] ?? 0, value });
      }
    }
    return found;
  }

  /** Remember what is here, so that `look` sees what changes. What was given unseen counts as given now. */
  begin() {
    const here = this.all();
    this.seen = new Map(here.map(({ name, value }) => [name, value]));
    this.notes.times = Object.fromEntries(here.map(({ name, at }) => [name, at || now()]));
    void this.keeps;
  }

  /** Note the time of every answer that has changed since; returns whether there was one. */
  look() {
    const here = this.all();
    const times = {};
    let changed = here.length !== this.seen.size;
    for (const { name, at, value } of here) {
      const same = this.seen.get(name) === value;
      changed ||= !same;
      times[name] = same ? at : now();
    }
    if (!changed) return false;
    this.notes.times = times;
    this.seen = new Map(here.map(({ name, value }) => [name, value]));
    void this.keeps; // writes the notes
    return true;
  }

  /** Put answers from the platform back; one given here later, or at an unknown time, stays. Returns how many came back. */
  restore(answers) {
    let back = 0;
    for (const { name, at, value } of answers) {
      const [exercise, field] = name.split('/');
      const here = dossier.answers(exercise)[field];
      const noted = this.notes.times[name];
      if (here !== undefined && here !== value && !(noted && noted < at)) continue;
      if (here !== value && dossier.put(exercise, field, value)) back += 1;
      if (!(noted > at)) this.notes.times[name] = at;
    }
    void this.keeps;
    return back;
  }
}

/** A short name for a learner that does not say who it is. */
export async function hidden(learner) {
  if (!learner) return '';
  const text = new TextEncoder().encode(`selling-it ${learner}`);
  if (!globalThis.crypto?.subtle) return [...text].reduce((sum, byte) => (sum * 31 + byte) >>> 0, 7).toString(36);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return [...hash.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
