"""Telling: one experiment with everything derived, and its history read aloud."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from explog.domain.acts.catalogue import BY_NAME, NEXT
from explog.domain.charts.progress import chart_reading, progress, suggested_result
from explog.domain.events import taken_back
from explog.domain.judging.attention import windows
from explog.domain.judging.conditions import TITLES as SAFE_TITLES
from explog.domain.judging.conditions import Condition, conditions
from explog.domain.judging.notices import open_notices
from explog.domain.judging.scale import TITLES as SCALE_TITLES
from explog.domain.judging.scale import in_operation, level, scale_conditions
from explog.domain.judging.size_advice import advice
from explog.domain.judging.verdicts import (
    frame_verdict,
    is_everyday_digital,
    is_intelligent,
    live_frame,
    outcome,
    suggested_failure_type,
)
from explog.domain.moments import parse_moment, shown_day
from explog.domain.naming.vocabulary import Decision, FrameVerdict, Kind, Result, State
from explog.domain.record.fold import fold
from explog.domain.record.phases import phase
from explog.domain.record.rows import attention_at
from explog.errors import ExplogError
from explog.journal.changes import changes_of
from explog.journal.past import past_words
from explog.journal.undoing import act_words
from explog.journal.wording import said_change, said_value
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from explog.domain.acts.missing import Missing
    from explog.domain.events import Event
    from explog.domain.record.experiment import Experiment
    from explog.domain.record.fold import Folded
    from explog.journal.journal import Journal


def whole(journal: Journal, ref: str) -> dict[str, Any]:
    """The whole record of *ref*: every field, and everything derived as of the journal's today."""
    experiment = journal.experiment(ref)
    return {**experiment.model_dump(mode="json"), "derived": derived(journal, experiment)}


def derived(journal: Journal, experiment: Experiment) -> dict[str, Any]:
    """Everything that follows from *experiment*'s facts as of the journal's today."""
    today, thresholds = journal.clock.today(), journal.thresholds()
    so_far, reading = progress(experiment), chart_reading(experiment, thresholds)
    suggested = suggested_result(experiment, thresholds)
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
        "progress": None if so_far.share is None else round(so_far.share, 6),
        "progress_percent": so_far.percent,
        "difference": so_far.difference,
        "signal": reading.signal.value if reading else None,
        "run_chart": {**asdict(reading)} if reading else None,
        "size_advice": _size(experiment),
        "notices": [one.sentence for one in open_notices(experiment)],
        "result_suggested": suggested.value if suggested else None,
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


@dataclass(frozen=True, slots=True)
class Told:
    """One line of a history."""

    event: str
    """The event's id."""
    on: str
    """The day the act counted from, ISO."""
    at: str
    """The real time it was written, UTC."""
    act: str
    by_role: str | None
    sentence: str
    """What happened, in the language in force."""
    is_undone: bool


def story(journal: Journal, ref: str) -> list[Told]:
    """The history of the subject *ref*, oldest first."""
    events = journal.store.events(journal.store.find(ref))
    undone, folded = taken_back(events), fold(events)
    return [
        Told(
            event=event.id,
            on=event.as_of[:10],
            at=event.at,
            act=event.act,
            by_role=event.by_role,
            sentence=_sentence(event, events, folded),
            is_undone=event.id in undone,
        )
        for event in events
    ]


def _sentence(event: Event, events: Sequence[Event], folded: Folded) -> str:
    """What *event* did, with the person's own words where there are any."""
    if event.undoes is not None:
        return _reverted(event, {other.id: other for other in events})
    words = past_words(event.act)
    if event.act in BY_NAME and BY_NAME[event.act].is_transition:
        step = next(
            (
                change.value
                for path, change in event.changes.items()
                if path.startswith("transitions/")
            ),
            None,
        )
        reason = step.get("reason") if isinstance(step, dict) else None
        on = step.get("on") if isinstance(step, dict) else None
        said = (
            words
            if on in (None, event.as_of[:10])
            else _("{act} on {day}").format(act=words, day=shown_day(parse_moment(str(on))))
        )
        return f"{said}: {reason}" if reason else said
    details = _details(event, events, folded)
    return f"{words}: {details}" if details else words


PLAIN_ENOUGH = (
    "title",
    "text",
    "value",
    "not_met",
    "we_learned",
    "name",
    "what",
    "status",
    "room",
    "note",
)
"""The fields whose value alone says what an act was about, most telling first."""


def _reverted(event: Event, events: dict[str, Event]) -> str:
    """What was undone, or done again after it was undone."""
    target = events.get(event.undoes or "")
    if target is not None and target.undoes is not None:
        first = events.get(target.undoes)
        return _("Done again: {act}").format(act=act_words(first.act if first else ""))
    return _("Undone: {act}").format(act=act_words(target.act if target else ""))


PLAIN_CHANGES = frozenset({"set", "frame", "restore", "pick"})
"""Acts that are told by their fields, each with its element, and what stood there before."""


def _details(event: Event, events: Sequence[Event], folded: Folded) -> str:
    """The most telling values of *event*; for a plain change, the fields and their new values."""
    if event.act in PLAIN_CHANGES:
        return "; ".join(
            said_change(one.path, one.after, name=one.name, before=one.before)
            for one in changes_of(events, event, folded)
        )
    values = {path: change.value for path, change in event.changes.items()}
    count = len({path.split("/")[1] for path in values if path.startswith("observations/")})
    if event.act == "observe" and count > 1:
        return ngettext("{n} observation", "{n} observations", count).format(n=count)
    fields = {
        path.rpartition("/")[2]: said_value(path, value)
        for path, value in values.items()
        if value is not None
    }
    return " · ".join([fields[name] for name in PLAIN_ENOUGH if name in fields][:2])


def agreements_of(journal: Journal, experiment: Experiment) -> list[dict[str, Any]]:
    """The agreements that speak of *experiment*, by due date."""
    found = [
        document
        for document in journal.store.documents(Kind.AGREEMENT)
        if experiment.id in (document.get("experiments") or ()) and not document.get("archived")  # type: ignore[operator]
    ]
    return sorted(found, key=lambda document: str(document["due"]))
