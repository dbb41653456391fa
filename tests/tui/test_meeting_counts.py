"""Hands and dots in the room: written once, when the step is left, and until then a draft."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from explog.journal import holding, meetings, room
from explog.journal.drafts import PassingDrafts
from explog.store.drafts import StoredDrafts
from explog.tui.widgets.doing import Doing
from explog.tui.widgets.hands import Hands
from tests.tui.host import toasts, until
from tests.tui.meeting_host import Program, keys, running, sees, settled, types
from tests.tui.screens_shown import shown
from tests.tui.test_meeting_room import AUTISM, KEY, opened, review

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from explog.domain.events import Change
    from explog.domain.record.review import Review
    from explog.journal.journal import Journal


def guesses(journal: Journal) -> list[Mapping[str, Change]]:
    """What each event changed that kept a guess."""
    events = journal.store.events(f"review/{review(journal).id}")
    return [event.changes for event in events if event.act == "guess"]


async def test_too_few_hands_are_told_once_before_they_are_left(tmp_path: Path) -> None:
    """Four hands and PgDn: the guess was gone without a word."""
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "single", "BS-03")
        await keys(pilot, "pagedown", "4", "pagedown")
        await until(pilot, lambda: "too few" in toasts(pilot))
        held: Review = await app.told(review)
        assert held.at_step == "expected"
        assert app.screen.query_one("#guess-room").has_focus
        assert app.screen.query_one(Hands).counts == {"supported": 4}
        await keys(pilot, "pagedown")
        held = await app.told(review)
        assert held.at_step == "happened"


async def test_dots_are_there_when_the_room_comes_back_and_never_more_than_it_has(
    tmp_path: Path,
) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "retrospective", *AUTISM)
        await app.told(lambda journal: meetings.describe(journal, KEY, participants_n=6))
        await keys(pilot, *["pagedown"] * 3)
        await sees(pilot, "of 18, 18 left")
        await keys(pilot, "9", "down", "2")
        await keys(pilot, "pagedown")
        await keys(pilot, "pageup")
        dots = app.screen.query_one(Hands)
        assert sorted(dots.counts.values()) == [2, 9]
        await keys(pilot, "down", "down", "8")
        assert dots.total == 11, "eight more would be more than three for each"
        await keys(pilot, "7")
        await sees(pilot, "of 18, 0 left")
    again = Program(tmp_path / "log.db", meeting=KEY)
    async with running(again) as pilot:
        await sees(pilot, "1-2")
        assert "3+" in shown(again)


async def test_dots_wait_until_the_number_of_people_is_said(tmp_path: Path) -> None:
    """They were counted, and kept, in a room of which nobody knew how many it had."""
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "retrospective", *AUTISM)
        await keys(pilot, *["pagedown"] * 3)
        await sees(pilot, "then the dots can be counted")
        assert not app.screen.query(Hands)
        await keys(pilot, "enter")
        await types(pilot, "6")
        await keys(pilot, "f2")
        await sees(pilot, "of 18, 18 left")


async def test_counts_are_one_event_when_the_step_is_left_and_none_before(tmp_path: Path) -> None:
    """Every pause wrote an event: 4 and 3 hands, then 5 and 2, told what 1-2 stands for."""
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "single", "BS-03")
        await keys(pilot, "pagedown", "4", "down", "3")
        await keys(pilot, "f5")
        await keys(pilot, "escape")
        app.screen.query_one(Hands).focus()
        await keys(pilot, "5", "down", "2")
        assert await app.told(guesses) == []
        await keys(pilot, "pagedown")
        await sees(pilot, "The room guessed:")
        (guess,) = await app.told(guesses)
        cells = {path.rpartition("/")[2]: change.value for path, change in guess.items()}
        assert (cells["n"], cells["supported"], cells["partly_supported"]) == (7, "3+", "1-2")
        assert not [place for place in app.keeper.unfinished if place.act in {"room", "counts"}]


@pytest.mark.parametrize("leaving", ["pageup", "ctrl+o", "escape", "f10"])
async def test_counts_are_written_whichever_way_the_step_is_left(
    leaving: str, tmp_path: Path
) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "single", "BS-03")
        await keys(pilot, "pagedown", "6")
        await keys(pilot, leaving)
        await until(pilot, lambda: not app.keeper.unfinished)
        assert len(await app.told(guesses)) == 1


async def test_a_count_that_waited_stands_there_again_and_is_given_up_with_the_step(
    tmp_path: Path,
) -> None:
    """Four hands were gone when explog was killed while they were counted."""
    app, drafts = Program(tmp_path / "log.db"), PassingDrafts()
    app.desk._open_drafts = lambda: drafts
    async with running(app) as pilot:
        await opened(pilot, app, "single", "BS-03")
        await keys(pilot, "pagedown", "4")
        app.keeper.write_at_the_end()
        await settled(pilot)
    again = Program(tmp_path / "log.db", meeting=KEY)
    again.desk._open_drafts = lambda: drafts
    async with running(again) as pilot:
        await sees(pilot, "4 of at least 5")
        await keys(pilot, "pagedown")
        await until(pilot, lambda: "too few" in toasts(pilot))
        await keys(pilot, "pagedown")
        await sees(pilot, "The room did not guess.")
        await until(pilot, lambda: drafts.every() == [])
        assert await again.told(guesses) == []
        assert not again.keeper.unfinished


async def test_four_hands_are_nowhere_once_the_meeting_was_closed_elsewhere(tmp_path: Path) -> None:
    """They stayed in the log file for ever, and in every backup of it."""
    path = tmp_path / "log.db"
    app = Program(path)
    app.desk._open_drafts = lambda: StoredDrafts(path)
    async with running(app) as pilot:
        await opened(pilot, app, "single", "BS-03")
        await keys(pilot, "pagedown", "4")
        app.keeper.write()
        await until(pilot, lambda: b"guess-hands" in path.read_bytes())
        await app.told(lambda journal: holding.close(journal, KEY))
        assert b"guess-hands" not in path.read_bytes()
        await keys(pilot, "3")
        app.keeper.write()
        assert await app.desk.keep(lambda drafts: drafts.every()) == []


async def test_a_second_count_that_would_tell_the_first_is_refused_and_said(
    tmp_path: Path,
) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "retrospective", *AUTISM)
        await app.told(lambda journal: meetings.describe(journal, KEY, participants_n=6))
        await keys(pilot, *["pagedown"] * 3)
        await keys(pilot, "9", "down", "8", "pagedown")
        await keys(pilot, "pageup")
        await keys(pilot, "down", "1", "pagedown")
        await until(pilot, lambda: "What was kept stays" in toasts(pilot))
        await keys(pilot, "pagedown")
        held: Review = await app.told(review)
        assert held.at_step == "choose"
        assert sorted(one.count for one in held.votes if one.count) == [8, 9]


async def test_a_second_count_that_is_kept_as_the_first_goes_on_without_a_word(
    tmp_path: Path,
) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "retrospective", *AUTISM)
        await app.told(lambda journal: meetings.describe(journal, KEY, participants_n=6))
        await keys(pilot, *["pagedown"] * 3)
        await keys(pilot, "9", "down", "2", "pagedown")
        await keys(pilot, "pageup")
        await keys(pilot, "8", "pagedown")
        assert toasts(pilot) == ""
        await keys(pilot, "pageup")
        assert sorted(app.screen.query_one(Hands).counts.values()) == [2, 8]


async def test_a_line_says_how_many_things_are_below_the_screen(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app, (80, 24)) as pilot:
        await opened(pilot, app, "retrospective", *AUTISM)
        await app.told(lambda journal: meetings.describe(journal, KEY, participants_n=6))
        for n in range(20):
            await app.told(partial(room.gather, ref=KEY, column="liked", text=f"Thing {n:02}"))
        await keys(pilot, *["pagedown"] * 3)
        dots = app.screen.query_one(Hands)
        await until(pilot, lambda: "▾ " in shown(app))
        hidden = int(shown(app).partition("▾ ")[2].split()[0])
        assert f"Thing {19:02}" not in shown(app)
        laid_out: list[object] = []
        app.screen.screen_layout_refresh_signal.subscribe(dots, laid_out.append)
        await pilot.pause(0.2)
        assert laid_out == [], "seen: it laid itself out for ever"
        await keys(pilot, *["down"] * (len(dots.offered) - hidden - dots.cursor))
        await sees(pilot, f"▾ {hidden - 1} more")
        await keys(pilot, *["down"] * hidden)
        await until(pilot, lambda: "▾ " not in shown(app))


async def test_fewer_than_five_are_told_to_agree_instead_of_voting(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "retrospective", *AUTISM)
        await keys(pilot, *["pagedown"] * 3)
        next(one for one in app.screen.query(Doing) if one.doing == "people").focus()
        await keys(pilot, "enter")
        await types(pilot, "4")
        await keys(pilot, "f2")
        await sees(pilot, "Dots are counted from 5 people on")
        assert not app.screen.query(Hands)
