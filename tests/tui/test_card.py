from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from explog import locale
from explog.domain.acts.card import Card
from explog.tui.card import card
from explog.tui.screens.card import FrameCard
from explog.tui.screens.form import FormScreen
from explog.tui.widgets.fields import Field
from tests.tui.fake import HOSTILE
from tests.tui.host import KEY, Host, running, until
from tests.tui.screens_shown import metas, shown

if TYPE_CHECKING:
    from pathlib import Path

START = date(2025, 12, 15)
FRAME = {
    "limits": "2 vehicles\noutage: 10 minutes",
    "last_day": "+28",
    "stop_criteria": "two errors (same day)",
    "way_back": "as before",
    **{f"check_{name}": "yes" for name in ("own_decision", "personal_data", "equipment", "med")},
    **{f"check_{name}": "not_relevant" for name in ("affected_told", "safety", "ai", "purchase")},
}


def _card(**given: object) -> Card:
    """A card with something in every part."""
    parts: dict[str, object] = {
        "key": "AMB-01",
        "title": "Dictating",
        "belief": "it is quicker",
        "limits": ["at most 1 crew"],
        "last_day": "12 Oct 2026",
        "stops": ["two errors → react the same day"],
        "way_back": "as before",
        "who_may_stop": "everyone",
        "checked": [("Can you decide it yourselves?", "yes")],
        "doubts": [],
    }
    return Card(**{**parts, **given})  # type: ignore[arg-type]


async def test_the_card_reads_the_whole_frame_aloud(tmp_path: Path) -> None:
    form = FormScreen("start", KEY)
    host = Host(tmp_path / "log.db", form, 2, START)
    async with running(host, (100, 50)) as pilot:
        await until(pilot, lambda: bool(form.query(Field)))
        form.answers |= FRAME
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(host.screen, FrameCard))
        text = shown(host)
        for said in (
            "dictation completes the record sooner",
            "at most 2 vehicles",
            "at most 10 minutes (outage)",
            "12 Jan 2026 · week 3 · in 28 days",
            "two errors → react the same day",
            "as before",
            "everyone who takes part",
            "Can you decide it yourselves?",
        ):
            assert said in text
        assert text.count("✓") == 8
        assert "the way back was never tried out" in text


async def test_going_back_from_the_card_locks_nothing(tmp_path: Path) -> None:
    form = FormScreen("start", KEY)
    host = Host(tmp_path / "log.db", form, 2, START)
    async with running(host) as pilot:
        await until(pilot, lambda: bool(form.query(Field)))
        form.answers |= FRAME
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(host.screen, FrameCard))
        await pilot.press("escape")
        await until(pilot, lambda: host.screen is form)
        assert form.answers["way_back"] == "as before"
        assert (await host.experiment()).state == "planned"


async def test_an_incomplete_frame_is_never_read_aloud(tmp_path: Path) -> None:
    form = FormScreen("start", KEY)
    host = Host(tmp_path / "log.db", form, 2, START)
    async with running(host) as pilot:
        await until(pilot, lambda: bool(form.query(Field)))
        form.answers |= {**FRAME, "check_ai": "no"}
        await pilot.press("f2")
        await until(pilot, lambda: "answer questions 7" in shown(host))
        assert host.screen is form


@pytest.mark.parametrize(
    ("keys", "given"),
    [
        (["enter"], None),
        (["f2"], True),
        (["tab", "enter"], True),
        (["tab", "tab", "enter"], False),
        (["escape"], False),
    ],
)
async def test_the_frame_is_locked_only_on_purpose(
    tmp_path: Path, keys: list[str], given: bool | None
) -> None:
    host = Host(tmp_path / "log.db", FrameCard(_card()))
    async with running(host) as pilot:
        await pilot.press(*keys)
        await pilot.pause(0.3)
        assert host.given == ([] if given is None else [given])


async def test_a_long_card_scrolls_and_keeps_its_buttons(tmp_path: Path) -> None:
    long = _card(limits=[f"at most {n} things" for n in range(40)])
    for size in ((60, 20), (100, 24)):
        host = Host(tmp_path / f"{size[0]}.db", FrameCard(long))
        async with running(host, size):
            assert "Start and lock" in shown(host)


async def test_a_card_stands_a_tiny_screen(tmp_path: Path) -> None:
    async with running(Host(tmp_path / "log.db", FrameCard(_card())), (40, 10)) as pilot:
        assert isinstance(pilot.app.screen, FrameCard)


async def test_hostile_words_on_the_card_are_shown_as_they_are(tmp_path: Path) -> None:
    bad = _card(title=HOSTILE[1], belief=HOSTILE[0], limits=[HOSTILE[2]], stops=[HOSTILE[3]])
    host = Host(tmp_path / "log.db", FrameCard(bad))
    async with running(host, (100, 40)):
        text = shown(host)
        assert HOSTILE[0] in text
        assert HOSTILE[1] in text
        assert "\x1b" not in text
        assert not any("@click" in meta for meta in metas(host))


async def test_the_card_speaks_danish(tmp_path: Path) -> None:
    locale.speak("da")
    host = Host(tmp_path / "log.db", FrameCard(_card()))
    async with running(host, (80, 40)):
        assert "Vi tror, at …" in shown(host)


async def test_a_long_test_and_a_missing_baseline_are_worth_a_thought(tmp_path: Path) -> None:
    form = FormScreen("start", KEY)
    async with running(Host(tmp_path / "log.db", form, 2, START)) as pilot:
        await until(pilot, lambda: bool(form.query(Field)))
        doubts = card(form.asked, {**FRAME, "limits": "1 crew", "last_day": "+200"}).doubts
        assert len(doubts) == 1
        assert "28 weeks" in doubts[0]
