"""Keys that come faster than a page can follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Key

from explog.tui.screens.form import FormScreen
from tests.tui.real import demo_log, over
from tests.tui.screens_shown import settled

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("key", ["down", "pagedown", "j"])
async def test_a_key_that_is_held_down_never_waits(tmp_path: Path, key: str) -> None:
    """Seen: each step along a list waited for the one before, so that the cursor ran on behind."""
    async with over(demo_log(tmp_path / "log.db"), "2", "escape") as (app, _pilot):
        letter = key if len(key) == 1 else None
        for _time in range(30):
            await app.on_event(Key(key, letter))
        assert [one for one in app.workers if one.group == "keys"] == []


@pytest.mark.parametrize("key", ["backspace", "delete", "left", "right"])
async def test_a_key_that_is_held_down_in_a_text_never_waits(tmp_path: Path, key: str) -> None:
    """Seen: of sixty times backspace half were still to come when the key was let go."""
    async with over(demo_log(tmp_path / "log.db"), "2", "slash", "a", "b") as (app, _pilot):
        for _time in range(30):
            await app.on_event(Key(key, None))
        assert [one for one in app.workers if one.group == "keys"] == []


async def test_a_page_key_that_turns_to_the_next_step_lets_the_next_one_wait(
    tmp_path: Path,
) -> None:
    """Seen: what was typed after it in a meeting went into the step before, and was gone."""
    async with over(demo_log(tmp_path / "log.db")) as (app, pilot):
        await app.push_screen(FormScreen("plan", "LYS-04"))
        await settled(pilot)
        app.screen.set_focus(None)
        await app.on_event(Key("pagedown", None))
        assert [one.group for one in app.workers if one.group == "keys"] == ["keys"]
        await pilot.pause()


async def test_a_key_that_may_open_a_page_lets_the_next_one_wait(tmp_path: Path) -> None:
    async with over(demo_log(tmp_path / "log.db")) as (app, pilot):
        await app.on_event(Key("n", "n"))
        assert [one.group for one in app.workers if one.group == "keys"] == ["keys"]
        await pilot.pause()
