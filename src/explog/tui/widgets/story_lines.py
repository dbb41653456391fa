"""How a step of a history is written: in the list, and field by field beside it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from explog.domain.moments import shown_day
from explog.journal.past import past_words
from explog.locale import _
from explog.tui.widgets.pieces import run, said, word

if TYPE_CHECKING:
    from textual.content import Content

    from explog.journal.story import Told
    from explog.tui.chronicle import Line

BY_FIELDS = frozenset({"set", "frame", "restore", "pick"})
"""Acts whose sentence is nothing but their fields."""


def day_of(told: Told) -> str:
    """The day it counts from."""
    return shown_day(date.fromisoformat(told.on))


def step_line(told: Told, wide: int) -> Content:
    """One step: the day in *wide* cells, what happened, who did it, whether it was taken back."""
    day = word(day_of(told).rjust(wide) + "  ", "$quiet")
    back = _("taken back") if told.is_undone else ""
    more = "".join(f" · {part}" for part in (told.by_role, back) if part)
    return run(day, said(told.sentence, "$quiet" if back else ""), said(more, "$quiet"))


def heading(told: Told) -> str:
    """What happened; where the fields below say it all, only the act."""
    return past_words(told.act) if told.act in BY_FIELDS else told.sentence


def when(told: Told) -> Content:
    """When, and by which function."""
    parts = [day_of(told), told.by_role or ""]
    if told.is_undone:
        parts.append(_("taken back"))
    return said(" · ".join(filter(None, parts)), "$quiet")


def field_lines(line: Line) -> list[Content]:
    """One field: what it is called, what stood there, what it became."""
    found = [said(line.name, "$mark")]
    if line.before:
        found.append(run(word("  − ", "$quiet"), said(line.before, "$quiet")))
    now = word(" · " + _("now"), "$quiet") if line.is_now else ""
    found.append(run(word("  + ", "$quiet"), said(line.after), now))
    return found
