"""The list of lessons in their groups: only what is in sight is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.visual import Visual

from explog.domain.naming.labels import glyph, label
from explog.domain.naming.vocabulary_learning import LessonStatus
from explog.locale import ngettext
from explog.tui.widgets.list_keys import KEYS
from explog.tui.widgets.pieces import GAP, padded, run, said, word
from explog.tui.widgets.signs import tone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from textual import events
    from textual.binding import BindingType
    from textual.strip import Strip

    from explog.domain.lists.lessons import Group, Lesson

SURE_FROM = 72
"""From this width on the line says how sure the lesson is."""

MOST_SURE = 5
"""Marks there are for how sure a lesson is."""

STATUS_TONES = {"confirmed": "$worked", "contradicted": "$no-net", "outdated": "$quiet"}
"""Status of a lesson → its tone; an open one is not told."""


class LessonList(ScrollView, can_focus=True):
    """Titles and lessons under them; the cursor stands on lessons only."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    cursor: reactive[int] = reactive(0)
    """Which lesson is chosen, counted without the titles."""
    hovered: reactive[int | None] = reactive(None)
    """Which line the mouse is over."""

    class Chosen(Message):
        """The cursor stands on another lesson, or on none."""

        def __init__(self, lesson: Lesson | None) -> None:
            """Keep the *lesson*."""
            super().__init__()
            self.lesson = lesson

    class Opened(Message):
        """A person wants to see where a lesson is from."""

        def __init__(self, lesson: Lesson) -> None:
            """Keep the *lesson*."""
            super().__init__()
            self.lesson = lesson

    def __init__(self) -> None:
        """Begin without lines."""
        super().__init__()
        self.auto_links = False
        self._lines: list[tuple[Group, Lesson | None]] = []
        """The group, and the lesson; None for the group's title."""
        self._places: list[int] = []
        """The line of each lesson."""
        self._key = 0

    @property
    def lesson(self) -> Lesson | None:
        """The chosen lesson."""
        if self.cursor >= len(self._places):
            return None
        return self._lines[self._places[self.cursor]][1]

    def show(self, groups: Sequence[Group]) -> None:
        """Show *groups*; the cursor stays on its lesson if it is there."""
        before = self.lesson.id if self.lesson else None
        self._lines = [(group, one) for group in groups for one in (None, *group.lessons)]
        self._places = [n for n, (_group, lesson) in enumerate(self._lines) if lesson]
        every = [lesson for group in groups for lesson in group.lessons]
        self._key = max((len(lesson.ref) for lesson in every), default=0)
        self.virtual_size = Size(self.size.width, len(self._lines))
        place = next((n for n, lesson in enumerate(every) if lesson.id == before), 0)
        self.set_reactive(LessonList.cursor, place)
        self._see_cursor()
        self.refresh()
        self.post_message(self.Chosen(self.lesson))

    def render_line(self, y: int) -> Strip:
        """The line that is *y* below the top of what is in sight."""
        place = y + int(self.scroll_offset.y)
        width = self.size.width
        line = self._line(place, width) if place < len(self._lines) else Content(" " * width)
        if self._places and place == self._places[self.cursor]:
            line = line.stylize("bold on $cursor" if self.has_focus else "on $cursor")
        elif place == self.hovered and place in self._places:
            line = line.stylize("on $hover")
        return Visual.to_strips(self, line, width, 1, self.visual_style, pad=True)[0]

    def _line(self, place: int, width: int) -> Content:
        """A title with its count, or a lesson."""
        group, lesson = self._lines[place]
        if lesson is None:
            name = group.title[:1].upper() + group.title[1:]
            title = run(" ", said(name, "bold"), word(f" · {len(group.lessons)}", "$quiet"))
            return padded(title, width)
        sure = [word(_sure(lesson), "$quiet")] if width >= SURE_FROM and lesson.evidence else []
        end = word(" " * GAP).join([part for part in (_standing(lesson), *sure) if part])
        sign = word(glyph(lesson.state, lesson.outcome), tone(lesson.state, lesson.outcome))
        head = run("   ", sign, " ", padded(said(lesson.ref, "bold"), self._key), " " * GAP)
        room = max(0, width - head.cell_length - end.cell_length - 2 * GAP)
        return padded(run(head, padded(said(lesson.we_learned), room), " " * GAP, end), width)

    def watch_cursor(self, before: int, now: int) -> None:
        """Keep the chosen line in sight; of the others none changes."""
        self._see_cursor()
        for place in (before, now):
            if place < len(self._places):
                self.refresh_line(self._places[place])
        self.post_message(self.Chosen(self.lesson))

    def watch_has_focus(self, _is: bool) -> None:
        """Draw the cursor as it is now."""
        self.refresh()

    def _see_cursor(self) -> None:
        """Scroll to the chosen line, with the title above the first one of a group."""
        if self._places:
            line = self._places[self.cursor]
            is_first = line > 0 and self._lines[line - 1][1] is None
            self.scroll_to_region(Region(0, line - is_first, 1, 1 + is_first), animate=False)

    def action_step(self, step: int) -> None:
        """Choose the lesson above or below."""
        self.cursor = max(0, min(self.cursor + step, len(self._places) - 1))

    def action_leap(self, way: int) -> None:
        """Choose a lesson a page further."""
        self.action_step(way * max(1, self.size.height - 2))

    def action_edge(self, which: int) -> None:
        """Choose the first or the last lesson."""
        self.cursor = 0 if which == 0 else max(0, len(self._places) - 1)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the line under the mouse."""
        self.hovered = event.y + int(self.scroll_offset.y)

    def on_leave(self) -> None:
        """The mouse went away."""
        self.hovered = None

    def on_click(self, event: events.Click) -> None:
        """Choose the clicked lesson; open it when it was the chosen one already."""
        place = event.y + int(self.scroll_offset.y)
        if place not in self._places:
            return
        chosen = self._places.index(place)
        if chosen == self.cursor and self.lesson is not None:
            self.post_message(self.Opened(self.lesson))
        self.cursor = chosen


def _sure(lesson: Lesson) -> str:
    """How sure it is, as marks: three of five are ``●●●○○``."""
    sure = lesson.evidence or 0
    return "●" * sure + "○" * (MOST_SURE - sure)


def _standing(lesson: Lesson) -> Content:
    """Whether it was spoken against or confirmed, else how often it was used."""
    if lesson.status in STATUS_TONES:
        return word(label(LessonStatus(lesson.status)), STATUS_TONES[lesson.status])
    count = len(lesson.used_by)
    if not count:
        return word("")
    return word(ngettext("used {n}×", "used {n}×", count).format(n=count), "$mark")
