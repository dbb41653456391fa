"""The wall of a retrospective: columns in which notes hang, and a line in each for the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from explog.domain.naming.labels import label
from explog.locale import _
from explog.tui.widgets import editors
from explog.tui.widgets.doing import Doing
from explog.tui.widgets.editors import Line
from explog.tui.widgets.pieces import run, said, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.content import Content

    from explog.domain.naming.vocabulary_learning import Column
    from explog.domain.record.review import Gathered


class WallColumn(Vertical):
    """One column: its notes, and below them a line where enter hangs up the next one."""

    DEFAULT_CSS = """
    WallColumn {
        height: auto;
        width: 1fr;
        padding: 0 1;
        Static { height: auto; width: 1fr; }
        Line { background: $surface; border: none; padding: 0 1; width: 1fr; height: 1; }
        Line:focus { background: $panel; border: none; }
    }
    """

    class Hung(Message):
        """A note is hung up."""

        def __init__(self, column: WallColumn, text: str) -> None:
            """Keep where and what."""
            super().__init__()
            self.column = column
            self.text = text

    class Moved(Message):
        """A person goes on (1) or back (-1)."""

        def __init__(self, step: int) -> None:
            """Keep which way."""
            super().__init__()
            self.step = step

    def __init__(self, column: Column, notes: Sequence[Gathered]) -> None:
        """Show *notes* in *column*."""
        super().__init__()
        self.column = column
        self._notes = notes
        self.line = Line("", _("a note, then ⏎"))
        self._problem = Static()
        self._refused = ""

    def compose(self) -> ComposeResult:
        """Head, notes, the next one."""
        yield Static(word(label(self.column), "bold $mark"))
        for note in self._notes:
            yield Doing(note_line(note), "gathered", note.id)
        yield self.line
        yield self._problem

    def on_mount(self) -> None:
        """Nothing is wrong yet."""
        self._problem.display = False

    @on(Line.Changed)
    def _begin_anew(self) -> None:
        """What was wrong may be mended now."""
        self._problem.display = self._problem.display and self.line.value == self._refused

    @property
    def text(self) -> str:
        """What is typed and not hung up."""
        return self.line.raw.strip()

    def take(self) -> str:
        """What is typed; the line is free for the next note."""
        text, self.line.value = self.text, ""
        return text

    def give_back(self, text: str, problem: str) -> None:
        """Put *text* back before what was typed since, and say why it cannot hang here."""
        self.line.value = self._refused = f"{text} {self.line.value}".rstrip()
        self.line.action_end()
        self._problem.update(said(f"✗ {problem}", "$outside"))
        self._problem.display = True

    @on(editors.Moved)
    def _hang_up(self, event: editors.Moved) -> None:
        """Enter hangs the note up and waits for the next one; an empty line moves on."""
        event.stop()
        if self.text and event.step > 0:
            self.post_message(self.Hung(self, self.take()))
        else:
            self.post_message(self.Moved(event.step))


class Wall(Horizontal):
    """The columns side by side; below each other where the room is narrow."""

    DEFAULT_CSS = """
    Wall { height: auto; width: 1fr; margin-top: 1; }
    .-narrow Wall { layout: vertical; }
    """


def note_line(note: Gathered) -> Content:
    """A note and its theme."""
    theme = said(f"  {label(note.theme)}", "$quiet") if note.theme is not None else word("")
    return run(word("· ", "$mark"), said(note.text), theme)
