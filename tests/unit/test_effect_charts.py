"""Charts of pooled effects: what is drawn comes from the table of effect sizes, and no two metrics share an axis."""

from __future__ import annotations

import re

import pytest

from exercises.charts import Figure, free_to_refuse, next_studies
from exercises.library import effect_sizes


def drawn(figure: Figure) -> list[tuple[float, float, float]]:
    """Mean, low and high of each row that is drawn."""
    (rows,) = (data for data in figure.chart.to_dict()["datasets"].values() if "mean" in data[0])
    return [(row["mean"], row["low"], row["high"]) for row in rows]


@pytest.mark.parametrize(
    ("figure", "interval", "evidence"),
    [(next_studies(), "95% prediction", "E18"), (free_to_refuse(), "95% confidence", "E28")],
    ids=["next-studies", "free-to-refuse"],
)
def test_one_kind_of_interval_and_one_metric_are_drawn_as_they_were_printed(
    figure: Figure, interval: str, evidence: str
) -> None:
    rows = [row for row in effect_sizes() if row.interval == interval and row.evidence == evidence]
    assert drawn(figure) == [(row.value, row.low, row.high) for row in rows]
    assert len({row.metric for row in rows}) == 1
    assert len(figure.table.rows) == len(rows) >= 2


def test_the_findings_say_what_the_figures_show() -> None:
    assert all(low < 0 < high for _, low, high in drawn(next_studies()))
    assert "In each of these 3 findings" in next_studies().finding
    furthest = max(abs(mean) for mean, _, _ in drawn(next_studies()))
    assert re.findall(r"\.\d+", next_studies().finding) == [f"{furthest:.3f}".removeprefix("0")]
    (whole, *_), (sound, low, _) = drawn(free_to_refuse())
    assert low < 0 < sound < whole
    assert "may be none" in free_to_refuse().finding
