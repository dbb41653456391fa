"""Labels of the vocabulary: one for every word, in both languages, agreeing with numbers."""

from enum import StrEnum

import pytest

from explog.domain.naming import vocabulary, vocabulary_learning, vocabulary_size
from explog.domain.naming.labels import choice_of, counted, label
from explog.domain.naming.labels_plural import PLURALS
from explog.domain.naming.labels_table import LABELS
from explog.domain.naming.vocabulary import Level, Outcome, State
from explog.locale import speak

WORDS = {
    name: member
    for module in (vocabulary, vocabulary_learning, vocabulary_size)
    for name, member in vars(module).items()
    if isinstance(member, type) and issubclass(member, StrEnum) and member is not StrEnum
}
"""Every closed list of the vocabulary by its name."""

SAME = {"mild", "data", "score"}
"""Labels that are spelt alike in both languages."""


def test_every_list_has_labels_for_exactly_its_words() -> None:
    assert {name: {*labels} for name, labels in LABELS.items()} == {
        name: {word.value for word in members} for name, members in WORDS.items()
    }


@pytest.mark.usefixtures("danish")
def test_every_word_has_a_danish_label_of_its_own() -> None:
    every = [
        (word, LABELS[name][word.value]) for name, members in WORDS.items() for word in members
    ]
    alike = {english for word, english in every if label(word) == english}
    assert alike == SAME


@pytest.mark.parametrize("language", ["en", "da"])
def test_a_label_that_is_typed_means_its_word(language: str) -> None:
    speak(language)
    for members in WORDS.values():
        assert [word for word in members if choice_of(members, label(word)) is not word] == []


@pytest.mark.usefixtures("danish")
def test_danish_states_and_outcomes_agree_with_their_number() -> None:
    assert counted(State.SCALED, 4) == "4 skalerede"
    assert counted(State.SCALED, 1) == "1 skaleret"
    assert counted(State.IDEA, 2) == "2 idéer"
    assert counted(Outcome.FAILED_SAFELY, 4) == "4 mislykkede inden for rammerne"
    assert counted(Outcome.INCONCLUSIVE, 0) == "0 uafklarede"


@pytest.mark.parametrize("language", ["en", "da"])
def test_one_of_a_state_is_called_like_its_label(language: str) -> None:
    speak(language)
    every = {word.value: word for words in (Level, Outcome, State) for word in words}
    assert {*PLURALS} == {*every}
    assert [word for word in every.values() if counted(word, 1) != f"1 {label(word)}"] == []
