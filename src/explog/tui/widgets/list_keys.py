"""The keys that move about in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.locale import N_
from explog.tui.commands import Command, bindings

if TYPE_CHECKING:
    from textual.binding import BindingType

_STEP = (N_("Move"), N_("To the line above or below."))
_LEAP = (N_("Page"), N_("A page up or down."))
_EDGE = (N_("First, last"), N_("To the first or the last one."))

KEYS: list[BindingType] = bindings(
    (
        Command("step(-1)", "up,k", *_STEP, is_movement=True),
        Command("step(1)", "down,j", *_STEP, is_movement=True),
        Command("leap(-1)", "pageup", *_LEAP, is_movement=True),
        Command("leap(1)", "pagedown", *_LEAP, is_movement=True),
        Command("edge(0)", "g,home", *_EDGE, is_movement=True),
        Command("edge(-1)", "G,end", *_EDGE, is_movement=True),
    )
)
