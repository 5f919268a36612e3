"""Messenger casting: who could truly say each line, first for a made-up pitch, then for one's own.

Salespeople followed what their own manager and colleagues did (`E38`); what work is good
for was believed from those whom it helps (`E31`). Who says it matters most where the
tool is not close to the job; where it is, arguments carry more (`E19`, a correlation).
"""

from __future__ import annotations

from exercises import cards
from exercises.exercise import (
    Answer,
    Answers,
    Example,
    Exercise,
    Feedback,
    Field,
    Finding,
    Meter,
    Mistake,
    Table,
    read_rows,
    rows,
)
from exercises.text import cue, shortened, words

DECK = cards.deck("messenger-casting")
MOST = 3
"""Own lines; a pitch has no room for more that matter."""

_WHO = (("", "Choose …"), *DECK.options)
_STAKE = (
    ("", "Choose …"), ("lives", "They use it, or keep what the line promises"), ("not", "They do not use it themselves"),
    ("bonus", "They get a bonus, a prize or praise for it"), ("unsure", "I do not know"),
)  # fmt: skip
_ASKED = (("", "Choose …"), ("yes", "Yes, and they want to say it"), ("no", "Not yet"), ("declined", "They declined"))

_LINE = (
    Field("says", "The line, as it would be said", placeholder="I close the ticket on the train. On Mondays it is slow.",
          help="One of the lines of your pitch that matter most."),
    Field("who", "Who could truly say it?", "choice", options=_WHO),
    Field("stake", "What ties them to it?", "choice", options=_STAKE),
    Field("asked", "Have you asked them?", "choice", options=_ASKED),
)  # fmt: skip

_PROMISES = cue(
    "targets?", "bonus", "pay", "paid", "salar\\w+", "jobs?", "posts?", "redundan\\w+", "layoffs?", "laid off", "appraisals?",
    "(?:performance|staff|annual|yearly|your|in) reviews?", "headcount", "overtime", "quotas?", "fired",
    "(?:be|is|are|being|get|gets|you|people|nobody|anybody)(?: not| never)? (?:measured|monitored|tracked|watched)",
    "(?:monitor|track|watch)(?:s|es|ing)? (?:you|your|us|people|them|anyone|anybody|who|where|when|how)",
)  # fmt: skip
_LIVED = cue(
    "i (?:use|used|got|do|did|save|saved|work|worked|close|closed|run|finish|hate|hated|like|liked|go|went|leave|left)",
    "my (?:own )?(?:day|week|evenings?|sundays?|shift|round|list|desk|team|ward|class|van)",
    "it saved me",
)
_EVERYBODY = cue(
    "everyone",
    "everybody",
    "all (?:of them|users|colleagues|units)",
    "nobody (?:minds|complains|complained|has complained)",
    "no one (?:minds|complains)",
    "they all",
    "people love",
)


def check(answers: Answers) -> Feedback:
    """The learner's own lines first, then the cards that differ from ours, then those that agree."""
    found, agree, answered = cards.findings(DECK, answers)
    lines = _own(answers)
    if not answered and not lines:
        says = "Cast one line: who could say it without borrowing it from somebody else?"
        return Feedback("Nobody is cast yet.", (Finding("casting-empty", "ask", says, field=DECK.cards[0].id),))
    own = [finding for number, line in lines for finding in _line(number, line)] or [
        Finding("own-empty", "ask", "Your own rollout: which three lines matter most, and who could truly say each?", field="line_1_says")
    ]  # fmt: skip
    whole = sum(not any(one.field.startswith(f"line_{n}_") and one.verdict != "good" for one in own) for n, _ in lines)
    own += _together(lines)
    own.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    still = []
    if 0 < answered < len(DECK.cards):
        still = [
            Finding(
                "cards-open", "ask", f"{len(DECK.cards) - answered} of the {len(DECK.cards)} lines are not cast yet."
            )
        ]
    parts = []
    if answered:
        parts.append(f"{answered} of {len(DECK.cards)} lines cast, {agree} as we would")
    if lines:
        parts.append(f"{len(lines)} own {'line' if len(lines) == 1 else 'lines'}, {whole} with a voice")
    return Feedback(
        f"{'; '.join(parts)}.",
        (
            *still,
            *(one for one in found if one.verdict != "good"),
            *own,
            *(one for one in found if one.verdict == "good"),
        ),
        tables=(_plan(lines),) if lines else (),
        meters=(Meter("Cast as we would", agree, 0, len(DECK.cards), f"{agree} of {len(DECK.cards)}"),),
    )


