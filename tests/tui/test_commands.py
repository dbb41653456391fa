"""Every command there is: reached by key, by palette and by mouse, on keys that can be pressed.

The lists are found on the screens, so that a command of a new page is tried without being named.
"""

from __future__ import annotations

import inspect
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

import pytest
from textual.binding import Binding
from textual.widgets import Input

import explog.tui.screens
from explog import locale
from explog.tui.command_lists import command_lists, commands_in
from explog.tui.commands import EVERYWHERE, PAGES, Command
from explog.tui.keymap import OUT_OF_REACH, typed_by
from explog.tui.screens.help import HelpScreen
from explog.tui.widgets.key_line import KeyLine
from tests.tui.real import demo_log, over
from tests.tui.screens_shown import lines, settled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from explog.tui.app import ExplogApp
    from explog.tui.command_lists import CommandList

LISTS = command_lists()
EATEN = {f"ctrl+{letter}" for letter in "pwntrlfs"}
"""What browsers and editors take for themselves."""

HERE = dict.fromkeys(("overview",), ()) | {
    "experiments": ("2",),
    "lessons": ("3",),
    "reviews": ("4",),
    "insights": ("5",),
    "experiment": ("2", "enter"),
    "history": ("2", "enter", "h"),
    "agreements": ("4", "a"),
    "prepare": ("4", "enter"),
}
"""Page → the keys that lead there."""


def _every() -> Iterator[tuple[str, Binding]]:
    """Every binding with where it belongs."""
    for page in LISTS:
        for one in Binding.make_bindings(page.bindings):
            yield page.place, one


def _modules() -> list[Any]:
    """The modules of the screens."""
    return [
        import_module(f"explog.tui.screens.{found.name}")
        for found in iter_modules(explog.tui.screens.__path__)
    ]


def test_every_command_of_every_module_is_found() -> None:
    found = {one.action for _place, one in _every()}
    for module in _modules():
        for command in commands_in(module):
            assert not command.title or command.action in found, (module, command)
    assert len(found) > 40


def test_no_key_is_out_of_reach_of_a_danish_keyboard() -> None:
    wrong = [
        (place, one.key)
        for place, one in _every()
        if (typed_by(one.key.rpartition("+")[2]) or "") in OUT_OF_REACH
    ]
    assert wrong == []


def test_what_a_browser_eats_has_a_second_key() -> None:
    keys: dict[tuple[str, str], set[str]] = {}
    for place, one in _every():
        keys.setdefault((place, one.action), set()).add(one.key)
    assert [where for where, found in keys.items() if found <= EATEN] == []


def test_no_key_does_two_things_on_one_page() -> None:
    for page in LISTS:
        held: dict[str, str] = {}
        for one in Binding.make_bindings(page.bindings):
            assert held.setdefault(one.key, one.action) == one.action, (page.place, one.key)


def test_every_command_says_what_it_does_in_danish_too() -> None:
    for place, one in _every():
        for english in (one.description, one.tooltip):
            locale.speak("da")
            assert not english or locale._(english), (place, english)
    named = {(one.id, one.description) for _place, one in _every()}
    assert all(title for _name, title in named)


def test_a_command_everywhere_can_be_found_by_its_explanation() -> None:
    assert all(command.about for command in EVERYWHERE)


@pytest.fixture(scope="module", name="log")
def _log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo log."""
    return demo_log(tmp_path_factory.mktemp("commands") / "log.db")


def _noting(made: ExplogApp, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the app is asked to do from now on, noted instead of done."""
    asked: list[str] = []

    async def note(action: Any, _node: object = None, _names: object = None) -> bool:  # noqa: ANN401 - Textual's
        asked.append(str(action))
        return True

    monkeypatch.setattr(made, "run_action", note)
    return asked


def _live(made: ExplogApp) -> list[Any]:
    """The commands that work on the page in front, each once: ours, not Textual's movements."""
    found: dict[str, Any] = {}
    for active in made.screen.active_bindings.values():
        if active.enabled and active.binding.id and active.binding.action != "app.back":
            found.setdefault(active.binding.action, active)
    return list(found.values())


