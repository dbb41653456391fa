"""The ladder of one solution over time: how many places used it at the end of each quarter."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from explog.domain.insights.facts import spread_steps
from explog.domain.insights.quarters import quarter_of, quarters_between
from explog.domain.insights.words import quarter
from explog.locale import _
from explog.tui.widgets.bars import eighths, points

if TYPE_CHECKING:
    from datetime import date

    from explog.domain.record.experiment import Experiment

LATEST = 12
"""So many quarters are drawn."""

BAR = 20


def over_time(experiment: Experiment, today: date) -> str:
    """``▂▅█  Q4 2025 → Q4 2026: 1 → 4 places``; empty before there are two quarters."""
    steps: Counter[str] = Counter()
    for day, step in spread_steps(experiment):
        steps[quarter_of(day.isoformat())] += step
    so_far, told = 0, []
    for name in quarters_between(min(steps, default="9"), quarter_of(today.isoformat())):
        so_far += steps[name]
        told.append((name, so_far))
    shown = told[-LATEST:]
    if len(shown) < 2:  # noqa: PLR2004 - one point is no line
        return ""
    drawn = points([0, *(places for _name, places in shown)], LATEST + 1)[1:]
    said = _("{first} → {last}: {from_} → {to} places").format(
        first=quarter(shown[0][0]),
        last=quarter(shown[-1][0]),
        from_=shown[0][1],
        to=shown[-1][1],
    )
    return f"{drawn}  {said}"


def coverage_bar(used: int | None, potential: int | None) -> str:
    """The share of places that use it; empty where it is not known of how many."""
    return eighths(min(1.0, used / potential), BAR) if used and potential else ""
