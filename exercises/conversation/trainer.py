"""Conversation trainer: not a quiz but a talk, with a person who has a worry and does not tell it at once."""

from __future__ import annotations

from exercises import library
from exercises.conversation.rules import ASKS, GAINS, HIGHEST, OPEN_FROM, START, State, order, play
from exercises.exercise import Answers, Example, Exercise, Feedback, Field, Finding, Meter, Mistake, Table
from exercises.library import Opponent
from exercises.talk import Turn, read_moves, write_moves
from exercises.text import shortened

KINDS = {
    "best": "opens",
    "fair": "opens a little",
    "weak": "closes",
    "harmful": "hurts",
    "unread": "not read",
    "unseen": "no sign seen",
    "repeated": "said before",
}
"""What a line does, in a word, by its kind."""


def turn(answers: Answers) -> Turn:
    """Where the talk stands."""
    who = library.opponents()[str(answers["person"])]
    state = play(who, _moves_with(who, answers))
    return Turn(
        lines=state.lines,
        asks=f"Line {len(state.said) + 1}: {ASKS[state.moment.name]}" if state.moment else "",
        options=order(who, state.moment) if state.moment else (),
        own_words="own_words",
        begins=f"@{who.id}",
        meters=(Meter("Trust", state.trust, 0, HIGHEST, f"{state.trust} of {HIGHEST}"),),
    )


def check(answers: Answers) -> Feedback:
    """Look back at the talk: what each line did, what stayed hidden, what to say instead."""
    who = library.opponents()[str(answers["person"])]
    state = play(who, _moves_with(who, answers))
    if not state.said:
        says = "Choose a line, or type your own, and say it."
        return Feedback("The talk has not begun.", (Finding("talk-empty", "ask", says),))
    findings = [*_ending(state, who.worry), *_lines(state)]
    if any(one.own for one in state.said):
        findings.append(
            Finding(
                "own-words", "ask",
                "Read your own words aloud, as the other person. Would you feel heard, and would you know what happens next?",
                "The trainer sees signs in the words. Tone, truth and timing it does not see.",
            )
        )  # fmt: skip
    return Feedback(_summary(state), tuple(findings), tables=(_table(state),))


def _moves_with(who: Opponent, answers: Answers) -> list[str]:
    """The moves of the talk with this person; those of a talk with somebody else are not theirs."""
    moves = read_moves(answers["moves"])
    return moves[1:] if moves[:1] == [f"@{who.id}"] else []


def _summary(state: State) -> str:
    so_far = "" if state.ending else " so far"
    worry = "The worry came out." if state.worry_told else "The worry stayed hidden."
    return f"{_lines_said(len(state.said))}{so_far}: trust went from {START} to {state.trust}. {worry if state.ending else ''}".strip()


def _lines_said(count: int) -> str:
    return "1 line" if count == 1 else f"{count} lines"


def _ending(state: State, worry: str) -> list[Finding]:
    if not state.ending:
        return [Finding("talk-open", "note", "The talk is not over. You can go on, or take a line back.")]
    threat = library.threats()[worry]
    told = Finding(
        "worry-told", "good", f"They told you what was behind it: {threat.name.lower()}. {threat.definition}",
        "Reasons that people say themselves last longer than reasons that they are given.", "E30",
    )  # fmt: skip
    hidden = Finding(
        "worry-hidden", "change",
        f"What they did not tell you: {threat.name.lower()}. An open question was answered from trust {OPEN_FROM} on; before that, people are polite.",
        "Polite distance is one of the forms that resistance takes; it is also what busy people do.", "E11",
    )  # fmt: skip
    end = {
        "takes": Finding("step-taken", "good", "They take a step that is small, dated and theirs."),
        "polite": Finding(
            "step-polite", "ask", "They say yes, and nothing is in the calendar. Would you report this as a commitment?",
            "A yes moves action only partly.", "E24",
        ),
        "leaves": Finding(
            "talk-left", "change", "They have left. The next talk starts lower than this one did.",
            "People who feel pressed tend to want what is being taken from them more.", "E27",
        ),
    }[state.ending]  # fmt: skip
    return [told if state.worry_told else hidden, end]


