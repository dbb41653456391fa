"""The reading side of a log on the standard library alone; no log reads as an empty one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.errors import NotFoundError
from explog.store import reading

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from explog.domain.fold import Document
    from explog.domain.rows import ExperimentRow
    from explog.domain.similar import Candidate


class StoredLibrary:
    """A ``Library`` (``explog.journal.library``); it belongs to the thread that made it."""

    def __init__(self, path: Path, today: date) -> None:
        """Open the log at *path* where there is one; nothing is created."""
        self._path = path
        self._today = today
        self._conn = reading.open_reader(path)

    def close(self) -> None:
        """Let go of the file."""
        if self._conn is not None:
            self._conn.close()
            self._conn = None

    def rows(self, *, archived: bool = False) -> list[ExperimentRow]:
        """Every experiment as a line, newest first, as of today; with *archived* those too."""
        from explog.domain.rows import row

        if self._conn is None:
            return []
        today = self._today.isoformat()
        return [
            row(record, today)
            for record in reading.experiment_records(self._conn, archived=archived)
        ]

    def search(self, words: str) -> list[str]:
        """The ids of the experiments in which every one of *words* stands, newest first."""
        if self._conn is None:
            return []
        subjects = (subject.partition("/") for subject in reading.search(self._conn, words))
        return [ident for kind, _slash, ident in subjects if kind == "experiment"]

    def fitting(self, query: str, *, archived: bool = False) -> set[str]:
        """The ids of the experiments that fit *query*, in the language of ``explog.domain.query``.

        Raises:
            QueryError: When it cannot be understood.
        """
        from explog.domain.query import parse
        from explog.store.querying import experiments

        understood = parse(query, self.today())
        if self._conn is None:
            return set()
        today = self.today().isoformat()
        page = experiments(self._conn, understood, today, archived=archived, counted=False)
        return {record[0] for record in page.rows}

    def candidates(self) -> list[Candidate]:
        """Every experiment but the archived ones as a new idea is compared with it, by its id."""
        from explog.domain.similar import Candidate
        from explog.store.resembling import texts

        return [] if self._conn is None else [Candidate(*found) for found in texts(self._conn)]

    def rows_of(self, ids: Sequence[str]) -> list[ExperimentRow]:
        """The experiments *ids* as lines, in this order."""
        from explog.domain.rows import row

        if self._conn is None:
            return []
        today = self._today.isoformat()
        return [row(record, today) for record in reading.records_of(self._conn, ids)]

    def agreements(self) -> list[Document]:
        """Every agreement, by id."""
        return [] if self._conn is None else reading.agreements(self._conn)

    def reviews(self) -> list[Document]:
        """Every review meeting, by id."""
        return [] if self._conn is None else reading.reviews(self._conn)

    def workplaces(self) -> list[Document]:
        """Every workplace with its core tasks, by id."""
        return [] if self._conn is None else reading.workplaces(self._conn)

    def record(self, ref: str) -> Document:
        """The document that answers to *ref*.

        Raises:
            NotFoundError: When there is none, with keys that look like it.
        """
        return self.found(ref)[0]

    def found(self, ref: str, *kinds: str) -> tuple[Document, Document]:
        """The document and the derived facts of what answers to *ref* among *kinds*.

        Raises:
            NotFoundError: When there is none, with keys that look like it.
        """
        if self._conn is None:
            raise NotFoundError(ref)
        subject = reading.find(self._conn, ref, kinds)
        if subject is None:
            raise NotFoundError(ref, reading.near(self._conn, ref, kinds))
        return reading.record(self._conn, subject)

    def sqlite(self) -> str | None:
        """The version of the SQLite in use; None where there is no log to ask."""
        if self._conn is None:
            return None
        ((version,),) = self._conn.execute("SELECT sqlite_version()").fetchall()
        return str(version)

    def today(self) -> date:
        """The day everything is told as of."""
        return self._today

    def is_empty(self) -> bool:
        """Whether no experiment has been written down yet."""
        return not self.rows(archived=True)

    def path(self) -> str:
        """Where the log lies."""
        return str(self._path)
