from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.screen import Screen

from explog import locale
from explog.tui.screens.choosing import ChoosingScreen
from explog.tui.screens.form import FormScreen
from explog.tui.screens.help import HelpScreen
from explog.tui.widgets.fields import Field
from explog.tui.widgets.form_parts import Buttons
from tests.tui.fake import HOSTILE
from tests.tui.host import (
    IDEA,
    KEY,
    OBSERVED,
    PLANNED,
    STARTED,
    Host,
    answer,
    field,
    form_ready,
    running,
    toasts,
    typed,
    until,
)
from tests.tui.screens_shown import metas, shown

if TYPE_CHECKING:
    from pathlib import Path


START = date(2025, 12, 15)


async def test_an_act_that_cannot_happen_now_says_why_and_what_can(tmp_path: Path) -> None:
    """A toast of three lines was gone before it was read, and led nowhere."""
    host = Host(tmp_path / "log.db", Screen(), PLANNED)
    async with running(host) as pilot:
        host.push_screen(FormScreen("end", KEY), host.given.append)
        await until(pilot, lambda: isinstance(host.screen, ChoosingScreen))
        await until(pilot, lambda: "is at: planned" in shown(host))
        assert {"Start", "Shelve"} <= set(shown(host).split())
        await pilot.press("escape")
        await until(pilot, lambda: bool(host.given))
        assert host.given == [None]


