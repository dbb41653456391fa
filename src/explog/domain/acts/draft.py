"""What was typed into a form and not saved yet: where it waits, until it is saved or let go.

No event, never exported. A text in which the guard finds a person number is not kept. Standard
library only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from explog.domain.personal import person_number

if TYPE_CHECKING:
    from collections.abc import Mapping

COUNTS = "counts"
"""What the drafts of hands and dots are kept under, by meeting: they may point at single persons,
so no copy of a log holds them, and none outlives its meeting.
"""


class Place(NamedTuple):
    """Which form."""

    act: str
    """The act, or the name of a form that belongs to no experiment (``jot``, ``workplace``)."""
    subject: str = ""
    """The id of what it is about; empty where that is yet to be made."""
    element: str | None = None
    """The element that is changed (a lesson's id)."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed into one form."""

    place: Place
    at: str
    """When it was last kept, UTC."""
    answers: dict[str, str]
    """Question → what was typed, only where it differs from what stood there."""


def without_numbers(answers: Mapping[str, str]) -> dict[str, str]:
    """The *answers* that may be kept: those without a person number."""
    return {name: text for name, text in answers.items() if person_number(text) is None}
