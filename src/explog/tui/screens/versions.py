"""Two versions of one field, side by side, with a choice."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from explog.domain.moments import shown_day
from explog.domain.safe import safe_lines
from explog.locale import N_, _
from explog.tui.commands import Command, bindings
from explog.tui.keys_named import key_of
from explog.tui.screens.experiment_commands import COMMANDS_HERE as ON_THE_PAGE
from explog.tui.widgets.pieces import said, word

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from explog.journal.versions import Choice, Version

COMMANDS_HERE = (
    Command("dismiss(None)", "escape,q", N_("Back"), "", in_footer=True, shown="esc"),
    Command("app.focus_next", "right,down,l,j", "", ""),
    Command("app.focus_previous", "left,up,h,k", "", ""),
)


WIDTHS = [(0, "-narrow"), (72, "-wide")]
"""Side by side from here on, below each other otherwise."""


class VersionsScreen(ModalScreen["str | None"]):
    """Gives the event of the version that was chosen, or None when it was left."""

    CSS_PATH = "versions.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    HORIZONTAL_BREAKPOINTS = WIDTHS

    def __init__(self, choice: Choice) -> None:
        """Show the versions of *choice*."""
        super().__init__()
        self._choice = choice

    def compose(self) -> ComposeResult:
        """The field, its versions with a button each, and how else it can be closed."""
        with Vertical(id="panel"):
            yield Static(said(self._choice.name, "bold $mark"), id="head")
            with Horizontal(id="versions"):
                for number, version in enumerate(self._choice.versions):
                    with Vertical(classes="version"):
                        yield Static(_head(version))
                        with VerticalScroll(can_focus=False):
                            yield Static(Content(safe_lines(version.said)))
                        yield Button(word(_("Choose this one")), id=f"n{number}", compact=True)
            hint = _("A third value closes it, too: {edit} on the experiment's page.").format(
                edit=key_of(self.app, "edit", ON_THE_PAGE)
            )
            yield Static(word(hint, "$quiet"), id="keys")

    def on_mount(self) -> None:
        """Begin on the one that is shown meanwhile."""
        self.query(Button).first().focus()

    @on(Button.Pressed)
    def _choose(self, event: Button.Pressed) -> None:
        """Give the version."""
        number = int(str(event.button.id)[1:])
        self.dismiss(self._choice.versions[number].event)


def _head(version: Version) -> Content:
    """When, by which function, and whether it is shown meanwhile."""
    day = shown_day(date.fromisoformat(version.on)) if version.on else ""
    first = " · ".join(filter(None, (day, version.by_role or "")))
    shown = _("shown meanwhile") if version.is_shown else "–"
    return Content("\n").join([said(first, "$quiet"), word(shown, "$quiet"), Content("")])
