"""What front ends read: lines and documents without building a model. Standard library only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date

    from explog.domain.fold import Document
    from explog.domain.rows import ExperimentRow


class Library(Protocol):
    """The reading side of a log; every answer is a finished list, never a half-read cursor."""

    def rows(self, *, archived: bool = False) -> list[ExperimentRow]:
        """Every experiment as a line, newest first, as of today.

        With *archived* those too. One query.
        """

    def search(self, words: str) -> list[str]:
        """The ids of the experiments that hold every one of *words*, or a word beginning so."""

    def agreements(self) -> list[Document]:
        """Every agreement, by id."""

    def reviews(self) -> list[Document]:
        """Every review meeting, by id."""

    def workplaces(self) -> list[Document]:
        """Every workplace with its core tasks, by id."""

    def record(self, ref: str) -> Document:
        """The document that answers to *ref*.

        Raises:
            NotFoundError: When there is none.
        """

    def today(self) -> date:
        """The day everything is told as of."""

    def is_empty(self) -> bool:
        """Whether nothing has been written yet."""

    def path(self) -> str:
        """Where the log lies."""
