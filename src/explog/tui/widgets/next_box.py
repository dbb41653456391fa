"""The box *Next* on an experiment's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from explog.locale import _, ngettext
from explog.tui.widgets.pieces import run, said, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explog.tui.next_steps import NextStep

LEAST = 5
"""Lines the box has at least, its rim among them."""


class NextBox(OptionList, inherit_bindings=False):
    """The one next step, other ways on, and what is missing; enter opens exactly that.

    It takes the arrows and enter only: whatever else moves about moves the page.
    """

    DEFAULT_CSS = """
    NextBox {
        height: auto;
        max-height: 34vh;
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

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "cursor_down", show=False),
        Binding("up,k", "cursor_up", show=False),
        Binding("enter", "select", show=False),
    ]

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
        self._lit: int | None = None  # the line that has the sign

    def show(self, steps: Sequence[NextStep]) -> None:
        """Show *steps*, the first one highlighted."""
        self.steps = steps
        self.clear_options()
        self.add_options(
            [Option(_line(step, is_lit=not place)) for place, step in enumerate(steps)]
        )
        self._lit = self.highlighted = 0 if steps else None

    def fit(self, lines: int, below: str) -> None:
        """Take at most *lines*, its rim among them; say on the rim how to go on *below*."""
        self.styles.max_height = max(LEAST, lines)
        count = sum(step.is_missing for step in self.steps)
        told = ngettext("{n} is missing", "{n} are missing", count).format(n=count)
        self.border_subtitle = Content(" · ".join(part for part in (count and told, below) if part))

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Let the sign go with the highlight."""
        super().watch_highlighted(highlighted)
        for place in {self._lit, highlighted}:
            if place is not None and place < self.option_count:
                line = _line(self.steps[place], is_lit=place == highlighted)
                self.replace_option_prompt_at_index(place, line)
        self._lit = highlighted

    def action_cursor_down(self) -> None:
        """Past the last line, the page scrolls."""
        if self.highlighted is None or self.highlighted + 1 >= self.option_count:
            self.post_message(self.Leaving(1))
        else:
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """A page that was scrolled comes back first."""
        self.post_message(self.Leaving(-1))


def _line(step: NextStep, *, is_lit: bool) -> Content:
    """One line of the box; what is missing stands a little in."""
    return run(
        word("▸ " if is_lit else "  ", "$mark"),
        word("· ", "$no-net") if step.is_missing else "",
        said(step.words, "" if step.is_missing else "bold"),
        said(f"  {step.about}" if step.about else "", "$quiet"),
    )
