// The list of pages: long parts fold away, and each chapter says how much of it this reader has begun.
//
// What counts as begun is read from the dossier on this device; nothing is kept beside it.

import { CHANGED, dossier } from './dossier.js';

/** Parts of the book that are always open: the way through the course. */
const ALWAYS_OPEN = 5;

/** Milliseconds: progress waits until a hand rests. */
const AFTER_TYPING = 300;

const bar = document.querySelector('nav.bd-links');
const course = JSON.parse(document.getElementById('course-parts')?.textContent ?? 'null');

if (bar) fold(bar);
if (bar && course) {
  const show = () => progress(bar, course);
  show();
  dossier.onElsewhere(show);
  let soon = 0;
  document.addEventListener(CHANGED, () => {
    clearTimeout(soon);
    soon = setTimeout(show, AFTER_TYPING);
  });
  // A page that comes back from the browser's memory has missed what was done meanwhile.
  window.addEventListener('pageshow', show);
}

/** Every part behind its caption; the part of this page is open. Without scripts all of them are. */
function fold(root) {
  const captions = [...root.querySelectorAll('p.caption')];
  const ways = new Set(course?.open ?? captions.slice(0, ALWAYS_OPEN).map((caption) => caption.textContent.trim()));
  for (const caption of captions) {
    const list = caption.nextElementSibling;
    if (list?.tagName !== 'UL') continue;
    const part = document.createElement('details');
    part.className = 'nav-part';
    part.open = ways.has(caption.textContent.trim()) || list.querySelector('.current') !== null;
    const summary = document.createElement('summary');
    summary.className = caption.className;
    summary.append(...caption.childNodes);
    caption.before(part);
    part.append(summary, list);
    caption.remove();
  }
  root.querySelector('.current > a')?.scrollIntoView({ block: 'nearest' });
}

/** Beside each chapter: how many of its exercises and quizzes hold an answer of the reader's own. */
function progress(root, { parts, given, starts }) {
  for (const anchor of root.querySelectorAll('a.reference.internal')) {
    const page = Object.keys(parts).find((name) => anchor.pathname.endsWith(`/${name}`));
    if (!page) continue;
    const begun = parts[page].filter((name) => isBegun(name, given[name] ?? [], starts[name] ?? {})).length;
    let place = anchor.querySelector('.progress');
    if (!begun) {
      place?.remove();
      continue;
    }
    if (!place) {
      place = document.createElement('span');
      place.className = 'progress';
      anchor.append(place);
    }
    const all = parts[page].length;
    const seen = document.createElement('span');
    seen.setAttribute('aria-hidden', 'true');
    seen.textContent = begun === all ? '✓' : `${begun}/${all}`;
    const heard = document.createElement('span');
    heard.className = 'visually-hidden';
    heard.textContent = ` (${begun} of ${all} exercises and quizzes begun)`;
    place.replaceChildren(seen, heard);
    place.classList.toggle('whole', begun === all);
  }
}

/** What an exercise puts aside when a reader starts over: no answer of now. */
const ASIDE = 'kept';

/** An exercise that holds more than what came from another one, and more than what stood there at the start. */
function isBegun(name, carried, starts) {
  return Object.entries(dossier.answers(name)).some(
    ([field, answer]) =>
      field !== ASIDE && !carried.includes(field) && (answer || answer === 0) && answer !== (starts[field] ?? '')
  );
}
