// How far a learner is: right items of the quizzes, and chapters that are done.

/** { right, answered, items } over all quizzes that are answered by choosing. */
export function score(course, dossier) {
  const sum = { right: 0, answered: 0, items: 0 };
  for (const id of Object.keys(course.quizzes)) {
    const one = ofQuiz(course, dossier, id);
    for (const key of Object.keys(sum)) sum[key] += one[key];
  }
  return sum;
}

export function ofQuiz(course, dossier, id) {
  const items = Object.entries(course.quizzes[id].items);
  const given = items.map(([item, right]) => [String(dossier.answers(id)[item] ?? ''), right]);
  return {
    right: given.filter(([answer, right]) => answer.split(' ').sort().join(' ') === right.join(' ')).length,
    answered: given.filter(([answer]) => answer !== '').length,
    items: items.length,
  };
}

/** A chapter is done once it was opened to its end, or every item of its quizzes is answered. */
export function chaptersDone(course, dossier, ends) {
  return course.chapters.filter(({ page, quizzes }) => {
    const answered = (id) => ofQuiz(course, dossier, id).answered === ofQuiz(course, dossier, id).items;
    return ends.has(page) || (quizzes.length > 0 && quizzes.every(answered));
  }).length;
}
