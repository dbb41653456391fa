"""The widgets of an experiment's page: parts, lines to open, the chart, the box *Next*."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from explog.locale import _, ngettext
from explog.tui.widgets.pieces import run, said, word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from explog.tui.next_steps import NextStep


class Part(Static):
    """A title and its lines."""

    DEFAULT_CSS = "Part { height: auto; width: 1fr; }"

    def __init__(self, title: str, lines: Sequence[Content]) -> None:
        """Show *lines* below *title*; a title alone stands close to what follows."""
        head = Content("\n").join([word(title, "bold $mark"), *lines])
        super().__init__(head, classes="" if lines else "-tight")


class Leaf(Static, can_focus=True):
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
        super().__init__(content)
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


class NextBox(OptionList):
    """The one next step, other ways on, and what is missing; enter opens exactly that."""

    DEFAULT_CSS = """
    NextBox {
        height: auto;
        max-height: 9;
        border: round $rim;
        background: $background;
        padding: 0 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        scrollbar-size-vertical: 1;

        &:focus {
            border: round $mark;
            background: $background;
            background-tint: transparent;
        }
        & > .option-list--option { padding: 0; }
        & > .option-list--option-hover { background: $hover; }
        & > .option-list--option-highlighted {
            background: $background;
            color: $foreground;
            text-style: none;
        }
        &:focus > .option-list--option-highlighted {
            background: $hover;
            color: $foreground;
            text-style: none;
        }
    }
    """

    class Leaving(Message):
        """A person went past an end of the list: 1 below, -1 above."""

        def __init__(self, step: int) -> None:
            """Keep which way."""
            super().__init__()
            self.step = step

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(id="next", markup=False)
        self.steps: Sequence[NextStep] = ()
        self.border_title = Content(_("Next"))

    def show(self, steps: Sequence[NextStep]) -> None:
        """Show *steps*, the first one highlighted."""
        self.steps = steps
        self.clear_options()
        self.add_options(
            [Option(_line(step, is_first=not place)) for place, step in enumerate(steps)]
        )
        self.highlighted = 0 if steps else None
        count = sum(step.is_missing for step in steps)
        told = ngettext("{n} is missing", "{n} are missing", count).format(n=count)
        self.border_subtitle = Content(told if count else "")

    def action_cursor_down(self) -> None:
        """Past the last line, the page scrolls."""
        if self.highlighted is None or self.highlighted + 1 >= self.option_count:
            self.post_message(self.Leaving(1))
        else:
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """A page that was scrolled comes back first."""
        self.post_message(self.Leaving(-1))


def _line(step: NextStep, *, is_first: bool) -> Content:
    """One line of the box."""
    if step.is_missing:
        return run(
            word("  · ", "$no-net"),
            said(step.words),
            said(f"  {step.about}" if step.about else "", "$quiet"),
        )
    sign = word("▸ ", "$mark") if is_first else word("  ")
    return run(
        sign, said(step.words, "bold"), said(f"  {step.about}" if step.about else "", "$quiet")
    )
