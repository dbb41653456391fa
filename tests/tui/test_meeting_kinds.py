"""The retrospective, the leadership round and the check-in, on the demo log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.domain.naming.vocabulary_learning import Theme
from explog.journal import meetings
from explog.journal.agreements import settle
from explog.journal.meetings import meeting
from explog.tui.screens.choosing import ChoosingScreen
from explog.tui.screens.meeting import MeetingScreen
from explog.tui.widgets.doing import Doing
from explog.tui.widgets.hands import Hands
from explog.tui.widgets.note_field import NoteField
from explog.tui.widgets.wall import WallColumn
from tests.tui.host import until
from tests.tui.meeting_host import Program, keys, running, sees, settled, types
from tests.tui.screens_shown import shown

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from explog.domain.record.review import Review
    from explog.journal.journal import Journal

KEY = "LM-2026-04"


def review(journal: Journal) -> Review:
    """The meeting as it stands in the log."""
    return meeting(journal, KEY)


async def opened(pilot: Pilot[None], app: Program, kind: str, *picks: str) -> None:
    """Begin a meeting of *kind* about *picks*."""
    await settled(pilot)
    await app.told(lambda journal: meetings.prepare(journal, kind, picks=list(picks)))
    app.open_meeting(KEY)
    await until(pilot, lambda: isinstance(app.screen, MeetingScreen))
    await settled(pilot)


async def test_a_retrospective_over_three_experiments_ends_in_agreements_that_come_back(
    tmp_path: Path,
) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "retrospective", "AUT-01", "AUT-02", "AUT-04")
        await app.told(lambda journal: meetings.describe(journal, KEY, participants_n=6))
        assert "A-05" in shown(app), "what LM-2026-02 agreed on comes back"
        await keys(pilot, "pagedown")
        await _gather(pilot)
        await keys(pilot, "pagedown")
        await _patterns(pilot)
        await keys(pilot, "pagedown")
        await keys(pilot, "6", "down", "2")
        await keys(pilot, "pagedown")
        await sees(pilot, "Most dots")
        await _choose(pilot)
        await keys(pilot, "pagedown")
        await sees(pilot, "The schedule in all houses")
        await _agree(pilot)
        await keys(pilot, "pagedown")
        await keys(pilot, "4", "down", "3")
        await keys(pilot, "pagedown")
        await keys(pilot, "f2")
        await until(pilot, lambda: not isinstance(app.screen, MeetingScreen))
        held: Review = await app.told(review)
        assert held.status == "held"
        assert [note.text for note in held.gathered] == ["Calm mornings", "Too many alarms"]
        assert held.gathered[0].theme is Theme.TECHNOLOGY
        assert held.votes_of(held.gathered[0].id) == "3+", "1-2 cannot be told from the sum"
        assert held.votes_of(held.gathered[1].id) == "1-2"
        assert held.well_spent.n == 7
        chosen = held.choice("spread")
        assert chosen is not None
        assert chosen.text == "The schedule in all houses"
    again = Program(tmp_path / "log.db")
    async with running(again) as pilot:
        await settled(pilot)
        await again.told(lambda journal: meetings.prepare(journal, "check_in", picks=["AUT-01"]))
        again.open_meeting("LM-2026-05")
        await sees(pilot, "Invite house 2")


async def _gather(pilot: Pilot[None]) -> None:
    """Two notes in two columns, by keys."""
    first, second = list(pilot.app.screen.query(WallColumn))[:2]
    first.line.focus()
    await types(pilot, "Calm mornings")
    await keys(pilot, "enter")
    await sees(pilot, "Calm mornings")
    first, second = list(pilot.app.screen.query(WallColumn))[:2]
    assert pilot.app.focused is first.line, "the next note can be typed at once"
    second.line.focus()
    await types(pilot, "Too many alarms")
    await keys(pilot, "enter")
    await sees(pilot, "Too many alarms")


async def _patterns(pilot: Pilot[None]) -> None:
    """A theme for the first note; the boards below."""
    await sees(pilot, "How it ended")
    await keys(pilot, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, ChoosingScreen))
    await keys(pilot, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, MeetingScreen))
    await settled(pilot)


async def _choose(pilot: Pilot[None]) -> None:
    """One thing to spread."""
    pilot.app.screen.query(NoteField).first().editor.focus()
    await types(pilot, "The schedule in all houses")


async def _agree(pilot: Pilot[None]) -> None:
    """An agreement with function and date."""
    await keys(pilot, "enter")
    await types(pilot, "Invite house 2")
    await keys(pilot, "enter")
    await types(pilot, "coordinator")
    await keys(pilot, "enter")
    await types(pilot, "2026-12-01")
    await keys(pilot, "f2")
    await until(pilot, lambda: isinstance(pilot.app.screen, MeetingScreen))
    await settled(pilot)


async def test_the_way_of_gathering_changes_the_columns(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "retrospective", "AUT-01", "AUT-02", "AUT-04")
        await keys(pilot, "pagedown")
        app.screen.query_one("#gathering").focus()
        await keys(pilot, "right")
        await until(pilot, lambda: len(app.screen.query(WallColumn)) == 3)
        held: Review = await app.told(review)
        assert held.gathering == "start_stop_continue"


async def test_a_note_on_the_wall_can_be_taken_down(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "retrospective", "AUT-01", "AUT-02", "AUT-04")
        await keys(pilot, "pagedown")
        app.screen.query(WallColumn).first().line.focus()
        await types(pilot, "A slip")
        await keys(pilot, "enter")
        await sees(pilot, "A slip")
        note = next(one for one in app.screen.query(Doing) if one.doing == "gathered")
        note.focus()
        await keys(pilot, "enter")
        await keys(pilot, "up", "enter")
        await until(pilot, lambda: "A slip" not in shown(app))
        held: Review = await app.told(review)
        assert not held.gathered


async def test_a_leadership_round_shows_what_scaled_what_failed_and_without_a_net(
    tmp_path: Path,
) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "leadership", "AMB-01", "AMB-02", "LYS-03", "AUT-04")
        await keys(pilot, "pagedown")
        await sees(pilot, "4 of 7 places")
        await keys(pilot, "pagedown")
        await sees(pilot, "Dictating the record while driving")
        assert "LYS-03" not in shown(app)
        await keys(pilot, "pagedown")
        await sees(pilot, "S2")
        assert "AMB-02" not in shown(app)
        await keys(pilot, "pagedown")
        await sees(pilot, "Time, permission, money")


async def test_a_check_in_writes_the_new_number_and_shows_the_frame(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "check_in", "AMB-04")
        await keys(pilot, "pagedown")
        await sees(pilot, "Write down a measurement")
        await keys(pilot, "enter")
        await types(pilot, "31")
        await keys(pilot, "f2")
        await until(pilot, lambda: isinstance(app.screen, MeetingScreen))
        found = await app.told(lambda journal: journal.experiment("AMB-04"))
        assert found.observations[-1].value == 31
        await keys(pilot, "pagedown")
        await sees(pilot, "Stop if")
        assert "Pause" in shown(app)


async def test_hands_for_the_time_are_never_kept_below_five(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "retrospective", "AUT-01", "AUT-02", "AUT-04")
        await keys(pilot, *["pagedown"] * 6)
        await until(pilot, lambda: bool(app.screen.query(Hands)))
        await sees(pilot, "well spent?")
        await keys(pilot, "3")
        await keys(pilot, "pageup")
        held: Review = await app.told(review)
        assert held.well_spent.n is None


async def test_settled_agreements_do_not_come_back(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await settled(pilot)
        await app.told(lambda journal: settle(journal, "A-05", "done"))
        await opened(pilot, app, "retrospective", "AUT-01")
        assert "A-05" not in shown(app)


@pytest.mark.parametrize("is_looked_at", [True, False])
@pytest.mark.parametrize(
    ("pages", "left_out", "there"),
    [
        (3, "AUT-04", ("numbers", "AUT-02")),
        (3, "AUT-01", ("numbers", "AUT-04")),
        (6, "AUT-04", ("limits", "AUT-02")),
        (7, "AUT-01", ("next", None)),
    ],
)
async def test_an_experiment_that_leaves_the_meeting_elsewhere_leaves_the_room_where_it_was(
    pages: int,
    left_out: str,
    there: tuple[str, str | None],
    is_looked_at: bool,
    tmp_path: Path,
) -> None:
    """The room was at the eighth of six things, and explog ended with an error."""
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "check_in", "AUT-01", "AUT-02", "AUT-04")
        screen = app.screen
        assert isinstance(screen, MeetingScreen)
        await keys(pilot, *["pagedown"] * (pages if is_looked_at else pages - 1))
        await app.told(lambda journal: meetings.leave_out(journal, KEY, left_out))
        if is_looked_at:
            app.refresh_page()
        else:
            await keys(pilot, "pagedown")
        await until(pilot, lambda: len(screen.meeting.turns) == 6)
        await settled(pilot)
        ident = screen.turn.experiment
        key = screen.meeting.dossiers[ident].experiment.key if ident else None
        assert (screen.turn.step.code, key) == there
