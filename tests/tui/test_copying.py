"""Copying a key from the Overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.host import toasts
from tests.tui.real import demo_log, over

if TYPE_CHECKING:
    from pathlib import Path


async def test_y_copies_the_key_behind_the_marked_line_and_says_why_it_cannot(
    tmp_path: Path,
) -> None:
    async with over(demo_log(tmp_path / "log.db"), "down", "y", size=(100, 40)) as (made, pilot):
        assert made.clipboard == "BS-03"
        assert "BS-03 is copied." in toasts(pilot)
        for _step in range(20):
            await pilot.press("down")
            if made.screen.marked().experiment is None:  # type: ignore[attr-defined]
                break
        await pilot.press("y")
        await pilot.pause()
        assert "There is no experiment behind this one" in toasts(pilot)
        assert made.clipboard == "BS-03"
