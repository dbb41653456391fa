"""The first page and the numbers, both from rows alone."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from explog.domain.lists.overview import PRESSING, overview
from explog.domain.lists.stats import stats
from explog.domain.lists.summary import summarise
from explog.domain.naming.vocabulary import State
from explog.domain.naming.vocabulary_learning import Attention
from explog.domain.record.rows import COLUMNS, ExperimentRow, attention_at, level_at, row
from tests.builders import (
    DECIDED,
    END,
    LAST_DAY,
    OPERATION,
    SINCE,
    START,
    Fields,
    daily,
    experiment,
    place,
)

if TYPE_CHECKING:
    from explog.domain.record.experiment import Experiment
    from explog.domain.record.fold import Document

TODAY = "2027-02-28"


def line(one: Experiment, today: str = TODAY, versions: tuple[str, ...] = ()) -> ExperimentRow:
    """The row of an experiment."""
    derived = summarise("experiment", one.model_dump(mode="json"), None, versions)
    record = (
        one.id,
        one.key,
        one.title,
        "AMB",
        "Safe",
        '["QR"]',
        one.archived,
        json.dumps(derived),
    )
    return row(record, today)


def rows(*told: tuple[str, Fields]) -> list[ExperimentRow]:
    """Rows of experiments with keys from AMB-01 on."""
    return [
        line(experiment(state, change, key=f"AMB-{number:02d}"))
        for number, (state, change) in enumerate(told, 1)
    ]


WORKED_ONLY: Fields = {"cycle": {"result": "supported"}}
NO_ANSWER: Fields = {"cycle": {"result": "inconclusive"}}
UNSAFE: Fields = {"cycle": {"harm": {"answer": "yes", "answered_on": END, "by_role": "leader"}}}
NO_NET: Fields = {"cycle": {"frozen_at": END}}
SPREADING: Fields = {"places": [place("North", "trial")]}
SCALED: Fields = {
    "operation": {**OPERATION, "confirmed_on": SINCE + timedelta(60)},
    "places": [place("North"), place("South")],
    "observations": daily(SINCE, 1, 1, 1),
    "places_potential": 7,
}
LOG = rows(
    ("idea", {}),
    ("planned", {}),
    ("running", {}),
    ("paused", {}),
    ("in_review", {}),
    ("adopted", {}),
    ("adopted", SPREADING),
    ("scaled", SCALED),
    ("retired", {}),
    ("shelved", {}),
    ("abandoned", {}),
    ("abandoned", UNSAFE),
    ("abandoned", NO_NET),
    ("abandoned", NO_ANSWER),
    ("abandoned", WORKED_ONLY),
    ("abandoned", {"lessons": []}),
)


def test_a_row_says_what_a_line_of_the_log_shows() -> None:
    found = LOG[7]
    assert found.as_json() == {
        "id": found.id,
        "key": "AMB-08",
        "title": "QR checklist",
        "workplace": "AMB",
        "core_task": "Safe",
        "state": "scaled",
        "outcome": "scaled",
        "frame_verdict": "safe",
        "level": "scaled",
        "in_operation": 3,
        "potential": 7,
        "result": "supported",
        "decision": "adopt",
        "started_on": START.isoformat(),
        "ended_on": END.isoformat(),
        "decided_on": DECIDED.isoformat(),
        "lessons": 1,
        "tags": ["QR"],
        "attention": [],
    }
    assert len(COLUMNS) == 8


def test_what_is_absent_is_null_and_never_missing() -> None:
    assert {name for name, value in LOG[0].as_json().items() if value is None} == {
        "frame_verdict",
        "level",
        "in_operation",
        "potential",
        "result",
        "decision",
        "started_on",
        "ended_on",
        "decided_on",
    }


@pytest.mark.parametrize(
    ("today", "expected"),
    [("2026-01-01", None), ("2026-02-01", "adopted"), ("2026-03-01", "scaled")],
)
def test_a_level_is_that_of_the_last_step_before_today(today: str, expected: str | None) -> None:
    steps = [["2026-02-01", "adopted"], ["2026-03-01", "scaled"]]
    assert level_at(steps, today) == expected


def test_a_window_holds_both_its_ends_and_may_be_open() -> None:
    windows: list[list[str | None]] = [
        ["a", "2026-02-01", "2026-02-03"],
        ["b", None, "2026-02-01"],
        ["c", "2026-02-03", None],
    ]
    assert attention_at(windows, "2026-02-01") == ("a", "b")
    assert attention_at(windows, "2026-02-02") == ("a",)
    assert attention_at(windows, "2026-02-03") == ("a", "c")


def test_the_page_counts_every_experiment_where_it_belongs() -> None:
    page = overview(LOG, [], TODAY)
    assert page.counts == {
        **dict.fromkeys(State, 1),
        State.ADOPTED: 2,
        State.ABANDONED: 6,
    }
    assert page.board == {
        ("worked", "safe"): 5,
        ("failed", "safe"): 1,
        ("failed", "unsafe"): 1,
        ("failed", "no_net"): 1,
        ("failed", "pending"): 1,
    }
    assert (page.decided, page.open_verdicts) == (10, 1)
    assert (page.failed, page.failed_safely) == (4, 1)
    assert [item.state for item in page.running] == ["running", "paused"]
    assert [item.level for item in page.scaled] == ["scaled", "spreading", "adopted"]
    assert [item.key for item in page.taught] == ["AMB-11"]


def test_what_failed_safely_last_is_told_first() -> None:
    def decided(number: int) -> Fields:
        on = DECIDED + timedelta(number)
        return {"key": f"AMB-{number:02d}", "transitions": life_until(on)}

    lines = [line(experiment("abandoned", decided(number))) for number in (1, 3, 2)]
    assert [item.key for item in overview(lines, [], TODAY).taught] == [
        "AMB-03",
        "AMB-02",
        "AMB-01",
    ]


def life_until(on: date) -> list[Fields]:
    """A life that was given up on a day."""
    steps = [dict(step) for step in experiment("abandoned").model_dump()["transitions"]]
    return [*steps[:-1], {**steps[-1], "on": on}]


def test_nothing_archived_is_on_the_page_or_in_the_numbers() -> None:
    archived = [line(experiment("abandoned", archived=True))]
    page = overview(archived, [], TODAY)
    assert (page.decided, page.counts, page.taught) == (0, {}, [])
    assert stats(archived, TODAY)["experiments"] == 0


def agreement(due: str, **more: object) -> Document:
    """An open agreement."""
    return {"key": "A-01", "what": "Buy a lamp", "due": due, "status": "open", **more}  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("2027-02-27", Attention.AGREEMENT_OVERDUE),
        ("2027-02-28", Attention.AGREEMENT_DUE),
        ("2027-03-07", Attention.AGREEMENT_DUE),
        ("2027-03-08", None),
    ],
)
def test_an_agreement_is_due_for_a_week_and_overdue_from_the_day_after(
    due: str, expected: Attention | None
) -> None:
    found = [item.code for item in overview([], [agreement(due)], TODAY).attention]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize("more", [{"status": "done"}, {"status": "dropped"}, {"archived": True}])
def test_an_agreement_that_is_closed_asks_for_nothing(more: dict[str, object]) -> None:
    assert overview([], [agreement("2020-01-01", **more)], TODAY).attention == []


def test_the_most_pressing_stands_first_and_the_oldest_of_a_kind() -> None:
    lines = rows(("in_review", {}), ("running", {}), ("in_review", {"cycle": {"ended_on": START}}))
    page = overview(lines, [agreement("2020-01-01")], TODAY)
    found = [(item.code, item.key) for item in page.attention]
    assert found == [
        (Attention.PAST_LAST_DAY, "AMB-02"),
        (Attention.AGREEMENT_OVERDUE, "A-01"),
        (Attention.ENDED_NOT_REVIEWED, "AMB-03"),
        (Attention.ENDED_NOT_REVIEWED, "AMB-01"),
    ]
    assert page.attention[0].since == (LAST_DAY + timedelta(1)).isoformat()


def test_what_runs_is_told_by_its_last_day_the_nearest_first() -> None:
    days = ["2026-11-03", None, "2026-11-01"]
    lines = [
        line(experiment("running", key=str(day), cycle={"last_day": day}), "2026-10-12")
        for day in days
    ]
    found = [item.key for item in overview(lines, [], "2026-10-12").running]
    assert found == ["None", "2026-11-01", "2026-11-03"]


def test_every_reason_for_attention_has_its_rank() -> None:
    assert set(PRESSING) == set(Attention)
    assert len(PRESSING) == len(Attention)


def test_two_versions_ask_to_be_chosen_between() -> None:
    page = overview([line(experiment("idea"), versions=("title",))], [], TODAY)
    assert [item.code for item in page.attention] == [Attention.TWO_VERSIONS]


def test_a_reason_that_comes_twice_is_told_once_with_the_day_it_began_now() -> None:
    """Seen: scaled, lapsed, held again, lapsed again; the page told the wrong day."""
    windows = [["no_longer_scaled", None, "2027-01-01"], ["no_longer_scaled", "2027-02-01", None]]
    found = line(experiment("scaled"))
    found.derived["attention"] = windows
    shown = row(
        (found.id, found.key, "x", None, None, None, False, json.dumps(found.derived)), TODAY
    )
    (item,) = overview([shown], [], TODAY).attention
    assert item.since == "2027-02-01"
