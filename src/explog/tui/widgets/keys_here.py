"""The line of keys below a form: what enter does where the cursor is, then the keys of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Button, Static

from explog.locale import _
from explog.tui.keys_named import keyed
from explog.tui.say import hush
from explog.tui.widgets.editors import Lines
from explog.tui.widgets.picker import Picker
from explog.tui.widgets.pieces import run, said, word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.content import Content
    from textual.widget import Widget

    from explog.tui.commands import Command


class KeysHere(Static):
    """Says what enter does in the field, or on the button, that has the focus."""

    def __init__(
        self,
        rest: str,
        commands: Sequence[Command],
        saves: Callable[[Widget], bool] | None = None,
    ) -> None:
        """Name the keys of the form as well.

        Args:
            rest: The other keys, in the language in force, ``{save}`` for the key that saves.
            commands: The list that those commands stand in.
            saves: Whether enter saves in a field instead of going to the next one.
        """
        super().__init__(id="keys")
        self._rest = rest
        self._commands = commands
        self._saves = saves

    def on_mount(self) -> None:
        """Follow the focus; what was said before the form came would lie over its title."""
        hush(self.app)
        self.watch(self.screen, "focused", self._tell)

    def show(self, rest: str) -> None:
        """Name *rest* as the other keys from now on."""
        if rest != self._rest:
            self._rest = rest
            self._tell(self.screen.focused)

    def _tell(self, focused: Widget | None) -> None:
        """Say what enter does in *focused*."""
        rest = word(keyed(self.app, self._rest, self._commands), "$quiet")
        is_end = focused is not None and self._saves is not None and self._saves(focused)
        here = _on_enter(focused, _("save") if is_end else _("next"))
        self.update(run(here.stylize("$quiet"), word(" · ", "$quiet"), rest))


def _on_enter(focused: Widget | None, onward: str) -> Content:
    """What enter does in *focused*, and how an answer is picked there."""
    match focused:
        case Button():
            return said(f"⏎ {focused.label}")
        case Picker(many=True):
            return word(_("← → move · space picks · ⏎ {onward}").format(onward=onward))
        case Picker():
            return word(_("← → pick · ⏎ {onward}").format(onward=onward))
        case Lines(by_line=True):
            return word(_("⏎ new line, ⏎⏎ {onward}").format(onward=onward))
        case _:
            return word(f"⏎ {onward}")
