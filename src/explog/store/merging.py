"""Events from elsewhere: a bundle, a hub, a USB stick. All of them come in, or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explog.domain.events import PROTOCOL
from explog.errors import InvalidError, NewerLogError, Problem
from explog.locale import _
from explog.store import ledger, refolding
from explog.store.identity import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlite_utils import Database

    from explog.domain.events import Event
    from explog.store.deriving import Deriver


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought."""

    new: int
    """Events that the log did not have."""
    known: int
    """Events that it had."""


def merge(db: Database, events: Sequence[Event], deriver: Deriver, source: str) -> Merged:
    """Add those of *events* that the log does not have, inside the transaction that is open.

    Args:
        db: The log.
        events: In any order; may hold an event twice, and events the log has.
        deriver: The domain's rules.
        source: Where the events come from, for sentences.

    Raises:
        NewerLogError: When an event follows a newer protocol.
        InvalidError: With every problem found; the transaction has to be taken back then.
    """
    if any(event.v > PROTOCOL for event in events):
        raise NewerLogError(source or _("The other log"))
    known = ledger.hashes(db.conn, events)
    problems = list(problems_in(events, known))
    if problems:
        raise InvalidError(problems)
    new = {event.id: event for event in events if event.id not in known}
    refolding.record(db, [*new.values()], deriver)
    return Merged(new=len(new), known=len({event.id for event in events}) - len(new))


def problems_in(events: Sequence[Event], known: Mapping[str, str]) -> Iterator[Problem]:
    """What speaks against *events*.

    Args:
        events: In the order given.
        known: The hashes of events that are in the log, by id.
    """
    seen = dict(known)
    for event in events:
        said = _flaw(event)
        if said is None and seen.setdefault(event.id, event.sha256) != event.sha256:
            said = _(
                "another event has the same id; one of the two was changed after it was written"
            )
        if said is not None:
            yield Problem(f"{event.subject}/{event.id}", said)


def _flaw(event: Event) -> str | None:
    """What is wrong with *event* by itself; None when nothing is."""
    if event.kind not in TABLES:
        return _("explog knows no subject of the kind “{kind}”").format(kind=event.kind)
    try:
        intact = event.is_intact()
        event.model_dump_json()
    except ValueError:  # an infinite number, or half a character
        return _("it holds a number or a character that cannot be stored")
    return None if intact else _("it was changed after it was written: its hash does not fit")
