"""Commands: what keys do, said once, for bindings, footer, help and palette.

Keys that a Danish keyboard cannot reach are not used, and what a browser eats (ctrl+p, ctrl+w) has
a second key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from explog.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import ActiveBinding
    from textual.screen import Screen


@dataclass(frozen=True)
class Told(Binding.Group):
    """What a binding of ours tells beyond what Textual knows."""

    off: str = ""
    """Why it does nothing while it is off, English; shown translated. Empty: it is simply gone."""
    words: str = ""
    """What people may call it too, English; found translated as well."""
    rests: bool = False
    """Whether it can do nothing useful now, although its key still answers."""


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
    off: str = ""
    """Why it does nothing while ``check_action`` says None of it, English; shown translated."""
    words: str = ""
    """What people may call it too, English; the palette finds it in every language."""
    called: str = ""
    """Its name in the config file; empty for the one that follows from the action."""

    @property
    def name(self) -> str | None:
        """Its name in the config file; None for what has no title and keeps its keys.

        ``app.undo`` is ``undo``, ``form('note')`` is ``note``, ``move('up')`` is ``move-up``, and
        whatever closes what lies in front is ``back``.
        """
        if not self.title:
            return None
        return self.called or (_MOVEMENTS if self.is_movement else {}).get(
            self.action, named(self.action)
        )

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
                id=self.name,
                group=Told(off=self.off, words=self.words) if self.off or self.words else None,
            )
            for n, key in enumerate(self.keys.split(","))
        ]


_MOVEMENTS = {
    "move('up')": "up",
    "move('down')": "down",
    "move('left')": "left",
    "move('right')": "right",
    "scroll(-1)": "up",
    "scroll(1)": "down",
    "step(-1)": "up",
    "step(1)": "down",
    "leap(-1)": "page-up",
    "leap(1)": "page-down",
    "edge('first')": "first",
    "edge('last')": "last",
    "edge(0)": "first",
    "edge(-1)": "last",
    "edge(1)": "last",
}
"""Moving about has the same names on every page, whatever its action is called there."""


def named(action: str) -> str:
    """The config file's name for *action*."""
    found = re.fullmatch(r"(?:\w+\.)?(\w+)(?:\((.*)\))?", action)
    if found is None:
        return action
    doing, given = found[1], found[2] or ""
    if doing == "dismiss":
        return "back"
    which = given.strip("'\"")
    if doing in {"page", "form"} and which != given:
        return which.replace("_", "-")
    turned = {"1": "forward", "-1": "back", "True": "", "False": "", "None": ""}.get(which, which)
    return "-".join(part for part in (doing, turned) if part).replace("_", "-")


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The commands as the ``BINDINGS`` of a class."""
    return [binding for command in commands for binding in command.bindings()]


def why_off(screen: Screen[object], action: object) -> str:
    """Why *action* does nothing on *screen* now, in the language in force; empty when it works."""
    live = screen.active_bindings.values()
    return next((_(off(one)) for one in live if one.binding.action == action and off(one)), "")


def off(active: ActiveBinding) -> str:
    """Why the binding does nothing now, English; empty when it works or says nothing."""
    told = active.binding.group
    is_off = isinstance(told, Told) and (told.rests or not active.enabled)
    return told.off if isinstance(told, Told) and is_off else ""


def words(active: ActiveBinding) -> str:
    """What people may call what the binding does, English; empty for nothing more."""
    told = active.binding.group
    return told.words if isinstance(told, Told) else ""


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
    Command(
        "app.page('lessons')",
        "3",
        N_("Lessons"),
        N_("What was learned, how sure it is, and who used it."),
    ),
    Command(
        "app.page('reviews')",
        "4",
        N_("Reviews"),
        N_("Meetings in which the team learns from what it tried, and their agreements."),
    ),
    Command(
        "app.page('insights')",
        "5",
        N_("Insights"),
        N_("What the log says as a whole, each number with its definition."),
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
    called="commands",
)
EVERYWHERE = (
    *PAGES,
    Command("app.new", "n", N_("New"), N_("Write down one small thing to try."), in_footer=True),
    Command(
        "app.undo",
        "u",
        N_("Undo"),
        N_("Take back the newest thing you did."),
        in_footer=True,
        off=N_("Nothing to undo yet."),
    ),
    Command(
        "app.redo",
        "U",
        N_("Redo"),
        N_("Do again what you took back last."),
        off=N_("Nothing to do again yet."),
    ),
    Command(
        "app.help",
        "question_mark,f1",
        N_("Help"),
        N_("The keys that work here."),
        in_footer=True,
        shown="?",
    ),
    PALETTE,
    Command(
        "app.over",
        "N",
        N_("Over already"),
        N_("Write down a test that is already over, in one form."),
    ),
    Command(
        "app.workplace",
        "W",
        N_("Workplace"),
        N_("Change the name and the core tasks of your workplace."),
        words=N_("workplace core task settings"),
    ),
    Command(
        "app.unfinished",
        "f3",
        N_("Unfinished"),
        N_("Go on with the form that was not finished."),
    ),
    Command("app.change_theme", "f6", N_("Colours"), N_("Choose the colours."), called="theme"),
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
