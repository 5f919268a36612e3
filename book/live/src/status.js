// What the page says about the start of the feedback: quiet, visible, and useful when it fails.

const STAGES = {
  loading: 'Feedback is loading',
  starting: 'Feedback is starting',
};

/** The status line of one exercise. */
export class Status {
  /** @param {Element} place  element that the page keeps for it */
  constructor(place) {
    this.place = place;
    this.line = document.createElement('span');
    this.bar = document.createElement('progress');
    this.bar.max = 100;
    this.bar.setAttribute('aria-label', 'Loading of the feedback');
    // Only what matters is announced: a click that waits, ready, failed. Not each percent.
    this.spoken = document.createElement('span');
    this.spoken.setAttribute('role', 'status');
    place.replaceChildren(this.line, this.bar, this.spoken);
    place.dataset.state = 'loading';
    this.waiting = false;
  }

  progress({ what, share }) {
    const percent = Math.round(share * 100);
    this.line.textContent = `${STAGES[what]}, ${percent} %. You can answer already.`;
    this.bar.value = percent;
  }

  /** The reader pressed a button before Python was there. */
  clicked() {
    if (this.place.dataset.state !== 'loading' || this.waiting) return;
    this.waiting = true;
    this.spoken.textContent = 'Noted. The answer follows in a moment.';
  }

  ready() {
    this.place.dataset.state = 'ready';
    this.bar.remove();
    this.line.textContent = '';
    this.spoken.textContent = 'Feedback is ready. It runs on this device; nothing you type leaves it.';
  }

  /** This browser keeps nothing between visits. */
  notKept() {
    this.spoken.textContent = 'This browser does not let the page keep your answers. Print or copy them before you leave.';
  }

  /** Say why there is no feedback; offer to try again and to print the worksheet. */
  failed({ reason, details }, retry) {
    this.place.dataset.state = 'failed';
    this.line.textContent = '';
    this.bar.remove();
    this.spoken.textContent = `${reason} What you typed is kept.`;
    const again = button('Try again', retry);
    const print = button('Print the worksheet', () => window.print());
    const more = document.createElement('details');
    const summary = document.createElement('summary');
    summary.textContent = 'Details for whoever looks after this computer';
    const pre = document.createElement('pre');
    pre.textContent = details;
    more.append(summary, pre);
    const actions = document.createElement('span');
    actions.className = 'live-actions';
    actions.append(again, print);
    this.place.append(actions, more);
  }
}

/** Show an error that Python raised, in the exercise where it happened. */
export function showError(place, { name, says, details }) {
  const note = document.createElement('div');
  note.className = 'live-error';
  note.setAttribute('role', 'alert');
  const sentence = document.createElement('p');
  sentence.textContent =
    'Something in this exercise went wrong. What you typed is kept; change it and try again, or reload the page.';
  const more = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = 'Details for a report';
  const pre = document.createElement('pre');
  pre.textContent = details || `${name}: ${says}`;
  more.append(summary, pre);
  note.append(sentence, more);
  place.append(note);
}

function button(label, action) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', action);
  return made;
}
