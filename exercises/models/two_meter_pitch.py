"""Two-meter pitch: a fear said in four sentences, one sentence of pull, and two meters that move apart.

How the meters move stands in `two_meters`; here is what loses a fear while it is said
(denial, empty comfort, an admission taken back, a promise that is not yours), and what
a safeguard and an open point need.
"""

from __future__ import annotations

from exercises.exercise import Answer, Answers, Example, Exercise, Feedback, Field, Finding, Mistake, Table, Verdict
from exercises.models import who
from exercises.models.two_meters import (
    COMPANY,
    NO_GAIN,
    denied,
    for_them_too,
    given_in,
    levels,
    meters,
    moves_table,
    own_words,
    rules_table,
    stands,
)
from exercises.text import candour, cue, reads_english, sentences, shortened, words

AGREED = (
    ("", "Choose …"), ("signed", "Yes, by somebody who has the power"), ("asked", "Asked, no answer yet"), ("none", "No"),
)  # fmt: skip

_ABOUT_THEM = cue(
    "concerns?",
    "some (?:users?|people|colleagues|staff)",
    "resist\\w*",
    "the (?:users?|staff|employees)",
    "acceptance",
    "change fatigue",
    "reservations?",
    "end users?",
)
_HAZY = cue(
    "some (?:changes?|impact|effects?|adjustments?|degree|extent|inconvenience)", "certain \\w+", "to (?:some|a certain) (?:extent|degree)", "there (?:might|may|could) be", "a few changes", "various \\w+", "in some cases",
)  # fmt: skip
_ALSO_OPEN = cue(
    "open",
    "not (?:yet )?(?:been )?(?:settled|decided|known|agreed|clear)",
    "(?:has|have) been asked",
    "answers?",
    "tells?",
    "(?:do not|don't|does not|doesn't) (?:yet )?know",
    "unknown",
    "no (?:answer|decision|rule)",
    "undecided",
    "unclear",
    "cannot say",
    "can't say",
    "nobody knows",
    "whether",
    "still",
    "will (?:be )?(?:decid\\w+|sa(?:y|id)|tell|settle\\w*|answer\\w*)",
    "decides?",
    "says?",
)

LONG = 90
"""Words: more than this and the fear is buried under its answer."""


def live(answers: Answers) -> str | Feedback:
    """Meters and their moves, once a sentence has been begun."""
    if not any(given_in(answers).values()):
        return ""
    says = "A toy: it shows directions, and measures nobody."
    return Feedback(says, tables=(moves_table(answers),), meters=meters(answers))


def check(answers: Answers) -> Feedback:
    """Look for what loses a fear, then for what a safeguard and an open point need."""
    given = given_in(answers)
    whole = " ".join(text for text in given.values() if text)
    if not whole:
        says = "Write the fear first, as they would say it to a colleague."
        return Feedback("There is no pitch yet.", (Finding("pitch-empty", "ask", says, field="fear"),))
    if len(words(whole)) >= 4 and not reads_english(whole):
        says = "The check reads English sentences, and these do not look like it. Judge them yourself: who stands behind the safeguard, and until when?"
        return Feedback("The check cannot read this.", (Finding("pitch-unread", "note", says),), (rules_table(),))
    found = [
        *_losses(given, answers),
        *_the_fear(given),
        *_the_safeguard(given, str(answers.get("agreed", ""))),
        *_the_open_point(given),
        *_the_pull(given),
        *_as_a_whole(given, str(answers.get("agreed", ""))),
    ]
    found.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    pull, threat = levels(answers)
    summary = f"Pull {pull}, threat {threat}, by rules of ours that are a simplification."
    return Feedback(summary, tuple(found), (rules_table(),), composed=whole)


def _losses(given: dict[str, str], answers: Answers) -> list[Finding]:
    found = []
    for name, text in given.items():
        if seen := denied(name, text):
            says = f"“{shortened(seen)}” denies the fear. Whoever has it learns only that you cannot be told."
            found.append(Finding("denial", "change", says, field=name))
        if seen := candour.comfort(own_words(name, text)):
            says = f"“{shortened(seen)}” soothes, and nothing stands behind it. What has been agreed?"
            found.append(Finding("empty-comfort", "change", says, field=name))
        if (seen := candour.not_mine(text)) and not (name == "safeguard" and stands(given, answers)):
            says = f"“{shortened(seen)}” is not yours to promise. Posts, pay, law and health belong to those who can put it in writing: who is it here, and has that been asked?"
            found.append(Finding("not-mine", "change", says, field=name))
        if name in ("fear", "true_part") and (taken := candour.cancelled(text)):
            verdict: Verdict = "change" if taken.plainly else "ask"
            says = (
                f"After “{taken.joins}” the admission is gone."
                if taken.plainly
                else f"Does what follows “{taken.joins}” take the admission back?"
            )
            found.append(
                Finding("cancelled", verdict, f"{says} Stop before it, and let the safeguard answer.", field=name)
            )
    return found


