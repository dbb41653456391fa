"""Undo and redo in words; the journal is imported on the desk's thread, so that no key waits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from explog.domain.moments import shown_day
from explog.locale import _

if TYPE_CHECKING:
    from explog.journal.journal import Journal
    from explog.tui.program import Program


async def may_undo(app: Program) -> bool:
    """Whether the newest act may be taken back; what is older than today asks first."""
    told = await app.attempt(older)
    if not told:
        return True
    from explog.tui.screens.confirm import ConfirmScreen

    asked = _("What comes next was not written today. Take it back all the same?")
    return await app.push_screen_wait(
        ConfirmScreen(f"{asked}\n\n{told}", _("Take it back"), _("Leave it"))
    )


def older(journal: Journal) -> str:
    """What undo would take back and when that was written; empty where it was today."""
    from explog.journal.undoing import act_words

    event = journal.store.newest_undoable(journal.store.device())
    day = date.fromisoformat(event.as_of[:10]) if event is not None else None
    if event is None or day is None or day >= journal.clock.today():
        return ""
    known = journal.store.document(event.subject) or {}
    called = (known.get(name) for name in ("key", "title", "name"))
    told = [act_words(event.act), *(str(one) for one in called if one), shown_day(day)]
    return " · ".join(told)


def undone(journal: Journal) -> str:
    """Undo and say what."""
    from explog.journal.undoing import said, undo

    return said(undo(journal))


def redone(journal: Journal) -> str:
    """Redo and say what."""
    from explog.journal.undoing import redo, said

    return said(redo(journal))
