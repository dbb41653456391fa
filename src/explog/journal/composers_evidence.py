"""What the acts of seeing and learning add beyond their plain answers.

Days, the measure meant, bands of counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.judging.notices import open_notices, unanswered
from explog.domain.moments import shown_day
from explog.domain.naming.vocabulary_learning import PlaceStatus, Reported
from explog.domain.record.people import GROUPS, SMALLEST_GROUP, banded
from explog.errors import Refused
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from explog.journal.composing import Draft


def _day(draft: Draft, given: str = "date") -> str:
    """The day the act counts for; never in the future."""
    day = draft.answers.get(given) or draft.today.isoformat()
    if day > draft.today.isoformat():
        said = _("{day} lies in the future; write it down on the day.")
        raise Refused(said.format(day=shown_day(draft.today.fromisoformat(day))))
    return str(day)


def _observe(draft: Draft) -> None:
    """One value a day for each measure.

    A second one corrects the first, and the history keeps both.
    """
    if draft.element is not None:
        if "of_measure" in draft.answers:
            path = f"observations/{draft.new('observation')}/measure"
            draft.changes[path] = draft.answers["of_measure"]
        return
    measure = draft.answers.get("of_measure") or draft.experiment.primary_measure
    if measure is None:
        raise Refused(_("There is no measure yet. Plan the experiment, or add a measure first."))
    day = _day(draft)
    for old in draft.experiment.observations:
        if old.measure == measure and old.date.isoformat() == day:
            draft.take("observation", old.id)
    ident = draft.new("observation")
    draft.changes[f"observations/{ident}/measure"] = measure
    draft.changes[f"observations/{ident}/date"] = day


def _dismiss(draft: Draft) -> None:
    """Say of every measurement that waits for an answer, or of one day's, why it is not met."""
    if draft.element is not None:
        return
    day = draft.answers.get("met_on")
    asking = [*unanswered(draft.experiment), *open_notices(draft.experiment)]
    waiting = [
        notice.observation.id
        for notice in asking
        if day in {None, notice.observation.date.isoformat()}
    ]
    if not waiting:
        raise Refused(_("No measurement waits for an answer now."))
    draft.take("observation", waiting[0])
    for ident in waiting:
        draft.changes[f"observations/{ident}/not_met"] = draft.answers["not_met"]


def _dated(collection: str, element: str) -> Callable[[Draft], None]:
    """An act whose element needs a day."""

    def put(draft: Draft) -> None:
        """Set the day of the element."""
        if draft.element is None or "date" in draft.answers:
            draft.changes[f"{collection}/{draft.new(element)}/date"] = _day(draft)

    return put


def _incident(draft: Draft) -> None:
    """An incident is pending until somebody says that it is reported."""
    if draft.element is not None:
        return
    draft.changes[f"incidents/{draft.new('incident')}/date"] = _day(draft)
    draft.default(
        f"incidents/{draft.new('incident')}/reported",
        draft.answers.get("reported") or Reported.PENDING.value,
    )


def _lesson(draft: Draft) -> None:
    """A lesson remembers what was believed and the day it was made."""
    ident = draft.new("lesson")
    if draft.element is not None:
        return
    cycle = draft.experiment.cycle
    draft.changes[f"lessons/{ident}/made_on"] = draft.answers.get("on") or draft.today.isoformat()
    draft.default(
        f"lessons/{ident}/we_believed",
        draft.answers.get("we_believed") or (cycle.belief if cycle else None),
    )


def _place(draft: Draft) -> None:
    """A place is known by its name: recording it again changes it.

    A new status counts from the day it is reached, and a place that goes on again has not ended.
    """
    answers = draft.answers
    name = str(answers.get("place", "")).casefold()
    known = next(
        (
            place
            for place in draft.experiment.places
            if place.id == draft.element
            or (draft.element is None and place.name.casefold() == name)
        ),
        None,
    )
    if known is not None:
        draft.take("place", known.id)
    if "status" not in answers or (known is not None and answers["status"] == known.status):
        return
    ident = draft.new("place")
    today = draft.today.isoformat()
    if known is not None and known.is_in_operation and answers["status"] == _STOPPED:
        # It was in operation from then until now: the ladder over time keeps both days.
        draft.default(f"places/{ident}/ended_on", answers.get("place_ended_on") or today)
        return
    draft.default(f"places/{ident}/since", answers.get("since") or today)
    if known is not None and answers["status"] in GOING_ON and "place_ended_on" not in answers:
        draft.changes[f"places/{ident}/ended_on"] = None


_STOPPED = PlaceStatus.DISCONTINUED.value

GOING_ON = frozenset({PlaceStatus.TRIAL.value, PlaceStatus.IN_OPERATION.value})
"""The statuses of a place where it is in use."""


def _measure(draft: Draft) -> None:
    """The first outcome measure becomes the primary one."""
    ident = draft.new("measure")
    if (
        draft.experiment.primary_measure is None
        and draft.answers.get("role", "outcome") == "outcome"
    ):
        draft.default("primary_measure", ident)


def _stance(draft: Draft) -> None:
    """Counts of the whole team, stored in bands from the start; nothing below five."""
    counts = {group: int(draft.answers.get(group, 0)) for group in GROUPS}
    n = sum(counts.values())
    if n < SMALLEST_GROUP:
        said = _(
            "{n} people are too few to count without pointing at someone; "
            "write a note instead (at least {min})."
        )
        raise Refused(said.format(n=n, min=SMALLEST_GROUP))
    ident = draft.new("stance")
    draft.changes[f"stances/{ident}/date"] = _day(draft)
    draft.changes[f"stances/{ident}/n"] = n
    try:
        bands = banded(counts)
    except ValueError as error:
        raise Refused(str(error)) from error
    for group, band in bands.items():
        draft.changes[f"stances/{ident}/{group}"] = band


def _confirm(draft: Draft) -> None:
    """The origin, or one place, still works."""
    on = draft.answers.pop("confirmed_on", None) or draft.today.isoformat()
    name = draft.answers.pop("place", None)
    if name is None:
        draft.changes["operation/confirmed_on"] = on
        return
    for place in draft.experiment.places:
        if place.name.casefold() == str(name).casefold():
            draft.changes[f"places/{place.id}/last_confirmed_on"] = on
            return
    known = ", ".join(place.name for place in draft.experiment.places) or "–"
    raise Refused(
        _("There is no place called “{name}” here. Known: {known}.").format(name=name, known=known)
    )


EVIDENCE: dict[str, Callable[[Draft], None]] = {
    "observe": _observe,
    "dismiss": _dismiss,
    "note": _dated("notes", "note"),
    "annotate": _dated("annotations", "annotation"),
    "incident": _incident,
    "lesson": _lesson,
    "place": _place,
    "measure": _measure,
    "stance": _stance,
    "readiness": _dated("readiness", "readiness"),
    "confirm": _confirm,
}
"""What each act adds."""
