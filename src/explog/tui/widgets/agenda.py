"""Where a meeting is: the steps with their minutes; in a narrow room the present one alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from explog.locale import _
from explog.tui.widgets.pieces import ends, run, said, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events


class Entry(NamedTuple):
    """One line of the agenda."""

    title: str
    minutes: int
    is_done: bool


class AgendaColumn(Static):
    """The steps below each other; a click goes to one."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "AgendaColumn { height: auto; pointer: pointer; }"

    class Chosen(Message):
        """A person goes to a step."""

        def __init__(self, place: int) -> None:
            """Keep its place."""
            super().__init__()
            self.place = place

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._entries: Sequence[Entry] = ()
        self._here = 0
        self._rows: list[int] = []

    def show(self, entries: Sequence[Entry], here: int) -> None:
        """Show *entries*, the one at *here* as the present."""
        self._entries, self._here = entries, here
        self._draw()

    def on_resize(self) -> None:
        """Draw for the room there is."""
        self._draw()

    def on_click(self, event: events.Click) -> None:
        """Go to the step that was clicked."""
        at = event.get_content_offset(self)
        if at is not None and 0 <= at.y < len(self._rows):
            self.post_message(self.Chosen(self._rows[at.y]))

    def _draw(self) -> None:
        """Lay the lines out at the width there is."""
        width = self.content_size.width
        if not self._entries or not width:
            return
        lines: list[Content] = []
        self._rows = []
        for place in range(len(self._entries)):
            new = self._entry(place, width)
            lines += new
            self._rows += [place] * len(new)
        self.update(Content("\n").join(lines))

    def _entry(self, place: int, width: int) -> list[Content]:
        """One step in as many lines as its title takes."""
        title, minutes, is_done = self._entries[place]
        is_here = place == self._here
        style = "bold $foreground" if is_here else "$quiet"
        sign = word("▸ ", "bold $mark") if is_here else word("✓ " if is_done else "  ", "$worked")
        parts = said(title, style).wrap(max(8, width - 6))
        first = ends(run(sign, parts[0]), word(f"{minutes}′", style), width)
        return [first, *(run("  ", part) for part in parts[1:])]


def in_one_line(entries: Sequence[Entry], here: int) -> Content:
    """Where the meeting is, for a narrow room."""
    told = _("{n} of {all}").format(n=here + 1, all=len(entries))
    return run(word(told, "$quiet"), word(" · ", "$quiet"), said(entries[here].title, "bold"))
