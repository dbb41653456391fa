"""The page with the history: told, put back, chosen between, undone and done again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.color import Color
from textual.widgets import Button, OptionList

from explog.journal.editing import edit
from explog.journal.ids import IdMaker
from explog.journal.journal import Journal
from explog.journal.ports import Clock
from explog.journal.undoing import undo
from explog.store.log import Log
from explog.tui.screens.choose import ChooseScreen
from explog.tui.screens.experiment import ExperimentScreen
from explog.tui.screens.first_forms import SmallForm
from explog.tui.screens.history import HistoryScreen
from explog.tui.screens.versions import VersionsScreen
from explog.tui.widgets.next_box import NextBox
from explog.tui.widgets.panel import Panel
from explog.tui.widgets.stories import StoriesPanel
from tests.tui.host import ABANDONED, IDEA, KEY, Host, running, toasts, until
from tests.tui.screens_shown import shown

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot
    from textual.screen import Screen

HOSTILE = "[/] [@click=app.quit]x[/] ’\u2019"


def page(tmp_path: Path, chapters: int = ABANDONED) -> Host:
    """The history of the story's experiment."""
    return Host(tmp_path / "log.db", HistoryScreen(KEY), chapters, date(2026, 3, 1))


async def read(pilot: Pilot[None]) -> OptionList:
    """The story, once it was read."""
    await until(
        pilot,
        lambda: (
            isinstance(pilot.app.screen, HistoryScreen)
            and pilot.app.screen.query_one("#story", OptionList).option_count > 0
        ),
    )
    return pilot.app.screen.query_one("#story", OptionList)


async def changed(host: Host, pilot: Pilot[None], *needs: str) -> None:
    """Write down what is hard, once after the other, and read the page again."""

    def write(journal: Journal) -> None:
        for need in needs:
            edit(journal, KEY, {"need": need})

    await host.desk.do(write)
    host.refresh_page()
    told = await read(pilot)
    await until(pilot, lambda: needs[-1][:4] in str(told.get_option_at_index(0).prompt))


def met_elsewhere(path: Path, journal: Journal, need: str) -> None:
    """Let *journal*'s log meet one in which somebody wrote another *need*."""
    ours = journal.store
    assert isinstance(ours, Log)
    subjects = [
        f"{kind}/{one['id']}"
        for kind in ("workplace", "experiment")
        for one in ours.documents(kind)
    ]
    events = [event for subject in subjects for event in ours.events(subject)]
    with Log.open(path) as theirs:
        with theirs.writing():
            theirs.merge(events)
        edit(Journal(theirs, Clock(date(2026, 3, 1)), IdMaker(), "head"), KEY, {"need": need})
        newer = theirs.events(subjects[-1])
    edit(journal, KEY, {"need": "Light"})
    with ours.writing():
        ours.merge(newer)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
