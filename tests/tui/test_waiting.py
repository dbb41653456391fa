"""What is needed only after another answer is asked for at once, and never in a second round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets._toast import ToastRack

from explog import locale
from explog.domain.acts.questions_frame import FRAME
from explog.domain.acts.questions_plan import PLAN
from explog.domain.numbers import two_readings
from explog.tui.answering import blanks
from explog.tui.heard import heard
from explog.tui.say import say
from explog.tui.screens.form import FormScreen
from explog.tui.waiting import follows
from explog.tui.widgets.fields import Field
from tests.tui.host import (
    ENDED,
    IDEA,
    KEY,
    PLANNED,
    TODAY,
    Host,
    answer,
    field,
    form_ready,
    running,
    until,
)
from tests.tui.screens_shown import shown

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


async def test_who_answers_for_harm_is_needed_as_soon_as_harm_is_answered(tmp_path: Path) -> None:
    form = FormScreen("abandon", KEY)
    host = Host(tmp_path / "log.db", form, ENDED)
    async with running(host, (100, 40)) as pilot:
        await form_ready(pilot, form)
        assert form._asked is not None
        form._asked.role = ""
        assert not field(pilot, "harm_role").display
        assert not field(pilot, "result_reason").display
        await answer(pilot, "harm", "no")
        await answer(pilot, "result", "supported")
        assert field(pilot, "harm_role").display
        assert field(pilot, "result_reason").display
        assert "optional" not in shown(host)


async def test_everything_that_follows_is_missing_in_the_first_round(tmp_path: Path) -> None:
    form = FormScreen("abandon", KEY)
    host = Host(tmp_path / "log.db", form, ENDED)
    async with running(host, (100, 40)) as pilot:
        await form_ready(pilot, form)
        assert form._asked is not None
        form._asked.role = ""
        form.answers |= {"harm": "no", "result": "supported", "way_back_status": "done"}
        await _see_every_page(pilot, form)
        await pilot.press("f2")
        await until(pilot, lambda: bool(form._complaint))
        assert {"harm_role", "result_reason", "way_back_done_on", "reason", "we_learned"} <= set(
            form._complaint.beside
        )


async def test_what_is_unclear_and_what_is_missing_come_together(tmp_path: Path) -> None:
    form = FormScreen("plan", KEY)
    host = Host(tmp_path / "log.db", form, IDEA)
    async with running(host, (100, 40)) as pilot:
        await form_ready(pilot, form)
        form.answers |= {"criterion": "quite good", "measure": "missing items"}
        await _see_every_page(pilot, form)
        await pilot.press("f2")
        await until(pilot, lambda: bool(form._complaint))
        assert {"criterion", "need", "belief", "unit"} <= set(form._complaint.beside)


async def _see_every_page(pilot: Pilot[None], form: FormScreen) -> None:
    """Turn to every page once: what nobody saw yet is never called missing."""
    for page in range(len(form.asked.pages)):
        await form._show(page)
    await pilot.pause()


@pytest.mark.parametrize(
    ("language", "typed", "both"),
    [
        ("en", "1,250", (1250, 1.25)),
        ("da", "1,250", (1.25, 1250)),
        ("en", "1.250", (1.25, 1250)),
        ("da", "at most 1.250", (1250, 1.25)),
        ("en", "12.5", None),
        ("en", "0,250", None),
        ("en", "1,250.5", None),
        ("en", "", None),
    ],
)
def test_a_number_with_two_readings_is_told_apart(
    language: str, typed: str, both: tuple[float, float] | None
) -> None:
    locale.speak(language)
    assert two_readings(typed) == both


def test_the_echo_says_how_a_number_was_read() -> None:
    assert heard(PLAN[-1], "at most 1,250", TODAY).doubt == "Read as 1250, not as 1.25."
    locale.speak("da")
    assert heard(PLAN[-1], "at most 1,250", TODAY).doubt == "Læst som 1,25, ikke som 1250."


def test_a_reaction_time_that_was_not_said_is_asked_for() -> None:
    stops = FRAME[2]
    assert "How soon do you react?" in heard(stops, "more than 2 errors a week", TODAY).doubt
    assert heard(stops, "more than 2 errors a week (same day)", TODAY).doubt == ""


async def test_the_field_that_is_typed_in_stays_in_sight_when_the_window_shrinks(
    tmp_path: Path,
) -> None:
    form = FormScreen("start", KEY)
    host = Host(tmp_path / "log.db", form, PLANNED)
    async with running(host, (120, 50)) as pilot:
        await form_ready(pilot, form)
        last = field(pilot, "way_back")
        last.editor.focus()
        await pilot.pause()
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        await pilot.pause()
        assert last.editor.has_focus
        assert form.find_widget(last.editor).visible_region.height > 0


async def test_a_toast_does_not_cover_the_field_that_is_typed_in(tmp_path: Path) -> None:
    form = FormScreen("plan", KEY)
    host = Host(tmp_path / "log.db", form, IDEA)
    async with running(host, (80, 24)) as pilot:
        await form_ready(pilot, form)
        say(host, "What you typed is kept for the next time.")
        await pilot.pause(0.2)
        rack = form.query_one(ToastRack)
        assert rack.display
        for one in form.query(Field):
            if one.display:
                assert not rack.region.overlaps(one.editor.region)


async def test_the_bar_of_an_error_is_another_than_that_of_the_focus(tmp_path: Path) -> None:
    form = FormScreen("plan", KEY)
    async with running(Host(tmp_path / "log.db", form, IDEA), (100, 40)) as pilot:
        await form_ready(pilot, form)
        focused = field(pilot, "need").styles.border_left[0]
        await pilot.press("f2")
        await until(pilot, lambda: bool(form._complaint))
        bars = {one.styles.border_left[0] for one in form.query(Field) if one.problem}
        assert focused not in bars
        assert len(bars) == 2


async def test_the_time_of_the_way_back_is_no_answer_without_its_unit(tmp_path: Path) -> None:
    """A ``10`` without a unit was saved and shown nowhere."""
    form = FormScreen("start", KEY)
    async with running(Host(tmp_path / "log.db", form, PLANNED), (100, 60)) as pilot:
        await form_ready(pilot, form)
        question = next(one for one in form.asked.questions if one.name == "way_back_unit")
        assert not follows(form.asked, question, {})
        assert follows(form.asked, question, {"way_back_max_time": "10"})
        answers = {"way_back_max_time": "10"}
        assert "way_back_unit" in blanks(form.asked, answers)
        assert "way_back_unit" not in blanks(form.asked, {**answers, "way_back_unit": "days"})
        assert "way_back_max_time" in blanks(form.asked, {"way_back_unit": "days"})
