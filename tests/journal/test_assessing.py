"""What is said of a test before the decision: harm, result, causes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.domain.acts.missing import MissingError, NotNowError
from explog.domain.naming.vocabulary import Cause, Harm, State
from explog.journal.undoing import undo

if TYPE_CHECKING:
    from tests.journal.living import Living


def test_harm_is_answered_by_somebody_and_then_no_decision_asks_again(journal: Living) -> None:
    journal.live("plan", "start", "end")
    assert "harm" in journal.asked("adopt")
    journal.do("assess", harm="no", harm_role="leader", causes="timing")
    cycle = journal.one.cycle
    assert cycle is not None
    assert cycle.harm is not None
    assert cycle.harm.answer is Harm.NO
    assert cycle.causes == (Cause.TIMING,)
    assert journal.one.state is State.IN_REVIEW
    assert "harm" not in journal.asked("adopt")


def test_a_yes_needs_its_incident_first(journal: Living) -> None:
    journal.live("plan", "start", "end")
    with pytest.raises(MissingError) as caught:
        journal.do("assess", harm="yes", harm_role="leader")
    assert [item.code for item in caught.value.items] == ["incident"]


def test_it_is_only_for_a_test_in_review(journal: Living) -> None:
    journal.live("plan", "start")
    with pytest.raises(NotNowError):
        journal.do("assess", harm="no", harm_role="leader")


def test_it_can_be_undone(journal: Living) -> None:
    journal.live("plan", "start", "end")
    before = journal.one
    journal.do("assess", harm="no", harm_role="leader", result="supported")
    undo(journal)
    assert journal.one == before


def test_a_reason_to_differ_goes_when_the_decision_agrees_with_the_suggestion(
    journal: Living,
) -> None:
    journal.live("plan", "start", "end")
    journal.act("assess", "AMB-01", result="supported", result_reason="We saw it")
    assert journal.one.rounds[-1].result_reason == "We saw it"
    journal.live("adopt")
    assert journal.one.rounds[-1].result == "inconclusive"
    assert journal.one.rounds[-1].result_reason is None
