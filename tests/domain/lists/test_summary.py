"""The stored summary: what lists, export and SQL read without a model."""

from __future__ import annotations

import pytest
from pydantic import JsonValue, ValidationError

from explog.domain.judging.scale import level
from explog.domain.lists.summary import POINTS, summarise, words
from explog.domain.naming.vocabulary import Kind
from explog.domain.query.facts import step_on
from explog.domain.record.experiment import Experiment
from explog.domain.record.rows import attention_at, level_at
from explog.domain.thresholds import Thresholds
from tests.builders import LIVES, SINCE, START, daily, experiment, ident, place

SOUND: dict[str, dict[str, JsonValue]] = {
    Kind.WORKPLACE: {"code": "AMB", "name": "Station East"},
    Kind.REVIEW: {"key": "LM-2026-01", "kind": "single", "title": "x", "date": "2026-05-05"},
    Kind.AGREEMENT: {"key": "A-01", "what": "x", "role": "leader", "due": "2026-05-29"},
    Kind.THRESHOLDS: {"home_days": 60},
}


@pytest.mark.parametrize("kind", SOUND)
def test_what_is_no_experiment_has_only_its_versions(kind: str) -> None:
    document = {"id": ident("x"), **SOUND[kind]}
    assert summarise(kind, document, None, ["name"]) == {"versions": ["name"]}


@pytest.mark.parametrize("kind", SOUND)
def test_nothing_broken_is_ever_stored(kind: str) -> None:
    """Broken thresholds were kept, and from then on every experiment was refused."""
    with pytest.raises(ValidationError):
        summarise(kind, {"id": ident("x"), **SOUND[kind], "due": 7, "home_days": "many"}, None)


@pytest.mark.parametrize("state", LIVES)
def test_every_state_has_the_same_facts_by_name(state: str) -> None:
    found = summarise("experiment", experiment(state).model_dump(mode="json"), None)
    idea = summarise("experiment", experiment("idea").model_dump(mode="json"), None)
    assert found.keys() == idea.keys()
    assert found["state"] == state


def test_a_document_that_breaks_the_model_is_refused() -> None:
    with pytest.raises(ValidationError):
        summarise("experiment", {"id": ident("x"), "title": "x"}, None)


def test_the_thresholds_decide_and_their_id_does_not_disturb() -> None:
    one = experiment(
        "adopted",
        places=[place("North")],
        observations=daily(SINCE, 1, 1, 1),
        operation={
            "since": SINCE,
            "owner_role": "leader",
            "ordinary_budget": True,
            "core": "x",
            "confirmed_on": SINCE,
        },
    )
    document = one.model_dump(mode="json")
    today = "2027-02-28"
    usual = summarise("experiment", document, None)["level_steps"]
    loose = summarise("experiment", document, {"id": ident("t"), "places": 1})["level_steps"]
    assert level_at(usual, today) == "spreading"  # type: ignore[arg-type]
    assert level_at(loose, today) == "scaled"  # type: ignore[arg-type]
    assert level(one, SINCE, Thresholds()) == "spreading"


def test_only_the_latest_points_are_kept_oldest_first() -> None:
    values = [*range(40)]
    found = summarise(
        "experiment",
        experiment("running", observations=daily(START, *values)).model_dump(mode="json"),
        None,
    )
    assert found["points"] == values[-POINTS:]


def test_what_a_person_wrote_can_be_searched_and_ids_and_codes_cannot() -> None:
    one = experiment(
        "abandoned",
        need="1234 calls are unanswered",
        tags=["QR_list", "årsmøde"],
        notes=[{"date": START, "text": "2026 was a good year"}],
        technology=["tablet"],
    )
    found = words("experiment", one.model_dump(mode="json")).splitlines()
    for text in (
        "1234 calls are unanswered",
        "QR_list",
        "årsmøde",
        "2026 was a good year",
        "tablet",
        "Light matters more than the list",
        "Missing items",
        "crew",
        "more than two errors in a week",
        "The paper list",
    ):
        assert text in found, text
    for hidden in (one.id, START.isoformat(), "not_supported", "planned_end", "workflow", "AMB-01"):
        assert hidden not in found, hidden
    assert "QR checklist" not in found, "the title has a column of its own"


def test_a_text_that_stands_twice_is_searched_once() -> None:
    document = {"need": "Light", "watch_out": "Light"}
    assert words("experiment", {**document}) == "Light"
    assert words("workplace", {"name": "Station East", "code": "AMB"}) == "Station East"


def test_windows_and_steps_are_plain_values() -> None:
    found = summarise("experiment", experiment("running").model_dump(mode="json"), None)
    assert attention_at(found["attention"], "2026-10-30") == ("close_to_last_day",)  # type: ignore[arg-type]


@pytest.mark.parametrize("state", ["scaled", "retired"])
def test_the_last_step_is_the_one_after_the_decision(state: str) -> None:
    plain = experiment(state).model_dump()
    plain["transitions"][-1]["on"] = SINCE
    assert step_on(Experiment.model_validate(plain)) == SINCE
