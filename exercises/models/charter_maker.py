"""Charter maker: a rule for data that people fear, short enough to be signed and pinned to a wall.

A fear of being watched has a basis: monitoring showed no better performance and went
with more stress, and open, less invasive monitoring went with better attitudes (`E13`).
So it needs a rule that somebody with power over its use has signed. A charter is no
legal text, and the check says so.
"""

from __future__ import annotations

import re

from exercises.exercise import Answer, Answers, Example, Exercise, Feedback, Field, Finding, Mistake, Table
from exercises.models import who
from exercises.models.charter_words import (
    ALL_DATA,
    BROAD,
    CONSEQUENCE,
    HOLES,
    IT,
    JUDGING,
    NO_CONSEQUENCE,
    OPEN_ENDED,
    OTHER_USE,
    POWER,
    TOO_FAR,
)
from exercises.text import candour, cue, reads_english, shortened, words
from exercises.text.days import read_day
from exercises.text.owner import about_owner

UNITS = (
    ("", "Choose …"),
    ("hours", "hours"),
    ("days", "days"),
    ("weeks", "weeks"),
    ("months", "months"),
    ("years", "years"),
)
_DAYS = {"hours": 1 / 24, "days": 1, "weeks": 7, "months": 30, "years": 365}
LONG = 365
"""Days: a longer keeping is asked about. No law is meant; whoever sets it should know why."""

_TEXTS = ("data", "sees", "purpose", "never", "breach")


_BARRED = cue("not", "never", "nobody", "no one", "no", "cannot", "can't", "don't", "doesn't")


def compose(answers: Answers) -> tuple[tuple[str, str], ...]:
    """The charter as (heading, text); what is not answered yet stands as […]."""
    of = _given(answers)
    if not any(of.values()) and not answers.get("keep"):
        return ()
    keep, unit = _keep(answers)
    kept = (
        f"{keep} {unit[:-1] if keep == 1 else unit}; then it is deleted."
        if keep and unit
        else "[how long], then it is deleted."
    )
    return (
        ("What it is about", _stop(of["data"]) or "[which data]"),
        ("Who may see it", _stop(of["sees"]) or "[which roles]"),
        ("For what", _stop(of["purpose"]) or "[one use]"),
        ("For how long", kept),
        ("Never", _stop(of["never"]) or "[which uses]"),
        ("If this is broken", f"{_stop(of['breach']) or '[what happens].'} Turn to: {of['turn_to'].rstrip('.') or '[whom]'}."),
        ("Holds until", f"{of['review'].rstrip('.') or '[day]'}. Then we look at it together; if nobody does, the recording stops."),
        ("Signed", f"{of['signs'].rstrip('.') or '[who]'}, on ____________"),
    )  # fmt: skip


def _given(answers: Answers) -> dict[str, str]:
    return {name: " ".join(str(answers.get(name, "")).split()) for name in (*_TEXTS, "turn_to", "signs", "review")}


def _keep(answers: Answers) -> tuple[int, str]:
    keep, unit = answers.get("keep", 0), str(answers.get("keep_unit", ""))
    return (keep if isinstance(keep, int) else 0), (unit if unit in _DAYS else "")


def _stop(text: str) -> str:
    return text if not text or text[-1] in '.!?…”"' else f"{text}."


def _title(answers: Answers) -> str:
    return f"Charter for {who.technology_name(answers)} and the role of {who.role_name(answers)}"


def live(answers: Answers) -> str | Feedback:
    """The charter as it grows."""
    made = compose(answers)
    return Feedback("Not signed yet.", tables=(Table(_title(answers), ("", "What we agree"), made),)) if made else ""


def check(answers: Answers) -> Feedback:
    """Look at every line of the charter: is it there, is it closed, and does somebody stand behind it?"""
    of = _given(answers)
    if not compose(answers):
        says = "Name the data first: which one thing is recorded that people fear?"
        return Feedback("There is no charter yet.", (Finding("charter-empty", "ask", says, field="data"),))
    found = [
        *_data(of),
        *_sees(of),
        *_purpose(of),
        *_retention(answers),
        *_never(of),
        *_breach(of),
        *_signs(of),
        *_review(of),
        *_promises(of),
    ]
    found.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    gaps = len({one.field for one in found if one.verdict == "change"})
    open_ = sum(one.verdict == "ask" for one in found)
    if not gaps:
        says = "Every line is there. " + (
            "The questions above are yours to answer before it is shown."
            if open_
            else "It can be shown to the one who is to sign it."
        )
        found.append(Finding("charter-whole", "good", says))
    says = "A charter is no legal text. Before anybody signs: one person of the role reads it, and the data protection officer and the staff's representatives, where there are any."
    found.append(Finding("before-signing", "ask", says))
    summary = (
        "It can go to the one who signs."
        if not gaps and not open_
        else f"No line is missing; {open_} question{' is' if open_ == 1 else 's are'} left before it goes to the one who signs."
        if not gaps
        else f"{gaps} line{'s' if gaps > 1 else ''} to mend before anybody is asked to sign."
    )
    return Feedback(summary, tuple(found), composed="\n".join(f"{head}: {text}" for head, text in compose(answers)))


