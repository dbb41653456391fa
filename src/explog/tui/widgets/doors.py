"""Doors: what enter or a click on a line or a cell leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Region

    from explog.tui.filters import Filter


@dataclass(frozen=True, slots=True)
class Door:
    """Leads to an experiment, or to the experiments that a filter leaves, or says something."""

    experiment: str | None = None
    """Its key."""
    filter: Filter | None = None
    sentence: str | None = None
    agreement: str | None = None
    """Its key."""
    defines: str | None = None
    """The code of the number it stands on (``explog.domain.insights.definitions``)."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A door and where it is drawn."""

    door: Door
    region: Region


REACH = 8
"""A step to the side never leads further up or down than so many lines."""


def nearest(here: Region, spots: Sequence[Region], direction: str) -> int | None:
    """Which of *spots* a step in *direction* (``up down left right``) leads to from *here*.

    What lies straight ahead comes before what lies askew. None when nothing lies there.
    """
    found = None
    best = 0
    for place, spot in enumerate(spots):
        ahead, aside = _distance(here, spot, direction)
        if ahead <= 0 or (aside > REACH and direction in {"left", "right"}):
            continue
        score = ahead + aside * (2 if direction in {"up", "down"} else 20)
        if found is None or score < best:
            found, best = place, score
    return found


def _distance(here: Region, spot: Region, direction: str) -> tuple[int, int]:
    """How far *spot* lies ahead and aside; 0 or less ahead means that it is not there."""
    down = spot.y - here.bottom + 1
    up = here.y - spot.bottom + 1
    right = spot.x - here.right + 1
    left = here.x - spot.right + 1
    across = max(0, right, left)
    along = max(0, down, up)
    return {
        "down": (down, across),
        "up": (up, across),
        "right": (right, along),
        "left": (left, along),
    }[direction]
