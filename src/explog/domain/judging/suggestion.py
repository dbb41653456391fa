"""What the facts suggest for the result of a cycle, and why (DOMAIN.md 8.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explog.domain.charts.progress import LAST, median, progress, test_values
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import Result
from explog.domain.naming.vocabulary_learning import MeasureRole
from explog.domain.numbers import shown_number
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from explog.domain.naming.vocabulary_learning import Comparator
    from explog.domain.record.evidence import Measure
    from explog.domain.record.experiment import Experiment
    from explog.domain.thresholds import Thresholds

HALF = 0.5
"""From this share of the gap on, a result is partly supported."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A result, and the fact it rests on."""

    result: Result
    reason: str
    """In the language in force, to stand after the result."""


def suggested_result(experiment: Experiment, thresholds: Thresholds) -> Result | None:
    """What the facts suggest for the last cycle; None before it started."""
    found = suggestion(experiment, thresholds)
    return found.result if found else None


def suggestion(experiment: Experiment, thresholds: Thresholds) -> Suggestion | None:
    """What the facts suggest for the last cycle, and why; None before it started.

    A person decides, and says why when differing.
    """
    cycle, measure = experiment.cycle, experiment.primary
    if cycle is None or not cycle.is_started:
        return None
    if cycle.ended_by_stop_criterion:
        return Suggestion(Result.NOT_SUPPORTED, _("a stop criterion ended the test"))
    if measure is None or cycle.comparator is None or cycle.criterion is None:
        return Suggestion(Result.INCONCLUSIVE, _("no number was said to hold it against"))
    values = test_values(experiment, measure)
    if len(values) < thresholds.smallest_series:
        told = ngettext(
            "{n} measurement from the test; it takes {least}",
            "{n} measurements from the test; it takes {least}",
            len(values),
        )
        told = told.format(n=len(values), least=thresholds.smallest_series)
        return Suggestion(Result.INCONCLUSIVE, told)
    return _measured(experiment, median(values[-LAST:]), cycle.comparator, cycle.criterion)


def _measured(
    experiment: Experiment, level: float, comparator: Comparator, criterion: float
) -> Suggestion:
    """What the *level* of the last measurements suggests."""
    told = _("the last measurements are at {level}; agreed was {sign} {number}").format(
        level=shown_number(level),
        sign=label(comparator),
        number=shown_number(criterion),
    )
    if comparator.holds(level, criterion):
        broken = broken_balance(experiment)
        if not broken:
            return Suggestion(Result.SUPPORTED, told)
        names = ", ".join(measure.name for measure in broken)
        beyond = _("{reached}, but beyond its limit: {names}").format(reached=told, names=names)
        return Suggestion(Result.PARTLY_SUPPORTED, beyond)
    share = progress(experiment).share
    is_half = share is not None and share >= HALF
    return Suggestion(Result.PARTLY_SUPPORTED if is_half else Result.NOT_SUPPORTED, told)


def broken_balance(experiment: Experiment) -> list[Measure]:
    """The balancing measures whose median of the last five test values is beyond their limit."""
    return [
        measure
        for measure in experiment.measures
        if measure.role is MeasureRole.BALANCING
        and measure.limit is not None
        and _is_beyond(experiment, measure)
    ]


def _is_beyond(experiment: Experiment, measure: Measure) -> bool:
    """Whether *measure* is beyond its limit."""
    values = test_values(experiment, measure)
    return bool(values) and not measure.limit_comparator.holds(
        median(values[-LAST:]), float(measure.limit or 0)
    )
