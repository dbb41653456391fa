"""The house numbers behind *scaled*, *close* and the signals.

A subject of the log, so that they travel in exports.
"""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from explog.domain.house_numbers import MIRROR
from explog.domain.naming.vocabulary_learning import RuleSet
from explog.domain.texts import Part

SUBJECT = "thresholds/00000000-0000-8000-8000-000000000001"
"""The one subject that holds them."""

Days: TypeAlias = Annotated[int, Field(ge=0, le=3660)]
"""A number of days, up to ten years."""


Count: TypeAlias = Annotated[int, Field(ge=0, le=1000)]
"""A number of experiments or lessons."""


class Thresholds(Part):
    """Defaults are house numbers; none of them is a standard (DOMAIN.md 7.4, 15)."""

    home_days: Days = 90
    """C1: the origin has been in daily operation at least this long."""
    places: Annotated[int, Field(ge=1, le=1000)] = 2
    """C2: at least this many other places in operation."""
    place_days: Days = 30
    """C2: each of them at least this long."""
    observations: Annotated[int, Field(ge=0, le=1000)] = 3
    """C4: at least this many observations after adoption."""
    confirmed_days: Days = 180
    """C4: confirmed within this many days."""
    close_days: Days = 3
    """This many days or fewer before the last day are *close*."""
    smallest_series: Annotated[int, Field(ge=1, le=100)] = 5
    """Fewer test observations than this suggest *inconclusive*."""
    rule: RuleSet = RuleSet.BASELINE_SHIFT
    """The run-chart rules in force."""
    mirror: bool = True
    """Whether Insights ends with the questions of the mirror (DOMAIN.md 12)."""
    mirror_closed: Count = MIRROR["mirror_closed"]
    """From this many decided without a single failure on, the mirror asks."""
    mirror_past: Count = MIRROR["mirror_past"]
    """With more tests than this past their last day, the mirror asks."""
    mirror_lessons: Count = MIRROR["mirror_lessons"]
    """From this many lessons on of which none was used again, the mirror asks."""
