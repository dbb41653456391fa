"""What each act adds beyond its plain answers.

Frames, cycles, reactions, the ends of tests and the decisions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.judging.notices import first_met
from explog.domain.judging.suggestion import suggested_result
from explog.domain.moments import shown_day, shown_moment
from explog.domain.naming.vocabulary_learning import Comparator, Direction, MeasureRole
from explog.domain.texts import moment_text
from explog.errors import Refused
from explog.journal import composers_frame as frame
from explog.journal.composers_evidence import EVIDENCE
from explog.journal.composing import Draft, transition
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from pydantic import JsonValue

    from explog.domain.record.experiment import Experiment
    from explog.domain.record.frame import StopCriterion
    from explog.domain.thresholds import Thresholds


def compose(draft: Draft) -> None:
    """Fill *draft*'s changes with everything its act says.

    Raises:
        Refused: When the act would loosen a frame or contradict what is recorded.
    """
    if draft.act.name == "adapt":
        draft.new_cycle = draft.ids()
    if draft.act.name in {"plan", "register"} and draft.experiment.primary_measure:
        draft.take("measure", draft.experiment.primary_measure)
    special = {**EVIDENCE, **_ACTS}.get(draft.act.name)
    if special is not None:
        special(draft)
    if draft.act.name not in OWN_PATHS:
        draft.put_plain()
    if draft.act.is_transition:
        transition(draft)


OWN_PATHS = frozenset({"tighten", "extend"})
"""Acts that keep none of their answers at the question's own path."""

BETTER = {
    Comparator.AT_LEAST: Direction.UP,
    Comparator.MORE_THAN: Direction.UP,
    Comparator.AT_MOST: Direction.DOWN,
    Comparator.LESS_THAN: Direction.DOWN,
    Comparator.EQUAL: Direction.WITHIN,
}
"""Which way is better follows from the criterion when nobody says otherwise."""


def criterion(draft: Draft) -> None:
    """Keep the criterion in the cycle it belongs to."""
    given = draft.answers.get("criterion")
    if given:
        cycle = draft.new_cycle or draft.cycle
        draft.changes[f"cycles/{cycle}/comparator"] = given["comparator"]
        draft.changes[f"cycles/{cycle}/criterion"] = given["criterion"]


def _plan(draft: Draft) -> None:
    """T2: the first outcome measure is the primary one."""
    criterion(draft)
    answers = draft.answers
    if "measure" in answers and not draft.experiment.primary_measure:
        draft.changes["primary_measure"] = draft.new("measure")
        draft.changes[f"measures/{draft.new('measure')}/role"] = MeasureRole.OUTCOME.value
    known = draft.experiment.cycle
    said = answers.get("criterion", {}).get("comparator") or (known and known.comparator)
    if "criterion" in answers or "measure" in answers:
        # Without a criterion this stands for nothing: the guard asks for one before it is kept.
        better = BETTER[Comparator(said)] if said else Direction.WITHIN
        direction = answers.get("direction", better.value)
        draft.changes[f"measures/{draft.new('measure')}/direction"] = direction


def _end(draft: Draft) -> None:
    """T6: the end, the actual values and the reactions."""
    cycle = draft.experiment.cycle
    if cycle is None:
        return
    draft.answers.setdefault("ended_on", draft.today.isoformat())
    ended = draft.answers["ended_on"]
    if ended > draft.today.isoformat():
        raise Refused(_("The end lies in the future; end the test on the day it happens."))
    if cycle.started_on is not None and ended < cycle.started_on.isoformat():
        said = _("The end lies before the start ({start}).")
        raise Refused(said.format(start=shown_day(cycle.started_on)))
    put_measured(draft)


def put_measured(draft: Draft) -> None:
    """Keep actual values (``actual/<id>``) and reactions (``met/<id>``, ``reacted/<id>``)."""
    kept = {
        "actual": ("limits", "actual"),
        "met": ("stop_criteria", "met_on"),
        "reacted": ("stop_criteria", "reacted_on"),
    }
    for name, value in draft.answers.items():
        kind, _slash, ident = name.partition("/")
        if kind in kept and ident:
            collection, field = kept[kind]
            if collection == "stop_criteria":
                _refuse_second(draft, ident, field, value)
            draft.changes[f"{collection}/{ident}/{field}"] = value
    for criterion in draft.experiment.stop_criteria:
        measured = first_met(draft.experiment, criterion.id)
        if measured is not None and f"reacted/{criterion.id}" in draft.answers:
            _refuse_later(draft.answers.get(f"met/{criterion.id}"), measured, criterion)
            draft.default(f"stop_criteria/{criterion.id}/met_on", measured.isoformat())


def _refuse_later(met: str | None, measured: date, criterion: StopCriterion) -> None:
    """Refuse to say that *criterion* was *met* later than a measurement tells."""
    if met is not None and met[:10] > measured.isoformat():
        said = _("A measurement met “{criterion}” on {day} already; say that day, or leave it out.")
        raise Refused(said.format(criterion=criterion.text, day=shown_day(measured)))


