// Quizzes: the page works without this script; it adds that answers are kept and reasons announced.

import { dossier } from './dossier.js';

for (const quiz of document.querySelectorAll('form.quiz')) {
  quiz.addEventListener('submit', (event) => event.preventDefault());
  const id = `quiz-${quiz.dataset.quiz}`;
  const kept = dossier.answers(id);
  const items = [...quiz.querySelectorAll('fieldset:not(.own-words)')];
  for (const item of quiz.querySelectorAll('fieldset.own-words')) ownWords(item, id, kept);
  const tally = document.createElement('p');
  tally.className = 'quiz-tally';
  quiz.append(tally);
  const count = () => {
    const answered = items.filter((item) => item.querySelector('input:checked'));
    const right = answered.filter((item) =>
      [...item.querySelectorAll('input')].every(
        (input) => input.checked === input.closest('.option').querySelector('.reason').classList.contains('right')
      )
    );
    tally.textContent = answered.length ? `Right so far: ${right.length} of ${items.length}.` : '';
    const chapter = document.querySelector("h1")?.firstChild?.textContent.trim();
    return `${chapter}, “${quiz.getAttribute("aria-label")}”: ${right.length} of ${items.length} right`;
  };
  for (const item of items) {
    const name = item.dataset.item;
    const inputs = [...item.querySelectorAll('input')];
    const chosen = String(kept[name] ?? '').split(' ');
    for (const input of inputs) input.checked ||= chosen.includes(input.value);
    const told = document.createElement('p');
    told.className = 'visually-hidden';
    told.setAttribute('role', 'status');
    item.append(told);
    // The reason belongs to an option once it is chosen, and not before: it gives the answer away.
    const describe = () => {
      for (const input of inputs) {
        if (input.checked) input.setAttribute('aria-describedby', `${input.id}--why`);
        else input.removeAttribute('aria-describedby');
      }
    };
    describe();
    item.addEventListener('change', ({ target }) => {
      describe();
      const values = inputs.filter((input) => input.checked).map((input) => input.value);
      dossier.put(id, name, values.join(' '));
      dossier.put(id, 'result', count());
      told.textContent = target.closest('.option').querySelector('.reason').textContent;
    });
  }
  count();
}

/** A field for own words, and the questions by which the reader compares: both are kept. */
function ownWords(item, id, kept) {
  const name = item.dataset.item;
  const field = item.querySelector('textarea');
  field.value = kept[name] ?? '';
  field.addEventListener('input', () => dossier.put(id, name, field.value));
  const inputs = [...item.querySelectorAll('input')];
  const chosen = String(kept[`${name}-compared`] ?? '').split(' ');
  for (const input of inputs) {
    input.checked ||= chosen.includes(input.value);
    input.addEventListener('change', () => {
      dossier.put(id, `${name}-compared`, inputs.filter((one) => one.checked).map((one) => one.value).join(' '));
    });
  }
}
