"""The log in numbers, counted from rows (DESIGN.md 9).

Never a ranking of people, teams or workplaces.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explog.domain.record.rows import ExperimentRow


def stats(rows: Iterable[ExperimentRow], today: str) -> dict[str, object]:
    """The documented object of ``stats --json``, as of *today* (ISO).

    Archived experiments are left out.

    ``adopted`` includes those that are spreading; ``median_days_to_decision`` is in days from the
    first start to the
    decision, rounded to whole days when it is whole, and null while nothing is decided.
    """
    shown = [row for row in rows if not row.archived]
    ended = Counter(row.outcome for row in shown)
    spreading = sum(row.outcome == "adopted" and row.level == "spreading" for row in shown)
    decided = [row for row in shown if row.decided_on is not None and row.decision != "adapt"]
    days = [
        (date.fromisoformat(row.decided_on) - date.fromisoformat(row.started_on)).days
        for row in decided
        if row.decided_on and row.started_on
    ]
    middle = median(days) if days else None
    return {
        "as_of": today,
        "experiments": len(shown),
        "scaled": ended["scaled"],
        "adopted": ended["adopted"],
        "spreading": spreading,
        **{
            name: ended[name]
            for name in (
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
        },
        "failed": sum(count for name, count in ended.items() if name.startswith("failed_")),
        "decided": len(decided),
        "decided_with_lesson": sum(row.lessons > 0 for row in decided),
        "median_days_to_decision": int(middle)
        if middle is not None and middle == int(middle)
        else middle,
    }
