"""The phase of an observation, always derived from dates (DOMAIN.md 8.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.naming.vocabulary_learning import Phase

if TYPE_CHECKING:
    from datetime import date

    from explog.domain.record.evidence import Observation
    from explog.domain.record.experiment import Experiment


def phase(experiment: Experiment, day: date) -> Phase:
    """Baseline before the first start, test inside a cycle, after from daily operation on.

    Else between.
    """
    if experiment.started_on is None or day < experiment.started_on:
        return Phase.BASELINE
    for cycle in experiment.started_rounds:
        if cycle.started_on <= day and (cycle.ended_on is None or day <= cycle.ended_on):  # type: ignore[operator]
            return Phase.TEST
    since = experiment.operation.since
    return Phase.AFTER if since is not None and day >= since else Phase.BETWEEN


def observations_in(
    experiment: Experiment, wanted: Phase, measure: str | None = None, *, last_cycle: bool = False
) -> list[Observation]:
    """The observations of one *measure* (the primary one by default) in a phase, oldest first.

    With *last_cycle*, only those on or after the start of the last cycle that was started.
    """
    ident = measure or experiment.primary_measure
    rounds = experiment.started_rounds
    since = rounds[-1].started_on if last_cycle and rounds else None
    return sorted(
        (
            observation
            for observation in experiment.observations
            if observation.measure == ident
            and phase(experiment, observation.date) is wanted
            and (since is None or observation.date >= since)
        ),
        key=lambda observation: observation.date,
    )
