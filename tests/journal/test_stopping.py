"""Stop criteria that are met, and the reactions to them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from explog.domain.acts.missing import MissingError, NotNowError
from explog.errors import InvalidError, Refused
from explog.journal.ports import Clock
from tests.journal.living import (
    END,
    START,
    met,
)

if TYPE_CHECKING:
    from tests.journal.living import Living


def test_a_pause_by_a_stop_criterion_is_its_reaction(journal: Living) -> None:
    journal.live("plan", "start").on(date(2026, 10, 16))
    journal.do("pause", stop_criterion="1", met_on="2026-10-15", reason="Three errors")
    (stop,) = journal.one.stop_criteria
    assert (stop.met_on, stop.reacted_on) == (date(2026, 10, 15), date(2026, 10, 16))
    step = journal.one.life[-1]
    assert (step.pause_reason, step.stop_criterion) == ("stop_criterion", stop.id)
    assert met(journal)["S3"] == "met"


def test_a_pause_that_came_too_late_is_outside_the_frame(journal: Living) -> None:
    journal.live("plan", "start").on(date(2026, 10, 21))
    journal.do("pause", stop_criterion="1", met_on="2026-10-15", reason="Three errors")
    assert met(journal)["S3"] == "not_met"


def test_a_late_reaction_is_not_made_good_by_a_timely_one(journal: Living) -> None:
    """Seen: pausing once more for the same criterion turned "too late" into "in time"."""
    journal.live("plan", "start").on(date(2026, 10, 21))
    journal.do("pause", stop_criterion="1", met_on="2026-10-15", reason="Three errors")
    journal.do("resume")
    journal.do("pause", stop_criterion="1", reason="Again")
    assert met(journal)["S3"] == "not_met"


def test_a_pause_for_another_reason_reacts_to_nothing(journal: Living) -> None:
    journal.live("plan", "start", "pause")
    assert journal.one.stop_criteria[0].met_on is None
    assert met(journal)["S3"] == "met"


@pytest.mark.parametrize("number", ["0", "2", "99"])
def test_a_stop_criterion_that_is_not_there_is_refused(journal: Living, number: str) -> None:
    journal.live("plan", "start")
    with pytest.raises(Refused, match="there are 1"):
        journal.do("pause", stop_criterion=number)


def test_a_pause_by_a_stop_criterion_asks_which(journal: Living) -> None:
    journal.live("plan", "start")
    assert journal.asked("pause", pause_reason="stop_criterion") == ["reason", "stop_criterion"]


def test_a_reaction_that_counts_in_minutes_is_taken_with_its_minute(journal: Living) -> None:
    stop = "the signal is out (10 minutes)"
    journal.live("plan").on(START).do("start", stop_criteria=stop)
    journal.clock = Clock()
    now = journal.clock.as_of()
    journal.do("pause", stop_criterion="1", reason="Dark")
    (found,) = journal.one.stop_criteria
    assert found.reacted_on is not None
    assert found.reacted_on.isoformat()[:13] == now[:13]
    assert found.in_time == "met"


def test_reactions_given_at_the_end_are_kept(journal: Living) -> None:
    journal.live("plan", "start").on(END)
    reactions = "1: 2026-10-29, 2026-10-30"
    journal.do("end", end_reason="stop_criterion", reactions=reactions)
    (stop,) = journal.one.stop_criteria
    assert (stop.met_on, stop.reacted_on) == (date(2026, 10, 29), date(2026, 10, 30))


def test_a_reaction_before_it_was_met_is_told_at_once(journal: Living) -> None:
    journal.live("plan", "start").on(END)
    with pytest.raises(InvalidError, match="before it was met"):
        journal.do("end", end_reason="stop_criterion", reactions="1: 2026-10-29, 2026-10-28")


def test_a_pause_does_not_lie_before_the_start(journal: Living) -> None:
    journal.live("plan", "start")
    with pytest.raises(Refused, match="before the start"):
        journal.do("pause", on="2026-10-04")
    with pytest.raises(InvalidError, match="future"):
        journal.do("pause", on="2026-12-04")


def test_the_criterion_with_the_number_given_is_the_one_that_was_met(journal: Living) -> None:
    journal.live("plan").on(START).do("start", stop_criteria="An error\nA fall")
    journal.do("pause", stop_criterion="2", reason="A fall")
    assert [stop.met_on for stop in journal.one.stop_criteria] == [None, START]
    assert journal.one.life[-1].stop_criterion == journal.one.stop_criteria[1].id


def test_a_reaction_that_counts_in_days_has_no_time_of_day(journal: Living) -> None:
    journal.live("plan").on(START).do("start", last_day="2199-01-01")
    journal.clock = Clock()
    journal.do("pause", stop_criterion="1", reason="Dark")
    assert type(journal.one.stop_criteria[0].reacted_on) is date


def test_a_reaction_told_the_day_after_has_no_time_of_day(journal: Living) -> None:
    stop = "the signal is out (10 minutes)"
    journal.live("plan").on(START).do("start", stop_criteria=stop)
    journal.clock = Clock()
    yesterday = journal.clock.today() - timedelta(1)
    journal.do("pause", stop_criterion="1", reason="Dark", on=yesterday.isoformat())
    assert journal.one.stop_criteria[0].reacted_on == yesterday
    assert journal.asked("end", end_reason="external", actuals="1") == [
        f"reacted/{journal.one.stop_criteria[0].id}"
    ]


def test_another_timely_reaction_leaves_the_first_one_and_a_late_one_counts(
    journal: Living,
) -> None:
    """Seen: a second pause wrote over the day on which the criterion was first met."""
    journal.live("plan", "start").on(date(2026, 10, 8))
    journal.do("pause", stop_criterion="1", met_on="2026-10-07", reason="Three errors")
    journal.on(date(2026, 10, 12)).do("resume")
    journal.do("pause", stop_criterion="1", reason="Again")
    (stop,) = journal.one.stop_criteria
    assert (stop.met_on, stop.reacted_on) == (date(2026, 10, 7), date(2026, 10, 8))
    assert journal.one.life[-1].stop_criterion == stop.id
    journal.on(date(2026, 10, 21)).do("resume")
    journal.do("pause", stop_criterion="1", met_on="2026-10-13", reason="Late")
    assert met(journal)["S3"] == "not_met"


def test_the_end_does_not_write_over_what_was_met_or_when_it_was_reacted_to(
    journal: Living,
) -> None:
    """Seen: giving the same criterion again at the end turned a late reaction into a timely one."""
    journal.live("plan", "start").on(date(2026, 10, 21))
    journal.do("pause", stop_criterion="1", met_on="2026-10-15", reason="Three errors")
    journal.on(END)
    for again in ("1: 2026-10-29, 2026-10-30", "1: 2026-10-15, 2026-10-16"):
        with pytest.raises(Refused, match=r"explog set AMB-01 stop_criteria/1/"):
            journal.do("end", end_reason="stop_criterion", reactions=again)
    journal.do("end", end_reason="stop_criterion", reactions="1: 2026-10-15, 2026-10-21")
    assert met(journal)["S3"] == "not_met"


CODED = {"stop_criteria": "Missing items over 9 (1 day)"}


@pytest.fixture
def silent(journal: Living) -> Living:
    """A test whose measurement met a coded stop criterion, and nobody said anything to it."""
    journal.live("plan").on(START).do("start", **CODED)
    journal.on(date(2026, 10, 12)).do("observe", value="10")
    return journal


def test_a_test_is_not_ended_as_if_its_stop_criterion_had_never_been_met(silent: Living) -> None:
    """Seen: after the end, S3 said "no stop criterion was met" of one that had been."""
    silent.on(END)
    (stop,) = silent.one.stop_criteria
    assert silent.asked("end", end_reason="planned_end", actuals="1") == [f"met/{stop.id}"]
    with pytest.raises(MissingError, match=r"met “Missing items over 9”.* explog dismiss AMB-01"):
        silent.do("end", end_reason="planned_end", actuals="1")


def test_saying_when_it_was_reacted_to_counts_from_the_measurement(silent: Living) -> None:
    (stop,) = silent.one.stop_criteria
    reacted = {f"reacted/{stop.id}": "2026-10-20"}
    silent.on(END).do("end", end_reason="planned_end", actuals="1", **reacted)
    (stop,) = silent.one.stop_criteria
    assert (stop.met_on, stop.reacted_on) == (date(2026, 10, 12), date(2026, 10, 20))
    assert met(silent)["S3"] == "not_met"


@pytest.mark.parametrize("later", [date(2026, 10, 19), date(2026, 10, 10)])
def test_of_several_measurements_the_first_day_counts_in_whatever_order_they_came(
    silent: Living, later: date
) -> None:
    """Seen: the last one counted, so that a reaction eight days after the first was in time."""
    silent.on(END).do("observe", value="11", date=later.isoformat())
    (stop,) = silent.one.stop_criteria
    reacted = {f"reacted/{stop.id}": "2026-10-20"}
    silent.do("end", end_reason="planned_end", actuals="1", **reacted)
    assert silent.one.stop_criteria[0].met_on == min(later, date(2026, 10, 12))
    assert met(silent)["S3"] == "not_met"


def test_a_criterion_is_not_said_to_be_met_later_than_a_measurement_tells(silent: Living) -> None:
    (stop,) = silent.one.stop_criteria
    told = {f"met/{stop.id}": "2026-10-20", f"reacted/{stop.id}": "2026-10-20"}
    silent.on(END)
    with pytest.raises(Refused, match="on 12 Oct 2026 already"):
        silent.do("end", end_reason="planned_end", actuals="1", **told)
    assert silent.where() == "running"


def test_a_pause_reacts_to_the_measurement_and_not_to_itself(silent: Living) -> None:
    """Seen: a pause eight days after the measurement was a reaction "in time"."""
    silent.on(date(2026, 10, 20)).do("pause", stop_criterion="1", reason="Too many")
    assert silent.one.stop_criteria[0].met_on == date(2026, 10, 12)
    assert met(silent)["S3"] == "not_met"


def test_a_pause_for_another_reason_leaves_the_question_open(silent: Living) -> None:
    silent.live("pause")
    assert met(silent)["S3"] == "unknown"
    silent.do("dismiss", not_met="a wrong reading")
    assert met(silent)["S3"] == "met"


def test_what_came_in_ended_without_an_answer_is_asked_before_the_decision(silent: Living) -> None:
    """A log from before asked nothing at the end."""
    silent.on(END).do("dismiss", not_met="a wrong reading")
    silent.live("end")
    seen = silent.one.observations[0].id
    subject = silent.store.find("AMB-01")
    silent.write(subject, "set", {f"observations/{seen}/not_met": None})
    assert met(silent)["S3"] == "unknown"
    (stop,) = silent.one.stop_criteria
    assert f"met/{stop.id}" in silent.asked("abandon")
    silent.do("dismiss", not_met="a wrong reading")
    assert f"met/{stop.id}" not in silent.asked("abandon")


def test_after_the_decision_nothing_is_dismissed(silent: Living) -> None:
    silent.do("dismiss", not_met="a wrong reading")
    silent.live("end", "abandon")
    with pytest.raises(NotNowError):
        silent.do("dismiss", not_met="nothing happened")
