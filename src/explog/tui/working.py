"""Work that takes a while, on a page that a person may leave meanwhile."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import textual
from textual.app import ScreenError
from textual.css.query import NoMatches
from textual.dom import DOMNode, NoScreen
from textual.widget import MountError

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from textual.widget import Widget
    from textual.worker import Worker

GONE = (NoMatches, NoScreen, ScreenError, MountError)
"""What is raised by work on a page whose parts are gone."""

Node = TypeVar("Node", bound=DOMNode)
Given = ParamSpec("Given")
Found = TypeVar("Found")


def work(
    *, group: str, exclusive: bool = False
) -> Callable[
    [Callable[Concatenate[Node, Given], Coroutine[None, None, Found]]],
    Callable[Concatenate[Node, Given], Worker[Found | None]],
]:
    """Run a method beside everything else, as ``textual.work`` does.

    When the page or the program closes before it is done, it ends without a word: what it wanted
    to show has no place any more.

    Args:
        group: What it is for.
        exclusive: Whether it takes the place of what runs in the same group.
    """

    def made(
        method: Callable[Concatenate[Node, Given], Coroutine[None, None, Found]],
    ) -> Callable[Concatenate[Node, Given], Worker[Found | None]]:
        @wraps(method)
        async def until_it_is_left(
            self: Node, /, *args: Given.args, **named: Given.kwargs
        ) -> Found | None:
            try:
                return await method(self, *args, **named)
            except GONE:
                if self.is_running:
                    raise
                return None

        return textual.work(until_it_is_left, group=group, exclusive=exclusive)

    return made


def once_laid_out(page: Widget, show: Callable[[], object]) -> None:
    """Call *show* after the next repaint, unless *page* is being taken down by then."""
    page.call_after_refresh(lambda: page.display and show())
