// The learner's dossier in this browser: local storage of this site, nothing sent anywhere.

const KEY = 'selling-it/dossier';
const FORMAT = 'selling-it dossier';
const VERSION = 1;

/** Sent to the document of this page when an answer has been kept. */
export const CHANGED = 'dossier-changed';

const empty = () => ({ format: FORMAT, version: VERSION, exercises: {} });

/** What is stored, or null where it is from a newer version of the course and must be left alone. */
function load() {
  let stored = null;
  try {
    stored = localStorage.getItem(KEY);
    const whole = JSON.parse(stored);
    if (whole === null) return empty();
    if (whole.format === FORMAT && whole.version > VERSION) return null;
    if (whole.format === FORMAT && typeof whole.exercises === 'object') return whole;
  } catch {
    // Storage is blocked or holds no JSON.
  }
  try {
    if (stored !== null) localStorage.setItem(`${KEY}/damaged`, stored);
  } catch {
    // Nothing more can be kept.
  }
  return empty();
}

export const dossier = {
  /** The whole dossier as text, as Python reads it. */
  text() {
    return JSON.stringify(load() ?? empty());
  },

  answers(exercise) {
    return load()?.exercises[exercise] ?? {};
  },

  /** Keep one answer; false where this browser keeps nothing. */
  put(exercise, field, answer) {
    const whole = load();
    if (whole === null) return false;
    // What is there already is not written again: another tab may have written something newer meanwhile.
    if (whole.exercises[exercise]?.[field] === answer) return true;
    whole.exercises[exercise] = { ...whole.exercises[exercise], [field]: answer };
    try {
      localStorage.setItem(KEY, JSON.stringify(whole));
      document.dispatchEvent(new Event(CHANGED));
      return true;
    } catch {
      return false;
    }
  },

  /** Put a whole dossier in the place of what is there. What was there is kept once more, under another name. */
  replace(text) {
    try {
      const before = localStorage.getItem(KEY);
      if (before === text) return true;
      if (before !== null) localStorage.setItem(`${KEY}/before`, before);
      localStorage.setItem(KEY, text);
      document.dispatchEvent(new Event(CHANGED));
      return true;
    } catch {
      return false;
    }
  },

  /** Delete everything that this site keeps of the reader. */
  forget() {
    for (const key of [KEY, `${KEY}/before`, `${KEY}/damaged`]) localStorage.removeItem(key);
    document.dispatchEvent(new Event(CHANGED));
  },

  /** Call back when another tab of this site has changed the dossier. */
  onElsewhere(handler) {
    window.addEventListener('storage', (event) => {
      if (event.key === KEY) handler();
    });
  },
};
