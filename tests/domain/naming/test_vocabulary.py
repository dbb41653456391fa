"""What the words of the vocabulary themselves know."""

from __future__ import annotations

import pytest

from explog.domain.naming.vocabulary import LimitKind, Outcome
from explog.domain.naming.vocabulary_learning import Comparator, Frequency


@pytest.mark.parametrize(
    ("comparator", "below", "equal", "above"),
    [
        (Comparator.AT_LEAST, False, True, True),
        (Comparator.MORE_THAN, False, False, True),
        (Comparator.AT_MOST, True, True, False),
        (Comparator.LESS_THAN, True, False, False),
        (Comparator.EQUAL, False, True, False),
    ],
)
def test_a_value_is_held_against_a_bound(
    comparator: Comparator, *, below: bool, equal: bool, above: bool
) -> None:
    found = tuple(comparator.holds(value, 3) for value in (2.9, 3, 3.1))
    assert found == (below, equal, above)


def test_hours_money_and_data_do_not_say_who_is_touched() -> None:
    assert {kind for kind in LimitKind if not kind.is_extent} == {"hours", "money", "data"}


def test_hours_money_and_minutes_out_of_operation_are_used_up() -> None:
    assert {kind for kind in LimitKind if kind.is_used_up} == {"hours", "money", "outage"}


def test_four_outcomes_are_failures() -> None:
    assert {outcome for outcome in Outcome if outcome.is_failed} == {
        "failed_safely",
        "failed_no_net",
        "failed_unsafely",
        "failed_pending",
    }


def test_what_is_measured_each_time_it_happens_has_no_days() -> None:
    assert [frequency.days for frequency in Frequency] == [1, 7, 14, 31, None]
