"""Keys of a person's own: what can be, what cannot, and that the interface follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog import locale
from explog.tui.app import ExplogApp
from explog.tui.command_lists import command_lists
from explog.tui.desk import Desk
from explog.tui.keymap import keymap, named_key
from explog.tui.screens.help import HelpScreen
from explog.tui.wishes import Wishes
from tests.tui.fake import FakeLibrary, demo
from tests.tui.host import toasts
from tests.tui.screens_shown import lines, settled, shown

if TYPE_CHECKING:
    from explog.tui.command_lists import CommandList


@pytest.fixture(scope="module", name="lists")
def _lists() -> list[CommandList]:
    """Every command there is."""
    return command_lists()


def _app(keys: object, library: FakeLibrary | None = None) -> ExplogApp:
    """The app over the demo with *keys* in its config file."""
    found = library or demo()
    return ExplogApp(Desk(lambda: found, lambda: None), wishes=Wishes(keys=keys))  # type: ignore[arg-type, return-value]


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("z", "z"),
        ("Z", "Z"),
        ("?", "question_mark"),
        ("/", "slash"),
        ("+", "plus"),
        ("F9", "f9"),
        ("Ctrl+K", "ctrl+K"),
        ("ctrl+k", "ctrl+k"),
        ("esc", "escape"),
        ("PgUp", "pageup"),
    ],
)
def test_a_key_is_written_as_people_write_it(typed: str, named: str) -> None:
    assert named_key(typed) == named


def test_a_key_or_a_list_of_keys_takes_the_place_of_the_default(lists: list[CommandList]) -> None:
    made = keymap({"undo": "z", "search": ["/", "ctrl+g"]}, lists)
    assert made.complaints == []
    assert made.keys == {"undo": "z", "search": "slash,ctrl+g"}


def test_two_commands_may_change_places(lists: list[CommandList]) -> None:
    made = keymap({"undo": "n", "new": "u"}, lists)
    assert made.complaints == []
    assert made.keys == {"undo": "n", "new": "u"}


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"undo": "["}, "[keys] undo: a Danish keyboard does not reach ["),
        ({"undo": "ctrl+@"}, "does not reach ctrl+@"),
        ({"undo": "ctrl+q"}, "ctrl+q always does the same"),
        ({"undo": "tab"}, "tab always does the same"),
        ({"undo": "ctrl+hyper"}, "no terminal sends ctrl+hyper"),
        ({"undo": 3}, "write a key, or a list of keys, in quotes"),
        ({"undo": []}, "write a key, or a list of keys, in quotes"),
        ({"undo": ["z", 3]}, "write a key, or a list of keys, in quotes"),
        ({"undo": ""}, "write a key, or a list of keys, in quotes"),
        ({"unod": "z"}, "[keys] unod: there is no such command. Did you mean undo?"),
        ({"zzzzzz": "z"}, "“explog keys” lists them"),
        ({"save": "s"}, "in a field s would be typed"),
        ({"undo": "n"}, "[keys] undo: n is new already"),
        ({"sort": "c"}, "[keys] sort: c is clear already"),
        ({"sort": "j"}, "[keys] sort: j is down already"),
        ({"note": "n"}, "[keys] note: n is new already"),
        ("z", "keys must be a table"),
    ],
    ids=str,
)
def test_what_cannot_be_is_said_in_one_sentence_and_the_default_stays(
    lists: list[CommandList], table: object, said: str
) -> None:
    made = keymap(table, lists)
    assert made.keys == {}
    assert len(made.complaints) == 1
    assert said in made.complaints[0]


def test_one_wrong_entry_does_not_spoil_the_others(lists: list[CommandList]) -> None:
    made = keymap({"undo": "z", "new": "["}, lists)
    assert made.keys == {"undo": "z"}
    assert len(made.complaints) == 1


async def test_footer_help_and_keyboard_follow_the_config_file() -> None:
    made = _app({"help": "H", "undo": ["z", "ctrl+z"]})
    async with made.run_test(size=(100, 50)) as pilot:
        await settled(pilot)
        assert "z Undo" in lines(made)[-1]
        assert "H Help" in lines(made)[-1]
        await pilot.press("question_mark")
        assert not isinstance(made.screen, HelpScreen), "the old key is free"
        await pilot.press("H")
        await settled(pilot)
        assert isinstance(made.screen, HelpScreen)
        assert any(line.split()[1:4] == ["z", "^z", "Undo"] for line in lines(made))


async def test_a_page_that_lays_its_keys_anew_follows_too() -> None:
    made = _app({"open": "o"})
    async with made.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("2")
        await settled(pilot)
        assert "o Open" in lines(made)[-1]


@pytest.mark.parametrize("language", locale.LANGUAGES)
async def test_the_program_starts_and_says_what_could_not_be(language: str) -> None:
    locale.speak(language)
    made = _app({"undo": "[", "new": "[@click=app.quit]x[/]"})
    async with made.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot)
        assert "[keys] undo" in toasts(pilot)
        assert "[keys] new" in toasts(pilot)
        assert "u " in lines(made)[-1] or "u " in shown(made)
        await pilot.press("2", "1")
        await settled(pilot)
        assert toasts(pilot).count("[keys] undo") == 1
