from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.screen import Screen

from explog.domain.acts.catalogue import acts_in
from explog.domain.naming.vocabulary import State
from explog.tui.screens.confirm import ConfirmScreen
from explog.tui.screens.experiment import Body, ExperimentScreen
from explog.tui.screens.form import FormScreen
from explog.tui.screens.help import HelpScreen
from explog.tui.screens.more import MoreScreen
from explog.tui.widgets.fields import Field
from explog.tui.widgets.leaves import Leaf
from explog.tui.widgets.next_box import NextBox
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
from tests.tui.on_demo import copied, listing
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
            "Decision  abandoned · 12 Feb 2026",
            "What a safe test asks for  S1–S6",
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


async def test_a_long_page_is_scrolled_wherever_the_focus_is(tmp_path: Path) -> None:
    """The box took the keys for itself, and the page stood still until somebody found Tab."""
    async with running(page(tmp_path, ENDED), (80, 24)) as pilot:
        box = await opened(pilot)
        body = pilot.app.screen.query_one(Body)
        await until(pilot, lambda: body.max_scroll_y > 0 and "PgDn" in str(box.border_subtitle))
        for back, on in (("home", "pagedown"), ("pageup", "end"), ("home", "space")):
            assert box.has_focus
            await pilot.press(on)
            await until(pilot, lambda: body.scroll_y > 0)
            await pilot.press(back, back)
            await pilot.press("home")
            await until(pilot, lambda: body.scroll_y == 0)


async def test_what_is_missing_stands_in_the_box_and_the_sign_goes_along(tmp_path: Path) -> None:
    """On a usual terminal the missing lesson was hidden in a box of three lines."""
    async with running(page(tmp_path, ENDED), (80, 24)) as pilot:
        box = await opened(pilot)
        await until(pilot, lambda: "From that we learned" in shown(pilot.app))
        assert "▸ Abandon" in shown(pilot.app)
        await pilot.press("j")
        await until(pilot, lambda: "▸ Adapt" in shown(pilot.app))
        assert shown(pilot.app).count("▸") == 1
        assert box.highlighted == 1


async def test_undo_asks_before_it_takes_back_what_was_not_written_today(tmp_path: Path) -> None:
    """Pressed on and on it went through the work of the months before, unasked."""
    async with running(page(tmp_path, IDEA, "2026-02-09"), WIDE) as pilot:
        await opened(pilot)
        await pilot.press("u")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConfirmScreen))
        assert "Idea · AMB-01 · Dictating the record while driving · 1 Dec 2025" in shown(pilot.app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExperimentScreen))
        assert not toasts(pilot)
        await pilot.press("u")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConfirmScreen))
        await pilot.press("right", "enter")
        await until(pilot, lambda: "Undone: Idea · AMB-01" in toasts(pilot))


async def test_help_sets_apart_what_cannot_be_done_with_something_over(tmp_path: Path) -> None:
    """“The keys that work here” promised to start and to end what was abandoned long ago."""
    async with running(page(tmp_path, ABANDONED), (260, 90)) as pilot:
        await opened(pilot)
        pilot.app.push_screen(HelpScreen(pilot.app.screen))
        await until(pilot, lambda: "Not now" in shown(pilot.app))
        works, rests = shown(pilot.app).split("Not now")
        assert "End the test" not in works
        assert "Write down what was learned." in works
        assert re.search(r"x +End the test +Only when it is: running, paused", rests)
        assert re.search(r"c +Still works +There is nothing here to confirm", rests)


async def test_what_was_just_adopted_names_the_key_that_takes_it_back(tmp_path: Path) -> None:
    """The toast said “u takes it back”, and the keys below did not know it."""
    async with listing(copied(tmp_path), (80, 24)) as (app, pilot):
        await app.desk.do(
            lambda log: log.act(
                "adopt", "BS-03", **ADOPT | {"result": "supported", "operation_since": "2026-11-10"}
            )
        )
        app.open_experiment("BS-03")
        await opened(pilot)
        await until(pilot, lambda: "u Undo" in lines(app)[-1])
        assert "c Still works" not in lines(app)[-1]


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
    async with running(page(tmp_path, PLANNED, "2025-12-08"), WIDE) as pilot:
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
        await until(pilot, lambda: "is at: planned" in shown(pilot.app))
        await pilot.press("escape")
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


async def test_an_undone_beginning_closes_the_page_and_says_only_that_it_was_undone(
    tmp_path: Path,
) -> None:
    """Seen: it said that the record is not there, as if something had been lost."""
    host = page(tmp_path, IDEA, "2025-12-01")
    async with running(host) as pilot:
        await opened(pilot)
        host.action_undo()
        await until(pilot, lambda: not isinstance(host.screen, ExperimentScreen))
        await pilot.pause(0.1)
        assert "Undone" in toasts(pilot)
        assert "any more" not in toasts(pilot)
