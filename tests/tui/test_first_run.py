"""The first run: three ways to begin, each to its end, on a real log where it matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Key

from explog import locale
from explog.cli.library import StoredLibrary
from explog.errors import Refused
from explog.journal.ids import IdMaker
from explog.journal.journal import Journal
from explog.journal.ports import Clock
from explog.store.log import Log
from explog.tui.app import ExplogApp
from explog.tui.desk import Desk
from explog.tui.screens.first_forms import BringInForm, code_from
from explog.tui.screens.first_run import FirstRunScreen
from explog.tui.screens.overview import OverviewScreen
from explog.tui.widgets.fields import Field
from tests.tui.fake import TODAY, FakeJournal, FakeLibrary, app, demo, row
from tests.tui.host import until
from tests.tui.screens_shown import settled, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the experiments that were opened; their page has tests of its own."""
    keys: list[str] = []
    monkeypatch.setattr(ExplogApp, "open_experiment", lambda _app, key: keys.append(key))
    return keys


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[ExplogApp]:
    """The app of somebody who has no log yet."""
    path = tmp_path / "log.db"
    desk = Desk(
        lambda: StoredLibrary(path, TODAY), lambda: Journal(Log.open(path), Clock(TODAY), IdMaker())
    )
    yield ExplogApp(desk)
    desk.close()


async def test_it_is_shown_while_nothing_was_written_and_only_then() -> None:
    for library, is_first in ((FakeLibrary(), True), (FakeLibrary([row("ID-01")]), False)):
        made = app(library)
        async with made.run_test() as pilot:
            await settled(pilot)
            assert isinstance(made.screen, FirstRunScreen) is is_first


async def test_it_offers_only_what_there_is() -> None:
    for given, offered in (({}, False), ({"open_demo": dict, "bring_in": str}, True)):
        made = app(FakeLibrary(), **given)
        async with made.run_test() as pilot:
            await settled(pilot)
            text = shown(made)
            assert "n  your first experiment (two minutes)" in text
            assert "Your log: /home/somebody/explog/log.db" in text
            assert ("d  look around in a demo log" in text) is offered
            assert ("i  bring in a JSON log" in text) is offered
            assert ({"d", "i"} <= set(made.screen.active_bindings)) is offered


async def test_a_long_path_shows_its_end() -> None:
    made = app(FakeLibrary(path="/" + "a_long_folder/" * 9 + "log.db"))
    async with made.run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        assert "a_long_folder/log.db  │" in shown(made)


async def test_it_can_be_left_for_the_empty_overview_and_does_not_come_back() -> None:
    made = app(FakeLibrary())
    async with made.run_test() as pilot:
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(made.screen, OverviewScreen)
        assert "Nothing is decided yet." in shown(made)


@pytest.mark.parametrize("there", ["2", "mouse"])
async def test_it_gives_way_to_another_page(there: str) -> None:
    made = app(FakeLibrary())
    async with made.run_test() as pilot:
        await settled(pilot)
        if there == "mouse":
            await pilot.click(offset=(shown(made).index("Experiments"), 0))
        else:
            await pilot.press(there)
        await settled(pilot)
        assert "No experiments yet. Press n" in shown(made)


@pytest.mark.parametrize("keys", [("d",), ("down", "enter")])
async def test_the_demo_is_opened_instead_and_the_header_says_so(keys: tuple[str, ...]) -> None:
    library = demo()
    made = app(FakeLibrary(), open_demo=lambda: (lambda: library, lambda: FakeJournal(library)))
    async with made.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press(*keys)
        await settled(pilot)
        await settled(pilot)
        assert isinstance(made.screen, OverviewScreen)
        assert "explog demo" in shown(made)
        assert "20 experiments" in shown(made)


