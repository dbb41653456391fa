"""Putting one field back to an earlier value: a new event, so that nothing is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explog.domain.acts.catalogue import EDITABLE
from explog.domain.events import ID
from explog.domain.judging.contradictions import contradictions
from explog.domain.naming.vocabulary import Kind
from explog.domain.record.fold import fold
from explog.errors import InvalidError, Refused, UnchangedError
from explog.journal.changes import changes_of, names_in, said
from explog.journal.editing import checked
from explog.journal.locking import refuse_decided, refuse_locked
from explog.locale import _

if TYPE_CHECKING:
    from explog.domain.record.experiment import Experiment
    from explog.journal.changes import Changed
    from explog.journal.journal import Done, Journal

ACT = "restore"

BY_ACTS = re.compile(
    rf"^(transitions/|tightenings/|extensions/|stances/{ID}/(?!removed$)|cycles/{ID}/"
    r"(no|started_on|frozen_at|ended_on|end_reason|loosened|unreviewed)$|(key|source|archived|workplace)$)"
)
"""What only acts write: steps of a life, and what belongs together with others."""

OF_THE_FRAME = re.compile(rf"^cycles/{ID}/(last_day|who_may_stop|way_back/|frame_check/)")

CLEARABLE = frozenset(re.sub(r"\{\w+\}", "*", question.path) for question in EDITABLE) - {"title"}


@dataclass(frozen=True, slots=True)
class Earlier:
    """A value that a field had and does not have now."""

    event: str
    """The event that wrote or replaced it."""
    path: str
    before: bool
    """Whether it is what stood there before the event."""
    name: str
    """The field in words."""
    said: str
    """The value in words."""
    said_now: str
    on: str
    """The day of the event, ISO."""
    by_role: str | None


def earlier(journal: Journal, ref: str, event: str | None = None) -> list[Earlier]:
    """The values that fields of *ref* had, newest first, each once; or only those of *event*.

    Raises:
        NotFoundError: When there is no such experiment.
    """
    subject = journal.store.find(ref, Kind.EXPERIMENT)
    events = journal.store.events(subject)
    names = names_in(journal.store, journal.store.document(subject) or {})
    folded = fold(events)
    found: dict[tuple[str, str], Earlier] = {}
    for written in reversed(events):
        for one in changes_of(events, written, folded) if event in (None, written.id) else ():
            for before, value in ((False, one.after), (True, one.before)):
                if (before and one.is_first) or not can_be_restored(one, value):
                    continue
                words = Earlier(
                    event=written.id,
                    path=one.path,
                    before=before,
                    name=one.name,
                    said=said(names, one.path, value),
                    said_now=said(names, one.path, one.now),
                    on=written.as_of[:10],
                    by_role=written.by_role,
                )
                found.setdefault((one.path, repr(value)), words)
    return list(found.values())


def can_be_restored(changed: Changed, value: object) -> bool:
    """Whether putting the field back to *value* means anything; rules may still say no."""
    if value == changed.now or BY_ACTS.match(changed.path):
        return False
    plain = re.sub(ID, "*", changed.path)
    return value is not None or plain.endswith("/removed") or plain in CLEARABLE


def restore(journal: Journal, ref: str, event: str, path: str, *, before: bool = False) -> Done:
    """Put the field at *path* of *ref* back to what *event* made it, or to what it was *before*.

    Raises:
        NotFoundError: When there is no such experiment.
        Refused: When the field is locked, when only an act can write it, or when it stands so.
        InvalidError: When the value breaks a rule by now.
    """
    with journal.store.writing():
        subject = journal.store.find(ref, Kind.EXPERIMENT)
        events = journal.store.events(subject)
        written = next((one for one in events if one.id == event), None)
        every = changes_of(events, written) if written is not None else []
        changed = next((one for one in every if one.path == path), None)
        if changed is None:
            raise Refused(_("That field was not changed then."))
        value = changed.before if before else changed.after
        experiment = journal.experiment(ref)
        refuse(experiment, changed, value)
        checked(subject, experiment.key, {**fold(events).heads, path: {"": value}})
        done = journal.write(subject, ACT, {path: value})
        refuse_untrue(journal, experiment)
        return done


def refuse(experiment: Experiment, changed: Changed, value: object) -> None:
    """Refuse to put *changed* back to *value* where it is locked, and say why.

    Raises:
        Refused: With the reason.
    """
    if value == changed.now:
        raise UnchangedError(_("Nothing changed: everything was already so."))
    if not can_be_restored(changed, value):
        raise Refused(
            _("“{field}” belongs together with others; take the act back instead.").format(
                field=changed.name
            )
        )
    refuse_locked(experiment, changed.path, value)
    refuse_decided(experiment, changed.path)


def refuse_untrue(journal: Journal, before: Experiment) -> None:
    """Refuse what was just written when it cannot be true, or makes a frozen frame wider.

    Inside ``writing``, which takes it back.

    Raises:
        InvalidError: When it contradicts something.
        Refused: When a frame would be wider than it was at the start.
    """
    after = journal.experiment(before.id)
    found = contradictions(before, after, journal.clock.today())
    if found:
        raise InvalidError(found)
    known = {cycle.id for cycle in before.rounds if cycle.loosened}
    if any(cycle.loosened and cycle.id not in known for cycle in after.rounds):
        raise Refused(_("That would make the frame wider than it was at the start."))
