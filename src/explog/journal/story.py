"""The history of one subject, read aloud: what happened, which function did it, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from explog.domain.events import taken_back
from explog.domain.moments import parse_moment, shown_day
from explog.domain.record.fold import fold
from explog.journal.past import past_words
from explog.journal.scene import Scene
from explog.journal.sentences import details
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explog.domain.events import Event
    from explog.journal.journal import Journal


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

    @property
    def written_on(self) -> date | None:
        """The real day it was written, where that is more than a day after the one it counts from.

        Whoever lets another day count as today writes it down afterwards, and it shows.
        """
        really = date.fromisoformat(self.at[:10])
        return really if (really - date.fromisoformat(self.on)).days > 1 else None


def story(journal: Journal, ref: str) -> list[Told]:
    """The history of the subject *ref*, oldest first."""
    subject = journal.store.find(ref)
    events = journal.store.events(subject)
    undone, by_id = taken_back(events), {event.id: event for event in events}
    scene = Scene(journal.store, subject, by_id, fold(events))
    return [
        Told(
            event=event.id,
            on=event.as_of[:10],
            at=event.at,
            act=event.act,
            by_role=event.by_role,
            sentence=_sentence(event, by_id, scene),
            is_undone=event.id in undone,
        )
        for event in events
    ]


def _sentence(event: Event, by_id: Mapping[str, Event], scene: Scene) -> str:
    """What *event* did, with the person's own words where there are any."""
    if event.undoes is None:
        return _done(event, scene)
    target = by_id.get(event.undoes)
    if target is None:
        return past_words(event.act)
    if target.undoes is None:
        return _("Undone: {act}").format(act=_done(target, scene))
    first = by_id.get(target.undoes)
    return _("Done again: {act}").format(act=_done(first, scene) if first else "")


def _done(event: Event, scene: Scene) -> str:
    """What *event*, which takes nothing back, did; from which day, where it is another one."""
    words, step = past_words(event.act), scene.step(event)
    on = step.get("on") if step.get("act") == event.act else None
    if isinstance(on, str) and on != event.as_of[:10]:
        from_day = _("{act}, ended {day}") if event.act == "register" else _("{act} on {day}")
        words = from_day.format(act=words, day=shown_day(parse_moment(on)))
    told = " · ".join(part for part in details(event, scene) if part)
    return f"{words}: {told}" if told else words
