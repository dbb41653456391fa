"""The people side, without persons: counts of a group and marks for a group (DOMAIN.md 9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from explog.domain.record.people_words import MARKS, barrier
from explog.domain.texts import Day, Id, Mark, Part, Text
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Collection

SMALLEST_GROUP = 5
"""No counts below this size of group, ever [house]."""

Band: TypeAlias = (
    Literal[0]
    | Annotated[int, Field(ge=3, le=1_000_000, strict=True)]
    | Annotated[str, Field(pattern=r"^1-2$|^3\+$")]
)
"""A count; 1 and 2 are stored as the band ``1-2``, and a second cell as ``3+`` so that no sum gives
it away.
"""

SMALL = frozenset({1, 2})
"""Counts that point at single persons."""

LEAST_HIDDEN = 3
"""The least count that ``3+`` can stand for."""

GROUPS = ("frontrunner", "on_board", "waiting", "hesitant", "unknown")
"""The groups of a stance, in the order they are shown."""


class Stance(Part):
    """How a whole team stands to a change, in bands.

    Never a person, never beside a list of attendees.
    """

    id: Id
    date: Day
    n: Annotated[int, Field(ge=SMALLEST_GROUP, le=100_000)]
    frontrunner: Band = 0
    on_board: Band = 0
    waiting: Band = 0
    hesitant: Band = 0
    unknown: Band = 0
    for_hesitant: Text | None = None
    """What we do for the hesitant: support and spur on."""
    for_frontrunners: Text | None = None
    """What we give the frontrunners: long rein."""

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        """Where nothing is masked the counts add up to *n*."""
        counts = [getattr(self, group) for group in GROUPS]
        if all(isinstance(count, int) for count in counts) and sum(counts) != self.n:
            raise ValueError(
                _("the counts add up to {sum}, not to {n}").format(sum=sum(counts), n=self.n)
            )
        return self


def banded(counts: dict[str, int]) -> dict[str, int | str]:
    """*counts* as they are stored: what is shown must not tell how a single person stands.

    1 and 2 become ``1-2``. Where there is one of those, the first count of three or more becomes
    ``3+``, so that the sum does not give them away. Which one that is follows from what is shown,
    so that the masking itself tells nothing either.

    Raises:
        ValueError: When nothing can hide them, because a reader who knows the sum and this rule
            would know that all of the small ones are 1, or all of them 2.
    """
    small = [name for name, count in counts.items() if count in SMALL]
    shown: dict[str, int | str] = {**counts, **dict.fromkeys(small, "1-2")}
    if not small:
        return shown
    hidden = next((name for name, count in counts.items() if count not in {0, *SMALL}), None)
    total = sum(counts[name] for name in small)
    if hidden is None:  # the sum is all there is to know
        is_told = total in {len(small), 2 * len(small)}
    else:  # one more in a small cell must leave three for the hidden one
        shown[hidden] = "3+"
        is_told = total + counts[hidden] < len(small) + 1 + LEAST_HIDDEN
    if is_told:
        raise ValueError(
            _("these counts would show how single persons stand; write a note instead")
        )
    return shown


COVERS = 2
"""How many higher counts of dots hide the small ones [house]."""


def dotted(counts: dict[str, int], beside: Collection[int | str] = ()) -> dict[str, int | str]:
    """*counts* of dots as they are stored: all dots less those shown must not tell a small count.

    1 and 2 become ``1-2``; where there is one of those, the two lowest other counts become ``3+``,
    so that what had most dots is still known. Never refused, as nothing tells how many dots there
    were: equal and very few counts may still be reckoned by who knows that all dots were set.

    Args:
        counts: Thing → dots, in the order they are shown.
        beside: What is stored of other things already.
    """
    shown = {name: "1-2" if count in SMALL else count for name, count in counts.items()}
    if "1-2" not in {*beside, *shown.values()}:
        return shown
    larger = sorted((count, name) for name, count in counts.items() if count not in {0, *SMALL})
    wanted = max(0, COVERS - [*beside].count("3+"))
    return shown | {name: "3+" for _count, name in larger[:wanted]}


class Readiness(Part):
    """Five marks for the group as a whole, typed by the facilitator."""

    id: Id
    date: Day
    know_why: Mark
    want_to: Mark
    know_how: Mark
    can_do: Mark
    keep_up: Mark

    @property
    def barrier(self) -> str | None:
        """The first mark of three or below, in sequence; None when there is none."""
        return barrier({name: getattr(self, name) for name in MARKS})
