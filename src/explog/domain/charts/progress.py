"""Baseline, current value, progress, signal and the suggested result (DOMAIN.md 8.2–8.4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explog.domain.charts.runchart import Reading, read
from explog.domain.charts.runchart import median as middle
from explog.domain.naming.vocabulary_learning import Phase
from explog.domain.record.phases import observations_in
from explog.locale import ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explog.domain.record.evidence import Measure
    from explog.domain.record.experiment import Experiment
    from explog.domain.thresholds import Thresholds

LAST = 5
"""The current level is the median of this many observations, the latest ones."""

SHOWN = (-1.0, 2.0)
"""Progress is shown in percent only inside these bounds; outside, the plain difference is."""


def median(values: Sequence[float]) -> float:
    """The level that *values* tell: 45, not 45.0; 3.35, not 3.3499999999999996 that misses 3.35."""
    value = middle(values)
    return round(value) if value == round(value) else round(value, 9)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one measure has come."""

    baseline: float | None
    """In the measure's unit; None when nothing was measured or stated."""
    baseline_is_stated: bool
    """Stated, not measured."""
    current: float | None
    """Median of the last five test observations; None without any."""
    share: float | None
    """Share of the way from baseline to target: 0 at the baseline, 1 at the target; None when it
    cannot be told.
    """
    difference: float | None
    """Current minus baseline, in the measure's unit."""
    current_of: int = 0
    """How many observations *current* is the median of."""

    @property
    def percent(self) -> int | None:
        """Whole percent, only between −100 and 200; None means: show the difference."""
        if self.share is None or not SHOWN[0] <= self.share <= SHOWN[1]:
            return None
        return round(self.share * 100)


def progress(experiment: Experiment, measure: Measure | None = None) -> Progress:
    """The progress of *measure*, the primary one by default."""
    measure = measure or experiment.primary
    if measure is None:
        return Progress(None, baseline_is_stated=False, current=None, share=None, difference=None)
    measured = [item.value for item in observations_in(experiment, Phase.BASELINE, measure.id)]
    baseline = median(measured) if measured else measure.baseline_stated
    test = test_values(experiment, measure)
    current = median(test[-LAST:]) if test else None
    difference = None if current is None or baseline is None else round(current - baseline, 9)
    return Progress(
        baseline=baseline,
        baseline_is_stated=not measured and baseline is not None,
        current=current,
        share=_share(baseline, difference, target_of(experiment, measure)),
        difference=difference,
        current_of=min(LAST, len(test)),
    )


def current_words(value: str, of: int) -> str:
    """The current *value*, as it is shown, and what it is: the median of the test's last *of*."""
    said = ngettext(
        "{value} (one observation in the test)", "{value} (median of the test's last {n})", of
    )
    return said.format(value=value, n=of)


def target_of(experiment: Experiment, measure: Measure) -> float | None:
    """The target of *measure*.

    For the primary one the criterion stands in where no target was set.
    """
    if measure.target is not None:
        return measure.target
    cycle = experiment.cycle
    return (
        cycle.criterion if cycle is not None and measure.id == experiment.primary_measure else None
    )


def test_values(experiment: Experiment, measure: Measure) -> list[float]:
    """The test observations of the last cycle, oldest first."""
    return [
        item.value for item in observations_in(experiment, Phase.TEST, measure.id, last_cycle=True)
    ]


def _share(baseline: float | None, difference: float | None, target: float | None) -> float | None:
    """The share of the gap that is closed."""
    if baseline is None or difference is None or target is None or target == baseline:
        return None
    return round(difference / (target - baseline), 9)  # so that half is half in floats too


def chart_reading(
    experiment: Experiment, thresholds: Thresholds, measure: Measure | None = None
) -> Reading | None:
    """What the run chart of *measure* says, the primary one by default; None without any."""
    measure = measure or experiment.primary
    if measure is None:
        return None
    baseline = [item.value for item in observations_in(experiment, Phase.BASELINE, measure.id)]
    return read(
        thresholds.rule,
        baseline,
        test_values(experiment, measure),
        measure.direction,
        target_of(experiment, measure),
    )
