"""Fat-tail dice: guess the worst of many projects in two worlds, then throw. The arithmetic is a toy in fat_tail.py."""

from __future__ import annotations

import math

from exercises.exercise import Answers, Example, Exercise, Feedback, Field, Finding, Mistake, Table
from exercises.models.fat_tail import RANGES, SHARE_FAT_ABOVE_TWICE, World, never_seen, roll
from exercises.text import words

MOST = 400
_NEAR = 1.35
"""A guess within this factor of the worst is near."""

_EVIDENCE = (
    "In one sample of 1,471 IT projects the mean overrun was 27%, and one in six overran by 200% on average. The sample is neither public nor random, "
    "and does not measure what users did."
)


def check(answers: Answers) -> Feedback:
    """Throw the dice and hold the guesses against them; no throw before there are guesses."""
    guesses = {"guess_thin": int(answers["guess_thin"]), "guess_fat": int(answers["guess_fat"])}
    if not all(guesses.values()):
        says = "Guess first, in both worlds: what does the most expensive project cost, in percent of its plan? 100 is the plan itself."
        field = next(name for name, guess in guesses.items() if not guess)
        return Feedback("Your guess is missing.", (Finding("guess-missing", "ask", says, field=field),))
    projects = int(answers["projects"])
    thin, fat = roll(projects, int(answers["seed"]))
    found = [
        _guess("thin", guesses["guess_thin"], thin, projects), _guess("fat", guesses["guess_fat"], fat, projects),
        _mean(fat), _seen(int(answers["seen"])), _line(str(answers["line"])),
    ]  # fmt: skip
    if projects < 30:
        says = f"With {projects} projects the two worlds can look alike. Throw again with another number of the throw, then with 100."
        found.insert(2, Finding("few", "note", says, field="projects"))
    return Feedback(
        f"{projects} projects, the same luck in both worlds. Worst: {_of(thin.worst)} of its plan with the thin tail, {_of(fat.worst)} with the fat one. A toy.",
        tuple(found), tables=(_summary(thin, fat), _ranges(thin, fat)), drawing=_drawing(thin, fat),
    )  # fmt: skip


def _of(cost: float) -> str:
    return f"{cost * 100:.0f}%"


def _guess(world: str, guess: int, seen: World, projects: int) -> Finding:
    says = f"{world.capitalize()} tail: you guessed {guess}% for the worst of {projects}, it is {_of(seen.worst)}."
    ratio = seen.worst * 100 / guess
    if 1 / _NEAR <= ratio <= _NEAR:
        return Finding(f"{world}-near", "good", f"{says} Near.", field=f"guess_{world}")
    ends = "A guess that starts from the average ends far below it." if world == "fat" and ratio > 1 else ""
    if guess < 100:
        ends = f"100% is the plan itself: did you mean {100 + guess}%?"
    side = "low" if ratio > 1 else "high"
    return Finding(f"{world}-{side}", "note", f"{says} {ends}".strip(), field=f"guess_{world}")


def _mean(fat: World) -> Finding:
    says = (
        f"With the fat tail the mean is {_of(fat.mean)}; without the one worst project it is {_of(fat.mean_without_worst)}. "
        f"The middle one costs {_of(fat.median)}. Which of the three would your steering committee hear?"
    )
    return Finding("mean-moved", "note", says, _EVIDENCE, "E43")


def _seen(projects: int) -> Finding:
    if not projects:
        says = f"About one project in {1 / SHARE_FAT_ABOVE_TWICE:.0f} of the fat world costs more than twice its plan. How many have you seen to their end? Enter it above."
        return Finding("seen-missing", "ask", says, field="seen")
    times = "one project" if projects == 1 else f"{projects} projects"
    says = f"If you lived in the fat world, the chance to have seen {times} to the end and none above twice its plan would be {_chance(never_seen(projects))}. “It has never happened to me” is worth that much."
    return Finding("seen", "note", says, field="seen")


def _chance(share: float) -> str:
    return f"{share:.0%}" if share >= 0.01 else "less than 1%"


def _line(given: str) -> Finding:
    if not words(given):
        says = "Which line of your register can grow by multiplication: two systems side by side, for one more quarter, and one more? Write it down."
        return Finding("line-missing", "ask", says, field="line")
    says = "For this line a mean says little. Does its trigger come while it is still small?"
    return Finding("line-asked", "ask", says, field="line")


def _summary(thin: World, fat: World) -> Table:
    rows = (
        ("Mean", _of(thin.mean), _of(fat.mean)),
        ("Median", _of(thin.median), _of(fat.median)),
        ("Worst", _of(thin.worst), _of(fat.worst)),
        ("Above twice the plan", f"{thin.above_twice} of {len(thin.costs)}", f"{fat.above_twice} of {len(fat.costs)}"),
    )
    return Table("Cost, in percent of the plan (a toy)", ("", "Thin tail", "Fat tail"), rows)


