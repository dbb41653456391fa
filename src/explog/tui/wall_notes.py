"""What can be done with a note on the wall. Only inside a worker."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary_learning import Theme
from explog.locale import _
from explog.tui.say_undoable import say_undoable
from explog.tui.screens.choosing import ChoosingScreen

if TYPE_CHECKING:
    from explog.domain.record.review import Review
    from explog.journal.journal import Done, Journal
    from explog.tui.program import Program

DOWN, NONE = "take-down", "no-theme"
"""What can be chosen beside the themes."""


async def changed(app: Program, review: Review, ident: str) -> Done | None:
    """Ask what the note *ident* is about and write it down; None when it was left."""
    note = next(one for one in review.gathered if one.id == ident)
    offered = [(theme.value, label(theme), "") for theme in Theme]
    if note.theme is not None:
        offered.append((NONE, _("no theme"), ""))
    offered.append((DOWN, _("Take it down"), ""))
    chosen = await app.push_screen_wait(ChoosingScreen(note.text, offered))
    if chosen is None:
        return None
    done = await app.attempt(partial(_change, ref=review.id, ident=ident, chosen=chosen))
    if done is not None and chosen == DOWN:
        say_undoable(app, _("“{note}” is taken down.").format(note=note.text))
    return done


def _change(journal: Journal, *, ref: str, ident: str, chosen: str) -> Done:
    """Give the note a theme, or take it down."""
    from explog.journal.room import sort, take_down

    if chosen == DOWN:
        return take_down(journal, ref, ident)
    return sort(journal, ref, ident, theme="" if chosen == NONE else chosen)
