"""What asks for a person's eye, and from when to when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explog.domain.judging.attention import windows
from explog.domain.naming.vocabulary_learning import Attention
from explog.domain.record.rows import attention_at
from explog.domain.thresholds import Thresholds
from tests.builders import (
    CHECKED,
    END,
    LAST_DAY,
    LIMIT,
    OPERATION,
    SINCE,
    START,
    STOP,
    Fields,
    daily,
    experiment,
    place,
)

if TYPE_CHECKING:
    from explog.domain.record.experiment import Experiment

DAY = timedelta(1)
HOUSE = Thresholds()


def shown(one: Experiment, today: date) -> list[str]:
    """The codes that are shown on a day."""
    found: list[list[str | None]] = [
        [code.value, since.isoformat() if since else None, until.isoformat() if until else None]
        for code, since, until in windows(one, HOUSE)
    ]
    return [*attention_at(found, today.isoformat())]


def spans(code: Attention, one: Experiment, first: date | None, last: date | None) -> None:
    """Hold that *code* is shown from *first* to *last*, both included, and on no day beside."""
    if first is not None:
        assert code not in shown(one, first - DAY)
        assert code in shown(one, first)
    if last is not None:
        assert code in shown(one, last)
        assert code not in shown(one, last + DAY)
    else:
        assert code in shown(one, (first or START) + 5000 * DAY)


@pytest.mark.parametrize("state", ["running", "paused"])
def test_the_last_day_is_close_for_three_days_and_passed_from_the_day_after(state: str) -> None:
    one = experiment(state)
    spans(Attention.CLOSE_TO_LAST_DAY, one, LAST_DAY - 3 * DAY, LAST_DAY)
    spans(Attention.PAST_LAST_DAY, one, LAST_DAY + DAY, None)


@pytest.mark.parametrize(
    "state", ["idea", "planned", "in_review", "adopted", "abandoned", "shelved"]
)
def test_the_last_day_matters_only_while_a_test_goes_on(state: str) -> None:
    found = shown(experiment(state, cycle={"last_day": LAST_DAY}), LAST_DAY + DAY)
    assert Attention.PAST_LAST_DAY not in found


def test_an_extension_that_came_too_late_does_not_move_the_last_day() -> None:
    late = {"old": END, "new": LAST_DAY, "reason": "Late", "made_on": END + DAY}
    spans(Attention.PAST_LAST_DAY, experiment("running", extensions=[late]), END + DAY, None)


def test_a_test_in_review_waits_from_the_day_it_ended() -> None:
    spans(Attention.ENDED_NOT_REVIEWED, experiment("in_review"), END, None)


@pytest.mark.parametrize(
    ("change", "is_shown"),
    [
        ({}, True),
        ({"limits": [LIMIT], "stop_criteria": [STOP]}, True),
        (
            {
                "limits": [LIMIT],
                "stop_criteria": [STOP],
                "cycle": {
                    "last_day": LAST_DAY,
                    "way_back": {"plan": "Paper"},
                    "frame_check": CHECKED,
                },
            },
            False,
        ),
    ],
)
def test_a_planned_experiment_without_a_whole_frame_says_so(
    change: Fields, *, is_shown: bool
) -> None:
    assert (Attention.FRAME_NOT_SET in shown(experiment("planned", change), START)) is is_shown


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"limits": [{**LIMIT, "actual": 2}]}, Attention.OUTSIDE_FRAME),
        (
            {"stop_criteria": [{**STOP, "met_on": START, "reacted_on": END}]},
            Attention.OUTSIDE_FRAME,
        ),
        (
            {"incidents": [{"date": START, "kind": "other", "level": "mild", "text": "A cut"}]},
            Attention.OUTSIDE_FRAME,
        ),
        (
            {"limits": [{"kind": "hours", "max": 10, "actual": 8, "unit": "hours"}]},
            Attention.CLOSE_TO_LIMIT,
        ),
    ],
)
def test_the_frame_of_a_running_test_is_watched(change: Fields, expected: Attention) -> None:
    found = shown(experiment("running", change), START)
    assert expected in found
    assert len({Attention.OUTSIDE_FRAME, Attention.CLOSE_TO_LIMIT} & set(found)) == 1


@pytest.mark.parametrize(
    ("reported", "is_shown"), [("pending", True), ("yes", False), ("not_required", False)]
)
def test_a_report_is_pending_from_the_fourth_day_after_the_incident(
    reported: str, *, is_shown: bool
) -> None:
    incident = {
        "date": START,
        "kind": "data",
        "level": "mild",
        "text": "A photo",
        "reported": reported,
    }
    one = experiment("running", incidents=[incident])
    if is_shown:
        spans(Attention.REPORT_PENDING, one, START + 4 * DAY, None)
    else:
        assert Attention.REPORT_PENDING not in shown(one, START + 900 * DAY)


def test_a_pending_report_is_shown_whatever_became_of_the_experiment() -> None:
    incident = {"date": END, "kind": "data", "level": "mild", "text": "A photo"}
    for state in ("in_review", "adopted", "abandoned", "retired"):
        one = experiment(state, incidents=[incident])
        assert Attention.REPORT_PENDING in shown(one, END + 4 * DAY), state


MEASURE: Fields = {"name": "Missing items", "unit": "items", "direction": "down"}


@pytest.mark.parametrize(
    ("frequency", "days"), [("day", 2), ("week", 8), ("two_weeks", 15), ("month", 32)]
)
def test_a_measurement_is_due_the_day_after_its_turn_has_passed(frequency: str, days: int) -> None:
    measures = [{**MEASURE, "frequency": frequency}]
    one = experiment("running", measures=measures)
    spans(Attention.MEASUREMENT_DUE, one, START + days * DAY, None)
    taken = experiment("running", measures=measures, observations=daily(START + 5 * DAY, 3))
    spans(Attention.MEASUREMENT_DUE, taken, START + (5 + days) * DAY, None)


@pytest.mark.parametrize("frequency", ["event", None])
def test_what_has_no_turn_is_never_due(frequency: str | None) -> None:
    one = experiment("running", measures=[{**MEASURE, "frequency": frequency}])
    assert Attention.MEASUREMENT_DUE not in shown(one, START + 900 * DAY)


@pytest.mark.parametrize("state", ["planned", "paused", "in_review", "adopted"])
def test_a_measurement_is_due_only_while_the_test_runs(state: str) -> None:
    one = experiment(state, measures=[{**MEASURE, "frequency": "day"}])
    assert Attention.MEASUREMENT_DUE not in shown(one, START + 900 * DAY)


@pytest.mark.parametrize("state", ["adopted", "scaled"])
def test_a_confirmation_is_missing_from_day_181_on(state: str) -> None:
    operation = {**OPERATION, "confirmed_on": SINCE}
    one = experiment(state, operation=operation)
    spans(Attention.CONFIRMATION_MISSING, one, SINCE + 181 * DAY, None)


def test_what_only_lacks_a_confirmation_is_said_to_lack_that_and_nothing_else() -> None:
    operation = {**OPERATION, "confirmed_on": SINCE + 90 * DAY}
    one = experiment(
        "scaled",
        operation=operation,
        places=[place("North"), place("South")],
        observations=daily(SINCE, 1, 1, 1),
    )
    first = SINCE + (90 + 181) * DAY
    spans(Attention.CONFIRMATION_MISSING, one, first, None)
    assert Attention.NO_LONGER_SCALED not in shown(one, first)


def test_what_lost_a_place_is_no_longer_scaled_whoever_confirms_it() -> None:
    operation = {**OPERATION, "confirmed_on": SINCE + 90 * DAY}
    places = [place("North"), place("South", ended_on=SINCE + 100 * DAY)]
    one = experiment(
        "scaled", operation=operation, places=places, observations=daily(SINCE, 1, 1, 1)
    )
    assert Attention.NO_LONGER_SCALED in shown(one, SINCE + 120 * DAY)


def test_what_never_was_scaled_has_no_day_to_tell() -> None:
    """Seen: "since 1 January 1900" on the front page."""
    found = windows(experiment("scaled"), HOUSE)
    assert (Attention.NO_LONGER_SCALED, None, None) in found


def test_an_adopted_solution_is_not_said_to_be_no_longer_scaled() -> None:
    assert Attention.NO_LONGER_SCALED not in shown(experiment("adopted"), SINCE)


def test_nothing_archived_asks_for_anything() -> None:
    assert windows(experiment("running", archived=True), HOUSE) == []


@given(st.sampled_from(["idea", "planned", "running", "paused", "in_review", "adopted", "scaled"]))
def test_a_window_never_ends_before_it_begins(state: str) -> None:
    for _code, since, until in windows(experiment(state, cycle={"last_day": LAST_DAY}), HOUSE):
        assert since is None or until is None or since <= until


def test_days_at_the_ends_of_the_calendar_can_be_counted_from() -> None:
    """Seen: a last day of 31 December 9999 ended in a traceback."""
    widest = Thresholds(home_days=3660, place_days=3660, confirmed_days=3660, close_days=3660)
    for day in (date(1901, 1, 1), date(2199, 12, 31)):
        running = experiment("running", cycle={"last_day": day})
        places = [place("North", since=day)]
        operation = {**OPERATION, "since": day, "confirmed_on": day}
        scaled = experiment("scaled", places=places, operation=operation)
        assert windows(running, widest)
        assert windows(scaled, widest)
