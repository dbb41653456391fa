"""The acts and their questions hang together, and with the models and the labels."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, get_args, get_origin

import pytest
from pydantic import BaseModel

from explog.domain.acts.catalogue import ACTS, BY_NAME, EDITABLE, NEXT, acts_in
from explog.domain.acts.questions import Answer, Question
from explog.domain.naming import vocabulary, vocabulary_learning, vocabulary_size
from explog.domain.naming.labels import GLYPHS, choice_of, counted, glyph, label, state_word
from explog.domain.naming.labels_plural import PLURALS
from explog.domain.naming.labels_table import LABELS
from explog.domain.naming.vocabulary import Level, Outcome, State
from explog.domain.record.experiment import Experiment
from explog.locale import speak

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from explog.domain.acts.act import Act

WORDS = [
    member
    for module in (vocabulary, vocabulary_learning, vocabulary_size)
    for member in vars(module).values()
    if isinstance(member, type) and issubclass(member, StrEnum) and member is not StrEnum
]
QUESTIONS = [(act, question) for act in ACTS for question in act.questions]
NAMED = [f"{act.name}-{question.name}" for act, question in QUESTIONS]


def inner_models(annotation: object) -> list[type[BaseModel]]:
    """The models inside *annotation*."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if get_origin(annotation) is Annotated:
        return inner_models(get_args(annotation)[0])
    return [model for inner in get_args(annotation) for model in inner_models(inner)]


def field_at(path: str) -> FieldInfo:
    """The field that *path* leads to."""
    model: type[BaseModel] = Experiment
    parts = [part for part in path.split("/") if not part.startswith("{")]
    for place, part in enumerate(parts):
        field = model.model_fields[part]
        if place + 1 == len(parts):
            return field
        (model,) = inner_models(field.annotation)
    raise AssertionError(path)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_every_question_of_an_act_has_a_name_of_its_own(act: Act) -> None:
    names = [question.name for question in act.questions]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("act", "question"), QUESTIONS, ids=NAMED)
def test_every_path_leads_to_a_field_of_the_record(act: Act, question: Question) -> None:
    if question.path:
        assert field_at(question.path).annotation is not None
    assert re.fullmatch(r"[a-z][a-z0-9_]*", question.name)
    assert act.question(question.name) == question


@pytest.mark.parametrize(("act", "question"), QUESTIONS, ids=NAMED)
def test_a_choice_offers_exactly_what_its_field_may_hold(act: Act, question: Question) -> None:
    is_choice = question.kind in {Answer.CHOICE, Answer.CHOICES}
    assert (question.choices is not None) is is_choice, act.name
    if question.choices is not None and question.path:
        assert question.choices in _plain_types(field_at(question.path).annotation)


def _plain_types(annotation: object) -> list[object]:
    """The types inside *annotation*."""
    inner = get_args(annotation)
    return [kind for part in inner for kind in _plain_types(part)] if inner else [annotation]


@pytest.mark.parametrize(("act", "question"), QUESTIONS, ids=NAMED)
def test_a_text_may_be_as_long_as_its_field_and_no_longer(act: Act, question: Question) -> None:
    """An answer that fits the form fits the record: no error after the last page."""
    if question.kind not in {Answer.LINE, Answer.TEXT} or not question.path:
        return
    field = field_at(question.path)
    said = [*field.metadata, *(info for part in get_args(field.annotation) for info in _said(part))]
    limits = [getattr(info, "max_length", None) for info in said]
    allowed = [limit for limit in limits if limit is not None]
    assert allowed, act.name
    assert 0 < question.limit <= min(allowed)


def _said(annotation: object) -> list[object]:
    """What is said beside a type."""
    found: list[object] = []
    for info in getattr(annotation, "__metadata__", ()):
        found.extend([info, *getattr(info, "metadata", ())])
    return found


@pytest.mark.parametrize(("act", "question"), QUESTIONS, ids=NAMED)
def test_every_question_is_asked_in_words(act: Act, question: Question) -> None:
    assert question.asked, act.name
    assert question.option == "--" + question.name.replace("_", "-")
    assert question.help == question.why


