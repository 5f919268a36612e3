"""Two-meter pitch: a fear said in four sentences, one sentence of pull, and two meters that move apart.

What blocks use is not the opposite of what enables it; more benefit does not cancel a
threat (`E08`). So there are two meters, and a gain moves one of them only. The rules
(`PULL_STARTS` and below, `moves`) are ours and a simplification, printed in the
feedback: no study measured these numbers. Their directions lean on `E08`, `E13` and,
for a fear that is answered or left hanging, `E20`.
"""

from __future__ import annotations

from typing import NamedTuple

from exercises.exercise import Answer, Answers, Example, Exercise, Feedback, Field, Finding, Meter, Mistake, Table
from exercises.models import who
from exercises.text import candour, cue, reads_english, sentences, shortened, words

PULL_STARTS, THREAT_STARTS, TOP = 2, 6, 10
"""Before you speak they have heard of the system, and mostly the bad half. Both meters run from 0 to 10."""

AGREED = (
    ("", "Choose …"), ("signed", "Yes, by somebody who has the power"), ("asked", "Asked, no answer yet"), ("none", "No"),
)  # fmt: skip
PARTS = {"fear": "Fear", "true_part": "True part", "safeguard": "Safeguard", "open_point": "Open point", "pull": "Pull"}

_TO_THEM = cue("you", "your", "yours", "yourself")
_COMPANY = cue(
    "transparency", "efficienc\\w+", "productivity", "the (?:company|firm|business|organi[sz]ation|management)(?: can| will)?", "synerg\\w+", "roi", "costs? savings?", "saves? costs?", "strateg\\w+", "competitive\\w*",
    "digital\\w*", "single source of truth",
)  # fmt: skip
_ABOUT_THEM = cue("concerns?", "some (?:users?|people|colleagues|staff)", "resist\\w*", "the (?:users?|staff|employees)", "acceptance", "change fatigue", "reservations?", "end users?")
_ALSO_OPEN = cue("open", "not (?:yet )?(?:settled|decided|known|agreed|clear)", "(?:do not|don't|does not|doesn't) (?:yet )?know", "unknown", "no (?:answer|decision|rule)", "undecided", "unclear", "cannot say", "can't say", "nobody knows", "whether", "still", "will (?:be )?(?:decid\\w+|sa(?:y|id)|tell|settle\\w*|answer\\w*)", "decides?", "says?")

LONG = 90
"""Words: more than this and the fear is buried under its answer."""


class Move(NamedTuple):
    """What one part of the pitch does to the meters, and by which rule."""

    part: str
    pull: int
    threat: int
    because: str


def moves(answers: Answers) -> tuple[Move, ...]:
    """Every move of the meters, part by part, by our rules."""
    given = _given(answers)
    found = [*_fear_and_truth(given), *_safeguard(given, str(answers.get("agreed", ""))), *_open(given), *_pull(given)]
    for name, text in given.items():
        if seen := candour.comfort(_own(name, text)):
            found.append(Move(name, 0, 2, f"empty comfort: “{shortened(seen, 30)}”"))
        if seen := _denied(name, text):
            found.append(Move(name, 0, 2, f"a denial: “{shortened(seen, 30)}”"))
        if seen := candour.not_mine(text):
            if not (name == "safeguard" and _stands(given, answers)):
                found.append(Move(name, 0, 2, f"not yours to promise: “{shortened(seen, 30)}”"))
    return tuple(found)


def _given(answers: Answers) -> dict[str, str]:
    return {name: " ".join(str(answers.get(name, "")).split()) for name in PARTS}


def _denied(name: str, text: str) -> str:
    """A denial; a rule that somebody has signed denies nothing."""
    return "" if name == "safeguard" and candour.signer(text) else candour.denial(_own(name, text))


def _own(name: str, text: str) -> str:
    """What the speaker says; a fear in quotation marks is said by those who have it, in any words they like."""
    return candour.unquoted(text) if name == "fear" else text


