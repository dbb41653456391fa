"""What each act adds beyond its plain answers: frames, cycles, reactions, the ends of tests and the decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.vocabulary import FrameAnswer, FrameQuestion, MedStatus
from explog.domain.vocabulary_learning import Comparator, Direction, MeasureRole
from explog.errors import Refused
from explog.journal.composers_evidence import EVIDENCE
from explog.journal.composing import Draft, transition
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from explog.domain.cycle import Cycle


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
    if "measure" in answers and "criterion" in answers:
        better = BETTER[Comparator(answers["criterion"]["comparator"])]
        draft.changes[f"measures/{draft.new('measure')}/direction"] = answers.get(
            "direction", better.value
        )


def put_frame(draft: Draft, cycle: str) -> None:
    """Keep limits, stop criteria and the frame check of *cycle*."""
    for limit in draft.answers.get("limits", ()):
        _put_element(draft, "limits", cycle, limit)
    for stop in draft.answers.get("stop_criteria", ()):
        _put_element(draft, "stop_criteria", cycle, stop)
    alike = draft.answers.get("frame_check")
    given = {question: draft.answers.get(f"check_{question.value}") for question in FrameQuestion}
    old = (
        draft.experiment.cycle.frame_check
        if draft.experiment.cycle and not draft.new_cycle
        else None
    )
    for question in FrameQuestion:
        if (
            alike
            and given[question] is None
            and (old is None or getattr(old, question.value) is None)
        ):
            given[question] = draft.changes[f"cycles/{cycle}/frame_check/{question.value}"] = alike
    med = given[FrameQuestion.MED]
    if med in {FrameAnswer.YES, FrameAnswer.NOT_RELEVANT} and draft.experiment.med_status is None:
        status = MedStatus.NOT_RELEVANT if med == FrameAnswer.NOT_RELEVANT else MedStatus.INFORMED
        draft.default("med_status", status.value)


def _put_element(draft: Draft, collection: str, cycle: str, fields: dict[str, object]) -> None:
    """Add one element of *collection* that belongs to *cycle*."""
    ident = draft.ids()
    for name, value in {"cycle": cycle, **fields}.items():
        draft.changes[f"{collection}/{ident}/{name}"] = value


def _start(draft: Draft) -> None:
    """T3: the frame is locked now; a start more than a day back is registered afterwards instead."""
    put_frame(draft, draft.cycle)
    _open(draft, draft.cycle)


def _open(draft: Draft, cycle: str) -> None:
    """Let *cycle* begin on the day given, and lock its frame."""
    on = draft.answers.get("on") or draft.today.isoformat()
    days = (draft.today - draft.today.fromisoformat(on)).days
    if days > 1:
        said = _(
            "A start {days} days back cannot get a frame now. Use “register afterwards”, or start today."
        )
        raise Refused(said.format(days=days))
    draft.changes[f"cycles/{cycle}/started_on"] = on
    draft.changes[f"cycles/{cycle}/frozen_at"] = draft.as_of


def _extend(draft: Draft) -> None:
    """A later last day, before the old one has passed: the one loosening that is allowed."""
    cycle = draft.experiment.cycle
    if cycle is None or cycle.last_day is None or "last_day" not in draft.answers:
        return
    old, new = cycle.last_day.isoformat(), draft.answers["last_day"]
    made_on = draft.answers.get("on") or draft.today.isoformat()
    if new <= old:
        raise Refused(_("The new last day must be later than {old}.").format(old=old))
    if made_on > old:
        raise Refused(
            _(
                "The last day ({old}) has passed, so it can no longer be moved. End the test."
            ).format(old=old)
        )
    draft.changes[f"cycles/{cycle.id}/last_day"] = new
    fields = {"old": old, "new": new, "reason": draft.answers.get("reason"), "made_on": made_on}
    _put_element(
        draft, "extensions", cycle.id, {name: value for name, value in fields.items() if value}
    )


def _tighten(draft: Draft) -> None:
    """Narrower limits, an earlier last day, more stop criteria; never wider."""
    cycle = draft.experiment.cycle
    if cycle is None:
        return
    for limit in draft.answers.get("limits", ()):
        _tighten_limit(draft, cycle, limit)
    for stop in draft.answers.get("stop_criteria", ()):
        _put_element(draft, "stop_criteria", cycle.id, stop)
    earlier = draft.answers.get("last_day")
    if earlier:
        if cycle.last_day is not None and earlier > cycle.last_day.isoformat():
            raise Refused(
                _("A later last day is an extension; use “extend” before the last day has passed.")
            )
        draft.changes[f"cycles/{cycle.id}/last_day"] = earlier
    if not draft.changes:
        raise Refused(
            _("Say what gets narrower: a limit, an earlier last day, or one more stop criterion.")
        )


def _tighten_limit(draft: Draft, cycle: Cycle, given: dict[str, object]) -> None:
    """One limit: an existing one gets narrower, a new one is added."""
    for limit in draft.experiment.limits_of(cycle):
        if limit.unit.casefold() == str(given["unit"]).casefold():
            if float(str(given["max"])) > limit.max:
                raise Refused(loosening(limit.max, limit.unit))
            draft.changes[f"limits/{limit.id}/max"] = given["max"]
            fields = {
                "limit": limit.id,
                "old": limit.max,
                "new": given["max"],
                "made_on": draft.today.isoformat(),
            }
            reason = draft.answers.get("reason")
            _put_element(
                draft, "tightenings", cycle.id, {**fields, **({"reason": reason} if reason else {})}
            )
            return
    _put_element(draft, "limits", cycle.id, given)


def loosening(bound: float, unit: str) -> str:
    """The sentence that refuses a wider limit and says what to do instead."""
    said = _(
        "The limit of {max} {unit} was locked at the start and can only be made narrower. "
        "For a wider one, end the test and close it with “adapt”: the next cycle gets a new frame."
    )
    return said.format(max=bound, unit=unit)


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
        raise Refused(_("The end lies before the start ({start}).").format(start=cycle.started_on))
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
            draft.changes[f"{collection}/{ident}/{field}"] = value


def _decide(draft: Draft) -> None:
    """T7–T9: who answers for harm and on which day; the lesson's belief and day."""
    cycle = draft.cycle
    put_measured(draft)
    if "harm" in draft.answers:
        draft.changes[f"cycles/{cycle}/harm/answered_on"] = (
            draft.answers.get("on") or draft.today.isoformat()
        )
        draft.default(f"cycles/{cycle}/harm/by_role", draft.answers.get("harm_role") or draft.role)
    if "we_learned" in draft.answers:
        EVIDENCE["lesson"](draft)


