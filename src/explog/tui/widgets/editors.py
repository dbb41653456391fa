"""Where a form's text is typed: a line or a few, that take nothing harmful and lose nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, TextArea

from explog.domain.safe import REPLACEMENT, safe, safe_lines

if TYPE_CHECKING:
    from textual import events


class Moved(Message):
    """A person goes on to the next field (1) or back to the one before (-1)."""

    def __init__(self, step: int, *, by_enter: bool = False) -> None:
        """Keep which way, and whether it was by enter."""
        super().__init__()
        self.step = step
        self.by_enter = by_enter


class Cleaned(Message):
    """Something pasted held characters that cannot be shown; they were left out."""

    def __init__(self, count: int) -> None:
        """Keep how many."""
        super().__init__()
        self.count = count


class Line(Input):
    """One line. Enter and the arrows go to the next field; pasted lines become one.

    The right arrow takes the word that is offered; tab goes on with what was typed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("ctrl+a", "select_all", show=False),
        Binding("ctrl+z", "take_back", show=False),
    ]

    def __init__(self, raw: str = "", example: str = "") -> None:
        """Begin with *raw*; *example* is shown while nothing is typed."""
        self._past: list[str] = []  # first, for the value is set below
        super().__init__(raw, placeholder=example, compact=True, select_on_focus=False)

    def watch_value(self, old: str, new: str) -> None:
        """Remember what stood there, so that it can come back."""
        if old != new:
            self._past = [*self._past[1 - MOST_STEPS :], old]

    def action_take_back(self) -> None:
        """Take back the last change, a paste as a whole."""
        if self._past:
            *past, self.value = self._past
            self._past = past
            self.action_end()

    @property
    def raw(self) -> str:
        """What is typed."""
        return self.value

    def action_submit(self) -> None:  # type: ignore[override]
        """Enter goes on."""
        self.post_message(Moved(1, by_enter=True))

    def action_move(self, step: int) -> None:
        """To the field below or above."""
        self.post_message(Moved(step))

    def _on_paste(self, event: events.Paste) -> None:
        """Take all of what is pasted, as one line."""
        event.prevent_default()
        event.stop()
        text, count = cleaned(event.text, is_line=True)
        self.replace(text, *self.selection)
        if count:
            self.post_message(Cleaned(count))


MOST_STEPS = 200
"""Changes of a line that can be taken back."""


class Lines(TextArea):
    """A few lines.

    Enter goes on; where each line is an answer of its own, enter makes one and goes on from an
    empty one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+a", "select_all", show=False)]

    def __init__(self, raw: str = "", example: str = "", *, by_line: bool = False) -> None:
        """Begin with *raw*; with *by_line* each line is an answer of its own."""
        super().__init__(
            raw,
            soft_wrap=True,
            show_line_numbers=False,
            compact=True,
            highlight_cursor_line=False,
            placeholder=Content(example),
        )
        self.by_line = by_line
        self.move_cursor(self.document.end)

    @property
    def raw(self) -> str:
        """What is typed."""
        return self.text

    async def _on_key(self, event: events.Key) -> None:
        """Enter and ctrl+j: on, or a new line."""
        if event.key not in {"enter", "ctrl+j"}:
            return
        event.prevent_default()
        event.stop()
        row, _column = self.cursor_location
        is_blank = not self.document.get_line(row).strip()
        if event.key == "ctrl+j" or (self.by_line and not is_blank):
            self.insert("\n")
            return
        if self.by_line:
            self.text = self.text.rstrip()
            self.move_cursor(self.document.end)
        self.post_message(Moved(1, by_enter=True))

    def action_cursor_up(self, select: bool = False) -> None:
        """From the first line to the field above."""
        if (
            not select
            and self.cursor_at_first_line
            and self.wrapped_document.location_to_offset(self.cursor_location).y == 0
        ):
            self.post_message(Moved(-1))
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """From the last line to the field below."""
        below = self.wrapped_document.location_to_offset(self.cursor_location).y + 1
        if not select and below >= self.wrapped_document.height:
            self.post_message(Moved(1))
        else:
            super().action_cursor_down(select)

    async def _on_paste(self, event: events.Paste) -> None:
        """Take what is pasted, without what cannot be shown."""
        event.prevent_default()
        event.stop()
        text, count = cleaned(event.text, is_line=False)
        self.history.checkpoint()
        result = self.replace(text, *self.selection)
        self.history.checkpoint()
        self.move_cursor(result.end_location)
        if count:
            self.post_message(Cleaned(count))


def cleaned(text: str, *, is_line: bool) -> tuple[str, int]:
    """*text* without the characters that are refused, and how many those were."""
    shown = safe(text.strip("\r\n")) if is_line else safe_lines(text)
    kept = shown.replace(REPLACEMENT, "")
    return kept, len(shown) - len(kept) - text.count(REPLACEMENT)
