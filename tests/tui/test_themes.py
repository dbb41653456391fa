"""Our two themes: text 7:1 or better, all else 4.5:1, measured on the screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.color import Color
from textual.widgets._toast import Toast

from explog.tui.say import say
from explog.tui.themes import DARK, own
from tests.tui.fake import FakeLibrary, app, demo
from tests.tui.screens_shown import contrast, inks, settled

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.theme import Theme

    from explog.tui.app import ExplogApp

TEXT = 7.0
ALL_ELSE = 4.5
BAR = 3.0
"""A scroll bar says where one is; the text says it too."""

WALKS = {
    "overview": (),
    "a number of the board": ("tab", "tab"),
    "experiments": ("2", "f", "f"),
    "search": ("slash", "l", "y"),
    "nothing found": ("slash", "z", "z", "z"),
    "help": ("?",),
    "palette": (":",),
    "palette, searching": (":", "o", "p"),
    "an order": ("2", "s"),
    "views": ("2", "v"),
    "a new idea": ("n",),
}
"""Page → the keys that lead there."""


def _faint(made: ExplogApp) -> list[str]:
    """The pieces without the contrast promised; what lies dimmed below a form is left out."""
    front = _front(made) if made.screen.is_modal else [None]
    toasts = [toast.region for toast in made.screen.query(Toast)]
    pieces = [ink for region in (*front, *toasts) for ink in inks(made, region)]
    assert pieces
    thumb = Color.parse(made.theme_variables["scrollbar"])  # nothing is written on it
    return [
        f"{ink.text.strip()!r} {ink.colour.hex} on {ink.ground.hex}"
        for ink in pieces
        if ink.ground != thumb
        and contrast(ink.colour, ink.ground)
        < (TEXT if any(map(str.isalnum, ink.text)) else ALL_ELSE)
    ]


def _front(made: ExplogApp) -> list[Region]:
    """Where a modal screen draws: what holds nothing else, and what has a ground of its own."""
    found = (one for one in made.screen.query("*") if one.region and one.visible)
    return [one.region for one in found if not one.children or one.styles.background.a == 1]


@pytest.mark.parametrize("theme", [theme.name for theme in own()])
@pytest.mark.parametrize("walk", WALKS)
async def test_every_text_can_be_read(walk: str, theme: str) -> None:
    made = app(demo())
    async with made.run_test(size=(120, 40), notifications=True) as pilot:
        made.theme = theme
        await settled(pilot)
        await pilot.press(*WALKS[walk])
        await pilot.pause(0.3)
        await settled(pilot)
        assert _faint(made) == []


@pytest.mark.parametrize("theme", [theme.name for theme in own()])
@pytest.mark.parametrize("keys", [(), ("i",), ("n",)], ids=str)
async def test_every_text_of_the_first_run_can_be_read(keys: tuple[str, ...], theme: str) -> None:
    made = app(FakeLibrary(), open_demo=dict, bring_in=str)
    async with made.run_test(size=(100, 30), notifications=True) as pilot:
        made.theme = theme
        await settled(pilot)
        await pilot.press(*keys)
        await settled(pilot)
        say(made, "done")
        say(made, "refused", "warning")
        say(made, "broken", "error")
        await settled(pilot)
        assert _faint(made) == []


def test_the_measure_itself_is_right() -> None:
    assert contrast(Color(0, 0, 0), Color(255, 255, 255)) == pytest.approx(21)
    assert contrast(Color(118, 118, 118), Color(255, 255, 255)) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", own(), ids=lambda theme: theme.name)
def test_every_meaning_can_be_read_on_every_ground(theme: Theme) -> None:
    colours = {**theme.variables, "background": theme.background, "surface": theme.surface}
    for ground in ("background", "surface", "hover", "cursor"):
        for meaning in DARK.keys() - {"hover", "cursor"}:
            found = contrast(Color.parse(colours[meaning]), Color.parse(colours[ground] or ""))
            assert found >= (ALL_ELSE if meaning == "rim" else TEXT), (meaning, ground)


@pytest.mark.parametrize("theme", own(), ids=lambda theme: theme.name)
def test_a_scroll_bar_can_be_seen_on_every_ground(theme: Theme) -> None:
    """It was drawn 1.5:1: a page that went on looked as if it ended."""
    thumb = Color.parse(theme.variables["scrollbar"])
    for ground in (theme.background, theme.surface):
        assert contrast(thumb, Color.parse(ground or "")) >= BAR
