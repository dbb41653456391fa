"""A show of hands: one count for each answer, never a person.

Up and down choose the answer, right and left (or + and -) count, digits write the number. The
mouse does the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
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
        counts: Mapping[str, int] | None = None,
        *,
        least: int = 0,
        are_dots: bool = False,
    ) -> None:
        """Count for each of *offered* (value and label).

        Args:
            offered: The answers.
            counts: What was counted before.
            least: Fewer hands than this together are not kept; said below while it is so.
            are_dots: Whether dots are counted instead of hands.
        """
        super().__init__()
        self.auto_links = False
        self.offered = list(offered)
        self.least = least
        self._are_dots = are_dots
        self._is_afresh = True
        self.set_reactive(Hands.counts, {v: n for v, n in (counts or {}).items() if n})

    @property
    def total(self) -> int:
        """All hands."""
        return sum(self.counts.values())

    @property
    def is_enough(self) -> bool:
        """Whether there are so many that the counts point at nobody."""
        return self.total >= self.least

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """One line for each answer and one for all."""
        return len(self.offered) + 1

    def render(self) -> Content:
        """Label, count and bar of each answer."""
        name = self._name_width()
        lines = []
        for row, (value, label) in enumerate(self.offered):
            count = self.counts.get(value, 0)
            is_here = self.has_focus and row == self.cursor
            line = run(
                padded(said(label, "bold" if is_here else ""), name),
                word(_LESS, "$quiet"),
                word(f"{count:>{_COUNT}}", "bold"),
                word(_MORE, "$quiet"),
                "  ",
                word("█" * min(count, _BAR), "$running"),
            )
            lines.append(line.stylize("on $cursor", 0, name + 7) if is_here else line)
        lines.append(self._all())
        return Content("\n").join(lines)

    def _all(self) -> Content:
        """How many hands, or that they are too few."""
        if 0 < self.total < self.least:
            few = _("{n} of at least {least}: fewer hands would point at someone, so none are kept")
            return word(few.format(n=self.total, least=self.least), "$no-net")
        told = ngettext("{n} hand", "{n} hands", self.total)
        if self._are_dots:
            told = ngettext("{n} dot", "{n} dots", self.total)
        return word(told.format(n=self.total), "$quiet")

    def _name_width(self) -> int:
        """Cells for the labels."""
        widest = max((said(label).cell_length for _value, label in self.offered), default=0)
        return min(widest, max(8, self.content_size.width - 9)) + 2

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
        if at is None or at.y >= len(self.offered):
            return
        self.cursor = at.y
        name = self._name_width()
        if at.x >= name:
            self.action_count(-1 if at.x < name + len(_LESS) else 1)

    def on_focus(self) -> None:
        """The cursor appears."""
        self._is_afresh = True
        self.refresh()

    def on_blur(self) -> None:
        """The cursor goes."""
        self.refresh()

    def _here(self) -> int:
        """The count of the answer the cursor is on."""
        return self.counts.get(self.offered[self.cursor][0], 0)

    def _set(self, count: int) -> None:
        """Count *count* hands for the answer the cursor is on."""
        value = self.offered[self.cursor][0]
        kept = {**self.counts, value: max(0, min(MOST, count))}
        kept = {name: number for name, number in kept.items() if number}
        if kept != self.counts:
            self.counts = kept
            self.post_message(self.Changed(self))
