"""The Overview: what it says, that every line is a door, and what it never loads."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from explog import locale
from explog.tui.app import ExplogApp
from explog.tui.screens.agreements import AgreementsScreen
from explog.tui.screens.experiments import ExperimentsScreen
from explog.tui.screens.overview import OverviewScreen
from explog.tui.widgets.doors import nearest
from explog.tui.widgets.panel import Panel
from explog.tui.widgets.verdicts import VerdictPanel
from tests.tui.fake import FakeLibrary, app, demo, hostile, row
from tests.tui.screens_shown import lines, metas, settled, shown

HEAVY = {
    "pydantic",
    "sqlite_utils",
    "click",
    "explog.journal.journal",
    "textual.widgets._data_table",
}


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the experiments that were opened; their page has tests of its own."""
    keys: list[str] = []
    monkeypatch.setattr(ExplogApp, "open_experiment", lambda _app, key: keys.append(key))
    return keys


async def test_it_says_what_failed_safely_and_what_scaled() -> None:
    made = app(demo())
    async with made.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot)
        text = shown(made)
        for said in (
            "Needs attention · 4",
            "! AUT-04 Agreement overdue        since 30 Sep",
            "◐ BS-03  Ended, not reviewed            8 days",
            "day 57 of 84 ▕████████    ▏ inside the frame",
            "27 % → right if ≥ 30 %",
            "How it ended · 15 decided",
            "worked  ● 7",
            "failed  ◇ 4         ◈ 1         ◆ 2",
            "4 of 7 that failed, failed safely",
            "○ 1 inconclusive",
            "Scaled · 4",
            "▰▰▰▰▱▱▱     4 of 7",
            "spreading   2 of 6",
            "Cabin noise was the problem, not dictation.",
            "5 workplaces · 20 experiments",
        ):
            assert said in text


async def test_two_columns_from_a_hundred_wide_and_one_below() -> None:
    for width, is_beside in ((99, False), (100, True)):
        made = app(demo())
        async with made.run_test(size=(width, 40)) as pilot:
            await settled(pilot)
            top = next(line for line in lines(made) if "Needs attention" in line)
            assert ("Running" in top) is is_beside


async def test_every_door_is_reached_with_the_arrows_alone() -> None:
    for size in ((100, 30), (60, 20)):
        made = app(demo())
        async with made.run_test(size=size) as pilot:
            await settled(pilot)
            screen = made.screen
            assert isinstance(screen, OverviewScreen)
            regions = [region for _panel, _n, region in screen._places()]
            reached, ahead = {0}, [0]
            while ahead:
                here = regions[ahead.pop()]
                found = {nearest(here, regions, way) for way in ("up", "down", "left", "right")}
                new = {place for place in found if place is not None} - reached
                reached |= new
                ahead += new
            assert reached == set(range(len(regions)))


async def test_enter_goes_through_the_marked_door(opened: list[str]) -> None:
    made = app(demo())
    async with made.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("down", "enter", "right", "enter")
        await settled(pilot)
        assert opened == ["BS-03", "AMB-04"]


@pytest.mark.parametrize(
    "keys", [("down", "up"), ("j", "k"), ("right", "left"), ("l", "h"), ("G", "g")]
)
async def test_going_there_and_back_marks_the_first_door_again(
    opened: list[str], keys: tuple[str, ...]
) -> None:
    made = app(demo())
    async with made.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press(*keys, "enter")
        await settled(pilot)
        assert isinstance(made.screen, AgreementsScreen), "the first door is an agreement's"
        assert not opened


async def test_what_is_marked_is_in_sight_on_a_small_screen() -> None:
    made = app(demo())
    async with made.run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        await pilot.press("G")
        await settled(pilot)
        assert "The headset was too much" in shown(made)


async def test_a_number_leads_to_exactly_those_experiments() -> None:
    made = app(demo())
    async with made.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        board = made.screen.query_one(VerdictPanel)
        board.focus()
        board.cursor = next(
            n for n, spot in enumerate(board.spots()) if "outside" in _title(board, n) and n > 2
        )
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(made.screen, ExperimentsScreen)
        text = shown(made)
        assert "/ outcome:failed_unsafely" in text
        assert "2 of 20" in text
        assert "AMB-03" in text
        assert "LYS-03" in text


def _title(panel: Panel, place: int) -> str:
    """The filter behind a door."""
    chosen = panel.spots()[place].door.filter
    return chosen.title if chosen else ""


async def test_the_mouse_goes_through_a_door_too(opened: list[str]) -> None:
    made = app(demo())
    async with made.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.click(offset=(60, 3))
        await pilot.click(offset=(5, 5))
        await settled(pilot)
        assert opened == ["AMB-04", "LYS-02"]
        await pilot.click(offset=(12, 12))
        await settled(pilot)
        assert "failed safely ×" in shown(made)


