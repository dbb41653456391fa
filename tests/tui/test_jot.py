from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.screen import Screen

from explog.journal import workplaces
from explog.store.drafts import StoredDrafts
from explog.tui.screens.confirm import ConfirmScreen
from explog.tui.screens.jot import PLACE, JotForm
from explog.tui.widgets.fields import Field
from tests.tui.host import (
    Host,
    field,
    running,
    typed,
    until,
)
from tests.tui.screens_shown import shown
from tests.tui.test_drafts import DraftHost

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


LINES = {"title": "Ring first", "need": "They wait", "prior_knowledge": "Calm calls"}
"""What was typed in lines, where more is asked."""


async def test_what_was_typed_in_lines_goes_along_though_it_is_not_asked_here(
    tmp_path: Path,
) -> None:
    """Seen: the first key in the short form let go of all that it does not ask."""
    path = tmp_path / "log.db"
    host = DraftHost(path)
    async with running(host) as pilot:
        await host.desk.do(lambda _journal: None)
        StoredDrafts(path).keep(PLACE, LINES)
        host.push_screen(JotForm(), host.given.append)
        await until(pilot, lambda: "1 more answer that you typed before goes along." in shown(host))
        await pilot.press("x")
        await until(pilot, lambda: StoredDrafts(path).every()[0].answers["title"] == "Ring firstx")
        assert StoredDrafts(path).every()[0].answers == {**LINES, "title": "Ring firstx"}
        await pilot.press("escape")
        host.push_screen(JotForm(), host.given.append)
        await until(pilot, lambda: "1 more answer" in shown(host))
        await pilot.press("f2")
        await until(pilot, lambda: len(host.given) > 1)
        experiment = await host.experiment()
        assert (experiment.title, experiment.need) == ("Ring firstx", "They wait")
        assert experiment.prior_knowledge == "Calm calls"


@pytest.mark.parametrize("is_code", [False, True], ids=["id", "code"])
async def test_the_workplace_chosen_in_lines_is_chosen_here_too(
    tmp_path: Path, *, is_code: bool
) -> None:
    """Seen: lines keep a workplace by its id and the form knew only codes: it asked again."""
    path = tmp_path / "log.db"
    host = DraftHost(path)
    async with running(host) as pilot:
        made = await host.desk.do(lambda journal: workplaces.add(journal, "BS", "Service"))
        there = "BS" if is_code else made.subject.partition("/")[2]
        StoredDrafts(path).keep(PLACE, {"title": "Ring first", "workplace": there})
        host.push_screen(JotForm(), host.given.append)
        await until(pilot, lambda: len(host.screen.query(Field)) == 3)
        await until(pilot, lambda: field(pilot, "title").raw == "Ring first")
        await pilot.press("f2")
        await until(pilot, lambda: bool(host.given))
        assert await host.desk.do(lambda journal: journal.experiment("BS-01").title) == "Ring first"


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
