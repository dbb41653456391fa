"""What a log says as a whole: every number with the query of the experiments behind it.

Never a ranking of people, teams or workplaces (DOMAIN.md 12). Made from counts, so that no model is
built; standard library only. What each number means stands in ``insight_definitions``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PERCENT_FROM = 10
"""A share is told in percent from so many on; below, as a sentence (DOMAIN.md 12)."""

FLOW = ("noted", "started", "decided", "adopted", "scaled", "failed_safely")
"""What is counted by quarter."""

ENDS: dict[str, tuple[str, ...]] = {
    "worked": ("adopted", "scaled", "retired", "worked_not_adopted"),
    "failed_safely": ("failed_safely",),
    "failed_otherwise": ("failed_no_net", "failed_unsafely", "failed_pending"),
    "inconclusive": ("inconclusive",),
    "ongoing": ("ongoing",),
    "waiting": ("not_started", "shelved"),
}
"""Column of a map → the outcomes it counts; together they are all there are."""

VERDICTS = ("safe", "no_net", "unsafe", "pending")
"""The columns of the verdict board, and what is not assessed yet."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One number."""

    count: int
    query: str | None = None
    """Finds exactly the experiments that were counted; empty for all, None where there are none to
    show.
    """


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table of numbers."""

    name: str
    """What it is about: a code, a quarter, or the text of a core task."""
    cells: dict[str, Cell]
    place: str | None = None
    """The code of the workplace whose core task it is."""

    @property
    def total(self) -> int:
        """All its cells together."""
        return sum(cell.count for cell in self.cells.values())


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, or a measure of *of* ones."""

    count: int
    of: int
    cell: Cell
    """The experiments behind the part."""

    @property
    def percent(self) -> int | None:
        """Whole percent; None below ten, where a sentence is told."""
        return round(100 * self.count / self.of) if self.of >= PERCENT_FROM else None


@dataclass(frozen=True, slots=True)
class Ladder:
    """How far what was adopted has come, and where it is in use."""

    levels: dict[str, Cell]
    """``adopted spreading scaled``, as the facts carry today."""
    unconfirmed: Cell
    """In operation, and nobody has confirmed it lately."""
    faded: Cell
    """Marked as scaled, though the facts do not carry it today."""
    places: int
    """Places in daily operation, the origins included."""
    known: int
    """Those of them where it is known how many places are possible."""
    potential: int
    """How many places are possible there."""
    quarters: list[tuple[str, int]] = field(default_factory=list)
    """(quarter, places in operation at its end), the oldest first, without gaps."""
    everything: Cell = Cell(0)
    """All that is in operation."""

    @property
    def percent(self) -> int | None:
        """How many of the possible places use it, in percent; None below ten possible ones."""
        return round(100 * self.known / self.potential) if self.potential >= PERCENT_FROM else None


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the mirror; the numbers are the log's, the answer is the team's."""

    code: str
    count: int
    of: int
    query: str | None


@dataclass(frozen=True, slots=True)
class Insights:
    """Everything on the page, over one set of experiments."""

    as_of: str
    query: str
    """The set, its period included; empty for all."""
    period: str
    """As it was asked for; empty for all time."""
    everything: Cell
    flow: list[Line]
    board: dict[tuple[str, str], Cell]
    """(``worked`` or ``failed``, one of ``VERDICTS``)."""
    decided: Cell
    inconclusive: Cell
    failed: Share
    """Failed safely, of all that failed."""
    funnel: list[Line]
    """By initiator; ``all`` first, ``unknown`` last."""
    tasks: list[Line]
    """Core tasks with what was tried on them, those never touched included; ``none`` last."""
    hallmarks: list[Line]
    numbers: dict[str, Share]
    median_days: float | None
    value: list[Line]
    predictions: list[Line]
    """``criterion``, ``prediction`` and ``guess``."""
    ladder: Ladder
    mirror: list[Question]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to count."""
        return not self.everything.count

    @property
    def untouched(self) -> list[Line]:
        """The core tasks on which nothing was tried."""
        return [line for line in self.tasks if line.name and not line.total]


def and_(base: str, *terms: str) -> str:
    """The query that asks for *base* and for all *terms*."""
    return " ".join(part for part in (base, *terms) if part)


def by_end(base: str, counted: Mapping[str, int]) -> dict[str, Cell]:
    """The cells of a map: *counted* outcomes put into ``ENDS``, each with its query."""
    return {
        end: Cell(
            sum(counted.get(outcome, 0) for outcome in outcomes),
            and_(base, f"outcome:{'worked' if end == 'worked' else ','.join(outcomes)}"),
        )
        for end, outcomes in ENDS.items()
    }