def _stands(given: dict[str, str], answers: Answers) -> bool:
    return bool(candour.signer(given["safeguard"])) and answers.get("agreed") == "signed"


def _fear_and_truth(given: dict[str, str]) -> list[Move]:
    found = []
    if given["fear"]:
        found.append(Move("fear", 0, 1, "the fear is in the room now"))
    if given["true_part"]:
        taken = candour.cancelled(given["true_part"])
        if taken:
            found.append(Move("true_part", 0, 1, f"admitted, then taken back after “{taken.joins}”"))
        else:
            found.append(Move("true_part", 0, -1, "the true part is granted: they need not prove it"))
    return found


def _safeguard(given: dict[str, str], agreed: str) -> list[Move]:
    text = given["safeguard"]
    if not text:
        return []
    if agreed in ("asked", "none"):
        return [Move("safeguard", 0, 1, "said as if agreed, and it is not")]
    has = (bool(candour.signer(text)), candour.when(text))
    if all(has):
        return [Move("safeguard", 0, -4, "somebody stands behind it, and it says until when")]
    if has[0]:
        return [Move("safeguard", 0, -2, "somebody stands behind it; until when is not said")]
    return [Move("safeguard", 0, -1 if has[1] else 0, "nobody stands behind it")]


def _open(given: dict[str, str]) -> list[Move]:
    text = given["open_point"]
    if not text:
        return []
    if candour.a_role(text) and candour.when(text):
        return [Move("open_point", 0, -1, "open, with a role and a day: it can be checked")]
    return [Move("open_point", 0, 1, "open, and nobody knows how long")]


def _pull(given: dict[str, str]) -> list[Move]:
    text = given["pull"]
    if not text:
        return []
    if _COMPANY.search(text):
        return [Move("pull", 0, 0, "a gain for the firm; a gain moves the threat never")]
    if _TO_THEM.search(text):
        return [Move("pull", 4, 0, "a gain for them; the threat stays where it is")]
    return [Move("pull", 2, 0, "a gain, not said to them; the threat stays where it is")]


def levels(answers: Answers) -> tuple[int, int]:
    """Pull and threat after all moves, each from 0 to 10."""
    made = moves(answers)
    pull = PULL_STARTS + sum(one.pull for one in made)
    threat = THREAT_STARTS + sum(one.threat for one in made)
    return max(0, min(TOP, pull)), max(0, min(TOP, threat))


def meters(answers: Answers) -> tuple[Meter, ...]:
    """Both meters, with where they started."""
    pull, threat = levels(answers)
    return (
        Meter("Pull", pull, 0, TOP, f"{pull} of {TOP}, began at {PULL_STARTS}"),
        Meter("Threat", threat, 0, TOP, f"{threat} of {TOP}, began at {THREAT_STARTS}"),
    )


def _table(answers: Answers) -> Table:
    rows = [(PARTS[one.part], _signed(one.pull), _signed(one.threat), one.because) for one in moves(answers)]
    return Table("What moved the meters, by our own rules", ("Part", "Pull", "Threat", "Because"), tuple(rows))


def _signed(value: int) -> str:
    return f"{value:+d}" if value else "0"


def live(answers: Answers) -> str | Feedback:
    """Meters and their moves, once a sentence has been begun."""
    if not any(_given(answers).values()):
        return ""
    return Feedback("A toy: it shows directions, and measures nobody.", tables=(_table(answers),), meters=meters(answers))