@pytest.mark.parametrize("page", HERE)
async def test_every_key_of_a_page_runs_its_command(
    log: Path, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with over(log, *HERE[page]) as (made, pilot):
        live = made.screen.active_bindings
        asked = _noting(made, monkeypatch)
        for key, active in live.items():
            if active.binding.id:
                asked.clear()
                await pilot.press(key)
                assert asked[:1] == [active.binding.action], key


@pytest.mark.parametrize("page", HERE)
async def test_the_palette_runs_every_command_of_a_page(
    log: Path, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from explog.tui.widgets.palette import CommandProvider

    async with over(log, *HERE[page]) as (made, _pilot):
        live = [
            one
            for one in _live(made)
            if one.binding.tooltip
            and not one.binding.system
            and one.binding.action != "app.command_palette"
        ]
        asked = _noting(made, monkeypatch)
        hits = [hit async for hit in CommandProvider(made.screen).discover()]
        for hit in hits:
            done = hit.command()
            if inspect.isawaitable(done):
                await done
        assert set(asked) == {one.binding.action for one in live}
        for one in live:
            assert any(one.binding.description in str(hit.text) for hit in hits), one.binding


@pytest.mark.parametrize("page", HERE)
async def test_the_mouse_runs_every_command_of_a_page(
    log: Path, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the footer, the pages of the header, or the palette, which the footer opens by a click."""
    async with over(log, *HERE[page]) as (made, pilot):
        footer = made.screen.query_one(KeyLine)
        asked = _noting(made, monkeypatch)
        shown = {one.binding.action: start for start, _end, one in footer._places}
        assert "app.command_palette" in shown, "by it the mouse reaches all that has no place here"
        for action, start in shown.items():
            asked.clear()
            await pilot.click(offset=(start, footer.region.y))
            await pilot.pause()
            assert asked == [action]
        for command in PAGES:
            asked.clear()
            place = lines(made)[0].index(command.title)
            await pilot.click(offset=(place, 0))
            await pilot.pause()
            assert asked == [command.action]


async def test_a_click_in_the_palette_runs_what_was_clicked(log: Path) -> None:
    async with over(log, size=(100, 40)) as (made, pilot):
        await pilot.click(offset=(made.screen.query_one(KeyLine)._places[-1][0], 39))
        await pilot.pause(0.3)
        row = next(n for n, line in enumerate(lines(made)) if "Help" in line)
        await pilot.click(offset=(lines(made)[row].index("Help"), row))
        await settled(pilot)
        await pilot.pause(0.2)
        assert isinstance(made.screen, HelpScreen)


@pytest.mark.parametrize("page", HERE)
async def test_the_keys_of_every_page_are_the_same_ones(log: Path, page: str) -> None:
    """Help, palette, colours, undo, new, quit and the five pages; esc goes back."""
    async with over(log, *HERE[page]) as (made, _pilot):
        live = {key: one.binding.id for key, one in made.screen.active_bindings.items()}
        if isinstance(made.focused, Input):
            pytest.skip("letters are typed here")
        for command in EVERYWHERE:
            for one in command.bindings():
                named = next(iter(Binding.make_bindings([one]))).key
                assert live[named] == command.name, (page, named)
        assert page == "overview" or live["escape"] in {"back", "leave"}


def _screens() -> list[CommandList]:
    """Forms: what lies over a page."""
    return [page for page in LISTS if page.kind == "form"]


@pytest.mark.parametrize("page", _screens(), ids=lambda page: page.place)
def test_every_form_is_left_by_escape(page: CommandList) -> None:
    assert "escape" in {one.key for one in Binding.make_bindings(page.bindings)}


def test_names_are_stable_words() -> None:
    names = {one.id for _place, one in _every()}
    assert names >= {"undo", "new", "help", "quit", "search", "copy-key", "archive", "note", "up"}
    assert all(name and name.isascii() and name.replace("-", "").isalnum() for name in names)
    assert Command("form('note')", "t", "Note", "").name == "note"
    assert Command("scroll(1)", "j", "", "").name is None
