"""What a decision rests on is not changed behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.domain.judging.verdicts import outcome
from explog.errors import Refused
from explog.journal.editing import edit
from explog.journal.story import story
from tests.journal.living import ADOPTED, END, Living, scale

if TYPE_CHECKING:
    from collections.abc import Callable

FACTS = {
    "limits/1/actual": "0",
    "stop_criteria/1/met_on": "2026-10-29",
    "stop_criteria/1/reacted_on": "2026-10-30",
    "incidents/1/removed": "yes",
    "incidents/1/level": "near_miss",
}

STATES: dict[str, tuple[Callable[[Living], object], str]] = {
    "adopted": (lambda one: one.live(*ADOPTED[:3], "adopt"), "explog reopen AMB-01"),
    "abandoned": (lambda one: one.live("plan", "start", "end", "abandon"), "explog reopen AMB-01"),
    "scaled": (lambda one: scale(one.live(*ADOPTED)), "explog lapse AMB-01"),
    "retired": (lambda one: one.live(*ADOPTED, "retire"), "is retired"),
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("path", FACTS)
def test_no_fact_of_a_decided_experiment_is_changed_alone(
    journal: Living, state: str, path: str
) -> None:
    """A person set the actual value, and "failed, outside the frame" became "failed safely"."""
    live, said = STATES[state]
    live(journal)
    journal.do("incident", text="A fall", incident_kind="citizen", level="mild")
    before = outcome(journal.one)
    with pytest.raises(Refused, match=said):
        edit(journal, "AMB-01", {path: FACTS[path]})
    assert outcome(journal.one) is before


def test_an_incident_is_not_made_smaller_by_its_form_either(journal: Living) -> None:
    journal.live(*ADOPTED).do("incident", text="A fall", incident_kind="citizen", level="mild")
    with pytest.raises(Refused, match="reopen"):
        journal.act("incident", "AMB-01", element=journal.one.incidents[0].id, level="near_miss")
    journal.act(
        "incident", "AMB-01", element=journal.one.incidents[0].id, text="A fall in the hall"
    )
    assert journal.one.incidents[0].text == "A fall in the hall"


def test_after_reopening_it_can_be_corrected_and_the_history_says_what_stood_there(
    journal: Living,
) -> None:
    journal.live("plan", "start").on(END).do("end", actuals="4")
    journal.live("abandon").do("reopen")
    edit(journal, "AMB-01", {"limits/1/actual": "1"})
    assert story(journal, "AMB-01")[-1].sentence == "Changed: “1 crew”: what it came to: 4 → 1"


def test_what_no_verdict_rests_on_can_still_be_written(journal: Living) -> None:
    journal.live(*ADOPTED)
    edit(journal, "AMB-01", {"need": "x", "lessons/1/theme": "technology"})
    journal.do("incident", text="A fall", incident_kind="citizen", level="mild")
    edit(journal, "AMB-01", {"incidents/1/text": "A fall on the stairs"})
    assert journal.one.incidents[0].text == "A fall on the stairs"


@pytest.mark.parametrize("path", ["limits/1/actual", "stop_criteria/1/met_on"])
def test_the_facts_of_a_cycle_that_adapt_closed_are_not_changed(journal: Living, path: str) -> None:
    """A crossed limit of the first cycle could be made good while the second one went on."""
    journal.live("plan", "start").on(END).do("end", actuals="4")
    journal.live("adapt")
    with pytest.raises(Refused, match="closed with this value"):
        edit(journal, "AMB-01", {path: FACTS[path]})
    edit(journal, "AMB-01", {"limits/2/actual": "1"})
    assert [limit.actual for limit in journal.one.limits] == [4, 1]
