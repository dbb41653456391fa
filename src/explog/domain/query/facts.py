"""The part of the stored summary that a query asks for and nothing else shows."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from explog.domain.charts.progress import progress
from explog.domain.query.order import alphabetical, numerical

if TYPE_CHECKING:
    from pydantic import JsonValue

    from explog.domain.record.experiment import Experiment

_TIME_SORTED = "7"
"""The version of ids that begin with the time they were made, in milliseconds."""

AFTER_THE_DECISION = frozenset({"scale", "lapse", "retire"})
"""The steps that may follow a decision that stands."""

_YEAR_10000 = 253_402_300_800
"""In seconds; no calendar goes on."""


def facts(experiment: Experiment) -> dict[str, JsonValue]:
    """What *experiment* is found and sorted by; none of it depends on today."""
    day = step_on(experiment)
    themes = {lesson.theme.value for lesson in experiment.lessons if lesson.theme}
    return {
        "step_on": day.isoformat() if day else None,
        "has": [*has(experiment)],
        "themes": [*sorted(themes)],
        "tagged": [*dict.fromkeys(map(folded_tag, experiment.tags))],
        "by_title": alphabetical(experiment.title),
        "by_key": numerical(experiment.key),
    }


def has(experiment: Experiment) -> list[str]:
    """Which of ``query_words.HAS`` *experiment* has; a lesson counts once it is complete."""
    found = {
        "lesson": any(lesson.is_complete for lesson in experiment.lessons),
        "incident": bool(experiment.incidents),
        "baseline": progress(experiment).baseline is not None,
        "measure": bool(experiment.measures),
        "observation": bool(experiment.observations),
        "place": bool(experiment.places),
        "criterion_met": any(criterion.met_on for criterion in experiment.stop_criteria),
        "core_task": experiment.core_task is not None,
        "workplace": experiment.workplace is not None,
        "tag": bool(experiment.tags),
        "link": bool(experiment.links),
        "reused": any(lesson.used_by for lesson in experiment.lessons if lesson.is_complete),
        "forerunner": bool(experiment.derived_from or experiment.copied_from),
        "prediction": any(cycle.prediction_matched for cycle in experiment.rounds[-1:]),
    }
    return [name for name, holds in found.items() if holds]


def step_on(experiment: Experiment) -> date | None:
    """The day of its last step, as lists show it, from scaled or retired back to written down.

    None for an idea whose id does not tell the time.
    """
    cycle = experiment.cycle
    later = [step.on for step in experiment.life if step.act in AFTER_THE_DECISION]
    days = (
        later[-1] if later and experiment.decided else None,
        experiment.decided.on if experiment.decided else None,
        cycle.ended_on if cycle else None,
        experiment.started_on,
        experiment.life[-1].on if experiment.life else None,
        written_on(experiment.id),
    )
    return next((day for day in days if day is not None), None)


def folded_tag(tag: str) -> str:
    """*tag* as it is compared."""
    return unicodedata.normalize("NFC", tag).casefold()


def written_on(ident: str) -> date | None:
    """The day, in UTC, on which an id that begins with the time was made."""
    seconds = int(ident[:8] + ident[9:13], 16) // 1000
    if ident[14:15] != _TIME_SORTED or seconds >= _YEAR_10000:
        return None
    return datetime.fromtimestamp(seconds, UTC).date()
