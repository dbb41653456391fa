from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.screen import Screen

from explog.domain.acts.catalogue import acts_in
from explog.domain.naming.vocabulary import State
from explog.journal.undoing import undo
from explog.tui.screens.experiment import ExperimentScreen
from explog.tui.screens.form import FormScreen
from explog.tui.screens.more import MoreScreen
from explog.tui.widgets.fields import Field
from explog.tui.widgets.leaves import Leaf, NextBox
from tests.tui.host import (
    ABANDONED,
    ADOPT,
    ENDED,
    IDEA,
    KEY,
    OBSERVED,
    PLANNED,
    Host,
    field,
    running,
    toasts,
    until,
)
from tests.tui.screens_shown import lines, shown

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


WIDE = (260, 60)


def page(tmp_path: Path, chapters: int, day: str = "2026-02-09") -> Host:
    """The page of the story's experiment after some of its chapters."""
    return Host(tmp_path / "log.db", ExperimentScreen(KEY), chapters, date.fromisoformat(day))


async def opened(pilot: Pilot[None]) -> NextBox:
    """The box *Next*, once the page was read."""
    await until(pilot, lambda: any(box.steps for box in pilot.app.screen.query(NextBox)))
    return pilot.app.screen.query_one(NextBox)


async def form_of(pilot: Pilot[None]) -> FormScreen:
    """The form that opened."""
    await until(
        pilot,
        lambda: isinstance(pilot.app.screen, FormScreen) and bool(pilot.app.screen.query(Field)),
    )
    assert isinstance(pilot.app.screen, FormScreen)
    return pilot.app.screen


async def test_the_page_tells_the_whole_story_of_an_abandoned_experiment(tmp_path: Path) -> None:
    async with running(page(tmp_path, ABANDONED, "2026-03-01"), WIDE) as pilot:
        await opened(pilot)
        text = shown(pilot.app)
        for said in (
            "AMB-01  Dictating the record while driving",
            "◇ failed safely · 12 Feb 2026",
            "idea ─ planned ─ running ─ in review ─ ◇ abandoned",
            "dictation completes the record sooner",
            "at most 2 vehicles",
            "✓ came to 2",
            "met 8 Feb 2026 · reacted 9 Feb 2026",
            "S1 Frame set before the start",
            "S6 Learned",
            "Cabin noise was the problem, not dictation.",
            "Too few to tell random variation apart (5 of 10)",
            "at most 9",
            "Idea: Dictating the record while driving",
        ):
            assert said in text, said


@pytest.mark.parametrize(
    ("chapters", "day", "first"),
    [
        (IDEA, "2025-12-02", "plan"),
        (PLANNED, "2025-12-10", "start"),
        (OBSERVED, "2026-02-09", "observe"),
        (OBSERVED, "2026-02-22", "end"),
        (OBSERVED, "2026-03-01", "end"),
        (ENDED, "2026-02-10", "abandon"),
        (ABANDONED, "2026-03-01", "lesson"),
    ],
)
async def test_each_state_has_one_next_step_and_p_opens_it(
    tmp_path: Path, chapters: int, day: str, first: str
) -> None:
    async with running(page(tmp_path, chapters, day)) as pilot:
        box = await opened(pilot)
        assert box.steps[0].act == first
        await pilot.press("p")
        assert (await form_of(pilot)).asked.act.name == first


async def test_enter_on_what_is_missing_opens_exactly_that_field(tmp_path: Path) -> None:
    async with running(page(tmp_path, PLANNED, "2025-12-10")) as pilot:
        box = await opened(pilot)
        assert [step.focus for step in box.steps if step.is_missing][:2] == ["limits", "last_day"]
        await pilot.press("down", "down", "down", "down", "down", "enter")
        await form_of(pilot)
        assert field(pilot, "check_own_decision").editor.has_focus


async def test_a_review_offers_all_three_decisions_the_suggested_one_first(tmp_path: Path) -> None:
    async with running(page(tmp_path, ENDED)) as pilot:
        box = await opened(pilot)
        assert [step.act for step in box.steps if not step.is_missing] == [
            "abandon",
            "adapt",
            "adopt",
        ]
        assert {step.focus for step in box.steps if step.is_missing} == {
            "result",
            "harm",
            "we_learned",
        }


async def test_a_missing_lesson_can_be_written_before_anything_is_decided(tmp_path: Path) -> None:
    async with running(page(tmp_path, ENDED)) as pilot:
        box = await opened(pilot)
        place = next(n for n, step in enumerate(box.steps) if step.focus == "we_learned")
        await pilot.press(*["down"] * place, "enter")
        assert (await form_of(pilot)).asked.act.name == "lesson"


