"""How the experiment page and a form look, as plain text, at three sizes in both languages.

When a look is meant to change:
UPDATE_LOOKS=1 .venv/bin/python -m pytest tests/tui/test_looks_experiment.py
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from explog import locale
from explog.tui.screens.experiment import ExperimentScreen
from explog.tui.screens.form import FormScreen
from explog.tui.widgets.fields import Field
from explog.tui.widgets.leaves import Part
from tests.tui.host import ENDED, KEY, OBSERVED, PLANNED, Host, running, until
from tests.tui.screens_shown import shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

LOOKS = Path(__file__).parent / "looks"
MENDING = "UPDATE_LOOKS=1 .venv/bin/python -m pytest tests/tui/test_looks_experiment.py"
IS_UPDATING = bool(os.environ.get("UPDATE_LOOKS"))

SCREENS: dict[str, tuple[Callable[[], Screen[Any]], int, str]] = {
    "experiment-running": (lambda: ExperimentScreen(KEY), OBSERVED, "2026-02-09"),
    "experiment-review": (lambda: ExperimentScreen(KEY), ENDED, "2026-02-12"),
    "form-start": (lambda: FormScreen("start", KEY), PLANNED, "2025-12-15"),
}
"""Look → the screen, how much of the story was played, and the day."""


@pytest.mark.parametrize(
    "size", [(60, 20), (80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}"
)
@pytest.mark.parametrize("language", locale.LANGUAGES)
@pytest.mark.parametrize("look", SCREENS)
async def test_it_looks_as_it_did(
    tmp_path: Path, look: str, language: str, size: tuple[int, int]
) -> None:
    locale.speak(language)
    make, chapters, day = SCREENS[look]
    host = Host(tmp_path / "log.db", make(), chapters, date.fromisoformat(day))
    async with running(host, size) as pilot:
        await until(pilot, lambda: bool(host.screen.query(Part)) or bool(host.screen.query(Field)))
        await pilot.pause()
        await pilot.pause()
        now, path = shown(host), LOOKS / f"{look}-{language}-{size[0]}x{size[1]}.txt"
        if IS_UPDATING:
            path.write_text(now, encoding="utf-8")
        assert path.is_file(), f"no look yet; make it: {MENDING}"
        assert now == path.read_text(encoding="utf-8"), f"meant to change? {MENDING}"
