"""The list of experiments: only what is in sight is drawn, so thousands cost no more than ten."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.visual import Visual

from explog.domain.labels import state_word
from explog.locale import N_, _
from explog.tui.commands import Command, bindings
from explog.tui.widgets.days import days_since, short_day
from explog.tui.widgets.pieces import GAP, padded, run, said, word
from explog.tui.widgets.signs import sign_of, word_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.strip import Strip

    from explog.domain.rows import ExperimentRow

_DAY = 13
"""The width of a day."""
_TITLE = 24
"""A title has this much before there is room for a day."""
_LEAST_TITLE = 16
"""A title has this much before the word is cut."""
_LESSON = 48
"""The least width of what was learned."""

_STEP = (N_("Move"), N_("To the line above or below."))
_LEAP = (N_("Page"), N_("A page up or down."))
_EDGE = (N_("First, last"), N_("To the first or the last one."))
KEYS = (
    Command("step(-1)", "up,k", *_STEP, is_movement=True),
    Command("step(1)", "down,j", *_STEP, is_movement=True),
    Command("leap(-1)", "pageup", *_LEAP, is_movement=True),
    Command("leap(1)", "pagedown", *_LEAP, is_movement=True),
    Command("edge(0)", "g,home", *_EDGE, is_movement=True),
    Command("edge(-1)", "G,end", *_EDGE, is_movement=True),
)


class ExperimentList(ScrollView, can_focus=True):
    """One line for each experiment; the cursor's line is the chosen one."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)

    cursor: reactive[int] = reactive(0)
    """Which line is chosen."""
    hovered: reactive[int | None] = reactive(None)
    """Which line the mouse is over."""

    class Chosen(Message):
        """The cursor stands on another experiment, or on none."""

        def __init__(self, row: ExperimentRow | None) -> None:
            """Keep the *row*."""
            super().__init__()
            self.row = row

    class Opened(Message):
        """A person wants to see an experiment."""

        def __init__(self, row: ExperimentRow) -> None:
            """Keep the *row*."""
            super().__init__()
            self.row = row

    def __init__(self) -> None:
        """Begin without lines."""
        super().__init__()
        self.auto_links = False
        self._rows: Sequence[ExperimentRow] = ()
        self._words: tuple[str, ...] = ()
        self._today = date.min
        self._widths = (0, 0)

    @property
    def row(self) -> ExperimentRow | None:
        """The chosen experiment."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    def show(self, rows: Sequence[ExperimentRow], today: date, words: Sequence[str] = ()) -> None:
        """Show *rows* with *words* marked; the cursor stays on its experiment if it is there."""
        before = self.row.id if self.row else None
        self._rows, self._today, self._words = rows, today, tuple(words)
        words_shown = {(row.state, row.outcome) for row in rows}
        self._widths = (
            max((len(row.key) for row in rows), default=0),
            max((len(state_word(*one)) for one in words_shown), default=0),
        )
        self.virtual_size = Size(self.size.width, len(rows))
        place = next((n for n, row in enumerate(rows) if row.id == before), 0)
        self.set_reactive(ExperimentList.cursor, place)
        self._see_cursor()
        self.refresh()
        self.post_message(self.Chosen(self.row))

    def render_line(self, y: int) -> Strip:
        """The line that is *y* below the top of what is in sight."""
        place = y + int(self.scroll_offset.y)
        width = self.size.width
        line = (
            self._line(self._rows[place], width)
            if place < len(self._rows)
            else Content(" " * width)
        )
        if place == self.cursor and self._rows:
            line = line.stylize("bold on $cursor" if self.has_focus else "on $cursor")
        elif place == self.hovered:
            line = line.stylize("on $hover")
        return Visual.to_strips(self, line, width, 1, self.visual_style, pad=True)[0]

    def _line(self, row: ExperimentRow, width: int) -> Content:
        """Glyph, key, title and word; with more room the day and the lesson."""
        key, told = self._widths
        room = width - 4 - key - GAP
        told = max(0, min(told, room - GAP - _LEAST_TITLE))
        title = room - GAP - told
        parts: list[Content | str] = [padded(word_of(row), told)]
        if title - GAP - _DAY >= _TITLE:
            title -= GAP + _DAY
            parts += [" " * GAP, padded(word(day_of(row, self._today), "$quiet"), _DAY)]
        lesson = title - 2 * _TITLE - GAP
        if lesson >= _LESSON:
            title -= GAP + lesson
            parts += [" " * GAP, padded(said(row.derived["learned"] or "", "$quiet"), lesson)]
        name = padded(self._marked(said(row.title)), max(0, title))
        head = (" ", sign_of(row), " ", padded(said(row.key, "bold"), key), " " * GAP)
        return padded(run(*head, name, " " * GAP, *parts), width)

    def _marked(self, title: Content) -> Content:
        """*title* with the words that were searched for underlined."""
        for found in self._words:
            for match in re.finditer(re.escape(found), title.plain, re.IGNORECASE):
                title = title.stylize("underline", *match.span())
        return title

    def watch_cursor(self) -> None:
        """Keep the chosen line in sight."""
        self._see_cursor()
        self.refresh()
        self.post_message(self.Chosen(self.row))

    def watch_has_focus(self, _is: bool) -> None:
        """Draw the cursor as it is now."""
        self.refresh()

    def _see_cursor(self) -> None:
        """Scroll to the chosen line."""
        self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False)

    def action_step(self, step: int) -> None:
        """Choose the line above or below."""
        self.cursor = max(0, min(self.cursor + step, len(self._rows) - 1))

    def action_leap(self, way: int) -> None:
        """Choose a line a page further."""
        self.action_step(way * max(1, self.size.height - 1))

    def action_edge(self, which: int) -> None:
        """Choose the first or the last line."""
        self.cursor = 0 if which == 0 else max(0, len(self._rows) - 1)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the line under the mouse."""
        self.hovered = event.y + int(self.scroll_offset.y)
        self.refresh()

    def on_leave(self) -> None:
        """The mouse went away."""
        self.hovered = None

    def on_click(self, event: events.Click) -> None:
        """Choose the clicked line; open it when it was the chosen one already."""
        place = event.y + int(self.scroll_offset.y)
        if place >= len(self._rows):
            return
        if place == self.cursor:
            self.post_message(self.Opened(self._rows[place]))
        self.cursor = place


def day_of(row: ExperimentRow, today: date) -> str:
    """When it was decided or ended, or how far a test is."""
    known = row.derived
    if row.state in {"running", "paused"} and known["cycle_started_on"]:
        return _("day {n}").format(n=days_since(known["cycle_started_on"], today) + 1)
    day = row.decided_on or row.ended_on
    return short_day(day, today) if day else ""
