"""The log in numbers, counted from rows (DESIGN.md 9).

Never a ranking of people, teams or workplaces.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from explog.domain.record.rows import ExperimentRow

ENDS = (
    "failed_safely",
    "failed_unsafely",
    "failed_no_net",
    "failed_pending",
    "inconclusive",
    "worked_not_adopted",
    "shelved",
    "ongoing",
    "not_started",
    "retired",
)
"""The outcomes that stand for themselves, in the order of the document."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted of the experiments in sight."""

    ended: Counter[str] = field(default_factory=Counter)
    """Outcome → how many."""
    spreading: int = 0
    """How many of the adopted ones."""
    decided: int = 0
    """How many were decided for good."""
    decided_with_lesson: int = 0
    days: Sequence[int] = ()
    """Of each of these that was started, the days from its first start to the decision."""


def stats(rows: Iterable[ExperimentRow], today: str) -> dict[str, object]:
    """The documented object of ``stats --json``, as of *today* (ISO).

    Archived experiments are left out.

    ``adopted`` includes those that are spreading; ``median_days_to_decision`` is in days from the
    first start to the
    decision, rounded to whole days when it is whole, and null while nothing is decided.
    """
    shown = [row for row in rows if not row.archived]
    decided = [row for row in shown if row.decided_on is not None and row.decision != "adapt"]
    days = [
        (date.fromisoformat(row.decided_on) - date.fromisoformat(row.started_on)).days
        for row in decided
        if row.decided_on and row.started_on
    ]
    counted = Counted(
        Counter(row.outcome for row in shown),
        sum(row.outcome == "adopted" and row.level == "spreading" for row in shown),
        len(decided),
        sum(row.lessons > 0 for row in decided),
        days,
    )
    return figures(counted, today)


def figures(counted: Counted, today: str) -> dict[str, object]:
    """What was *counted* as the documented object, as of *today* (ISO)."""
    ended = counted.ended
    middle = median(counted.days) if counted.days else None
    return {
        "as_of": today,
        "experiments": ended.total(),
        "scaled": ended["scaled"],
        "adopted": ended["adopted"],
        "spreading": counted.spreading,
        **{name: ended[name] for name in ENDS},
        "failed": sum(count for name, count in ended.items() if name.startswith("failed_")),
        "decided": counted.decided,
        "decided_with_lesson": counted.decided_with_lesson,
        "median_days_to_decision": int(middle)
        if middle is not None and middle == int(middle)
        else middle,
    }
