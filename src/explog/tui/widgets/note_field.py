"""A text that is kept while it is typed: at the latest ``PATIENCE`` seconds after the last key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from explog.locale import _
from explog.tui.widgets import editors
from explog.tui.widgets.editors import Line, Lines
from explog.tui.widgets.pieces import run, said, word

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.timer import Timer

PATIENCE = 1.5
"""Seconds without a key after which the text is kept."""

ROOM_LEFT = 0.8
"""From this share of the longest text on, the count is shown."""


class NoteField(Vertical):
    """A label and a place to type. ``text`` is what stands there, ``kept`` what is in the log."""

    DEFAULT_CSS = """
    NoteField {
        height: auto;
        margin-top: 1;
        padding-left: 1;
        border-left: blank;

        &:focus-within { border-left: wide $mark; }

        Static { height: auto; width: 1fr; }
        Line, Lines { background: $surface; border: none; padding: 0 1; width: 1fr; }
        Line { height: 1; &.-textual-compact { padding: 0 1; } }
        Lines { height: auto; min-height: 3; max-height: 8; scrollbar-size-vertical: 1; }
        Line:focus, Lines:focus { background: $panel; border: none; }
    }
    """

    class Kept(Message):
        """A text is to be kept now."""

        def __init__(self, field: NoteField, text: str) -> None:
            """Keep the *field* and the *text*."""
            super().__init__()
            self.field = field
            self.text = text

    class Typed(Message):
        """What stands there changed."""

    class Moved(Message):
        """A person goes on (1) or back (-1)."""

        def __init__(self, step: int) -> None:
            """Keep which way."""
            super().__init__()
            self.step = step

    def __init__(
        self,
        name: str,
        asked: str,
        text: str = "",
        *,
        why: str = "",
        limit: int = 500,
        is_line: bool = False,
        about: str = "",
        step: str = "",
    ) -> None:
        """Ask for the text called *name*.

        Args:
            name: What it is, for the screen.
            asked: The question.
            text: What is kept already.
            why: Why it is asked, in a few words.
            limit: The longest text, in characters.
            is_line: Whether it is one line.
            about: The id of what it is about.
            step: The code of the step it belongs to.
        """
        super().__init__(name=name)
        self.about = about
        self.step = step
        self.limit = limit
        self.kept = text
        self._kept_before = text
        self._asked = asked
        self._why = why
        self._timer: Timer | None = None
        self._note = Static(classes="note")
        self.editor = Line(text) if is_line else Lines(text)

    def compose(self) -> ComposeResult:
        """Question, text, how much room is left."""
        why = word(f"  {self._why}", "$quiet") if self._why else word("")
        yield Static(run(said(self._asked, "bold"), why))
        yield self.editor
        yield self._note

    def on_mount(self) -> None:
        """Nothing to say yet."""
        self._tell()

    @property
    def text(self) -> str:
        """What stands there."""
        return self.editor.raw.strip()

    def type(self, text: str) -> None:
        """Let *text* stand there, as if it was typed."""
        if isinstance(self.editor, Line):
            self.editor.value = text
        elif text != self.editor.text:
            self.editor.text = text
            self.editor.move_cursor(self.editor.document.end)

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.text != self.kept

    @on(Line.Changed)
    @on(Lines.Changed)
    def _wait(self, event: Message) -> None:
        """Keep it when no key comes for a while."""
        event.stop()
        self._tell()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PATIENCE, self.keep) if self.is_waiting else None
        self.post_message(self.Typed())

    @on(editors.Moved)
    def _move_on(self, event: editors.Moved) -> None:
        """To the next field, or the one before; what is typed is kept at once."""
        event.stop()
        self.keep()
        self.post_message(self.Moved(event.step))

    def on_descendant_blur(self) -> None:
        """What is left is kept."""
        self.keep()

    @property
    def is_too_long(self) -> bool:
        """Whether the text cannot be kept for its length."""
        return len(self.text) > self.limit

    def keep(self) -> None:
        """Ask for what stands there to be kept, unless it is, or is too long."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self.is_waiting and not self.is_too_long:
            self.post_message(self.Kept(self, self.hand_over()))

    def hand_over(self) -> str:
        """What stands there, which is kept from now on unless ``complain`` says otherwise."""
        self._kept_before, self.kept = self.kept, self.text
        return self.kept

    def complain(self, problem: str) -> None:
        """Say why it cannot be kept; it stays here and is tried again when it changes."""
        self.kept = self._kept_before
        self._note.display = True
        self._note.update(said(f"✗ {problem}", "$outside"))

    def _tell(self) -> None:
        """How much room is left, where there is little."""
        taken = len(self.text)
        self._note.display = taken > ROOM_LEFT * self.limit
        told = f"{taken}/{self.limit}"
        if taken > self.limit:
            told += "  " + _("too long to be kept; shorten it")
        self._note.update(word(told, "$quiet" if taken <= self.limit else "$outside"))
