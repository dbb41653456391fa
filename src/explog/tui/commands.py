"""Commands: what keys do, said once, for bindings, footer, help and palette.

Keys that a Danish keyboard cannot reach are not used, and what a browser eats (ctrl+p, ctrl+w) has
a second key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from explog.locale import N_

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a key does."""

    action: str
    """Textual's name for it: ``app.help``, ``search``."""
    keys: str
    """Textual's names of its keys, the one to show first."""
    title: str
    """One or two words, English; shown translated."""
    about: str
    """What it does, in one line, English; shown translated."""
    in_footer: bool = False
    shown: str | None = None
    """How its key is drawn; None for the key's own sign."""
    is_movement: bool = False
    """Stands in the help but not in the palette."""

    def bindings(self) -> list[Binding]:
        """One for each key, as Textual knows them; what they say is translated when shown."""
        return [
            Binding(
                key,
                self.action,
                self.title,
                show=self.in_footer,
                key_display=None if n else self.shown,
                tooltip=self.about,
                system=self.is_movement,
            )
            for n, key in enumerate(self.keys.split(","))
        ]


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The commands as the ``BINDINGS`` of a class."""
    return [binding for command in commands for binding in command.bindings()]


PAGES = (
    Command(
        "app.page('overview')",
        "1",
        N_("Overview"),
        N_("What failed safely and what scaled, at one glance."),
    ),
    Command(
        "app.page('experiments')",
        "2",
        N_("Experiments"),
        N_("All experiments: search, filter, sort."),
    ),
)
"""The pages, in the order of the header."""

PALETTE = Command(
    "app.command_palette",
    "colon,ctrl+p",
    N_("Commands"),
    N_("Find a command by its name."),
    in_footer=True,
    shown=":",
)
EVERYWHERE = (
    *PAGES,
    Command("app.new", "n", N_("New"), N_("Write down one small thing to try."), in_footer=True),
    Command("app.undo", "u", N_("Undo"), N_("Take back the newest thing you did."), in_footer=True),
    Command(
        "app.help",
        "question_mark,f1",
        N_("Help"),
        N_("The keys that work here."),
        in_footer=True,
        shown="?",
    ),
    PALETTE,
    Command("app.change_theme", "f6", N_("Theme"), N_("Choose the colours.")),
    Command("app.quit", "q", N_("Quit"), N_("Close explog; everything is saved.")),
)
"""What works on every page."""

BACK = Command("app.back", "escape", N_("Back"), N_("Back to the page before."), shown="esc")
SEARCH = Command(
    "search", "slash", N_("Search"), N_("Find experiments by any word."), in_footer=True, shown="/"
)
COPY = Command("copy_key", "y", N_("Copy key"), N_("Copy the experiment's key."))

_MOVE = (N_("Move"), N_("To the next line or number in that direction; also with the mouse."))
_EDGE = (N_("First, last"), N_("To the first or the last one."))
MOVES = (
    Command("move('up')", "up,k", *_MOVE, is_movement=True),
    Command("move('down')", "down,j", *_MOVE, is_movement=True),
    Command("move('left')", "left,h", *_MOVE, is_movement=True),
    Command("move('right')", "right,l", *_MOVE, is_movement=True),
    Command("edge('first')", "g,home", *_EDGE, is_movement=True),
    Command("edge('last')", "G,end", *_EDGE, is_movement=True),
)
"""Moving about with the arrows or as in vi."""

OUT = Binding("ctrl+q", "app.quit", show=False, priority=True, system=True)
"""Closes explog from anywhere, forms too."""
STOP = Binding("ctrl+c", "app.help_quit", show=False, system=True)
"""Says how to close explog."""
