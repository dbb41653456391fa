"""Two devices in one meeting, apart from each other: everything is there when they meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.journal import meetings, room
from explog.journal.ids import IdMaker
from explog.journal.ports import Clock
from explog.journal.undoing import undo
from explog.store.log import Log
from tests.journal.living import JOTTED, Living, started
from tests.journal.sitting import planned

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Living, Living, str]]:
    """Two journals that know the same planned meeting, and its key."""
    with Log.open(tmp_path / "here.db") as here, Log.open(tmp_path / "there.db") as there:
        mine = started(here)
        key = planned(mine)
        _meet(here, there)
        yield mine, Living(there, Clock(JOTTED), IdMaker(), "leader"), key


def _meet(one: Log, other: Log) -> None:
    """Let both logs have what the other one has."""
    for to, source in ((one, other), (other, one)):
        events = [
            event
            for kind in ("workplace", "experiment", "review")
            for document in source.documents(kind)
            for event in source.events(f"{kind}/{document['id']}")
        ]
        with to.writing():
            to.merge(events)


def test_what_both_wrote_down_is_kept(pair: tuple[Living, Living, str]) -> None:
    """One took notes, the other counted; both noted the same step."""
    here, there, key = pair
    room.note(here, key, "happened", "It was quiet")
    room.guess(here, key, "AMB-01", room="supported")
    room.note(there, key, "happened", "It was loud")
    room.gather(there, key, "liked", "The lamp")
    _meet(here.store, there.store)  # type: ignore[arg-type]
    together = meetings.meeting(here, key)
    assert together == meetings.meeting(there, key)
    assert {step.note for step in together.steps} == {"It was quiet", "It was loud"}
    assert (len(together.guesses), len(together.gathered)) == (1, 1)
    room.note(here, key, "happened", "Both")
    assert meetings.meeting(here, key).step("happened").note == "Both"  # type: ignore[union-attr]


def test_a_meeting_taken_back_here_stays_away_though_it_was_changed_there(
    pair: tuple[Living, Living, str],
) -> None:
    here, there, key = pair
    subject = here.store.find(key)
    undo(here)
    room.note(there, key, "happened", "It was loud")
    for to, source in ((here.store, there.store), (there.store, here.store)):
        with to.writing():
            to.merge(source.events(subject))  # type: ignore[attr-defined]
    assert here.store.documents("review") == there.store.documents("review") == []
