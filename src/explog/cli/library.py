"""The reading side of a log on the standard library alone; no log reads as an empty one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.errors import NotFoundError
from explog.store import reading

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from pathlib import Path

    from explog.domain.insights.all_insights import Insights
    from explog.domain.lists.lessons import Lesson, Taught
    from explog.domain.lists.overview import Overview
    from explog.domain.naming.vocabulary_learning import PickReason
    from explog.domain.query.completing import Vocabulary
    from explog.domain.query.query import Query
    from explog.domain.recall.similar import Candidate
    from explog.domain.record.fold import Document
    from explog.domain.record.rows import ExperimentRow


class StoredLibrary:
    """A ``Library`` (``explog.journal.library``); it belongs to the thread that made it."""

    def __init__(self, path: Path, today: date) -> None:
        """Open the log at *path* where there is one; nothing is created."""
        self._path = path
        self._today = today
        self._conn = reading.open_reader(path)
        self._taught: tuple[str, Taught | None] = "", None
        """The version of the log, and every lesson as it was then."""

    def close(self) -> None:
        """Let go of the file."""
        if self._conn is not None:
            self._conn.close()
            self._conn = None

    def rows(self, *, archived: bool = False) -> list[ExperimentRow]:
        """Every experiment as a line, newest first, as of today; with *archived* those too."""
        from explog.domain.record.rows import row

        if self._conn is None:
            return []
        today = self._today.isoformat()
        return [
            row(record, today)
            for record in reading.experiment_records(self._conn, archived=archived)
        ]

    def overview(self, most: int) -> Overview:
        """The first page as of today, at most *most* lines in each of its lists."""
        from explog.domain.lists.overview import Overview
        from explog.store.overview import overview

        if self._conn is None:
            return Overview()
        return overview(self._conn, self._today.isoformat(), most)

    def stats(self, query: Query | None = None) -> dict[str, object]:
        """The documented object of ``stats --json``, of the experiments in sight that fit *query*.

        One query; no row is read.
        """
        from explog.domain.lists.stats import Counted, figures
        from explog.store.figures import counted

        today = self._today.isoformat()
        if self._conn is None:
            return figures(Counted(), today)
        return figures(counted(self._conn, query, today), today)

    def first(self, query: Query, sort: str, limit: int) -> list[ExperimentRow]:
        """The first lines, at most *limit*, of what fits *query*, in the order *sort*."""
        from explog.domain.record.rows import row
        from explog.store.querying import experiments

        if self._conn is None:
            return []
        today = self._today.isoformat()
        page = experiments(self._conn, query, today, sort=sort, limit=limit, counted=False)
        return [row(record, today) for record in page.rows]

    def ids(self, query: Query, sort: str, *, archived: bool = False) -> list[str]:
        """The ids of all that fits *query*, in the order *sort*; with *archived* those too."""
        from explog.store.querying import idents

        if self._conn is None:
            return []
        today = self._today.isoformat()
        return idents(self._conn, query, today, sort=sort, archived=archived)

    def picked(self, reasons: Collection[PickReason], since: str) -> list[ExperimentRow]:
        """All for which one of *reasons* to take them up may hold, newest first, and little else.

        A decision counts, and so does an experiment that builds on another, after the day *since*.
        """
        from explog.store.picking import by_reason

        if self._conn is None:
            return []
        return self.rows_of(by_reason(self._conn, reasons, since, self._today.isoformat()))

    def within(self, since: str, until: str) -> list[ExperimentRow]:
        """All that started, ended or were decided from *since* to *until* (ISO), newest first."""
        from explog.store.picking import within

        return [] if self._conn is None else self.rows_of(within(self._conn, since, until))

    def count(self, *, archived: bool = False) -> int:
        """How many experiments there are; with *archived* those too."""
        return 0 if self._conn is None else reading.count(self._conn, archived=archived)

    def keys(self, begun: str) -> list[tuple[str, str]]:
        """Key and title of every experiment in sight whose key is *begun* so, newest first."""
        return [] if self._conn is None else reading.keys(self._conn, begun)

    def vocabulary(self) -> Vocabulary:
        """What can stand in a query because the log knows it."""
        from explog.domain.query.completing import Vocabulary
        from explog.store.querying import vocabulary

        return Vocabulary() if self._conn is None else vocabulary(self._conn)

    def views(self) -> list[Document]:
        """Every saved view that is not archived, by name."""
        return [] if self._conn is None else reading.views(self._conn)

    def search(self, words: str) -> list[str]:
        """The ids of the experiments in which every one of *words* stands, newest first."""
        if self._conn is None:
            return []
        subjects = (subject.partition("/") for subject in reading.search(self._conn, words))
        return [ident for kind, _slash, ident in subjects if kind == "experiment"]

    def beside(self, words: str) -> list[Document]:
        """The meetings and agreements in which every one of *words* stands, newest first."""
        if self._conn is None:
            return []
        found = reading.search(self._conn, words)
        subjects = [one for one in found if one.partition("/")[0] in {"review", "agreement"}]
        return [reading.record(self._conn, subject)[0] for subject in subjects]

    def fitting(self, query: str, *, archived: bool = False) -> set[str]:
        """The ids of the experiments that fit *query*, in the language of ``domain.query``.

        Raises:
            QueryError: When it cannot be understood.
        """
        from explog.domain.query.query import parse

        return {*self.ids(parse(query, self._today), "newest", archived=archived)}

    def candidates(self) -> list[Candidate]:
        """Every experiment but the archived ones as a new idea is compared with it, by its id."""
        from explog.domain.recall.similar import Candidate
        from explog.store.resembling import texts

        return [] if self._conn is None else [Candidate(*found) for found in texts(self._conn)]

    def used(self) -> dict[str, list[str]]:
        """Words that were used before, by kind, the most frequent first."""
        from explog.store.used import used

        return {} if self._conn is None else used(self._conn)

    def rows_of(self, ids: Sequence[str]) -> list[ExperimentRow]:
        """The experiments *ids* as lines, in this order."""
        from explog.domain.record.rows import row

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

    def lessons(self, query: Query | None = None) -> list[Lesson]:
        """The lessons of the experiments that fit *query*, the newest first.

        Its words are looked for in the lesson itself, its filters speak of the experiment.
        """
        from explog.domain.lists.lessons import Taught
        from explog.domain.query.query import Query
        from explog.store.learning import lessons

        if self._conn is None:
            return []
        asked, (version, taught) = query or Query(), self._taught
        fitting = self.fitting(str(Query(asked.filters))) if asked.filters else None
        if taught is None or version != self.version():
            version, taught = self.version(), Taught(lessons(self._conn, fitting))
            if fitting is None:
                self._taught = version, taught
        found = taught.holding(asked.texts)
        return found if fitting is None else [one for one in found if one.experiment in fitting]

    def lessons_of(self, ids: Sequence[str]) -> list[Lesson]:
        """The lessons of the experiments *ids*, the newest first; no other is read."""
        from explog.store.learning import lessons

        return [] if self._conn is None else lessons(self._conn, ids)

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

    def version(self) -> str:
        """A word that changes with everything that is written, and with the day."""
        return f"{self._today} {self._path} {reading.change(self._path)}"

    def is_empty(self) -> bool:
        """Whether no experiment has been written down yet."""
        return self._conn is None or not reading.count(self._conn, archived=True)

    def insights(self, query: str = "", period: str = "") -> Insights:
        """What the log says of the experiments that fit *query* in *period*, as of today.

        Raises:
            UsageError: When one of them cannot be understood.
        """
        from explog.domain.insights.chosen import chosen
        from explog.domain.insights.counts import Counts
        from explog.domain.insights.making import insights
        from explog.store.insights import counts

        asked, today = chosen(query, period, self._today), self._today.isoformat()
        if self._conn is None:
            return insights(Counts(), asked, {}, today)
        found = counts(self._conn, asked.query, asked.whole, today)
        return insights(found, asked, reading.thresholds(self._conn), today)

    def path(self) -> str:
        """Where the log lies."""
        return str(self._path)
