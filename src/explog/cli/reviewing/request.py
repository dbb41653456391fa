"""One call of ``explog review``: the words after the action, and the options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explog.errors import UsageError
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session


@dataclass(frozen=True, slots=True)
class Request:
    """What was typed."""

    session: Session
    action: str
    words: tuple[str, ...]
    title: str | None = None
    on: str | None = None
    workplace: tuple[str, ...] = ()
    experiment: tuple[str, ...] = ()
    query: str | None = None
    since: str | None = None
    until: str | None = None
    purpose: str | None = None
    participants: int | None = None
    minutes: int | None = None
    theme: str | None = None
    function: str | None = None
    due: str | None = None
    add: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
    order: str | None = None
    page: str | None = None
    form: str | None = None
    output: str | None = None
    opened: bool = False

    def word(self, place: int, what: str, example: str) -> str:
        """The word at *place* after the action.

        Raises:
            UsageError: When it is missing; *what* it is, and an *example* of the whole command.
        """
        if place < len(self.words):
            return self.words[place]
        said = _("Say {what}: explog review {action} {example}")
        raise UsageError(said.format(what=what, action=self.action, example=example))

    def key(self, example: str = "LM-2026-01") -> str:
        """The meeting's key."""
        return self.word(0, _("which meeting"), example)

    def text(self, place: int, example: str) -> str:
        """All words from *place* on, as one text."""
        self.word(place, _("what to write"), example)
        return " ".join(self.words[place:])

    def counts(self, place: int, example: str) -> dict[str, int]:
        """The words from *place* on, each ``name=count``."""
        self.word(place, _("the counts"), example)
        found = {}
        for word in self.words[place:]:
            name, _equals, count = word.rpartition("=")
            if not name or not count.isdecimal():
                said = _("“{word}” is no count; write for example {example}")
                raise UsageError(said.format(word=word, example=example.rsplit(maxsplit=1)[-1]))
            found[name.strip()] = int(count)
        return found
