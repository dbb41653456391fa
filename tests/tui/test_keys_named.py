"""Sentences name the key in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog import locale
from explog.tui.app import ExplogApp
from explog.tui.desk import Desk
from explog.tui.keys_named import key_of, keyed
from explog.tui.screens.experiments_commands import COMMANDS_HERE
from explog.tui.screens.form import FormScreen
from explog.tui.screens.form_keys import FORM_COMMANDS, RELATED
from explog.tui.screens.jot import JotForm
from explog.tui.wishes import Wishes
from tests.tui.fake import FakeLibrary
from tests.tui.host import toasts, until
from tests.tui.real import demo_log, over
from tests.tui.screens_shown import settled, shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def _app(keys: Mapping[str, str]) -> ExplogApp:
    """The app over an empty log with *keys* in its config file."""
    wishes = Wishes(keys=keys)
    return ExplogApp(Desk(FakeLibrary, lambda: None), wishes=wishes)  # type: ignore[arg-type, return-value]


@pytest.mark.parametrize(
    ("keys", "key"), [({}, "u"), ({"undo": "z"}, "z"), ({"undo": "f12"}, "F12")]
)
def test_a_key_is_named_as_it_is_now(keys: dict[str, str], key: str) -> None:
    assert key_of(_app(keys), "undo") == key


def test_the_sign_of_a_key_is_its_own_and_words_are_translated() -> None:
    made = _app({})
    assert key_of(made, "related", [RELATED]) == "F5"
    assert key_of(made, "search", COMMANDS_HERE) == "/"
    locale.speak("da")
    assert key_of(made, "mark", COMMANDS_HERE) == "mellemrum"


async def test_sentences_and_empty_pages_say_a_persons_own_keys() -> None:
    made = _app({"quit": "z", "prepare": "b"})
    async with made.run_test(notifications=True) as pilot:
        await settled(pilot)
        made.action_help_quit()
        await settled(pilot)
        assert "z closes explog" in toasts(pilot)
        await pilot.press("4")
        await settled(pilot)
        assert "b  prepares one" in shown(made)


async def test_who_undoes_by_z_reads_z_in_the_toast(tmp_path: Path) -> None:
    async with over(demo_log(tmp_path / "log.db"), "2", "enter") as (made, pilot):
        made.taste.keys = {"undo": "z"}
        made.set_keymap(made.taste.keys)
        await pilot.press("a")
        await until(pilot, lambda: "is archived. z brings it back." in toasts(pilot))
        await pilot.press("z")
        await until(pilot, lambda: "Undone" in toasts(pilot))


def test_the_line_of_keys_below_a_form_names_a_persons_own() -> None:
    """Forms went on naming F2 to who had put saving elsewhere."""
    made = _app({"save": "f12", "leave": "ctrl+e"})
    assert keyed(made, "{save} save · {leave} leave", FORM_COMMANDS) == "F12 save · ^e leave"
    assert keyed(made, "{turn_forward}/{turn_back}", FORM_COMMANDS) == "PgDn/PgUp"


async def test_a_form_shows_the_keys_in_force(tmp_path: Path) -> None:
    async with over(demo_log(tmp_path / "log.db")) as (made, pilot):
        made.taste.keys = {"save": "f12", "over": "f10"}
        made.set_keymap(made.taste.keys)
        made.push_screen(FormScreen("edit", "AMB-01"))
        await until(pilot, lambda: "F12 save" in shown(made))
        assert "F2 save" not in shown(made)
        made.push_screen(JotForm("AMB"))
        await until(pilot, lambda: "It is over already (F10)" in shown(made))
