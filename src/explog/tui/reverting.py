"""Undo and redo in words; the journal is imported on the desk's thread, so that no key waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explog.journal.journal import Journal


def undone(journal: Journal) -> str:
    """Undo and say what."""
    from explog.journal.undoing import said, undo

    return said(undo(journal))


def redone(journal: Journal) -> str:
    """Redo and say what."""
    from explog.journal.undoing import redo, said

    return said(redo(journal))
