"""How page 5 looks over the demo, as plain text, at three sizes in both languages.

When a look is meant to change:
UPDATE_LOOKS=1 .venv/bin/python -m pytest tests/tui/test_looks_insights.py
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from explog import locale
from tests.tui.demo_app import demo_app
from tests.tui.screens_shown import settled, shown

LOOKS = Path(__file__).parent / "looks"
SIZES = ((60, 20), (80, 24), (120, 40))
MENDING = "UPDATE_LOOKS=1 .venv/bin/python -m pytest tests/tui/test_looks_insights.py"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", locale.LANGUAGES)
async def test_insights_look_as_they_did(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    locale.speak(language)
    made = demo_app(tmp_path, language)
    async with made.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("5")
        await settled(pilot)
        await pilot.pause(0.2)
        await settled(pilot)
        now = shown(made)
    path = LOOKS / f"insights-{language}-{size[0]}x{size[1]}.txt"
    if os.environ.get("UPDATE_LOOKS"):
        path.write_text(now, encoding="utf-8")
    assert path.is_file(), f"no look yet; make it: {MENDING}"
    assert now == path.read_text(encoding="utf-8"), f"meant to change? {MENDING}"
