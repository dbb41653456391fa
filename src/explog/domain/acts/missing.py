"""What stands in the way of an act: one answer, its question, and one line of help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explog.errors import Refused
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Missing:
    """One missing answer."""

    code: str
    """The guard's stable name: ``frame_extent``, ``lesson``, ``C2`` …"""
    question: str
    """The name of the question that gives the answer; enter on it opens that field."""
    help: str
    """What to do, in words, in the language in force; empty where the question says it."""


class MissingError(Refused):
    """An act lacks answers; holds all of them."""

    def __init__(self, act: str, items: Sequence[Missing], labels: Sequence[str]) -> None:
        """Keep the *act*'s name, the missing *items* and how their questions are asked."""
        super().__init__(act)
        self.act = act
        self.items = tuple(items)
        self.labels = tuple(labels)

    def sentence(self) -> str:
        """Every missing answer, one a line, with what to do."""
        lines = [_("Not yet. This is missing:")]
        for item, label in zip(self.items, self.labels, strict=True):
            lines.append("  " + " – ".join(part for part in (label, item.help) if part))
        return "\n".join(lines)


class NotNowError(Refused):
    """The act cannot happen in this state."""

    def __init__(self, key: str, act: str, state: str, possible: Sequence[str]) -> None:
        """Keep the experiment's *key*, the *act*, its *state* and the acts that are *possible*.

        All in words.
        """
        super().__init__(key, act)
        self.key = key
        self.act = act
        self.state = state
        self.possible = tuple(possible)

    def sentence(self) -> str:
        """Say where the experiment is and what can be done there."""
        said = _("{key} is at: {state}. “{act}” is not possible there.").format(
            key=self.key, state=self.state, act=self.act
        )
        if self.possible:
            said += " " + _("What you can do: {acts}.").format(acts=", ".join(self.possible))
        return said