def _own(answers: Answers) -> list[tuple[int, dict[str, str]]]:
    return [
        (number, {name: str(value).strip() for name, value in line.items()})
        for number, line in read_rows(answers, "line", MOST, _LINE)
    ]


def _line(number: int, line: dict[str, str]) -> list[Finding]:
    name = f"line_{number}_"
    if not line["says"]:
        says = f"Line {number} has a speaker and no words. What would they say?"
        return [Finding("line-empty", "change", says, field=f"{name}says")]
    quoted = f"Line {number}, “{shortened(line['says'])}”"
    found = _words(quoted, name, line)
    if not line["who"]:
        says = f"{quoted}: who could say it without borrowing it?"
        return [*found, Finding("line-voiceless", "ask", says, field=f"{name}who")]
    if line["who"] == "nobody":
        says = f"{quoted}: nobody yet. An honest answer, and a task: whose signature, or whose trial, would give it a voice?"
        return [*found, Finding("line-nobody", "note", says, field=f"{name}who")]
    found += _speaker(quoted, name, line)
    found += _asked(quoted, name, line)
    if not found and len(words(line["says"])) < 4:
        says = f"{quoted} could be said of anything. What happened, where, how often?"
        return [Finding("line-thin", "ask", says, field=f"{name}says")]
    if not found:
        says = f"{quoted}: somebody who lives with it will say it, and was asked."
        if line["who"] == "it":
            says = f"{quoted}: yours to say, and yours to keep."
        return [Finding("line-good", "good", says, field=f"{name}says")]
    return found


def _words(quoted: str, name: str, line: dict[str, str]) -> list[Finding]:
    """What the words themselves ask for."""
    if match := _EVERYBODY.search(line["says"]):
        says = f"{quoted} speaks for others (“{match.group()}”). Who could say it in the first person, and what do they dislike?"
        return [Finding("line-everybody", "ask", says, field=f"{name}says")]
    if line["who"] in ("it", "peer") and (match := _PROMISES.search(line["says"])):
        who = "IT" if line["who"] == "it" else "A peer"
        says = f"{quoted} touches “{match.group()}”. {who} can seldom keep such a promise: who owns it, and would they put it in writing?"
        return [
            Finding(
                "line-promise",
                "ask",
                says,
                "A promise about posts, pay, law or health belongs to its owner.",
                "",
                f"{name}who",
            )
        ]
    if line["who"] in ("it", "sponsor", "council") and _LIVED.search(line["says"]):
        says = f"{quoted} sounds like somebody's own experience. If it is the speaker's own, leave it; if not, whose is it?"
        why = "In sales teams people followed the use that they saw in their manager and colleagues."
        return [Finding("line-borrowed", "ask", says, why, "E38", f"{name}who")]
    return []


def _speaker(quoted: str, name: str, line: dict[str, str]) -> list[Finding]:
    """What ties the speaker to the line."""
    if line["stake"] == "bonus":
        says = f"{quoted}: they get something for it. Would you say so openly, or ask somebody who gets nothing?"
        why = "Listeners suspected the motives of leaders and believed those whom the work helps. It was not about IT."
        return [Finding("line-bonus", "ask", says, why, "E31", f"{name}stake")]
    if line["stake"] == "not" and line["who"] in ("peer", "manager"):
        says = f"{quoted}: the speaker does not use it. What will the listeners make of that when they find out? Could they use it for a week first?"
        why = "Salespeople followed their manager's and colleagues' own use. Sales forces only."
        return [Finding("line-not-user", "ask", says, why, "E38", f"{name}stake")]
    if line["stake"] in ("", "unsure"):
        says = f"{quoted}: do they use it, or keep what it promises? Find out before you ask them to speak."
        return [Finding("line-stake-open", "ask", says, field=f"{name}stake")]
    return []


def _asked(quoted: str, name: str, line: dict[str, str]) -> list[Finding]:
    if line["asked"] == "declined":
        says = f"{quoted}: they declined. Then it is not said, nor in other words by you. What would have to change before they could?"
        return [
            Finding(
                "line-declined", "ask", says, "A no may be a correct report about the system.", "E05", f"{name}asked"
            )
        ]
    if line["asked"] != "yes" and line["who"] != "it":
        says = f"{quoted}: not asked yet. Ask for their words, and leave in what they dislike."
        return [Finding("line-unasked", "ask", says, field=f"{name}asked")]
    return []


def _together(lines: list[tuple[int, dict[str, str]]]) -> list[Finding]:
    voices = {line["who"] for _, line in lines}
    if len(lines) < MOST:
        return []
    if voices == {"it"}:
        says = "All three lines are said by IT. Which of them would sound different from somebody in the role?"
        why = "Where a tool is not close to the job, who says it carries more weight; close to the job, arguments do. A correlation in one agency."
        return [Finding("one-voice-it", "ask", says, why, "E19")]
    return []


