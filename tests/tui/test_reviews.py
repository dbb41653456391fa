"""Page 4, preparing a meeting, and the page of agreements."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from explog import locale
from explog.errors import StoreError
from explog.journal import meetings
from explog.journal.meetings import meeting
from explog.tui.screens.agreements import AgreementsScreen
from explog.tui.screens.confirm import ConfirmScreen
from explog.tui.screens.meeting import MeetingScreen
from explog.tui.screens.meeting_forms import MeetingForm
from explog.tui.screens.minutes import MinutesScreen
from explog.tui.screens.prepare import PrepareScreen
from explog.tui.screens.reviews import ReviewsScreen
from tests.tui import fake
from tests.tui.host import toasts, until
from tests.tui.meeting_host import Program, keys, running, sees, settled, types
from tests.tui.screens_shown import shown

if TYPE_CHECKING:
    import pytest
    from textual.pilot import Pilot

    from explog.journal.journal import Journal

KEY = "LM-2026-04"


async def on_page(pilot: Pilot[None]) -> None:
    """Page 4, read."""
    await settled(pilot)
    await keys(pilot, "4")
    await until(pilot, lambda: isinstance(pilot.app.screen, ReviewsScreen))
    await settled(pilot)


async def test_the_page_lists_meetings_and_open_agreements_overdue_first(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await on_page(pilot)
        told = shown(app)
        assert told.index("LM-2026-03") < told.index("LM-2026-01")
        assert told.index("A-05") < told.index("A-06")
        assert "overdue since 30 Sep" in told
        assert "A-01" not in told, "what is settled stands on the page of agreements"


async def test_a_log_without_meetings_says_what_to_do() -> None:
    locale.speak("en")
    made = fake.app(fake.FakeLibrary(fake.demo().rows_given))
    async with made.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("4")
        await until(pilot, lambda: "No meeting yet" in shown(made))
        assert "prepares one" in shown(made)


async def test_preparing_suggests_experiments_with_reasons_and_they_can_be_changed(
    tmp_path: Path,
) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await on_page(pilot)
        await keys(pilot, "m")
        await keys(pilot, "down", "down", "enter")
        await types(pilot, "Our autumn")
        await keys(pilot, "f2")
        await until(pilot, lambda: isinstance(app.screen, PrepareScreen))
        await sees(pilot, "ended, not reviewed")
        before = (await app.told(lambda journal: meeting(journal, KEY))).experiments
        await keys(pilot, "J")
        after = (await app.told(lambda journal: meeting(journal, KEY))).experiments
        assert after == (before[1], before[0], *before[2:])
        await keys(pilot, "enter")
        await until(pilot, lambda: f"On the list · {len(before) - 1}" in shown(app))
        assert "Taken off the list. u takes it back." in toasts(pilot)
        await keys(pilot, "u")
        await sees(pilot, f"On the list · {len(before)}")


async def test_experiments_are_chosen_by_a_search(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await on_page(pilot)
        await app.told(lambda journal: meetings.prepare(journal, "retrospective", picks=[]))
        await app.push_screen(PrepareScreen(KEY))
        await sees(pilot, "On the list · 0")
        await keys(pilot, "slash")
        await until(pilot, lambda: isinstance(app.screen, MeetingForm))
        await keys(pilot, "enter", "enter")
        await types(pilot, "wristband")
        await keys(pilot, "f2")
        await sees(pilot, "fits the query")
        await keys(pilot, "enter")
        await sees(pilot, "On the list · 1")
        found = await app.told(lambda journal: meeting(journal, KEY))
        assert [pick.reason for pick in found.picks] == ["query"]


async def test_a_meeting_about_nothing_does_not_begin(tmp_path: Path) -> None:
    """A retrospective over no experiment could be held; a search without a find said nothing."""
    app = Program(tmp_path / "log.db")

    def prepare(journal: Journal) -> object:
        return meetings.prepare(journal, "retrospective", picks=[], query="theme:economy_purchase")

    async with running(app) as pilot:
        await on_page(pilot)
        await app.told(prepare)
        await app.push_screen(PrepareScreen(KEY))
        await sees(pilot, "The period or the search finds nothing more")
        await keys(pilot, "s")
        await sees(pilot, "Nothing is on the list yet")
        assert isinstance(app.screen, PrepareScreen)


async def test_a_search_that_cannot_be_understood_says_why(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")

    def prepare(journal: Journal) -> object:
        return meetings.prepare(journal, "retrospective", picks=[], query="state:nonsense")

    async with running(app) as pilot:
        await on_page(pilot)
        await app.told(prepare)
        await app.push_screen(PrepareScreen(KEY))
        await sees(pilot, "On the list · 0")


async def test_nobody_is_asked_for_names(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await on_page(pilot)
        await keys(pilot, "m")
        await keys(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, MeetingForm))
        assert "How many take part?" in shown(app)
        assert "Who" not in shown(app).split("Check-in")[1]


async def test_a_planned_meeting_is_opened_to_prepare_and_started_by_s(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await on_page(pilot)
        await app.told(lambda journal: meetings.prepare(journal, "single", picks=["BS-03"]))
        app.refresh_page()
        await sees(pilot, KEY)
        app.screen.set_focus(None)
        await keys(pilot, "g", "enter")
        await until(pilot, lambda: isinstance(app.screen, PrepareScreen))
        await settled(pilot)
        await keys(pilot, "s")
        await until(pilot, lambda: isinstance(app.screen, MeetingScreen))


async def test_a_meeting_that_was_held_is_read_as_minutes(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await on_page(pilot)
        await keys(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, MinutesScreen))
        await sees(pilot, "LM-2026-03")


async def test_printing_says_where_the_page_is_and_opens_it_only_when_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []
    opened: list[str] = []

    def print_page(page: str, key: str) -> Path:
        asked.append((page, key))
        return tmp_path / "minutes.html"

    app = Program(tmp_path / "log.db", print_page=print_page)
    monkeypatch.setattr(app, "open_url", lambda url, **_more: opened.append(url))
    async with running(app) as pilot:
        await on_page(pilot)
        await keys(pilot, "p")
        await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
        assert "minutes.html" in shown(app)
        await keys(pilot, "enter")
        await keys(pilot, "p")
        await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
        await keys(pilot, "right", "enter")
        await until(pilot, lambda: bool(opened))
    assert asked == [("minutes", "LM-2026-03")] * 2
    assert opened == [(tmp_path / "minutes.html").as_uri()]


async def test_a_page_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    def print_page(page: str, key: str) -> Path:
        raise StoreError(Path("/nowhere"), f"{page} {key} cannot be written")

    app = Program(tmp_path / "log.db", print_page=print_page)
    async with running(app) as pilot:
        await on_page(pilot)
        await keys(pilot, "p")
        await sees(pilot, "Nothing was half-written")


async def test_an_agreement_is_done_by_one_key_and_undone_by_another(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await on_page(pilot)
        await keys(pilot, "a")
        await until(pilot, lambda: isinstance(app.screen, AgreementsScreen))
        await sees(pilot, "Open agreements · 2")
        await keys(pilot, "d")
        await sees(pilot, "Open agreements · 1")
        await keys(pilot, "u")
        await sees(pilot, "Open agreements · 2")


async def test_an_agreement_that_is_kept_gets_a_new_day(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await on_page(pilot)
        await keys(pilot, "a")
        await sees(pilot, "Open agreements · 2")
        await keys(pilot, "b")
        await until(pilot, lambda: isinstance(app.screen, MeetingForm))
        await keys(pilot, "enter")
        await types(pilot, "2027-01-15")
        await keys(pilot, "f2")
        await sees(pilot, "by 15 Jan 2027")
        found: Any = await app.told(
            lambda journal: journal.store.document(journal.store.find("A-05"))
        )
        assert (found["status"], found["due"]) == ("open", "2027-01-15")


async def test_the_door_of_an_overdue_agreement_leads_to_its_line(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await settled(pilot)
        await until(pilot, lambda: "Agreement overdue" in shown(app))
        app.open_agreements("A-06")
        await until(pilot, lambda: isinstance(app.screen, AgreementsScreen))
        await sees(pilot, "A-06")
        focused: Any = app.focused
        known = await app.told(lambda journal: journal.store.find("A-06"))
        await until(pilot, lambda: getattr(app.focused, "about", "") == known.partition("/")[2])
        assert focused is not None


async def test_a_form_that_was_left_offers_what_was_typed_again(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await on_page(pilot)
        await keys(pilot, "a", "a")
        await until(pilot, lambda: isinstance(app.screen, MeetingForm))
        await types(pilot, "Half an agreement")
        await keys(pilot, "escape")
        await keys(pilot, "a")
        await sees(pilot, "Half an agreement")
