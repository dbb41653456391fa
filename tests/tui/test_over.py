"""A test that is already over, written down in one form."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.screen import Screen

from explog.domain.naming.vocabulary import State
from explog.domain.record.workplace import Workplace
from explog.journal import undoing, workplaces
from explog.tui.screens.form import FormScreen
from explog.tui.screens.jot import IsOver, JotForm
from explog.tui.widgets.fields import Field
from explog.tui.widgets.picker import Picker
from tests.stories import CORE_TASK
from tests.tui.host import (
    KEY,
    STARTED,
    Host,
    answer,
    field,
    form_ready,
    running,
    saved,
    typed,
    until,
)
from tests.tui.screens_shown import shown

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 3, 2)
TOLD = {
    "title": "Ring before the visit",
    "need": "Nobody is at home.",
    "belief": "a call saves a wasted trip",
    "core_task": "Visits that take place",
    "started_on": "2026-01-05",
    "ended_on": "2026-02-06",
    "end_reason": "planned",
}


async def test_everything_is_asked_in_one_form_and_is_in_the_log_at_once(tmp_path: Path) -> None:
    form = FormScreen("over")
    host = Host(tmp_path / "log.db", form, day=DAY)
    async with running(host, (100, 40)) as pilot:
        await form_ready(pilot, form)
        form.answers |= TOLD
        await saved(pilot, host)
        experiment = await host.experiment()
        assert experiment.title == TOLD["title"]
        assert experiment.state is State.IN_REVIEW
        assert experiment.started_on == date(2026, 1, 5)
        places = await host.desk.do(lambda journal: journal.store.documents("workplace"))
        tasks = Workplace.model_validate(places[0]).core_tasks
        assert experiment.core_task in {task.id for task in tasks}


async def test_what_is_missing_where_a_person_was_is_said_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    form = FormScreen("over")
    host = Host(tmp_path / "log.db", form, day=DAY)
    async with running(host, (100, 40)) as pilot:
        await form_ready(pilot, form)
        form.answers["plan_reference"] = "The note on the board"
        await pilot.press("f2")
        await until(pilot, lambda: "missing or unclear" in shown(host))
        assert set(form._complaint.beside) == {"title", "need", "belief"}  # no step nobody saw
        assert form._complaint.pages
        rows = await host.desk.do(lambda journal: journal.store.documents("experiment"))
        assert rows == []


async def test_the_core_tasks_are_those_of_the_workplace_that_was_chosen(tmp_path: Path) -> None:
    form = FormScreen("over")
    host = Host(tmp_path / "log.db", Screen(), day=DAY)
    async with running(host, (100, 40)) as pilot:
        await host.desk.do(
            lambda journal: workplaces.add(journal, "BS", "Citizen service", ["Right first time"])
        )
        await form_ready(pilot, form)
        await answer(pilot, "workplace", "BS · Citizen service")
        await pilot.press("pagedown")
        await until(pilot, lambda: form._page == 1)
        picker = field(pilot, "core_task").editor
        assert isinstance(picker, Picker)
        assert [label for _value, label in picker.offered] == ["Right first time"]
        assert CORE_TASK not in shown(host)


async def test_what_was_typed_as_an_idea_goes_along(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", JotForm())
    async with running(host) as pilot:
        await until(pilot, lambda: bool(host.screen.query(Field)))
        await typed(pilot, "Ring before the visit")
        await pilot.press("f8")
        await until(pilot, lambda: bool(host.given))
        assert host.given == [IsOver({"title": "Ring before the visit"})]


async def test_one_undo_takes_back_what_was_written_in_one_form(tmp_path: Path) -> None:
    """A person undid once, and an idea that nobody had written was left."""
    form = FormScreen("over")
    host = Host(tmp_path / "log.db", form, day=DAY)
    async with running(host, (100, 40)) as pilot:
        await form_ready(pilot, form)
        form.answers |= TOLD
        await saved(pilot, host)
        undone = await host.desk.do(undoing.undo)
        assert undoing.said(undone) == "Undone: Register afterwards · AMB-01"
        assert await host.desk.do(lambda journal: journal.store.documents("experiment")) == []
        again = await host.desk.do(undoing.redo)
        assert undoing.said(again) == "Done again: Register afterwards · AMB-01"
        assert (await host.experiment()).state is State.IN_REVIEW


async def test_a_day_that_is_needed_shows_nothing_that_looks_like_an_answer(tmp_path: Path) -> None:
    """The end of a test that is over stood there in grey as today, and was missing nevertheless."""
    form = FormScreen("over")
    host = Host(tmp_path / "log.db", form, day=DAY)
    async with running(host, (100, 40)) as pilot:
        await form_ready(pilot, form)
        await form._show(form.asked.page_of("ended_on") or 0)
        await until(pilot, lambda: "When did the test end?" in shown(host))
        assert "2 Mar 2026" not in shown(host)


async def test_a_day_that_is_today_when_it_is_left_out_says_so(tmp_path: Path) -> None:
    form = FormScreen("end", KEY)
    host = Host(tmp_path / "log.db", form, STARTED, day=DAY)
    async with running(host, (100, 40)) as pilot:
        await form_ready(pilot, form)
        assert "empty = today, 2 Mar 2026" in shown(host)