def _plan(lines: list[tuple[int, dict[str, str]]]) -> Table:
    who, asked = dict(_WHO), dict(_ASKED)
    return Table(
        "Who says what",
        ("Line", "Who says it", "Asked?"),
        tuple(
            (
                line["says"] or "(no words yet)",
                who[line["who"]] if line["who"] else "open",
                asked[line["asked"]].partition(",")[0] if line["asked"] else "not yet",
            )
            for _, line in lines
        ),
    )


def written(answers: Answers) -> tuple[str | Table, ...]:
    """The messenger plan of the dossier: the learner's own lines, without the made-up deck."""
    lines = _own(answers)
    return (_plan(lines),) if lines else ()


_CAST: dict[str, Answer] = {card.id: card.right[0] for card in DECK.cards}
_AGREES = tuple(f"{card.id}-agrees" for card in DECK.cards)
_GOOD: dict[str, Answer] = {
    "line_1_says": "I close the ticket on the train now. On Mondays it is slow.", "line_1_who": "peer", "line_1_stake": "lives", "line_1_asked": "yes",
    "line_2_says": "For eight weeks your targets are lower; I have signed it.", "line_2_who": "sponsor", "line_2_stake": "lives", "line_2_asked": "yes",
    "line_3_says": "Your screen time is not used in appraisals.", "line_3_who": "nobody",
}  # fmt: skip


def _but(**changes: Answer) -> dict[str, Answer]:
    """One own line, good but for these changes."""
    first = {name: answer for name, answer in _GOOD.items() if name.startswith("line_1_")}
    return {**first, **{f"line_1_{name}": answer for name, answer in changes.items()}}


EXERCISE = Exercise(
    id="messenger-casting",
    title="Messenger casting",
    task="Cast twelve lines of a pitch with the people who could truly say them, then the three lines of your own that matter most.",
    minutes=14,
    fields=(
        *cards.fields(DECK, "A job app for lift engineers (made up)"),
        *rows("line", "Own line", MOST, _LINE),
    ),
    hints=(
        "Ask of each line: who would be caught if it were not true?",
        "A promise belongs to the one who can keep it. An experience belongs to the one who had it. A date belongs to IT.",
        "Where you are about to write “somebody”, choose nobody yet. That gap is your task for this week.",
        "Worked solution: the sponsor lowers the targets, the peer tells of slow Mondays, the manager of her closed spreadsheet, the caretaker of "
        "the lift, IT of week 12, the staff representative of the agreement. No one may say that no post goes, that everybody loves it, or that it "
        "saves half an hour.",
    ),
    example=Example({**_CAST, **_GOOD}, ("line-nobody", "line-good", "line-good", *_AGREES)),
    mistakes=(
        Mistake("nobody cast", {}, ("casting-empty",)),
        Mistake(
            "IT says it all",
            {"targets_drop": "it", "slow_mondays": "it", "sundays": "it", "device_week": "it"},
            ("cards-open", "targets_drop-differs", "slow_mondays-differs", "sundays-differs", "own-empty", "device_week-agrees"),
        ),
        Mistake("IT promises what it does not own", _but(says="Nobody will lose their job.", who="it"), ("line-promise",)),
        Mistake("a borrowed experience", _but(who="sponsor"), ("line-borrowed",)),
        Mistake("a false majority", _but(says="Everybody in the pilot loves it."), ("line-everybody",)),
        Mistake("a manager who does not use it", _but(who="manager", stake="not"), ("line-not-user",)),
        Mistake("a champion with a bonus, not asked", _but(stake="bonus", asked="no"), ("line-bonus", "line-unasked")),
        Mistake("a no that is spoken over", _but(asked="declined"), ("line-declined",)),
        Mistake("a speaker without words", {"line_1_who": "peer"}, ("line-empty",)),
        Mistake(
            "three lines, one voice",
            {"line_1_says": "The old server ends in June.", "line_1_who": "it", "line_1_stake": "lives", "line_1_asked": "yes",
             "line_2_says": "Training takes two hours.", "line_2_who": "it", "line_2_stake": "lives", "line_2_asked": "yes",
             "line_3_says": "It is good for you.", "line_3_who": "it", "line_3_stake": "lives", "line_3_asked": "yes"},
            ("one-voice-it", "line-good", "line-good", "line-good"),
        ),
    ),
    check=check,
    part="voices",
    written=written,
)  # fmt: skip