def _the_fear(given: dict[str, str]) -> list[Finding]:
    found = []
    if not given["fear"]:
        return [
            Finding(
                "fear-missing", "change", "Whose fear is answered here? Say it first, in their words.", field="fear"
            )
        ]
    if len(words(given["fear"])) < 3:
        says = f"“{shortened(given['fear'])}”: say it as a sentence that one of them would say."
        found.append(Finding("fear-short", "ask", says, field="fear"))
    if seen := _ABOUT_THEM.search(given["fear"]):
        says = f"“{seen.group()}” speaks about them. Say it as one of them would, over coffee."
        found.append(Finding("fear-about-them", "ask", says, field="fear"))
    if candour.watching(given["fear"]):
        says = (
            "A fear of being watched has a basis. Answer it with a rule: what is recorded, who sees it, for what never."
        )
        why = "Electronic monitoring showed no better performance and went with more stress; open and less invasive monitoring went with better attitudes."
        found.append(Finding("watched", "note", says, why, "E13", "fear"))
    if not given["true_part"]:
        found.append(
            Finding(
                "truth-missing",
                "ask",
                "What is true about the fear? They know it, so grant it before you answer.",
                field="true_part",
            )
        )
    elif seen := _HAZY.search(given["true_part"]):
        says = f"“{seen.group()}” grants something without saying what. They know it in minutes, names and places: say it so."
        found.append(Finding("truth-hazy", "ask", says, field="true_part"))
    return found


def _the_safeguard(given: dict[str, str], agreed: str) -> list[Finding]:
    text = given["safeguard"]
    if not text:
        says = "There is no safeguard. Who could grant one? Ask that role before the talk; until then say who decides, and by when, as the open point."
        if _open_is_whole(given):
            says = "There is no safeguard, and you say who decides and by when. Has that role been asked for one?"
            return [Finding("safeguard-missing", "ask", says, field="safeguard")]
        return [Finding("safeguard-missing", "change", says, field="safeguard")]
    found = []
    if agreed in ("asked", "none"):
        says = (
            "It has not been agreed, so do not say it as if it were. Move it to the open point: who decides, by when."
        )
        found.append(
            Finding(
                "not-agreed",
                "change",
                says,
                "A promise that breaks takes the trust of the others with it.",
                "",
                "agreed",
            )
        )
        return found
    if not agreed:
        found.append(
            Finding(
                "agreed-missing",
                "ask",
                "Has it been agreed by somebody who has the power? If you do not know, it is no safeguard yet.",
                field="agreed",
            )
        )
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
        return [
            Finding(
                "open-missing",
                "ask",
                "What is still open? Something is; if you leave it out, they will fill it in.",
                field="open_point",
            )
        ]
    found = []
    if not candour.a_role(text):
        found.append(
            Finding(
                "open-owner-missing",
                "change",
                "Whose answer is it? Name the role that will settle the open point.",
                field="open_point",
            )
        )
    if not candour.when(text):
        says = f"“{shortened(text)}”: by which day will they hear? Where no day is named, rumours begin."
        found.append(Finding("open-day-missing", "change", says, field="open_point"))
    if not found and _ALSO_OPEN.search(text):
        found.append(
            Finding(
                "open-good",
                "good",
                "The open point has a role and a day: they can ask on that day.",
                field="open_point",
            )
        )
    elif not found:
        found.append(Finding("open-what", "ask", "Does it say what is still open, in plain words?", field="open_point"))
    return found


def _the_pull(given: dict[str, str]) -> list[Finding]:
    text = given["pull"]
    if not text:
        return [
            Finding(
                "pull-missing",
                "ask",
                "One sentence of pull is allowed: what gets better for them? If nothing does, say so.",
                field="pull",
            )
        ]
    if NO_GAIN.search(text):
        says = "You say that nothing gets better for them. Then everything rests on how the threat is answered."
        return [Finding("pull-none", "note", says, field="pull")]
    if (seen := COMPANY.search(text)) and for_them_too(text):
        says = f"“{seen.group()}” is the firm's gain, the rest is theirs. Which of the two would they hear? Try it without the firm."
        return [Finding("pull-mixed", "ask", says, field="pull")]
    if seen:
        says = f"“{seen.group()}” is a gain for the firm. What does this role notice on a Tuesday?"
        return [Finding("pull-company", "change", says, field="pull")]
    says = "The gain moved the pull, and left the threat where it was. Try it: take the sentence out and watch."
    return [
        Finding("pull-apart", "note", says, "What blocks use is not the opposite of what enables it.", "E08", "pull")
    ]


def _as_a_whole(given: dict[str, str], agreed: str) -> list[Finding]:
    found = []
    answered = (
        given["fear"]
        and agreed not in ("asked", "none")
        and candour.signer(given["safeguard"])
        and candour.when(given["safeguard"])
    )
    if answered:
        says = "The fear is said, and something answers it."
        why = "Outside advertising, raising an objection and answering it was more credible and a little more persuasive than leaving it out."
        found.append(Finding("answered", "good", says, why, "E20", "safeguard"))
    elif given["fear"]:
        says = (
            "The fear is said and nothing answers it yet. That may cost support; honesty may ask for it all the same."
            if not given["safeguard"]
            else "The fear is said, and the safeguard does not answer it yet. That may cost support; honesty may ask for it all the same."
        )
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
    said = " ".join(text if text[-1] in '.!?…”"' else f"{text}." for text in given_in(answers).values() if text)
    if not said:
        return ()
    agreed = {
        "signed": "Safeguard agreed: yes.",
        "asked": "Safeguard agreed: asked, no answer yet.",
        "none": "Safeguard agreed: no.",
    }
    standing = agreed.get(str(answers.get("agreed", "")), "")
    return (f"To the {who.role_name(answers)}: {said}", *((standing,) if standing else ()))


_GOOD: dict[str, Answer] = {
    "role": "field_engineer", "technology": "other", "technology_words": "dispatch app for lift service",
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
        Mistake("said as agreed while it is only asked", _but(agreed="asked"), ("not-agreed", "watched", "pull-apart", "unanswered", "open-good")),
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
