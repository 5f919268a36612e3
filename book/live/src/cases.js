// The table of cases: search, one kind of system, sort by a column. Without scripts it is a plain table.

import 'sortable-tablesort/dist/sortable.js';

for (const place of document.querySelectorAll('.case-table')) {
  // A button in each heading, so that sorting works by keyboard and is announced as what it is.
  for (const heading of place.querySelectorAll('thead th')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    heading.append(button);
  }
  const search = place.querySelector('.case-search');
  const kind = place.querySelector('.case-kind');
  const count = place.querySelector('.case-count');
  const rows = [...place.querySelectorAll('tbody tr')].map((row) => ({
    row,
    text: row.textContent.toLowerCase(),
    kind: row.children[2].textContent,
  }));
  const show = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const one of rows) {
      const fits = words.every((word) => one.text.includes(word)) && (!kind.value || one.kind === kind.value);
      one.row.hidden = !fits;
      shown += fits;
    }
    count.textContent = shown === rows.length ? '' : `${shown} of ${rows.length} cases`;
  };
  search.addEventListener('input', show);
  kind.addEventListener('change', show);
  place.querySelector('.case-tools').hidden = false;
}
