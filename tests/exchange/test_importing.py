"""Bringing documents in: by event, all or nothing, never deleting by absence."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from explog.domain.events import digest, sealed
from explog.domain.thresholds import SUBJECT
from explog.errors import InvalidError, NewerLogError
from explog.exchange import demo
from explog.journal import editing, workplaces
from tests.exchange.making import (
    PLAN,
    TODAY,
    brought,
    exported,
    journal,
    unchanged,
)

if TYPE_CHECKING:
    from explog.store.log import Log


def document(language: str = "en") -> dict[str, Any]:
    """The demo document, to be spoiled."""
    told: dict[str, Any] = json.loads(demo.document(language))
    return told


def titles(log: Log) -> list[str]:
    """The titles of the experiments, in the order they were made."""
    return [str(each["title"]) for each in log.documents("experiment")]


def said(log: Log, told: dict[str, Any]) -> list[str]:
    """What is said about *told*, which must leave *log* as it is."""
    before = unchanged(log)
    with pytest.raises(InvalidError) as caught:
        brought(log, told)
    assert unchanged(log) == before
    return [str(problem) for problem in caught.value.problems]


def test_everything_of_another_log_comes_in(log: Log, other: Log) -> None:
    came = brought(log, exported(other))
    assert (came.new, came.known, came.added, came.changed) == (2, 0, 2, 0)
    assert came.sentence() == "Brought in: 2 new records, 2 new events."
    assert exported(log) == exported(other)


def test_twice_changes_nothing(log: Log, other: Log) -> None:
    brought(log, exported(other))
    before = unchanged(log)
    came = brought(log, exported(other))
    assert (came.new, came.known, came.changed) == (0, 2, 0)
    assert came.sentence() == "Everything in it was known already; nothing was changed."
    assert unchanged(log) == before


def test_what_happened_in_both_places_is_kept(log: Log, other: Log) -> None:
    brought(log, exported(other))
    journal(log).act("note", "AMB-01", text="Her")
    journal(other).act("note", "AMB-01", text="Der")
    came = brought(log, exported(other))
    assert (came.new, came.added, came.changed) == (1, 0, 1)
    assert sorted(note.text for note in journal(log).experiment("AMB-01").notes) == ["Der", "Her"]


def test_nothing_is_deleted_by_its_absence(log: Log, other: Log) -> None:
    old = exported(other, events=False)
    journal(other).jot("Den anden")
    brought(log, exported(other))
    brought(log, old)
    assert titles(log) == ["QR-tjekliste", "Den anden"]


def test_two_values_for_one_field_are_both_kept_for_a_person_to_choose(
    log: Log, other: Log
) -> None:
    brought(log, exported(other))
    editing.edit(journal(log), "AMB-01", {"need": "Her"})
    editing.edit(journal(other), "AMB-01", {"need": "Der"})
    brought(log, exported(other))
    (experiment,) = log.documents("experiment")
    assert log.versions(f"experiment/{experiment['id']}") == ["need"]


def test_workplaces_that_chose_the_same_code_both_come_in(log: Log, other: Log) -> None:
    workplaces.add(journal(log), "AMB", "Station Vest", ["Hurtig hjælp"])
    journal(log).jot("Vores", "AMB")
    brought(log, exported(other))
    assert [each["key"] for each in log.documents("workplace")] == ["AMB", "AMB02"]
    assert sorted(str(each["key"]) for each in log.documents("experiment")) == ["AMB-01", "AMB-02"]


def test_a_changed_event_is_refused_with_its_place(log: Log) -> None:
    told = document()
    told["events"][7]["changes"]["title"] = {"value": "Something else", "over": []}
    (problem,) = said(log, told)
    assert problem.startswith("log.json: events[7] (experiment/")
    assert problem.endswith("its hash does not fit")


def test_an_event_whose_id_the_log_knows_with_other_words_is_refused(log: Log) -> None:
    brought(log, document())
    told = document()
    event = told["events"][7]
    event["by_role"] = "Somebody else"
    del event["sha256"]
    event["sha256"] = digest(event)
    (problem,) = said(log, told)
    assert problem.startswith("log.json: events[7]")
    assert "same id" in problem


def test_events_that_break_the_model_are_refused(log: Log) -> None:
    told = document()
    event = next(each for each in told["events"] if each["act"] == "observe")
    path = next(each for each in event["changes"] if each.endswith("/value"))
    event["changes"][path]["value"] = "many"
    del event["sha256"]
    event["sha256"] = digest(event)
    told["experiments"] = []
    assert said(log, told) == ["log.json: BØR-03.observations[0].value: is not a number"]


@pytest.mark.parametrize("kind", ["workplaces", "reviews", "agreements"])
def test_events_that_break_the_model_of_another_kind_are_refused(log: Log, kind: str) -> None:
    told = document()
    subject = f"{kind.removesuffix('s')}/{told[kind][0]['id']}"
    field = {"workplaces": "name", "reviews": "title", "agreements": "what"}[kind]
    event = next(each for each in told["events"] if each["subject"] == subject)
    event["changes"][field]["value"] = 7
    del event["sha256"]
    event["sha256"] = digest(event)
    told[kind] = []
    assert f"{field}: is not a text" in said(log, told)[0]


def test_events_with_unknown_fields_or_kinds_are_refused(log: Log, other: Log) -> None:
    subject = f"experiment/{other.documents('experiment')[0]['id']}"
    for where, path in ((subject, "colour"), ("poem/" + subject.partition("/")[2], "title")):
        told = json.loads(exported(other))
        event = sealed(
            id="0193e000-0000-7000-8000-000000000009",
            subject=where,
            act="set",
            changes={path: {"value": "blue"}},
            at="2026-11-16T08:00:00Z",
            as_of="2026-11-16",
            device="elsewhere",
        )
        told["events"].append(event.body())
        told["experiments"] = []
        assert said(log, told)


def test_a_record_that_was_changed_by_hand_beside_its_events_is_refused(log: Log) -> None:
    told = document()
    told["experiments"][3]["title"] = "Corrected by hand"
    (problem,) = said(log, told)
    assert problem.startswith("log.json: experiments[3]: says something else than its events")
    del told["events"]
    brought(log, told)
    assert "Corrected by hand" in titles(log)


def test_a_threshold_that_was_set_to_its_default_is_no_contradiction(log: Log, other: Log) -> None:
    journal(other).write(SUBJECT, "set", {"places": 4})
    journal(other).write(SUBJECT, "set", {"home_days": 90})
    brought(log, exported(other))
    assert exported(log) == exported(other)


def test_a_threshold_that_was_changed_by_hand_beside_its_events_is_refused(
    log: Log, other: Log
) -> None:
    journal(other).write(SUBJECT, "set", {"places": 4})
    told = json.loads(exported(other))
    told["thresholds"]["places"] = 5
    assert said(log, told)[0].startswith("log.json: thresholds: says something else")


def test_an_older_export_is_no_problem_after_the_log_went_on(other: Log) -> None:
    old = exported(other)
    journal(other).act("plan", "AMB-01", belief="Listen hjælper", **PLAN)
    assert brought(other, old).new == 0


def test_a_newer_event_is_refused_and_nothing_is_written(log: Log) -> None:
    told = document()
    told["events"][-1]["v"] = 2
    before = unchanged(log)
    with pytest.raises(NewerLogError):
        brought(log, told)
    assert unchanged(log) == before


def test_the_backup_is_asked_for_when_the_document_is_sound_and_before_anything_is_written(
    log: Log,
) -> None:
    from explog.exchange.importing import bring_in

    seen: list[list[str]] = []
    data = demo.document("en")
    bring_in(log, data, "log.json", today=TODAY, before=lambda: seen.append(titles(log)))
    assert seen == [[]]
    with pytest.raises(InvalidError):
        bring_in(log, data[:-99], "log.json", today=TODAY, before=lambda: seen.append(titles(log)))
    assert seen == [[]]


def test_a_backup_that_fails_stops_the_import(log: Log) -> None:
    from explog.exchange.importing import bring_in

    def full() -> None:
        raise OSError(28, "No space left on device")

    before = unchanged(log)
    with pytest.raises(Exception, match="No space left"):
        bring_in(log, demo.document("en"), "log.json", today=date(2026, 11, 16), before=full)
    assert unchanged(log) == before


def test_letters_are_kept_as_they_were_typed(log: Log, other: Log) -> None:
    composed, apart = "Ærø é", "Ærø e\u0301"
    journal(other).jot(composed)
    journal(other).jot(apart)
    brought(log, exported(other))
    assert titles(log)[1:] == [composed, apart]