async def test_what_comes_first_is_one_key_away_with_all_that_is_missing(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", Screen(), IDEA)
    async with running(host, (80, 24)) as pilot:
        host.push_screen(FormScreen("start", KEY), host.given.append)
        await until(pilot, lambda: isinstance(host.screen, ChoosingScreen))
        await until(pilot, lambda: "Plan – comes first" in shown(host))
        assert "say how you get back" in " ".join(shown(host).split())
        assert "Add a measure" not in shown(host)
        await pilot.press("enter")
        await until(pilot, lambda: bool(host.screen.query(Field)))
        assert isinstance(host.screen, FormScreen)
        assert host.screen.asked.act.name == "plan"


async def test_what_has_no_way_on_is_still_said(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", Screen(), PLANNED)
    async with running(host) as pilot:
        host.push_screen(FormScreen("observe", "AMB-99"), host.given.append)
        await until(pilot, lambda: bool(host.given))
        assert "AMB-99" in toasts(pilot)


async def test_letters_typed_on_a_button_are_not_lost_without_a_word(tmp_path: Path) -> None:
    """Who went on typing past the last field wrote into nothing."""
    form = FormScreen("note", KEY)
    async with running(Host(tmp_path / "log.db", form, STARTED)) as pilot:
        await form_ready(pilot, form)
        form.query_one(Buttons).focus_first()
        await pilot.press("h")
        await until(pilot, lambda: "this is a button" in toasts(pilot))
        await pilot.press("up")
        await until(pilot, lambda: any(one.has_focus_within for one in form.query(Field)))


async def test_a_question_mark_on_a_button_opens_the_help(tmp_path: Path) -> None:
    """Seen: “Nothing was written: this is a button”."""
    form = FormScreen("note", KEY)
    async with running(Host(tmp_path / "log.db", form, STARTED)) as pilot:
        await form_ready(pilot, form)
        form.query_one(Buttons).focus_first()
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        assert "this is a button" not in toasts(pilot)


async def test_all_that_is_missing_where_a_person_was_is_said_at_once_and_no_step_nobody_saw(
    tmp_path: Path,
) -> None:
    """F2 on the first step painted steps red that nobody had seen."""
    form = FormScreen("plan", KEY)
    async with running(Host(tmp_path / "log.db", form, IDEA), (100, 40)) as pilot:
        await form_ready(pilot, form)
        first = {question.name for question in form.asked.pages[0].questions}
        await pilot.press("f2")
        await until(pilot, lambda: "still ask" in shown(pilot.app))
        text = shown(pilot.app)
        assert "✗ say what is hard in the core task today" in text
        assert "✗ choose the core task it serves" in text
        assert field(pilot, "need").editor.has_focus
        assert set(form._complaint.beside) <= first


async def test_f2_goes_on_to_the_next_step_that_asks_something(tmp_path: Path) -> None:
    form = FormScreen("plan", KEY)
    async with running(Host(tmp_path / "log.db", form, IDEA), (100, 40)) as pilot:
        await form_ready(pilot, form)
        for name in [*form.asked.needed]:
            if form.asked.page_of(name) == 0:
                form.answers[name] = "1"
        await answer(pilot, "need", "It is loud.")
        await pilot.press("f2")
        await until(pilot, lambda: form._page > 0)
        assert not form._complaint.beside
        assert "✗" not in shown(pilot.app)


async def test_what_cannot_be_understood_holds_the_page_until_it_is_mended(tmp_path: Path) -> None:
    form = FormScreen("start", KEY)
    async with running(Host(tmp_path / "log.db", form, PLANNED, START)) as pilot:
        await form_ready(pilot, form)
        await answer(pilot, "last_day", "sometime")
        await pilot.press("pagedown")
        await pilot.pause()
        assert field(pilot, "last_day").editor.has_focus
        assert "✗ Not a day" in shown(pilot.app)
        assert field(pilot, "last_day").raw == "sometime"


async def test_leaving_loses_nothing_and_the_answers_are_offered_again(tmp_path: Path) -> None:
    form = FormScreen("note", KEY)
    host = Host(tmp_path / "log.db", form, IDEA)
    async with running(host) as pilot:
        await form_ready(pilot, form)
        await answer(pilot, "text", "half a thou")
        await pilot.press("escape")
        await until(pilot, lambda: host.given == [None])
        assert "kept" in toasts(pilot)
        again = await form_ready(pilot, FormScreen("note", KEY))
        assert field(pilot, "text").raw == "half a thou"
        assert "You began this" in shown(pilot.app)
        await pilot.press("f2")
        await until(pilot, lambda: not again.is_attached)
        third = await form_ready(pilot, FormScreen("note", KEY))
        assert field(pilot, "text").raw == ""
        assert third.is_attached


async def test_what_was_kept_can_be_let_go(tmp_path: Path) -> None:
    form = FormScreen("note", KEY)
    async with running(Host(tmp_path / "log.db", form, IDEA)) as pilot:
        await form_ready(pilot, form)
        await answer(pilot, "text", "half a thou")
        await pilot.press("escape")
        again = await form_ready(pilot, FormScreen("note", KEY))
        await pilot.click("#afresh")
        await until(pilot, lambda: bool(again.query(Field)) and field(pilot, "text").raw == "")
        assert "You began this" not in shown(pilot.app)


async def test_enter_leads_through_the_fields_to_the_button_and_the_button_saves(
    tmp_path: Path,
) -> None:
    form = FormScreen("note", KEY)
    host = Host(tmp_path / "log.db", form, IDEA)
    async with running(host) as pilot:
        await form_ready(pilot, form)
        await typed(pilot, "The tablet arrived.")
        await pilot.press("enter", "enter")
        assert host.given == []
        await pilot.press("enter")
        await until(pilot, lambda: bool(host.given))
        assert [note.text for note in (await host.experiment()).notes] == ["The tablet arrived."]


async def test_the_mouse_alone_can_go_on_and_save(tmp_path: Path) -> None:
    form = FormScreen("lesson", KEY)
    host = Host(tmp_path / "log.db", form, OBSERVED)
    async with running(host, (100, 40)) as pilot:
        await form_ready(pilot, form)
        await answer(pilot, "we_learned", "It is the noise.")
        await pilot.click("#next")
        await until(pilot, lambda: "Optional 1 of 2" in shown(pilot.app))
        await pilot.click("#back")
        await until(pilot, lambda: "Step 1 of 1" in shown(pilot.app))
        assert field(pilot, "we_learned").raw == "It is the noise."
        await pilot.click("#save")
        await until(pilot, lambda: bool(host.given))
        assert (await host.experiment()).lessons[0].we_learned == "It is the noise."


@pytest.mark.parametrize("title", HOSTILE[:2])
async def test_hostile_titles_are_shown_as_they_are(tmp_path: Path, title: str) -> None:
    host = Host(tmp_path / "log.db", Screen(), 0)
    async with running(host) as pilot:
        await host.desk.do(lambda journal: journal.jot(title, need=title))
        form = await form_ready(pilot, FormScreen("plan", KEY))
        assert title in shown(host)
        assert not any("@click" in meta for meta in metas(host))
        assert form.is_attached


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (140, 50)])
@pytest.mark.parametrize("name", ["plan", "edit", "lesson"])
async def test_a_form_stands_any_size(tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    form = FormScreen(name, KEY)
    async with running(Host(tmp_path / "log.db", form, IDEA), size) as pilot:
        await form_ready(pilot, form)
        await pilot.press("f2", "tab", "tab", "pageup")
        await pilot.pause()
        assert form.is_attached or name == "edit"


async def test_the_fields_speak_danish(tmp_path: Path) -> None:
    locale.speak("da")
    form = FormScreen("plan", KEY)
    async with running(Host(tmp_path / "log.db", form, IDEA), (80, 40)) as pilot:
        await form_ready(pilot, form)
        assert "Vi tror, at …" in shown(pilot.app)
