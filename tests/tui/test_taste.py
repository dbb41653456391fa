"""Theme, motion, signs and colourless terminals: what a person wishes, and what is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog import locale
from explog.settings import Settings
from explog.tui.app import ExplogApp
from explog.tui.desk import Desk
from explog.tui.wishes import Wishes, remember, remembered, wishes
from tests.tui.fake import FakeLibrary, demo
from tests.tui.host import toasts
from tests.tui.screens_shown import contrast, inks, settled, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.color import Color


def _app(wished: Wishes, library: FakeLibrary | None = None) -> ExplogApp:
    """The app over the demo, as *wished*."""
    found = library or demo()
    return ExplogApp(Desk(lambda: found, lambda: None), wishes=wished)  # type: ignore[arg-type, return-value]


async def _chosen(made: ExplogApp, typed: str, toasted: list[str] | None = None) -> None:
    """Choose the theme that begins with *typed* with F6."""
    async with made.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("f6", *typed)
        await pilot.pause(0.4)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.pause(0.1)
        if toasted is not None:
            toasted.append(toasts(pilot))


async def test_the_theme_that_was_chosen_is_there_the_next_time(tmp_path: Path) -> None:
    memory = tmp_path / "not made yet" / "theme"
    first = _app(Wishes(memory=memory))
    assert first.theme == "explog-dark"
    await _chosen(first, "explog-l")
    assert first.theme == "explog-light"
    assert [one.name for one in memory.parent.iterdir()] == ["theme"]
    assert _app(Wishes(memory=memory)).theme == "explog-light"
    other = _app(Wishes(memory=memory))
    await _chosen(other, "nord")
    assert _app(Wishes(memory=memory)).theme == "nord"


async def test_where_nothing_can_be_written_the_choice_lasts_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    told: list[str] = []
    made = _app(Wishes(memory=tmp_path / "file" / "theme"))
    await _chosen(made, "explog-l", told)
    assert made.theme == "explog-light"
    assert "lasts until you quit" in told[0]


async def test_a_theme_that_is_set_goes_first_and_says_so(tmp_path: Path) -> None:
    memory = tmp_path / "theme"
    remember(memory, "nord")
    told: list[str] = []
    made = _app(Wishes(theme="explog-light", memory=memory))
    assert made.theme == "explog-light"
    await _chosen(made, "explog-d", told)
    assert "explog-light" in told[0]
    assert remembered(memory) == "nord"


async def test_an_unknown_theme_is_said_and_the_default_holds() -> None:
    made = _app(Wishes(theme="[b]pink[/b]"))
    async with made.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot)
        assert made.theme == "explog-dark"
        assert "There is no theme [b]pink[/b]" in toasts(pilot)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"pink\n", b"x" * 10_000])
def test_a_memory_that_makes_no_sense_counts_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "theme").write_bytes(content)
    assert _app(Wishes(memory=tmp_path / "theme")).theme == "explog-dark"


def test_what_is_set_is_read_from_environment_and_config_file(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('theme = "nord"\nmotion = "none"\n[keys]\nundo = "z"\n')
    made = wishes(Settings({"EXPLOG_CONFIG": str(path)}))
    assert (made.theme, made.is_still, made.keys) == ("nord", True, {"undo": "z"})
    assert wishes(Settings({"EXPLOG_CONFIG": str(path), "EXPLOG_THEME": "dracula"})).theme == (
        "dracula"
    )
    assert not wishes(Settings({"EXPLOG_CONFIG": str(tmp_path / "none")})).is_still


def test_nothing_moves_where_nobody_wants_it() -> None:
    assert _app(Wishes(is_still=True)).animation_level == "none"
    assert _app(Wishes()).animation_level == "full"


@pytest.fixture
def plainly() -> Iterator[None]:
    """ASCII signs during the test."""
    locale.draw_plainly()
    yield
    locale.draw_plainly(on=False)


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize("keys", [(), ("2",), ("question_mark",), ("colon",)], ids=str)
async def test_a_terminal_without_glyphs_gets_ascii_and_letters(keys: tuple[str, ...]) -> None:
    made = _app(Wishes(), demo(danish=True))
    async with made.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press(*keys)
        await pilot.pause(0.3)
        await settled(pilot)
        drawn = shown(made)
        assert {one for one in drawn if not one.isascii()} <= {*"æøåÆØÅé"}
        assert "enter" in drawn or "esc" in drawn


@pytest.mark.parametrize("theme", ["explog-dark", "explog-light"])
async def test_without_colour_the_cursor_can_still_be_seen(
    monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    made = _app(Wishes(theme=theme))
    async with made.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        pieces = [*inks(made)]
        assert all(_is_grey(ink.colour) and _is_grey(ink.ground) for ink in pieces)
        grounds = {ink.ground.hex: ink.ground for ink in pieces}
        assert len(grounds) == 2, "the page's and the cursor's"
        one, other = grounds.values()
        assert contrast(one, other) > 1.6
        faint = [
            (ink.text, ink.colour.hex, ink.ground.hex)
            for ink in pieces
            if any(map(str.isalnum, ink.text)) and contrast(ink.colour, ink.ground) < 4.5
        ]
        assert faint == []


def _is_grey(colour: Color) -> bool:
    """Whether *colour* has no hue."""
    parts = (colour.r, colour.g, colour.b)
    return max(parts) - min(parts) <= 2
