"""The frame around all pages: keys, footer, help, palette, toasts, undo, and how it ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import pytest
from textual.keys import key_to_character
from textual.widgets import OptionList

from explog import locale
from explog.cli.library import StoredLibrary
from explog.errors import NewerLogError, Refused, StoreError
from explog.journal import workplaces
from explog.journal.ids import IdMaker
from explog.journal.journal import Journal
from explog.journal.ports import Clock
from explog.store.log import Log
from explog.tui.app import ExplogApp
from explog.tui.desk import Desk
from explog.tui.run import ended
from explog.tui.say import say
from explog.tui.screens.experiments import ExperimentsScreen
from explog.tui.screens.help import HelpScreen
from explog.tui.screens.overview import OverviewScreen
from explog.tui.widgets.key_line import MOST, KeyLine, live_bindings
from explog.tui.widgets.palette import CommandProvider, Palette
from tests.tui.fake import HOSTILE, TODAY, FakeLibrary, app, demo
from tests.tui.screens_shown import lines, metas, settled, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from explog.journal.library import Library

OUT_OF_REACH = set("[]{}@\\|~^`")
"""What a Danish keyboard has only behind AltGr or a dead key."""


async def test_pages_are_reached_by_number_and_left_by_escape() -> None:
    made = app(demo())
    async with made.run_test() as pilot:
        await settled(pilot)
        await pilot.press("2")
        assert isinstance(made.screen, ExperimentsScreen)
        await pilot.press("2", "1")
        assert isinstance(made.screen, OverviewScreen)
        await pilot.press("2", "escape", "escape")
        assert isinstance(made.screen, OverviewScreen)
        assert len(made.screen_stack) == 1


async def test_pages_are_reached_by_mouse() -> None:
    made = app(demo())
    async with made.run_test() as pilot:
        await settled(pilot)
        await pilot.click(offset=(lines(made)[0].index("Experiments"), 0))
        await settled(pilot)
        assert isinstance(made.screen, ExperimentsScreen)
        await pilot.click(offset=(lines(made)[0].index("Overview"), 0))
        await settled(pilot)
        assert isinstance(made.screen, OverviewScreen)


async def test_q_quits_with_zero() -> None:
    made = app(demo())
    async with made.run_test() as pilot:
        await settled(pilot)
        await pilot.press("q")
        await pilot.pause()
    assert made.return_code == 0


async def test_no_key_is_out_of_reach_of_a_danish_keyboard() -> None:
    made = app(demo())
    async with made.run_test() as pilot:
        await settled(pilot)
        keys = set()
        for opening in ("1", "2", "slash"):
            await pilot.press(opening)
            await settled(pilot)
            keys |= set(made.screen.active_bindings)
        characters = {key_to_character(key.rpartition("+")[2]) for key in keys}
        assert characters & OUT_OF_REACH == set()
        assert {"1", "2", "n", "u", "q", "s"} <= characters


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24), (140, 40)])
@pytest.mark.parametrize("language", locale.LANGUAGES)
async def test_the_footer_has_at_most_seven_keys_and_fits(
    size: tuple[int, int], language: str
) -> None:
    locale.speak(language)
    made = app(demo())
    async with made.run_test(size=size) as pilot:
        await settled(pilot)
        for opening in ("1", "2", "slash"):
            await pilot.press(opening)
            await settled(pilot)
            line = made.screen.query_one(KeyLine)
            assert 2 <= len(line._places) <= MOST
            assert lines(made)[-1].endswith("Kommandoer" if language == "da" else "Commands")
            assert "…" not in lines(made)[-1]


async def test_a_key_in_the_footer_can_be_clicked() -> None:
    made = app(demo())
    async with made.run_test() as pilot:
        await settled(pilot)
        last = lines(made)[-1]
        await pilot.click(offset=(last.index("Help"), 23))
        await pilot.pause()
        assert isinstance(made.screen, HelpScreen)


async def test_while_typing_the_footer_shows_no_key_that_would_be_typed() -> None:
    made = app(demo())
    async with made.run_test() as pilot:
        await settled(pilot)
        await pilot.press("slash")
        await settled(pilot)
        shown_keys = {made.get_key_display(one.binding) for one in live_bindings(made.screen)}
        assert "esc" in shown_keys
        assert shown_keys & {"/", "?", ":", "n", "s", "u"} == set()


async def test_help_begins_with_a_life_and_lists_exactly_the_keys_that_work() -> None:
    made = app(demo())
    async with made.run_test(size=(120, 90)) as pilot:
        await settled(pilot)
        await pilot.press("f1")
        await settled(pilot)
        text = shown(made)
        assert "○ idea → ◔ planned → ▶ running → ◐ in review → ● adopted → ▲ scaled" in text
        assert "Go through the marked line" in text
        assert "Choose an order" not in text
        await pilot.press("escape", "2", "question_mark")
        await settled(pilot)
        text = shown(made)
        assert "Choose an order" in text
        assert "Go through the marked line" not in text
        for binding in {
            one.binding.tooltip for one in made.screen_stack[-2].active_bindings.values()
        }:
            assert binding in " ".join(re.sub("[│╭╮╰╯]", " ", text).split())
        await pilot.press("q")
        assert isinstance(made.screen, ExperimentsScreen), "q closes the help, not the program"


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
@pytest.mark.parametrize(
    ("language", "typed"), [("en", "exper"), ("en", "ekspe"), ("da", "exper"), ("da", "ekspe")]
)
async def test_the_palette_finds_commands_in_both_languages(
    key: str, language: str, typed: str
) -> None:
    locale.speak(language)
    made = app(demo())
    async with made.run_test() as pilot:
        await settled(pilot)
        await pilot.press(key, *typed)
        await pilot.pause(0.3)
        assert isinstance(made.screen, Palette)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(made.screen, ExperimentsScreen)


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("core task", "Workplace"),
        ("kerneopgave", "Workplace"),
        ("code", "Code of the workplace"),
        ("kode", "Code of the workplace"),
        ("indstillinger", "Settings"),
        ("sprog", "Language"),
        ("history", "History"),
        ("eksport", "Export"),
        ("udskriv", "Print"),
        ("slet", "Delete"),
    ],
)
async def test_the_palette_answers_the_words_a_person_looks_for(
    language: str, typed: str, found: str
) -> None:
    """“No command is called that”, for the workplace, the language, an export, a print."""
    locale.speak(language)
    made = app(demo())
    async with made.run_test(size=(80, 40)) as pilot:
        await settled(pilot)
        hits = [hit async for hit in CommandProvider(made.screen).search(typed)]
        assert any(hit.text == locale._(found) for hit in hits)


async def test_a_command_with_two_keys_is_offered_once_by_the_palette() -> None:
    made = app(demo())
    async with made.run_test() as pilot:
        await settled(pilot)
        offered = [hit.text async for hit in CommandProvider(made.screen).discover()]
        assert len(offered) == len(set(offered))


async def test_the_palette_speaks_danish_and_offers_nothing_of_textuals_own() -> None:
    locale.speak("da")
    made = app(demo())
    async with made.run_test(size=(80, 60)) as pilot:
        await settled(pilot)
        await pilot.press("colon")
        await pilot.pause(0.3)
        text = shown(made)
        for english in ("Search for", "Screenshot", "Maximize", "Quit the app", "Focus", "Scroll"):
            assert english not in text
        await pilot.press(*"qqqqqq")
        await pilot.pause(0.8)
        assert "No matches" not in shown(made)
        assert made.screen.query_one(OptionList).option_count == 1


async def test_a_toast_is_literal_and_harmless() -> None:
    made = app(demo())
    async with made.run_test(notifications=True) as pilot:
        await settled(pilot)
        for title in HOSTILE:
            say(made, title, "warning")
        await settled(pilot)
        text = shown(made)
        assert "[@click=app.quit]x[/]" in text
        assert "\x1b" not in text
        assert not [meta for meta in metas(made) if "app.quit" in str(meta)]


async def test_what_is_refused_is_said_and_nothing_falls_over() -> None:
    refusal = Refused("Only on [b]Mondays[/b].")
    made = app(demo())
    async with made.run_test(notifications=True) as pilot:
        await settled(pilot)

        def refuse(_journal: Journal) -> str:
            raise refusal

        assert await made.attempt(refuse) is None
        await settled(pilot)
        assert "Only on [b]Mondays[/b]." in shown(made)


async def test_a_log_that_cannot_be_read_closes_with_its_reason_and_exit_code(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def newer() -> Library:
        raise NewerLogError("log.db")

    made = ExplogApp(Desk(newer, lambda: cast("Journal", None)))
    async with made.run_test() as pilot:
        await settled(pilot)
    assert made.return_code == 5
    assert "newer explog" in capsys.readouterr().err


@pytest.mark.parametrize("has_given_up", [False, True])
def test_only_a_fault_of_its_own_is_told_as_one(
    capsys: pytest.CaptureFixture[str], *, has_given_up: bool
) -> None:
    """Seen: of a damaged file it said that what was saved is safe in it."""
    made = app(FakeLibrary())
    if has_given_up:
        made._give_up(StoreError("log.db", "the file is damaged"))
    assert ended(made) == 1
    assert ("fault of its own" in capsys.readouterr().err) is not has_given_up


@pytest.fixture
def log(tmp_path: Path) -> Iterator[ExplogApp]:
    """The app over a real log with one idea in it."""
    path = tmp_path / "log.db"

    def open_journal() -> Journal:
        return Journal(Log.open(path), Clock(TODAY), IdMaker())

    first = open_journal()
    workplaces.add(first, "OST", "Station East")
    first.jot("Light by the door")
    cast("Log", first.store).close()
    desk = Desk(lambda: StoredLibrary(path, TODAY), open_journal)
    yield ExplogApp(desk)
    desk.close()


async def test_undo_takes_the_newest_act_back_says_which_and_shows_it(log: ExplogApp) -> None:
    async with log.run_test(size=(80, 30), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("2")
        await settled(pilot)
        await pilot.press("a")
        await settled(pilot)
        assert "0 of 0" in shown(log)
        await pilot.press("u")
        await settled(pilot)
        await settled(pilot)
        text = " ".join(shown(log).split())
        assert "1 of 1" in text
        assert "Undone: Archive · OST-01" in text


async def test_undo_where_nothing_was_ever_written_says_why_not() -> None:
    made = app(FakeLibrary())
    async with made.run_test(size=(100, 40), notifications=True) as pilot:
        await settled(pilot)
        assert "Undo" not in lines(made)[-1]
        await pilot.press("u")
        await settled(pilot)
        assert "Nothing to undo yet." in shown(made)
        await pilot.press("question_mark")
        await settled(pilot)
        assert any("Undo" in line and "Nothing to undo yet." in line for line in lines(made))


@pytest.mark.parametrize(
    "theme", ["explog-dark", "explog-light", "nord", "textual-light", "ansi-dark", "ansi-light"]
)
async def test_every_theme_has_the_meanings_of_our_colours(theme: str) -> None:
    made = app(demo())
    async with made.run_test(notifications=True) as pilot:
        await settled(pilot)
        made.theme = theme
        await settled(pilot)
        await pilot.press("2")
        await settled(pilot)
        say(made, "fine")
        await settled(pilot)
        assert "LYS-04" in shown(made)