def check(answers: Answers) -> Feedback:
    """Look for what loses a fear, then for what a safeguard and an open point need."""
    given = _given(answers)
    if not any(given.values()):
        says = "Write the fear first, as they would say it to a colleague."
        return Feedback("There is no pitch yet.", (Finding("pitch-empty", "ask", says, field="fear"),))
    unread = [name for name, text in given.items() if len(words(text)) >= 4 and not reads_english(text)]
    if unread:
        says = f"The check reads English sentences, and {PARTS[unread[0]].lower()} does not look like one. Judge it yourself: who stands behind it, and until when?"
        return Feedback("The check cannot read all of this.", (Finding("pitch-unread", "note", says, field=unread[0]),), (_table(answers),), meters=meters(answers))
    found = [*_losses(given, answers), *_the_fear(given), *_the_safeguard(given, str(answers.get("agreed", ""))), *_the_open_point(given), *_the_pull(given), *_as_a_whole(given)]
    found.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    pull, threat = levels(answers)
    return Feedback(f"Pull {pull}, threat {threat}, by rules of ours that are a simplification.", tuple(found), tables=(_table(answers),),
                    composed=" ".join(text for text in given.values() if text), meters=meters(answers))  # fmt: skip


def _losses(given: dict[str, str], answers: Answers) -> list[Finding]:
    found = []
    for name, text in given.items():
        if seen := _denied(name, text):
            says = f"“{shortened(seen)}” denies the fear. Whoever has it learns only that you cannot be told."
            found.append(Finding("denial", "change", says, field=name))
        if seen := candour.comfort(_own(name, text)):
            says = f"“{shortened(seen)}” soothes, and nothing stands behind it. What has been agreed?"
            found.append(Finding("empty-comfort", "change", says, field=name))
        if (seen := candour.not_mine(text)) and not (name == "safeguard" and _stands(given, answers)):
            says = f"“{shortened(seen)}” is not yours to promise. Posts, pay, law and health belong to those who can put it in writing: who is it here, and has that been asked?"
            found.append(Finding("not-mine", "change", says, field=name))
        if name in ("fear", "true_part") and (taken := candour.cancelled(text)):
            verdict = "change" if taken.plainly else "ask"
            says = f"After “{taken.joins}” the admission is gone." if taken.plainly else f"Does what follows “{taken.joins}” take the admission back?"
            found.append(Finding("cancelled", verdict, f"{says} Stop before it, and let the safeguard answer.", field=name))  # type: ignore[arg-type]
    return found


def _the_fear(given: dict[str, str]) -> list[Finding]:
    found = []
    if not given["fear"]:
        return [Finding("fear-missing", "change", "Whose fear is answered here? Say it first, in their words.", field="fear")]
    if seen := _ABOUT_THEM.search(given["fear"]):
        says = f"“{seen.group()}” speaks about them. Say it as one of them would, over coffee."
        found.append(Finding("fear-about-them", "ask", says, field="fear"))
    if candour.watching(given["fear"]):
        says = "A fear of being watched has a basis. Answer it with a rule: what is recorded, who sees it, for what never."
        why = "Electronic monitoring showed no better performance and went with more stress; open and less invasive monitoring went with better attitudes."
        found.append(Finding("watched", "note", says, why, "E13", "fear"))
    if not given["true_part"]:
        found.append(Finding("truth-missing", "ask", "What is true about the fear? They know it, so grant it before you answer.", field="true_part"))
    return found


def _the_safeguard(given: dict[str, str], agreed: str) -> list[Finding]:
    text = given["safeguard"]
    if not text:
        says = "There is no safeguard. Who could grant one? Ask that role before the talk; until then say who decides, and by when, as the open point."
        return [Finding("safeguard-missing", "ask" if _open_is_whole(given) else "change", says, field="safeguard")]
    found = []
    if agreed in ("asked", "none"):
        says = "It has not been agreed, so do not say it as if it were. Move it to the open point: who decides, by when."
        found.append(Finding("not-agreed", "change", says, "A promise that breaks takes the trust of the others with it.", "", "agreed"))
    elif not agreed:
        found.append(Finding("agreed-missing", "ask", "Has it been agreed by somebody who has the power? If you do not know, it is no safeguard yet.", field="agreed"))
    if not candour.signer(text):
        says = f"“{shortened(text)}”: who stands behind it? Name the role that has signed, agreed or decided."
        found.append(Finding("signer-missing", "change", says, field="safeguard"))
    if not candour.when(text):
        says = "Until when does it hold? A safeguard without a day ends when nobody looks."
        found.append(Finding("until-missing", "change", says, field="safeguard"))
    return found