async def test_something_adopted_says_what_scaling_still_needs(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", Screen(), ENDED, date(2026, 2, 12))
    async with running(host, WIDE) as pilot:
        await host.desk.do(lambda journal: journal.act("adopt", KEY, **ADOPT))
        host.push_screen(ExperimentScreen(KEY))
        box = await opened(pilot)
        assert [step.act for step in box.steps if not step.is_missing] == ["place", "confirm"]
        missing = {step.words[:2]: (step.act, step.focus) for step in box.steps if step.is_missing}
        assert missing["C2"] == ("place", None)
        assert missing["C1"] == ("edit", "operation_since")
        assert "C3 Others own it" in shown(host)
        assert "◈ adopted in spite of the result" in shown(host)


async def test_the_page_reads_the_log_again_when_a_form_has_written(tmp_path: Path) -> None:
    async with running(page(tmp_path, IDEA, "2025-12-02"), WIDE) as pilot:
        await opened(pilot)
        await pilot.press("t")
        await form_of(pilot)
        await pilot.press(*"Hello", "f2")
        await until(pilot, lambda: "2 Dec 2025  Hello" in shown(pilot.app))
        assert "Saved: Note · AMB-01" in toasts(pilot)


async def test_undo_takes_it_back_on_the_page_at_once(tmp_path: Path) -> None:
    async with running(page(tmp_path, PLANNED, "2025-12-10"), WIDE) as pilot:
        await opened(pilot)
        await pilot.press("u")
        await until(pilot, lambda: "▸ Plan" in shown(pilot.app))
        assert "Undone: Plan" in toasts(pilot)


@pytest.mark.parametrize(
    ("key", "act"),
    [("o", "observe"), ("t", "note"), ("l", "lesson"), ("x", "end"), ("e", "edit")],
)
async def test_letters_open_the_forms_of_a_running_test(tmp_path: Path, key: str, act: str) -> None:
    async with running(page(tmp_path, OBSERVED)) as pilot:
        await opened(pilot)
        await pilot.press(key)
        assert (await form_of(pilot)).asked.act.name == act


async def test_a_key_that_leads_nowhere_now_says_why(tmp_path: Path) -> None:
    async with running(page(tmp_path, PLANNED, "2025-12-10")) as pilot:
        await opened(pilot)
        await pilot.press("x")
        await until(pilot, lambda: "is at: planned" in toasts(pilot))
        await until(pilot, lambda: isinstance(pilot.app.screen, ExperimentScreen))


@pytest.mark.parametrize(("chapters", "state"), [(IDEA, State.IDEA), (OBSERVED, State.RUNNING)])
async def test_more_offers_every_act_of_the_state(
    tmp_path: Path, chapters: int, state: State
) -> None:
    async with running(page(tmp_path, chapters, "2026-02-09"), (100, 40)) as pilot:
        await opened(pilot)
        await pilot.press("m")
        await until(pilot, lambda: isinstance(pilot.app.screen, MoreScreen))
        text = shown(pilot.app)
        for act in acts_in(state):
            assert f" {act.spoken} " in text
        await pilot.press("end", "up", "enter")
        assert (await form_of(pilot)).asked.act.name == "edit"


async def test_archiving_is_said_and_can_be_taken_back(tmp_path: Path) -> None:
    host = page(tmp_path, IDEA, "2025-12-02")
    async with running(host) as pilot:
        await opened(pilot)
        await pilot.press("a")
        await until(pilot, lambda: "archived" in lines(pilot.app)[2])
        assert (await host.experiment()).archived
        await pilot.press("a")
        await until(pilot, lambda: "archived" not in lines(pilot.app)[2])
        assert not (await host.experiment()).archived


async def test_a_lesson_opens_in_its_own_form(tmp_path: Path) -> None:
    host = page(tmp_path, ABANDONED, "2026-03-01")
    async with running(host, WIDE) as pilot:
        await opened(pilot)
        await until(pilot, lambda: bool(pilot.app.screen.query(Leaf)))
        await pilot.click(Leaf)
        form = await form_of(pilot)
        assert form.answers["we_learned"] == "Cabin noise was the problem, not dictation."


async def test_arrows_go_through_the_box_and_then_down_the_page(tmp_path: Path) -> None:
    async with running(page(tmp_path, OBSERVED), (80, 24)) as pilot:
        box = await opened(pilot)
        body = pilot.app.screen.query_one("Body")
        await pilot.press("down")
        assert (box.highlighted, body.scroll_y) == (1, 0)
        await pilot.press("down", "down")
        await until(pilot, lambda: body.scroll_y == 2)
        await pilot.press("up", "up", "up")
        await until(pilot, lambda: (box.highlighted, body.scroll_y) == (0, 0))


async def test_the_key_is_copied(tmp_path: Path) -> None:
    async with running(page(tmp_path, IDEA, "2025-12-02")) as pilot:
        await opened(pilot)
        await pilot.press("y")
        assert pilot.app.clipboard == KEY


async def test_what_is_not_there_any_more_is_said_and_the_page_closes(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", ExperimentScreen("AMB-99"))
    async with running(host) as pilot:
        await until(pilot, lambda: not isinstance(host.screen, ExperimentScreen))
        assert "There is no AMB-99" in toasts(pilot)


async def test_an_undone_beginning_closes_the_page(tmp_path: Path) -> None:
    host = page(tmp_path, IDEA, "2025-12-02")
    async with running(host) as pilot:
        await opened(pilot)
        await host.desk.do(undo)
        host.refresh_page()
        await until(pilot, lambda: not isinstance(host.screen, ExperimentScreen))
