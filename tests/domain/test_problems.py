"""Errors in given data as sentences, each with its place; and what is missing, all at once."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from explog.domain.acts.missing import Missing, MissingError, NotNowError
from explog.domain.problems import SENTENCES, problems_of
from explog.domain.record.experiment import Experiment
from explog.domain.record.workplace import Workplace
from tests.builders import experiment, ident


def told(document: dict[str, object], place: str = "") -> list[str]:
    """What is said about a document that breaks the model."""
    with pytest.raises(ValidationError) as caught:
        Experiment.model_validate({"id": ident("x"), "key": "AMB-01", "title": "QR", **document})
    return [str(problem) for problem in problems_of(caught.value, place)]


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({"title": None}, "title: is not a text"),
        ({"title": ""}, "title: is empty"),
        ({"title": "x" * 81}, "title: at most 80 characters fit"),
        ({"colour": "red"}, "colour: is not a field of this record"),
        ({"id": "1"}, "id: does not have the right form"),
        ({"participants_n": -1}, "participants_n: is too small: at least 0"),
        ({"participants_n": 2_000_000}, "participants_n: is too large: at most 1000000"),
        ({"participants_n": 1.5}, "participants_n: is not a whole number"),
        ({"participants_n": "many"}, "participants_n: is not a whole number"),
        ({"participants_n": []}, "participants_n: is not a whole number"),
        ({"archived": []}, "archived: is neither true nor false"),
        ({"operation": {"since": "soon"}}, "operation.since: is not a date like 2026-10-12"),
        ({"operation": {"since": []}}, "operation.since: is not a date like 2026-10-12"),
        ({"operation": 3}, "operation: is not an object"),
        ({"tags": "QR"}, "tags: is not a list"),
        ({"cycles": [{"no": 1}]}, "cycles[0].id: is missing"),
        (
            {"novelty": "very"},
            "novelty: is not one of: 'first', 'adapted', 'copy' or 'unknown'",
        ),
    ],
)
def test_each_kind_of_error_is_a_sentence_with_its_place(
    document: dict[str, object], said: str
) -> None:
    assert told(document) == [said]


def test_every_problem_is_told_below_the_place_it_was_read_from() -> None:
    found = told({"title": "", "need": ""}, "experiments[3]")
    assert found == ["experiments[3].title: is empty", "experiments[3].need: is empty"]


def test_a_value_is_never_repeated() -> None:
    assert all("secret" not in said for said in told({"novelty": "secret", "archived": "secret"}))


def test_every_sentence_can_be_filled_in() -> None:
    for sentence in SENTENCES.values():
        names = {"max_length", "expected", "ge", "le", "error"}
        assert sentence.format(**dict.fromkeys(names, 1))


def test_a_kind_of_error_that_nobody_thought_of_still_has_a_sentence() -> None:
    with pytest.raises(ValidationError) as caught:
        Workplace.model_validate({"id": ident("w"), "code": "amb", "name": "Station"})
    assert [str(item) for item in problems_of(caught.value)] == [
        "code: a code is two to six capital letters, for example AMB"
    ]


@pytest.mark.parametrize("code", ["A", "ABCDEFG", "AM1", "amb", "A B", ""])
def test_a_code_is_two_to_six_capital_letters(code: str) -> None:
    with pytest.raises(ValidationError):
        Workplace.model_validate({"id": ident("w"), "code": code, "name": "Station"})
    assert Workplace.model_validate({"id": ident("w"), "code": "BØR", "name": "x"}).code == "BØR"


def test_all_that_is_missing_is_said_at_once_one_a_line() -> None:
    items = [Missing("need", "need", "say what is hard"), Missing("reason", "reason", "")]
    error = MissingError("plan", items, ["What is hard?", "Why?"])
    assert str(error).splitlines() == [
        "Not yet. This is missing:",
        "  What is hard? – say what is hard",
        "  Why?",
    ]
    assert error.exit_code == 1
    assert [item.code for item in error.items] == ["need", "reason"]


def test_what_cannot_be_done_now_says_what_can() -> None:
    error = NotNowError("AMB-01", "Start", "idea", ["Plan", "Shelve"])
    assert str(error) == (
        "AMB-01 is at: idea. “Start” is not possible there. What you can do: Plan, Shelve."
    )
    assert str(NotNowError("AMB-01", "Start", "retired", [])).endswith("is not possible there.")


def test_the_record_is_frozen_and_knows_only_its_fields() -> None:
    one = experiment("idea")
    with pytest.raises(ValidationError):
        one.title = "Other"  # type: ignore[misc]


def test_a_code_of_one_letter_is_too_short_and_not_empty() -> None:
    """A code of one letter was said to be empty."""
    with pytest.raises(ValidationError) as caught:
        Workplace(id=ident("x"), code="A", name="Station East")
    (problem,) = problems_of(caught.value)
    assert str(problem) == "code: is too short: at least 2 characters are needed"