def _data(of: dict[str, str]) -> list[Finding]:
    if not of["data"]:
        return [
            Finding(
                "data-missing",
                "change",
                "Which data? Name the one that they fear: the time of each stop, the calls per hour.",
                field="data",
            )
        ]
    if ALL_DATA.fullmatch(of["data"].strip(" .")):
        says = f"“{shortened(of['data'])}” can be anything. Which entry on the screen is it?"
        return [Finding("data-vague", "change", says, field="data")]
    return []


def _sees(of: dict[str, str]) -> list[Finding]:
    if not of["sees"]:
        return [Finding("sees-missing", "change", "Who may see it? Roles, each of them named.", field="sees")]
    # Who may not see it widens no circle (“managers of other units do not see it”).
    seeing = " ".join(part for part in re.split(r"(?<=[;.,])\s|\band\b", of["sees"]) if not _BARRED.search(part))
    if seen := BROAD.search(seeing):
        says = f"“{seen.group()}” is no closed circle. Which roles, and do the people themselves see it first?"
        return [
            Finding(
                "sees-broad",
                "change",
                says,
                "Open and less invasive monitoring went with better attitudes.",
                "E13",
                "sees",
            )
        ]
    return []


def _purpose(of: dict[str, str]) -> list[Finding]:
    if not of["purpose"]:
        return [
            Finding(
                "purpose-missing",
                "change",
                "For what is it used? One use that a person of the role would call reasonable.",
                field="purpose",
            )
        ]
    if seen := (OTHER_USE.search(of["purpose"]) or OPEN_ENDED.search(of["purpose"])):
        says = f"“{shortened(seen.group())}” is an open door: any use fits through it. Name the uses and stop."
        return [Finding("purpose-open", "change", says, field="purpose")]
    if len(words(of["purpose"])) < 3:
        return [
            Finding(
                "purpose-short", "ask", f"“{of['purpose']}”: who does what with it, in which moment?", field="purpose"
            )
        ]
    return []


def _retention(answers: Answers) -> list[Finding]:
    keep, unit = _keep(answers)
    if not keep or not unit:
        says = (
            "For how long is it kept? A number and a unit; “as long as necessary” is no answer that could be checked."
        )
        return [Finding("keep-missing", "change", says, field="keep" if not keep else "keep_unit")]
    if keep * _DAYS[unit] > LONG:
        says = f"{keep} {unit}: for which use is it needed so long? If a law asks for it, name the law's owner in your house."
        return [Finding("keep-long", "ask", says, field="keep")]
    return []


def _never(of: dict[str, str]) -> list[Finding]:
    if not of["never"]:
        return [
            Finding(
                "never-missing",
                "change",
                "For what never? This line is the one that they will read first.",
                field="never",
            )
        ]
    if seen := HOLES.search(of["never"]):
        keeper = candour.a_role(of["never"][seen.end() :])
        if keeper and seen.group().lower().startswith(("unless", "except")):
            says = f"“{seen.group()}” makes a hole in “never”, kept by “{keeper}”. Would those who fear the data trust that?"
            return [Finding("never-hole", "ask", says, field="never")]
        says = f"“{seen.group()}” makes a hole in “never”. Who decides what falls through it? Take it out, or name the case."
        return [Finding("never-hole", "change", says, field="never")]
    found = []
    if len(words(of["never"])) < 3:
        says = f"“{of['never']}”: never what, with whom? A word that short is read as one likes."
        found.append(Finding("never-short", "ask", says, field="never"))
    elif reads_english(of["never"]) and not JUDGING.search(of["never"]):
        says = "The line does not speak of judging single people. Is that not the fear?"
        found.append(
            Finding(
                "never-judging",
                "ask",
                says,
                "Monitoring showed no better performance and went with more stress.",
                "E13",
                "never",
            )
        )
    both = {one.group().lower() for one in JUDGING.finditer(of["purpose"])} & {
        one.group().lower() for one in JUDGING.finditer(of["never"])
    }
    if both:
        says = f"“{min(both)}” stands under “for what” and under “never”. Which is it?"
        found.append(Finding("never-contradicts", "ask", says, field="never"))
    return found


