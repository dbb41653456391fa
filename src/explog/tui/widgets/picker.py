"""A question with given answers: one or several of them, side by side where there is room.

Where one answer is asked for, left and right pick it; where several are, they move and space picks.
Letters typed as a word pick while they begin an answer, delete takes the pick back, the mouse does
it all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from explog.tui.widgets.pieces import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.geometry import Size

BETWEEN = 3
"""Cells between two answers on one line."""

A_WORD = 1.0
"""Seconds after which a letter begins a new word."""

SIGNS = {False: ("○", "●"), True: ("□", "■")}
"""Not picked and picked; for one answer, for several."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Where one answer is drawn: from *column* on *line*, further lines below it."""

    line: int
    column: int
    parts: tuple[Content, ...]

    @property
    def width(self) -> int:
        """Its widest line, in cells."""
        return max(part.cell_length for part in self.parts)

    def holds(self, x: int, y: int) -> bool:
        """Whether the cell at *x*, *y* belongs to it."""
        return (
            self.line <= y < self.line + len(self.parts)
            and self.column <= x < self.column + self.width
        )


def lay(labels: Sequence[str], width: int) -> list[Laid]:
    """Where answers with these *labels* are drawn: flowing, or stacked when one is long."""
    shown = [said(text) for text in labels]
    is_long = any(text.cell_length + 2 > max(width // 2, 12) for text in shown) and len(shown) > 1
    found: list[Laid] = []
    line, column = 0, 0
    for text in shown:
        parts = tuple(text.wrap(max(1, width - 2)))
        taken = max(part.cell_length for part in parts) + 2
        if found and (is_long or column + taken > width):
            line, column = line + len(found[-1].parts), 0
        found.append(Laid(line, column, tuple(Content("  ") + part for part in parts)))
        column += taken + BETWEEN
    return found


class Picker(Widget, can_focus=True):
    """Given answers to pick from; ``chosen`` holds the values picked, in the order offered."""

    DEFAULT_CSS = """
    Picker { height: auto; width: 1fr; pointer: pointer; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "step(1)", show=False),
        Binding("left", "step(-1)", show=False),
        Binding("down", "line(1)", show=False),
        Binding("up", "line(-1)", show=False),
        Binding("space", "pick", show=False),
        Binding("enter", "take", show=False),
        Binding("delete,backspace", "clear", show=False),
    ]

    cursor: reactive[int | None] = reactive(None)
    """Which answer the arrows are on; None until an arrow was pressed and nothing is picked."""
    chosen: reactive[tuple[str, ...]] = reactive(())

    class Changed(Message):
        """A person picked something else."""

    class Moved(Message):
        """A person goes on to the next field (1) or back to the one before (-1)."""

        def __init__(self, step: int, *, by_enter: bool = False) -> None:
            """Keep which way, and whether it was by enter."""
            super().__init__()
            self.step = step
            self.by_enter = by_enter

    class Missed(Message):
        """Letters were typed that begin no answer."""

        def __init__(self, word: str) -> None:
            """Keep the *word*."""
            super().__init__()
            self.word = word

    def __init__(self, offered: Iterable[tuple[str, str]], *, many: bool = False) -> None:
        """Offer values with their labels; *many* when several may be picked."""
        super().__init__()
        self.offered = list(offered)
        self.many = many
        self._is_taken_back = False
        self.auto_links = False
        self._word, self._typed_at = "", 0.0
        self._spelt = ""
        self._before: tuple[tuple[str, ...], int | None] = ((), None)
        """What was picked, and where the cursor was, before the word."""

    def watch_chosen(self) -> None:
        """The cursor waits on what is picked."""
        if not self.many and self.chosen:
            self.cursor = next(
                (n for n, (value, _label) in enumerate(self.offered) if value in self.chosen), None
            )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the answers take."""
        laid = self._laid(width)
        return laid[-1].line + len(laid[-1].parts) if laid else 1

    def render(self) -> Content:
        """The answers with their signs."""
        laid = self._laid(self.content_size.width)
        lines: list[Content] = []
        for place, one in enumerate(laid):
            is_chosen = self.offered[place][0] in self.chosen
            style = "bold" if is_chosen else ""
            if self.has_focus and place == self.cursor:
                style = f"{style} on $cursor".strip()
            is_lost = self.has_focus and self.cursor is None and not self.chosen
            for row, part in enumerate(one.parts):
                while len(lines) <= one.line + row:
                    lines.append(Content())
                shown = Content(SIGNS[self.many][is_chosen] + part.plain[1:]) if not row else part
                shown = shown.stylize("bold $mark", 0, 1) if is_lost else shown
                before = Content(" " * (one.column - lines[one.line + row].cell_length))
                lines[one.line + row] = lines[one.line + row] + before + shown.stylize(style)
        return Content("\n").join(lines)

    def action_step(self, step: int) -> None:
        """Go to the answer beside, from nowhere to the first; where one is asked for, pick it."""
        if not self.offered:
            return
        self.cursor = 0 if self.cursor is None else (self.cursor + step) % len(self.offered)
        if not self.many:
            self._choose((self.offered[self.cursor][0],))

    def action_line(self, step: int) -> None:
        """Go to the answer below or above; past the ends, to the next field."""
        laid = self._laid(self.content_size.width)
        lines = sorted({one.line for one in laid})
        if self.cursor is None:
            if step > 0 and len(lines) > 1:
                self.cursor = 0
                return
        else:
            here = lines.index(laid[self.cursor].line) + step
            if 0 <= here < len(lines):
                beside = [n for n, one in enumerate(laid) if one.line == lines[here]]
                self.cursor = min(
                    beside, key=lambda n: abs(laid[n].column - laid[self.cursor or 0].column)
                )
                return
        self.post_message(self.Moved(step))

    def action_pick(self) -> None:
        """Pick the answer under the cursor; one of several picks is taken back the same way."""
        self.cursor = self.cursor or 0
        if self.many:
            self._toggle(self.cursor)
        elif self.offered:
            self._choose((self.offered[self.cursor][0],))

    def action_take(self) -> None:
        """Go on; first pick the answer under the cursor, of several only while none is picked.

        One of several that was just taken back is not picked again.
        """
        is_first = not self.chosen and not self._is_taken_back
        if self.cursor is not None and (is_first or not self.many):
            self._choose((self.offered[self.cursor][0],))
        self.post_message(self.Moved(1, by_enter=True))

    def action_clear(self) -> None:
        """Nothing is picked any more."""
        self.cursor = None
        self._choose(())

    def on_key(self, event: events.Key) -> None:
        """Letters in a row pick the answer that begins with them; a word that is none, nothing."""
        letter = (event.character or "").casefold()
        is_going_on = event.time - self._typed_at < A_WORD and bool(self._word)
        if not letter.isalnum() and not (letter == " " and is_going_on):
            return
        word = self._word + letter if is_going_on else letter
        is_same = len(set(word)) == 1 and not self._begin(word)
        begin = self._begin(letter if is_same else word)
        if letter == " " and not begin and self._begin(self._word):
            return  # the space picks
        if not is_going_on:
            self._before = self.chosen, self.cursor
        self._word, self._typed_at = word, event.time
        self._spelt = (self._spelt if is_going_on else "") + (event.character or "")
        if begin or len(word) > 1:
            event.stop()
            event.prevent_default()
            self._go_to(begin, is_next=len(word) == 1 or is_same)
        if not begin:
            self.post_message(self.Missed(self._spelt))

    def _begin(self, word: str) -> list[int]:
        """The answers that begin with *word*."""
        labels = [label.casefold() for _value, label in self.offered]
        return [n for n, label in enumerate(labels) if label.startswith(word)]

    def _go_to(self, places: list[int], *, is_next: bool) -> None:
        """Go to the first of *places* (the next one); where there is none, to what was before."""
        if not places:
            before, cursor = self._before
            self._choose(before)
            self.cursor = cursor
            return
        after = [n for n in places if is_next and self.cursor is not None and n > self.cursor]
        self.cursor = (after or places)[0]
        if not self.many and self.offered[self.cursor][0] not in self.chosen:
            self._toggle(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Pick what was clicked."""
        at = event.get_content_offset(self)
        if at is None:
            return
        laid = self._laid(self.content_size.width)
        place = next((n for n, one in enumerate(laid) if one.holds(at.x, at.y)), None)
        if place is not None:
            self.cursor = place
            self._toggle(place)

    def watch_cursor(self) -> None:
        """Another answer is under the cursor: that one was not taken back."""
        self._is_taken_back = False

    def on_focus(self) -> None:
        """The cursor appears."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor goes."""
        self.refresh()

    def _laid(self, width: int) -> list[Laid]:
        """Where each answer is drawn."""
        return lay([label for _value, label in self.offered], width or 80)

    def _toggle(self, place: int) -> None:
        """Pick the answer number *place*, or take it back."""
        value = self.offered[place][0]
        if value in self.chosen:
            self._choose(tuple(one for one in self.chosen if one != value))
            self._is_taken_back = True
        elif self.many:
            self._choose(tuple(one for one, _label in self.offered if one in {*self.chosen, value}))
        else:
            self._choose((value,))

    def _choose(self, values: tuple[str, ...]) -> None:
        """Pick *values* and say so."""
        if values != self.chosen:
            self.chosen = values
            self.post_message(self.Changed())


class RoomPicker(Picker):
    """Answers that a room agrees on: no letter picks one, for it may begin a note."""

    def on_key(self, event: events.Key) -> None:
        """Leave letters to the room."""
        event.prevent_default()
