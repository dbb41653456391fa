"""The surprise is reckoned from the JSON alone, in whole numbers, the same everywhere."""

from __future__ import annotations

import pytest

from explog.domain.reviews.surprise import RESULTS, ranking, result_guessed, score


@pytest.mark.parametrize(
    ("guessed", "result", "expected"),
    [
        ("supported", "supported", 0),
        ("supported", "not_supported", 100),
        ("not_supported", "supported", 100),
        ("supported", "partly_supported", 50),
        ("partly_supported", "not_supported", 50),
        ("supported", "inconclusive", 50),
        ("inconclusive", "inconclusive", 0),
    ],
)
def test_one_answer_of_the_room_scores_half_its_distance(
    guessed: str, result: str, expected: int
) -> None:
    assert score({"room": guessed}, result) == expected


@pytest.mark.parametrize(
    ("hands", "result", "expected"),
    [
        ({"supported": 8, "partly_supported": 3}, "supported", 14),  # 3 of 22 halves
        ({"supported": 4, "not_supported": 4}, "not_supported", 50),
        ({"supported": 5}, "supported", 0),
        ({"supported": 5}, "not_supported", 100),
    ],
)
def test_hands_score_the_mean_of_their_distances(
    hands: dict[str, int], result: str, expected: int
) -> None:
    guess = {**dict.fromkeys(RESULTS, 0), **hands, "n": sum(hands.values()), "room": None}
    assert score(guess, result) == expected


def test_bands_weigh_what_they_stand_for() -> None:
    """1-2 counts as one and a half, 3+ as what is left of n: 6, 3.5 and 1.5 of 11."""
    guess = {"n": 11, "supported": 6, "partly_supported": "3+", "not_supported": "1-2"}
    assert score(guess, "not_supported") == round(100 * (6 * 2 + 3.5) / 22)
    crowded = {"n": 5, "supported": "3+", "not_supported": "1-2", "inconclusive": "1-2"}
    assert score(crowded, "supported") == 38  # 3+ is never less than three


def test_the_ranking_has_the_most_surprising_first_and_leaves_out_the_unknown() -> None:
    guesses = [
        {"experiment": "a", "room": "supported"},
        {"experiment": "b", "room": "supported"},
        {"experiment": "c", "room": "supported"},
        {"experiment": "a", "room": "not_supported"},
    ]
    results = {"a": "not_supported", "b": "not_supported", "c": None}
    assert ranking(guesses, results) == [("b", 100), ("a", 0)]


def test_the_result_is_that_of_the_cycle_that_was_guessed() -> None:
    cycles = [{"id": "2", "no": 2}, {"id": "1", "no": 1, "result": "partly_supported"}]
    assert result_guessed({"cycle": "1"}, {"cycles": cycles}) == "partly_supported"
    assert result_guessed({"cycle": "2"}, {"cycles": cycles}) is None
    assert result_guessed({}, {"cycles": cycles[1:]}) == "partly_supported"
    assert result_guessed({}, {}) is None
