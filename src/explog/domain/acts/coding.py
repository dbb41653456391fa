"""Stop criteria that a measurement can meet: those that begin with a measure and a number.

“Conflicts more than 12 a week” is coded on the measure *Conflicts*; all others stay words, which
only people can judge. Standard library only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.acts.answers import answer
from explog.domain.acts.questions import Answer, Question

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from explog.domain.record.evidence import Measure

READ = Question("criterion", "", "", kind=Answer.CRITERION)
FILLERS = ("er ", "is ", "are ", "bliver ", "becomes ", ": ")
"""Words that may stand between a measure's name and what it must not be."""


def coded(text: str, measures: Sequence[Measure], today: date) -> dict[str, object]:
    """The fields ``measure``, ``comparator`` and ``number`` that *text* says; empty for none.

    The measure with the longest name that *text* begins with; then how and how much. What follows
    the number (a unit, “a week”) is left to people.
    """
    said = text.strip()
    for measure in sorted(measures, key=lambda one: len(one.name), reverse=True):
        name = measure.name.strip()
        if not said.casefold().startswith(name.casefold()):
            continue
        rest = said[len(name) :].strip()
        for filler in FILLERS:
            rest = rest.removeprefix(filler).strip()
        found = _criterion(rest, today)
        if found is not None:
            comparator, number = found["comparator"], found["criterion"]
            return {"measure": measure.id, "comparator": comparator, "number": number}
    return {}


def _criterion(said: str, today: date) -> dict[str, object] | None:
    """A comparator and a number at the beginning of *said*: the longest beginning that is one."""
    words = said.split()
    for end in range(len(words), 0, -1):
        try:
            read: dict[str, object] | None = answer(READ, " ".join(words[:end]), today)
        except ValueError:
            continue
        return read
    return None
