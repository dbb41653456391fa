"""When a stop criterion was met and when somebody reacted: what those two answers lack together.

No Textual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.acts.answers import answer
from explog.domain.moments import parse_moment, took
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import TimeUnit
from explog.locale import _

if TYPE_CHECKING:
    from explog.domain.moments import Moment
    from explog.domain.record.frame import StopCriterion
    from explog.tui.asked import Asked


def lacking(made: Asked, answers: dict[str, str]) -> dict[str, str]:
    """What is wrong with the two moments of each stop criterion, by question.

    Each of the two that lacks its time of day is named where the criterion counts in minutes or
    hours.
    """
    found: dict[str, str] = {}
    for criterion in made.experiment.stop_criteria:
        moments = {
            name: moment
            for name in (f"met/{criterion.id}", f"reacted/{criterion.id}")
            if (moment := _moment(made, name, answers)) is not None
        }
        found |= _of_one(criterion, moments)
    return found


def _of_one(criterion: StopCriterion, moments: dict[str, Moment]) -> dict[str, str]:
    """What is wrong with the *moments* of *criterion*, by question."""
    if criterion.unit is not TimeUnit.DAYS:
        told = _("Add the time of day, “{example}”: here it counts in {unit}.")
        told = told.format(example=_("today 12.10"), unit=label(criterion.unit))
        bare = {name: told for name, moment in moments.items() if "T" not in moment.isoformat()}
        if bare:
            return bare
    if len(moments) > 1:
        (_met, met), (name, reacted) = moments.items()
        elapsed = took(met, reacted, criterion.unit)
        if elapsed is not None and elapsed < 0:
            return {name: _("This is before it was met.")}
    return {}


def _moment(made: Asked, name: str, answers: dict[str, str]) -> Moment | None:
    """What the answer to the question *name* says; None where there is none, or none clear."""
    question = next((one for one in made.questions if one.name == name), None)
    if question is None:
        return None
    try:
        read = answer(question, answers.get(name, ""), made.today)
    except ValueError:
        return None
    return parse_moment(read) if read else None
