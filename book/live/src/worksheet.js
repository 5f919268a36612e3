// The printed worksheet of an exercise: what the reader typed stands where the blank lines were.

/** Fill the answers into the worksheets just before the page is printed. */
export function fillWorksheets(exercises, answersOf) {
  for (const { id, element, choices } of exercises) {
    const answers = answersOf(id);
    for (const blank of element.querySelectorAll('.worksheet [data-field]')) {
      if (blank.dataset.kind === 'moves') {
        const lines = [...element.querySelectorAll('.talk-lines p')].map((line) => line.textContent);
        blank.replaceChildren(...lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })));
        blank.classList.toggle('is-filled', lines.length > 0);
        continue;
      }
      const answer = answers[blank.dataset.field];
      const options = choices[blank.dataset.field] ?? [];
      const words = options.find((option) => option[0] === answer)?.[1] ?? answer;
      const given = words !== undefined && answer !== '' && words !== '' && words !== false && words !== 0;
      blank.textContent = given ? String(words === true ? 'yes' : words) : '';
      blank.classList.toggle('is-filled', given);
    }
  }
}
