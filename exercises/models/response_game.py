"""Response game: eight weeks before a go-live, in each of which users report something and you respond.

The rules (`response_rules`) are a simplification of ours. What stands behind them is that
implementers answer in four ways, and that resistance can be a useful signal (`E05`).
"""

from __future__ import annotations

from exercises.exercise import Answers, Example, Exercise, Feedback, Field, Finding, Meter, Mistake, Table
from exercises.models.response_rules import (
    BIGGER,
    EFFECT,
    HIGHEST,
    HOURS,
    KINDS,
    LOUD_FROM,
    MORE_HOURS,
    RESPONSES,
    RETURNS,
    RETURNS_AFTER,
    START,
    TOGETHER_FROM,
    WEEKS,
    Open,
    State,
    Week,
    effect,
    faults,
    play,
    reports,
)
from exercises.talk import Line, Turn, read_moves, write_moves

NAMES = {"ignore": "Do nothing", "acknowledge": "Thank, and note", "act": "Thank, and act", "press": "Hold the line"}
"""The four responses, in short."""

WERE = {"fault": "They were right", "worry": "Nothing was broken", "rule": "A rule that must stay"}

_DO, _UNDO = "Do it", "Take back my last response"

_EXPECTED = (
    ("", "Choose …"),
    ("less", "They push back less"),
    ("same", "About the same"),
    ("more", "They push back more"),
)

_PREDICTS = {
    "ignore": "You do nothing. What happens next?",
    "acknowledge": "You thank them and note it, and nobody works on it. What happens next?",
    "act": "You thank them, and put right what is wrong. What happens next?",
    "press": "You explain that it is right as it is, and hold the line. What happens next?",
}

_START = (
    "A bus company, six depots, 900 drivers. In eight weeks paper slips give way to a terminal at the gate, and payroll "
    "pays from it. Every week something reaches you. Company, people and figures are made up."
)

_ENDINGS = {
    "together": "1 October. The slips are gone, and nobody has hidden any. In one depot a supervisor shows a new driver how to sign on. You stand beside it and are not needed.",
    "polite": "1 October. It is quiet. {open} of {all} faults are still in there, and nobody mentions them any more. In the drawers the slips go on.",
    "two-lists": "1 October. There are two lists now: the terminal for you, and paper for the pay. {open} of {all} faults are still in there. Payroll pays from paper.",
    "letter": "29 September. A letter asks for a new date, signed in all six depots. Its first page is not about the terminal. It is about the people who run the project.",
}

_THIRD = "For the third time: {matter}. It comes on paper now, from all six depots."
_TOGETHER = (
    "The works council writes in the name of {depots} depots: {matter}.",
    "A delegation from {depots} depots stands at your door. The first point on its list: {matter}.",
)


def turn(answers: Answers) -> Turn:
    """Where the game stands; it begins once all four guesses are made."""
    state = play(read_moves(answers["moves"]))
    if not state.weeks and not _predicted(answers):
        says = "First choose above what you expect. Then the first week begins."
        return Turn((Line("note", _START), Line("note", says)), meters=_meters(state), say=_DO, take_back=_UNDO)
    lines = [Line("note", _START)]
    for week in state.weeks:
        lines += [Line("note", f"Week {week.number}. {_arrives(week.open, week.before, week.number)}")]
        lines += [Line("you", f"{_option(week.open, week.response)}"), Line("note", _follows(week))]
    if state.now is None:
        return Turn((*lines, Line("note", _ending(state))), meters=_meters(state), say=_DO, take_back=_UNDO)
    number = len(state.weeks) + 1
    lines.append(Line("note", f"Week {number}. {_arrives(state.now, state.pushing, number)}"))
    asks = f"Week {number} of {WEEKS}: what do you do?"
    if not state.can_act:
        asks += f" Acting would take {state.now.hours} hours; {HOURS - state.hours} are left."
    options = tuple((one, _option(state.now, one)) for one in RESPONSES if one != "act" or state.can_act)
    return Turn(tuple(lines), asks, options, meters=_meters(state), say=_DO, take_back=_UNDO)


