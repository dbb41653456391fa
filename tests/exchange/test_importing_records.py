"""Bringing in records without events: one imported event each, saying only what is new."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

from explog.domain.thresholds import SUBJECT
from explog.journal import editing, undoing
from tests.exchange.making import TODAY, brought, exported, journal, unchanged

if TYPE_CHECKING:
    from explog.store.log import Log


def test_a_record_without_events_comes_in_as_one_imported_event(log: Log, other: Log) -> None:
    came = brought(log, exported(other, events=False))
    assert (came.new, came.added) == (2, 2)
    (experiment,) = log.documents("experiment")
    (event,) = log.events(f"experiment/{experiment['id']}")
    assert (event.act, event.device, event.as_of) == ("imported", "import", "2026-11-16")
    assert exported(log, events=False) == exported(other, events=False)


def test_records_without_events_change_nothing_the_second_time_or_on_another_day(
    log: Log, other: Log
) -> None:
    brought(log, exported(other, events=False))
    before = unchanged(log)
    assert brought(log, exported(other, events=False)).new == 0
    assert brought(log, exported(other, TODAY + timedelta(9), events=False)).new == 0
    assert unchanged(log) == before


def test_a_record_brings_only_what_the_log_has_not_heard(log: Log, other: Log) -> None:
    brought(log, exported(other))
    editing.edit(journal(log), "AMB-01", {"need": "Noget nyt"})
    told = json.loads(exported(other, events=False))
    told["experiments"][0]["beneficiary"] = "Kollegerne"
    came = brought(log, told)
    assert (came.new, came.changed) == (1, 1)
    (experiment,) = log.documents("experiment")
    assert (experiment["need"], experiment["beneficiary"]) == ("Noget nyt", "Kollegerne")
    assert log.versions(f"experiment/{experiment['id']}") == []


def test_what_was_undone_does_not_come_back_by_an_old_record(log: Log, other: Log) -> None:
    editing.edit(journal(other), "AMB-01", {"beneficiary": "Kollegerne"})
    old = exported(other, events=False)
    undoing.undo(journal(other))
    brought(log, exported(other))
    brought(log, old)
    assert "beneficiary" not in log.documents("experiment")[0]


def test_a_record_typed_by_hand_is_enough(log: Log) -> None:
    place, idea = ("0193e000-0000-7000-8000-00000000000" + n for n in "12")
    came = brought(
        log,
        {
            "format": "explog-log",
            "version": 1,
            "workplaces": [{"id": place, "code": "AMB", "key": "AMB", "name": "Øst"}],
            "experiments": [{"id": idea, "key": "AMB-01", "title": "Idé", "workplace": place}],
        },
    )
    assert came.added == 2
    assert journal(log).act("note", "AMB-01", text="virker").key == "AMB-01"


def test_thresholds_that_differ_come_along_without_events_too(log: Log, other: Log) -> None:
    journal(other).write(SUBJECT, "set", {"places": 4})
    brought(log, exported(other, events=False))
    assert journal(log).thresholds().places == 4
    assert exported(log, events=False) == exported(other, events=False)


def test_a_very_long_record_comes_in_by_several_events(log: Log, other: Log) -> None:
    told = json.loads(exported(other, events=False))
    told["experiments"][0]["notes"] = [
        {"id": f"0193e000-0000-7000-8000-{n:012d}", "date": "2026-11-16", "text": f"linje {n}"}
        for n in range(3000)
    ]
    assert brought(log, told).new == 1 + 2
    assert len(journal(log).experiment("AMB-01").notes) == 3000
