"""Filters and orders of the list: what the doors of the Overview lead to. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explog.domain.overview import WORKED
from explog.domain.vocabulary import State
from explog.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from explog.domain.rows import ExperimentRow

FAILED = frozenset({"failed_safely", "failed_no_net", "failed_unsafely", "failed_pending"})


@dataclass(frozen=True, slots=True)
class Filter:
    """One thing that all shown experiments have in common; shown as a chip."""

    title: str
    """English; shown translated."""
    states: frozenset[str] = frozenset()
    """Empty: any."""
    outcomes: frozenset[str] = frozenset()
    """Empty: any."""
    verdict: str | None = None
    needs_attention: bool = False

    @property
    def spoken(self) -> str:
        """The title in the language in force."""
        return _(self.title)

    def holds(self, row: ExperimentRow) -> bool:
        """Whether *row* is shown."""
        return (
            (not self.states or row.state in self.states)
            and (not self.outcomes or row.outcome in self.outcomes)
            and (self.verdict is None or (row.frame_verdict or "pending") == self.verdict)
            and (not self.needs_attention or bool(row.attention))
        )


ATTENTION = Filter(N_("needs attention"), needs_attention=True)
TO_COME = Filter(N_("ideas and plans"), states=frozenset({"idea", "planned"}))
GOING_ON = Filter(N_("running or paused"), states=frozenset({"running", "paused"}))
IN_OPERATION = Filter(N_("adopted or scaled"), outcomes=frozenset({"adopted", "scaled"}))
INCONCLUSIVE = Filter(N_("inconclusive"), outcomes=frozenset({"inconclusive"}))
SAFELY = Filter(N_("failed safely"), outcomes=frozenset({"failed_safely"}))

CELLS: dict[tuple[str, str], Filter] = {
    ("worked", "safe"): Filter(N_("worked, inside the frame"), outcomes=WORKED, verdict="safe"),
    ("worked", "no_net"): Filter(N_("worked, without a net"), outcomes=WORKED, verdict="no_net"),
    ("worked", "unsafe"): Filter(
        N_("worked, outside the frame"), outcomes=WORKED, verdict="unsafe"
    ),
    ("worked", "pending"): Filter(
        N_("worked, frame not yet assessed"), outcomes=WORKED, verdict="pending"
    ),
    ("failed", "safe"): SAFELY,
    ("failed", "no_net"): Filter(
        N_("failed, without a net"), outcomes=frozenset({"failed_no_net"})
    ),
    ("failed", "unsafe"): Filter(
        N_("failed, outside the frame"), outcomes=frozenset({"failed_unsafely"})
    ),
    ("failed", "pending"): Filter(
        N_("failed, frame not yet assessed"), outcomes=frozenset({"failed_pending"})
    ),
}
"""(result, frame verdict) → the filter behind that cell of the verdict board."""

QUICK = (
    ATTENTION,
    TO_COME,
    GOING_ON,
    Filter(N_("in review"), states=frozenset({"in_review"})),
    IN_OPERATION,
    SAFELY,
    Filter(N_("failed otherwise"), outcomes=FAILED - {"failed_safely"}),
)
"""What the filter key walks through."""

_DANISH = str.maketrans({"æ": "z{", "ä": "z{", "ø": "z|", "ö": "z|", "å": "z}"})


def alphabet(text: str) -> str:
    """*text* as it is sorted: æ, ø and å after z, in both languages."""
    return text.casefold().translate(_DANISH)


@dataclass(frozen=True, slots=True)
class Order:
    """One way to sort."""

    title: str
    """English; shown translated."""
    key: Callable[[ExperimentRow], object]
    reverse: bool = False

    @property
    def spoken(self) -> str:
        """The title in the language in force."""
        return _(self.title)

    def sort(self, rows: Iterable[ExperimentRow]) -> list[ExperimentRow]:
        """*rows* in this order; equal ones stay as they were."""
        return sorted(rows, key=self.key, reverse=self.reverse)  # type: ignore[arg-type] # each key gives one type


_STATES = {str(state): place for place, state in enumerate(State)}

ORDERS = (
    Order(N_("newest"), lambda row: row.id, reverse=True),
    Order(N_("key"), lambda row: alphabet(row.key)),
    Order(N_("title"), lambda row: alphabet(row.title)),
    Order(N_("state"), lambda row: _STATES[row.state]),
    Order(N_("decided"), lambda row: row.decided_on or "", reverse=True),
)
"""What the sort key walks through; the first is the one to begin with."""
