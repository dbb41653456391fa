"""A show of hands: one count for each answer, never a person.

Up and down choose the answer, right and left (or + and -) count, digits write the number. The
mouse does the same.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from explog.locale import _, ngettext
from explog.tui.widgets.pieces import padded, run, said, word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events
    from textual.geometry import Size

MOST = 999
"""Hands counted for one answer at most."""

_LESS, _MORE = "‹ ", " ›"
_COUNT = 3
_BAR = 30
_AT_LEAST = {"1-2": 1, "3+": 3}
"""How many a band stands for at the least."""


class Hands(Widget, can_focus=True):
    """Answers with their counts; ``counts`` holds them by value."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Hands { height: auto; width: 1fr; pointer: pointer; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "row(1)", show=False),
        Binding("up", "row(-1)", show=False),
        Binding("right,plus", "count(1)", show=False),
        Binding("left,minus", "count(-1)", show=False),
        Binding("backspace,delete", "shorten", show=False),
    ]

    cursor: reactive[int] = reactive(0)
    """Which answer the keys count for."""
    counts: reactive[dict[str, int]] = reactive(dict, layout=True)
    """Value → hands; an answer that nobody chose is not there."""

    class Changed(Message):
        """Somebody counted."""

        def __init__(self, hands: Hands) -> None:
            """Keep the *hands*."""
            super().__init__()
            self.hands = hands

    class Moved(Message):
        """A person goes past the last answer (1) or before the first (-1)."""

        def __init__(self, step: int) -> None:
            """Keep which way."""
            super().__init__()
            self.step = step

    def __init__(
        self,
        offered: Sequence[tuple[str, str]],
        kept: Mapping[str, int | str] | None = None,
        *,
        least: int = 0,
        most: int | None = None,
        are_dots: bool = False,
    ) -> None:
        """Count for each of *offered* (value and label).

        Args:
            offered: The answers.
            kept: What was counted before, as a band (``1-2``) where only that is known.
            least: Fewer hands than this together are not kept; said below while it is so.
            most: How many there are altogether, where that is known; more cannot be counted.
            are_dots: Whether dots are counted instead of hands.
        """
        super().__init__()
        self.auto_links = False
        self.offered = list(offered)
        self.least = least
        self.most = most
        self.bands = {v: n for v, n in (kept or {}).items() if isinstance(n, str)}
        """Value → band of the answers of which no more is known."""
        self.is_waiting = False
        """Whether somebody counted and nothing of it is in the log yet."""
        self._are_dots = are_dots
        self._is_afresh = True
        self._is_full = False
        counts = {v: n for v, n in (kept or {}).items() if isinstance(n, int) and n}
        self.set_reactive(Hands.counts, counts)

    def recall(self, counts: Mapping[str, int]) -> None:
        """Show *counts* that were made before."""
        self.bands = {value: band for value, band in self.bands.items() if value not in counts}
        self.counts = {value: n for value, n in {**self.counts, **counts}.items() if n}

    @property
    def known(self) -> dict[str, int]:
        """The count of every answer, 0 too, except those of which only a band is known."""
        return {v: self.counts.get(v, 0) for v, _label in self.offered if v not in self.bands}

    @property
    def total(self) -> int:
        """All hands; where a band is kept, its least."""
        return sum(self.counts.values()) + sum(_AT_LEAST[band] for band in self.bands.values())

    @property
    def is_enough(self) -> bool:
        """Whether there are so many that the counts point at nobody."""
        return self.total >= self.least

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """The lines of each answer and one for all."""
        return sum(map(len, self._names(width))) + 1

    def render(self) -> Content:
        """Label, count and bar of each answer."""
        width = self.content_size.width
        cells = self._name_width(width)
        bar = min(_BAR, max(0, width - cells - len(_LESS) - _COUNT - len(_MORE) - 2))
        lines = []
        for row, names in enumerate(self._names(width)):
            value = self.offered[row][0]
            count = self.counts.get(value, 0)
            is_here = self.has_focus and row == self.cursor
            line = run(
                padded(names[0].stylize("bold") if is_here else names[0], cells),
                word(_LESS, "$quiet"),
                word(f"{self.bands.get(value, count):>{_COUNT}}", "bold"),
                word(_MORE, "$quiet"),
                "  ",
                word("█" * min(count, bar), "$running"),
            )
            lines.append(line.stylize("on $cursor", 0, cells + 7) if is_here else line)
            lines += [padded(name, cells) for name in names[1:]]
        lines.append(self._all())
        return Content("\n").join(lines)

    def _names(self, width: int) -> list[list[Content]]:
        """Each label in as many lines as it takes."""
        cells = self._name_width(width) - 2
        return [said(label).wrap(cells) or [Content()] for _value, label in self.offered]

    def _all(self) -> Content:
        """How many hands, or that they are too few."""
        if 0 < self.total < self.least:
            few = _("{n} of at least {least}: fewer hands would point at someone, so none are kept")
            return word(few.format(n=self.total, least=self.least), "$no-net")
        told = ngettext("{n} hand", "{n} hands", self.total)
        if self._are_dots:
            told = ngettext("{n} dot", "{n} dots", self.total)
        told = told.format(n=self.total)
        if self.most is None:
            return word(told, "$quiet")
        left = max(0, self.most - self.total)
        more = _("of {most}, {left} left").format(most=self.most, left=left)
        return word(f"{told} {more}", "bold $no-net" if self._is_full else "$quiet")

    def _name_width(self, width: int) -> int:
        """Cells for the labels and the gap behind them, on *width* cells."""
        widest = max((said(label).cell_length for _value, label in self.offered), default=0)
        return min(widest, max(8, width - 9)) + 2

    def action_row(self, step: int) -> None:
        """To the next answer or the one before; past the ends, on."""
        place = self.cursor + step
        self._is_afresh = True
        if 0 <= place < len(self.offered):
            self.cursor = place
        else:
            self.post_message(self.Moved(step))

    def action_count(self, step: int) -> None:
        """One hand more or less."""
        self._is_afresh = True
        self._set(self._here() + step)

    def action_shorten(self) -> None:
        """Take the last digit away."""
        self._set(self._here() // 10)

    def on_key(self, event: events.Key) -> None:
        """A digit writes the number."""
        if event.character is not None and event.character in "0123456789":
            event.stop()
            before = 0 if self._is_afresh else self._here()
            self._is_afresh = False
            self._set(before * 10 + int(event.character))

    def on_click(self, event: events.Click) -> None:
        """Left of the number one less, on it or right of it one more."""
        at = event.get_content_offset(self)
        width = self.content_size.width
        rows = [row for row, names in enumerate(self._names(width)) for _line in names]
        if at is None or at.y >= len(rows):
            return
        self.cursor = rows[at.y]
        name = self._name_width(width)
        if at.x >= name:
            self.action_count(-1 if at.x < name + len(_LESS) else 1)

    def on_focus(self) -> None:
        """The cursor appears."""
        self._is_afresh = True
        self.refresh()

    def on_blur(self) -> None:
        """The cursor goes."""
        self.refresh()

    def below(self, line: int) -> int:
        """How many answers end below *line* of the screen."""
        ends = accumulate(map(len, self._names(self.content_size.width)))
        return sum(self.content_region.y + end > line for end in ends)

    def watch_cursor(self) -> None:
        """Keep the answer in sight, and the sum below the last one."""
        page = next((one for one in self.ancestors if isinstance(one, ScrollableContainer)), None)
        if page is None or not self.is_attached:
            return
        names = self._names(self.content_size.width)
        above = sum(map(len, names[: self.cursor]))
        lines = len(names[self.cursor]) + (self.cursor == len(names) - 1)
        top = self.content_region.y - page.content_region.y + page.scroll_offset.y + above
        page.scroll_to_region(Region(0, top, 1, lines), animate=False)

    def _here(self) -> int:
        """The count of the answer the cursor is on; the least where a band is kept."""
        value = self.offered[self.cursor][0]
        band = self.bands.get(value)
        return _AT_LEAST[band] if band else self.counts.get(value, 0)

    def _set(self, count: int) -> None:
        """Count *count* hands for the answer the cursor is on, where there are so many."""
        value = self.offered[self.cursor][0]
        count = max(0, min(MOST, count))
        all_then = self.total - self._here() + count
        self._is_full = self.most is not None and all_then > max(self.most, self.total)
        self.refresh()
        if self._is_full or (value not in self.bands and count == self.counts.get(value, 0)):
            return
        self.bands.pop(value, None)
        self.counts = {name: n for name, n in {**self.counts, value: count}.items() if n}
        self.is_waiting = True
        self.post_message(self.Changed(self))
