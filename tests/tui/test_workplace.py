"""The name and the core tasks of a workplace are changed where the first form says they can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from explog.domain.record.workplace import Workplace
from explog.tui.screens.choosing import ChoosingScreen
from explog.tui.screens.meeting_forms import MeetingForm
from explog.tui.widgets.fields import Field
from tests.stories import CORE_TASK
from tests.tui.host import IDEA, OTHER_TASK, Host, field, running, toasts, typed, until
from tests.tui.real import demo_log, over
from tests.tui.screens_shown import shown

if TYPE_CHECKING:
    from pathlib import Path


async def test_name_and_core_tasks_stand_there_and_are_changed_as_one(tmp_path: Path) -> None:
    """The first form promised it, and no screen could do it."""
    host = Host(tmp_path / "log.db", Screen(), IDEA)
    async with running(host) as pilot:
        await pilot.press("W")
        await until(pilot, lambda: len(host.screen.query(Field)) == 2)
        assert field(pilot, "core_tasks").raw == f"{CORE_TASK}\n{OTHER_TASK}"
        field(pilot, "core_tasks").editor.focus()
        await pilot.pause()
        await typed(pilot, ", always\nCalm")
        await pilot.press("f2")
        await until(pilot, lambda: "u takes it back" in toasts(pilot))
        documents = await host.desk.do(lambda journal: journal.store.documents("workplace"))
        tasks = Workplace.model_validate(documents[0]).core_tasks
        assert [task.text for task in sorted(tasks, key=lambda task: task.order)] == [
            CORE_TASK,
            f"{OTHER_TASK}, always",
            "Calm",
        ]


async def test_a_core_task_that_would_be_gone_is_said_and_nothing_lost(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", Screen(), IDEA)
    async with running(host) as pilot:
        await pilot.press("W")
        await until(pilot, lambda: len(host.screen.query(Field)) == 2)
        field(pilot, "core_tasks").write(CORE_TASK)
        await pilot.press("f2")
        await until(pilot, lambda: "Experiments may serve" in shown(host))
        assert isinstance(host.screen, MeetingForm)


async def test_of_several_workplaces_one_is_chosen(tmp_path: Path) -> None:
    async with over(demo_log(tmp_path / "log.db"), "W") as (made, pilot):
        await until(pilot, lambda: isinstance(made.screen, ChoosingScreen))
        assert "BØR" in shown(made)
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(made.screen, MeetingForm))
        assert field(pilot, "name").raw == "Mosebo day-care centre"
