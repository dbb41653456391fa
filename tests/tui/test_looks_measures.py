"""How the grid, the notice and the run chart look, as plain text, at three sizes, in two languages.

When a look is meant to change:
UPDATE_LOOKS=1 .venv/bin/python -m pytest tests/tui/test_looks_measures.py
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Button

from explog import locale
from explog.domain.judging.notices import open_notices
from explog.tui.screens.experiment import ExperimentScreen
from explog.tui.screens.notice import NoticeScreen
from explog.tui.screens.observations import ObservationsScreen
from explog.tui.widgets.chart_view import RunChart
from explog.tui.widgets.sheet_view import SheetView
from tests.builders import START, Fields, experiment, ident, weekly
from tests.tui.host import KEY, OBSERVED, Host, running, until
from tests.tui.screens_shown import settled, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen
    from textual.widget import Widget

    from explog.domain.judging.notices import Notice

LOOKS = Path(__file__).parent / "looks"
MENDING = "UPDATE_LOOKS=1 .venv/bin/python -m pytest tests/tui/test_looks_measures.py"
IS_UPDATING = bool(os.environ.get("UPDATE_LOOKS"))

SCREENS: dict[str, tuple[Callable[[], Screen[Any]], int, str, type[Widget], tuple[str, ...]]] = {
    "observations": (
        lambda: ObservationsScreen(KEY), OBSERVED, "2026-02-09", SheetView, (*"x", "enter", *"99"),
    ),
    "notice": (lambda: NoticeScreen(_notice()), OBSERVED, "2026-02-09", Button, ()),
    "run-chart": (lambda: ExperimentScreen(KEY), OBSERVED, "2026-02-09", RunChart, ("d", "left")),
}  # fmt: skip
"""Look → the screen, how much of the story was played, the day, what must be there, and keys."""


def _notice() -> Notice:
    """A measurement that meets a stop criterion."""
    criterion: Fields = {
        "text": "Missing items over 9",
        "measure": ident("measures 1"),
        "comparator": ">",
        "number": 9,
    }
    one = experiment("running", stop_criteria=[criterion], observations=[*weekly(START, 10)])
    return open_notices(one)[0]


@pytest.mark.parametrize(
    "size", [(60, 20), (80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}"
)
@pytest.mark.parametrize("language", locale.LANGUAGES)
@pytest.mark.parametrize("look", SCREENS)
async def test_it_looks_as_it_did(
    tmp_path: Path, look: str, language: str, size: tuple[int, int]
) -> None:
    locale.speak(language)
    make, chapters, day, wanted, keys = SCREENS[look]
    host = Host(tmp_path / "log.db", make(), chapters, date.fromisoformat(day))
    async with running(host, size) as pilot:
        await until(pilot, lambda: bool(host.screen.query(wanted)))
        await settled(pilot)
        await pilot.press(*keys)
        await settled(pilot)
        now, path = shown(host), LOOKS / f"{look}-{language}-{size[0]}x{size[1]}.txt"
        if IS_UPDATING:
            path.write_text(now, encoding="utf-8")
        assert path.is_file(), f"no look yet; make it: {MENDING}"
        assert now == path.read_text(encoding="utf-8"), f"meant to change? {MENDING}"
