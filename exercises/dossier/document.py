"""What a dossier says, in the shape of a document: headings, paragraphs, tables, and what is still missing."""

from __future__ import annotations

from typing import NamedTuple

from exercises import EXERCISES, load
from exercises.dossier.store import KEPT, Dossier
from exercises.exercise import PARTS, Answers, Exercise, Field, Table


class Section(NamedTuple):
    """A heading (level 2 or 3) and what stands under it."""

    heading: str
    level: int
    blocks: tuple[str | Table, ...]


class Document(NamedTuple):
    """A dossier to read, print or hand in.

    Attributes:
        title: of the document.
        note: one paragraph on what it is.
        sections: in order.
        missing: what is not there yet, as sentences.
    """

    title: str
    note: str
    sections: tuple[Section, ...]
    missing: tuple[str, ...]


NOTE = (
    "Working paper on one rollout. It names roles and no persons. Guesses are marked as guesses: "
    "show each part to one person of the role before you rely on it."
)


def document(store: Dossier) -> Document:
    """Put the dossier together from what was answered, part by part."""
    sections: list[Section] = []
    missing: list[str] = []
    by_part: dict[str, list[Exercise]] = {part: [] for part in PARTS}
    practice: list[Exercise] = []
    for name in EXERCISES:
        declared = load(name)
        (by_part[declared.part] if declared.part else practice).append(declared)
    for part, heading in PARTS.items():
        begun = [one for one in by_part[part] if _begun(one, store)]
        missing += [f"{heading}: “{one.title}” is not begun." for one in by_part[part] if one not in begun]
        if not begun:
            continue
        sections.append(Section(heading, 2, ()))
        for one in begun:
            answers = store.filled(one)
            given = one.check(answers)
            changes = sum(finding.verdict == "change" for finding in given.findings)
            if changes:
                many = "1 change is" if changes == 1 else f"{changes} changes are"
                missing.append(f"{heading}: {many} suggested in “{one.title}”.")
            sections.append(Section(one.title, 3, one.written(answers) if one.written else _answered(one, answers)))
    done = [one.title for one in practice if _begun(one, store)]
    results = [str(answers["result"]) for name, answers in sorted(store.everything().items())
               if name.startswith("quiz-") and answers.get("result")]  # fmt: skip
    if done or results:
        blocks = [f"Exercises: {', '.join(done)}."] if done else []
        sections.append(Section("Practice", 2, tuple(blocks + [f"Quiz: {one}." for one in results])))
    return Document("Dossier of a rollout", NOTE, tuple(sections), tuple(missing))


def _begun(exercise: Exercise, store: Dossier) -> bool:
    own = {name: answer for name, answer in store.answers(exercise.id).items() if name != KEPT}
    return bool(own) and not exercise.untouched(exercise.answers(own))


def _answered(exercise: Exercise, answers: Answers) -> tuple[str | Table, ...]:
    rows = tuple(
        (field.label, in_words(field, answers))
        for field in exercise.fields
        if field.kind != "moves" and exercise.asked(field.name, answers) and answers[field.name] != field.start
    )
    return (Table("", ("Question", "Answer"), rows),) if rows else ()


def in_words(field: Field, answers: Answers) -> str:
    """An answer as a reader would say it."""
    answer = answers[field.name]
    if field.kind == "choice":
        return dict(field.options).get(str(answer), str(answer))
    if field.kind == "yes":
        return "yes" if answer else "no"
    return str(answer).strip()
