"""Inside a cycle the frame is only ever made narrower."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from explog.errors import Refused
from tests.journal.living import (
    DAY,
    END,
    START,
    met,
)

if TYPE_CHECKING:
    from tests.journal.living import Living


def test_a_limit_is_never_raised_and_the_refusal_says_what_to_do_instead(journal: Living) -> None:
    """Acceptance check 3: raising LYS-03's limit from 10 to 60."""
    journal.live("plan").on(START).do("start", limits="outage: 10 minutes")
    with pytest.raises(Refused, match="adapt"):
        journal.do("tighten", limits="outage: 60 minutes")
    assert [limit.max for limit in journal.one.limits] == [10]


def test_a_limit_made_narrower_is_remembered(journal: Living) -> None:
    journal.live("plan").on(START).do("start", limits="8 children")
    journal.do("tighten", limits="6 children", reason="Six are enough")
    (change,) = journal.one.tightenings
    assert (change.old, change.new, change.reason) == (8, 6, "Six are enough")
    assert met(journal)["S1"] == "met"


@pytest.mark.parametrize("answers", [{}, {"limits": "1 crew"}, {"reason": "None"}])
def test_tightening_nothing_is_refused(journal: Living, answers: dict[str, str]) -> None:
    journal.live("plan", "start")
    with pytest.raises(Refused, match="Say what gets narrower"):
        journal.act("tighten", "AMB-01", **answers)


def test_two_limits_with_one_unit_are_told_apart_by_their_kind(journal: Living) -> None:
    """Seen: ten hours of work and an outage of two hours; the wrong one was tightened."""
    limits = "1 crew\nhours: 10 hours\noutage: 2 hours"
    journal.live("plan").on(START).do("start", limits=limits)
    journal.do("tighten", limits="outage: 1 hours")
    assert {(limit.kind.value, limit.max) for limit in journal.one.limits} == {
        ("places", 1),
        ("hours", 10),
        ("outage", 1),
    }


def test_a_limit_added_by_tightening_must_have_its_value_at_the_end(journal: Living) -> None:
    journal.live("plan", "start").do("tighten", limits="participants: 5 citizens")
    journal.on(END)
    assert [code.partition("/")[0] for code in journal.asked("end", **STUDY_LESS)] == ["actual"]
    journal.do("end", actuals="crew=1\ncitizens=5")
    assert met(journal)["S2"] == "met"


STUDY_LESS = {"end_reason": "planned_end", "actuals": "crew=1"}


def test_a_reaction_time_is_never_made_longer(journal: Living) -> None:
    """Seen: the same stop criterion with "(5 days)" replaced the one with "(1 day)"."""
    journal.live("plan", "start")
    with pytest.raises(Refused, match="shorter"):
        journal.do("tighten", stop_criteria="more than two errors in a week (5 days)")
    with pytest.raises(Refused, match="shorter"):
        journal.do("tighten", stop_criteria="more than two errors in a week (72 hours)")
    journal.do("tighten", stop_criteria="More than two errors in a week (4 hours)\nA fall")
    assert {(stop.text, stop.reaction_time) for stop in journal.one.stop_criteria} == {
        ("More than two errors in a week", 4),
        ("A fall", 1),
    }


@pytest.mark.parametrize(
    ("agreed", "said", "is_shorter"),
    [
        ("1 day", "48 hours", True),
        ("1 day", "49 hours", False),
        ("1 day", "2880 minutes", True),
        ("1 day", "2881 minutes", False),
        ("2 hours", "120 minutes", True),
        ("2 hours", "121 minutes", False),
        ("same day", "24 hours", True),
        ("same day", "1 day", False),
        ("30 minutes", "1 hour", False),
    ],
)
def test_reaction_times_in_different_units_are_held_against_each_other(
    journal: Living, agreed: str, said: str, *, is_shorter: bool
) -> None:
    journal.live("plan").on(START).do("start", stop_criteria=f"An error ({agreed})")
    if is_shorter:
        journal.do("tighten", stop_criteria=f"An error ({said})")
        return
    with pytest.raises(Refused, match="shorter"):
        journal.do("tighten", stop_criteria=f"An error ({said})")


def test_an_earlier_last_day_is_narrower_a_later_or_past_one_is_not(journal: Living) -> None:
    journal.live("plan", "start").on(date(2026, 10, 12))
    with pytest.raises(Refused, match="extension"):
        journal.do("tighten", last_day="2026-11-02")
    with pytest.raises(Refused, match="passed"):
        journal.do("tighten", last_day="2026-10-11")
    journal.do("tighten", last_day="2026-10-20")
    journal.on(date(2026, 10, 15)).do("tighten", last_day="today")
    assert journal.one.cycle is not None
    assert journal.one.cycle.last_day == date(2026, 10, 15)


def test_an_extension_is_made_before_the_last_day_has_passed(journal: Living) -> None:
    journal.live("plan", "start").on(date(2026, 11, 1))
    journal.do("extend", last_day="2026-11-08", reason="Holidays")
    assert journal.one.extensions[0].is_valid
    journal.on(date(2026, 11, 9))
    with pytest.raises(Refused, match="has passed"):
        journal.do("extend", last_day="2026-12-01", reason="More")


def test_an_extension_cannot_be_dated_back(journal: Living) -> None:
    """Seen: "--on" two weeks ago made a late extension a timely one."""
    journal.live("plan", "start").on(date(2026, 11, 9))
    for on in ("2026-11-01", "2026-10-05", "2026-11-10"):
        with pytest.raises(Refused):
            journal.do("extend", last_day="2026-12-01", reason="More", on=on)
    journal.on(date(2026, 11, 2)).do("extend", last_day="2026-12-01", reason="More", on="i går")
    assert journal.one.extensions[0].is_valid


@pytest.mark.parametrize(("on", "counts"), [("today", True), ("-1", True), ("-2", False)])
def test_an_extension_counts_from_today_or_yesterday(
    journal: Living, on: str, *, counts: bool
) -> None:
    journal.live("plan", "start").on(date(2026, 10, 15))
    if counts:
        journal.do("extend", last_day="2026-12-01", reason="More", on=on)
        return
    with pytest.raises(Refused, match="today, or yesterday"):
        journal.do("extend", last_day="2026-12-01", reason="More", on=on)


def test_the_same_last_day_is_neither_narrower_nor_wider(journal: Living) -> None:
    journal.live("plan", "start")
    with pytest.raises(Refused, match="Nothing changed"):
        journal.do("tighten", last_day="2026-11-01")


def test_an_extension_goes_forward(journal: Living) -> None:
    journal.live("plan", "start")
    with pytest.raises(Refused, match="later than"):
        journal.do("extend", last_day="2026-11-01", reason="More")


@pytest.mark.parametrize(
    ("ended", "expected"), [("2026-11-08", "met"), ("2026-10-20", "met"), ("2026-11-09", "not_met")]
)
def test_an_extended_test_may_end_early_or_on_its_new_last_day_but_not_late(
    journal: Living, ended: str, expected: str
) -> None:
    journal.live("plan", "start").do("extend", last_day="2026-11-08", reason="Holidays")
    journal.on(date(2026, 11, 10)).do("end", ended_on=ended)
    assert met(journal)["S2"] == expected


def test_a_test_ends_neither_tomorrow_nor_before_it_began(journal: Living) -> None:
    journal.live("plan", "start").on(END)
    with pytest.raises(Refused, match="future"):
        journal.do("end", ended_on=(END + DAY).isoformat())
    with pytest.raises(Refused, match=r"before the start \(5 Oct 2026\)"):
        journal.do("end", ended_on=(START - DAY).isoformat())