def _arrives(given: Open, pushing: int, week: int) -> str:
    """How a report reaches the project: the more users push back, the less it is one person who says something."""
    report = given.report
    if given.times >= RETURNS:
        return _THIRD.format(matter=_small(report.matter))
    if given.times:
        return report.again
    if pushing >= TOGETHER_FROM:
        return _TOGETHER[week % 2].format(matter=_small(report.matter), depots=("four", "six")[pushing == HIGHEST])
    return report.loud if pushing >= LOUD_FROM else report.calm


def _small(matter: str) -> str:
    return matter[:1].lower() + matter[1:]


def _option(given: Open, response: str) -> str:
    return {
        "ignore": "Do nothing for now.",
        "acknowledge": "Thank them and write it down. Nobody works on it yet.",
        "act": f"Thank them and act: {given.report.act} ({given.hours} hours).",
        "press": f"Hold the line: {given.report.press}",
    }[response]


def _follows(week: Week) -> str:
    report = week.open.report
    return f"{report.after(week.response)} {report.truth if week.response == 'act' else ''}".strip()


def _ending(state: State) -> str:
    return _ENDINGS[state.ending].format(open=faults() - state.fixed, all=faults())


def _meters(state: State) -> tuple[Meter, ...]:
    left = "1 report" if state.lying == 1 else f"{state.lying} reports"
    return (
        Meter("Users push back", state.pushing, 0, HIGHEST, f"{state.pushing} of {HIGHEST}"),
        Meter("Faults fixed", state.fixed, 0, faults(), f"{state.fixed}; nobody has acted on {left}"),
        Meter("Hours spent", state.hours, 0, HOURS, f"{state.hours} of {HOURS}"),
    )


def _predicted(answers: Answers) -> bool:
    return all(answers[f"predict_{one}"] for one in RESPONSES)


def check(answers: Answers) -> Feedback:
    """Look back: how it ended, what came back, and the guesses beside the rules."""
    state = play(read_moves(answers["moves"]))
    if not state.weeks:
        says = "Choose what you expect of each response, and then play the first week."
        return Feedback("No week has been played.", (Finding("game-empty", "ask", says, field="predict_ignore"),))
    found = [*_left_lying(state), *_hours(state), *_guesses(answers)]
    found.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    found.insert(0, _end(state))
    done = f"{len(state.weeks)} of {WEEKS} weeks" if state.now else f"All {WEEKS} weeks"
    return Feedback(
        f"{done}: pushing back went from {START} to {state.pushing}, {state.fixed} of {faults()} faults are fixed, {state.hours} of {HOURS} hours spent.",
        tuple(found), (_weeks(state), rules_table()),
    )  # fmt: skip


def _end(state: State) -> Finding:
    if state.now is not None:
        return Finding("game-open", "note", "Go-live is still ahead. You can go on, or take a response back.")
    says = _ending(state)
    if state.ending == "letter":
        why = "In three hospitals the object moved in this way: from the system to a group's standing, and then to those who push it."
        return Finding("ending-letter", "ask", f"{says} In which week would you have stopped to ask?", why, "E04")
    if state.ending == "polite":
        why = "Distance can look like friendly agreement; it can also be plain quiet."
        return Finding("ending-polite", "ask", f"{says} What would tell you whether this is agreement?", why, "E11")
    if state.ending == "two-lists":
        return Finding("ending-two-lists", "ask", f"{says} Who would tell you, and when?")
    return Finding("ending-together", "good", says)


