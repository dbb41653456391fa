"""What a decision rests on cannot be changed from elsewhere without the verdict saying so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from explog.journal.editing import edit
from explog.journal.telling import whole
from explog.journal.undoing import undo
from explog.store.log import Log
from tests.exchange.making import (
    FRAME,
    PLAN,
    STUDY,
    TODAY,
    brought,
    exported,
    journal,
    unchanged,
)
from tests.exchange.test_loosening import LATE, by_event, record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import JsonValue

    from explog.journal.journal import Journal

END = TODAY
BACK = {"way_back_status": "done", "way_back_done_on": END.isoformat()}


@pytest.fixture
def unsafe(log: Log) -> Log:
    """A log with one test that failed outside its frame: a limit was crossed, someone was hurt."""
    from explog.journal import workplaces

    keeper = journal(log)
    workplaces.add(keeper, "AMB", "Station Øst", ["Hurtig hjælp"])
    keeper.jot("QR-tjekliste")
    keeper.act("plan", "AMB-01", belief="En liste giver færre mangler", **PLAN)
    keeper.act("start", "AMB-01", **FRAME)
    keeper = journal(log, END)
    keeper.act("incident", "AMB-01", text="Faldt", incident_kind="citizen", level="mild")
    keeper.act("end", "AMB-01", end_reason="planned_end", actuals="1\n12")
    keeper.act("abandon", "AMB-01", **{**STUDY, **BACK, "harm": "yes"})
    return log


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Log]:
    """An empty log."""
    with Log.open(tmp_path / "fresh.db") as log:
        yield log


def became(log: Log) -> tuple[str, str]:
    """What became of AMB-01, and what S6 says."""
    told = whole(journal(log), "AMB-01")["derived"]
    return told["outcome"], told["conditions"][5]["reason"]


def washed(log: Log) -> dict[str, JsonValue]:
    """The changes that make the failure look safe."""
    one = record(log)
    harmless: dict[str, JsonValue] = {
        f"limits/{one['limits'][1]['id']}/actual": 5,
        f"incidents/{one['incidents'][0]['id']}/level": "near_miss",
        f"cycles/{one['cycles'][0]['id']}/harm/answer": "no",
    }
    return harmless


def told_otherwise(log: Log) -> dict[str, Any]:
    """The same as a record without events."""
    told: dict[str, Any] = json.loads(exported(log, events=False))
    (one,) = told["experiments"]
    one["limits"][1]["actual"] = 5
    one["incidents"][0]["level"] = "near_miss"
    one["cycles"][0]["harm"]["answer"] = "no"
    return {**told, "as_of": "2199-01-01"}


def test_a_record_that_tells_other_facts_does_not_make_a_failure_safe(unsafe: Log) -> None:
    """A person wrote 5 for 12 into an exported file, imported it, and it had "failed safely"."""
    assert became(unsafe) == ("failed_unsafely", "reviewed, with a lesson")
    brought(unsafe, told_otherwise(unsafe))
    outcome, why = became(unsafe)
    assert outcome == "failed_pending"
    assert "changed after the decision" in why
    assert unsafe.check() == []


def test_neither_does_a_sealed_event(unsafe: Log) -> None:
    brought(unsafe, by_event(unsafe, washed(unsafe), LATE))
    assert became(unsafe)[0] == "failed_pending"


def test_a_log_without_its_events_still_says_so(unsafe: Log, fresh: Log) -> None:
    brought(unsafe, by_event(unsafe, washed(unsafe), LATE))
    lean = exported(unsafe, events=False)
    brought(fresh, lean)
    assert became(fresh)[0] == "failed_pending"
    for log in (unsafe, fresh):
        before = unchanged(log)
        brought(log, lean)
        assert unchanged(log) == before


def _decided_again(keeper: Journal) -> None:
    """Withdraw the decision and take it again."""
    keeper.act("reopen", "AMB-01", reason="Talt forkert")
    edit(keeper, "AMB-01", {"limits/2/actual": "5", "incidents/1/level": "near_miss"})
    keeper.act("abandon", "AMB-01", harm="no", reason="Talt igen", **BACK)


def test_whoever_withdraws_the_decision_and_takes_it_again_has_judged(unsafe: Log) -> None:
    """It stays a mark on the page that an earlier decision was withdrawn."""
    _decided_again(journal(unsafe, END))
    assert became(unsafe)[0] == "failed_safely"
    marks = whole(journal(unsafe), "AMB-01")["derived"]["marks"]
    assert "an earlier decision was withdrawn" in marks


def test_a_new_decision_judges_what_came_in_before_it(unsafe: Log) -> None:
    brought(unsafe, told_otherwise(unsafe))
    keeper = journal(unsafe, END)
    keeper.act("reopen", "AMB-01", reason="Talt forkert")
    assert became(unsafe)[0] == "ongoing"


def test_what_happened_after_the_decision_counts_and_can_be_taken_back(unsafe: Log) -> None:
    """A new incident is no change of what was decided on, and undoing it is none either."""
    keeper = journal(unsafe, END)
    _decided_again(keeper)
    keeper.act("incident", "AMB-01", text="Igen", incident_kind="citizen", level="mild")
    assert became(unsafe) == ("failed_unsafely", "reviewed, with a lesson")
    undo(keeper)
    assert became(unsafe) == ("failed_safely", "reviewed, with a lesson")


def test_the_facts_of_a_cycle_that_adapt_closed_are_seen_to_change(log: Log) -> None:
    from explog.journal import workplaces

    keeper = journal(log)
    workplaces.add(keeper, "AMB", "Station Øst", ["Hurtig hjælp"])
    keeper.jot("QR-tjekliste")
    keeper.act("plan", "AMB-01", belief="En liste giver færre mangler", **PLAN)
    keeper.act("start", "AMB-01", **FRAME)
    keeper = journal(log, END)
    keeper.act("end", "AMB-01", end_reason="planned_end", actuals="1\n12")
    again = {**FRAME, "last_day": "2027-01-15", "limits": "1 vogn"}
    keeper.act("adapt", "AMB-01", **STUDY, **again, change="Lys", prediction="færre")
    one = record(log)
    brought(log, by_event(log, {f"limits/{one['limits'][1]['id']}/actual": 5}, LATE))
    first, second = journal(log).experiment("AMB-01").rounds
    assert (first.unreviewed, second.unreviewed) == (True, False)


def test_what_is_corrected_while_a_test_goes_on_is_judged_at_its_end(log: Log) -> None:
    """Harm is judged over the whole life, so the next decision covers it."""
    from explog.journal import workplaces

    keeper = journal(log)
    workplaces.add(keeper, "AMB", "Station Øst", ["Hurtig hjælp"])
    keeper.jot("QR-tjekliste")
    keeper.act("plan", "AMB-01", belief="En liste giver færre mangler", **PLAN)
    keeper.act("start", "AMB-01", **FRAME)
    keeper.act("incident", "AMB-01", text="Faldt", incident_kind="citizen", level="mild")
    keeper.act("end", "AMB-01", end_reason="planned_end", actuals="1\n9")
    keeper.act("adapt", "AMB-01", **STUDY, **FRAME, change="Lys", prediction="færre")
    edit(keeper, "AMB-01", {"incidents/1/level": "moderate"})
    assert not any(cycle.unreviewed for cycle in keeper.experiment("AMB-01").rounds)
