from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog import locale
from explog.domain.acts.answers import answer as read
from explog.domain.acts.catalogue import ACTS
from explog.domain.naming.vocabulary import State
from explog.errors import Refused
from explog.journal.telling import derived
from explog.tui.asked import MOST, asked
from explog.tui.next_steps import next_steps
from explog.tui.waiting import WAITING, is_shown, waits
from tests.tui.host import (
    ABANDONED,
    ADOPT,
    ENDED,
    IDEA,
    KEY,
    OBSERVED,
    PLANNED,
    STARTED,
    play,
)

if TYPE_CHECKING:
    from explog.domain.acts.act import Act
    from explog.journal.journal import Journal

CHAPTERS = {
    State.IDEA: IDEA,
    State.SHELVED: IDEA,
    State.PLANNED: PLANNED,
    State.RUNNING: STARTED,
    State.PAUSED: STARTED,
    State.ABANDONED: ABANDONED,
}
"""State → how much of the story leads there; everything else begins in review."""


def _reach(journal: Journal, state: State) -> None:
    """Bring the story's experiment to *state*."""
    play(journal, CHAPTERS.get(state, ENDED))
    if state is State.SHELVED:
        journal.act("shelve", KEY, reason="not now")
    if state is State.PAUSED:
        journal.act("pause", KEY, reason="a holiday")
    if state in {State.ADOPTED, State.SCALED, State.RETIRED}:
        journal.act("adopt", KEY, **ADOPT)
    if state is State.SCALED:  # by hand: the guard asks for half a year of facts
        experiment = journal.experiment(KEY)
        step = {"act": "scale", "on": "2026-02-12", "after": experiment.life[-1].id}
        place = f"transitions/{journal.ids()}"
        journal.write(f"experiment/{experiment.id}", "scale", {place: step})
    if state is State.RETIRED:
        journal.act("retire", KEY, reason="replaced")


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_every_act_has_a_form_with_at_most_five_questions_a_page(
    journal: Journal, act: Act
) -> None:
    _reach(journal, State.RUNNING if State.RUNNING in act.sources else min(act.sources))
    made = asked(journal, act.name, KEY)
    assert made.pages
    for page in made.pages:
        assert 0 < sum(not waits(question) for question in page.questions) <= MOST
    needed = [page.is_needed for page in made.pages]
    assert needed == sorted(needed, reverse=True)
    names = {question.name for question in made.questions}
    assert set(made.needed) - names <= {"scale"} | {item for item in made.needed if item[0] == "C"}


def test_every_question_that_waits_is_asked_somewhere_and_so_is_the_one_it_waits_for() -> None:
    names = {question.name for act in ACTS for question in act.questions}
    assert set(WAITING) <= names
    assert {other for other, _values in WAITING.values()} <= names


def test_what_waits_is_shown_only_once_it_makes_sense(journal: Journal) -> None:
    play(journal, ENDED)
    made = asked(journal, "abandon", KEY)
    reason = next(one for one in made.questions if one.name == "result_reason")
    assert made.suggested["result"] == "not_supported"
    assert not is_shown(made, reason, {})
    assert not is_shown(made, reason, {"result": "not_supported"})
    assert is_shown(made, reason, {"result": "supported"})


def test_what_the_experiment_knows_already_is_filled_in(journal: Journal) -> None:
    play(journal, OBSERVED)
    lesson = asked(journal, "lesson", KEY)
    assert lesson.values["we_believed"] == "dictation completes the record sooner"
    edit = asked(journal, "edit", KEY)
    assert edit.values["title"] == "Dictating the record while driving"
    assert "belief" not in {question.name for question in edit.questions}


def test_a_lesson_that_was_begun_is_completed_instead_of_written_again(journal: Journal) -> None:
    """Seen: the next step opened an empty form again, and the decision asked for all of it."""
    play(journal, ENDED)
    journal.act("lesson", KEY, we_learned="Light matters")
    experiment = journal.experiment(KEY)
    steps = next_steps(journal, experiment, derived(journal, experiment))
    (step,) = [one for one in steps if one.act == "lesson"]
    begun = experiment.begun_lesson
    assert begun is not None
    assert step.element == begun.id
    assert "Light matters" in step.about
    assert asked(journal, "lesson", KEY, step.element).values["we_learned"] == "Light matters"
    assert asked(journal, "abandon", KEY).values["we_learned"] == "Light matters"


def test_the_next_cycle_takes_over_the_frame_but_never_the_last_day_or_the_check(
    journal: Journal,
) -> None:
    play(journal, ENDED)
    values = asked(journal, "adapt", KEY).values
    assert values["limits"] == "2 vehicles"
    assert values["stop_criteria"] == "More than 2 corrections per 10 records in a week (1 day)"
    assert values["criterion"] == "<= 9"
    assert not {"last_day", "prediction", "check_med"} & set(values)


@pytest.mark.parametrize("language", locale.LANGUAGES)
def test_what_is_filled_in_is_read_back_as_it_was(journal: Journal, language: str) -> None:
    locale.speak(language)
    play(journal, ENDED)
    made = asked(journal, "adapt", KEY)
    for question in made.questions:
        if question.name in made.values and question.kind.value != "core_task":
            assert read(question, made.values[question.name], made.today) is not None


def test_where_nothing_is_measured_an_observation_is_refused_in_one_sentence(
    journal: Journal,
) -> None:
    """Seen: a list of what an observation lacks, for a value that nothing could take."""
    play(journal, IDEA)
    with pytest.raises(Refused) as refused:
        asked(journal, "observe", KEY)
    assert str(refused.value) == (
        "There is no measure yet. Plan the experiment, or add a measure first."
    )
