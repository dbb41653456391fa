"""The frame card: what a team reads aloud before a frame is locked (DOMAIN.md 5.2, 5.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from explog.locale import N_, _
from explog.tui.commands import Command, bindings
from explog.tui.keys_named import keyed
from explog.tui.screens.box import WIDTHS, most_lines
from explog.tui.widgets.pieces import run, said, word

if TYPE_CHECKING:
    from pathlib import PurePath

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Resize

    from explog.domain.acts.card import Card

COMMANDS_HERE = (
    Command(
        "lock", "f2,ctrl+s", N_("Start and lock"), N_("Lock the frame and start."), in_footer=True
    ),
    Command(
        "dismiss(False)",
        "escape",
        N_("Back"),
        N_("Back to the form; nothing is locked."),
        in_footer=True,
        shown="esc",
    ),
)


class FrameCard(ModalScreen[bool]):
    """Shows a frame to read aloud; True when it is locked."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["form.tcss", "card.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    HORIZONTAL_BREAKPOINTS = WIDTHS

    def __init__(self, frame: Card) -> None:
        """Show *frame*."""
        super().__init__()
        self.frame = frame

    def compose(self) -> ComposeResult:
        """The card and its two buttons."""
        frame = self.frame
        with Vertical(id="panel"):
            yield Static(word(_("The frame, read aloud"), "bold $mark"), id="head")
            yield Static(
                run(word(f"{frame.key}  ", "$quiet"), said(frame.title, "bold")), id="step"
            )
            with VerticalScroll(id="card"):
                yield from (Static(line, classes=kind) for kind, line in _parts(frame))
            with Horizontal(id="buttons"):
                yield Button(word(_("Start and lock")), id="lock", classes="-first", compact=True)
                yield Button(word(_("Back")), id="back", compact=True)
            keys = _(
                "From now on it can only be made narrower.  {lock} start and lock · {back} back"
            )
            yield Static(word(keyed(self.app, keys, COMMANDS_HERE), "$quiet"), id="keys")

    def on_mount(self) -> None:
        """Enter locks only once it is chosen: the card is read first."""
        self.query_one("#card").focus()

    def on_resize(self, event: Resize) -> None:
        """Leave room for head and buttons."""
        self.query_one("#card").styles.max_height = most_lines(*event.size)

    @on(Button.Pressed, "#lock")
    def action_lock(self) -> None:
        """Lock the frame and start."""
        self.dismiss(True)

    @on(Button.Pressed, "#back")
    def _go_back(self) -> None:
        """Back to the form."""
        self.dismiss(False)


def _parts(frame: Card) -> list[tuple[str, Content]]:
    """The card line by line: its class and what it says."""
    lines: list[tuple[str, Content]] = [("part", _part(_("We believe that …"), frame.belief))]
    lines.append(("part", _part(_("Limits"), *frame.limits)))
    lines.append(("part", _part(_("Last day"), frame.last_day)))
    lines.append(("part", _part(_("We stop if …"), *frame.stops)))
    lines.append(("part", _part(_("The way back"), frame.way_back)))
    lines.append(("part", _part(_("Who may stop it?"), frame.who_may_stop)))
    answered = [
        run(word("✓ ", "$worked"), said(question, "$quiet"), word("  "), word(words, "bold"))
        for question, words in frame.checked
    ]
    lines.append(("checks", Content("\n").join(answered)))
    lines += [("doubt", said(f"◈ {doubt}", "$no-net")) for doubt in frame.doubts]
    return lines


def _part(title: str, *texts: str) -> Content:
    """A title and below it what a person wrote."""
    return Content("\n").join(
        [word(title, "$quiet"), *(said(f"  {text}", "bold") for text in texts)]
    )
