"""Observations, incidents, lessons and stances through the journal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from explog.errors import InvalidError, Refused
from tests.journal.living import (
    END,
    JOTTED,
    PLAN,
    met,
)

if TYPE_CHECKING:
    from tests.journal.living import Living


def test_observing_twice_on_a_day_corrects_the_first(journal: Living) -> None:
    journal.live("plan").do("observe", value="6")
    journal.do("observe", value="7", note="Counted again")
    (seen,) = journal.one.observations
    assert (seen.value, seen.note) == (7, "Counted again")
    with pytest.raises(Refused, match="Nothing changed"):
        journal.do("observe", value="7")


def test_an_observation_belongs_to_the_primary_measure_unless_it_says_otherwise(
    journal: Living,
) -> None:
    journal.live("plan").do("measure", measure="Minutes spent", role="balancing", direction="down")
    journal.do("observe", value="6")
    journal.do("observe", value="12", of_measure="minutes")
    journal.do("observe", value="13", of_measure="2")
    values = {
        journal.one.primary_measure == seen.measure: seen.value for seen in journal.one.observations
    }
    assert values == {True: 6, False: 13}


def test_a_value_that_cannot_be_is_refused(journal: Living) -> None:
    journal.do("plan", unit="%", measure_kind="percent", criterion="at least 60")
    for value in ("101", "-1"):
        with pytest.raises(InvalidError, match="between 0 and 100"):
            journal.do("observe", value=value)
    with pytest.raises(Refused, match="future"):
        journal.do("observe", value="50", date="+1")
    journal.do("observe", value="100")


def test_without_a_measure_nothing_can_be_observed(journal: Living) -> None:
    with pytest.raises(Refused, match="no measure yet"):
        journal.do("observe", value="3")


def test_changing_an_observation_by_its_id_keeps_its_day_and_its_measure(journal: Living) -> None:
    """Seen: a corrected value moved to today and to the primary measure."""
    journal.live("plan").do("measure", measure="Minutes", role="balancing", direction="down")
    journal.do("observe", value="12", of_measure="2", date="2026-09-14")
    (seen,) = journal.one.observations
    journal.act("observe", "AMB-01", element=seen.id, value="13")
    (after,) = journal.one.observations
    assert (after.value, after.date, after.measure) == (13, date(2026, 9, 14), seen.measure)


def test_changing_an_incident_by_its_id_keeps_what_is_not_said(journal: Living) -> None:
    journal.live("plan", "start").do(
        "incident", text="A fall", incident_kind="citizen", level="mild", reported="yes"
    )
    (before,) = journal.one.incidents
    journal.on(END).act("incident", "AMB-01", element=before.id, level="moderate")
    (after,) = journal.one.incidents
    assert (after.level, after.reported, after.date) == ("moderate", "yes", before.date)


def test_an_incident_is_pending_until_somebody_says_it_is_reported(journal: Living) -> None:
    journal.live("plan", "start").do("incident", text="A fall", incident_kind="other", level="mild")
    assert journal.one.incidents[0].reported == "pending"
    assert met(journal)["S5"] == "not_met"


def test_a_breach_of_personal_data_is_at_least_mild(journal: Living) -> None:
    journal.live("plan", "start")
    with pytest.raises(InvalidError, match="at least mild"):
        journal.do("incident", text="A photo", incident_kind="data", level="near_miss")


def test_a_target_on_the_worse_side_of_what_was_measured_is_refused(journal: Living) -> None:
    journal.do("measure", measure="Missing items", unit="items", direction="down")
    for day in (7, 14, 21):
        journal.do("observe", value="6", date=f"2026-09-{day:02d}")
    for target in ("6", "7"):
        with pytest.raises(InvalidError, match="baseline"):
            journal.do("plan", target=target)
    journal.do("plan", target="2")


def test_a_stance_is_banded_from_the_start(journal: Living) -> None:
    journal.do("stance", frontrunner="3", on_board="4", waiting="3", hesitant="2")
    (stance,) = journal.one.stances
    assert (stance.n, stance.hesitant, stance.frontrunner) == (12, "1-2", "3+")
    events = journal.store.events(f"experiment/{journal.one.id}")
    values = [change.value for path, change in events[-1].changes.items() if "/n" not in path]
    assert 2 not in values, "the event does not hold the count either"


@pytest.mark.parametrize("counts", ["1 1 1 1", "4 0 0 0", "1 3 3 0", "1 1 1 2"])
def test_a_stance_that_would_point_at_somebody_is_a_note_instead(
    journal: Living, counts: str
) -> None:
    names = ("frontrunner", "on_board", "waiting", "hesitant")
    answers = dict(zip(names, counts.split(), strict=True))
    if counts == "1 1 1 2":
        journal.do("stance", **answers)
        return
    with pytest.raises(Refused, match="write a note instead"):
        journal.do("stance", **answers)


def test_a_lesson_remembers_what_was_believed_and_the_day(journal: Living) -> None:
    journal.live("plan").do("lesson", we_learned="Light matters")
    (lesson,) = journal.one.lessons
    assert (lesson.we_believed, lesson.made_on) == (PLAN["belief"], JOTTED)
    journal.act("lesson", "AMB-01", element=lesson.id, theme="workflow")
    assert journal.one.lessons[0].theme == "workflow"
    assert len(journal.one.lessons) == 1


@pytest.mark.parametrize(
    ("role", "is_primary"),
    [("outcome", True), (None, True), ("process", False), ("balancing", False)],
)
def test_the_first_outcome_measure_is_the_primary_one(
    journal: Living, role: str | None, *, is_primary: bool
) -> None:
    journal.do("measure", measure="Minutes", direction="down", role=role)
    assert (journal.one.primary is not None) is is_primary
    journal.do("measure", measure="Another", direction="down")
    assert journal.one.primary is not None
    assert journal.one.primary.name == ("Minutes" if is_primary else "Another")


def test_a_note_changed_by_its_id_keeps_its_day_unless_another_is_said(journal: Living) -> None:
    journal.do("note", text="Light", date="2026-09-14")
    (kept,) = journal.one.notes
    journal.act("note", "AMB-01", element=kept.id, text="Lamp")
    assert (journal.one.notes[0].text, journal.one.notes[0].date) == ("Lamp", date(2026, 9, 14))
    journal.act("note", "AMB-01", element=kept.id, date="2026-09-15")
    assert journal.one.notes[0].date == date(2026, 9, 15)
