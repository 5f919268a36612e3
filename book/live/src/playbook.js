// The index of the playbook: filter by what is heard, role, time, phase and words. Without scripts it is a plain list.
//
// What is chosen stands in the address after the #, so that a link to a filtered list can be sent.

for (const place of document.querySelectorAll('.playbook')) {
  const form = place.querySelector('.playbook-tools');
  const count = place.querySelector('.playbook-count');
  const none = place.querySelector('.playbook-none');
  const all = form.querySelector('[type=reset]');
  const fields = [...form.querySelectorAll('select, input')];
  const plays = [...place.querySelectorAll('.playbook-list > li')].map((row) => ({
    row,
    has: (name, value) => row.dataset[name].split(' ').includes(value),
    minutes: Number(row.dataset.time),
    text: `${row.textContent} ${row.dataset.words}`.toLowerCase(),
  }));

  const fits = (play, { name, value }) => {
    if (!value) return true;
    if (name === 'time') return play.minutes <= Number(value);
    if (name === 'words') return value.toLowerCase().split(/\s+/).filter(Boolean).every((word) => play.text.includes(word));
    return play.has(name, value);
  };

  const label = ({ labels }) => labels[0].textContent;

  /** Which single choice would bring plays back, for the sentence that an empty list says. */
  const wayOut = (used) => {
    const freed = used.filter((one) => plays.some((play) => used.every((other) => other === one || fits(play, other))));
    if (!freed.length) return 'Show all plays, and begin with what you hear.';
    return `Clear ${freed.map((one) => `“${label(one)}”`).join(' or ')}, and there are plays again.`;
  };

  const show = () => {
    const used = fields.filter((field) => field.value.trim());
    let shown = 0;
    for (const play of plays) {
      const fit = used.every((field) => fits(play, field));
      play.row.hidden = !fit;
      shown += fit;
    }
    count.textContent = used.length ? `${shown} of ${plays.length} plays` : `${plays.length} plays`;
    all.hidden = !used.length;
    none.hidden = shown > 0;
    none.textContent = shown ? '' : `No play fits all of this. ${wayOut(used)}`;
  };

  const write = () => {
    const state = new URLSearchParams(fields.map(({ name, value }) => [name, value.trim()]).filter(([, value]) => value));
    const hash = state.toString();
    history.replaceState(history.state, '', hash ? `#${hash}` : location.pathname + location.search);
  };

  const read = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const field of fields) {
      field.value = state.get(field.name) ?? '';
      if (field.selectedIndex === -1) field.value = ''; // an id that there is no more
    }
    show();
  };

  form.addEventListener('input', () => { show(); write(); });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(() => { show(); write(); fields[0].focus(); }));
  window.addEventListener('hashchange', read);
  form.hidden = false;
  read();
}
