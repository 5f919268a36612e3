// What the official controls leave out for assistive technology, added to any exercise of the page.

/** Keep a subtree decorated while it changes. */
export function decorate(root, ledger) {
  const all = () => {
    for (const place of root.querySelectorAll('.feedback, .hints, .talk, .talk-trouble, .names-note')) {
      if (place.hasAttribute('aria-live')) continue;
      place.setAttribute('aria-live', 'polite');
      // A table is there to be looked up, not to be read out at every check.
      place.setAttribute('aria-relevant', 'additions');
    }
    for (const table of root.querySelectorAll('.feedback .table-frame:not([aria-live])')) table.setAttribute('aria-live', 'off');
    for (const slider of root.querySelectorAll('[role="slider"]:not([aria-label])')) {
      const label = slider.closest('.jupyter-widgets')?.querySelector('.widget-label')?.textContent.trim();
      if (label) slider.setAttribute('aria-label', label);
    }
    for (const row of root.querySelectorAll('.field-row:not([role])')) {
      row.setAttribute('role', 'group');
      const heading = row.querySelector('h4');
      if (heading) row.setAttribute('aria-label', heading.textContent);
    }
    for (const choice of root.querySelectorAll('.talk-choice')) {
      choice.setAttribute('role', 'radiogroup');
      choice.setAttribute('aria-label', choice.querySelector('.widget-label')?.textContent.trim() ?? '');
    }
    // A count of no files tells nobody anything.
    for (const upload of root.querySelectorAll('.widget-upload')) {
      const label = upload.lastChild;
      if (label?.textContent.endsWith(' (0)')) label.textContent = label.textContent.slice(0, -4);
    }
    // The description becomes a tooltip, which would be read twice.
    for (const label of root.querySelectorAll('.widget-label[title]')) label.removeAttribute('title');
    for (const cite of root.querySelectorAll('cite[data-evidence]:not(:has(a))')) {
      const link = document.createElement('a');
      link.href = `${ledger}#${cite.dataset.evidence.toLowerCase()}`;
      link.append(...cite.childNodes);
      cite.append(link);
    }
  };
  all();
  new MutationObserver(all).observe(root, { childList: true, subtree: true });
}
