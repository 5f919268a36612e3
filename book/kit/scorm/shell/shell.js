// The page that a learning platform opens: it holds the book in a frame, and keeps platform and device in step.

import { Device, hidden } from './device.js';
import { followFrame } from './frame.js';
import { codesOf, pack, unpack } from './memory.js';
import { Platform } from './platform.js';
import { chaptersDone, ofQuiz, score } from './progress.js';

const SOON_MS = 1500; // after the last change …
const LATEST_MS = 10_000; // … but at the latest so long after the first one

const at = (id) => document.getElementById(id);
const course = JSON.parse(at('course').textContent);
const codes = codesOf(course.names);
const quizItems = new Set(
  Object.entries(course.quizzes).flatMap(([id, { items }]) => Object.keys(items).map((item) => `${id}/${item}`))
);
const chapters = new Set(course.chapters.map(({ page }) => page));

const platform = new Platform(course.edition);
const device = new Device();
const ends = new Set();
const book = { place: '' };
let state = 'none';
let waiting = 0;
let waitingSince = 0;
let memory = '';
let pages = 0;

start();

async function start() {
  state = platform.connect();
  if (state === 'none') {
    notice('No learning platform was found, so nothing is recorded there. You can read and work; your answers stay in this browser on this device.', true);
  } else if (state === 'refused') {
    notice(`The learning platform did not open the course (${platform.problem('start')}), so nothing is recorded there. Close this window and start the course again. You can read and work; your answers stay in this browser on this device.`, true);
  } else if (platform.onlyShows) {
    notice('The learning platform shows the course for review: nothing is recorded.');
    state = 'shown';
  }
  if (!device.keeps) notice('This browser keeps nothing for this site: your answers are gone when you leave a page.', true);
  else if (state === 'open' || state === 'shown') await takeUp();
  else device.begin();
  if (state === 'open' && !memory) {
    notice('Your place and your answers are saved in this learning platform, with your account. Where a page says that answers stay on your device, it speaks of the website.');
  }
  at('leave').hidden = state !== 'open';
  const places = [platformPlace(), course.start];
  followFrame(at('book'), { places, ends, onPlace, onPage });
  window.addEventListener('storage', () => device.look() && soon());
  window.addEventListener('pagehide', () => leave(false));
  // Back from the browser's memory, the session with the platform is over: begin a new one.
  window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload());
  at('leave').addEventListener('click', () => leave(true));
  at('dossier').addEventListener('click', () => (at('book').src = `site/${course.dossier}`));
  tell();
}

/** What the platform remembers comes back, before the first page opens. */
async function takeUp() {
  device.handTo(await hidden(platform.learner));
  memory = platform.memory;
  const kept = unpack(memory, codes);
  if (memory && !kept) {
    localStorage.setItem('selling-it/scorm/unread', memory);
    notice('What the learning platform had kept could not be read. Answers on this device are as they were.', true);
  }
  if (!device.readable) notice('The answers on this device come from a newer version of the course. They are left alone, and not sent to the learning platform.', true);
  else if (kept) {
    for (const page of kept.ends) ends.add(page);
    book.place = kept.place;
    const back = device.restore(kept.answers);
    results();
    notice(`Welcome back.${back ? ` ${back} ${back === 1 ? 'answer has' : 'answers have'} come back from the learning platform.` : ''}`);
  }
  device.begin();
}

function platformPlace() {
  return (state === 'open' || state === 'shown' ? platform.place : '') || book.place;
}

/** The line that a quiz keeps about itself follows from its answers: it is made again rather than sent. */
function results() {
  for (const [id, { heading, title }] of Object.entries(course.quizzes)) {
    const { right, answered, items } = ofQuiz(course, device, id);
    if (answered) device.put(id, 'result', `${heading}, “${title}”: ${right} of ${items} right`);
  }
}

function onPlace(place) {
  if (place === book.place) return;
  book.place = place;
  soon(5 * SOON_MS);
}

function onPage() {
  pages += 1;
  // What was said at the start has been read once a second page is open; problems stay.
  if (pages > 1) for (const line of at('notices').querySelectorAll('p:not(.problem)')) line.remove();
  soon(0);
}

function soon(wait = SOON_MS) {
  clearTimeout(waiting);
  waitingSince ||= Date.now();
  waiting = setTimeout(save, Math.max(0, Math.min(wait, waitingSince + LATEST_MS - Date.now())));
}

function save() {
  clearTimeout(waiting);
  waitingSince = 0;
  device.look();
  const sums = { ...score(course, device), chapters: course.chapters.length, done: chaptersDone(course, device, ends) };
  tell(sums);
  if (state !== 'open') return;
  if (device.readable) {
    const answers = device.all().filter(({ name }) => !(name.endsWith('/result') && name.split('/')[0] in course.quizzes));
    const packed = pack(
      { place: book.place, ends: [...ends].filter((page) => chapters.has(page)), answers: answers.map((one) => ({ ...one, first: quizItems.has(one.name) })) },
      course.limit,
      codes
    );
    memory = packed.text;
    showLeft(packed.left);
  }
  const problem = platform.save({ place: book.place, memory, ...sums });
  if (problem) trouble(problem);
  else tell(sums, new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }));
}

function trouble(problem) {
  notice(`The learning platform did not accept what was to be saved (${problem}). Your answers are still in this browser on this device. To be safe, save them in a file on the page My dossier.`, true);
}

function leave(asked) {
  if (state !== 'open') return;
  save();
  const problem = platform.leave();
  state = 'left';
  if (problem) trouble(problem);
  if (!asked) return;
  at('leave').hidden = true;
  at('file').hidden = true;
  at('book').remove();
  const end = at('end');
  end.querySelector('p').textContent = problem ? 'The last step could not be saved; see above.' : 'Your place and your answers are saved in the learning platform.';
  end.hidden = false;
  end.querySelector('h2').focus();
  if (window.opener) window.close();
}

function tell(sums = { ...score(course, device), chapters: course.chapters.length, done: chaptersDone(course, device, ends) }, time = '') {
  const said = [`Chapters done: ${sums.done} of ${sums.chapters}`, `quiz questions right: ${sums.right} of ${sums.items}`];
  if (time) said.push(`saved at ${time}`);
  at('saved').textContent = `${said.join(' · ')}.`;
}

/** Say something once, aloud too. */
function notice(text, problem = false) {
  const place = at('notices');
  if ([...place.children].some((one) => one.textContent === text)) return;
  const line = document.createElement('p');
  line.textContent = text;
  line.className = problem ? 'problem' : '';
  place.append(line);
}

function showLeft(names) {
  const place = at('left');
  place.hidden = !names.length;
  if (place.hidden) return;
  place.querySelector('summary').textContent =
    names.length === 1 ? '1 answer is kept on this device only' : `${names.length} answers are kept on this device only`;
  const counts = new Map();
  for (const name of names) counts.set(name.split('/')[0], (counts.get(name.split('/')[0]) ?? 0) + 1);
  const lines = [...counts].map(([id, count]) => {
    const line = document.createElement('li');
    line.textContent = `${course.titles[id] ?? id}: ${count}`;
    return line;
  });
  place.querySelector('ul').replaceChildren(...lines);
}
