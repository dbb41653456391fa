"""The history of one experiment as a page shows it, read in one go on the desk's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explog.domain.naming.vocabulary import Kind
from explog.domain.record.fold import fold
from explog.journal.changes import changes_of, names_in, said
from explog.journal.parts import is_read
from explog.journal.restoring import earlier
from explog.journal.story import story
from explog.journal.versions import choices

if TYPE_CHECKING:
    from explog.journal.changes import Changed
    from explog.journal.journal import Journal
    from explog.journal.restoring import Earlier
    from explog.journal.story import Told
    from explog.journal.versions import Choice


@dataclass(frozen=True, slots=True)
class Line:
    """One field that an event changed, in words."""

    name: str
    before: str
    """What stood there; empty where nothing did."""
    after: str
    is_now: bool
    """Whether it stands so now."""


@dataclass(frozen=True, slots=True)
class Chronicle:
    """What happened to one experiment."""

    ref: str
    """Its id."""
    key: str
    title: str
    story: tuple[Told, ...]
    """What happened, newest first."""
    lines: dict[str, tuple[Line, ...]]
    """What each event changed, by the event's id."""
    earlier: dict[str, tuple[Earlier, ...]]
    """The values that can be put back, by the event that wrote or replaced them."""
    choices: tuple[Choice, ...]
    """The fields with two versions."""


def chronicle(journal: Journal, ref: str) -> Chronicle:
    """Read the history of *ref*.

    Raises:
        NotFoundError: When there is no such experiment.
    """
    subject = journal.store.find(ref, Kind.EXPERIMENT)
    events, document = journal.store.events(subject), journal.store.document(subject) or {}
    names, folded = names_in(journal.store, document), fold(events)
    back: dict[str, list[Earlier]] = {}
    for one in earlier(journal, subject):
        back.setdefault(one.event, []).append(one)
    return Chronicle(
        ref=subject.partition("/")[2],
        key=str(document.get("key") or ""),
        title=str(document.get("title") or ""),
        story=tuple(reversed(story(journal, subject))),
        lines={
            event.id: tuple(
                _line(names, one) for one in changes_of(events, event, folded) if is_read(one.path)
            )
            for event in events
        },
        earlier={event: tuple(found) for event, found in back.items()},
        choices=tuple(choices(journal, subject)),
    )


def _line(names: dict[str, str], one: Changed) -> Line:
    """One change in words."""
    return Line(
        name=one.name,
        before="" if one.before is None else said(names, one.path, one.before),
        after=said(names, one.path, one.after),
        is_now=one.now == one.after,
    )
