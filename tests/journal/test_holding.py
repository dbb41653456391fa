"""A meeting from its planning until it is closed; left and gone on with, and taken back."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest

from explog.domain.naming.vocabulary_learning import ReviewKind
from explog.domain.reviews.agenda import agenda_of
from explog.errors import InvalidError, NotFoundError, Refused, UsageError
from explog.journal import agreements, holding, meetings, workplaces
from explog.journal.ports import Clock
from explog.journal.story import story
from explog.journal.undoing import undo
from explog.locale import speak
from tests.journal.living import Living, started
from tests.journal.sitting import acts, held, planned

if TYPE_CHECKING:
    from explog.journal.ports import Store

DAY = date(2026, 11, 16)


def test_every_act_of_a_meeting_is_one_event_and_undo_takes_each_back(store: Store) -> None:
    journal = started(store).on(DAY)
    before = []
    for done in acts(journal):
        documents = journal.store.documents("review"), journal.store.documents("agreement")
        before.append((done, documents))
    for number in range(len(before) - 1, -1, -1):
        done, documents = before[number]
        assert documents == (
            journal.store.documents("review"),
            journal.store.documents("agreement"),
        )
        assert undo(journal).act == done.act
    assert journal.store.documents("review") == []


def test_a_planned_meeting_knows_why_each_experiment_is_on_its_list(journal: Living) -> None:
    key = planned(journal)
    known = meetings.meeting(journal, key)
    assert (known.status, known.title, known.at_step) == (
        "planned",
        "Single review: QR checklist",
        None,
    )
    assert [(one.experiment, one.reason) for one in known.picks] == [
        (journal.one.id, "ended_not_reviewed")
    ]
    assert known.workplaces == (journal.one.workplace,)


def test_a_meeting_without_a_reason_takes_experiments_by_hand(journal: Living) -> None:
    known = meetings.meeting(journal, meetings.prepare(journal, "single", picks=["amb-01"]).key)
    assert [one.reason for one in known.picks] == ["by_hand"]


def test_a_long_title_is_cut_to_what_a_title_holds(journal: Living) -> None:
    journal.jot("x" * 80)
    known = meetings.meeting(journal, planned(journal, "AMB-02"))
    assert (len(known.title), known.title[-1]) == (80, "…")


def test_the_list_can_be_added_to_reordered_and_left_out_of(journal: Living) -> None:
    for title in ("A lamp", "A quieter room"):
        journal.jot(title)
    key = planned(journal)
    meetings.include(journal, key, "AMB-02")
    meetings.include(journal, key, "AMB-03", at=0)
    ids = {ref: journal.experiment(ref).id for ref in ("AMB-01", "AMB-02", "AMB-03")}
    assert meetings.meeting(journal, key).experiments == (
        ids["AMB-03"],
        ids["AMB-01"],
        ids["AMB-02"],
    )
    meetings.reorder(journal, key, ["amb-01", "AMB-02", "AMB-03"])
    meetings.leave_out(journal, key, "AMB-02")
    known = meetings.meeting(journal, key)
    assert known.experiments == (ids["AMB-01"], ids["AMB-03"])
    assert {one.experiment for one in known.picks} == set(known.experiments)


def test_a_list_holds_each_experiment_once(journal: Living) -> None:
    journal.jot("A lamp")
    key = planned(journal)
    with pytest.raises(Refused, match="already"):
        meetings.include(journal, key, "AMB-01")
    with pytest.raises(Refused, match="not on the list"):
        meetings.leave_out(journal, key, "AMB-02")
    for order in (["AMB-02"], [], ["AMB-01", "AMB-02"]):
        with pytest.raises(Refused, match="once"):
            meetings.reorder(journal, key, order)


def test_a_meeting_begins_today_and_only_once(journal: Living) -> None:
    key = meetings.prepare(journal, "single", date="2026-12-01", picks=["AMB-01"]).key
    holding.begin(journal.on(DAY), key, participants_n=7)
    known = meetings.meeting(journal, key)
    assert (known.status, known.date, known.at_step, known.participants_n) == (
        "going_on",
        DAY,
        "frame",
        7,
    )
    with pytest.raises(Refused, match="going on"):
        holding.begin(journal, key)


@pytest.mark.parametrize("kind", [kind for kind in ReviewKind if kind != "leadership"])
def test_a_meeting_about_experiments_does_not_begin_without_one(
    journal: Living, kind: ReviewKind
) -> None:
    """A retrospective over nothing could be held."""
    key = meetings.prepare(journal, kind.value).key
    with pytest.raises(Refused, match=f"review prepare {key} --add KEY"):
        holding.begin(journal, key)
    meetings.include(journal, key, "AMB-01")
    journal.archive("AMB-01")
    with pytest.raises(Refused, match="no experiment to look at"):
        holding.begin(journal, key)
    journal.archive("AMB-01", back=True)
    holding.begin(journal, key)


def test_a_leadership_round_needs_no_experiment(journal: Living) -> None:
    key = meetings.prepare(journal, "leadership").key
    holding.begin(journal, key)
    assert meetings.meeting(journal, key).status == "going_on"


def test_an_archived_experiment_is_not_put_on_a_list(journal: Living) -> None:
    journal.jot("A lamp")
    key = planned(journal)
    journal.archive("AMB-02")
    for act in (
        partial(meetings.prepare, journal, "single", picks=["AMB-02"]),
        partial(meetings.include, journal, key, "AMB-02"),
    ):
        with pytest.raises(Refused, match="AMB-02 is archived"):
            act()


def test_a_workplace_comes_and_goes_with_its_experiments(journal: Living) -> None:
    """The minutes named the workplace of an experiment that had been taken off the list."""
    other, third = (
        workplaces.add(journal, code, name).subject.partition("/")[2]
        for code, name in (("BS", "Citizen service"), ("LYS", "Light"))
    )
    journal.jot("A text", workplace="BS")
    home = journal.one.workplace
    key = planned(journal)
    meetings.include(journal, key, "BS-01")
    assert meetings.meeting(journal, key).workplaces == (home, other)
    meetings.leave_out(journal, key, "BS-01")
    assert meetings.meeting(journal, key).workplaces == (home,)
    meetings.leave_out(journal, key, "AMB-01")
    assert meetings.meeting(journal, key).workplaces == (home,)
    named = meetings.prepare(journal, "single", picks=["AMB-01"], workplaces=["AMB", "LYS"]).key
    meetings.include(journal, named, "BS-01")
    meetings.leave_out(journal, named, "BS-01")
    assert meetings.meeting(journal, named).workplaces == (home, third)


def test_a_meeting_that_was_left_in_the_middle_is_where_it_was(store: Store) -> None:
    """Somebody pulls the plug; another journal on the same store knows the step and the notes."""
    journal = started(store).on(DAY)
    key = planned(journal)
    holding.begin(journal, key)
    holding.advance(journal, key, "happened", minutes=4)
    again = Living(store, Clock(DAY), journal.ids)
    known = meetings.meeting(again, key)
    frame, here = known.step("frame"), known.step("happened")
    assert frame is not None
    assert here is not None
    assert (known.at_step, frame.minutes, frame.done) == ("happened", 4, True)
    assert (here.began, here.done, here.minutes) == (DAY, False, None)


def test_going_back_to_a_step_keeps_when_it_began(journal: Living) -> None:
    key = planned(journal)
    holding.begin(journal.on(DAY), key)
    holding.advance(journal, key, "happened", minutes=3)
    holding.advance(journal.on(date(2026, 11, 17)), key, "frame", minutes=5)
    known = meetings.meeting(journal, key)
    frame = known.step("frame")
    assert frame is not None
    assert (known.at_step, frame.began) == ("frame", DAY)


def test_there_is_no_step_that_the_agenda_does_not_have(journal: Living) -> None:
    key = planned(journal)
    with pytest.raises(UsageError, match="frame, expected, happened"):
        holding.advance(journal, key, "party")


def test_more_time_adds_up_and_needs_a_step(journal: Living) -> None:
    key = planned(journal)
    with pytest.raises(Refused, match="begun"):
        holding.give_time(journal, key)
    holding.begin(journal, key)
    holding.give_time(journal, key)
    holding.give_time(journal, key, 5)
    step = meetings.meeting(journal, key).step("frame")
    assert step is not None
    assert step.extra == 7


def test_a_closed_meeting_counts_the_minutes_of_its_steps(journal: Living) -> None:
    key = planned(journal)
    holding.begin(journal, key)
    holding.advance(journal, key, "expected", minutes=3)
    holding.advance(journal, key, "frame", minutes=6)
    holding.advance(journal, key, "tell", minutes=4)
    holding.close(journal, key, step_minutes=2)
    known = meetings.meeting(journal, key)
    assert (known.status, known.minutes) == ("held", 4 + 6 + 2)
    with pytest.raises(Refused, match="already"):
        holding.close(journal, key)


def test_minutes_that_are_said_count_more_than_those_of_the_steps(journal: Living) -> None:
    key = planned(journal)
    holding.begin(journal, key)
    holding.close(journal, key, minutes=45, step_minutes=3, participants_n=6)
    known = meetings.meeting(journal, key)
    assert (known.minutes, known.participants_n) == (45, 6)


def test_what_a_meeting_is_about_can_be_changed_and_cleared(journal: Living) -> None:
    key = planned(journal)
    meetings.describe(journal, key, title="Autumn", date="24/12", since="2026-01-01", purpose="x")
    meetings.describe(journal, key, purpose=None, gathering="aar")
    known = meetings.meeting(journal, key)
    assert (known.title, known.date, known.since) == (
        "Autumn",
        date(2026, 12, 24),
        date(2026, 1, 1),
    )
    assert (known.purpose, known.gathering) == (None, "aar")


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"status": "held"}, UsageError),
        ({"date": "soon"}, InvalidError),
        ({"title": ""}, InvalidError),
        ({"participants_n": -1}, InvalidError),
        ({"gathering": "party"}, InvalidError),
    ],
)
def test_what_breaks_a_rule_is_not_kept(
    journal: Living, fields: dict[str, object], error: type[Exception]
) -> None:
    key = planned(journal)
    before = journal.store.documents("review")
    with pytest.raises(error):
        meetings.describe(journal, key, **fields)
    assert journal.store.documents("review") == before


def test_a_meeting_that_is_not_there_is_not_found(journal: Living) -> None:
    with pytest.raises(NotFoundError):
        meetings.meeting(journal, "LM-2026-09")
    with pytest.raises(NotFoundError):
        holding.begin(journal, "AMB-01")


def test_a_kept_agreement_stays_open_and_remembers_the_meeting(journal: Living) -> None:
    key = planned(journal)
    made = agreements.agree(journal, "Buy a lamp", "leader", "2026-12-01")
    agreements.settle(journal.on(DAY), made.key, "Kept", due="2027-01-05", review=key)
    kept = journal.store.document(made.subject) or {}
    assert (kept["status"], kept["due"], kept["kept_on"]) == ("open", "2027-01-05", "2026-11-16")
    assert f"review/{kept['settled_in']}" == journal.store.find(key)
    agreements.settle(journal, made.key, "done")
    with pytest.raises(Refused, match="open it again"):
        agreements.settle(journal, made.key, "kept")


@pytest.mark.parametrize("language", ["en", "da"])
def test_the_history_of_a_meeting_is_told_in_words(journal: Living, language: str) -> None:
    speak(language)
    key = held(journal.on(DAY))
    sentences = [told.sentence for told in story(journal, key)]
    assert len(sentences) == len(list(acts(journal))) - 2  # the agreement has a history of its own
    assert not [said for said in sentences if "_" in said]


@pytest.mark.parametrize("ended", [False, True])
def test_only_a_meeting_that_goes_on_can_be_walked(journal: Living, *, ended: bool) -> None:
    """After it was closed, `review step` went on, and the printed minutes no longer held."""
    key = planned(journal)
    steps = agenda_of(ReviewKind(meetings.meeting(journal, key).kind)).steps
    if ended:
        holding.begin(journal, key)
        holding.close(journal, key)
    with pytest.raises(Refused, match="closed" if ended else "has not begun"):
        holding.advance(journal, key, steps[1].code)
