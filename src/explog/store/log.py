"""A log that is open for reading and writing."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from sqlite_utils import Database

from explog.domain.record.fold import fold
from explog.errors import InvalidError, NotFoundError
from explog.store import checking, claims, ledger, merging, reading, rebuilding, refolding, state
from explog.store.connection import TIMEOUT, transaction, wrapped
from explog.store.deriving import domain_deriver
from explog.store.opening import connect

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from explog.domain.events import Event
    from explog.domain.record.fold import Document
    from explog.errors import Problem
    from explog.store.deriving import Deriver
    from explog.store.merging import Merged


class Log:
    """One log: its events, and the state that follows from them.

    Reading is possible at any time, writing inside ``writing()`` only. One object belongs to one
    thread. As a context manager it closes itself.
    """

    def __init__(
        self,
        conn: sqlite3.Connection,
        path: Path,
        derive: Deriver,
        on_wait: Callable[[], None] | None = None,
    ) -> None:
        """Use ``Log.open``."""
        self._on_wait = on_wait
        self.path = path
        self.conn = conn
        self._db = Database(conn, execute_plugins=False)
        self._derive = derive

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = True,
        derive: Deriver | None = None,
        timeout: float = TIMEOUT,
        on_wait: Callable[[], None] | None = None,
    ) -> Self:
        """Open the log at *path*, created or brought up to date where need be.

        Args:
            path: The file.
            create: Whether to make one where there is none.
            derive: What follows from documents; the domain's own rules by default.
            timeout: Seconds to wait for another program that is writing.
            on_wait: Called when it has been waited for for a while.

        Raises:
            ForeignFileError: When the file is something else; it is left untouched.
            NewerLogError: When a newer explog wrote it; it is left untouched.
            StoreError: When it cannot be read or written.
        """
        conn = connect(path, create=create, timeout=timeout, on_wait=on_wait)
        return cls(conn, path, derive or domain_deriver(), on_wait)

    def close(self) -> None:
        """Let go of the file; what was not committed is taken back."""
        self.conn.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[Self]:
        """One transaction: all that is written inside is kept, or after an error none of it.

        Nobody else writes meanwhile, so what is read inside is still true when it is written.
        Inside another ``writing()`` it is a part of that one, kept or taken back with it.
        """
        is_inside = self.conn.in_transaction
        with self._db.atomic() if is_inside else transaction(self.conn, on_wait=self._on_wait):
            yield self

    def append(self, event: Event) -> None:
        """Write *event* and the state it leads to, inside ``writing()``.

        Raises:
            InvalidError: When its hash does not fit, its text cannot be stored, or the document it
                leads to breaks the domain's model.
        """
        self._must_be_writing()
        problems = list(merging.problems_in([event], {}))
        if problems:
            raise InvalidError(problems)
        with wrapped(self.path), self._db.atomic():
            refolding.record(self._db, [event], self._derive)

    def merge(self, events: Sequence[Event], source: str = "") -> Merged:
        """Write those of *events* that are not here yet, in any order, inside ``writing()``.

        Args:
            events: From anywhere.
            source: Where they come from, for sentences.

        Raises:
            NewerLogError: When an event follows a newer protocol.
            InvalidError: With every problem found.
        """
        self._must_be_writing()
        with wrapped(self.path), self._db.atomic():
            return merging.merge(self._db, events, self._derive, source)

    def rebuild(self) -> None:
        """Make state, keys and search again from the events, in a transaction of its own."""
        with self.writing(), wrapped(self.path):
            rebuilding.rebuild(self._db, self._derive)

    def check(self) -> list[Problem]:
        """Everything that is wrong with the log; an empty list is a sound one."""
        with wrapped(self.path):
            return checking.check(self.conn, self._derive)

    def fingerprint(self) -> str:
        """A hash of all that is made from events: equal for two logs with the same events."""
        with wrapped(self.path):
            return rebuilding.fingerprint(self.conn)

    def events(self, subject: str) -> list[Event]:
        """The events of *subject*, by id: the order in which they were made."""
        with wrapped(self.path):
            return ledger.events_of(self.conn, subject)

    def document(self, subject: str) -> Document | None:
        """The document of *subject*, with its ``id``, ``key`` and any ``aliases``.

        None where nothing is left of it.
        """
        with wrapped(self.path):
            return state.document_of(self.conn, subject)

    def documents(self, kind: str) -> list[Document]:
        """The documents of every subject of *kind*, archived ones included, the oldest first."""
        return reading.documents(self.conn, kind)

    def versions(self, subject: str) -> list[str]:
        """The paths of *subject* that have two or more values to choose between."""
        return fold(self.events(subject)).versions()

    def to_choose(self) -> dict[str, str]:
        """The experiments that have two or more values to choose between, and their keys."""
        sql = "SELECT id, coalesce(key, id) FROM experiments WHERE versions <> '[]'"
        with wrapped(self.path):
            found = self.conn.execute(sql).fetchall()
        return {f"experiment/{ident}": key for ident, key in found}

    def find(self, ref: str, *kinds: str) -> str:
        """The subject that *ref* means (``reading.find``), among *kinds* where given.

        Raises:
            NotFoundError: When there is none, or no telling which; it holds up to three keys that
                look like *ref*.
        """
        found = reading.find(self.conn, ref, kinds)
        if found is None:
            raise NotFoundError(ref, reading.near(self.conn, ref, kinds))
        return found

    def next_key(self, prefix: str) -> str:
        """The next key with *prefix* (``AMB-``); inside ``writing()`` nobody else gets the same."""
        with wrapped(self.path):
            return claims.next_key(self.conn, prefix)

    def newest_undoable(self, device: str) -> Event | None:
        """The newest event of *device* that is neither an undo nor taken back."""
        with wrapped(self.path):
            return ledger.newest_undoable(self.conn, device)

    def newest_redoable(self, device: str) -> Event | None:
        """The newest undo of *device* that stands; None where the device did something since."""
        with wrapped(self.path):
            return ledger.newest_redoable(self.conn, device)

    def device(self) -> str:
        """The word this installation goes by; it was drawn when the log was made."""
        with wrapped(self.path):
            ((word,),) = self.conn.execute(
                "SELECT value FROM meta WHERE name = 'device'"
            ).fetchall()
        return str(word)

    def _must_be_writing(self) -> None:
        """A write outside a transaction is a bug, and would not be all or nothing."""
        if not self.conn.in_transaction:
            raise RuntimeError("write inside Log.writing()")  # noqa: TRY003 - for programmers only
