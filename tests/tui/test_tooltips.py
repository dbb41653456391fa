"""Hover help: what the mouse rests on says what it does, in the language in force, harmlessly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Tooltip

from explog import locale
from tests.tui.fake import HOSTILE, app, demo, hostile
from tests.tui.screens_shown import lines, metas, settled

if TYPE_CHECKING:
    from textual.pilot import Pilot


async def _hovered(pilot: Pilot[None], text: str) -> str:
    """What appears when the mouse rests on *text*."""
    drawn = lines(pilot.app)
    row = next(n for n, line in enumerate(drawn) if text in line)
    await pilot.hover(offset=(drawn[row].index(text), row))
    await pilot.pause(0.5)
    found = pilot.app.screen.get_child_by_type(Tooltip)
    return str(found.visual) if found.display else ""


@pytest.mark.parametrize(
    ("language", "over", "says"),
    [
        ("en", "Undo", "Take back the newest thing you did."),
        ("da", "Fortryd", "det seneste, du gjorde"),
        ("en", "Lessons", "What was learned"),
        ("da", "Læring", "lært"),
        ("en", "● 7", "Show the experiments behind this: worked, inside the frame."),
        ("en", "AMB-04", "AMB-04 · running · "),
    ],
)
async def test_what_the_mouse_rests_on_says_what_it_does(
    language: str, over: str, says: str
) -> None:
    locale.speak(language)
    made = app(demo())
    async with made.run_test(size=(120, 40), tooltips=True) as pilot:
        await settled(pilot)
        assert says in await _hovered(pilot, over)


async def test_nothing_is_said_where_nothing_is() -> None:
    made = app(demo())
    async with made.run_test(size=(120, 40), tooltips=True) as pilot:
        await settled(pilot)
        assert await _hovered(pilot, "Undo")
        await pilot.hover(offset=(100, 39))
        await pilot.pause(0.5)
        assert not pilot.app.screen.get_child_by_type(Tooltip).display


@pytest.mark.parametrize("n", range(len(HOSTILE)))
async def test_text_from_people_in_hover_help_is_literal(n: int) -> None:
    made = app(hostile())
    async with made.run_test(size=(140, 60), tooltips=True) as pilot:
        await settled(pilot)
        found = next((key for key in (f"RU-0{n}", f"SA-0{n}") if any(
            key in line for line in lines(made))), None)  # fmt: skip
        if found is None:
            pytest.skip("not on the page")
        said = await _hovered(pilot, found)
        assert found in said
        assert not {*said} & {"\x1b", "\x07", "\x9b", "\u202e"}
        assert not [meta for meta in metas(made) if "app.quit" in str(meta)]
