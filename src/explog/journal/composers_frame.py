"""What the acts on the frame add.

Limits, stop criteria, the frame check, the lock and its tightening.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.domain.acts.coding import coded
from explog.domain.moments import shown_day
from explog.domain.naming.vocabulary import FrameAnswer, FrameQuestion, MedStatus
from explog.domain.numbers import shown_number
from explog.domain.record.freezing import longest
from explog.errors import Refused
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explog.domain.record.cycle import Cycle
    from explog.domain.record.frame import Limit
    from explog.journal.composing import Draft


SAME = {"limits": ("kind", "unit"), "stop_criteria": ("text",)}
"""What makes two elements of a frame the same one, so that writing it down again changes it."""


def write_down(draft: Draft) -> None:
    """Parts of the frame before the start; nothing is locked yet."""
    put_frame(draft, draft.cycle)


def put_frame(draft: Draft, cycle: str) -> None:
    """Keep limits, stop criteria and the frame check of *cycle*."""
    for collection in SAME:
        for fields in draft.answers.get(collection, ()):
            put_element(draft, collection, cycle, _with_code(draft, collection, fields))
    _put_check(draft, cycle)


def _put_check(draft: Draft, cycle: str) -> None:
    """One answer for every open question of the frame check.

    MED's status follows from question 5.
    """
    known = draft.experiment.cycle
    old = known.frame_check if known is not None and draft.new_cycle is None else None
    alike = draft.answers.get("frame_check")
    for question in FrameQuestion:
        is_open = f"check_{question.value}" not in draft.answers
        if alike and is_open and (old is None or getattr(old, question.value) is None):
            draft.changes[f"cycles/{cycle}/frame_check/{question.value}"] = alike
    med = draft.answers.get("check_med") or draft.changes.get(f"cycles/{cycle}/frame_check/med")
    if med in MED_FOLLOWS and draft.experiment.med_status is None:
        draft.default("med_status", MED_FOLLOWS[med].value)


MED_FOLLOWS = {
    FrameAnswer.YES.value: MedStatus.INFORMED,
    FrameAnswer.NOT_RELEVANT.value: MedStatus.NOT_RELEVANT,
}
"""What the answer to question 5 of the frame check says about MED, unless somebody said it already.
"""


def _with_code(draft: Draft, collection: str, fields: dict[str, Any]) -> dict[str, Any]:
    """*fields*, and for a stop criterion that begins with a measure and a number, that code."""
    if collection != "stop_criteria":
        return fields
    return {**coded(str(fields["text"]), draft.experiment.measures, draft.today), **fields}


def put_element(draft: Draft, collection: str, cycle: str, fields: dict[str, Any]) -> None:
    """Keep one element of *collection* in *cycle*: a new one, or the one that is already there."""
    ident = draft.ids()
    for old in getattr(draft.experiment, collection):
        if old.cycle == cycle and collection in SAME and _is_same(old, fields, SAME[collection]):
            ident = old.id
    for name, value in {"cycle": cycle, **fields}.items():
        draft.changes[f"{collection}/{ident}/{name}"] = value


def _is_same(old: object, fields: dict[str, Any], names: tuple[str, ...]) -> bool:
    """Whether *fields* speak of the element *old*."""
    return all(str(getattr(old, name)).casefold() == str(fields[name]).casefold() for name in names)


def start(draft: Draft) -> None:
    """T3: the frame is locked now.

    A start more than a day back is registered afterwards instead.
    """
    put_frame(draft, draft.cycle)
    open_cycle(draft, draft.cycle)


def open_cycle(draft: Draft, cycle: str) -> None:
    """Let *cycle* begin on the day given, and lock its frame."""
    on = draft.answers.get("on") or draft.today.isoformat()
    days = (draft.today - draft.today.fromisoformat(on)).days
    if days < 0:
        raise Refused(_("The start lies in the future; start it on the day."))
    if days > 1:
        said = _(
            "A start {days} days back cannot get a frame now. "
            "Use “register afterwards”, or start today."
        )
        raise Refused(said.format(days=days))
    draft.changes[f"cycles/{cycle}/started_on"] = on
    draft.changes[f"cycles/{cycle}/frozen_at"] = draft.as_of


def extend(draft: Draft) -> None:
    """A later last day, before the old one has passed: the one loosening that is allowed."""
    cycle = draft.experiment.cycle
    if cycle is None or cycle.last_day is None or "last_day" not in draft.answers:
        return
    old, new = cycle.last_day.isoformat(), draft.answers["last_day"]
    made_on = draft.answers.get("on") or draft.today.isoformat()
    if new <= old:
        said = _("The new last day must be later than {old}.")
        raise Refused(said.format(old=shown_day(cycle.last_day)))
    if made_on > old:
        said = _("The last day ({old}) has passed, so it can no longer be moved. End the test.")
        raise Refused(said.format(old=shown_day(cycle.last_day)))
    if not 0 <= (draft.today - draft.today.fromisoformat(made_on)).days <= 1:
        raise Refused(_("An extension counts from the day it is made: today, or yesterday."))
    draft.changes[f"cycles/{cycle.id}/last_day"] = new
    fields = {"old": old, "new": new, "reason": draft.answers.get("reason"), "made_on": made_on}
    put_element(
        draft, "extensions", cycle.id, {name: value for name, value in fields.items() if value}
    )


def tighten(draft: Draft) -> None:
    """Narrower limits, an earlier last day, more stop criteria; never wider."""
    cycle = draft.experiment.cycle
    if cycle is None:
        return
    for limit in draft.answers.get("limits", ()):
        _tighten_limit(draft, cycle, limit)
    for stop in draft.answers.get("stop_criteria", ()):
        _tighten_reaction(draft, cycle, stop)
    earlier = draft.answers.get("last_day")
    if earlier:
        if cycle.last_day is not None and earlier > cycle.last_day.isoformat():
            raise Refused(
                _("A later last day is an extension; use “extend” before the last day has passed.")
            )
        if earlier < draft.today.isoformat():
            raise Refused(_("That day has passed. End the test instead."))
        draft.changes[f"cycles/{cycle.id}/last_day"] = earlier
    if not draft.changes:
        raise Refused(
            _("Say what gets narrower: a limit, an earlier last day, or one more stop criterion.")
        )


def _tighten_limit(draft: Draft, cycle: Cycle, given: dict[str, Any]) -> None:
    """One limit: an existing one gets narrower, a new one is added."""
    limit = _limit_meant(draft.experiment.limits_of(cycle), given)
    if limit is None:
        put_element(draft, "limits", cycle.id, given)
        return
    if given["max"] > limit.max:
        raise Refused(loosening(limit.max, limit.unit))
    if given["max"] == limit.max:
        return
    draft.changes[f"limits/{limit.id}/max"] = given["max"]
    fields = {
        "limit": limit.id,
        "old": limit.max,
        "new": given["max"],
        "made_on": draft.today.isoformat(),
        "reason": draft.answers.get("reason"),
    }
    kept = {name: value for name, value in fields.items() if value is not None}
    put_element(draft, "tightenings", cycle.id, kept)


def _limit_meant(limits: Sequence[Limit], given: dict[str, Any]) -> Limit | None:
    """The limit with the unit of *given*; where several have it, the one of the same kind."""
    unit = str(given["unit"]).casefold()
    same = [limit for limit in limits if limit.unit.casefold() == unit]
    of_kind = [limit for limit in same if limit.kind == given["kind"]]
    return next(iter(of_kind or same), None)


def _tighten_reaction(draft: Draft, cycle: Cycle, given: dict[str, Any]) -> None:
    """One more stop criterion, or a shorter reaction to one that is there."""
    for old in draft.experiment.stop_criteria_of(cycle):
        if _is_same(old, given, SAME["stop_criteria"]):
            if longest(given["reaction_time"], given["unit"]) > longest(
                old.reaction_time, old.unit
            ):
                raise Refused(
                    _("The reaction time was locked at the start and can only be made shorter.")
                )
            given = {name: given[name] for name in ("text", "reaction_time", "unit")}
            break
    else:
        given = _with_code(draft, "stop_criteria", given)
    put_element(draft, "stop_criteria", cycle.id, given)


def loosening(bound: float, unit: str) -> str:
    """The sentence that refuses a wider limit and says what to do instead."""
    said = _(
        "The limit of {max} {unit} was locked at the start and can only be made narrower. "
        "For a wider one, end the test and close it with “adapt”: the next cycle gets a new frame."
    )
    return said.format(max=shown_number(bound), unit=unit)
