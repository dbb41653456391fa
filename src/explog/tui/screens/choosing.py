"""One thing out of a few, as a list in a box."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from explog.domain.safe import safe_lines
from explog.locale import N_, _
from explog.tui.commands import Command
from explog.tui.keys_named import keyed
from explog.tui.widgets.list_keys import LEAP
from explog.tui.widgets.pieces import run, said, word
from explog.tui.working import once_laid_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Resize

COMMANDS_HERE = (
    Command("dismiss(None)", "escape,q", N_("Back"), "", in_footer=True, shown="esc"),
    Command("step(1)", "j", "", ""),
    Command("step(-1)", "k", "", ""),
    Command("leap(1)", "pagedown", *LEAP, is_movement=True, shown="PgDn"),
    Command("leap(-1)", "pageup", *LEAP, is_movement=True, shown="PgUp"),
)


class ChoosingScreen(ModalScreen["str | None"]):
    """Gives the value that was chosen, or None."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        # before the list, which would leap over its own few lines
        replace(binding, priority=command.action.startswith("leap"))
        for command in COMMANDS_HERE
        for binding in command.bindings()
    ]

    def __init__(self, title: str, offered: Sequence[tuple[str, str, str]], told: str = "") -> None:
        """Offer values with their words and a reason, below *title*; all in the language in force.

        The words may be a person's, and so may what is *told* before them.
        """
        super().__init__()
        self._title = title
        self._offered = offered
        self._told = told

    def compose(self) -> ComposeResult:
        """The list."""
        with Vertical(id="panel"):
            yield Static(said(self._title, "bold $mark"), id="head")
            if self._told:
                with VerticalScroll(id="told", can_focus=False):
                    yield Static(Content(safe_lines(self._told)))
            yield OptionList(*self._options(), compact=True, markup=False)
            yield Static(id="keys")

    def on_mount(self) -> None:
        """Name the keys."""
        self._name_keys()

    def on_resize(self, event: Resize) -> None:
        """Keep head and keys in sight."""
        room = max(3, event.size.height - 6)
        self.query_one(OptionList).styles.max_height = room
        for told in self.query("#told"):
            told.styles.max_height = max(2, room - len(self._offered) - 1)
        once_laid_out(self, self._name_keys)

    def _name_keys(self) -> None:
        """Name the key that reads on where there is more to read than is shown."""
        is_more = any(one.max_scroll_y for one in self.query("#told"))
        words = _("⏎ choose · {page_down} read on · {back} back")
        keys = words if is_more else _("⏎ choose · {back} back")
        shown = word(keyed(self.app, keys, COMMANDS_HERE), "$quiet")
        self.query_one("#keys", Static).update(shown)

    def action_leap(self, step: int) -> None:
        """Read on or back in what is told."""
        told = self.query_one("#told")
        told.scroll_page_down() if step > 0 else told.scroll_page_up()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without anything told the list leaps by itself."""
        if action == "leap":
            return bool(self.query("#told"))
        return super().check_action(action, parameters)

    def action_step(self, step: int) -> None:
        """To the line below or above."""
        shown = self.query_one(OptionList)
        shown.action_cursor_down() if step > 0 else shown.action_cursor_up()

    def _options(self) -> list[Option]:
        """One line for each."""
        width = max((len(words) for _value, words, why in self._offered if why), default=0) + 2
        return [
            Option(
                run(said(words.ljust(width) if why else words, "bold"), word(why, "$quiet")),
                id=value,
            )
            for value, words, why in self._offered
        ]

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        """Give what was chosen."""
        self.dismiss(event.option_id)
