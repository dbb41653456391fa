"""What an import brought, in words: new records, new numbers, and what is to be chosen between."""

from __future__ import annotations

from dataclasses import dataclass
from shlex import quote
from typing import TYPE_CHECKING, Protocol

from explog.errors import NotFoundError
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from explog.domain.events import Event
    from explog.domain.record.fold import Document

NAMED = 5
"""So many keys are told one by one."""


class Names(Protocol):
    """A log in which keys can be looked up."""

    def find(self, ref: str, *kinds: str) -> str:
        """The subject that answers to *ref*."""

    def document(self, subject: str) -> Document | None:
        """The state of *subject*; None where nothing of it is left."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import brought."""

    new: int
    """Events that the log did not have."""
    known: int
    """Events that it had."""
    added: int
    """Records that are new in the log."""
    changed: int
    """Records that read differently now."""
    renamed: tuple[tuple[str, str], ...] = ()
    """The keys that were taken already, and what their records are called now."""
    to_choose: tuple[str, ...] = ()
    """The keys, or the names of views, of what has two versions of something since."""

    def sentence(self) -> str:
        """What a person is told, in the language in force; a line for each thing to know."""
        if not self.new:
            return _("Everything in it was known already; nothing was changed.")
        counted = (
            (self.added, ngettext("{n} new record", "{n} new records", self.added)),
            (self.changed, ngettext("{n} changed record", "{n} changed records", self.changed)),
            (self.new, ngettext("{n} new event", "{n} new events", self.new)),
            (self.known, ngettext("{n} known already", "{n} known already", self.known)),
        )
        said = ", ".join(words.format(n=n) for n, words in counted if n)
        lines = [_("Brought in: {said}.").format(said=said)]
        if self.renamed:
            told = _some([_("{old} is now {new}").format(old=a, new=b) for a, b in self.renamed])
            lines.append(_("Numbers that both had: {told}.").format(told=told))
        if self.to_choose:
            lines.append(told_to_choose(self.to_choose))
        return "\n".join(lines)


def told_to_choose(keys: Sequence[str]) -> str:
    """That *keys* have two versions of something, and the command that chooses."""
    line = ngettext(
        "{keys} has two versions of a field. Choose: explog choose {first}",
        "{keys} have two versions of a field. Choose: explog choose {first}",
        len(keys),
    )
    return line.format(keys=_some(keys), first=quote(keys[0]))


def _some(words: Sequence[str]) -> str:
    """*words*, the first few of many."""
    rest = len(words) - NAMED
    if rest <= 0:
        return ", ".join(words)
    said = ngettext("{keys} and {n} more", "{keys} and {n} more", rest)
    return said.format(keys=", ".join(words[:NAMED]), n=rest)


def claims(events: Iterable[Event]) -> dict[str, str]:
    """The key that each subject claims in *events*."""
    found = {}
    for event in events:
        change = event.changes.get("key")
        if change is not None and change.value is not None:
            found[event.subject] = str(change.value)
    return found


def holders(log: Names, keys: Iterable[str]) -> dict[str, str]:
    """The records in *log* that are called by one of *keys*, and by which."""
    found = {}
    for key in {*keys}:
        try:
            subject = log.find(key)
        except NotFoundError:
            continue
        if str((log.document(subject) or {}).get("key")) == key:
            found[subject] = key
    return found


def renamed(log: Names, called: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Those of the subjects in *called* whose key in *log* is another one now."""
    now = {subject: (log.document(subject) or {}).get("key") for subject in called}
    pairs = ((old, str(now[subject])) for subject, old in called.items() if now[subject])
    return tuple(sorted((old, new) for old, new in pairs if old != new))
