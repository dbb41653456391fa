"""One question with two answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from explog.domain.safe import safe_lines
from explog.locale import N_
from explog.tui.commands import Command, bindings
from explog.tui.widgets.pieces import said

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

COMMANDS_HERE = (
    Command("dismiss(False)", "escape", N_("Back"), "", in_footer=True, shown="esc"),
    Command("app.focus_next", "right,down", "", ""),
    Command("app.focus_previous", "left,up", "", ""),
)


class ConfirmScreen(ModalScreen[bool]):
    """Asks before something is done; True for *yes*. The cursor begins on *no*."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)

    def __init__(self, text: str, yes: str, no: str) -> None:
        """Ask *text*; *yes* and *no* are what the buttons say."""
        super().__init__()
        self._text = text
        self._yes = yes
        self._no = no

    def compose(self) -> ComposeResult:
        """The question and two buttons."""
        with Vertical(id="panel"):
            yield Static(Content(safe_lines(self._text)))
            with Horizontal(id="buttons"):
                yield Button(said(self._no), id="no", classes="-first", compact=True)
                yield Button(said(self._yes), id="yes", compact=True)

    def on_mount(self) -> None:
        """Nothing happens by accident."""
        self.query_one("#no").focus()

    @on(Button.Pressed)
    def _answer(self, event: Button.Pressed) -> None:
        """Give the answer."""
        self.dismiss(event.button.id == "yes")
