"""The widgets of an experiment's page: parts, lines to open, lines to unfold."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from explog.tui.widgets.pieces import run, word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events


HANGING = 2
"""Cells by which what does not fit on a line stands in on the next."""


class Hung(Static):
    """Lines of which each that is too long goes on below its beginning, a little in."""

    DEFAULT_CSS = "Hung { height: auto; width: 1fr; }"

    def __init__(self, lines: Sequence[Content], classes: str = "") -> None:
        """Show *lines*."""
        self._lines = [one for line in lines for one in line.split("\n", allow_blank=True)]
        self._width = 0
        super().__init__(Content("\n").join(self._lines), classes=classes)

    def on_resize(self, event: events.Resize) -> None:
        """Fold the lines anew for the room there is."""
        if event.size.width != self._width:
            self._width = event.size.width
            folded = (part for line in self._lines for part in hung(line, self._width))
            self.update(Content("\n").join(folded))


class Part(Hung):
    """A title and its lines."""

    def __init__(self, title: str, lines: Sequence[Content]) -> None:
        """Show *lines* below *title*; a title alone stands close to what follows."""
        head = [word(title, "bold $mark")] if title else []
        super().__init__([*head, *lines], classes="" if lines else "-tight")


def hung(line: Content, width: int) -> list[Content]:
    """*line* in as many lines of *width* cells as it takes, all but the first a little in."""
    first, *rest = line.wrap(max(1, width))
    if not rest or width <= 2 * HANGING:
        return [first, *rest]
    left = line[len(first.plain) :]
    left = left[len(left.plain) - len(left.plain.lstrip()) :]
    return [first, *(run(" " * HANGING, part) for part in left.wrap(width - HANGING))]


class Leaf(Hung, can_focus=True):
    """A line that enter or a click opens, to change the element it stands for."""

    DEFAULT_CSS = """
    Leaf {
        height: auto;
        width: 1fr;
        pointer: pointer;
        &:hover { background: $hover; }
        &:focus { background: $hover; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "open", show=False)]

    class Opened(Message):
        """A person wants to change an element."""

        def __init__(self, act: str, element: str) -> None:
            """Keep the *act* that asks for it and the *element*'s id."""
            super().__init__()
            self.act = act
            self.element = element

    def __init__(self, content: Content, act: str, element: str) -> None:
        """Show *content*; opening it asks as *act* does about *element*."""
        super().__init__([content])
        self._act = act
        self._element = element

    def action_open(self) -> None:
        """Open it."""
        self.post_message(self.Opened(self._act, self._element))

    def on_click(self) -> None:
        """Open it."""
        self.action_open()


class Folded(Static, can_focus=True):
    """What is left out until a person asks for it: a line that enter or a click unfolds."""

    DEFAULT_CSS = Leaf.DEFAULT_CSS.replace("Leaf", "Folded")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "unfold", show=False)]

    def __init__(self, words: str, make: Callable[[], Sequence[Widget]]) -> None:
        """Say *words*; unfolding shows what *make* gives instead."""
        super().__init__(word(f"▸ {words}", "$mark"))
        self._make = make

    async def action_unfold(self) -> None:
        """Show the rest, the cursor on its first line."""
        column = self.parent
        if not isinstance(column, Widget):
            return
        rest = self._make()
        async with self.batch():
            await column.mount_all(rest, after=self)
            await self.remove()
        for one in rest[:1]:
            one.focus()

    async def on_click(self) -> None:
        """Show the rest."""
        await self.action_unfold()
