"""How the meetings look, as plain text, at three sizes in both languages.

When a look is meant to change:
UPDATE_LOOKS=1 .venv/bin/python -m pytest tests/tui/test_looks_meeting.py
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.screen import ModalScreen

from explog import locale
from explog.journal import meetings
from explog.tui.screens.meeting import MeetingScreen
from tests.tui.host import until
from tests.tui.meeting_host import Program, keys, running, settled
from tests.tui.screens_shown import shown

if TYPE_CHECKING:
    from textual.pilot import Pilot

LOOKS = Path(__file__).parent / "looks"
SIZES = ((60, 20), (80, 24), (120, 40))
MENDING = "UPDATE_LOOKS=1 .venv/bin/python -m pytest tests/tui/test_looks_meeting.py"
IS_UPDATING = bool(os.environ.get("UPDATE_LOOKS"))

STEPS = {
    "single": ("frame", "expected", "happened", "why", "frame_held", "lessons", "decision", "tell"),
    "retrospective": ("frame", "gather", "patterns", "votes", "choose", "agreements", "close"),
}
PICKS = {"single": ["BS-03"], "retrospective": ["AUT-01", "AUT-02", "AUT-04"]}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", locale.LANGUAGES)
@pytest.mark.parametrize("kind", STEPS)
async def test_every_step_looks_as_it_did(
    kind: str, language: str, size: tuple[int, int], tmp_path: Path
) -> None:
    locale.speak(language)
    app = Program(tmp_path / "log.db")
    looks = []
    async with running(app, size) as pilot:
        await settled(pilot)
        plan = partial(meetings.prepare, kind=kind, picks=PICKS[kind], participants_n=6)
        await app.told(plan)
        await app.push_screen(MeetingScreen("LM-2026-04", lambda: 0.0))
        for n, step in enumerate(STEPS[kind]):
            if n:
                await keys(pilot, "pagedown")
            await _arrived(pilot, step)
            looks.append(f"── {step} ──\n{shown(app)}")
    _compare("\n".join(looks), LOOKS / f"meeting-{kind}-{language}-{size[0]}x{size[1]}.txt")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", locale.LANGUAGES)
async def test_page_four_its_agreements_and_a_list_look_as_they_did(
    language: str, size: tuple[int, int], tmp_path: Path
) -> None:
    locale.speak(language)
    app = Program(tmp_path / "log.db")
    looks = []
    async with running(app, size) as pilot:
        await settled(pilot)
        await keys(pilot, "4")
        await until(pilot, lambda: "LM-2026-03" in shown(app))
        looks.append(shown(app))
        await keys(pilot, "a")
        await until(pilot, lambda: "A-01" in shown(app))
        looks.append(shown(app))
        await keys(pilot, "escape")
        await keys(pilot, "m")
        await until(pilot, lambda: isinstance(app.screen, ModalScreen))
        await settled(pilot)
        looks.append(shown(app))
        await keys(pilot, "down", "down", "enter")
        await keys(pilot, "f2")
        await until(pilot, lambda: "LM-2026-04" in shown(app))
        await settled(pilot)
        looks.append(shown(app))
    _compare("\n".join(looks), LOOKS / f"reviews-{language}-{size[0]}x{size[1]}.txt")


async def _arrived(pilot: Pilot[None], step: str) -> None:
    """Wait until the room is in *step* and everything is drawn."""

    def is_there() -> bool:
        """Whether the screen shows it."""
        screen = pilot.app.screen
        ready = isinstance(screen, MeetingScreen) and screen._meeting is not None
        return ready and screen.turn.step.code == step  # type: ignore[attr-defined]

    await until(pilot, is_there)
    await settled(pilot)
    await settled(pilot)


def _compare(now: str, path: Path) -> None:
    """Hold *now* against what was agreed on, or agree on it."""
    if IS_UPDATING:
        path.write_text(now, encoding="utf-8")
    assert path.is_file(), f"no look yet; make it: {MENDING}"
    assert now == path.read_text(encoding="utf-8"), f"meant to change? {MENDING}"
