from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from explog.tui.screens.choosing import ChoosingScreen
from tests.tui.host import Host, running, until
from tests.tui.screens_shown import shown

if TYPE_CHECKING:
    from pathlib import Path

OFFERED = [("plan", "Plan", "comes first"), ("shelve", "Shelve", "")]
LONG = "\n".join(f"line {number}" for number in range(1, 61))


async def test_a_long_text_above_the_list_can_be_read_on(tmp_path: Path) -> None:
    """Seen: of eleven reasons the last four could not be reached by any key."""
    host = Host(tmp_path / "log.db", ChoosingScreen("Start", OFFERED, LONG))
    async with running(host, (60, 20)) as pilot:
        await until(pilot, lambda: "PgDn read on" in shown(host))
        assert "line 1\n" not in shown(host)
        assert "line 60" not in shown(host)
        for _page in range(6):
            await pilot.press("pagedown")
        await until(pilot, lambda: "line 60" in shown(host))
        for _page in range(6):
            await pilot.press("pageup")
        await until(pilot, lambda: "line 2 " in shown(host))
        assert host.screen.query_one(OptionList).highlighted == 0
        await pilot.press("down", "enter")
        await until(pilot, lambda: host.given == ["shelve"])


@pytest.mark.parametrize("told", ["", "one line"])
async def test_no_key_is_named_that_reads_on_where_all_is_read(tmp_path: Path, told: str) -> None:
    host = Host(tmp_path / "log.db", ChoosingScreen("Start", OFFERED, told))
    async with running(host, (60, 20)) as pilot:
        await until(pilot, lambda: "⏎ choose" in shown(host))
        assert "PgDn" not in shown(host)


async def test_a_text_that_fits_once_the_window_is_higher_names_it_no_more(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", ChoosingScreen("Start", OFFERED, LONG))
    async with running(host, (60, 20)) as pilot:
        await until(pilot, lambda: "PgDn" in shown(host))
        await pilot.resize_terminal(60, 90)
        await until(pilot, lambda: "PgDn" not in shown(host))


async def test_without_a_text_the_list_leaps_by_itself(tmp_path: Path) -> None:
    many = [(str(number), f"choice {number}", "") for number in range(60)]
    host = Host(tmp_path / "log.db", ChoosingScreen("Which?", many))
    async with running(host, (60, 20)) as pilot:
        await pilot.press("pagedown")
        await until(pilot, lambda: (host.screen.query_one(OptionList).highlighted or 0) > 5)
