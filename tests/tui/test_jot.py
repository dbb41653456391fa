from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.screen import Screen

from explog.journal import workplaces
from explog.tui.screens.confirm import ConfirmScreen
from explog.tui.screens.jot import JotForm
from explog.tui.widgets.fields import Field
from tests.tui.host import (
    Host,
    field,
    running,
    typed,
    until,
)
from tests.tui.screens_shown import shown

if TYPE_CHECKING:
    from pathlib import Path


START = date(2025, 12, 15)


async def test_a_title_and_enter_catch_an_idea(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", JotForm())
    async with running(host) as pilot:
        await until(pilot, lambda: bool(host.screen.query(Field)))
        await typed(pilot, "Ring before the visit")
        await pilot.press("enter")
        await until(pilot, lambda: bool(host.given))
        assert (await host.experiment()).title == "Ring before the visit"


async def test_an_idea_needs_a_title(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", JotForm())
    async with running(host) as pilot:
        await until(pilot, lambda: bool(host.screen.query(Field)))
        await pilot.press("f2")
        await pilot.pause()
        assert "✗ please answer this" in shown(host)
        assert not host.given


async def test_where_there_are_several_workplaces_one_is_chosen(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", Screen())
    async with running(host) as pilot:
        await host.desk.do(lambda journal: workplaces.add(journal, "BS", "Citizen service"))
        host.push_screen(JotForm(), host.given.append)
        await until(pilot, lambda: bool(host.screen.query(Field)))
        await typed(pilot, "Ring before the visit")
        await pilot.press("enter", "right", "right", "enter")
        await pilot.press("f2")
        await until(pilot, lambda: bool(host.given))
        titles = await host.desk.do(lambda journal: journal.experiment("BS-01").title)
        assert titles == "Ring before the visit"


async def test_a_half_written_idea_waits_for_the_next_time(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", JotForm())
    async with running(host) as pilot:
        await until(pilot, lambda: bool(host.screen.query(Field)))
        await typed(pilot, "Ring bef")
        await pilot.press("escape")
        host.push_screen(JotForm())
        await until(pilot, lambda: bool(host.screen.query(Field)))
        assert field(pilot, "title").raw == "Ring bef"


@pytest.mark.parametrize(
    ("keys", "given"), [(["enter"], False), (["right", "enter"], True), (["escape"], False)]
)
async def test_a_question_is_answered_with_yes_only_on_purpose(
    tmp_path: Path, keys: list[str], given: bool
) -> None:
    host = Host(tmp_path / "log.db", ConfirmScreen("Really? [/]", "Yes", "No"))
    async with running(host) as pilot:
        assert "Really? [/]" in shown(host)
        await pilot.press(*keys)
        await until(pilot, lambda: bool(host.given))
        assert host.given == [given]
