"""What the journal asks of the world: a store, a clock and an id maker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from explog.domain.events import Event
    from explog.domain.record.fold import Document

    Ids = Callable[[], str]


class Store(Protocol):
    """Keeps events and the state they add up to.

    Inside ``writing`` everything happens in one transaction that no other writer interleaves with;
    an exception takes
    all of it back.
    """

    def writing(self) -> AbstractContextManager[object]:
        """Begin a write; nothing another process does can come between."""

    def append(self, event: Event) -> None:
        """Keep *event* and the state after it; only inside ``writing``."""

    def events(self, subject: str) -> list[Event]:
        """Every event of *subject*, by id."""

    def document(self, subject: str) -> Document | None:
        """The state of *subject*; None where nothing of it is left."""

    def documents(self, kind: str) -> list[Document]:
        """The state of every subject of *kind*, by id."""

    def find(self, ref: str, *kinds: str) -> str:
        """The subject that answers to *ref*: a key, an alias, an id or its unambiguous beginning.

        Raises:
            NotFoundError: With keys that look like it.
        """

    def next_key(self, prefix: str) -> str:
        """The next key with *prefix*, never one that was ever given."""

    def newest_undoable(self, device: str) -> Event | None:
        """This device's newest event that neither is an undo nor was undone."""

    def newest_redoable(self, device: str) -> Event | None:
        """This device's newest undo that stands, unless the device has done something since."""

    def device(self) -> str:
        """A random word for this installation."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The journal's clock. With *fixed*, everything happens on that day, ``frozen_at`` included."""

    fixed: date | None = None
    moment: str | None = None
    """The real time that everything is written at, while an act takes several events."""

    def today(self) -> date:
        """The day everything counts from; local time."""
        return self.fixed or datetime.now().astimezone().date()

    def as_of(self) -> str:
        """The journal's now: a day when the clock is fixed, else the local minute."""
        if self.fixed is not None:
            return self.fixed.isoformat()
        return datetime.now().astimezone().strftime("%Y-%m-%dT%H:%M")

    def at(self) -> str:
        """The real clock, UTC, to the millisecond."""
        return self.moment or written(datetime.now(UTC), "milliseconds")


def written(at: datetime, precision: str) -> str:
    """The moment *at*, UTC, as an event says it."""
    return at.isoformat(timespec=precision).replace("+00:00", "Z")