def _open_is_whole(given: dict[str, str]) -> bool:
    return bool(given["open_point"] and candour.a_role(given["open_point"]) and candour.when(given["open_point"]))


def _the_open_point(given: dict[str, str]) -> list[Finding]:
    text = given["open_point"]
    if not text:
        return [Finding("open-missing", "ask", "What is still open? Something is; if you leave it out, they will fill it in.", field="open_point")]
    found = []
    if not candour.a_role(text):
        found.append(Finding("open-owner-missing", "change", "Whose answer is it? Name the role that will settle the open point.", field="open_point"))
    if not candour.when(text):
        found.append(Finding("open-day-missing", "change", "By which day will they hear? “We will see” is where rumours begin.", field="open_point"))
    if not found and _ALSO_OPEN.search(text):
        found.append(Finding("open-good", "good", "The open point has a role and a day: they can ask on that day.", field="open_point"))
    elif not found:
        found.append(Finding("open-what", "ask", "Does it say what is still open, in plain words?", field="open_point"))
    return found


def _the_pull(given: dict[str, str]) -> list[Finding]:
    text = given["pull"]
    if not text:
        return [Finding("pull-missing", "ask", "One sentence of pull is allowed: what gets better for them? If nothing does, say so.", field="pull")]
    if seen := _COMPANY.search(text):
        says = f"“{seen.group()}” is a gain for the firm. What does this role notice on a Tuesday?"
        return [Finding("pull-company", "change", says, field="pull")]
    says = "The gain moved the pull, and left the threat where it was. Try it: take the sentence out and watch."
    return [Finding("pull-apart", "note", says, "What blocks use is not the opposite of what enables it.", "E08", "pull")]


def _as_a_whole(given: dict[str, str]) -> list[Finding]:
    found = []
    answered = given["fear"] and given["safeguard"] and candour.signer(given["safeguard"]) and candour.when(given["safeguard"])
    if answered:
        says = "The fear is said, and something answers it."
        why = "Outside advertising, raising an objection and answering it was more credible and a little more persuasive than leaving it out."
        found.append(Finding("answered", "good", says, why, "E20", "safeguard"))
    elif given["fear"]:
        says = "The fear is said and nothing answers it yet. That may cost support; honesty may ask for it all the same."
        why = "Outside advertising, an objection that was raised without an answer made messages less persuasive."
        found.append(Finding("unanswered", "note", says, why, "E20", "fear"))
    count = sum(len(words(text)) for text in given.values())
    long = [name for name, text in given.items() if len(sentences(text)) > 3]
    if count > LONG or long:
        says = f"{count} words. Five sentences are enough for a corridor; which one would they not miss?"
        found.append(Finding("pitch-long", "ask", says, field=long[0] if long else ""))
    return found


def written(answers: Answers) -> tuple[str | Table, ...]:
    """The sentences as they would be said, and whether the safeguard stands."""
    said = " ".join(text if text[-1] in ".!?…”\"" else f"{text}." for text in _given(answers).values() if text)
    if not said:
        return ()
    agreed = {"signed": "Safeguard agreed: yes.", "asked": "Safeguard agreed: asked, no answer yet.", "none": "Safeguard agreed: no."}
    standing = agreed.get(str(answers.get("agreed", "")), "")
    return (f"To the {who.role_name(answers)}: {said}", *((standing,) if standing else ()))


_GOOD: dict[str, Answer] = {
    "role": "field_engineer", "technology": "crm",
    "fear": "You may think: now they see where my van stands at every minute.",
    "true_part": "It does record the time and the place of each stop.",
    "safeguard": "Only you and the dispatcher on duty see it, and after 30 days it is deleted; the service director has signed that until 30 June.",
    "agreed": "signed",
    "open_point": "Whether accident inquiries may use it is still open; the works council decides by 14 May.",
    "pull": "What you get: the site's history and the last photo before you drive off.",
}  # fmt: skip
_FOUND = ("watched", "pull-apart", "open-good", "answered")


