"""The stored summary: everything derived that lists, the Overview.

The export and SQL read without a model.

What depends on today is kept as dated steps (``level_steps``, ``attention``), so that the summary
never grows stale.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explog.domain.charts.progress import chart_reading, progress, target_of
from explog.domain.events import ID
from explog.domain.insights.facts import insight_facts
from explog.domain.judging.attention import windows
from explog.domain.judging.conditions import conditions
from explog.domain.judging.scale import in_operation, level_steps
from explog.domain.judging.suggestion import suggested_result
from explog.domain.judging.verdicts import (
    frame_verdict,
    is_everyday_digital,
    is_intelligent,
    outcome,
)
from explog.domain.naming.vocabulary import Kind
from explog.domain.naming.vocabulary_learning import Phase
from explog.domain.query.facts import facts
from explog.domain.record.experiment import Experiment
from explog.domain.record.phases import observations_in
from explog.domain.record.review import Agreement, Review
from explog.domain.record.view import View
from explog.domain.record.workplace import Workplace
from explog.domain.thresholds import Thresholds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from pydantic import JsonValue

    from explog.domain.texts import Part

POINTS = 24
"""The latest observations kept for a small chart."""


def summarise(
    kind: str,
    document: dict[str, JsonValue],
    thresholds: dict[str, JsonValue] | None,
    versions: Sequence[str] = (),
) -> dict[str, JsonValue]:
    """The summary of one subject; empty but for its versions unless *kind* is an experiment.

    Whatever its kind, the document is held against its model: nothing broken is ever stored.

    Args:
        kind: One of ``Kind``.
        document: The canonical document, as ``fold`` makes it, with its key.
        thresholds: The thresholds' document; None for the defaults.
        versions: Paths with two versions.

    Raises:
        pydantic.ValidationError: When the document breaks the model.
    """
    found: dict[str, JsonValue] = {"versions": [*versions]}
    model = MODELS.get(kind)
    if model is not None:
        model.model_validate(document)
    if kind == Kind.THRESHOLDS:
        _thresholds(document)
    if kind != Kind.EXPERIMENT:
        return found
    experiment = Experiment.model_validate(document)
    return {**found, **_experiment(experiment, _thresholds(thresholds or {}))}


MODELS: dict[str, type[Part]] = {
    Kind.WORKPLACE: Workplace,
    Kind.REVIEW: Review,
    Kind.AGREEMENT: Agreement,
    Kind.VIEW: View,
}
"""What a document of each kind must be; experiments and thresholds are read where they are used."""


def _thresholds(document: dict[str, JsonValue]) -> Thresholds:
    """The thresholds of their *document*; what it leaves out has its default."""
    return Thresholds.model_validate(
        {name: value for name, value in document.items() if name != "id"}
    )


def _experiment(experiment: Experiment, thresholds: Thresholds) -> dict[str, JsonValue]:
    """The summary of an experiment."""
    cycle = experiment.cycle
    verdict = frame_verdict(experiment)
    decided = experiment.decided
    learned = [lesson for lesson in experiment.lessons if lesson.is_complete]
    return {
        "state": experiment.state.value,
        "outcome": outcome(experiment).value,
        "frame_verdict": verdict.value if verdict else None,
        "conditions": {condition.code: condition.met.value for condition in conditions(experiment)},
        "result": cycle.result.value if cycle and cycle.result else None,
        "decision": experiment.decision.value if experiment.decision else None,
        "started_on": _iso(experiment.started_on),
        "cycle_started_on": _iso(cycle.started_on if cycle else None),
        "ended_on": _iso(cycle.ended_on if cycle else None),
        "last_day": _iso(cycle.last_day if cycle else None),
        "decided_on": _iso(decided.on if decided else None),
        "cycles": len(experiment.started_rounds),
        "lessons": len(learned),
        "learned": experiment.lessons[-1].we_learned if experiment.lessons else None,
        "need": experiment.need,
        "belief": cycle.belief if cycle else None,
        "because": cycle.because if cycle else None,
        "in_operation": in_operation(experiment),
        "potential": experiment.places_potential,
        "level_steps": [
            [day.isoformat(), found.value] for day, found in level_steps(experiment, thresholds)
        ],
        "attention": [
            [code.value, _iso(since), _iso(until)]
            for code, since, until in windows(experiment, thresholds)
        ],
        "intelligent": is_intelligent(experiment),
        "everyday_digital": is_everyday_digital(experiment),
        "registered_afterwards": bool(cycle and cycle.registered_afterwards),
        "close_days": thresholds.close_days,
        **facts(experiment),
        **insight_facts(experiment),
        "forerunners": [*experiment.derived_from],
        "lesson_users": [ident for lesson in experiment.lessons for ident in lesson.used_by],
        **_numbers(experiment, thresholds),
    }


def _numbers(experiment: Experiment, thresholds: Thresholds) -> dict[str, JsonValue]:
    """The part of the summary that speaks of the primary measure."""
    measure, cycle = experiment.primary, experiment.cycle
    suggested = suggested_result(experiment, thresholds)
    so_far = progress(experiment)
    reading = chart_reading(experiment, thresholds)
    shown: list[JsonValue] = []
    if measure is not None:
        phases = (Phase.BASELINE, Phase.TEST, Phase.BETWEEN, Phase.AFTER)
        points = sorted(
            (item.date, item.value)
            for named in phases
            for item in observations_in(experiment, named, measure.id)
        )
        shown = [value for _, value in points[-POINTS:]]
    return {
        "result_suggested": suggested.value if suggested else None,
        "measure": measure.name if measure else None,
        "unit": measure.unit if measure else None,
        "comparator": cycle.comparator.value if cycle and cycle.comparator else None,
        "criterion": cycle.criterion if cycle else None,
        "target": target_of(experiment, measure) if measure else None,
        "baseline": so_far.baseline,
        "current": so_far.current,
        "progress": None if so_far.share is None else round(so_far.share, 6),
        "signal": reading.signal.value if reading else None,
        "points": shown,
    }


def words(kind: str, document: dict[str, JsonValue]) -> str:
    """Every text a person would search for in *document*, one a line.

    Ids and codes are left out.
    """
    return "\n".join(dict.fromkeys(_texts(document, CODED | CODED_IN.get(kind, frozenset()))))


CODED_IN: dict[str, frozenset[str]] = {
    Kind.EXPERIMENT: frozenset({"title"}),
    Kind.REVIEW: frozenset(
        {"reason", "column", "room", "gathering", "at_step", "step", "what", "query"}
    ),
}
"""Fields beside ``CODED`` that hold our own words, or stand in a column, in one kind of subject."""

CODED = frozenset(
    [
        "id",
        "key",
        "code",
        "aliases",
        "cycle",
        "after",
        "measure",
        "transitions",
        "source",
        "kind",
        "status",
        "initiator",
        "innovation_types",
        "novelty",
        "closeness",
        "med_status",
        "value_achieved",
        "comparator",
        "direction",
        "frequency",
        "result",
        "end_reason",
        "as_planned",
        "decision",
        "answer",
        "causes",
        "failure_type",
        "theme",
        "level",
        "reported",
        "frame_check",
        "core_kept",
        "hallmark",
        "competence",
        "primary_measure",
        "workplace",
        "core_task",
        "derived_from",
        "parallel_to",
        "used_by",
        "experiment",
        "experiments",
        "workplaces",
        "review",
        "prediction_matched",
        "language",
    ]
)
"""Fields that hold ids or our own words; ``role`` is a person's word except in a measure."""


def _texts(value: JsonValue, skipped: frozenset[str] | set[str]) -> Iterator[str]:
    """The texts inside *value* that hold a space or a letter beyond a code's."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in skipped:
                yield from _texts(inner, skipped)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, skipped)
    elif isinstance(value, str) and not _is_code(value):
        yield value


_CODE = re.compile(
    rf"{ID}"  # an id
    r"|\d{4}-\d\d-\d\d(T\d\d:\d\d)?"  # a day or a minute
    r"|[a-z]+(_[a-z]+)+"  # one of our own words
)


def _is_code(text: str) -> bool:
    """Whether *text* is an id, a date or one of our own words rather than a person's."""
    return _CODE.fullmatch(text) is not None


def _iso(day: date | None) -> str | None:
    """*day* as ISO text."""
    return day.isoformat() if day else None
