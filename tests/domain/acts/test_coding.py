"""Stop criteria in words that name a measure and a number are coded on it."""

from __future__ import annotations

from datetime import date

import pytest

from explog.domain.acts.coding import coded
from tests.builders import experiment, ident

TODAY = date(2026, 10, 5)
MEASURES = experiment(
    measures=[
        {"name": "Konflikter", "unit": "antal", "direction": "down"},
        {"name": "Konflikter i garderoben", "unit": "antal", "direction": "down"},
    ]
).measures
ONE, TWO = ident("measures 1"), ident("measures 2")


@pytest.mark.parametrize(
    ("text", "measure", "comparator", "number"),
    [
        ("Konflikter mere end 12 på en uge", ONE, ">", 12),
        ("konflikter > 12", ONE, ">", 12),
        ("Konflikter er over 12,5 antal", ONE, ">", 12.5),
        ("KONFLIKTER: at least 3 in a week", ONE, ">=", 3),
        ("Konflikter i garderoben under 2", TWO, "<", 2),
    ],
)
def test_a_measure_and_a_number_are_understood(
    text: str, measure: str, comparator: str, number: float
) -> None:
    assert coded(text, MEASURES, TODAY) == {
        "measure": measure,
        "comparator": comparator,
        "number": number,
    }


@pytest.mark.parametrize(
    "text",
    ["Mere end 12 konflikter på en uge", "Konflikter", "Konflikter mange", "et barn er bange", ""],
)
def test_everything_else_stays_words(text: str) -> None:
    assert coded(text, MEASURES, TODAY) == {}
