"""What front ends read: lines and documents without building a model. Standard library only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from explog.domain.insights.all_insights import Insights
    from explog.domain.lists.lessons import Lesson
    from explog.domain.lists.overview import Overview
    from explog.domain.naming.vocabulary_learning import PickReason
    from explog.domain.query.completing import Vocabulary
    from explog.domain.query.query import Query
    from explog.domain.recall.similar import Candidate
    from explog.domain.record.fold import Document
    from explog.domain.record.rows import ExperimentRow


class Library(Protocol):
    """The reading side of a log; every answer is a finished list, never a half-read cursor."""

    def overview(self, most: int) -> Overview:
        """The first page as of today, at most *most* lines in each of its lists."""

    def first(self, query: Query, sort: str, limit: int) -> list[ExperimentRow]:
        """The first lines, at most *limit*, of what fits *query*.

        In the order *sort* (``explog.domain.query.order``).
        """

    def ids(self, query: Query, sort: str) -> list[str]:
        """The ids of all that fits *query*, in the order *sort*; much cheaper than their lines."""

    def rows_of(self, ids: Sequence[str]) -> list[ExperimentRow]:
        """The experiments *ids* as lines, in this order; what is none is left out."""

    def picked(self, reasons: Collection[PickReason], since: str) -> list[ExperimentRow]:
        """All for which one of *reasons* to take them up may hold, newest first.

        A decision counts, and so does an experiment that builds on another, after the day *since*.
        """

    def within(self, since: str, until: str) -> list[ExperimentRow]:
        """All that started, ended or were decided from *since* to *until* (ISO), newest first."""

    def count(self) -> int:
        """How many experiments there are, archived ones left out."""

    def vocabulary(self) -> Vocabulary:
        """What can stand in a query because the log knows it."""

    def views(self) -> list[Document]:
        """Every saved view that is not archived, by name."""

    def candidates(self) -> list[Candidate]:
        """Every experiment but the archived ones as a new idea is compared with it.

        Its key is the experiment's id.
        """

    def used(self) -> dict[str, list[str]]:
        """Words that were used before, by kind, the most frequent first.

        The kinds are ``roles``, ``tags``, ``technology``, ``units``, ``measures`` and ``groups``.
        """

    def agreements(self) -> list[Document]:
        """Every agreement, by id."""

    def reviews(self) -> list[Document]:
        """Every review meeting, by id."""

    def lessons(self, query: Query | None = None) -> list[Lesson]:
        """The lessons whose texts and experiments fit *query*, the newest first."""

    def workplaces(self) -> list[Document]:
        """Every workplace with its core tasks, by id."""

    def insights(self, query: str = "", period: str = "") -> Insights:
        """What the log says of the experiments that fit *query* in *period*, as of today.

        Raises:
            UsageError: When one of them cannot be understood.
        """

    def today(self) -> date:
        """The day everything is told as of."""

    def version(self) -> str:
        """A word that changes with everything that is written, and with the day."""

    def is_empty(self) -> bool:
        """Whether nothing has been written yet."""

    def path(self) -> str:
        """Where the log lies."""