def _left_lying(state: State) -> list[Finding]:
    """Faults on which nobody acted, by what was done instead; and those that nobody could report."""
    found: list[Finding] = []
    told: set[str] = set()
    signal = "Resistance can be a useful signal of a real problem."
    acted = {week.open.report.id for week in state.weeks if week.response == "act"}
    for response, verdict, says in (
        ("press", "change", "was right, and you held the line in week {week}. {truth} What could you have looked at before you answered?"),
        ("ignore", "ask", "was right, and nothing happened in week {week}. {truth} Who would have to hear of it in your project?"),
        ("acknowledge", "ask", "was right; you thanked them in week {week}, and nobody worked on it. {truth} What do they hear when you thank them again?"),
    ):  # fmt: skip
        # Without the hours, thanking is all that is left; `hours-out` speaks of that.
        weeks = [
            week
            for week in state.weeks
            if week.response == response
            and week.open.report.kind == "fault"
            and (week.could_act or response == "press")
        ]
        if weeks:
            first = min(weeks, key=lambda week: (week.open.report.id in acted, week.number))
            report = first.open.report
            truth = report.truth if report.id not in told else "The same one again."
            told.add(report.id)
            says = f"“{report.matter}” {says.format(week=first.number, truth=truth)}"
            found.append(Finding(f"{response}-right", verdict, says, signal, "E05"))  # type: ignore[arg-type]
    heard = {week.open.report.id for week in state.weeks}
    unheard = [one.matter for one in reports() if one.kind == "fault" and one.id not in heard]
    if state.now is None and unheard:
        says = f"Never reported, because what came back took the weeks: {'; '.join(_small(one) for one in unheard)}. They are still in there."
        found.append(Finding("never-reported", "note", says))
    return found


def _hours(state: State) -> list[Finding]:
    found = []
    spent = sum(
        week.open.hours for week in state.weeks if week.response == "act" and week.open.report.kind != "fault"
    )  # fmt: skip
    if spent:
        says = f"{spent} hours went into reports in which nothing was broken. By our rules they bought a little trust. Was it worth them?"
        found.append(Finding("hours-no-fault", "note", says))
    if any(not week.could_act for week in state.weeks):
        says = f"In at least one week the {HOURS} hours would not have been enough to act. Then a no with its reason is more honest than a thank-you."
        found.append(Finding("hours-out", "note", says))
    right = [week for week in state.weeks if week.response == "act" and week.open.report.kind == "fault"]
    if right:
        dear = sum(week.open.hours - week.open.report.hours for week in right)
        later = f" Waiting had made it dearer by {dear} hours." if dear else ""
        says = f"{len(right)} times you acted on something that was wrong in the system, and not in the people.{later}"
        if len(right) == 1:
            says = says.replace("1 times", "Once", 1)
        found.append(Finding("acted-right", "good", says))
    return found


def _expected(response: str) -> tuple[str, ...]:
    """What our rules say of a response to a fault: at once, and when it comes back."""
    report = next(one for one in reports() if one.kind == "fault")
    found = []
    for times in range(1 if response == "act" else 2):
        change = effect(Open(report, times, report.hours), response)
        found.append("less" if change < 0 else "more" if change else "same")
    return tuple(dict.fromkeys(found))


def _guesses(answers: Answers) -> list[Finding]:
    given = {one: str(answers[f"predict_{one}"]) for one in RESPONSES}
    if not all(given.values()):
        return [
            Finding("guess-missing", "note", "You have not guessed for all four responses.", field="predict_ignore")
        ]
    words = dict(_EXPECTED)
    other = [one for one in RESPONSES if given[one] not in _expected(one)]
    says = "Your four guesses are those of our rules." if not other else "Your guesses and our rules differ: " + "; ".join(
        f"{NAMES[one].lower()}: you said “{words[given[one]].lower()}”, the rules “{' and then '.join(words[e].lower() for e in _expected(one))}”"
        for one in other
    ) + ". Your rollout may be on your side."  # fmt: skip
    why = "The study names the four responses, over many episodes. Which of them had which effect we could not confirm, so the effects here are ours."
    return [Finding("guess-same" if not other else "guess-differs", "note", says, why, "E05", "predict_ignore")]


def _weeks(state: State) -> Table:
    rows = tuple(
        (
            f"{week.number}. {week.open.report.matter}{' (again)' if week.open.times else ''}", NAMES[week.response],
            WERE[week.open.report.kind], f"{week.before} → {week.pushing}",
        )
        for week in state.weeks
    )  # fmt: skip
    return Table("Your weeks", ("Week", "You", "In truth", "Pushing back"), rows)


def rules_table() -> Table:
    """The effects, as they stand in the rules."""
    rows = tuple(
        (NAMES[one], *(_signed(EFFECT[kind][one]) for kind in KINDS), _back(one)) for one in RESPONSES
    )  # fmt: skip
    head = ("You", "They are right", "Nothing is broken", "A rule must stay", "A fault comes back")
    return Table("The rules: what each response adds to pushing back (ours, simplified)", head, rows)


