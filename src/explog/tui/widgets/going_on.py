"""The line that says which meeting is going on, so that a room that was left is found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.widget import Widget

from explog.locale import _
from explog.tui.keys_named import key_of
from explog.tui.widgets.pieces import said

if TYPE_CHECKING:
    from textual.content import Content

    from explog.tui.program import Program


class GoingOnLine(Widget):
    """One line; gone while no meeting is going on. A click goes back into it."""

    DEFAULT_CSS = """
    GoingOnLine { display: none; height: 1; width: 1fr; padding: 0 1; pointer: pointer; }
    """
    ALLOW_SELECT = False

    meeting: reactive[str] = reactive("")
    """The key of the meeting; empty while none is going on."""

    app: Program

    def show(self, meeting: str) -> None:
        """Tell of *meeting* (its key), or of none."""
        self.meeting = meeting
        self.display = bool(meeting)

    def render(self) -> Content:
        """The line."""
        told = _("{key} is going on – {page}, then ⏎ goes back into the room.")
        told = told.format(key=self.meeting, page=key_of(self.app, "reviews"))
        line = said(f"▶ {told}", "$running")
        return line.truncate(max(1, self.content_size.width), ellipsis=True)

    def on_click(self) -> None:
        """Go back into the room."""
        self.app.open_meeting(self.meeting)
