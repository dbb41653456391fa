"""What a person reads when the mouse rests on something: translated, never read as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from explog.domain.naming.labels import state_word
from explog.domain.safe import safe
from explog.locale import _

if TYPE_CHECKING:
    from textual.widget import Widget

    from explog.tui.glance import Glance
    from explog.tui.widgets.doors import Door


def hint(widget: Widget, sentence: str) -> None:
    """Let *sentence*, in the language in force, appear beside the mouse; nothing when empty."""
    before = widget.tooltip
    now = Content(safe(sentence)) if sentence else None
    if before != now:
        widget.tooltip = now


def told(door: Door, glance: Glance) -> str:
    """What lies behind *door*."""
    if door.experiment is not None:
        row = glance.by_key.get(door.experiment)
        if row is None:
            return door.experiment
        return f"{row.key} · {state_word(row.state, row.outcome)} · {row.title}"
    if door.filter is not None:
        return _("Show the experiments behind this: {what}.").format(what=door.filter.spoken)
    return ""