def _back(response: str) -> str:
    after = RETURNS_AFTER.get(response)
    return "no" if after is None else f"after {after} {'week' if after == 1 else 'weeks'}, bigger"


def _signed(change: int) -> str:
    return f"+{change}" if change > 0 else str(change).replace("-", "−")


def rules_text() -> str:
    """All rules in sentences."""
    effects = "; ".join(
        f"{NAMES[one].lower()}: {', '.join(_signed(EFFECT[kind][one]) for kind in KINDS)}" for one in RESPONSES
    )
    back = ", ".join(f"{NAMES[one].lower()}: after {weeks}" for one, weeks in RETURNS_AFTER.items())
    return (
        f"The rules, a simplification of ours: pushing back runs from 0 to {HIGHEST} and starts at {START}. A response adds to it, "
        f"where they are right, where nothing is broken, and where a rule must stay: {effects}. A fault on which nobody acts comes back "
        f"({back} weeks), at most {RETURNS} times; each time any response adds {BIGGER} more, and acting takes {MORE_HOURS} times the hours. "
        f"Acting fixes it. From {LOUD_FROM} on users work around the system, from {TOGETHER_FROM} on they act together. You have {HOURS} hours."
    )


def _moves(*moves: str) -> str:
    return write_moves(list(moves))


_GUESSES = {"predict_ignore": "more", "predict_acknowledge": "same", "predict_act": "less", "predict_press": "more"}
_WISE = ("act", "acknowledge", "act", "act", "act", "act", "acknowledge", "act")

EXERCISE = Exercise(
    id="response-game",
    title="Response game",
    task="Guess what four kinds of response do, then respond to eight weeks of reports and see what users do next.",
    minutes=12,
    numbers="made up",
    fields=(
        *(
            Field(f"predict_{one}", _PREDICTS[one], "choice", options=_EXPECTED, group="Before you play: a report is right")
            for one in RESPONSES
        ),
        Field("moves", "Your responses, week by week", "moves", help=f"Do nothing, thank and note, thank and act, or hold the line. You have {HOURS} hours for {WEEKS} weeks."),
        Field("own", "Which report in your own rollout has been thanked for, and not worked on?", "text", rows=2, group="Your own rollout"),
    ),
    hints=(
        "Before you respond, ask: has somebody looked? A slip beside a screen is a fact. A rumour is one too, about what nobody has said.",
        "Hours are short on purpose. Not every report needs them; some need one plain sentence on paper.",
        rules_text(),
        "Worked solution: load the worked example. It acts where something is wrong, says what is so where nothing is, and moves what can be moved around the rule that must stay.",
    ),
    example=Example(
        {**_GUESSES, "moves": _moves(*_WISE), "own": "The slow search in the parts list: noted in May, three times."},
        ("ending-together", "hours-no-fault", "guess-same", "acted-right"),
    ),
    mistakes=(
        Mistake("nothing played", {**_GUESSES}, ("game-empty",)),
        Mistake("stops in the middle", {**_GUESSES, "moves": _moves("act", "acknowledge")}, ("game-open", "guess-same", "acted-right")),
        Mistake("thanks everybody", {**_GUESSES, "moves": _moves(*["acknowledge"] * 8)},
                ("ending-two-lists", "acknowledge-right", "never-reported", "guess-same")),
        Mistake("holds every line", {**_GUESSES, "predict_press": "less", "moves": _moves(*["press"] * 8)},
                ("ending-letter", "press-right", "never-reported", "guess-differs")),
        Mistake("waits for it to pass", {**_GUESSES, "predict_ignore": "less", "moves": _moves(*["ignore"] * 8)},
                ("ending-letter", "ignore-right", "never-reported", "guess-differs")),
        Mistake("acts on everything", {**_GUESSES, "moves": _moves(*["act"] * 7, "acknowledge")},
                ("ending-together", "hours-no-fault", "hours-out", "guess-same", "acted-right")),
    ),
    check=check,
    check_label="Look back",
    turn=turn,
)  # fmt: skip