def _lines(state: State) -> list[Finding]:
    """The lines that cost trust, with what could be said instead."""
    found = []
    for one in state.said:
        if one.kind in ("weak", "harmful"):
            instead = one.moment.answers["best"]
            found.append(
                Finding(
                    f"line-{one.kind}", "change",
                    f"“{shortened(one.words, 90)}” {KINDS[one.kind]}. {one.because} Instead, for example: “{instead}”",
                )
            )  # fmt: skip
    return found


def _table(state: State) -> Table:
    rows, before = [], START
    for number, one in enumerate(state.said, 1):
        own = " (own words)" if one.own else ""
        rows.append((
            str(number), shortened(one.words, 120) + own, KINDS[one.kind], f"{before} → {one.trust}", one.because,
        ))  # fmt: skip
        before = one.trust
    return Table("Your lines, and what they did", ("Line", "You said", "It", "Trust", "Why"), tuple(rows))


def _people() -> tuple[tuple[str, str], ...]:
    roles, technologies = library.roles(), library.technologies()
    return tuple(
        (one.id, f"{roles[one.role].name}: {technologies[one.technology].name}") for one in library.opponents().values()
    )


def _moves(*moves: str) -> str:
    return write_moves(["@nurse", *moves])


EXERCISE = Exercise(
    id="conversation",
    title="Conversation trainer",
    task="Talk with one person of a role until they take a small step, or until you know why they will not.",
    minutes=15,
    numbers="made up",
    fields=(
        Field(
            "person", "With whom do you talk?", "choice", options=_people(), default="nurse",
            help=f"Trust starts at {START} of {HIGHEST}. A line that opens adds {GAINS['best']}, one that closes takes {-GAINS['weak']}, one that hurts takes {-GAINS['harmful']}. From {OPEN_FROM} on people speak openly. These rules are ours, for practice.",
        ),
        Field("moves", "What you said", "moves"),
        Field("own_words", "In your own words", "text", rows=3, help="As you would say it, not as you would write it. Type here, then say it.",
              placeholder="That sounds like … What would …?"),
        Field("learned", "What will you say differently in your next real talk?", "text", rows=2),
    ),
    hints=(
        "First hear the line out: what in it is simply true? Say that before anything else.",
        "Your one question is worth most when it is open, about their work, and safe to answer with a no.",
        "Offer what can be checked: a day, a count, a rule that they hold. Leave out what you would have to promise for others.",
        "Worked solution: load the worked example, and look at what each line does: it grants, it asks, and it puts the next step into their hands.",
    ),
    example=Example(
        {"person": "nurse", "moves": _moves("best", "best", "best", "best", "best"), "learned": "Ask what was different the last time, before I explain anything."},
        ("worry-told", "step-taken"),
    ),
    mistakes=(
        Mistake("nothing said", {"person": "nurse"}, ("talk-empty",)),
        Mistake("stops in the middle", {"person": "nurse", "moves": _moves("best")}, ("talk-open",)),
        Mistake(
            "correct and beside the point",
            {"person": "nurse", "moves": _moves("weak", "weak", "weak", "weak")},
            ("worry-hidden", "talk-left", "line-weak", "line-weak", "line-weak", "line-weak"),
        ),
        Mistake(
            "rank first", {"person": "nurse", "moves": _moves("harmful", "harmful")},
            ("worry-hidden", "talk-left", "line-harmful", "line-harmful"),
        ),
        Mistake(
            "an early pitch after a good start",
            {"person": "nurse", "moves": _moves("best", "best", "harmful", "weak")},
            ("worry-hidden", "step-polite", "line-harmful", "line-weak"),
        ),
        Mistake(
            "own words that comfort",
            {"person": "nurse", "moves": _moves("=Don't worry, it's really easy, you'll love it.")},
            ("talk-open", "line-weak", "own-words"),
        ),
        Mistake("a talk with somebody else", {"person": "field-salesperson", "moves": _moves("best", "best")}, ("talk-empty",)),
        Mistake(
            "own words that listen",
            {"person": "nurse", "moves": _moves("=That sounds like the screen takes you from the bed. Where does it happen most? I can come and count on Thursday.")},
            ("talk-open", "own-words"),
        ),
    ),
    check=check,
    check_label="Look back at the talk",
    turn=turn,
    part="talk",
)  # fmt: skip
