"""The same act on several experiments: one event each, all of them or none; undone together."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from explog.domain.acts.answers import words
from explog.domain.naming.vocabulary import Kind
from explog.errors import NotFoundError, UnchangedError
from explog.journal.editing import edit
from explog.journal.one_act import one_act
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explog.domain.record.fold import Document
    from explog.journal.journal import Done, Journal


def archive(journal: Journal, refs: Sequence[str], *, back: bool = False) -> list[Done]:
    """Take the experiments *refs* out of sight, or *back*; those that are so already stay so.

    Raises:
        NotFoundError: When one of them is none; nothing is written then.
        Refused: When all of them are so already.
    """
    with one_act(journal):
        changed = [ref for ref in refs if bool(_document(journal, ref).get("archived")) is back]
        return _some([journal.archive(ref, back=back) for ref in changed])


def tag(journal: Journal, refs: Sequence[str], typed: str, *, away: bool = False) -> list[Done]:
    """Give the experiments *refs* the tags *typed*, or take them *away*; case does not matter.

    Tags are separated by commas.

    Raises:
        NotFoundError: When one of them is none; nothing is written then.
        Refused: When nothing changes.
        InvalidError: When one is no tag.
    """
    wanted = words(typed)
    done = []
    with one_act(journal):
        for ref in refs:
            before = words(cast("list[str]", _document(journal, ref).get("tags") or []))
            after = _without(before, wanted) if away else [*before, *_without(wanted, before)]
            if after != before:
                done.append(edit(journal, ref, {"tags": after}))
    return _some(done)


def _without(some: list[str], others: list[str]) -> list[str]:
    """*some* but *others*."""
    gone = {one.casefold() for one in others}
    return [one for one in some if one.casefold() not in gone]


def _some(done: list[Done]) -> list[Done]:
    """*done*, unless nothing was."""
    if not done:
        raise UnchangedError(_("Nothing changed: everything was already so."))
    return done


def _document(journal: Journal, ref: str) -> Document:
    """The document of the experiment *ref*."""
    found = journal.store.document(journal.store.find(ref, Kind.EXPERIMENT))
    if found is None:
        raise NotFoundError(ref)
    return found
