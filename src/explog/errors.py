"""The one tree of errors a person can meet; each class keeps its data and builds its own sentence.

Front ends have exactly one ``except ExplogError`` each. Bugs are never caught.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from explog.locale import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence


_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class ExplogError(Exception):
    """Something a person asked for that cannot be done, said in one sentence."""

    exit_code: ClassVar[int] = 1
    """1 refused · 2 wrong usage · 3 not found · 4 invalid data · 5 newer than this program."""

    def __str__(self) -> str:
        """The sentence, in the language in force when it is read."""
        return self.sentence()

    def sentence(self) -> str:
        """What is wrong and what the person can do."""
        return self.args[0] if self.args else self.__class__.__name__


class Refused(ExplogError):
    """A rule of the domain says no; the sentence says why and what to do instead."""


class UnchangedError(Refused):
    """Everything was already as it was asked to be."""


class UsageError(ExplogError):
    """The words of the command do not make sense together."""

    exit_code = 2


class NotFoundError(ExplogError):
    """No subject answers to this reference."""

    exit_code = 3

    def __init__(self, ref: str, near: Sequence[str] = ()) -> None:
        """Keep the reference as it was typed, and up to three keys that look like it."""
        super().__init__(ref)
        self.ref = ref
        self.near = tuple(near)

    def sentence(self) -> str:
        """Name what was looked for and what comes near; an id is nothing a person reads."""
        if _ID.search(self.ref):
            return _("That record is not in this log (any more).")
        said = _("There is no {ref} in this log.").format(ref=self.ref)
        if self.near:
            said += " " + _("Did you mean {near}?").format(near=", ".join(self.near))
        return said


class InvalidError(ExplogError):
    """Data that breaks the format; holds every problem found, each with its place."""

    exit_code = 4

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep *problems* in the order they were found."""
        super().__init__(problems)
        self.problems = tuple(problems)

    def sentence(self) -> str:
        """One problem a line, after a line that counts them."""
        count = len(self.problems)
        if count == 1:
            return str(self.problems[0])
        head = ngettext("{n} problem:", "{n} problems:", count).format(n=count)
        return "\n".join([head, *(f"  {problem}" for problem in self.problems)])


class Problem:
    """One thing that is wrong with given data: where, and what to do."""

    __slots__ = ("place", "said")

    def __init__(self, place: str, said: str) -> None:
        """Keep the *place* (a field, a path or ``file:line``) and what is *said* about it."""
        self.place = place
        self.said = said

    def __str__(self) -> str:
        """``place: what is wrong``; a place that asks has a mark of its own."""
        if not self.place:
            return self.said
        mark = "" if self.place.endswith(("?", ":")) else ":"
        return f"{self.place}{mark} {self.said}"

    def __eq__(self, other: object) -> bool:
        """Two problems are one when they say the same of the same place."""
        return isinstance(other, Problem) and str(self) == str(other)

    def __hash__(self) -> int:
        """Consistent with equality."""
        return hash(str(self))

    def __repr__(self) -> str:
        """For tests and tracebacks."""
        return f"Problem({self.place!r}, {self.said!r})"


class ForeignFileError(ExplogError):
    """The file is not an explog log; it was left untouched."""

    exit_code = 4

    def __init__(self, path: object) -> None:
        """Keep the *path* of the file."""
        super().__init__(path)
        self.path = path

    def sentence(self) -> str:
        """Name the file and what to do."""
        return _("{path} is not an explog log. Nothing was changed; choose another file.").format(
            path=self.path
        )


class NewerLogError(ExplogError):
    """The log was written by a newer explog; it was left untouched."""

    exit_code = 5

    def __init__(self, path: object) -> None:
        """Keep the *path* of the file."""
        super().__init__(path)
        self.path = path

    def sentence(self) -> str:
        """Name the file and what to do."""
        return _(
            "{path} was written by a newer explog. Nothing was changed; please update explog."
        ).format(path=self.path)


class StoreError(ExplogError):
    """SQLite could not read or write; wraps its error once, with the cause attached."""

    def __init__(self, path: object, reason: str) -> None:
        """Keep the *path* of the log and SQLite's own *reason*."""
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def sentence(self) -> str:
        """Name the file, the reason, and that nothing was half-written."""
        return _("{path} could not be used ({reason}). Nothing was half-written.").format(
            path=self.path, reason=self.reason
        )


class NoFileError(ExplogError):
    """There is no file where one was named."""

    exit_code = 3

    def __init__(self, path: object) -> None:
        """Keep the *path*, as it was typed."""
        super().__init__(path)
        self.path = path

    def sentence(self) -> str:
        """Name the file."""
        return _("There is no file {path}.").format(path=self.path)


class FileError(ExplogError):
    """A file beside the log could not be read or written."""

    def __init__(self, path: object, reason: str) -> None:
        """Keep the *path* of the file and the *reason* in words."""
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def sentence(self) -> str:
        """Name the file and the reason."""
        return _("{path} could not be used: {reason}.").format(path=self.path, reason=self.reason)


class ConflictError(ExplogError):
    """Someone else changed the value since it was read."""

    def __init__(self, path: str, theirs: object, yours: object) -> None:
        """Keep the field's *path* and both values."""
        super().__init__(path)
        self.path = path
        self.theirs = theirs
        self.yours = yours

    def sentence(self) -> str:
        """Show both values and that nothing was saved."""
        return _(
            "{path} was changed meanwhile to “{theirs}”; yours is “{yours}”. Nothing was saved."
        ).format(path=self.path, theirs=self.theirs, yours=self.yours)
