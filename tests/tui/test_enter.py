"""What enter does in each kind of field, where it stays, and what the line of keys says of it."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING

from textual.widgets import Button

from explog.domain.acts.draft import Draft, Place
from explog.domain.acts.questions import Answer, Question, choice, choices, line
from explog.domain.naming.vocabulary import FrameAnswer, Initiator
from explog.tui.screens.first_forms import WorkplaceForm
from explog.tui.screens.form import FormScreen
from explog.tui.screens.jot import JotForm
from explog.tui.widgets.fields import Field
from explog.tui.widgets.form_parts import Buttons
from explog.tui.widgets.picker import Picker
from tests.tui.host import IDEA, KEY, PLANNED, Host, field, form_ready, running, typed, until
from tests.tui.screens_shown import lines, shown
from tests.tui.test_fields import Page

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TODAY = date(2026, 9, 14)
START = date(2025, 12, 15)
CHECK = choice("check", "", FrameAnswer, "Can you?", "")
WHO = choices("who", "", Initiator, "Who?", "")
NAME = line("name", "", 20, "Name", "")
STORY = Question("story", "What happened?", "", kind=Answer.LINE)


async def test_enter_after_an_answer_that_is_refused_stays_there_and_tab_goes_on(
    tmp_path: Path,
) -> None:
    """The correction was typed into the next field and became a stop criterion."""
    form = FormScreen("start", KEY)
    async with running(Host(tmp_path / "log.db", form, PLANNED, START)) as pilot:
        await form_ready(pilot, form)
        one = field(pilot, "last_day")
        one.editor.focus()
        await pilot.pause()
        await typed(pilot, "sometime")
        await pilot.press("enter")
        await pilot.pause()
        assert one.editor.has_focus
        assert "✗ Not a day" in shown(pilot.app)
        assert "⏎ goes on once this is clear" in shown(pilot.app)
        await pilot.press("tab")
        await until(pilot, lambda: field(pilot, "stop_criteria").has_focus_within)
        one.editor.focus()
        await pilot.pause()
        await pilot.press("ctrl+a", *"in", "space", "6", "space", *"weeks", "enter")
        await pilot.pause()
        assert field(pilot, "stop_criteria").editor.has_focus
        assert "⏎ goes on once" not in shown(pilot.app)


async def test_a_complaint_that_came_on_saving_holds_enter_too(tmp_path: Path) -> None:
    moved: list[int] = []

    class Told(Page):
        def on_field_moved(self, event: Field.Moved) -> None:
            moved.append(event.step)

    page = Told(Field(NAME, TODAY), Field(STORY, TODAY))
    async with running(Host(tmp_path / "log.db", page)) as pilot:
        one = field(pilot, "name")
        one.editor.focus()
        one.complain("please answer this")
        await pilot.press("enter")
        await pilot.pause()
        assert moved == []
        await pilot.press("x", "enter")
        await pilot.pause()
        assert moved == [1]


async def test_enter_picks_the_answer_it_stands_on_and_only_the_first_of_several(
    tmp_path: Path,
) -> None:
    page = Page(Field(WHO, TODAY), Field(CHECK, TODAY))
    async with running(Host(tmp_path / "log.db", page)) as pilot:
        field(pilot, "who").editor.focus()
        await pilot.press("right", "right", "enter")
        assert field(pilot, "who").raw == "management"
        await pilot.press("left", "enter")
        assert field(pilot, "who").raw == "management"
        field(pilot, "check").editor.focus()
        await pilot.press("enter")
        assert field(pilot, "check").raw == ""


async def test_the_focus_shows_where_nothing_is_picked(tmp_path: Path) -> None:
    page = Page(Field(CHECK, TODAY), Field(NAME, TODAY))
    async with running(Host(tmp_path / "log.db", page)) as pilot:
        picker = page.query_one(Picker)
        field(pilot, "name").editor.focus()
        await pilot.pause()
        assert not picker.render().spans
        picker.focus()
        await pilot.pause()
        assert [span.style for span in picker.render().spans] == ["bold $mark"] * 3


async def test_the_line_of_keys_says_what_enter_does_here(tmp_path: Path) -> None:
    """It said “next” in a list, where enter makes a line, and on a button that saves."""
    form = FormScreen("start", KEY)
    async with running(Host(tmp_path / "log.db", form, PLANNED, START), (100, 40)) as pilot:
        await form_ready(pilot, form)

        async def told() -> str:
            await pilot.pause()
            return next(row for row in reversed(lines(pilot.app)) if "⏎" in row)

        field(pilot, "stop_criteria").editor.focus()
        assert "⏎ new line, ⏎⏎ next · F2 save" in await told()
        field(pilot, "last_day").editor.focus()
        assert "⏎ next · F2 save" in await told()
        await pilot.press("pagedown", "pagedown")
        await until(pilot, lambda: bool(form.query(Picker)) and form._page == 2)
        form.query(Picker).first().focus()
        assert "← → pick · ⏎ next" in await told()
        form.query_one(Buttons).query(Button).filter("#next").first().focus()
        assert "⏎ Next" in await told()


async def test_in_a_new_idea_enter_saves_and_down_only_moves(tmp_path: Path) -> None:
    """The arrow down saved the idea."""
    host = Host(tmp_path / "log.db", JotForm())
    async with running(host) as pilot:
        await until(pilot, lambda: bool(host.screen.query(Field)))
        await typed(pilot, "Ring before the visit")
        assert "⏎ save · tab next field" in shown(host)
        await pilot.press("down")
        await pilot.pause()
        assert field(pilot, "need").editor.has_focus
        await pilot.press("down")
        await pilot.pause()
        assert host.screen.query_one("#save").has_focus
        assert "⏎ Save" in shown(host)
        assert not host.given


async def test_a_core_task_that_is_the_only_one_is_picked_beforehand(tmp_path: Path) -> None:
    form = FormScreen("plan", KEY)
    async with running(Host(tmp_path / "log.db", form, IDEA), (100, 40)) as pilot:
        await form_ready(pilot, form)
        assert field(pilot, "core_task").raw == ""
        made = form.asked
        (first, *_others) = made.offered["core_task"]
        made.offered["core_task"] = [first]
        assert made.at_first["core_task"] == first[0]
        assert "core_task" not in made.values, "it is an answer, and saved as one"


async def test_what_is_typed_while_the_kept_answers_are_still_read_goes_where_it_belongs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Name, code and core task became one text: enter waited until the log had been read."""
    form = WorkplaceForm()
    host = Host(tmp_path / "log.db", form)
    is_read = asyncio.Event()

    async def late(place: Place) -> Draft:
        await is_read.wait()
        return Draft(place, "", {"name": "Old name", "core_tasks": "Old task"})

    monkeypatch.setattr(host.keeper, "before", late)
    async with host.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: bool(form.query(Field)))
        await pilot.press(*"Hus", "enter", *"hus", "enter")
        assert form.raw() == {"name": "Hus", "code": "hus", "core_tasks": ""}
        is_read.set()
        await until(pilot, lambda: form.raw()["core_tasks"] == "Old task")
        assert form.raw()["name"] == "Hus"
    host.desk.close()


async def test_the_line_of_keys_names_the_steps_only_where_there_are_some(tmp_path: Path) -> None:
    for number, (act, has_steps) in enumerate((("note", False), ("plan", True))):
        form = FormScreen(act, KEY)
        async with running(Host(tmp_path / f"{number}.db", form, IDEA, START)) as pilot:
            await form_ready(pilot, form)
            await until(pilot, lambda: "F4 editor" in shown(pilot.app))
            assert ("PgDn/PgUp" in shown(pilot.app)) is has_steps