def _but(**changes: Answer) -> dict[str, Answer]:
    return {**_GOOD, **changes}


EXERCISE = Exercise(
    id="two-meter-pitch",
    title="Two-meter pitch",
    task="Say one fear in four sentences, add one sentence of pull, and watch which sentence moves which meter.",
    minutes=12,
    numbers="made up",
    fields=(
        *who.fields(),
        Field("fear", "The fear", "text", rows=2, group="Five sentences", help="As they would say it to a colleague.", placeholder="You may think: now they see where my van stands at every minute."),
        Field("true_part", "The true part", "text", rows=2, group="Five sentences", help="What is right about it. Full stop after it, no “but”.", placeholder="It does record the time and the place of each stop."),
        Field("safeguard", "The safeguard", "text", rows=2, group="Five sentences", help="What has been agreed, by whom, until when. Leave it empty if nothing has.",
              placeholder="Only you and the dispatcher see it; the service director has signed that until 30 June."),
        Field("agreed", "Has it been agreed?", "choice", options=AGREED, group="Five sentences"),
        Field("open_point", "The open point", "text", rows=2, group="Five sentences", help="What nobody has settled yet: who will, and by which day?",
              placeholder="Whether accident inquiries may use it is open; the works council decides by 14 May."),
        Field("pull", "One sentence of pull", "text", rows=2, group="Five sentences", help="What gets better for them. Write it last, and watch the threat.", placeholder="What you get: the site's history before you drive off."),
    ),
    hints=(
        "Write the fear with “you may think” or in quotation marks. If you would not say it aloud in front of them, it is not theirs yet.",
        "Write three sentences of pull, one after the other, and look at the threat. Then write one safeguard.",
        "If you have no safeguard, leave the field empty, name the role that decides in the open point, and ask that role before you speak.",
        "Worked solution: load the worked example. The true part ends with a full stop; the safeguard has a role that signed it and a day; the open point has both as well.",
    ),
    example=Example(_GOOD, _FOUND),
    mistakes=(
        Mistake("nothing written", {}, ("pitch-empty",)),
        Mistake("a denial", _but(true_part="Nobody is interested in where your van is."), ("denial", *_FOUND)),
        Mistake("empty comfort", _but(safeguard="There is nothing to worry about.", agreed=""),
                ("empty-comfort", "signer-missing", "until-missing", "agreed-missing", "watched", "pull-apart", "unanswered", "open-good")),
        Mistake("a cancelled admission", _but(true_part="Yes, it records each stop, but every company does that."), ("cancelled", *_FOUND)),
        Mistake("a promise about posts", _but(safeguard="Nobody will lose their job, and I stand for that.", agreed=""),
                ("not-mine", "signer-missing", "until-missing", "agreed-missing", "watched", "pull-apart", "unanswered", "open-good")),
        Mistake("a safeguard of nobody, for ever", _but(safeguard="Only you and the dispatcher will see it."),
                ("signer-missing", "until-missing", "watched", "pull-apart", "unanswered", "open-good")),
        Mistake("said as agreed while it is only asked", _but(agreed="asked"), ("not-agreed", *_FOUND)),
        Mistake("open, and no more", _but(open_point="Accident inquiries are not settled yet; we will see."),
                ("open-owner-missing", "open-day-missing", "watched", "pull-apart", "answered")),
        Mistake("pull alone", {"pull": "It gives management full transparency."}, ("fear-missing", "safeguard-missing", "pull-company", "open-missing")),
        Mistake("no safeguard, and said so", _but(safeguard="", agreed=""), ("safeguard-missing", "watched", "pull-apart", "unanswered", "open-good")),
        Mistake("another language", {"fear": "Dann sieht man jede Minute, wo mein Wagen steht."}, ("pitch-unread",)),
    ),
    check=check,
    live=live,
    live_label="Two meters",
    check_label="Read my pitch",
    part="safeguards",
    written=written,
)  # fmt: skip
