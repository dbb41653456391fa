"""How the page of all experiments looks while it is asked, as plain text, in both languages.

When a look is meant to change:
UPDATE_LOOKS=1 .venv/bin/python -m pytest tests/tui/test_looks_experiments.py
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from explog import locale
from explog.tui.widgets.search_field import SearchField
from tests.tui.fake import FakeLibrary, app, demo, hostile, row
from tests.tui.screens_shown import settled, shown

if TYPE_CHECKING:
    from collections.abc import Callable

LOOKS = Path(__file__).parent / "looks"
SIZES = ((60, 20), (80, 24), (120, 40))
MENDING = "UPDATE_LOOKS=1 .venv/bin/python -m pytest tests/tui/test_looks_experiments.py"
IS_UPDATING = bool(os.environ.get("UPDATE_LOOKS"))


def _demo() -> FakeLibrary:
    """The demo in the language in force, with two saved views."""
    library = demo(danish=locale.spoken() == "da")
    library.views_given = [
        {"id": "1", "name": "Failed safely", "query": "outcome:failed_safely"},
        {"id": "2", "name": "Light", "query": 'lys workplace:LYS -"safe failure"', "sort": "title"},
    ]
    return library


def _one() -> FakeLibrary:
    """A log with one idea."""
    return FakeLibrary([row("AMB-01", "Lamps by the cupboards", need="It is dark at night")])


def _many() -> FakeLibrary:
    """A log with five hundred."""
    return FakeLibrary(row(f"AMB-{n:03}", f"The small thing number {n}") for n in range(1, 501))


SCREENS: dict[str, tuple[Callable[[], FakeLibrary], str | None, tuple[str, ...]]] = {
    "empty": (FakeLibrary, None, ()),
    "one": (_one, None, ()),
    "many": (_many, "number", ("escape", "G", "space", "up", "space")),
    "asked": (_demo, "outcome:failed -vr lys", ("escape",)),
    "wrong": (_demo, "state:nonsense lys ", ()),
    "offered": (_demo, "frame:", ("up",)),
    "marked": (_demo, None, ("space", "space", "down")),
    "sort": (_demo, None, ("s",)),
    "views": (_demo, "lys", ("escape", "v")),
    "tag": (_demo, None, ("space", "space", "t")),
    "hostile": (hostile, '-"[/]" [@click=app.quit]x[/]', ("escape",)),
}
"""Look → the log, what is asked, and the keys after it."""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", locale.LANGUAGES)
@pytest.mark.parametrize("name", SCREENS)
async def test_the_page_looks_as_it_did(name: str, language: str, size: tuple[int, int]) -> None:
    locale.speak(language)
    library, asked, keys = SCREENS[name]
    made = app(library())
    async with made.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        if name == "empty":  # the first run stands in front
            await pilot.press("2")
        await pilot.press("2", *(("slash",) if asked is not None else ()))
        await settled(pilot)
        if asked is not None:
            field = made.screen.query_one(SearchField)
            field.value = asked
            field.cursor_position = len(asked)
            await settled(pilot)
        await pilot.press(*keys)
        await settled(pilot)
        path = LOOKS / f"list-{name}-{language}-{size[0]}x{size[1]}.txt"
        now = shown(made)
        if IS_UPDATING:
            path.write_text(now, encoding="utf-8")
        assert path.is_file(), f"no look yet; make it: {MENDING}"
        assert now == path.read_text(encoding="utf-8"), f"meant to change? {MENDING}"
