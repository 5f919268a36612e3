"""My rollout: the one rollout on which the learner works from the first chapter to the last."""

from __future__ import annotations

from exercises.exercise import Answers, Example, Exercise, Feedback, Field, Finding, Mistake, Table
from exercises.models import who
from exercises.text import cue, shortened, words
from exercises.text.days import read_day
from exercises.text.names import names_in

_NOTHING = cue(
    "nothing(?: (?:yet|so far|at all|really|much|is open))?", "none", "no", "n/a", "tbd", "unsure", "unknown", "idk", "(?:everything|all)(?: of it)? (?:is )?(?:already )?(?:fixed|decided)",
    "(?:I(?:'m| am) |we(?:'re| are) )?not (?:yet )?(?:sure|decided|known|clear)(?: yet)?", "(?:(?:I|we) )?(?:don't|do not) know(?: yet)?", "no idea(?: yet)?", "not much", "-",
)  # fmt: skip
_UNHEARD = cue("nothing", "none", "nobody", "no one", "no", "n/a", "not (?:yet|much|asked)", "(?:I|we) (?:have not|haven't|did not|didn't)", "no (?:feedback|idea|comments?)", "unknown", "idk", "tbd", "-")  # fmt: skip
_AS_SET = ("field_salesperson", "crm")
_SELLS = cue("crm", "c\\.r\\.m\\.", "customers?", "clients?", "accounts?", "contacts?", "sales\\w*", "sell\\w*", "leads?", "pipeline", "dynamics", "hubspot")  # fmt: skip


def check(answers: Answers) -> Feedback:
    """Say what is there and what the later chapters will ask for."""
    given = {name: " ".join(str(value).split()) for name, value in answers.items()}
    if not any(given[name] for name in ("system", "date", "fixed", "open", "heard")):
        says = "Name the system in a few words; you can change everything later."
        return Feedback("There is no rollout yet.", (Finding("rollout-empty", "ask", says, field="system"),))
    found = [*_own_role(answers, given), *_words(given), *_fixed_and_open(given), *_heard(given["heard"])]
    found.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    role = (
        f"for the role of {who.role_name(answers)}" if who.role_name(answers) != "this role" else "; the role is open"
    )
    return Feedback(
        f"From here on the exercises start with {who.technology_name(answers)} {role}.".replace(" ;", ";"),
        tuple(found),
    )


def _own_role(answers: Answers, given: dict[str, str]) -> list[Finding]:
    found = []
    if answers["role"] == who.OTHER and not given["role_words"]:
        found.append(
            Finding("role-missing", "change", "Which role? Write it as they would say it.", field="role_words")
        )
    if answers["technology"] == who.OTHER and not given["technology_words"]:
        found.append(Finding("technology-missing", "change", "Which kind of system?", field="technology_words"))
    if (answers["role"], answers["technology"]) == _AS_SET and given["system"] and not _SELLS.search(given["system"]):
        says = f"Role and kind of system stand as we set them: field salesperson, CRM. Are they those of “{shortened(given['system'], 40)}”?"
        found.append(Finding("as-set", "ask", says, field="role"))
    people = [one for name in ("role_words", "heard") for one in names_in(given[name])]
    if people:
        says = f"“{people[0]}” looks like a name. Write the role: what you write here is shown to others later."
        found.append(
            Finding("names-person", "change", says, field="heard" if people[0] in given["heard"] else "role_words")
        )
    if who.pair(answers) is None:
        says = "The library has no card for this role with this system. That is no loss: what a person of the role tells you is worth more."
        found.append(Finding("no-card", "note", says))
    return found


def _words(given: dict[str, str]) -> list[Finding]:
    found = []
    if not given["system"]:
        found.append(Finding("system-missing", "change", "Name the system in a few words.", field="system"))
    if given["date"] and not read_day(given["date"])[0]:
        says = f"“{shortened(given['date'])}” is no day. Has anybody written one down? If not, that is worth knowing."
        found.append(Finding("date-vague", "ask", says, field="date"))
    return found