def _breach(of: dict[str, str]) -> list[Finding]:
    found = []
    if not of["breach"]:
        found.append(
            Finding(
                "breach-missing",
                "change",
                "What happens if somebody breaks it? Without an answer it is a wish.",
                field="breach",
            )
        )
    elif NO_CONSEQUENCE.search(of["breach"]) and not CONSEQUENCE.search(NO_CONSEQUENCE.sub(" ", of["breach"])):
        says = f"“{shortened(of['breach'])}” has no consequence. What is different afterwards: is the figure struck out, is the access gone, is the person told, and by when?"
        found.append(Finding("breach-empty", "change", says, field="breach"))
    elif reads_english(of["breach"]) and not CONSEQUENCE.search(of["breach"]):
        found.append(
            Finding(
                "breach-what",
                "ask",
                f"“{shortened(of['breach'])}”: what would the person concerned notice?",
                field="breach",
            )
        )
    turn = about_owner(of["turn_to"], field="turn_to", prefix="turn")
    if turn.verdict != "good" and not candour.a_role(of["turn_to"]):
        says = (
            turn.says
            if turn.id != "turn-missing"
            else "To whom can a user turn? One role that answers, and that has not signed."
        )
        found.append(Finding(turn.id, turn.verdict, says, field="turn_to"))
    elif of["turn_to"] and of["turn_to"].lower().strip(" .") == of["signs"].lower().strip(" ."):
        says = "The one who signs is also the one to complain to. Would you, if it were their breach?"
        found.append(Finding("turn-same", "ask", says, field="turn_to"))
    return found


def _signs(of: dict[str, str]) -> list[Finding]:
    signs = of["signs"]
    if IT.search(signs) and not POWER.search(signs):
        says = f"“{shortened(signs)}” can build the lock and not bind those who hold the key. Who could order somebody to use the data against a person? That role signs."
        return [Finding("signer-it", "change", says, field="signs")]
    if POWER.search(signs) and not IT.search(signs):
        return [
            Finding(
                "signer-good",
                "good",
                "Who signs has a say over how it is used.",
                "A promise by somebody without that power is a reassurance, and a fear of being watched needs a rule.",
                "E13",
                "signs",
            )
        ]
    owner = about_owner(signs, field="signs", prefix="signer")
    if owner.verdict == "good":
        says = f"Could “{shortened(signs)}” stop a manager from using it against somebody? If not, who could?"
        return [Finding("signer-power", "ask", says, field="signs")]
    says = (
        "Who signs? The role that could order its misuse, and therefore can forbid it."
        if owner.id == "signer-missing"
        else owner.says
    )
    return [Finding(owner.id, owner.verdict, says, field="signs")]


def _review(of: dict[str, str]) -> list[Finding]:
    if read_day(of["review"])[0]:
        return []
    if candour.when(of["review"]) or candour.when(f"until {of['review']}"):
        says = f"“{shortened(of['review'])}”: write the day itself, so that it stands in a calendar."
        return [Finding("review-span", "ask", says, field="review")]
    quoted = f"“{shortened(of['review'])}” is no day. " if of["review"] else ""
    return [
        Finding(
            "review-missing",
            "change",
            f"{quoted}Until which day does it hold, before all look at it again?",
            field="review",
        )
    ]


def _promises(of: dict[str, str]) -> list[Finding]:
    found = []
    for name in _TEXTS:
        if seen := TOO_FAR.search(of[name]):
            says = f"“{shortened(seen.group())}” is more than IT can keep: people with keys exist. Say what is recorded when somebody looks, and who reads that."
            found.append(Finding("promise-too-far", "change", says, field=name))
        elif name != "never" and (bound := candour.not_mine(of[name])):
            says = f"“{shortened(bound)}” does not belong into a rule about data. Its owner has to write it, in a paper of their own."
            found.append(Finding("promise-not-here", "change", says, field=name))
        if name not in ("purpose", "never") and (opened := OTHER_USE.search(of[name])):
            says = f"“{shortened(opened.group())}” undoes the rest of the charter. Take it out."
            found.append(Finding("other-use", "change", says, field=name))
    return found


