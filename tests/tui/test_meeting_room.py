"""What a facilitator stumbles on in the room: letters, unsent notes, a changed way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.exchange.pages.drawing import MARKDOWN, drawn
from explog.exchange.pages.minutes import minutes
from explog.journal import holding, meetings, room
from explog.journal.meetings import meeting
from explog.journal.reporting import of_meeting
from explog.tui.screens.confirm import ConfirmScreen
from explog.tui.screens.meeting import MeetingScreen
from explog.tui.screens.meeting_forms import MeetingForm
from explog.tui.widgets.doing import Doing
from explog.tui.widgets.note_field import NoteField
from explog.tui.widgets.wall import WallColumn
from tests.tui.host import toasts, until
from tests.tui.meeting_host import Program, keys, running, sees, settled, types
from tests.tui.screens_shown import shown

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from explog.domain.record.review import Review
    from explog.journal.journal import Journal

KEY = "LM-2026-04"
AUTISM = ("AUT-01", "AUT-02", "AUT-04")
NUMBER = f"{251248}-{9996}"


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


def column(app: Program, place: int = 0) -> WallColumn:
    """The column number *place* of the wall."""
    return list(app.screen.query(WallColumn))[place]


async def test_letters_beside_all_fields_are_a_note_and_never_a_command(tmp_path: Path) -> None:
    """A stray n opened an idea, p printed, 1 left the room, and u took back the beginning."""
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "single", "BS-03")
        assert isinstance(app.focused, Doing)
        await types(pilot, "nu prøver vi 1 q")
        await settled(pilot)
        assert isinstance(app.screen, MeetingScreen)
        assert app.screen.query_one(NoteField).text == "nu prøver vi 1 q"
        held: Review = await app.told(review)
        assert held.status == "going_on"
        app.set_focus(None)
        await types(pilot, "a")
        assert app.screen.query_one(NoteField).text == "nu prøver vi 1 qa"


async def test_a_letter_on_a_card_goes_into_its_column_and_picks_no_way(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "retrospective", *AUTISM)
        await app.told(lambda journal: room.gather(journal, KEY, "learned", "A slip"))
        await keys(pilot, "pagedown")
        app.screen.query_one("#gathering").focus()
        await types(pilot, "start")
        assert column(app).line.value == "start"
        next(one for one in app.screen.query(Doing) if one.doing == "gathered").focus()
        await types(pilot, "more")
        assert column(app, 1).line.value == "more"
        held: Review = await app.told(review)
        assert held.gathering == "four_l"


async def test_a_card_that_was_typed_hangs_when_the_room_goes_on(tmp_path: Path) -> None:
    """A card without its enter was gone after the next step."""
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "retrospective", *AUTISM)
        await keys(pilot, "pagedown")
        await types(pilot, "Calm mornings")
        await keys(pilot, "pagedown")
        await sees(pilot, "Without a theme")
        held: Review = await app.told(review)
        assert [one.text for one in held.gathered] == ["Calm mornings"]


async def test_a_refused_card_stays_in_its_line_and_holds_the_room(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "retrospective", *AUTISM)
        await keys(pilot, "pagedown")
        await types(pilot, f"Call {NUMBER}")
        await keys(pilot, "enter")
        await sees(pilot, "✗")
        assert column(app).line.value == f"Call {NUMBER}"
        await keys(pilot, "pagedown")
        await until(pilot, lambda: "cannot be kept" in toasts(pilot))
        assert column(app).line.value == f"Call {NUMBER}"
        held: Review = await app.told(review)
        assert held.at_step == "gather"
        await keys(pilot, *["backspace"] * len(NUMBER))
        await settled(pilot)
        assert "✗" not in shown(app)


async def test_a_card_in_one_column_survives_a_card_hung_in_another(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "retrospective", *AUTISM)
        await keys(pilot, "pagedown")
        column(app, 1).line.focus()
        await types(pilot, "Half a thou")
        column(app).line.focus()
        await types(pilot, "Whole")
        await keys(pilot, "enter")
        await sees(pilot, "· Whole")
        assert column(app, 1).line.value == "Half a thou"
        assert app.focused is column(app).line


async def test_notes_stay_on_the_wall_and_in_the_minutes_when_the_way_changes(
    tmp_path: Path,
) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "retrospective", *AUTISM)
        await keys(pilot, "pagedown")
        await types(pilot, "Calm mornings")
        await keys(pilot, "enter")
        await sees(pilot, "· Calm mornings")
        app.screen.query_one("#gathering").focus()
        await keys(pilot, "right")
        await sees(pilot, "From another way of gathering")
        assert "Calm mornings" in shown(app)
        page = await app.told(lambda journal: drawn(minutes(of_meeting(journal, KEY)), MARKDOWN))
        assert "Calm mornings" in page


async def test_the_foot_of_the_room_names_the_key_for_an_agreement(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app, (80, 24)) as pilot:
        await opened(pilot, app, "single", "BS-03")
        assert "F5 Agree" in shown(app).splitlines()[-1]


async def test_what_became_of_an_agreement_is_said_with_the_key_that_takes_it_back(
    tmp_path: Path,
) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "single", "BS-03")
        await keys(pilot, "enter")
        await keys(pilot, "enter")
        await until(pilot, lambda: "A-06 is done. ^z takes it back." in toasts(pilot))
        await settled(pilot)
        await keys(pilot, "ctrl+z")
        await sees(pilot, "○ Inform the MED committee")


async def test_a_review_is_not_ended_without_a_decision_unasked(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "single", "BS-03")
        await keys(pilot, "f10")
        await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
        assert "Nothing is decided about BS-03." in shown(app)
        await keys(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, MeetingScreen))
        await keys(pilot, "f10")
        await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
        await keys(pilot, "right", "enter")
        await until(pilot, lambda: isinstance(app.screen, MeetingForm))


async def test_undoing_the_beginning_leaves_the_room(tmp_path: Path) -> None:
    """The room began the meeting again at once."""
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "single", "BS-03")
        await keys(pilot, "ctrl+z")
        await until(pilot, lambda: not isinstance(app.screen, MeetingScreen))
        held: Review = await app.told(review)
        assert held.status == "planned"


async def test_a_meeting_about_nothing_does_not_begin(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await settled(pilot)
        await app.told(lambda journal: meetings.prepare(journal, "single", picks=["BS-03"]))
        await app.told(lambda journal: meetings.leave_out(journal, KEY, "BS-03"))
        app.open_meeting(KEY)
        await until(pilot, lambda: "no experiment to look at" in toasts(pilot))
        await until(pilot, lambda: not isinstance(app.screen, MeetingScreen))


async def test_the_first_page_says_that_a_meeting_is_going_on(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "single", "BS-03")
        await keys(pilot, "escape")
        await sees(pilot, f"{KEY} is going on")
        await keys(pilot, "4")
        await keys(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, MeetingScreen))
        await settled(pilot)
        await keys(pilot, "escape")
        await app.told(lambda journal: holding.close(journal, KEY, minutes=40))
        await keys(pilot, "1")
        await until(pilot, lambda: "is going on" not in shown(app))
