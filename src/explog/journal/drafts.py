"""Where drafts wait (``domain.acts.draft``), as the front ends know it. Standard library only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from explog.domain.acts.draft import Draft, without_numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explog.domain.acts.draft import Place


class Drafts(Protocol):
    """Keeps drafts. Each call stands for itself and may come from any thread."""

    def every(self) -> list[Draft]:
        """All of them, the newest first."""

    def of(self, place: Place) -> Draft | None:
        """The one of the form *place*."""

    def keep(self, place: Place, answers: Mapping[str, str], *, make: bool = True) -> None:
        """Keep *answers* instead of what was there; none that may be kept let the draft go.

        Args:
            place: Which form.
            answers: Question → what was typed.
            make: Whether a log may be made where there is none; else nothing is kept there.
        """


class PassingDrafts:
    """Drafts that last as long as the program: where no log was handed over."""

    def __init__(self) -> None:
        """Begin with none."""
        self._drafts: dict[Place, Draft] = {}

    def every(self) -> list[Draft]:
        """All of them, the newest first."""
        return [*self._drafts.values()][::-1]

    def of(self, place: Place) -> Draft | None:
        """The one of the form *place*."""
        return self._drafts.get(place)

    def keep(self, place: Place, answers: Mapping[str, str], *, make: bool = True) -> None:  # noqa: ARG002 - nothing is made
        """Keep *answers* until the program ends."""
        self._drafts.pop(place, None)
        kept = without_numbers(answers)
        if kept:
            self._drafts[place] = Draft(place, "", kept)