def _ranges(thin: World, fat: World) -> Table:
    def span(low: float, high: float) -> str:
        if not low:
            return f"under {_of(high)}"
        return f"{_of(low)} or more" if math.isinf(high) else f"{_of(low)} to under {_of(high)}"

    rows = tuple((span(low, high), str(thin.in_range(low, high)), str(fat.in_range(low, high))) for low, high in RANGES)
    return Table("How many projects cost how much", ("Cost", "Thin tail", "Fat tail"), rows)


def _drawing(thin: World, fat: World) -> dict[str, object]:
    """A dot a project in two rows, plan and twice the plan as lines. Dots are spread upwards for room only."""
    worlds = (("thin tail", thin), ("fat tail", fat))
    values = [
        {"world": name, "cost": round(cost, 3), "room": round(number * 0.618034 % 1, 3)}
        for name, world in worlds
        for number, cost in enumerate(world.costs)
    ]
    names = [name for name, _ in worlds]
    longest = max(3.0, math.ceil(max(thin.worst, fat.worst)))
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "description": (
            f"Two rows of {len(thin.costs)} dots, one a project, from cheap on the left to dear on the right. The thin row ends at {_of(thin.worst)} of the plan; "
            f"the fat row is as dense near the plan and thins out to {_of(fat.worst)}. Lines mark the plan and twice the plan. The tables above count the dots."
        ),
        "width": "container",
        "height": 230,
        "layer": [
            {"data": {"values": [{"at": 1}, {"at": 2}]}, "mark": {"type": "rule", "strokeDash": [4, 4], "opacity": 0.6},
             "encoding": {"x": {"field": "at", "type": "quantitative"}}},
            {"data": {"values": values}, "mark": {"type": "point", "filled": True, "size": 36, "opacity": 0.7},
             "encoding": {
                 "x": {"field": "cost", "type": "quantitative", "title": "Cost, in percent of the plan",
                       "scale": {"domain": [0, longest]}, "axis": {"format": ".0%", "tickCount": 6}},
                 "y": {"field": "world", "type": "nominal", "title": None, "sort": names, "axis": {"ticks": False, "domain": False}},
                 "yOffset": {"field": "room", "type": "quantitative", "scale": {"domain": [-0.2, 1.2]}},
                 "color": {"field": "world", "type": "nominal", "legend": None, "scale": {"domain": names}},
             }},
        ],
    }  # fmt: skip


EXERCISE = Exercise(
    id="fat-tail-dice",
    title="Fat-tail dice",
    task="Guess what the worst of 100 projects costs in two worlds with the same middle, then throw the dice.",
    minutes=7,
    numbers="made up",
    fields=(
        Field("guess_thin", "Thin tail: what does the worst cost, in percent of its plan?", "number", highest=100_000,
              help="Half of the projects stay within their plan, and two of three lie between 70 and 130 percent of it."),
        Field("guess_fat", "Fat tail: what does the worst cost, in percent of its plan?", "number", highest=100_000,
              help="Here, too, half stay within their plan, and two of three lie between 50 and 200 percent of it."),
        Field("projects", "How many projects?", "number", lowest=2, highest=MOST, default=100),
        Field("seed", "Number of the throw", "number", lowest=1, highest=9_999, default=1, help="Another number, another throw; the same number, the same throw."),
        Field("seen", "How many projects have you seen to their end, with their costs?", "number", highest=200),
        Field("line", "Which line of your own register could have a fat tail?", placeholder="Both systems side by side for one more quarter"),
    ),
    hints=(
        "In the thin world ten times the luck costs ten times the overrun. In the fat world the same luck multiplies.",
        "Change only the number of the throw, five times. Which of mean, median and worst stays where it is?",
        "Worked solution: guess 175 and 500. The middle of both worlds lies near the plan; the worst of the fat world moves with every throw, and takes the mean along.",
    ),
    example=Example(
        {"guess_thin": 175, "guess_fat": 500, "projects": 100, "seed": 1, "seen": 6, "line": "Both systems side by side for one more quarter"},
        ("thin-near", "fat-near", "mean-moved", "seen", "line-asked"),
    ),
    mistakes=(
        Mistake("throws before guessing", {"guess_thin": 150}, ("guess-missing",)),
        Mistake("guesses the average, twice", {"guess_thin": 110, "guess_fat": 127}, ("thin-low", "fat-low", "mean-moved", "seen-missing", "line-missing")),
        Mistake("expects the same worst in both", {"guess_thin": 300, "guess_fat": 300, "seen": 3, "line": "Two systems"},
                ("thin-high", "fat-low", "mean-moved", "seen", "line-asked")),
        Mistake("throws five and believes them", {"guess_thin": 150, "guess_fat": 900, "projects": 5, "seen": 5, "line": "Data cleaning"},
                ("thin-near", "fat-high", "few", "mean-moved", "seen", "line-asked")),
    ),
    check=check,
    check_label="Throw the dice",
)  # fmt: skip
