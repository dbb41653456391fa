"""Planning and starting through the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.errors import Refused
from tests.journal.living import (
    DAY,
    PLAN,
    START,
    met,
)

if TYPE_CHECKING:
    from tests.journal.living import Living


def test_answers_are_kept_where_they_belong(journal: Living) -> None:
    journal.do("plan", because="It follows the cupboards", prediction_number="2,5", target="2")
    one = journal.one
    cycle, measure = one.cycle, one.primary
    assert cycle is not None
    assert measure is not None
    assert (cycle.belief, cycle.because) == (PLAN["belief"], "It follows the cupboards")
    assert (cycle.comparator, cycle.criterion, cycle.prediction_number) == ("<=", 3, 2.5)
    assert (measure.name, measure.unit, measure.direction, measure.target) == (
        "Missing items",
        "items",
        "down",
        2,
    )


@pytest.mark.parametrize(
    ("criterion", "direction", "expected"),
    [
        ("at most 3", None, "down"),
        ("under 3", None, "down"),
        ("at least 60", None, "up"),
        ("over 60", None, "up"),
        ("= 5", None, "within"),
        ("at least 60", "down", "down"),
    ],
)
def test_which_way_is_better_follows_from_the_criterion(
    journal: Living, criterion: str, direction: str | None, expected: str
) -> None:
    journal.do("plan", criterion=criterion, direction=direction)
    assert journal.one.primary is not None
    assert journal.one.primary.direction == expected


def test_planning_again_after_taking_up_a_shelved_idea_changes_the_plan(journal: Living) -> None:
    journal.live("plan", "shelve", "reopen_idea").do("plan", criterion="at least 60")
    one = journal.one
    assert len(one.measures) == 1
    assert one.primary is not None
    assert one.primary.direction == "up"
    assert one.cycle is not None
    assert (one.cycle.comparator, one.cycle.criterion) == (">=", 60)


@pytest.mark.parametrize("back", [0, 1])
def test_a_start_may_lie_one_day_back_and_its_frame_still_counts(
    journal: Living, back: int
) -> None:
    journal.live("plan").on(START + back * DAY).do("start", on=START.isoformat())
    assert journal.one.started_on == START
    assert met(journal)["S1"] == "met"


@pytest.mark.parametrize("back", [2, 30])
def test_a_start_further_back_is_registered_afterwards_instead(journal: Living, back: int) -> None:
    journal.live("plan").on(START + back * DAY)
    with pytest.raises(Refused, match="register afterwards"):
        journal.do("start", on=START.isoformat(), last_day="2027-01-01")


def test_nothing_starts_tomorrow(journal: Living) -> None:
    journal.live("plan").on(START)
    with pytest.raises(Refused, match="future"):
        journal.do("start", on=(START + DAY).isoformat())


def test_a_frame_may_be_written_down_in_parts_before_the_start(journal: Living) -> None:
    journal.live("plan").do("frame", limits="1 crew\nhours: 20 hours", last_day="2026-11-01")
    journal.do("frame", limits="2 crew", way_back="Paper", check_ai="no")
    one = journal.one
    assert {(limit.unit, limit.max) for limit in one.limits} == {("crew", 2), ("hours", 20)}
    assert journal.asked("start") == ["frame_stop", "frame_check"]
    assert journal.asked("start", stop_criteria="An error", frame_check="yes") == ["frame_check"]
    journal.on(START).act(
        "start", "AMB-01", stop_criteria="An error", frame_check="yes", check_ai="yes"
    )
    assert met(journal)["S1"] == "met"


@pytest.mark.parametrize(
    ("answer", "status"), [("yes", "informed"), ("not_relevant", "not_relevant")]
)
def test_med_follows_from_question_five_unless_somebody_said_it(
    journal: Living, answer: str, status: str
) -> None:
    journal.live("plan").on(START).do("start", frame_check=answer)
    assert journal.one.med_status == status


def test_med_that_was_discussed_stays_so(journal: Living) -> None:
    journal.do("plan", med_status="discussed")
    journal.live("start")
    assert journal.one.med_status == "discussed"
