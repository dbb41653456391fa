"""Tests that were over before they were written down (T17)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.domain.judging.verdicts import frame_verdict, outcome
from explog.domain.naming.vocabulary import FrameVerdict, Outcome
from explog.errors import InvalidError
from tests.journal.living import (
    STUDIED,
    met,
)

if TYPE_CHECKING:
    from tests.journal.living import Living


OVER = {
    "need": "x",
    "belief": "y",
    "started_on": "2026-09-01",
    "ended_on": "2026-09-18",
    "end_reason": "decided_early",
}
WRITTEN = {"plan_reference": "Minutes of the group", "plan_dated": "2026-08-28"}


def test_without_a_written_plan_what_was_tried_had_no_net(journal: Living) -> None:
    journal.act("register", "AMB-01", **OVER)
    assert journal.where() == "in_review"
    assert met(journal)["S1"] == "not_met"
    journal.do("abandon", way_back_done_on="2026-09-18")
    assert outcome(journal.one) is Outcome.INCONCLUSIVE
    assert frame_verdict(journal.one) is FrameVerdict.NO_NET


def test_limits_count_only_with_a_dated_written_plan(journal: Living) -> None:
    assert journal.asked("register", **OVER, limits="1 crew") == ["plan_reference"]
    assert journal.asked("register", **OVER, plan_reference="Minutes") == ["plan_dated"]
    assert journal.asked("register", **OVER, plan_dated="2026-08-28") == ["plan_reference"]


@pytest.mark.parametrize(("dated", "expected"), [("2026-08-28", "met"), ("2026-09-02", "not_met")])
def test_a_written_plan_counts_when_it_is_older_than_the_start(
    journal: Living, dated: str, expected: str
) -> None:
    frame = {
        "limits": "1 crew",
        "last_day": "2026-09-20",
        "stop_criteria": "An error",
        "way_back": "Paper",
    }
    journal.act("register", "AMB-01", **OVER, **{**WRITTEN, "plan_dated": dated}, **frame)
    assert met(journal)["S1"] == expected


def test_what_a_registered_limit_came_to_is_asked_at_the_decision(journal: Living) -> None:
    """Seen: such a verdict stayed pending for good."""
    journal.act("register", "AMB-01", **OVER, **WRITTEN, limits="1 crew", stop_criteria="An error")
    (limit,) = journal.one.limits
    answers = {**STUDIED, "way_back_status": "done", "way_back_done_on": "2026-09-18"}
    assert journal.asked("abandon", **answers) == [f"actual/{limit.id}"]
    journal.act("abandon", "AMB-01", **answers, **{f"actual/{limit.id}": "1"})
    assert met(journal)["S2"] == "met"


@pytest.mark.parametrize(
    "wrong",
    [
        {"started_on": "2027-01-01", "ended_on": "2027-01-02"},
        {"ended_on": "2027-01-02"},
        {"started_on": "2026-09-19"},
    ],
)
def test_what_is_registered_lies_in_the_past_and_the_right_way_round(
    journal: Living, wrong: dict[str, str]
) -> None:
    with pytest.raises(InvalidError):
        journal.act("register", "AMB-01", **{**OVER, **wrong})
