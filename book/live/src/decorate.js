// What the official controls leave out for assistive technology, added to any exercise of the page.

let groups = 0;

/** Keep a subtree decorated while it changes. */
export function decorate(root, ledger) {
  const focus = keepFocus(root);
  const talk = followTalk(root);
  const all = () => {
    announce(root);
    name(root);
    link(root, ledger);
    talk();
    focus();
  };
  all();
  new MutationObserver(all).observe(root, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['style'],
  });
}

/** Places that say something new are live regions. */
function announce(root) {
  for (const place of root.querySelectorAll('.feedback, .hints, .old-note, .talk-trouble, .names-note')) {
    if (place.hasAttribute('aria-live')) continue;
    place.setAttribute('aria-live', 'polite');
    // A table is there to be looked up, not to be read out at every check.
    place.setAttribute('aria-relevant', 'additions');
  }
  for (const table of root.querySelectorAll('.feedback .table-frame:not([aria-live])')) table.setAttribute('aria-live', 'off');
}

/** Names and roles of groups, sliders and radio buttons. */
function name(root) {
  for (const slider of root.querySelectorAll('[role="slider"]:not([aria-label])')) {
    const label = slider.closest('.jupyter-widgets')?.querySelector('.widget-label')?.textContent.trim();
    if (label) slider.setAttribute('aria-label', label);
  }
  // A row is drawn before its heading is: it gets its name when that is there.
  for (const row of root.querySelectorAll('.field-row:not([aria-label])')) {
    const heading = row.querySelector('h4')?.textContent;
    if (!heading) continue;
    row.setAttribute('role', 'group');
    row.setAttribute('aria-label', heading);
  }
  for (const choice of root.querySelectorAll('.talk-choice')) {
    const label = choice.querySelector('.widget-label')?.textContent.trim() ?? '';
    if (choice.getAttribute('aria-label') !== label) choice.setAttribute('aria-label', label);
    choice.setAttribute('role', 'radiogroup');
    // With one name they are one stop for the Tab key, as everywhere.
    choice.dataset.group ??= `talk-${(groups += 1)}`;
    for (const input of choice.querySelectorAll('input[type="radio"]:not([name])')) input.name = choice.dataset.group;
  }
  // The description becomes a tooltip, which would be read twice.
  for (const label of root.querySelectorAll('.widget-label[title]')) label.removeAttribute('title');
  // A count of no files tells nobody anything.
  for (const upload of root.querySelectorAll('.widget-upload')) {
    const label = upload.lastChild;
    if (label?.textContent.endsWith(' (0)')) label.textContent = label.textContent.slice(0, -4);
  }
}

/** Sources lead to the ledger, findings to their field or to a page of the book. */
function link(root, ledger) {
  for (const cite of root.querySelectorAll('cite[data-evidence]:not(:has(a))')) {
    const anchor = document.createElement('a');
    anchor.href = `${ledger}#${cite.dataset.evidence.toLowerCase()}`;
    anchor.append(...cite.childNodes);
    cite.append(anchor);
  }
  for (const place of root.querySelectorAll('[data-page]:not(:has(a))')) {
    const anchor = document.createElement('a');
    anchor.href = new URL(`../${place.dataset.page}.html`, ledger).href;
    anchor.append(...place.childNodes);
    place.append(anchor);
  }
  const exercise = root.dataset.exercise;
  for (const finding of root.querySelectorAll('.finding-change[data-field], .finding-ask[data-field]')) {
    if (finding.querySelector('.goto')) continue;
    const field = root.querySelector(`.answer--${exercise}--${finding.dataset.field}`);
    const input = field?.querySelector('input, select, textarea');
    const label = field?.querySelector('.widget-label')?.firstChild?.textContent.trim();
    if (!input?.id || !label) continue;
    const anchor = document.createElement('a');
    anchor.className = 'goto';
    anchor.href = `#${input.id}`;
    anchor.textContent = `To the field: ${label.length > 40 ? `${label.slice(0, 39)}…` : label}`;
    anchor.onclick = (event) => {
      event.preventDefault();
      input.focus();
      input.scrollIntoView({ block: 'center' });
    };
    finding.append(anchor);
  }
}

/** After a line of the reader's own, the talk is read on from there: for the eye by scrolling, for the ear by a status. */
function followTalk(root) {
  let said = null;
  return () => {
    const place = root.querySelector('.talk');
    if (!place) return;
    const own = place.querySelectorAll('.talk-you');
    if (said === own.length) return;
    const more = said !== null && own.length > said;
    said = own.length;
    if (!more || !root.contains(document.activeElement)) return;
    const last = own[own.length - 1];
    let status = root.querySelector('.talk-status');
    if (!status) {
      status = document.createElement('p');
      status.className = 'talk-status visually-hidden';
      status.setAttribute('role', 'status');
      root.append(status);
    }
    const reply = [];
    for (let line = last.nextElementSibling; line; line = line.nextElementSibling) reply.push(line.textContent);
    status.textContent = [...reply, ...[...place.querySelectorAll('.meters li')].map((li) => li.textContent)].join(' ');
    last.scrollIntoView({ block: 'start' });
    last.tabIndex = -1;
    last.focus({ preventScroll: true });
  };
}

/** A button that hides itself takes the focus with it: hand it to what the button has changed. */
function keepFocus(root) {
  let last = null;
  root.addEventListener('focusin', ({ target }) => (last = target));
  return () => {
    if (!last || !root.contains(last) || last.getClientRects().length) return;
    const lost = last;
    last = null;
    requestAnimationFrame(() => {
      // A browser lets go of a hidden element some time after it is hidden: it may still have the focus here.
      if (![document.body, lost].includes(document.activeElement)) return;
      const places = [...root.querySelectorAll('.talk, .feedback')].filter((place) => place.getClientRects().length);
      const place = places.at(-1);
      if (!place) return;
      place.tabIndex = -1;
      place.focus({ preventScroll: true });
    });
  };
}
