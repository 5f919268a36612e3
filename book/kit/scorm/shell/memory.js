// What the platform remembers of a learner: one line of text, never longer than the standard allows.
//
// The line is JSON, deflated and in base64: place, chapters read to their end, and answers with the minute they were
// given, in columns. A name is three characters made from it: written out, a third fewer answers would fit.

import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

const MARK = 's1.';
/** An answer up to this many characters is kept before longer ones, so that one long text does not push out many. */
const SHORT = 300;
/** How many answers that did not fit by their turn are tried once more, each alone. */
const SECOND_TRIES = 40;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const NAME = /^[a-z][\w-]*\/[a-z][\w-]*$/i;

/** The three characters of each name, and back. Two names with the same ones are written out instead. */
export function codesOf(names) {
  const code = new Map();
  const name = new Map();
  for (const one of names) {
    const short = shortened(one);
    if (name.has(short)) {
      code.delete(name.get(short));
      name.set(short, null);
    } else {
      name.set(short, one);
      code.set(one, short);
    }
  }
  return { code, name };
}

function shortened(text) {
  let hash = 0x811c9dc5; // FNV-1a
  for (const byte of strToU8(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return [0, 6, 12].map((bit) => LETTERS[(hash >>> bit) & 63]).join('');
}

/**
 * As much as fits into `limit` characters.
 *
 * kept: { place, ends: [page], answers: [{ name, at, value, first }] }, where `at` is in minutes and `first` says that
 * an answer goes before all others (those of quizzes). Returns { text, left }: the line, and the names that are not in it.
 */
export function pack({ place, ends, answers }, limit, { code }) {
  const order = answers
    .filter(({ name }) => NAME.test(name))
    .map((answer) => ({ ...answer, rank: answer.first ? 0 : JSON.stringify(answer.value).length <= SHORT ? 1 : 2 }))
    .sort((a, b) => a.rank - b.rank || b.at - a.at);
  const base = Math.min(...order.map(({ at }) => at), Infinity);
  const write = (some) => {
    const short = (names) => names.map((name) => code.get(name) ?? name).join(' ');
    const columns = [short(some.map(({ name }) => name)), some.map(({ at }) => at - base), some.map(({ value }) => value)];
    const whole = [place, short(ends), order.length ? base : 0, ...columns];
    return MARK + base64(deflateSync(strToU8(JSON.stringify(whole)), { level: 9 }));
  };
  const fits = (text) => text.length <= limit;
  let inside = order;
  let text = write(order);
  if (!fits(text)) {
    let [low, high] = [0, order.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (fits(write(order.slice(0, middle)))) low = middle;
      else high = middle;
    }
    inside = order.slice(0, low);
    text = write(inside);
    const size = ({ value }) => JSON.stringify(value).length;
    const others = order.slice(low).sort((a, b) => a.rank - b.rank || size(a) - size(b)).slice(0, SECOND_TRIES);
    for (const one of others) {
      const more = write([...inside, one]);
      if (fits(more)) [inside, text] = [[...inside, one], more];
    }
  }
  if (!fits(text)) text = ''; // a limit too small even for the place
  const names = new Set(text ? inside.map(({ name }) => name) : []);
  return { text, left: answers.map(({ name }) => name).filter((name) => !names.has(name)) };
}

/** What `pack` wrote, or null where the text is empty, damaged or not ours. Names that are not known are left out. */
export function unpack(text, { name }) {
  if (!text.startsWith(MARK)) return null;
  try {
    const [place, ends, base, names, times, values] = JSON.parse(strFromU8(inflateSync(bytes(text.slice(MARK.length)))));
    const long = (column) => (column ? column.split(' ').map((one) => (one.includes('/') ? one : name.get(one))) : []);
    const plain = (value) => ['string', 'number', 'boolean'].includes(typeof value);
    const answers = long(names)
      .map((whole, i) => ({ name: whole, at: base + times[i], value: values[i] }))
      .filter((one) => one.name && NAME.test(one.name) && Number.isFinite(one.at) && plain(one.value));
    return { place: String(place), ends: long(ends).filter(Boolean), answers };
  } catch {
    return null;
  }
}

function base64(data) {
  let text = '';
  for (const byte of data) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('=', '');
}

function bytes(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