async def test_tab_goes_from_panel_to_panel() -> None:
    made = app(demo())
    async with made.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        names = []
        for _ in range(6):
            names.append(type(made.focused).__name__)
            await pilot.press("tab")
        order = ["Attention", "Running", "Verdict", "Ladder", "Taught", "Waiting"]
        assert names == [f"{name}Panel" for name in order]


async def test_an_empty_panel_says_what_will_appear_and_the_next_step() -> None:
    made = app(FakeLibrary([row("ID-01")]))
    async with made.run_test(size=(100, 34)) as pilot:
        await settled(pilot)
        text = " ".join(shown(made).split())
        for said in (
            "Nothing is waiting for you.",
            "Plan an idea, set its",
            "Nothing is decided yet.",
            "what it taught you",
        ):
            assert said in text


async def test_what_worked_outside_the_frame_is_marked_clearly() -> None:
    lucky = row(
        "OP-01", state="adopted", outcome="adopted", frame_verdict="unsafe", decided_on="2026-10-01"
    )
    made = app(FakeLibrary([lucky]))
    async with made.run_test(size=(80, 40)) as pilot:
        await settled(pilot)
        assert "◆ 1 worked outside the frame" in shown(made)


async def test_it_is_told_that_more_waits_than_is_shown() -> None:
    waiting = [["ended_not_reviewed", "2026-11-01", None]]
    made = app(
        FakeLibrary(
            row(f"RE-{n:02}", state="in_review", outcome="ongoing", attention=waiting)
            for n in range(9)
        )
    )
    async with made.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "… and 6 more" in shown(made)
        await pilot.press("down", "down", "down", "enter")
        await settled(pilot)
        assert "needs attention ×" in shown(made)
        assert "9 of 9" in shown(made)


async def test_coming_back_shows_what_was_written_meanwhile() -> None:
    library = demo()
    made = app(library)
    async with made.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("2")
        await settled(pilot)
        library.rows_given = [replace(one, title="Renamed meanwhile") for one in library.rows_given]
        await pilot.press("1")
        await settled(pilot)
        assert "Renamed meanwhile" in shown(made)


@pytest.mark.parametrize("size", [(140, 44), (80, 24), (40, 10), (10, 4)])
@pytest.mark.parametrize("keys", [(), ("2",), ("?",), (":",), ("2", "slash", "x")], ids=str)
async def test_hostile_text_is_shown_literally_and_does_nothing(
    size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    made = app(hostile())
    async with made.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press(*keys)
        await settled(pilot)
        text = shown(made)
        assert not [mark for mark in text if not mark.isprintable() and mark != "\n"]
        assert not [meta for meta in metas(made) if "app.quit" in str(meta)]
        assert made.is_running


async def test_a_hostile_title_stands_there_as_it_was_written() -> None:
    made = app(hostile())
    async with made.run_test(size=(140, 44), notifications=True) as pilot:
        await settled(pilot)
        assert "[@click=app.quit]x[/]" in shown(made)


def test_the_first_page_is_painted_without_anything_heavy() -> None:
    code = """
import asyncio, sys
from importlib import import_module
from tests.tui.screens_shown import settled, shown

class Empty:
    rows = agreements = workplaces = lambda self, archived=False: []
    today = lambda self: __import__("datetime").date(2026, 11, 16)
    path = lambda self: "log.db"
    version = count = lambda self: 0
    is_empty = lambda self: True
    overview = lambda self, most: import_module("explog.domain.lists.overview").Overview()

from explog.tui.app import ExplogApp
from explog.tui.desk import Desk

async def main():
    app = ExplogApp(Desk(Empty, None))
    app._has_greeted = True
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "Nothing is decided yet" in shown(app)

asyncio.run(main())
print(*sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert set(done.stdout.split()) & HEAVY == set()


def _page(made: ExplogApp) -> OverviewScreen:
    """The first page, which is in front."""
    assert isinstance(made.screen, OverviewScreen)
    return made.screen


async def test_every_panel_has_doors_and_each_leads_somewhere() -> None:
    made = app(demo())
    async with made.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        panels = _page(made).panels()
        assert len(panels) == 6
        for panel in panels:
            doors = [spot.door for spot in panel.spots()]
            assert doors
            assert all(
                door.experiment or door.filter or door.sentence or door.agreement for door in doors
            )


@pytest.mark.parametrize("language", locale.LANGUAGES)
async def test_no_heading_is_cut_at_sixty_columns(language: str) -> None:
    """The Danish heading of what failed safely ended in three dots, and so did its point."""
    locale.speak(language)
    made = app(demo(danish=language == "da"))
    async with made.run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        found = made.screen.query("Panel")
        panels = [one for one in found if isinstance(one, Panel) and one.region]
        assert panels
        corners = len("╭─  ─╮")
        assert [
            str(panel.border_title)
            for panel in panels
            if len(str(panel.border_title)) > panel.outer_size.width - corners
        ] == []
