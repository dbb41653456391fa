"""What one run chart shows: the points of a measure, its lines, its cycles, its marks.

Plain values, ready to be drawn in characters or as a picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explog.domain.charts.progress import chart_reading, target_of
from explog.domain.charts.signal import signal_points
from explog.domain.naming.vocabulary_learning import Phase
from explog.domain.record.phases import phase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from explog.domain.charts.runchart import Reading
    from explog.domain.record.evidence import Measure
    from explog.domain.record.experiment import Experiment
    from explog.domain.thresholds import Thresholds


@dataclass(frozen=True, slots=True)
class Point:
    """One observation."""

    day: date
    value: float
    is_test: bool = True
    """False for everything outside the test: baseline, between, after."""
    n: int | None = None
    note: str = ""
    is_signal: bool = False
    """Whether it is one of the points that make the signal."""
    phase: Phase = Phase.TEST


@dataclass(frozen=True, slots=True)
class Series:
    """What one chart shows; all values in the measure's unit."""

    points: Sequence[Point]
    """In any order."""
    centre: float | None = None
    """The median to draw; None for none."""
    target: float | None = None
    cycles: Sequence[tuple[date, date | None]] = ()
    """Start and end of each cycle; None while it goes on."""
    marks: Sequence[date] = ()
    """The days of the annotations; they are numbered from 1 in this order."""
    told: Sequence[str] = ()
    """What each annotation says."""
    name: str = ""
    """The measure's name."""
    unit: str = ""
    reading: Reading | None = None
    """What the chart says; None where nothing was read."""
    every: int | None = None
    """Days between two observations; None where nothing is due by the calendar."""

    @property
    def centre_is_frozen(self) -> bool:
        """Whether the median is that of the baseline alone."""
        return self.reading is not None and self.reading.centre_is_frozen

    @property
    def by_day(self) -> list[Point]:
        """The points, oldest first."""
        return sorted(self.points, key=lambda point: point.day)


def series_of(
    experiment: Experiment, thresholds: Thresholds, measure: Measure | None = None
) -> Series:
    """The series of *measure*, the primary one by default; without points when there is none."""
    measure = measure or experiment.primary
    if measure is None:
        return Series(())
    reading = chart_reading(experiment, thresholds, measure)
    frequency = measure.frequency
    return Series(
        points=_points(experiment, measure, reading),
        centre=reading.centre if reading else None,
        target=target_of(experiment, measure),
        cycles=[
            (one.started_on, one.ended_on) for one in experiment.started_rounds if one.started_on
        ],
        marks=[one.date for one in experiment.annotations],
        told=[one.text for one in experiment.annotations],
        name=measure.name,
        unit=measure.unit or "",
        reading=reading,
        every=frequency.days if frequency else None,
    )


def _points(experiment: Experiment, measure: Measure, reading: Reading | None) -> list[Point]:
    """The observations of *measure*, oldest first, those of the signal marked."""
    taken = sorted(
        (one for one in experiment.observations if one.measure == measure.id),
        key=lambda one: one.date,
    )
    phases = [phase(experiment, one.date) for one in taken]
    since = experiment.started_rounds[-1].started_on if experiment.started_rounds else None
    baseline = [place for place, found in enumerate(phases) if found is Phase.BASELINE]
    test = [
        place
        for place, found in enumerate(phases)
        if found is Phase.TEST and (since is None or taken[place].date >= since)
    ]
    read = [*baseline, *test]
    special = (
        signal_points(
            reading,
            [taken[place].value for place in baseline],
            [taken[place].value for place in test],
            measure.direction,
            target_of(experiment, measure),
        )
        if reading
        else frozenset()
    )
    marked = {read[place] for place in special}
    return [
        Point(
            one.date,
            one.value,
            found is Phase.TEST,
            one.n,
            one.note or "",
            place in marked,
            found,
        )
        for place, (one, found) in enumerate(zip(taken, phases, strict=True))
    ]
