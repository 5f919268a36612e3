"""Question ladder: four questions for one role, the safest first, and a way out.

The four kinds (today, trouble, cost, worth) are those of a book on selling, which is
practice evidence (`E32`). That people find their own reasons more lasting is better
supported; so is the warning that the one who asks has power (`E30`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from exercises import library
from exercises.exercise import Answer, Answers, Example, Exercise, Feedback, Field, Finding, Mistake, Table
from exercises.models import who
from exercises.text import cue, reads_english, sentences, shortened, words
from exercises.text.questions import LONGEST, about_question


class Rung(NamedTuple):
    """One rung: its field, its name, how it is asked for, what shows it, what to say where nothing does, an example."""

    id: str
    name: str
    label: str
    help: str
    shows: re.Pattern[str] | None
    missing: str
    example: str


RUNGS = (
    Rung(
        "today", "their work today", "1. Their work today", "What you could not look up: how it goes on an ordinary day.",
        None, "", "What does the last half hour of your shift look like?",
    ),
    Rung(
        "trouble", "a last time", "2. A concrete last time", "When did something in the work, not in the tool, last cost them time or nerves?",
        cue("last", "latest", "most recent(?:ly)?", "recently", "yesterday", "this (?:morning|week|month|shift)", "when did", "when was", "a (?:time|day|moment|case|week|shift|night|morning|month|visit|call)", "on (?:mon|tues|wednes|thurs|fri|satur|sun)day", "the day (?:when|that)", "happened"),
        "No single time is seen in it. “Usually” brings opinions; “the last time” brings what happened.",
        "When did a hand-over last take longer than it should?",
    ),
    Rung(
        "cost", "what they would lose", "3. What it costs them, or what they would lose", "Time, sleep, money, standing, a shortcut. They name it, not you.",
        cue("los(?:e|es|ing|t)", "costs?", "miss(?:es|ing)?", "give up", "giving up", "gone", "at stake", "follow(?:s|ed)?", "happens? (?:then|next|if|when|after)", "go(?:es)? wrong", "go(?:es)? missing", "without", "keep", "harder", "worse", "slower", "less", "covers? for", "stop(?:s|ped)? (?:being|doing)", "good at", "hours?", "unfair", "hurts?", "suffers?", "take(?:s|n)? (?:away|from)", "pay(?:s)? for", "wait(?:s|ing)?", "never", "bother\\w*", "worr(?:y|ies)", "risk\\w*", "no longer", "value", "how bad", "rely on", "depend", "disappear\\w*"),
        "It does not seem to ask what they lose, or what follows for them. Does it?",
        "What would you miss most if the paper list were gone?",
    ),
    Rung(
        "worth", "what would make it worth it", "4. What would make it worth it", "What would have to change or be given back, so that they would want it.",
        cue("worth", "have to", "would need", "would you need", "need(?:s)? to", "would it take", "in return", "give back", "given back", "enough", "conditions?", "would (?:be|make|help|let|convince)", "would you want", "(?:should|could|can) we (?:promise|leave|change|do|stop)", "before you (?:touch|use|start|try|say)", "(?:change|keep|drop) one thing", "leave alone", "would you (?:change|ask for|like to (?:see|have|keep|change))", "if you (?:could|had|were|decided)", "in place", "better", "count as", "could stop", "in it for", "drop"),
        "It does not seem to ask what would make it worth their while. Does it?",
        "What would have to be true for this to be worth ten minutes of your day?",
    ),
)  # fmt: skip

_BY_ID = {one.id: one for one in RUNGS}

_PITCHES = cue(
    "how much (?:time|money|easier|faster|quicker|better|simpler|more)\\b[^?]{0,60}\\b(?:would|could|will|can|save\\w*)", "(?:would|could|will) (?:it|this|that|the (?:new )?(?:system|tool|app|platform)|our \\w+) (?:help|save|make|free|give|be (?:better|easier|useful|helpful|great|nice))",
    "imagine", "what if (?:I|we|you) (?:told|said|could|showed|had)", "how would you like (?:it|to)", "(?:what|which) (?:benefits?|advantages?)", "benefit(?:s|ed)? (?:from|you)", "looking forward", "excited", "see the (?:value|point)", "how can (?:our|the new)", "did you know",
)  # fmt: skip
_NAMES_THREAT = cue(
    "afraid", "fears?", "fearing", "scared", "frightened", "anxious", "worried (?:about|that)", "threat\\w*", "resistance", "(?:lose|losing|about|for|keep|keeping) your (?:jobs?|posts?|place|position)", "job losses", "replace (?:you|your)", "(?:be|being|get|getting|are) replaced", "redundant", "expendable",
    "(?:be|being|feel|feeling) (?:watched|monitored|tracked|controlled|exposed|checked|spied on)", "look(?:ing)? (?:foolish|stupid|bad)",
)  # fmt: skip
_PROMISES = cue(
    "would you be (?:willing|ready|prepared|up for)", "(?:will|would|could) you (?:all |then |please )?(?:use|support|commit|sign|join|back|adopt|switch|promise|agree to|be (?:there|a champion)|help us)", "can (?:I|we) count on", "can you (?:commit|promise|confirm|guarantee)",
    "when (?:will|can|would) you (?:start|switch|use|be ready|go live|begin)", "are you (?:ready|willing|committed|on board|in favou?r|with us|prepared)", "do (?:I|we) have your", "do you (?:commit|promise)",
)  # fmt: skip
_SECOND = re.compile(
    r"(?:,?\s+and|;)\s+(?:also\s+)?((?:what|how|which|who|where|when)(?:\s+[\w'’]+){2,}[^?]{0,80})\?", re.IGNORECASE
)
_TOOL = cue("(?:the|this|our|a|your) (?:new )?(?:system|tool|app|application|platform|software|rollout|project|go-live)", "crm", "erp", "ehr", "mfa", "itsm", "dashboards?")  # fmt: skip
_POLITE = re.compile(
    r"^(?:(?:so|and|then|now|please|maybe|well)\b,?\s+)*(?:(?:can|could|will|would|may|might) (?:you|I)\s+(?:please\s+|maybe\s+|perhaps\s+|just\s+)*(?:ask (?:you )?(?:to\s+)?)?)?(?:please\s+)?"
    r"(?=(?:tell|show|walk|talk|take|lead|describe|explain|give|help|what|how|which|who|where|when)\b)", re.IGNORECASE,
)  # fmt: skip
_REMEMBERS = re.compile(r"(?:can|could|do) you (?:still )?(?:remember|recall|think of)\b", re.IGNORECASE)
_HOT = (
    (3, _NAMES_THREAT),
    (2, cue("los(?:e|es|ing|t)", "cost(?:s)? you", "pay", "salary", "bonus", "jobs?", "posts?", "boss", "manager", "mistakes?", "errors?", "wrong", "fail\\w*", "blame\\w*", "fault", "harm", "unfair", "secret\\w*", "never", "give up", "miss(?:es|ing)?", "worr(?:y|ies)", "bother\\w*", "angr\\w+", "hurt\\w*")),
    (1, cue("would", "if", "last", "happened", "when did", "annoy\\w*")),
)  # fmt: skip

_FREE = cue(
    "(?:you|you're|you are) (?:can |may |could |always |also |are |completely |totally |absolutely )*(?:free|welcome)? ?(?:to )?(?:say no|say stop|stop|skip|pass|refuse|decline|leave|end it|change your mind|not answer|send me away|tell me to (?:stop|go))",
    "(?:don't|do not|needn't|need not) (?:have to|need to|want to)? ?(?:answer|tell|talk|say|do|take part)", "no is (?:fine|ok|okay|an answer|a good answer|all right)", "\\W?no\\W? is (?:fine|ok|okay|an answer|enough|all right)", "(?:rather|prefer) not", "if (?:this|it|now) is (?:not|a bad)", "if not,? (?:that is|that's|it is|it's|then)", "(?:that|it)(?:'s| is) (?:fine|ok|okay|all right) (?:too|if|not)",
    "(?:say|tell me) (?:stop|no|so)", "leave it (?:there|at that|here)", "whenever you (?:like|want)", "happy to (?:stop|leave|go)", "just say", "(?:nothing|no) (?:happens|follows|consequences)", "I(?:'ll| will) (?:not ask again|go|leave|stop|not note|strike|delete)", "strike (?:out )?(?:any|every|what)", "up to you", "your (?:choice|decision|call)", "skip (?:any|one|it|that|this|a)", "stop (?:me|any ?time|at any)", "feel free", "free to \\w+", "voluntary", "without (?:giving )?(?:a |any )?reasons?", "no (?:hard feelings|need to answer|obligation)",
)  # fmt: skip
_TAKES_BACK = cue(
    "but", "however", "(?:a )?(?:pity|shame)", "(?:I|we) (?:really )?(?:hope|count on|expect|need)", "your (?:manager|boss|lead|director)(?! (?:does not|doesn't|will not|won't|is not|isn't|has not|hasn't|never|knows nothing|hears nothing))", "would (?:really )?help (?:me|us)", "only takes?", "everyone else", "everybody else", "the others", "of course,? (?:we|I) would", "I(?:'ll| will) (?:have to )?(?:note|report|tell)", "unless",
)  # fmt: skip


def check(answers: Answers) -> Feedback:
    """Look at each question, then at the order, then at the way out."""
    asked = {one.id: " ".join(str(answers[one.id])[:LONGEST].split()) for one in RUNGS}
    asked = {rung: text for rung, text in asked.items() if words(text)}
    way_out = " ".join(str(answers["exit"])[:LONGEST].split())
    if not asked and not words(way_out):
        says = "Begin with the first: what about their day could you not look up?"
        return Feedback("There is no question yet.", (Finding("ladder-empty", "ask", says, field="today"),))
    found: list[Finding] = []
    for rung in RUNGS:
        if rung.id in asked:
            found += _about(rung, asked[rung.id])
        else:
            says = f"Nothing yet about {rung.name}. For example: “{rung.example}”"
            found.append(Finding(f"{rung.id}-missing", "ask", says, field=rung.id))
    found += _order(asked)
    found += _way_out(way_out)
    found.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    open_ones = sum(one.id.endswith("-open") for one in found)
    tables = (_ladder(asked),) if asked else ()
    return Feedback(_summary(open_ones, len(asked), who.role_name(answers)), tuple(found), (*tables, *_others(answers)))


def _summary(open_ones: int, asked: int, role: str) -> str:
    if not asked:
        return "A way out, and no question yet."
    return f"{asked} of {len(RUNGS)} questions for the role of {role}: {open_ones} of them open, as far as words show."


def _about(rung: Rung, text: str) -> list[Finding]:
    """Signs in one question, the heaviest first and at most two; where there is none, that it is open."""
    if not reads_english(text):
        one = about_question(text, rung.id, rung.id)
        return [one] if one else []
    found = [one for one in (_first(rung, text), _two(rung, text)) if one]
    if not any(one.verdict == "change" for one in found):
        found += _off_its_rung(rung, text)
    if found:
        return found[:2]
    says = f"“{shortened(text, 90)}” can be answered in a way that you do not expect."
    return [Finding(f"{rung.id}-open", "good", says, field=rung.id)]


def _first(rung: Rung, text: str) -> Finding | None:
    """The heaviest sign. What sells or asks for a promise is named as that, although it is closed as well."""
    instead = f" Instead, for example: “{rung.example}”"
    for kind, pattern, says, why, source in (
        ("promise", _PROMISES, "asks for a promise. A yes costs nothing here; ask what it would take.", "A yes moves action only partly.", "E24"),
        ("pitch", _PITCHES, "is a pitch in a question's coat: it speaks of what you bring, not of their day.", "", ""),
        ("threat", _NAMES_THREAT, "hands them the fear in your words. They can only deny it, or learn it from you.", "Let them name it: their own words are the ones you need.", "E30"),
    ):  # fmt: skip
        if match := pattern.search(text):
            says = f"“{shortened(match.group(), 60)}” {says}{instead}"
            return Finding(f"{rung.id}-{kind}", "change", says, why, source if why else "", rung.id)
    if _REMEMBERS.match(text):
        return None  # Closed by its form only: nobody answers “yes” and stops.
    one = about_question(_POLITE.sub("", text, count=1), rung.id, rung.id)
    if one is None or one.verdict == "note":
        return one
    says = f"{rung.label[3:]}: {one.says}{instead}"
    return Finding(one.id, one.verdict, says, one.why, one.source, one.field)


def _two(rung: Rung, text: str) -> Finding | None:
    marked = [one.words for one in sentences(text) if one.words.rstrip("\"'”’)").endswith("?")]
    if len(marked) > 1:
        says = f"“{shortened(marked[1], 60)}” is a second question. They will answer the easier one; keep the other for later."
        return Finding(f"{rung.id}-two", "change", says, field=rung.id)
    if match := _SECOND.search(text):
        says = f"“{shortened(match[1], 60)}” may be a second question. Could it wait for the answer to the first?"
        return Finding(f"{rung.id}-joined", "ask", says, field=rung.id)
    return None


def _off_its_rung(rung: Rung, text: str) -> list[Finding]:
    """What does not seem to be a question of this kind; only the learner can tell."""
    if rung.id in ("today", "trouble") and (match := _TOOL.search(text)):
        says = f"“{match.group()}”: the first two questions are about the work, not about the tool. What would you ask if there were no project?"
        return [Finding(f"{rung.id}-tool", "ask", says, field=rung.id)]
    if rung.shows is not None and not rung.shows.search(text):
        return [Finding(f"{rung.id}-off", "ask", f"{rung.missing} For example: “{rung.example}”", field=rung.id)]
    return []


def heat(text: str) -> int:
    """How much an honest answer may cost, from 0 (none) to 3, by the words of the question; our rule of thumb."""
    return next((degree for degree, pattern in _HOT if pattern.search(text)), 0)


def climb(asked: dict[str, str]) -> list[str]:
    """The rungs in the order in which we would ask them: the cheapest to answer first, else as they stand."""
    places = [one.id for one in RUNGS]
    return sorted(asked, key=lambda rung: (rung == "worth", heat(asked[rung]), places.index(rung)))


def _order(asked: dict[str, str]) -> list[Finding]:
    if len(asked) < 2:
        return []
    ours = climb(asked)
    for earlier, later in zip([one.id for one in RUNGS if one.id in asked], ours, strict=True):
        if earlier != later:
            says = f"We would ask about {_BY_ID[later].name} before {_BY_ID[earlier].name}: “{shortened(asked[later], 60)}” costs less to answer honestly. You know them better; is it so?"
            return [Finding("order-other", "ask", says, field=earlier)]
    return [Finding("order-safe", "good", "The ladder begins with what is cheap to answer, and climbs.")]


def _way_out(text: str) -> list[Finding]:
    power = "The one who asks has power, and the technique can feel like a trap."
    if not words(text):
        says = (
            "How can they refuse? For example: “You can stop me at any question, and I note only what you want noted.”"
        )
        return [Finding("exit-missing", "change", says, power, "E30", "exit")]
    if not reads_english(text):
        says = "The check cannot read the way out. Read it aloud: would you use it, if your boss's project asked?"
        return [Finding("exit-unread", "note", says, field="exit")]
    if match := _TAKES_BACK.search(text):
        says = f"“{match.group()}”: does this take back what the rest of the sentence gives? A way out ends before it."
        return [Finding("exit-taken-back", "ask", says, power, "E30", "exit")]
    if match := _FREE.search(text):
        return [Finding("exit-good", "good", f"“{shortened(match.group(), 60)}” lets them refuse.", field="exit")]
    says = "With which words of this sentence could they say no, and what would happen then?"
    return [Finding("exit-unclear", "ask", says, power, "E30", "exit")]


def _ladder(asked: dict[str, str]) -> Table:
    costs = ("little", "some thought", "some courage", "a lot")
    rows = tuple(
        (str(number), shortened(asked[rung], 160), costs[heat(asked[rung])]) for number, rung in enumerate(climb(asked), 1)
    )  # fmt: skip
    return Table("Your ladder as we would climb it, safe first", ("", "Question", "An honest answer costs"), rows)


def _others(answers: Answers) -> tuple[Table, ...]:
    """Questions of the library behind what this system may do to this role."""
    pair = who.pair(answers)
    if pair is None:
        return ()
    asks = [
        library.threats()[threat].questions[0]
        for threat in pair.threats[:3]
        if not _NAMES_THREAT.search(library.threats()[threat].questions[0])
    ]
    rows = tuple((one,) for one in asks)
    return (Table("From the library, for this role and system: upper rungs", ("Question",), rows),)


def written(answers: Answers) -> tuple[str | Table, ...]:
    """The ladder and the way out, for the dossier."""
    asked = {one.id: " ".join(str(answers[one.id]).split()) for one in RUNGS}
    asked = {rung: text for rung, text in asked.items() if text}
    rows = tuple((_BY_ID[rung].name.capitalize(), asked[rung]) for rung in climb(asked))
    way_out = " ".join(str(answers["exit"]).split())
    return (
        *(
            (Table(f"Questions for the role of {who.role_name(answers)}, safe first", ("About", "Question"), rows),)
            if rows
            else ()
        ),
        *((f"The way out: {way_out}",) if way_out else ()),
    )


_GOOD: dict[str, Answer] = {
    "role": "nurse", "technology": "ehr",
    "today": "What does the last half hour before hand-over look like on your ward?",
    "trouble": "When did a hand-over last take longer than it should?",
    "cost": "What would you miss most if the paper list were gone?",
    "worth": "What would have to be true for it to be worth ten minutes of your shift?",
    "exit": "You can stop me at any question, and I note only what you want noted.",
}  # fmt: skip


def _but(**changes: Answer) -> dict[str, Answer]:
    return {**_GOOD, **changes}


_REST = ("today-open", "trouble-open", "cost-open", "worth-open")


def _without(rung: str) -> tuple[str, ...]:
    return tuple(one for one in _REST if not one.startswith(rung))


EXERCISE = Exercise(
    id="question-ladder",
    title="Question ladder",
    task="Write four questions that you would ask one person of your role, and one sentence that lets them refuse.",
    minutes=10,
    fields=(
        *who.fields(),
        *(Field(one.id, one.label, "text", rows=2, help=one.help, group="The ladder") for one in RUNGS),
        Field("exit", "The way out, in one sentence", "text", rows=2, group="The ladder",
              help="With it they can say no, and nothing happens."),
    ),
    hints=(
        "Ask about the work before the tool, and about one time before “usually”. What has happened can be told; what is usual has to be thought up.",
        "Read each question as the other person: is there an answer that the asker would not like? If not, it is no question.",
        "Do not name the fear. Ask for what they would keep, miss or need, and wait.",
        "Worked solution: load the worked example. Each question begins with what or when, has one thing in it, and the way out names what they can do: stop you, and have a line left out.",
    ),
    example=Example(_GOOD, (*_REST, "order-safe", "exit-good")),
    mistakes=(
        Mistake("nothing written", {}, ("ladder-empty",)),
        Mistake("a leading question", _but(today="Don't you think the paper list is a bit slow?"), ("today-leads", *_without("today"), "order-safe", "exit-good")),
        Mistake("yes or no", _but(trouble="Did the last hand-over go wrong?"), ("trouble-closed", *_without("trouble"), "order-safe", "exit-good")),
        Mistake("why", _but(trouble="Why don't you use the form that we gave you last year?"), ("trouble-blames", *_without("trouble"), "order-safe", "exit-good")),
        Mistake("a pitch in a question's coat", _but(worth="How much time would you save if all data were in one place?"), ("worth-pitch", *_without("worth"), "order-safe", "exit-good")),
        Mistake("naming the threat", _but(cost="Are you afraid of losing your job?"), ("cost-threat", *_without("cost"), "order-safe", "exit-good")),
        Mistake("asking for a promise", _but(worth="Would you be willing to test it in March?"), ("worth-promise", *_without("worth"), "order-safe", "exit-good")),
        Mistake("two in one", _but(trouble="When did a hand-over last go wrong? And who noticed?"), ("trouble-two", *_without("trouble"), "order-safe", "exit-good")),
        Mistake("the hottest first", _but(today="What do you do when a colleague makes a mistake with a dose?"), ("order-other", *_REST, "exit-good")),
        Mistake("a way out that is none", _but(exit="You can say no, but your manager would be disappointed."), ("exit-taken-back", *_REST, "order-safe")),
        Mistake("no way out", _but(exit=""), ("exit-missing", *_REST, "order-safe")),
        Mistake(
            "the tool from the first minute", _but(today="What do you think of the new system?", trouble="", cost="", worth="", exit=""),
            ("exit-missing", "today-tool", "trouble-missing", "cost-missing", "worth-missing"),
        ),
    ),
    check=check,
    check_label="Climb my ladder",
    part="talk",
    written=written,
)  # fmt: skip
