"""How the pages look, as plain text, at three sizes in both languages.

When a look is meant to change: UPDATE_LOOKS=1 .venv/bin/python -m pytest tests/tui/test_looks.py
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from explog import locale
from tests.tui.fake import FakeLibrary, app, demo
from tests.tui.screens_shown import settled, shown

LOOKS = Path(__file__).parent / "looks"
SIZES = ((60, 20), (80, 24), (120, 40))
MENDING = "UPDATE_LOOKS=1 .venv/bin/python -m pytest tests/tui/test_looks.py"
IS_UPDATING = bool(os.environ.get("UPDATE_LOOKS"))

PAGES = {"overview": (), "experiments": ("2",), "first_run": ()}
"""Page → the keys that lead there."""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", locale.LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
async def test_a_page_looks_as_it_did(page: str, language: str, size: tuple[int, int]) -> None:
    locale.speak(language)
    library = FakeLibrary() if page == "first_run" else demo(danish=language == "da")
    made = app(library, open_demo=_nothing, bring_in=str)
    async with made.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press(*PAGES[page])
        await settled(pilot)
        _compare(shown(made), LOOKS / f"{page}-{language}-{size[0]}x{size[1]}.txt")


def _nothing() -> None:
    """A demo log that nobody opens here."""


def _compare(now: str, path: Path) -> None:
    """Hold *now* against what was agreed on, or agree on it."""
    if IS_UPDATING:
        path.write_text(now, encoding="utf-8")
    assert path.is_file(), f"no look yet; make it: {MENDING}"
    assert now == path.read_text(encoding="utf-8"), f"meant to change? {MENDING}"
