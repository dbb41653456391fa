"""The demo: built from its story, moved by whole weeks, loaded by the ordinary import."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from explog.errors import Refused
from explog.exchange import demo
from explog.store.log import Log
from tests.exchange.making import exported, opened
from tools.build_demo import STORY, told

if TYPE_CHECKING:
    from pathlib import Path

MEND = "run: .venv/bin/python tools/build_demo.py"


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_demo_in_the_package_is_the_story_played(language: str, tmp_path: Path) -> None:
    story = json.loads(STORY.read_text(encoding="utf-8"))
    played = "".join(told(story, language, tmp_path / "log.db"))
    assert played.encode() == demo.document(language), MEND


def test_on_its_own_day_the_demo_is_what_the_package_holds(tmp_path: Path) -> None:
    came = demo.create(tmp_path / "demo.db", "da", demo.AS_OF, Log.open)
    with opened(tmp_path / "demo.db") as log:
        assert exported(log, demo.AS_OF) == demo.document("da")
        assert log.check() == []
    assert came.added == 34


def test_the_languages_never_share_an_id() -> None:
    danish, english = (
        {event["id"] for event in json.loads(demo.document(language))["events"]}
        for language in ("da", "en")
    )
    assert not danish & english


def test_a_file_that_is_there_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "mine.db"
    path.write_text("mine")
    with pytest.raises(Refused):
        demo.create(path, "en", demo.AS_OF, Log.open)
    assert path.read_text() == "mine"


def test_a_demo_that_cannot_be_made_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(demo, "bring_in", interrupted)
    with pytest.raises(KeyboardInterrupt):
        demo.create(tmp_path / "demo.db", "en", demo.AS_OF, Log.open)
    assert not (tmp_path / "demo.db").exists()


@pytest.mark.parametrize(
    ("as_of", "weeks"),
    [
        (demo.AS_OF + timedelta(6), 0),
        (demo.AS_OF + timedelta(7), 1),
        (demo.AS_OF - timedelta(1), -1),
        (date(2024, 2, 29), -142),
        (date(2031, 1, 1), 215),
    ],
)
def test_everything_moves_by_whole_weeks_and_comes_out_the_same(
    as_of: date, weeks: int, tmp_path: Path
) -> None:
    demo.create(tmp_path / "demo.db", "en", as_of, Log.open)
    with opened(tmp_path / "demo.db") as log:
        moved = json.loads(exported(log, as_of))
    given = json.loads(demo.document("en"))
    for before, after in zip(given["experiments"], moved["experiments"], strict=True):
        same = ("outcome", "frame_verdict", "level", "attention", "progress", "lessons")
        assert [before["derived"][name] for name in same] == [
            after["derived"][name] for name in same
        ]
        for one, other in zip(before.get("cycles", ()), after.get("cycles", ()), strict=True):
            if "started_on" in one:
                there = date.fromisoformat(one["started_on"]) + timedelta(weeks=weeks)
                assert other["started_on"] == there.isoformat()


def test_text_does_not_move() -> None:
    told_later = demo.shifted(demo.document("da"), 3).decode()
    assert "uge 6" in told_later
    assert "forår 2026" in told_later


def test_moved_events_are_intact_and_still_sorted_by_time() -> None:
    events = json.loads(demo.shifted(demo.document("en"), 52))["events"]
    ids = [event["id"] for event in events]
    assert ids == sorted(ids)
    assert [event["at"] for event in events] == sorted(event["at"] for event in events)
    latest = date.fromisoformat(max(event["as_of"] for event in events))
    assert latest <= demo.AS_OF + timedelta(weeks=52)


def test_moving_there_and_back_gives_the_same() -> None:
    once = demo.shifted(demo.document("en"), 0)
    assert demo.shifted(demo.shifted(once, 9), -9) == once