def written(answers: Answers) -> tuple[str | Table, ...]:
    """The charter, ready to be signed; gaps stand in brackets."""
    made = compose(answers)
    return (Table(_title(answers), ("", "What we agree"), made),) if made else ()


_GOOD: dict[str, Answer] = {
    "role": "field_engineer", "technology": "other", "technology_words": "dispatch app for lift service",
    "data": "time and place of each stop of a service van", "sees": "the engineer, and the dispatcher on duty",
    "purpose": "to send the nearest van when a lift has stopped", "keep": 30, "keep_unit": "days",
    "never": "to rank or appraise single engineers, for working hours, or in a disciplinary matter",
    "breach": "What was found does not count and is deleted; the engineer is told within three days; whoever looked loses access.",
    "turn_to": "the data protection officer", "signs": "the service director", "review": "30 June",
}  # fmt: skip
_FOUND = ("signer-good", "before-signing")


def _but(**changes: Answer) -> dict[str, Answer]:
    return {**_GOOD, **changes}


EXERCISE = Exercise(
    id="charter-maker",
    title="Charter maker",
    task="Write a rule for one kind of data that people fear, so that somebody with the power to keep it could sign it.",
    minutes=10,
    fields=(
        *who.fields(),
        Field("data", "Which data?", placeholder="time and place of each stop of a service van", group="The charter"),
        Field("sees", "Who may see it?", help="Roles, the people themselves among them.", placeholder="the engineer, and the dispatcher on duty", group="The charter"),
        Field("purpose", "For what?", help="Name the uses and stop.", placeholder="to send the nearest van when a lift has stopped", group="The charter"),
        Field("keep", "For how long is it kept?", "number", lowest=0, highest=9999, group="The charter"),
        Field("keep_unit", "… of what?", "choice", options=UNITS, group="The charter"),
        Field("never", "For what never?", "text", rows=2, placeholder="to rank or appraise single engineers, for working hours, or in a disciplinary matter", group="The charter"),
        Field("breach", "What happens if somebody breaks it?", "text", rows=2, placeholder="What was found does not count and is deleted; the engineer is told within three days.", group="The charter"),
        Field("turn_to", "To whom can a user turn? One role", placeholder="the data protection officer", group="The charter"),
        Field("signs", "Who signs? One role", help="The one who could order its misuse, and therefore can forbid it.", placeholder="the service director", group="The charter"),
        Field("review", "Until which day does it hold?", placeholder="30 June", group="The charter"),
    ),
    hints=(
        "Take one kind of data, not “the system”. The one that they name in the canteen.",
        "Write “never” before you write “for what”. It shows you which purpose you were about to leave open.",
        "Ask who could give the order to misuse it. That role signs; IT cannot sign for them.",
        "Worked solution: load the worked example. Two roles see it, one use is named, “never” has no “unless”, and a breach has a consequence that the engineer would notice.",
    ),
    example=Example(_GOOD, ("signer-good", "charter-whole", "before-signing")),
    mistakes=(
        Mistake("nothing written", {}, ("charter-empty",)),
        Mistake("the usual policy", _but(data="usage data", sees="authorised personnel", purpose="continuous improvement and other purposes"),
                ("data-vague", "sees-broad", "purpose-open", *_FOUND)),
        Mistake("IT signs", _but(signs="the project lead"), ("signer-it", "before-signing")),
        Mistake("as long as necessary", _but(keep=0, keep_unit=""), ("keep-missing", *_FOUND)),
        Mistake("no never", _but(never=""), ("never-missing", *_FOUND)),
        Mistake("a never with a hole", _but(never="to appraise single engineers without good reason"), ("never-hole", *_FOUND)),
        Mistake("we take it seriously", _but(breach="We take breaches very seriously.", turn_to=""), ("breach-empty", "turn-missing", *_FOUND)),
        Mistake("no end", _but(review="as long as the system runs"), ("review-missing", *_FOUND)),
        Mistake("more than IT can keep", _but(never="to appraise engineers; it is technically impossible for anyone to look"), ("promise-too-far", *_FOUND)),
        Mistake("a promise about posts", _but(purpose="to send the nearest van; no jobs will be cut because of it"), ("promise-not-here", *_FOUND)),
        Mistake("somebody without power signs", _but(signs="the shift dispatcher"), ("signer-power", "charter-whole", "before-signing")),
        Mistake("another door", _but(breach="It is deleted; data may be used for further purposes by the management."), ("other-use", *_FOUND)),
    ),
    check=check,
    live=live,
    live_label="The charter so far",
    check_label="Check the charter",
    part="safeguards",
    written=written,
)  # fmt: skip
