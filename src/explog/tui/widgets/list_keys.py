"""The keys that move about in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.locale import N_
from explog.tui.commands import Command, bindings

if TYPE_CHECKING:
    from textual.binding import BindingType

STEP = (N_("Move"), N_("To the line above or below."))
LEAP = (N_("Page"), N_("A page up or down."))
EDGE = (N_("First, last"), N_("To the first or the last one."))

KEYS: list[BindingType] = bindings(
    (
        Command("step(-1)", "up,k", *STEP, is_movement=True),
        Command("step(1)", "down,j", *STEP, is_movement=True),
        Command("leap(-1)", "pageup", *LEAP, is_movement=True),
        Command("leap(1)", "pagedown", *LEAP, is_movement=True),
        Command("edge(0)", "g,home", *EDGE, is_movement=True),
        Command("edge(-1)", "G,end", *EDGE, is_movement=True),
    )
)
