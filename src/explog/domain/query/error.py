"""What is wrong with a query, in words, with the place and what was possibly meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.errors import UsageError
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Sequence


class QueryError(UsageError):
    """A query that cannot be understood."""

    def __init__(
        self,
        word: str,
        start: int,
        *,
        near: Sequence[str] = (),
        possible: Sequence[str] = (),
        is_unfinished: bool = False,
    ) -> None:
        """Keep what was typed and what could have been.

        Args:
            word: As it was typed.
            start: Where it begins in the query, counted from 0.
            near: What looks like it, the likest first, as it would be typed.
            possible: All that is possible; empty where that is no list.
            is_unfinished: Whether typing on can mend it: no reason yet to bother the person.
        """
        super().__init__(word)
        self.word = word
        self.start = start
        self.near = tuple(near)
        self.possible = tuple(possible)
        self.is_unfinished = is_unfinished

    @property
    def end(self) -> int:
        """Where it ends in the query, exclusive."""
        return self.start + len(self.word)

    def sentence(self) -> str:
        """What is wrong, where, and what would be right."""
        return f"{self.problem()} {self.remedy()}".rstrip()

    def problem(self) -> str:
        """What is wrong and where."""
        return _("“{word}” at character {place} is not understood.").format(
            word=self.word, place=self.start + 1
        )

    def remedy(self) -> str:
        """What would be right; empty where nothing is known."""
        if self.near:
            return _("Did you mean {near}?").format(near=", ".join(self.near))
        if self.possible:
            return _("Possible are {possible}.").format(possible=", ".join(self.possible))
        return ""


class UnknownFilterError(QueryError):
    """Something stands before a colon that is no filter."""

    def problem(self) -> str:
        """Name it and its place."""
        return _("There is no filter “{word}” (character {place}).").format(
            word=self.word, place=self.start + 1
        )

    def remedy(self) -> str:
        """What it could be, and how to look for the text itself."""
        as_text = _("To look for it as text, put it in quotation marks.")
        return f"{super().remedy()} {as_text}"


class UnknownValueError(QueryError):
    """A filter is given a value that it does not have."""

    def __init__(self, name: str, word: str, start: int, **told: object) -> None:
        """Keep the filter's *name*, as it is typed, and the rest as every query error does."""
        super().__init__(word, start, **told)  # type: ignore[arg-type] # passed on as it came
        self.name = name

    def problem(self) -> str:
        """Name the value, its filter and its place."""
        return _("“{word}” at character {place} does not go with “{name}:”.").format(
            word=self.word, place=self.start + 1, name=self.name
        )


class MissingValueError(UnknownValueError):
    """Nothing stands after the colon of a filter."""

    def problem(self) -> str:
        """Name the filter and the place."""
        return _("Something is missing after “{name}:” (character {place}).").format(
            name=self.name, place=self.start + 1
        )


class MixedError(UnknownValueError):
    """Some values of one filter are wanted and some are not."""

    def problem(self) -> str:
        """Name the value and the filter."""
        return _("“{word}” at character {place} is neither with nor without the others.").format(
            word=self.word, place=self.start + 1
        )

    def remedy(self) -> str:
        """Where the mark goes."""
        return _(
            "A “!” before the first value holds for all of them; or write “{name}:” twice."
        ).format(name=self.name)


class NotADayError(UnknownValueError):
    """A day that is none."""

    def remedy(self) -> str:
        """How days are written."""
        return _("Write for example {near}.").format(near=", ".join(self.possible))


class TooLongError(QueryError):
    """A text that is no query."""

    def __init__(self, longest: int, most: int) -> None:
        """Keep how many characters and words are possible."""
        super().__init__("", 0)
        self.longest = longest
        self.most = most

    def problem(self) -> str:
        """Say that it is too long."""
        return _("That is too long to look for.")

    def remedy(self) -> str:
        """How long it may be."""
        return _("At most {longest} characters and {most} words and filters.").format(
            longest=self.longest, most=self.most
        )
