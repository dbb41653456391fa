"""Choosing one of a few things by name, such as an order; the present one is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from explog.locale import N_, _
from explog.tui.commands import Command, bindings
from explog.tui.keys_named import keyed
from explog.tui.widgets.pieces import run, said, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Resize

COMMANDS_HERE = (
    Command("dismiss(None)", "escape,q", N_("Back"), "", in_footer=True, shown="esc"),
    Command("cursor(1)", "j", "", ""),
    Command("cursor(-1)", "k", "", ""),
)


class ChooseScreen(ModalScreen["str | None"]):
    """Gives the value that was chosen, or None when it was left."""

    CSS_PATH = "choose.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)

    def __init__(
        self, title: str, choices: Sequence[tuple[str, str]], present: str | None = None
    ) -> None:
        """Offer *choices* (value and what it is called) under *title*; *present* is marked."""
        super().__init__()
        self._title = title
        self._choices = choices
        self._present = present

    def compose(self) -> ComposeResult:
        """The title, the choices, the keys."""
        with Vertical(id="panel"):
            yield Static(said(self._title, "bold $mark"), id="head")
            yield OptionList(*map(self._option, self._choices), compact=True, markup=False)
            keys = keyed(self.app, _("⏎ choose · {back} back"), COMMANDS_HERE)
            yield Static(word(keys, "$quiet"), id="keys")

    def on_mount(self) -> None:
        """Begin on the present one."""
        values = [value for value, _called in self._choices]
        chosen = self.query_one(OptionList)
        chosen.highlighted = values.index(self._present) if self._present in values else 0

    def on_resize(self, event: Resize) -> None:
        """Keep head and keys in sight."""
        self.query_one(OptionList).styles.max_height = max(3, event.size.height - 6)

    def _option(self, choice: tuple[str, str]) -> Option:
        """One line."""
        value, called = choice
        mark = word("● " if value == self._present else "  ", "$mark")
        return Option(run(mark, said(called)), id=f"n{self._choices.index(choice)}")

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        """Give what was chosen."""
        self.dismiss(self._choices[event.option_index][0])

    def action_cursor(self, step: int) -> None:
        """To the line above or below."""
        chosen = self.query_one(OptionList)
        if step > 0:
            chosen.action_cursor_down()
        else:
            chosen.action_cursor_up()
