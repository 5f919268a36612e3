// Quizzes: the page works without this script; it adds that answers are kept and reasons announced.

import { dossier } from './dossier.js';

for (const quiz of document.querySelectorAll('form.quiz')) {
  quiz.addEventListener('submit', (event) => event.preventDefault());
  const id = `quiz-${quiz.dataset.quiz}`;
  const kept = dossier.answers(id);
  for (const item of quiz.querySelectorAll('fieldset')) {
    const name = item.dataset.item;
    const choice = [...item.querySelectorAll('input')].find((input) => input.value === kept[name]);
    if (choice) choice.checked = true;
    const told = document.createElement('p');
    told.className = 'visually-hidden';
    told.setAttribute('role', 'status');
    item.append(told);
    item.addEventListener('change', ({ target }) => {
      dossier.put(id, name, target.value);
      told.textContent = target.closest('.option').querySelector('.reason').textContent;
    });
  }
}
