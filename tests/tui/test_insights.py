"""Page 5: every number of the demo, its door, its meaning, and the set that is counted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from explog import locale
from explog.journal.house import set_numbers
from explog.journal.ids import IdMaker
from explog.journal.journal import Journal
from explog.journal.ports import Clock
from explog.journal.workplaces import add_core_task
from explog.store.log import Log
from explog.tui.screens.experiments import ExperimentsScreen
from explog.tui.screens.insights import InsightsScreen
from explog.tui.widgets.insight_figures import BoardPanel, MirrorPanel, ScalePanel
from explog.tui.widgets.insight_tables import FlowPanel, TasksPanel
from explog.tui.widgets.ladder import LadderPanel
from tests.tui.demo_app import demo_app, over
from tests.tui.fake import FakeLibrary, app
from tests.tui.screens_shown import lines, settled, shown

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from explog.tui.app import ExplogApp
    from explog.tui.widgets.panel import Panel

TALL = (120, 90)
"""Everything at once."""


async def test_every_number_of_the_demo_is_on_the_page(tmp_path: Path) -> None:
    """DOMAIN.md 13."""
    made = demo_app(tmp_path)
    async with made.run_test(size=TALL) as pilot:
        await _there(pilot)
        text = shown(made)
        for said in (
            "20 experiments · all time",
            "▲ 4 scaled",
            "● 2 spreading",
            "● 1 adopted",
            "worked         7       0         0",
            "failed         4       1         2",
            "4 of 7 that failed, failed safely",
            "○ 1 inconclusive",
            "15 of 15 decided ones have a complete lesson · 100 %",
            "Median from start to decision: 38 days",
            "20 of 49 places use it · 41 %",
            "1 of 20 experiments build on an earlier one",
        ):
            assert said in text


async def test_a_number_opens_exactly_the_experiments_it_counts(tmp_path: Path) -> None:
    made = demo_app(tmp_path)
    async with made.run_test(size=TALL) as pilot:
        await _there(pilot)
        board = made.screen.query_one(BoardPanel)
        at = next(n for n in range(len(board.spots())) if _query(board, n) == UNSAFE)
        board.open(at)
        await settled(pilot)
        await pilot.pause(0.3)
        assert isinstance(made.screen, ExperimentsScreen)
        text = shown(made)
        assert "AMB-03" in text
        assert "LYS-03" in text
        assert "AMB-01" not in text


UNSAFE = "outcome:failed_unsafely"


async def test_a_number_that_is_none_leads_nowhere(tmp_path: Path) -> None:
    made = demo_app(tmp_path)
    async with made.run_test(size=TALL) as pilot:
        await _there(pilot)
        flow = made.screen.query_one(FlowPanel)
        empty = next(n for n, spot in enumerate(flow.spots()) if spot.door.filter is None)
        flow.open(empty)
        await settled(pilot)
        assert isinstance(made.screen, InsightsScreen)


async def test_d_says_what_the_marked_number_means_and_stops_saying_it(tmp_path: Path) -> None:
    made = demo_app(tmp_path)
    async with made.run_test(size=(100, 30)) as pilot:
        await _there(pilot)
        assert "each in the quarter" not in shown(made)
        await pilot.press("d")
        await settled(pilot)
        assert "Flow per quarter  How many were noted" in shown(made)
        await pilot.press(*["right"] * 6)
        await settled(pilot)
        assert "How it ended  What is decided" in shown(made)
        await pilot.press("d")
        await settled(pilot)
        assert "What is decided" not in shown(made)


async def test_every_number_has_a_meaning(tmp_path: Path) -> None:
    made = demo_app(tmp_path, today=date(2027, 6, 1))
    async with made.run_test(size=TALL) as pilot:
        await _there(pilot)
        panels = list(_panels(made))
        assert all(spot.door.defines for panel in panels for spot in panel.spots())
        assert sum(len(panel.spots()) for panel in panels) > 150


async def test_a_period_and_a_query_choose_what_is_counted(tmp_path: Path) -> None:
    made = demo_app(tmp_path)
    async with made.run_test(size=TALL) as pilot:
        await _there(pilot)
        await pilot.press("p")
        await pilot.pause()
        await pilot.press("down", "enter")
        await settled(pilot)
        await pilot.pause(0.2)
        assert "experiments · 2026" in shown(made)
        await pilot.press("slash")
        await pilot.pause()
        await pilot.press(*"workplace:AMB", "enter")
        await settled(pilot)
        await pilot.pause(0.2)
        assert "4 experiments · 2026 · workplace:AMB" in shown(made)
        assert "BØR" not in shown(made)


async def test_a_query_that_cannot_be_understood_is_said_beside_the_line(tmp_path: Path) -> None:
    made = demo_app(tmp_path)
    async with made.run_test(size=(100, 30)) as pilot:
        await _there(pilot)
        await pilot.press("slash")
        await pilot.pause()
        await pilot.press(*"state:flying", "enter")
        await pilot.pause(0.3)
        assert "flying" in shown(made)
        await pilot.press("escape")
        await settled(pilot)
        assert "20 experiments · all time" in shown(made)


async def test_the_mirror_asks_last_and_can_be_switched_off(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    made = demo_app(tmp_path)
    async with made.run_test(size=TALL) as pilot:
        await _there(pilot)
        await _narrow(pilot, "outcome:worked,ongoing")
        assert not made.screen.query_one(MirrorPanel).display or "Do you only" not in shown(made)
    with Log.open(path) as log:
        journal = Journal(log, Clock(date(2026, 11, 16)), IdMaker(), None)
        set_numbers(journal, {"mirror_closed": "7"})
        for answer, asks in ((None, True), ("no", False)):
            if answer:
                set_numbers(journal, {"mirror": answer})
            made = over(path)
            async with made.run_test(size=TALL) as pilot:
                await _there(pilot)
                await _narrow(pilot, "outcome:worked,ongoing")
                said = "None of 7 ended as failed. Do you only try what is safe?"
                assert (said in shown(made)) is asks


@pytest.mark.parametrize("language", locale.LANGUAGES)
@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24), (100, 30), (140, 40)])
async def test_no_line_is_wider_than_the_screen_and_no_number_is_cut(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    locale.speak(language)
    made = demo_app(tmp_path, language)
    async with made.run_test(size=size) as pilot:
        await _there(pilot)
        for panel in _panels(made):
            width = panel.content_size.width
            assert all(line.cell_length == width for line in panel.sheet(width).lines if line.plain)
            if size[0] >= 60:
                inside = [spot.region.right <= width for spot in panel.spots()]
                assert all(inside), panel
        tasks = made.screen.query_one(TasksPanel)
        assert len({spot.region.y for spot in tasks.spots()}) == 10
        assert len(lines(made)) == size[1]


async def test_an_empty_log_says_what_will_stand_here() -> None:
    made = app(FakeLibrary())
    async with made.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        await made.push_screen("insights")
        await settled(pilot)
        text = shown(made)
        assert "Nothing is in daily operation yet" in text
        assert "Nothing is learned yet" in text
        assert "0 experiments" in text


async def test_hostile_names_stay_text(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    made = demo_app(tmp_path)
    with Log.open(path) as log:
        journal = Journal(log, Clock(date(2026, 11, 16)), IdMaker(), None)
        add_core_task(journal, "AMB", "[@click=app.quit]x[/] [/]")
    async with made.run_test(size=TALL, notifications=True) as pilot:
        await _there(pilot)
        assert "[@click=app.quit]x[/] [/]" in shown(made)
        mirror = made.screen.query_one(MirrorPanel)
        mirror.open(0)
        await settled(pilot)
        assert made.is_running


async def test_one_key_brings_what_nobody_confirmed_back_to_green(tmp_path: Path) -> None:
    """A scaled experiment 181 days after its last confirmation (issue 5)."""
    made = demo_app(tmp_path, today=date(2027, 6, 1))
    async with made.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert "Scaled · 7 not confirmed lately" in shown(made)
        assert "AMB-01 QR checklist fo…  confirmation missing" in shown(made)
        ladder = made.screen.query_one(LadderPanel)
        ladder.focus()
        await pilot.pause()
        await pilot.press("c")
        await settled(pilot)
        await pilot.pause(0.3)
        assert "Scaled · 1 · 6 not confirmed lately" in shown(made)
        assert "▲ AMB-01" in shown(made)
        await pilot.press("u")
        await settled(pilot)
        await pilot.pause(0.3)
        assert "Scaled · 7 not confirmed lately" in shown(made)


async def test_the_page_counts_what_is_not_confirmed_apart(tmp_path: Path) -> None:
    made = demo_app(tmp_path, today=date(2027, 6, 1))
    async with made.run_test(size=TALL) as pilot:
        await _there(pilot)
        text = shown(made)
        assert "! 7 not confirmed lately" in text
        assert "▲ 0 scaled" in text
        scale = made.screen.query_one(ScalePanel)
        assert {_query(scale, n) for n in range(len(scale.spots()))} >= {"is:unconfirmed"}


async def _there(pilot: Pilot[None]) -> None:
    """Go to page 5."""
    await settled(pilot)
    await pilot.press("5")
    await settled(pilot)
    await pilot.pause(0.2)
    await settled(pilot)
    assert isinstance(pilot.app.screen, InsightsScreen)


async def _narrow(pilot: Pilot[None], query: str) -> None:
    """Count only what fits *query*."""
    await pilot.press("slash")
    await pilot.pause()
    await pilot.press(*query, "enter")
    await settled(pilot)
    await pilot.pause(0.2)


def _panels(made: ExplogApp) -> list[Panel]:
    """All on the page in front."""
    assert isinstance(made.screen, InsightsScreen)
    return made.screen.panels()


def _query(panel: Panel, place: int) -> str:
    """The query behind a door."""
    chosen = panel.spots()[place].door.filter
    return chosen.query if chosen else ""
