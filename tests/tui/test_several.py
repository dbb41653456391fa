"""Marking several experiments, and what can be done with them: on a real log."""

from __future__ import annotations

import json
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from textual.widgets import Button

from explog.domain.query.query import Query
from explog.journal.ports import Clock
from explog.tui.screens.confirm import ConfirmScreen
from explog.tui.screens.line_form import LineForm
from explog.tui.widgets.editors import Line
from explog.tui.widgets.experiment_list import ExperimentList
from tests.tui.host import toasts, until
from tests.tui.on_demo import copied, keys, listing
from tests.tui.screens_shown import settled, shown

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from explog.journal.journal import Journal
    from explog.tui.app import ExplogApp


async def _typed(pilot: Pilot[None], text: str) -> None:
    """Answer the form that is open."""
    await until(pilot, lambda: isinstance(pilot.app.screen, LineForm))
    pilot.app.screen.query_one(Line).value = text
    await pilot.press("enter")


async def _gone(pilot: Pilot[None]) -> None:
    """Wait until the form is gone and the list is read again."""
    await until(pilot, lambda: bool(pilot.app.screen.query(ExperimentList)))
    await settled(pilot)


async def _tags(app: ExplogApp, key: str) -> tuple[str, ...]:
    """The tags that *key* has in the log."""
    experiment = await app.desk.do(lambda journal: journal.experiment(key))
    return experiment.tags


async def test_space_marks_and_goes_on_and_the_line_says_how_many(tmp_path: Path) -> None:
    async with listing(copied(tmp_path)) as (app, pilot):
        await pilot.press("space", "space")
        assert "✓ 2 marked" in shown(app)
        assert app.screen.query_one(ExperimentList).cursor == 2
        await pilot.press("up", "space")
        assert "✓ 1 marked" in shown(app)
        await pilot.press("A")
        assert "✓ 20 marked" in shown(app)
        await pilot.press("A")
        assert "marked" not in shown(app)
        await pilot.click(ExperimentList, offset=(1, 3))
        assert "✓ 1 marked" in shown(app)
        await pilot.press("c")
        assert "marked" not in shown(app)


async def test_marks_stay_while_something_else_is_searched_for(tmp_path: Path) -> None:
    async with listing(copied(tmp_path)) as (app, pilot):
        await pilot.press("space", "slash", *"dictat", "escape", "space")
        await settled(pilot)
        assert "✓ 2 marked" in shown(app)


async def test_undo_on_the_list_asks_as_everywhere_before_it_takes_back_what_is_old(
    tmp_path: Path,
) -> None:
    """Seen: page 1 asked, and page 2 took it back."""

    def note_before(journal: Journal) -> None:
        now = journal.clock
        journal.clock = Clock(now.today() - timedelta(3))
        journal.act("note", "LYS-04", text="Three days ago")
        journal.clock = now

    async with listing(copied(tmp_path)) as (app, pilot):
        await app.desk.do(note_before)
        await app.look()
        await pilot.press("u")
        await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
        assert "Note · LYS-04" in shown(app)


async def test_archiving_several_is_undone_as_a_whole(tmp_path: Path) -> None:
    async with listing(copied(tmp_path)) as (app, pilot):
        before = keys(app)
        await pilot.press("space", "space", "space", "a")
        await until(pilot, lambda: "17 of 17" in shown(app))
        assert keys(app) == before[3:]
        assert "3 archived. u undoes all of it." in toasts(pilot)
        await pilot.press("u")
        await until(pilot, lambda: "20 of 20" in shown(app))
        assert keys(app) == before
        assert f"Undone: Archive · {', '.join(sorted(before[:3]))}" in toasts(pilot)


async def test_what_is_archived_comes_back_from_its_own_list(tmp_path: Path) -> None:
    async with listing(copied(tmp_path)) as (app, pilot):
        await pilot.press("a")
        await until(pilot, lambda: "19 of 19" in shown(app))
        await pilot.press("slash", *"is", "colon", *"archived", "escape")
        await until(pilot, lambda: "1 of 19" in shown(app))
        await pilot.press("a")
        await until(pilot, lambda: "Nothing fits" in shown(app))
        await pilot.press("c")
        await until(pilot, lambda: "20 of 20" in shown(app))


