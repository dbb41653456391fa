"""A store in memory: the promises of ``explog.journal.ports.Store`` with nothing else."""

from __future__ import annotations

from contextlib import contextmanager
from difflib import get_close_matches
from typing import TYPE_CHECKING

from explog.domain.events import taken_back
from explog.domain.lists.summary import summarise
from explog.domain.record.fold import fold
from explog.domain.record.keys import Claim, assigned, folded, numbered, split
from explog.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from explog.domain.events import Event
    from explog.domain.record.fold import Document
    from explog.domain.record.keys import Assigned


class FakeStore:
    """Events in a dictionary; everything else is made from them each time it is asked for."""

    def __init__(self, device: str = "fake-1") -> None:
        self.kept: dict[str, Event] = {}
        self._device = device
        self._is_writing = False

    @contextmanager
    def writing(self) -> Iterator[FakeStore]:
        """All or nothing; inside another one it joins that."""
        if self._is_writing:
            yield self
            return
        before = dict(self.kept)
        self._is_writing = True
        try:
            yield self
        except BaseException:
            self.kept = before
            raise
        finally:
            self._is_writing = False

    def append(self, event: Event) -> None:
        """Keep *event*; only inside ``writing``, and only when what it leads to is sound."""
        if not self._is_writing:
            raise RuntimeError("write inside writing()")  # noqa: TRY003 - for programmers only
        self.kept[event.id] = event
        document = self.document(event.subject)
        if document is not None:
            summarise(event.kind, document, None)

    def merge(self, events: Iterable[Event]) -> None:
        """Keep those of *events* that are not here yet."""
        for event in events:
            if event.id not in self.kept:
                self.append(event)

    def events(self, subject: str) -> list[Event]:
        """Every event of *subject*, by id."""
        return [
            self.kept[ident] for ident in sorted(self.kept) if self.kept[ident].subject == subject
        ]

    def document(self, subject: str) -> Document | None:
        """What the events of *subject* add up to."""
        document = fold(self.events(subject)).document()
        if not document.keys() - {"key"}:
            return None
        name = self._names().get(subject)
        if name is not None and "key" in document:
            document["key"] = name.key
            if name.aliases:
                document["aliases"] = [*name.aliases]
        return {**document, "id": subject.partition("/")[2]}

    def documents(self, kind: str) -> list[Document]:
        """Every subject of *kind* of which something is left, by id."""
        subjects = sorted({event.subject for event in self.kept.values() if event.kind == kind})
        found = [self.document(subject) for subject in subjects]
        return [document for document in found if document is not None]

    def find(self, ref: str, *kinds: str) -> str:
        """The subject that answers to *ref*."""
        plain, names = folded(ref), self._names()
        subjects = {
            event.subject
            for event in self.kept.values()
            if (not kinds or event.kind in kinds) and self.document(event.subject) is not None
        }
        keyed = [s for s in subjects if s in names and folded(names[s].key) == plain]
        former = [s for s in subjects if plain in {folded(claim.key) for claim in self._claims(s)}]
        by_id = [s for s in subjects if len(ref) >= 8 and s.partition("/")[2].startswith(ref)]
        for found in (keyed, former, by_id):
            if len(found) == 1:
                return found[0]
        keys = [names[subject].key for subject in subjects if subject in names]
        raise NotFoundError(ref, get_close_matches(ref.upper(), keys, n=3))

    def next_key(self, prefix: str) -> str:
        """The next key with *prefix*, never one that was ever claimed or given."""
        given = [name.key for name in self._names().values()]
        every = [split(key) for key in (*(claim.key for claim in self._claims()), *given)]
        return numbered(prefix, max((n for start, n in every if start == prefix), default=0) + 1)

    def newest_undoable(self, device: str) -> Event | None:
        """This device's newest event that neither is an undo nor was undone."""
        undone = taken_back(self.kept.values())
        own = [
            event
            for event in self.kept.values()
            if event.device == device and event.undoes is None and event.id not in undone
        ]
        return max(own, key=lambda event: event.id, default=None)

    def newest_redoable(self, device: str) -> Event | None:
        """This device's newest undo that stands, unless the device has done something since."""
        own = [event for event in self.kept.values() if event.device == device]
        newest = max((event.id for event in own if event.undoes is None), default="")
        redone = {event.undoes for event in self.kept.values() if event.undoes}
        undos = [
            event
            for event in own
            if event.undoes
            and event.id > newest
            and event.id not in redone
            and self.kept[event.undoes].undoes is None
        ]
        return max(undos, key=lambda event: event.id, default=None)

    def device(self) -> str:
        """A word for this store."""
        return self._device

    def _claims(self, subject: str | None = None) -> list[Claim]:
        """Every key that was ever claimed, by *subject* where given."""
        return [
            Claim(event.id, event.subject, str(event.changes["key"].value))
            for event in self.kept.values()
            if "key" in event.changes
            and event.changes["key"].value is not None
            and subject in {None, event.subject}
        ]

    def _names(self) -> dict[str, Assigned]:
        """The key each subject goes by."""
        return assigned(self._claims())
