// The learning platform, in both editions of the standard: what is read from it and what is told it.

import ScormApiWrapper from '@szenadam/scorm-api-wrapper';

const ELEMENTS = {
  1.2: {
    learner: 'cmi.core.student_id',
    mode: 'cmi.core.lesson_mode',
    place: 'cmi.core.lesson_location',
    status: 'cmi.core.lesson_status',
    raw: 'cmi.core.score.raw',
    lowest: 'cmi.core.score.min',
    highest: 'cmi.core.score.max',
    time: 'cmi.core.session_time',
    exit: 'cmi.core.exit',
  },
  2004: {
    learner: 'cmi.learner_id',
    mode: 'cmi.mode',
    place: 'cmi.location',
    status: 'cmi.completion_status',
    scaled: 'cmi.score.scaled',
    raw: 'cmi.score.raw',
    lowest: 'cmi.score.min',
    highest: 'cmi.score.max',
    progress: 'cmi.progress_measure',
    time: 'cmi.session_time',
    exit: 'cmi.exit',
  },
};
const MEMORY = 'cmi.suspend_data';
const MOST_IN_PLACE = { 1.2: 255, 2004: 1000 };

export class Platform {
  constructor(edition) {
    this.edition = edition;
    this.elements = ELEMENTS[edition];
    this.started = Date.now();
    this.told = new Map();
    this.api = new ScormApiWrapper(false);
    this.api.scormVersion = edition; // a platform may offer both; a package speaks one
    this.api.handleExitMode = false; // its own choice for 1.2, "logout", logs people out of some platforms
  }

  /** "open"; "none" where no platform is found; "refused" where one is there and will not begin. */
  connect() {
    try {
      if (!this.api.getApiHandle()) return 'none';
      if (!this.api.initialize()) return 'refused';
    } catch {
      return 'none'; // a frame of another site, into which no page may look
    }
    this.finished = ['completed', 'passed'].includes(this.get(this.elements.status));
    return 'open';
  }

  get(element) {
    const value = this.api.dataGet(element);
    return value === 'null' || value === 'undefined' ? '' : value;
  }

  get learner() {
    return this.get(this.elements.learner);
  }

  get place() {
    return this.get(this.elements.place);
  }

  get memory() {
    return this.get(MEMORY);
  }

  /** Whether the platform only shows the course, and records nothing. */
  get onlyShows() {
    return ['browse', 'review'].includes(this.get(this.elements.mode));
  }

  /** Tell the platform where the learner stands and have it write that down. Returns what went wrong, or ''. */
  save({ place, memory, right, items, answered, chapters, done }) {
    const { elements } = this;
    this.finished ||= done === chapters;
    const values = [
      [elements.place, place.length <= MOST_IN_PLACE[this.edition] ? place : place.split('#')[0]],
      [MEMORY, memory],
      [elements.status, this.finished ? 'completed' : 'incomplete'],
      [elements.progress, rounded(done / chapters)],
    ];
    if (answered) {
      values.push([elements.lowest, '0'], [elements.highest, '100']);
      values.push([elements.raw, String(Math.round((100 * right) / items))], [elements.scaled, rounded(right / items)]);
    }
    const news = values.filter(([element, value]) => element && this.told.get(element) !== value);
    if (!news.length) return '';
    for (const [element, value] of [...news, [elements.time, this.time()]]) {
      if (!this.api.dataSet(element, value)) return this.problem(element);
      this.told.set(element, value);
    }
    if (this.api.save()) return '';
    this.told.clear(); // all of it is said again next time
    return this.problem('commit');
  }

  /** End the session so that it can be taken up again. Returns what went wrong, or ''. */
  leave() {
    if (!this.api.connectionIsActive) return '';
    this.api.dataSet(this.elements.time, this.time());
    this.api.dataSet(this.elements.exit, 'suspend');
    if (this.edition === '2004') this.api.dataSet('adl.nav.request', 'suspendAll');
    return this.api.terminate() ? '' : this.problem('finish');
  }

  problem(what) {
    const code = this.api.getCode();
    return `${what}: ${code ? `error ${code}, ${this.api.getInfo(code)}` : 'no reason given'}`;
  }

  time() {
    const seconds = Math.round((Date.now() - this.started) / 1000);
    const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    if (this.edition === '2004') return `PT${hours}H${minutes}M${rest}S`;
    return [hours, minutes, rest].map((part) => String(part).padStart(2, '0')).join(':');
  }
}

/** A share from 0 to 1 with four digits, as the standard takes it. */
function rounded(share) {
  return String(Math.round(share * 10000) / 10000);
}
