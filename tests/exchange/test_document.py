"""The shape of the document: what stands where, and what the day decides."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from explog.domain.thresholds import SUBJECT, Thresholds
from explog.exchange.document import DERIVED, THRESHOLDS, derived_at
from explog.exchange.models import Derived
from explog.journal import workplaces
from tests.exchange.making import exported, journal, opened

if TYPE_CHECKING:
    from pathlib import Path

    from explog.store.log import Log


@pytest.fixture
def log(tmp_path: Path) -> Log:
    """A log with a workplace and an idea."""
    log = opened(tmp_path / "log.db")
    workplaces.add(journal(log), "AMB", "Station Øst", ["Hurtig hjælp"])
    journal(log).jot("QR-tjekliste")
    return log


def test_the_defaults_of_the_thresholds_are_the_domains() -> None:
    assert Thresholds().model_dump(mode="json") == THRESHOLDS


def test_the_derived_block_has_the_fields_that_its_schema_describes() -> None:
    assert {*DERIVED, "level", "attention"} == {*Derived.model_fields}


def test_level_and_attention_are_those_of_the_day() -> None:
    steps = [["1900-01-01", "adopted"], ["2026-06-01", "spreading"]]
    windows = [["past_last_day", "2026-06-02", None]]
    summary = {**dict.fromkeys(DERIVED), "level_steps": steps, "attention": windows}
    before, after = derived_at(summary, "2026-05-31"), derived_at(summary, "2026-06-02")
    assert (before["level"], before["attention"]) == ("adopted", [])
    assert (after["level"], after["attention"]) == ("spreading", ["past_last_day"])


def test_the_header_comes_first_and_then_one_record_a_line(log: Log) -> None:
    lines = exported(log).decode().splitlines()
    assert lines[:3] == ["{", '"format":"explog-log",', '"version":1,']
    assert [line.partition(":")[0] for line in lines if line.startswith('"')] == [
        f'"{name}"'
        for name in (
            "format",
            "version",
            "notice",
            "as_of",
            "thresholds",
            "workplaces",
            "experiments",
            "reviews",
            "agreements",
            "views",
            "events",
        )
    ]
    assert sum(line.startswith("{") for line in lines) == 1 + 1 + 1 + 2


def test_the_same_log_as_of_the_same_day_gives_the_same_bytes(log: Log) -> None:
    assert exported(log) == exported(log)


def test_the_notice_is_there_in_both_languages_and_does_not_follow_the_one_in_force(
    log: Log, request: pytest.FixtureRequest
) -> None:
    english = exported(log)
    request.getfixturevalue("danish")
    assert exported(log) == english
    assert json.loads(english)["notice"]["da"] == (
        "Indeholder ikke personoplysninger efter tjek af 2026-11-16. Tjekket finder ikke alt."
    )


def test_every_threshold_is_printed_changed_or_not(log: Log) -> None:
    assert json.loads(exported(log))["thresholds"] == THRESHOLDS
    journal(log).write(SUBJECT, "set", {"places": 3})
    assert json.loads(exported(log))["thresholds"] == {**THRESHOLDS, "places": 3}


def test_without_events_everything_else_stays(log: Log) -> None:
    whole, state = json.loads(exported(log)), json.loads(exported(log, events=False))
    del whole["events"]
    assert state == whole


def test_an_empty_log_is_a_document_with_empty_parts(tmp_path: Path) -> None:
    with opened(tmp_path / "empty.db") as log:
        told = json.loads(exported(log))
    assert told["experiments"] == told["events"] == []