async def test_a_json_log_is_brought_in_after_what_was_wrong_is_said_beside_the_field() -> None:
    library = FakeLibrary()

    def bring_in(path: str) -> str:
        if path != "log.json":
            raise Refused("There is no " + path)
        library.rows_given = demo().rows_given
        return "20 experiments came in."

    made = app(library, bring_in=bring_in)
    async with made.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("i")
        await settled(pilot)
        await pilot.press(*"no", "enter")
        await settled(pilot)
        assert isinstance(made.screen, BringInForm)
        assert "✗ There is no no" in shown(made)
        await pilot.press("backspace", "backspace", *"log.json", "f2")
        await settled(pilot)
        await settled(pilot)
        assert isinstance(made.screen, OverviewScreen)
        text = shown(made)
        assert "20 experiments came in." in text
        assert "How it ended · 15 decided" in text


async def test_the_first_idea_asks_for_the_workplace_once_and_then_for_the_title(
    fresh: ExplogApp, opened: list[str]
) -> None:
    async with fresh.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("n")
        await settled(pilot)
        assert type(fresh.screen).__name__ == "WorkplaceForm"
        await pilot.press(*"Station", "space", *"East", "enter", *"ost", "enter", *"Prompt", "f2")
        await settled(pilot)
        await settled(pilot)
        assert type(fresh.screen).__name__ == "JotForm"
        await pilot.press(*"Lamp", "enter")
        await settled(pilot)
        await settled(pilot)
        assert opened == ["OST-01"]
        assert type(fresh.screen).__name__ == "OverviewScreen"
        assert fresh.glance is not None
        assert [place["name"] for place in fresh.glance.workplaces] == ["Station East"]
        assert "Prompt" in str(fresh.glance.workplaces[0]["core_tasks"])
        await pilot.press("n")
        await settled(pilot)
        assert type(fresh.screen).__name__ == "JotForm", "it is asked once"


@pytest.mark.parametrize(("language", "key"), [("en", "WE-01"), ("da", "VI-01")])
async def test_the_questions_about_the_workplace_can_be_skipped(
    fresh: ExplogApp, opened: list[str], language: str, key: str
) -> None:
    locale.speak(language)
    async with fresh.run_test() as pilot:
        await settled(pilot)
        await pilot.press("n")
        await settled(pilot)
        await pilot.press("enter", "enter", "enter")
        await settled(pilot)
        await settled(pilot)
        await pilot.press(*"Lamp", "enter")
        await settled(pilot)
        await settled(pilot)
        assert opened == [key]


async def test_all_that_is_typed_at_once_lands_where_it_was_meant(fresh: ExplogApp) -> None:
    """The keys went to the page below and to the first field: its “i” opened another form."""
    async with fresh.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        for name in ("n", *"Hus", "enter", *"hus", "enter", *"livid"):
            fresh.post_message(Key(name, name if len(name) == 1 else None))
        await until(pilot, lambda: bool(typed_in(fresh).get("core_tasks", "").endswith("d")))
        assert typed_in(fresh) == {"name": "Hus", "code": "hus", "core_tasks": "livid"}


def typed_in(app: ExplogApp) -> dict[str, str]:
    """What stands in the fields of the form in front, by question."""
    return {field.question.name: field.raw for field in app.screen.query(Field)}


async def test_a_code_that_cannot_be_is_said_beside_its_field(fresh: ExplogApp) -> None:
    async with fresh.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("n")
        await settled(pilot)
        await pilot.press(*"East", "enter", *"a1", "f2")
        await settled(pilot)
        assert type(fresh.screen).__name__ == "WorkplaceForm"
        wrong = [field.question.name for field in fresh.screen.query(Field) if field.problem]
        assert wrong == ["code"]
        await pilot.press("escape")
        await settled(pilot)
        assert type(fresh.screen).__name__ == "FirstRunScreen", "leaving writes nothing"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Station East", "SE"),
        ("Mosebo", "MOS"),
        ("x", ""),
        ("", ""),
        ("42 Ø", "Ø"[:0]),
        ("Ørstedparkens Børnehus", "ØB"),
    ],
)
def test_a_code_is_made_of_the_name(name: str, code: str) -> None:
    assert code_from(name) == code
