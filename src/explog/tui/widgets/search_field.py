"""The field to search in: one quiet line that takes nothing harmful."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.widgets import Input

from explog.domain.safe import REPLACEMENT, safe
from explog.locale import N_, _
from explog.tui.commands import Command, bindings

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType


LEAVE = Command(
    "leave",
    "escape,down",
    N_("To the list"),
    N_("Stop typing; letters are commands again."),
    in_footer=True,
    shown="esc",
)


class SearchField(Input):
    """What is searched for."""

    BINDINGS: ClassVar[list[BindingType]] = bindings((LEAVE,))

    class Left(Message):
        """A person goes on to what was found."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(
            placeholder=_("Search: title, key, any word"), compact=True, select_on_focus=False
        )

    def action_leave(self) -> None:
        """On to what was found."""
        self.post_message(self.Left())

    def _on_paste(self, event: events.Paste) -> None:
        """Take what is pasted as one line, without what cannot be shown."""
        event.prevent_default()
        event.stop()
        self.replace(safe(event.text.strip()).replace(REPLACEMENT, ""), *self.selection)
