"""The pages behind the Overview: each made when it is first shown, and kept with what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen


def _experiments() -> Screen[None]:
    """Page 2."""
    from explog.tui.screens.experiments import ExperimentsScreen

    return ExperimentsScreen()


def _lessons() -> Screen[None]:
    """Page 3."""
    from explog.tui.screens.lessons import LessonsScreen

    return LessonsScreen()


def _reviews() -> Screen[None]:
    """Page 4."""
    from explog.tui.screens.reviews import ReviewsScreen

    return ReviewsScreen()


def _insights() -> Screen[None]:
    """Page 5."""
    from explog.tui.screens.insights import InsightsScreen

    return InsightsScreen()


MADE: dict[str, Callable[[], Screen[None]]] = {
    "experiments": _experiments,
    "lessons": _lessons,
    "reviews": _reviews,
    "insights": _insights,
}
"""The name of a page, as in ``app.page('…')``, and how it is made."""
