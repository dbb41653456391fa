"""Telling: one experiment with everything derived."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from explog.domain.acts.catalogue import NEXT
from explog.domain.charts.progress import chart_reading, progress
from explog.domain.judging.attention import windows
from explog.domain.judging.conditions import TITLES as SAFE_TITLES
from explog.domain.judging.conditions import Condition, conditions
from explog.domain.judging.notices import open_notices
from explog.domain.judging.scale import TITLES as SCALE_TITLES
from explog.domain.judging.scale import in_operation, level, scale_conditions
from explog.domain.judging.size_advice import advice
from explog.domain.judging.suggestion import suggestion
from explog.domain.judging.verdicts import (
    frame_verdict,
    is_everyday_digital,
    is_intelligent,
    live_frame,
    outcome,
    suggested_failure_type,
)
from explog.domain.naming.vocabulary import Decision, FrameVerdict, Kind, Result, State
from explog.domain.record.fold import fold
from explog.domain.record.phases import phase
from explog.domain.record.rows import attention_at
from explog.errors import ExplogError
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from explog.domain.acts.missing import Missing
    from explog.domain.record.experiment import Experiment
    from explog.journal.journal import Journal


def whole(journal: Journal, ref: str) -> dict[str, Any]:
    """The whole record of *ref*: every field, and everything derived as of the journal's today."""
    experiment = journal.experiment(ref)
    found = fold(journal.store.events(f"{Kind.EXPERIMENT}/{experiment.id}"))
    told = {**derived(journal, experiment), "versions": found.versions()}
    return {**experiment.model_dump(mode="json"), "derived": told}


def derived(journal: Journal, experiment: Experiment) -> dict[str, Any]:
    """Everything that follows from *experiment*'s facts as of the journal's today."""
    today, thresholds = journal.clock.today(), journal.thresholds()
    so_far, reading = progress(experiment), chart_reading(experiment, thresholds)
    suggested = suggestion(experiment, thresholds)
    found_level = level(experiment, today, thresholds)
    verdict, live = frame_verdict(experiment), live_frame(experiment, today, thresholds)
    type_suggested = suggested_failure_type(experiment)
    nearest = next_act(experiment, today.isoformat())
    return {
        "as_of": today.isoformat(),
        "state": experiment.state.value,
        "outcome": outcome(experiment).value,
        "frame_verdict": verdict.value if verdict else None,
        "live_frame": live.value if live else None,
        "conditions": _told(conditions(experiment), SAFE_TITLES),
        "level": found_level.value if found_level else None,
        "scale_conditions": _told(scale_conditions(experiment, today, thresholds), SCALE_TITLES),
        "in_operation": in_operation(experiment, today),
        "potential": experiment.places_potential,
        "fraction": fraction(experiment, today),
        "baseline": so_far.baseline,
        "baseline_is_stated": so_far.baseline_is_stated,
        "current": so_far.current,
        "current_of": so_far.current_of,
        "progress": None if so_far.share is None else round(so_far.share, 6),
        "progress_percent": so_far.percent,
        "difference": so_far.difference,
        "signal": reading.signal.value if reading else None,
        "run_chart": {**asdict(reading)} if reading else None,
        "size_advice": _size(experiment),
        "notices": [one.sentence for one in open_notices(experiment)],
        "result_suggested": suggested.result.value if suggested else None,
        "result_suggested_because": suggested.reason if suggested else None,
        "decision": experiment.decision.value if experiment.decision else None,
        "decided_on": experiment.decided.on.isoformat() if experiment.decided else None,
        "intelligent": is_intelligent(experiment),
        "failure_type_suggested": type_suggested.value if type_suggested else None,
        "everyday_digital": is_everyday_digital(experiment),
        "registered_afterwards": bool(experiment.cycle and experiment.cycle.registered_afterwards),
        "affects_work": experiment.affects_work,
        "marks": marks(experiment),
        "phases": {item.id: phase(experiment, item.date).value for item in experiment.observations},
        "attention": list(attention(journal, experiment)),
        "next": nearest,
        "missing_next": [asdict(item) for item in missing_next(journal, experiment, nearest)],
    }


def _size(experiment: Experiment) -> dict[str, Any] | None:
    """How small the test should be, as plain values; None where its questions are not answered."""
    found = advice(experiment)
    if found is None:
        return None
    return {
        "size": found.size.name.lower(),
        "planned": None if found.planned is None else found.planned.name.lower(),
        "is_larger": found.is_larger,
        "sentence": found.sentence,
        "warning": found.warning,
    }


def next_act(experiment: Experiment, today: str) -> str:
    """The one next step: *end* instead of *observe* once the last day has come."""
    cycle = experiment.cycle
    if (
        experiment.state is State.RUNNING
        and cycle
        and cycle.last_day
        and cycle.last_day.isoformat() <= today
    ):
        return "end"
    return NEXT[experiment.state]


def missing_next(journal: Journal, experiment: Experiment, act: str) -> list[Missing]:
    """What the next step still asks for; an act that cannot happen yet asks for nothing."""
    try:
        return journal.missing(act, experiment.id)
    except ExplogError:
        return []


def attention(journal: Journal, experiment: Experiment) -> tuple[str, ...]:
    """Why it asks for a person's eye today."""
    found: list[list[str | None]] = [
        [code.value, since.isoformat() if since else None, until.isoformat() if until else None]
        for code, since, until in windows(experiment, journal.thresholds())
    ]
    return attention_at(found, journal.clock.today().isoformat())


def fraction(experiment: Experiment, today: date | None = None) -> str | None:
    """``4 of 14`` as of *today*, as far as it is given; None unless it is adopted or scaled."""
    count = in_operation(experiment, today)
    if count is None:
        return None
    if experiment.places_potential is None:
        return str(count)
    return _("{n} of {all}").format(n=count, all=experiment.places_potential)


def marks(experiment: Experiment) -> list[str]:
    """The marks that stay visible, in words."""
    found = []
    cycle = experiment.cycle
    if cycle is not None and cycle.registered_afterwards:
        found.append(_("registered afterwards"))
    if experiment.decision is Decision.ADOPT and cycle is not None:
        if cycle.result is Result.NOT_SUPPORTED:
            found.append(_("adopted in spite of the result"))
        if frame_verdict(experiment) is FrameVerdict.UNSAFE:
            found.append(_("adopted, outside the frame"))
    if any(step.act == "reopen" for step in experiment.life):
        found.append(_("an earlier decision was withdrawn"))
    if experiment.started_rounds and progress(experiment).baseline is None:
        found.append(_("without a baseline"))
    return found


def _told(judged: Iterable[Condition], titles: dict[str, str]) -> list[dict[str, str]]:
    """Conditions as plain values, with their titles."""
    return [
        {
            "code": item.code,
            "title": _(titles[item.code]),
            "met": item.met.value,
            "reason": item.reason,
        }
        for item in judged
    ]


def agreements_of(journal: Journal, experiment: Experiment) -> list[dict[str, Any]]:
    """The agreements that speak of *experiment*, by due date."""
    found = [
        document
        for document in journal.store.documents(Kind.AGREEMENT)
        if experiment.id in (document.get("experiments") or ()) and not document.get("archived")  # type: ignore[operator]
    ]
    return sorted(found, key=lambda document: str(document["due"]))
