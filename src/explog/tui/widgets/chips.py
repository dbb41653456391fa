"""The conditions in force, each as a chip that goes by key or by a click."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from explog.locale import N_, _
from explog.tui.commands import Command, bindings
from explog.tui.keys_named import key_of
from explog.tui.screens.experiments_commands import COMMANDS_HERE
from explog.tui.widgets.hints import hint
from explog.tui.widgets.pieces import run, said, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType

    from explog.domain.query.query import Chip

KEYS = (
    Command("step(-1)", "left,h", N_("Move"), N_("To the condition beside."), is_movement=True),
    Command("step(1)", "right,l", N_("Move"), N_("To the condition beside."), is_movement=True),
    Command(
        "remove",
        "delete,backspace,enter,x",
        N_("Take away"),
        N_("Take this condition away."),
        in_footer=True,
        shown="del",
    ),
    Command(
        "leave", "escape,down", N_("To the list"), N_("Back to the list."), in_footer=True,
        shown="esc",
    ),
)  # fmt: skip

LONGEST = 40
"""Cells of a chip."""


class Chips(Widget, can_focus=True):
    """One line; not there while nothing is asked for."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)

    cursor: reactive[int] = reactive(0)
    """Which chip a key takes away."""

    class Removed(Message):
        """A condition is to be taken away."""

        def __init__(self, chip: Chip) -> None:
            """Keep the *chip*."""
            super().__init__()
            self.chip = chip

    class Left(Message):
        """A person goes on to the list."""

    def __init__(self) -> None:
        """Begin without conditions."""
        super().__init__()
        self.auto_links = False
        self._chips: Sequence[Chip] = ()
        self.display = False

    def show(self, chips: Sequence[Chip]) -> None:
        """Show *chips*."""
        self._chips = chips
        self.cursor = max(0, min(self.cursor, len(chips) - 1))
        self.display = bool(chips)
        self.refresh()

    def render(self) -> Content:
        """The chips from the one on that lets the cursor's be seen, and how to get rid of them."""
        first = self._first()
        shown = [self._chip(place) for place in range(first, len(self._chips))]
        before = [word(f"‹{first} ", "$quiet")] if first else []
        clear = run(
            "  ",
            word(key_of(self.app, "clear", COMMANDS_HERE), "bold $mark"),
            " ",
            word(_("Show all"), "$quiet"),
        )
        line = run(*before, Content(" ").join(shown), clear)
        return line.truncate(self.content_size.width, ellipsis=True)

    def _chip(self, place: int) -> Content:
        """The chip number *place*."""
        told = said(self._chips[place].text).truncate(LONGEST, ellipsis=True)
        is_chosen = self.has_focus and place == self.cursor
        return run(" ", told, " × ").stylize("reverse bold" if is_chosen else "bold on $cursor")

    def _first(self) -> int:
        """The first chip that is drawn."""
        if not self.has_focus or self.cursor >= len(self._chips):  # or the last one just went
            return 0
        first, room = self.cursor, self.content_size.width - self._chip(self.cursor).cell_length - 4
        while first and (room := room - self._chip(first - 1).cell_length - 1) >= 0:
            first -= 1
        return first

    def action_step(self, step: int) -> None:
        """Go to the chip beside."""
        self.cursor = max(0, min(self.cursor + step, len(self._chips) - 1))

    def action_remove(self) -> None:
        """Take the chip under the cursor away."""
        if self._chips:
            self.post_message(self.Removed(self._chips[self.cursor]))

    def action_leave(self) -> None:
        """Go on to the list."""
        self.post_message(self.Left())

    def on_focus(self) -> None:
        """The cursor appears."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor goes."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Take the chip under the mouse away."""
        chip = self._under(event)
        if chip is not None:
            self.post_message(self.Removed(chip))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell the whole condition under the mouse, and what a click does."""
        chip = self._under(event)
        told = _("{condition}: click to take it away.").format(condition=chip.text) if chip else ""
        hint(self, told)

    def _under(self, event: events.MouseEvent) -> Chip | None:
        """The chip under the mouse."""
        at = event.get_content_offset(self)
        first = self._first()
        end = len(f"‹{first} ") if first else 0
        for place in range(first, len(self._chips)):
            start, end = end, end + self._chip(place).cell_length + 1
            if at is not None and start <= at.x < end - 1:
                return self._chips[place]
        return None
