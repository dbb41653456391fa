"""Which questions an act asks right now, and what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.domain.acts.catalogue import ACTS, BY_NAME
from explog.domain.acts.missing import MissingError
from explog.journal.asking import label_of, steps
from tests.journal.living import STUDIED, Living

if TYPE_CHECKING:
    from explog.domain.acts.act import Act


def names(journal: Living, act: str) -> list[str]:
    """The names of the questions of an act, in order."""
    return [
        question.name for step in steps(BY_NAME[act], journal.one) for question in step.questions
    ]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_without_limits_and_criteria_an_act_asks_what_it_says(journal: Living, act: Act) -> None:
    plain = [question.name for question in act.questions]
    expected = [name for name in plain if name not in {"actuals", "reactions"}]
    assert names(journal, act.name) == expected


def test_the_end_asks_for_each_limit_and_each_stop_criterion(journal: Living) -> None:
    journal.live("plan")
    journal.do("frame", limits="1 crew\nhours: 2,5 hours", stop_criteria="An error\nA fall")
    journal.live("start")
    asked = steps(BY_NAME["end"], journal.one)[0].questions
    one = journal.one
    assert [question.name for question in asked] == [
        "ended_on",
        "end_reason",
        *(f"actual/{limit.id}" for limit in one.limits),
        *(f"{kind}/{stop.id}" for stop in one.stop_criteria for kind in ("met", "reacted")),
        "as_planned",
    ]
    said = {question.asked for question in asked}
    assert {"How many? (crew; at most 1)", "How many? (hours; at most 2.5)"} <= said
    assert "“A fall”: when was it met?" in said


def test_the_end_asks_for_what_tightening_added_and_only_for_this_cycle(journal: Living) -> None:
    journal.live("plan", "start", "end", "adapt").do("tighten", limits="5 citizens")
    current = journal.one.cycle
    assert current is not None
    asked = [name for name in names(journal, "end") if name.startswith("actual/")]
    assert asked == [f"actual/{limit.id}" for limit in journal.one.limits_of(current)]
    assert len(asked) == 2


@pytest.mark.parametrize("act", ["adopt", "adapt", "abandon"])
def test_a_decision_first_asks_what_was_left_open_and_asks_nothing_twice(
    journal: Living, act: str
) -> None:
    over = {
        "need": "x",
        "belief": "y",
        "started_on": "2026-09-01",
        "ended_on": "2026-09-02",
        "end_reason": "stop_criterion",
        "plan_reference": "Minutes",
        "plan_dated": "2026-08-01",
        "limits": "1 crew",
        "stop_criteria": "An error",
    }
    journal.act("register", "AMB-01", **over)
    (limit,) = journal.one.limits
    (stop,) = journal.one.stop_criteria
    found = names(journal, act)
    assert found[0] == f"actual/{limit.id}"
    assert {f"met/{stop.id}", f"reacted/{stop.id}"} <= set(found)
    assert len(found) == len(set(found))
    assert {"stop_criterion_met", f"actual/{limit.id}"} <= set(journal.asked(act))


@pytest.mark.parametrize("act", ["adopt", "adapt", "abandon"])
def test_a_decision_after_a_whole_end_asks_nothing_of_it(journal: Living, act: str) -> None:
    journal.live("plan", "start", "end")
    assert not [name for name in names(journal, act) if name.startswith("actual/")]


def test_whatever_is_missing_is_called_as_the_form_calls_it(journal: Living) -> None:
    journal.live("plan", "start")
    with pytest.raises(MissingError) as caught:
        journal.act("end", "AMB-01", end_reason="stop_criterion")
    assert caught.value.labels == ("How many? (crew; at most 1)", "Stop criteria that were met")
    journal.live("end")
    with pytest.raises(MissingError) as caught:
        journal.act("abandon", "AMB-01", **STUDIED)
    assert caught.value.labels == ("How did the way back go?",)


def test_a_condition_is_called_by_its_code_and_title(journal: Living) -> None:
    journal.live("plan", "start", "end", "adopt")
    found = journal.missing("scale", "AMB-01")
    called = [label_of(BY_NAME["scale"], item, journal.one) for item in found]
    assert called[1] == "C1 Held at home"
    assert called[0] == "For how many places is it relevant?"