def _adapt(draft: Draft) -> None:
    """T7: close this cycle; the next one keeps what is not said anew, but never a frame check or a last day."""
    _decide(draft)
    old, new = draft.experiment.cycle, draft.new_cycle
    if old is None or new is None:
        return
    draft.changes[f"cycles/{new}/no"] = old.no + 1
    for name in ("belief", "because", "test", "criterion", "who_may_stop"):
        draft.default(f"cycles/{new}/{name}", draft.answers.get(name) or getattr(old, name))
    draft.default(f"cycles/{new}/comparator", old.comparator.value if old.comparator else None)
    draft.default(f"cycles/{new}/way_back/plan", draft.answers.get("way_back") or old.way_back.plan)
    criterion(draft)
    draft.answers.setdefault(
        "limits", [_kept(limit, "kind", "max", "unit") for limit in draft.experiment.limits_of(old)]
    )
    kept = ("text", "measure", "comparator", "number", "reaction_time", "unit")
    draft.answers.setdefault(
        "stop_criteria", [_kept(stop, *kept) for stop in draft.experiment.stop_criteria_of(old)]
    )
    put_frame(draft, new)
    _open(draft, new)


def _kept(element: object, *names: str) -> dict[str, object]:
    """The fields *names* of *element* that have a value."""
    found = {name: getattr(element, name) for name in names}
    return {name: value for name, value in found.items() if value is not None}


def _register(draft: Draft) -> None:
    """T17: already over; the frame counts only where a written plan is referred to."""
    _plan(draft)
    put_frame(draft, draft.cycle)
    put_measured(draft)
    draft.changes[f"cycles/{draft.cycle}/frozen_at"] = draft.as_of


_ACTS: dict[str, Callable[[Draft], None]] = {
    "plan": _plan,
    "start": _start,
    "extend": _extend,
    "tighten": _tighten,
    "end": _end,
    "adapt": _adapt,
    "adopt": _decide,
    "abandon": _decide,
    "register": _register,
}