async def test_the_story_is_told_newest_first_with_who_and_when(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(page(tmp_path), size) as pilot:
        told = await read(pilot)
        await pilot.pause()
        text = shown(pilot.app)
        assert "Abandoned: Four" in text
        assert "12 Feb 2026" in text
        assert told.highlighted == 0
        await pilot.press("G")
        assert told.highlighted == told.option_count - 1
        assert "Idea: Dictating" in shown(pilot.app)
        await pilot.press("g", "j", "k")
        assert told.highlighted == 0


async def test_the_page_of_the_experiment_opens_it_and_esc_goes_back(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", ExperimentScreen(KEY), ABANDONED, date(2026, 3, 1))
    async with running(host) as pilot:
        await until(pilot, lambda: any(box.steps for box in host.screen.query(NextBox)))
        await pilot.press("h")
        await read(pilot)
        await pilot.press("escape")
        assert isinstance(host.screen, ExperimentScreen)


async def test_a_field_goes_back_by_two_keys_and_comes_back_by_u_and_shift_u(
    tmp_path: Path,
) -> None:
    host = page(tmp_path, IDEA)
    async with running(host) as pilot:
        await read(pilot)
        await changed(host, pilot, HOSTILE, "Heat")
        assert HOSTILE in shown(host)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(host.screen, ChooseScreen))
        await pilot.press("enter")
        await until(pilot, lambda: "Put back" in toasts(pilot))
        assert (await host.experiment()).need == HOSTILE
        await pilot.press("u")
        await until(pilot, lambda: "Undone: Earlier value" in toasts(pilot))
        assert (await host.experiment()).need == "Heat"
        await pilot.press("U")
        await until(pilot, lambda: "Done again: Earlier value" in toasts(pilot))
        assert (await host.experiment()).need == HOSTILE
        await pilot.press("U")
        await until(pilot, lambda: "nothing to do again" in toasts(pilot))


async def test_a_locked_field_stays_and_the_reason_is_said(tmp_path: Path) -> None:
    host = page(tmp_path, IDEA)
    async with running(host) as pilot:
        await read(pilot)
        await host.desk.do(lambda journal: edit(journal, KEY, {"belief": "One"}))
        await host.desk.do(lambda journal: edit(journal, KEY, {"belief": "Two"}))
        host.refresh_page()
        await until(pilot, lambda: "Two" in shown(host))
        await pilot.press("r")
        await until(pilot, lambda: isinstance(host.screen, ChooseScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(host.screen, HistoryScreen))
        assert (await host.experiment()).cycle is not None
        await pilot.press("G", "r")
        await until(pilot, lambda: "another value to go back to" in toasts(pilot))


@pytest.mark.parametrize("size", [(60, 20), (100, 30)])
async def test_two_versions_stand_side_by_side_and_one_is_chosen(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    host = page(tmp_path, IDEA)
    async with running(host, size) as pilot:
        await read(pilot)
        assert "two versions" not in shown(host)
        await host.desk.do(lambda journal: met_elsewhere(tmp_path / "b.db", journal, HOSTILE))
        host.refresh_page()
        await until(pilot, lambda: "1 field has two versions" in shown(host))
        await pilot.press("v")
        await until(pilot, lambda: isinstance(host.screen, VersionsScreen))
        await until(pilot, lambda: HOSTILE in shown(host) and "Light" in shown(host))
        assert "shown meanwhile" in shown(host)
        assert "head" in shown(host)
        before = (await host.experiment()).need
        await pilot.press("right")
        chosen = host.screen.query(Button).last()
        assert chosen.has_focus
        assert chosen.styles.background == Color.parse(host.theme_variables["mark"])
        await pilot.press("enter")
        await until(pilot, lambda: "Chosen: What is hard" in toasts(pilot))
        after = (await host.experiment()).need
        assert {before, after} == {HOSTILE, "Light"}
        await until(pilot, lambda: "two versions" not in shown(host))


async def test_esc_chooses_nothing(tmp_path: Path) -> None:
    host = page(tmp_path, IDEA)
    async with running(host) as pilot:
        await read(pilot)
        await host.desk.do(lambda journal: met_elsewhere(tmp_path / "b.db", journal, "Heat"))
        host.refresh_page()
        await until(pilot, lambda: "two versions" in shown(host))
        await pilot.press("v")
        await until(pilot, lambda: isinstance(host.screen, VersionsScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(host.screen, HistoryScreen))
        assert "two versions" in shown(host)


async def test_where_the_experiment_is_gone_the_page_closes(tmp_path: Path) -> None:
    host = page(tmp_path, IDEA)
    async with running(host) as pilot:
        await read(pilot)
        await host.desk.do(undo)
        host.refresh_page()
        await until(pilot, lambda: not isinstance(host.screen, HistoryScreen))


@pytest.mark.parametrize("kind", [Panel, StoriesPanel, SmallForm])
def test_what_leaves_something_to_say_is_never_made_by_itself(kind: type[Screen[None]]) -> None:
    """Seen: it was made, and fell over when it was first drawn."""
    with pytest.raises(TypeError, match="abstract"):
        kind()
