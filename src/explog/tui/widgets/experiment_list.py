"""The list of experiments: it knows all ids and only the lines near what is in sight.

So a hundred thousand cost no more than ten: what is scrolled to is asked for (``Needed``).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.visual import Visual

from explog.domain.naming.labels import state_word
from explog.tui.widgets.experiment_line import Widths, line
from explog.tui.widgets.list_keys import KEYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.strip import Strip

    from explog.domain.query.terms import Text
    from explog.domain.record.rows import ExperimentRow

AHEAD = 60
"""Lines above and below what is in sight that are asked for with it."""

MOST = 1500
"""Lines kept; beyond, only those near what is in sight."""

MARGIN = 3
"""A click on the first cells marks a line instead of choosing it."""


class ExperimentList(ScrollView, can_focus=True):
    """One line for each experiment; the cursor's line is the chosen one."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    cursor: reactive[int] = reactive(0)
    """Which line is chosen."""
    hovered: reactive[int | None] = reactive(None)
    """Which line the mouse is over."""
    marked: reactive[frozenset[str]] = reactive(frozenset)
    """The ids of the marked experiments."""

    class Chosen(Message):
        """The cursor stands on another experiment, or on none."""

        def __init__(self, row: ExperimentRow | None) -> None:
            """Keep the *row*; None too while its line is not there yet."""
            super().__init__()
            self.row = row

    class Opened(Message):
        """A person wants to see an experiment."""

        def __init__(self, row: ExperimentRow) -> None:
            """Keep the *row*."""
            super().__init__()
            self.row = row

    class Marked(Message):
        """A person clicked on the mark of an experiment."""

        def __init__(self, ident: str) -> None:
            """Keep the *ident*."""
            super().__init__()
            self.ident = ident

    class Needed(Message):
        """Lines come into sight that are not there yet."""

        def __init__(self, ids: list[str]) -> None:
            """Keep their *ids*."""
            super().__init__()
            self.ids = ids

    def __init__(self) -> None:
        """Begin without lines."""
        super().__init__()
        self.auto_links = False
        self._ids: Sequence[str] = ()
        self._rows: dict[str, ExperimentRow] = {}
        self._texts: Sequence[Text] = ()
        self._today = date.min
        self._widths = Widths(0, 0)

    @property
    def ids(self) -> Sequence[str]:
        """The ids of all experiments in the list, in its order."""
        return self._ids

    @property
    def row(self) -> ExperimentRow | None:
        """The chosen experiment; None where there is none, or its line is not there yet."""
        return self._rows.get(self._ids[self.cursor]) if self.cursor < len(self._ids) else None

    def show(
        self,
        ids: Sequence[str],
        rows: Iterable[ExperimentRow],
        today: date,
        texts: Sequence[Text] = (),
    ) -> None:
        """List *ids*, of which *rows* are there; mark *texts* in them.

        The cursor stays on its experiment if it is there.
        """
        before = self._ids[self.cursor] if self.cursor < len(self._ids) else None
        self._ids, self._today, self._texts = ids, today, texts
        self._rows = {row.id: row for row in rows}
        self._measure()
        self._hold(len(ids))
        place = next((n for n, ident in enumerate(ids) if ident == before), 0)
        self.set_reactive(ExperimentList.cursor, place)
        self._see_cursor()
        self.refresh()
        self.post_message(self.Chosen(self.row))

    def _hold(self, count: int) -> None:
        """Let there be *count* lines; where the scroll bar comes or goes, all is laid out."""
        before, now = self.virtual_size, Size(self.size.width, count)
        if min(before.height, count) <= self.size.height or before.width != now.width:
            self.virtual_size = now
        elif before != now:
            self.set_reactive(ExperimentList.virtual_size, now)
            self.vertical_scrollbar.window_virtual_size = count
            self.scroll_to(y=min(self.scroll_y, self.max_scroll_y), animate=False, immediate=True)

    def fill(self, rows: Iterable[ExperimentRow]) -> None:
        """Put *rows* where they were missing."""
        was_there = self.row is not None
        if len(self._rows) > MOST:
            near = set(self._near(3 * AHEAD))
            self._rows = {ident: row for ident, row in self._rows.items() if ident in near}
        self._rows.update((row.id, row) for row in rows)
        self._measure()
        self.refresh()
        if not was_there:
            self.post_message(self.Chosen(self.row))

    def render_line(self, y: int) -> Strip:
        """The line that is *y* below the top of what is in sight."""
        place = y + int(self.scroll_offset.y)
        width = self.size.width
        shown = self._line(place, width)
        if place == self.cursor and self._ids:
            shown = shown.stylize("bold on $cursor" if self.has_focus else "on $cursor")
        elif place == self.hovered:
            shown = shown.stylize("on $hover")
        return Visual.to_strips(self, shown, width, 1, self.visual_style, pad=True)[0]

    def _line(self, place: int, width: int) -> Content:
        """The line number *place*; blank below the last, three dots where it is on its way."""
        if place >= len(self._ids):
            return Content(" " * width)
        ident = self._ids[place]
        row = self._rows.get(ident)
        if row is None:
            return Content(" …".ljust(width))
        is_marked = ident in self.marked
        return line(row, self._widths, width, self._today, self._texts, is_marked=is_marked)

    def _measure(self) -> None:
        """Let the columns be as wide as the lines that are there need."""
        rows = self._rows.values()
        told = {(row.state, row.outcome) for row in rows}
        self._widths = Widths(
            max((len(row.key) for row in rows), default=0),
            max((len(state_word(*one)) for one in told), default=0),
        )

    def _near(self, more: int) -> Sequence[str]:
        """The ids of what is in sight and of *more* lines on each side."""
        top = int(self.scroll_offset.y)
        return self._ids[max(0, top - more) : top + self.size.height + more]

    def _ask(self) -> None:
        """Ask for what is in sight and not there."""
        if any(ident not in self._rows for ident in self._near(AHEAD // 3)):
            missing = [ident for ident in self._near(AHEAD) if ident not in self._rows]
            self.post_message(self.Needed(missing))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Other lines are in sight now."""
        super().watch_scroll_y(old_value, new_value)
        self._ask()

    def watch_cursor(self, before: int, now: int) -> None:
        """Keep the chosen line in sight; of the others none changes."""
        self._see_cursor()
        self.refresh_line(before)
        self.refresh_line(now)
        self.post_message(self.Chosen(self.row))

    def watch_has_focus(self, _is: bool) -> None:
        """Draw the cursor as it is now."""
        self.refresh()

    def on_resize(self) -> None:
        """There may be room for more lines."""
        self._see_cursor()

    def _see_cursor(self) -> None:
        """Scroll to the chosen line."""
        self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False)
        self._ask()

    def action_step(self, step: int) -> None:
        """Choose the line above or below."""
        self.cursor = max(0, min(self.cursor + step, len(self._ids) - 1))

    def action_leap(self, way: int) -> None:
        """Choose a line a page further."""
        self.action_step(way * max(1, self.size.height - 1))

    def action_edge(self, which: int) -> None:
        """Choose the first or the last line."""
        self.cursor = 0 if which == 0 else max(0, len(self._ids) - 1)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the line under the mouse."""
        self.hovered = event.y + int(self.scroll_offset.y)
        self.refresh()

    def on_leave(self) -> None:
        """The mouse went away."""
        self.hovered = None

    def on_click(self, event: events.Click) -> None:
        """Choose the clicked line; open it when it was the chosen one already.

        With ctrl, or at its very beginning, it is marked instead.
        """
        place = event.y + int(self.scroll_offset.y)
        if place >= len(self._ids):
            return
        is_chosen = place == self.cursor
        self.cursor = place
        if event.ctrl or event.x < MARGIN:
            self.post_message(self.Marked(self._ids[place]))
        elif is_chosen and self.row is not None:
            self.post_message(self.Opened(self.row))