def test_a_question_that_is_kept_nowhere_is_composed_by_its_act() -> None:
    composed = {question.name for _act, question in QUESTIONS if not question.path}
    assert composed == {
        "on",
        "by_role",
        "reason",
        "criterion",
        "limits",
        "stop_criteria",
        "frame_check",
        "pause_reason",
        "stop_criterion",
        "met_on",
        "changed",
        "replaced_by",
        "actuals",
        "reactions",
        "frontrunner",
        "on_board",
        "waiting",
        "hesitant",
        "unknown",
    }


def test_acts_are_known_by_their_names_and_a_wrong_question_is_a_mistake() -> None:
    assert [*BY_NAME.values()] == [*ACTS]
    assert all(act.spoken and act.help for act in ACTS)
    with pytest.raises(KeyError):
        BY_NAME["start"].question("colour")


def test_a_step_asks_no_more_than_a_page_holds() -> None:
    assert max(len(step.questions) for act in ACTS for step in act.steps) <= 14
    assert all(step.title and step.questions for act in ACTS for step in act.steps)


@pytest.mark.parametrize("state", State)
def test_what_can_be_done_names_the_transitions_first_and_holds_the_next_step(state: State) -> None:
    possible = acts_in(state)
    assert NEXT[state] in {act.name for act in possible}
    order = [act.is_transition for act in possible]
    assert order == sorted(order, reverse=True)


def test_every_plain_field_can_be_set_once() -> None:
    assert len({question.name for question in EDITABLE}) == len(EDITABLE)
    assert len({question.path for question in EDITABLE}) == len(EDITABLE)


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.__name__)
def test_every_word_has_a_label_and_no_label_is_left_over(words: type[StrEnum]) -> None:
    assert set(LABELS[words.__name__]) == {word.value for word in words}
    for word in words:
        assert label(word).strip()


def test_no_list_is_labelled_that_does_not_exist() -> None:
    assert set(LABELS) == {words.__name__ for words in WORDS}


def test_the_labels_of_one_list_differ() -> None:
    for name, table in LABELS.items():
        assert len(set(table.values())) == len(table), name


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.__name__)
def test_a_choice_is_understood_by_its_value_and_by_its_label_in_both_languages(
    words: type[StrEnum], language: str
) -> None:
    for word in words:
        speak(language)
        spoken = label(word)
        english = LABELS[words.__name__][word.value]
        for typed in (word.value, word.value.upper(), spoken, spoken.upper(), f" {english} "):
            assert choice_of(words, typed) is word, typed


@pytest.mark.parametrize("word", [*State, *Outcome, *Level], ids=repr)
@pytest.mark.parametrize("language", ["en", "da"])
def test_every_state_outcome_and_level_is_counted_in_singular_and_plural(
    word: StrEnum, language: str
) -> None:
    speak(language)
    for n in (0, 1, 2):
        assert str(n) in counted(word, n)
    assert all("{n}" in form for form in PLURALS[word.value])


def test_every_state_and_outcome_has_a_sign_and_one_word() -> None:
    for state in State:
        for outcome in Outcome:
            assert state_word(state.value, outcome.value)
            assert glyph(state.value, outcome.value) in GLYPHS.values()
    assert state_word("running", "ongoing") == "running"
    assert state_word("abandoned", "failed_safely") == "failed safely"


def test_an_ambiguous_beginning_is_not_guessed_at() -> None:
    with pytest.raises(ValueError, match="is not one of"):
        choice_of(vocabulary.Result, "s" * 40)
    with pytest.raises(ValueError, match="supported, partly_supported"):
        choice_of(vocabulary.Result, "maybe")
    assert choice_of(vocabulary.Result, "inc") is vocabulary.Result.INCONCLUSIVE
    with pytest.raises(ValueError, match="is not one of"):
        choice_of(State, "a")  # adopted and abandoned