def _fixed_and_open(given: dict[str, str]) -> list[Finding]:
    found = []
    if not given["fixed"]:
        found.append(
            Finding(
                "fixed-missing",
                "ask",
                "What is fixed, and for which reason? People forgive a reason sooner than a surprise.",
                field="fixed",
            )
        )
    if not given["open"] or _NOTHING.fullmatch(given["open"].strip(" .")):
        says = "What may the users still decide? If it is truly nothing, you will have to say so; a week, an order or a name of a button is often free."
        found.append(Finding("open-missing", "ask", says, "A choice that is offered must be real.", "E27", "open"))
    if given["fixed"] and given["open"] and not _NOTHING.fullmatch(given["open"].strip(" .")):
        found.append(
            Finding(
                "fixed-and-open",
                "good",
                "What is fixed and what is open stand apart. Every honest talk needs both.",
                field="open",
            )
        )
    return found


def _heard(heard: str) -> list[Finding]:
    if words(heard) and not _UNHEARD.match(heard):
        return [Finding("heard", "good", "You start from what somebody has really said.", field="heard")]
    says = "What has a user said about it, in their words? If you have heard nothing yet, that is your first task."
    return [Finding("heard-missing", "ask", says, field="heard")]


def written(answers: Answers) -> tuple[str | Table, ...]:
    """The head of the dossier."""
    rows = [
        ("System", str(answers["system"]) or who.technology_name(answers)), ("Kind", who.technology_name(answers)),
        ("Role to reach", who.role_name(answers)), ("Users", str(answers["users"] or "")), ("Planned go-live", str(answers["date"])),
        ("Fixed, and why", str(answers["fixed"])), ("Open to them", str(answers["open"])), ("Heard", str(answers["heard"])),
    ]  # fmt: skip
    return (
        Table("The rollout", ("", "What we know"), tuple((head, text.strip()) for head, text in rows if text.strip())),
    )


EXERCISE = Exercise(
    id="my-rollout",
    title="My rollout",
    task="Name one rollout of your own, on which you will work from here to the last chapter.",
    minutes=4,
    fields=(
        Field("system", "Which system, in a few words?", placeholder="the new customer system for field sales"),
        *who.fields("", first=True),
        Field("users", "About how many people will use it?", "number", lowest=0, highest=1_000_000),
        Field("date", "On which day is it to go live?", placeholder="1 March", help="As it stands in the plan. Leave it empty if no plan says so."),
        Field("fixed", "What is fixed, and for which reason?", "text", rows=2, placeholder="The change itself: the contract of the old system ends in June."),
        Field("open", "What may the users still decide?", "text", rows=2, placeholder="The week in which they start, and what the lists are called."),
        Field("heard", "What has one of them said about it?", "text", rows=2, help="In their words. A role, no name.",
              placeholder="A seller, in the canteen: “So they want my contacts.”"),
    ),
    hints=(
        "Take one that is near: you will want to try each chapter on it within a week.",
        "Choose the role that has most to lose, not the one that you like best to talk to.",
        "Worked solution: load the worked example. It has one role, says what is fixed with its reason, what is open, and one sentence that somebody really said.",
    ),
    example=Example(
        {
            "system": "the new customer system for field sales", "role": "field_salesperson", "technology": "crm", "users": 340,
            "date": "1 March", "fixed": "The change itself: the contract of the old system ends in June.",
            "open": "The week in which a unit starts, and which fields it fills.", "heard": "A seller, in the canteen: “So they want my contacts.”",
        },
        ("fixed-and-open", "heard"),
    ),
    mistakes=(
        Mistake("nothing written", {}, ("rollout-empty",)),
        Mistake("everything is decided", {"system": "payroll", "date": "soon", "fixed": "All of it.", "open": "Nothing.", "heard": "“Not before year end.”"},
                ("as-set", "date-vague", "open-missing", "heard")),
        Mistake("nobody asked", {"system": "multi-factor sign-in", "date": "1 April", "fixed": "The insurer asks for it.", "open": "Key or phone."},
                ("as-set", "heard-missing", "fixed-and-open")),
        Mistake("a role of one's own that is not named", {"system": "show reports", "role": "other", "technology": "collab"},
                ("role-missing", "fixed-missing", "open-missing", "heard-missing", "no-card")),
    ),
    check=check,
    part="rollout",
    written=written,
)  # fmt: skip
