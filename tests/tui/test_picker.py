from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.domain.acts.questions import Answer, Question
from explog.tui.widgets.fields import Field
from explog.tui.widgets.picker import Picker
from tests.tui.host import Host, field, running, typed, until
from tests.tui.screens_shown import shown
from tests.tui.test_fields import CHECK, NAME, TODAY, WHO, Page

if TYPE_CHECKING:
    from pathlib import Path

TASK = Question("core_task", "Which core task?", "", kind=Answer.CORE_TASK)
OFFERED = [("id-1", "Safe handover")]


@pytest.mark.parametrize(
    ("keys", "raw"),
    [
        (["right", "space", "enter"], "employees"),
        (["right", "space", "right", "enter"], "employees"),
        (["right", "enter"], "employees"),
        (["right", "space", "space", "right", "enter"], "management"),
        (["right", "space", "space", "enter"], ""),
    ],
)
async def test_where_several_are_asked_for_enter_picks_the_first_and_none_that_was_taken_back(
    tmp_path: Path, keys: list[str], raw: str
) -> None:
    """Seen: who had taken the last pick back had it again with enter."""
    page = Page(Field(WHO, TODAY), Field(NAME, TODAY))
    async with running(Host(tmp_path / "log.db", page)) as pilot:
        field(pilot, "who").editor.focus()
        await pilot.press(*keys)
        assert field(pilot, "who").raw == raw


async def test_where_one_is_asked_for_enter_takes_the_one_under_the_cursor(tmp_path: Path) -> None:
    page = Page(Field(CHECK, TODAY), Field(NAME, TODAY))
    async with running(Host(tmp_path / "log.db", page), (20, 30)) as pilot:
        one = field(pilot, "check")
        one.editor.focus()
        await pilot.press("y", "down")
        assert isinstance(one.editor, Picker)
        assert (one.raw, one.editor.cursor) == ("yes", 1)
        await pilot.press("enter")
        await until(pilot, lambda: one.raw == "no")


async def test_a_stray_letter_replaces_no_answer_that_is_typed_already(tmp_path: Path) -> None:
    """Seen: a whole core task was gone for one letter."""
    page = Page(Field(TASK, TODAY, offered=OFFERED), Field(NAME, TODAY))
    async with running(Host(tmp_path / "log.db", page)) as pilot:
        one = field(pilot, "core_task")
        one.write("Calm handovers at night")
        one.editor.focus()
        await pilot.press("x")
        await pilot.pause()
        assert one.raw == "Calm handovers at night"
        assert "No answer begins with “x”." in shown(pilot.app)
        await pilot.press("tab")
        await typed(pilot, " and day")
        assert one.raw == "Calm handovers at night and day"
