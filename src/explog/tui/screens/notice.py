"""A measurement meets a stop criterion or crosses a limit: pause now, or say why it is not so.

Nothing pauses by itself. Who leaves without an answer is asked again another time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from explog.domain.storable import storable
from explog.locale import N_, _
from explog.tui.commands import Command, bindings
from explog.tui.keys_named import keyed
from explog.tui.widgets.pieces import said, word

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from explog.domain.judging.notices import Notice

COMMANDS_HERE = (
    Command("pause", "p", N_("Pause now"), N_("Pause the test, because of this."), in_footer=True),
    Command("reason", "n", N_("Not met"), N_("Say why it is not met."), in_footer=True),
    Command("leave", "escape", N_("Later"), N_("Answer another time."), in_footer=True,
            shown="esc"),
)  # fmt: skip

LONGEST = 200


class Answered(NamedTuple):
    """What a person said to a notice."""

    is_pause: bool
    reason: str = ""
    """Why it is not met; empty for a pause."""


class NoticeScreen(ModalScreen["Answered | None"]):
    """One notice, as wide as the screen; gives the answer, or None for later."""

    CSS_PATH = "notice.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)

    def __init__(self, notice: Notice) -> None:
        """Ask about *notice*."""
        super().__init__()
        self.notice = notice

    def compose(self) -> ComposeResult:
        """What happened, the two ways on, and room for the reason."""
        with Vertical(id="panel"):
            yield Static(said(self.notice.sentence, "bold"), id="head")
            yield Static(word(_("explog pauses nothing by itself. What do you say?")), id="ask")
            with Horizontal(id="buttons"):
                yield Button(self._keyed(_("{pause}  Pause now")), id="pause", compact=True)
                yield Button(self._keyed(_("{reason}  Not met, because …")), id="not", compact=True)
            yield Input(placeholder=_("Why is it not met?"), max_length=LONGEST, id="why")
            yield Static(id="wrong")
            keys = _("{pause} pause now · {reason} not met · {leave} later")
            yield Static(self._keyed(keys, "$quiet"), id="keys")

    def _keyed(self, sentence: str, style: str = "") -> Content:
        """*sentence* with the keys in force."""
        return word(keyed(self.app, sentence, COMMANDS_HERE), style)

    def on_mount(self) -> None:
        """The reason is asked only when it is wanted."""
        self.query_one("#why").display = False
        self.query_one("#wrong").display = False
        self.query_one("#pause").focus()

    @on(Button.Pressed, "#pause")
    def action_pause(self) -> None:
        """Pause now."""
        self.dismiss(Answered(is_pause=True))

    @on(Button.Pressed, "#not")
    def action_reason(self) -> None:
        """Ask for the reason."""
        why = self.query_one("#why", Input)
        why.display = True
        why.focus()

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        """Not met, for this reason."""
        reason = event.value.strip()
        problem = "" if reason else _("please answer this")
        try:
            storable(reason)
        except ValueError as error:
            problem = str(error)
        if problem:
            wrong = self.query_one("#wrong", Static)
            wrong.display = True
            wrong.update(said(f"✗ {problem}", "$outside"))
        else:
            self.dismiss(Answered(is_pause=False, reason=reason))

    def action_leave(self) -> None:
        """Answer another time."""
        self.dismiss(None)