async def test_a_tag_is_given_to_the_marked_ones_and_taken_from_them(tmp_path: Path) -> None:
    async with listing(copied(tmp_path)) as (app, pilot):
        first, second, *_others = keys(app)
        await pilot.press("space", "space", "t")
        await _typed(pilot, "new thing")
        await _gone(pilot)
        assert "new thing" in await _tags(app, first)
        assert "new thing" in await _tags(app, second)
        await pilot.press("slash", *"tag", "colon", *'"new', "space", *'thing"', "escape")
        await until(pilot, lambda: "2 of 20" in shown(app))
        await pilot.press("A", "T")
        await until(pilot, lambda: "Take a tag away" in shown(app))
        await pilot.press("escape", "T")
        await until(pilot, lambda: "Take a tag away" in shown(app))
        await pilot.press(*["down"] * 9, "home")
        while "#new thing" not in (shown(app)):
            await pilot.pause()
        from textual.widgets import OptionList

        options = app.screen.query_one(OptionList)
        names = [str(options.get_option_at_index(n).prompt) for n in range(options.option_count)]
        options.highlighted = next(n for n, name in enumerate(names) if "#new thing" in name)
        await pilot.press("enter")
        await until(pilot, lambda: "Nothing fits" in shown(app))
        assert "new thing" not in await _tags(app, first)


async def test_what_is_no_tag_is_said_in_the_form_and_nothing_is_lost(tmp_path: Path) -> None:
    async with listing(copied(tmp_path)) as (app, pilot):
        await pilot.press("t")
        await _typed(pilot, "x" * 41)
        await until(pilot, lambda: "✗" in shown(app))
        assert app.screen.query_one(Line).value == "x" * 41
        await pilot.press("escape")
        await _gone(pilot)
        assert keys(app)


async def test_what_is_shown_is_written_to_a_file_and_no_file_is_replaced_unasked(
    tmp_path: Path,
) -> None:
    file = tmp_path / "out.json"
    async with listing(copied(tmp_path)) as (app, pilot):
        await pilot.press("slash", *"lys-0", "escape")
        await until(pilot, lambda: "4 of 20" in shown(app))
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, LineForm))
        assert app.screen.query_one(Line).value == "explog-2026-11-16-4.json"
        await _typed(pilot, str(file))
        await _gone(pilot)
        assert "4 experiments are written to" in toasts(pilot)
        first = file.read_bytes()
        assert {one["key"] for one in json.loads(first)["experiments"]} == {*keys(app)}
        await pilot.press("space", "e")
        await _typed(pilot, str(file))
        await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, LineForm))
        assert file.read_bytes() == first, "the cursor begins on leaving it"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
        app.screen.query_one("#yes", Button).press()
        await _gone(pilot)
        assert [one["key"] for one in json.loads(file.read_bytes())["experiments"]] == ["LYS-04"]


async def test_a_name_ending_in_csv_makes_a_table_and_a_bad_place_is_said(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    async with listing(copied(tmp_path)) as (app, pilot):
        await pilot.press("e")
        await _typed(pilot, str(tmp_path / "nowhere" / "out.csv"))
        await until(pilot, lambda: "✗" in shown(app))
        await _typed(pilot, str(file))
        await _gone(pilot)
    assert len(file.read_text(encoding="utf-8").splitlines()) == 21


def _jotted(journal: Journal, number: int) -> None:
    """One more idea."""
    journal.jot(f"Idea {number}", "AMB")


async def test_more_than_twenty_are_asked_about_first(tmp_path: Path) -> None:
    async with listing(copied(tmp_path)) as (app, pilot):
        for number in range(2):
            await app.desk.do(partial(_jotted, number=number))
        app.refresh_page()
        await until(pilot, lambda: "22 of 22" in shown(app))
        await pilot.press("A", "a")
        await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
        await pilot.press("escape")
        await _gone(pilot)
        assert await app.desk.read(lambda log: len(log.ids(Query(), "newest"))) == 22