def _refuse_second(draft: Draft, ident: str, field: str, value: str) -> None:
    """Refuse to write another moment over the one at which a stop criterion was met or reacted to.

    The first one counts in the verdict; where it was wrong, a person corrects it knowingly. Saying
    the time of day of a day that is written down is no other moment.
    """
    criteria = draft.experiment.stop_criteria
    for number, criterion in enumerate(criteria, 1):
        known = getattr(criterion, field)
        if criterion.id == ident and known is not None and not value.startswith(moment_text(known)):
            said = _(
                "“{criterion}” has {day} written down already. "
                "If that is wrong, correct it: explog set {key} {path}=…"
            )
            raise Refused(
                said.format(
                    criterion=criterion.text,
                    day=shown_moment(known),
                    key=draft.experiment.key,
                    path=f"stop_criteria/{number}/{field}",
                )
            )


def _decide(draft: Draft) -> None:
    """T7–T9: who answers for harm and on which day; the lesson's belief and day.

    A lesson that was begun before is completed, so that it is not told twice; the history keeps
    what it said.
    """
    cycle, answers = draft.cycle, draft.answers
    put_measured(draft)
    asked = (answers.get("harm_role"), answers.get("by_role"), draft.role)
    role = next(filter(None, (*asked, draft.experiment.responsible_role)), None)
    if "harm" in answers and role is None:
        del answers["harm"]  # an answer that nobody gave is none; the guard asks who does
    elif "harm" in answers:
        on = answers.get("on") or draft.today.isoformat()
        draft.changes[f"cycles/{cycle}/harm/answered_on"] = on
        draft.changes[f"cycles/{cycle}/harm/by_role"] = role
    begun = draft.experiment.begun_lesson
    if begun is not None:
        draft.take("lesson", begun.id)
    elif "we_learned" in answers:
        EVIDENCE["lesson"](draft)


def stale_reason(draft: Draft, after: Experiment, thresholds: Thresholds) -> dict[str, JsonValue]:
    """What lets go of an earlier reason to differ, where *draft* gives the suggested result."""
    is_given = "result" in draft.answers and "result_reason" not in draft.answers
    judged = next((one for one in after.rounds if one.id == draft.cycle), None)
    if not is_given or judged is None or judged.result_reason is None:
        return {}
    is_alike = judged.result is suggested_result(draft.experiment, thresholds)
    return {f"cycles/{draft.cycle}/result_reason": None} if is_alike else {}


def _adapt(draft: Draft) -> None:
    """T7: close this cycle.

    The next one keeps what is not said anew, but never a frame check or a last day.
    """
    _decide(draft)
    old, new = draft.experiment.cycle, draft.new_cycle
    if old is None or new is None:
        return
    draft.changes[f"cycles/{new}/no"] = old.no + 1
    for name in ("belief", "because", "test", "criterion", "who_may_stop"):
        draft.default(f"cycles/{new}/{name}", draft.answers.get(name) or getattr(old, name))
    draft.default(f"cycles/{new}/comparator", old.comparator.value if old.comparator else None)
    back = old.way_back
    draft.default(f"cycles/{new}/way_back/plan", draft.answers.get("way_back") or back.plan)
    if not {"way_back_max_time", "way_back_unit"} & draft.answers.keys():
        draft.default(f"cycles/{new}/way_back/max_time", back.max_time)
        draft.default(f"cycles/{new}/way_back/unit", back.unit)
    criterion(draft)
    draft.answers.setdefault(
        "limits", [_kept(limit, "kind", "max", "unit") for limit in draft.experiment.limits_of(old)]
    )
    kept = ("text", "measure", "comparator", "number", "reaction_time", "unit")
    draft.answers.setdefault(
        "stop_criteria", [_kept(stop, *kept) for stop in draft.experiment.stop_criteria_of(old)]
    )
    frame.put_frame(draft, new)
    frame.open_cycle(draft, new)


def _kept(element: object, *names: str) -> dict[str, object]:
    """The fields *names* of *element* that have a value."""
    found = {name: getattr(element, name) for name in names}
    return {name: value for name, value in found.items() if value is not None}


def _register(draft: Draft) -> None:
    """T17: already over; the frame counts only where a written plan is referred to."""
    _plan(draft)
    if ("plan_reference" in draft.answers) is not ("plan_dated" in draft.answers):
        for half in ("plan_reference", "plan_dated"):  # the guard asks for the other one
            draft.answers.pop(half, None)
    frame.put_frame(draft, draft.cycle)
    put_measured(draft)
    draft.changes[f"cycles/{draft.cycle}/frozen_at"] = draft.as_of


_ACTS: dict[str, Callable[[Draft], None]] = {
    "plan": _plan,
    "frame": frame.write_down,
    "start": frame.start,
    "extend": frame.extend,
    "tighten": frame.tighten,
    "end": _end,
    "adapt": _adapt,
    "adopt": _decide,
    "abandon": _decide,
    "register": _register,
    "assess": _decide,
}
