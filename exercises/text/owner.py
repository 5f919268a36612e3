"""Who owns something: one role, so that one phone can ring."""

from __future__ import annotations

from exercises.feedback import Finding
from exercises.text import cue, shortened, words
from exercises.text.names import names_in

_GROUP_NOUNS = frozenset(
    "we us all everyone everybody team teams unit units department departments business users staff people colleagues "
    "group groups management it someone somebody company".split()
)
_NOBODY = cue("nobody(?: yet)?", "no one", "tbd", "n/a", "none", "open", "not (?:yet )?known")
_HEAD_OF = cue("(?:the )?\\w+ (?:of|for) .*")
_ME = cue("me", "i", "myself")
ROLE_WORD = cue(
    "lead", "leader", "manager", "head", "clerk", "analyst", "owner", "coordinator", "director", "nurse",
    "sister", "agent", "rep", "seller", "salesperson", "buyer", "controller", "engineer", "supervisor",
    "assistant", "officer", "teacher", "operator", "accountant", "partner", "deputy", "trainer", "planner",
    "specialist", "steward", "master", "developer", "architect", "administrator", "admin", "physician", "doctor",
    "foreman", "dispatcher", "champion", "sponsor", "secretary", "caseworker", "chief",
)  # fmt: skip


def about_owner(given: str, field: str = "owner", prefix: str = "owner") -> Finding:
    """What there is to say about an owner: one role is good, a group, a pair, a name or nobody is not."""
    bare = given.strip(" .")
    if not given or _NOBODY.fullmatch(bare):
        says = "No owner yet. One role, so that one phone can ring: who could say no to this date?"
        return Finding(f"{prefix}-missing", "change", says, field=field)
    if _ME.fullmatch(bare):
        says = "Which role are you here? Write that. And if the unit is to act, an owner in the unit is worth more."
        return Finding(f"{prefix}-me", "change", says, field=field)
    found = words(given)
    if cue("and", "together with").search(given) and not _HEAD_OF.match(given):
        says = f"“{shortened(given)}”: with two owners, each waits for the other. Which one?"
        return Finding(f"{prefix}-two", "change", says, field=field)
    leads = _HEAD_OF.match(given) and ROLE_WORD.search(given.partition(" of ")[0].partition(" for ")[0])
    if (
        found
        and not leads
        and (found[-1] in _GROUP_NOUNS or (found[0] in ("all", "every") and not ROLE_WORD.search(given)))
    ):
        says = f"“{shortened(given)}” is a group. A group keeps no date. Which one role in it?"
        return Finding(f"{prefix}-group", "change", says, field=field)
    if not found:
        says = "Write the role in words, such as “the accounts lead”."
        return Finding(f"{prefix}-missing", "change", says, field=field)
    # PMO, CIO: letters that stand for an office are no name.
    capitals = [word for word in given.split() if word[:1].isupper() and not word.isupper()]
    if not ROLE_WORD.search(given) and len(given.split()) <= 2 and len(capitals) == len(given.split()):
        if names_in(given):
            says = f"“{shortened(given)}” looks like the name of a person. Write the role here; no names."
            return Finding(f"{prefix}-name", "change", says, field=field)
        says = f"We do not know “{shortened(given)}”. If it is the name of a person, write the role; if it is a role, leave it."
        return Finding(f"{prefix}-name", "ask", says, field=field)
    return Finding(f"{prefix}-good", "good", "One role owns it.", field=field)
