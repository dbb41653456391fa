"""Arrows on a page of lines and text: to the next line that can be chosen, or scroll to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.containers import VerticalScroll
    from textual.widget import Widget

LINES = 3
"""How far a page scrolls where the next line is out of sight."""


def step_in(page: VerticalScroll, step: int) -> None:
    """Mark the next thing of *page* (1) or the one before (-1).

    Where it is out of sight, or there is none, the page scrolls towards it, so that nobody jumps
    over a text that was not read.
    """
    places = [one for one in page.query("*") if one.can_focus and one.display]
    here = _here(page, places)
    following = (here + step) if here is not None else (0 if step > 0 else len(places) - 1)
    if 0 <= following < len(places) and _is_near(page, places[following], step):
        page.screen.set_focus(places[following])
    else:
        page.scroll_relative(y=step * LINES, animate=False)


def _here(page: VerticalScroll, places: list[Widget]) -> int | None:
    """The place of the marked thing in *places*."""
    marked = page.screen.focused
    return next((n for n, one in enumerate(places) if one is marked), None)


def _is_near(page: VerticalScroll, one: Widget, step: int) -> bool:
    """Whether *one* can be seen, or begins within a few lines of what can."""
    seen, its = page.content_region, one.region
    return its.y < seen.bottom + LINES if step > 0 else its.bottom > seen.y - LINES


def edge_in(page: VerticalScroll, end: int) -> None:
    """Mark the first thing of *page* (0) or the last (-1)."""
    places = [one for one in page.query("*") if one.can_focus and one.display]
    if places:
        page.screen.set_focus(places[end])
    if end:
        page.scroll_end(animate=False)
    else:
        page.scroll_home(animate=False)
