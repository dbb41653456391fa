"""An import cannot make a frozen frame wider without the verdict saying so."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from explog.domain.events import sealed
from explog.domain.record.fold import fold
from explog.domain.record.freezing import is_looser, longest
from explog.store.log import Log
from tests.exchange.making import FRAME, PLAN, brought, exported, journal, unchanged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import JsonValue

LATE = "ffffffff-0000-7000-8000-000000000000"
EARLY = "00000000-0000-7000-8000-000000000000"


@pytest.fixture
def started(log: Log) -> Log:
    """A log with one test that runs inside its frame."""
    from explog.journal import workplaces

    keeper = journal(log)
    workplaces.add(keeper, "AMB", "Station Øst", ["Hurtig hjælp"])
    keeper.jot("QR-tjekliste")
    keeper.act("plan", "AMB-01", belief="En liste giver færre mangler", **PLAN)
    keeper.act("start", "AMB-01", **FRAME)
    return log


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Log]:
    """An empty log."""
    with Log.open(tmp_path / "fresh.db") as log:
        yield log


def s1(log: Log) -> tuple[str, str]:
    """What S1 says of AMB-01, and why."""
    from explog.journal.telling import whole

    first = whole(journal(log), "AMB-01")["derived"]["conditions"][0]
    return first["met"], first["reason"]


def record(log: Log) -> dict[str, Any]:
    """The document of AMB-01."""
    found: dict[str, Any] = json.loads(exported(log, events=False))["experiments"][0]
    return found


def by_record(log: Log, **changed: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """A document without events whose experiment says something else."""
    told: dict[str, Any] = json.loads(exported(log, events=False))
    told["experiments"][0].update(changed)
    return told


def by_event(
    log: Log, changes: dict[str, JsonValue], ident: str, *, over: bool = True
) -> dict[str, Any]:
    """The whole log and one more sealed event that says *changes*."""
    told: dict[str, Any] = json.loads(exported(log))
    subject = journal(log).store.find("AMB-01")
    folded = fold(log.events(subject))
    event = sealed(
        id=ident,
        subject=subject,
        act="set",
        changes={
            path: {"value": value, "over": folded.over(path) if over else ()}
            for path, value in changes.items()
        },
        at="2026-11-17T08:00:00Z",
        as_of="2026-11-17",
        device="elsewhere",
    )
    told["events"].append(event.body())
    return {name: part for name, part in told.items() if name != "experiments"}


def paths(log: Log) -> dict[str, str]:
    """The paths of the frame that somebody may want to widen."""
    one = record(log)
    cycle, limit = f"cycles/{one['cycles'][0]['id']}", f"limits/{one['limits'][0]['id']}"
    stop = f"stop_criteria/{one['stop_criteria'][0]['id']}"
    return {"cycle": cycle, "limit": limit, "stop": stop}


WIDER: dict[str, JsonValue] = {
    "{limit}/max": 50,
    "{limit}/unit": "biler",
    "{limit}/kind": "participants",
    "{limit}/removed": True,
    "{limit}/cycle": LATE,
    "{stop}/text": "Mere end 9 fejl",
    "{stop}/reaction_time": 30,
    "{stop}/removed": True,
    "{cycle}/way_back/plan": "Ingen",
    "{cycle}/last_day": "2027-06-01",
    "{cycle}/frozen_at": "2026-11-15",
    "{cycle}/started_on": "2026-11-14",
    "{cycle}/removed": True,
}


@pytest.mark.parametrize("path", WIDER)
@pytest.mark.parametrize("ident", [LATE, EARLY], ids=["later id", "earlier id"])
def test_a_sealed_event_that_widens_a_started_frame_is_seen(
    started: Log, path: str, ident: str
) -> None:
    """A person imported a file and read "met" at S1, while the limit had gone from 1 to 50."""
    assert s1(started)[0] == "met"
    brought(started, by_event(started, {path.format(**paths(started)): WIDER[path]}, ident))
    met, why = s1(started)
    assert met == "not_met"
    assert "loosened" in why
    assert started.check() == []


@pytest.mark.parametrize("path", WIDER)
def test_the_same_is_seen_in_a_log_that_never_had_the_experiment(
    started: Log, fresh: Log, path: str
) -> None:
    """The verdict must not depend on whether the log knew the frame before."""
    brought(fresh, by_event(started, {path.format(**paths(started)): WIDER[path]}, LATE))
    assert s1(fresh)[0] == "not_met"


def test_a_record_without_events_that_widens_a_started_frame_is_seen(started: Log) -> None:
    """A person exported without events, wrote 50 for 1, imported it, and S1 was still met."""
    wide = [{**one, "max": one["max"] + 49} for one in record(started)["limits"]]
    told = by_record(started, limits=wide)
    brought(started, {**told, "as_of": "2027-01-01"})
    assert s1(started)[0] == "not_met"


def test_what_was_loosened_stays_so_without_its_events_and_twice_changes_nothing(
    started: Log, fresh: Log
) -> None:
    """An export without events must not wash the verdict clean."""
    brought(started, by_event(started, {f"{paths(started)['limit']}/max": 50}, LATE))
    lean = exported(started, events=False)
    brought(fresh, lean)
    assert s1(fresh)[0] == "not_met"
    for log in (started, fresh):
        before = unchanged(log)
        brought(log, lean)
        assert unchanged(log) == before
    cleared: dict[str, JsonValue] = {f"{paths(started)['cycle']}/loosened": None}
    brought(fresh, by_event(fresh, cleared, LATE))
    assert s1(fresh)[0] == "not_met"


def test_whoever_planned_elsewhere_before_the_start_does_not_loosen_what_was_frozen(
    started: Log,
) -> None:
    """The start says again what it froze, so an older edit of the plan is only another version."""
    before = journal(started).experiment("AMB-01").limits[0].max
    path = f"{paths(started)['limit']}/max"
    brought(started, by_event(started, {path: 50}, EARLY, over=False))
    assert journal(started).experiment("AMB-01").limits[0].max == before
    assert s1(started)[0] == "met"
    assert started.versions(journal(started).store.find("AMB-01")) == [path]


def test_what_the_journal_allows_does_not_loosen(started: Log) -> None:
    later = journal(started, date(2026, 11, 17))
    later.act("extend", "AMB-01", last_day="2027-02-01", reason="helligdage")
    later.act("tighten", "AMB-01", limits="outage: 5 minutter", reason="én gang er nok")
    later.act("tighten", "AMB-01", stop_criteria="Mere end 2 fejl (0 dage)", reason="samme dag")
    assert s1(started)[0] == "met"


def test_a_start_that_was_taken_back_froze_nothing(started: Log) -> None:
    """The frame may be written anew before the second start."""
    from explog.journal.undoing import undo

    keeper = journal(started)
    undo(keeper)
    keeper.act("start", "AMB-01", **{**FRAME, "limits": "9 vogne"})
    assert s1(started)[0] == "met"


def test_the_start_says_again_the_frame_that_was_written_down_before(log: Log) -> None:
    from explog.journal import workplaces

    keeper = journal(log)
    workplaces.add(keeper, "AMB", "Station Øst", ["Hurtig hjælp"])
    keeper.jot("QR-tjekliste")
    keeper.act("plan", "AMB-01", belief="En liste giver færre mangler", **PLAN)
    keeper.act("frame", "AMB-01", **{k: v for k, v in FRAME.items() if k != "frame_check"})
    done = keeper.act("start", "AMB-01", frame_check="yes")
    said = {path.rpartition("/")[2]: change.value for path, change in done.event.changes.items()}
    assert said["max"] in (1, 10)
    assert {"kind", "unit", "text", "reaction_time", "last_day", "plan"} <= said.keys()


CYCLE = "11111111-1111-7111-8111-111111111111"


def framed(**different: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """A document with one started cycle; *different* fields of it."""
    cycle = {"id": CYCLE, "no": 1, "started_on": "2026-10-05", "last_day": "2026-11-01"}
    back = {"plan": "Paper", "max_time": 2, "unit": "hours"}
    return {"cycles": [{**cycle, "way_back": back, **different}]}


@pytest.mark.parametrize(
    ("back", "wider"),
    [
        ({"plan": "Paper", "max_time": 2, "unit": "hours"}, False),
        ({"plan": "Paper", "max_time": 90, "unit": "minutes"}, False),
        ({"plan": "Paper", "max_time": 121, "unit": "minutes"}, True),
        ({"plan": "Paper", "max_time": 1}, True),
        ({"plan": "Paper"}, True),
        ({"max_time": 2, "unit": "hours"}, True),
        ({}, True),
    ],
    ids=str,
)
def test_the_way_back_may_get_shorter_and_never_longer(back: dict[str, Any], wider: bool) -> None:
    assert is_looser(framed(), framed(way_back=back), CYCLE) is wider


def test_the_last_day_moves_as_far_as_an_extension_moved_it() -> None:
    extended = framed(last_day="2026-11-20")
    assert is_looser(framed(), extended, CYCLE)
    extended["extensions"] = [{"id": "x", "cycle": CYCLE, "new": "2026-11-20"}]
    assert not is_looser(framed(), extended, CYCLE)
    extended["extensions"][0]["cycle"] = "another"
    assert is_looser(framed(), extended, CYCLE)
    assert is_looser(framed(), framed(last_day=None), CYCLE)


def test_no_days_last_until_the_end_of_the_day() -> None:
    assert longest(0, "days") == longest(24, "hours")
    assert longest(1, "days") > longest(24, "hours")
