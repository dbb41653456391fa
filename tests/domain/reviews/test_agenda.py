"""The four meetings minute by minute, as DOMAIN.md 10 has them, in both languages."""

from __future__ import annotations

import pytest

from explog.domain.naming.vocabulary_learning import Column, ReviewKind
from explog.domain.reviews.agenda import COLUMNS, HALLMARKS, RULES, agenda_of
from explog.domain.reviews.agenda_kinds import AGENDAS
from explog.locale import _, speak


@pytest.mark.parametrize(
    ("kind", "minutes"),
    [
        ("check_in", [2, 4, 2, 2]),
        ("single", [3, 5, 10, 10, 6, 6, 4, 1]),
        ("retrospective", [10, 20, 20, 5, 20, 10, 5]),
        ("leadership", [5, 10, 15, 10, 10, 10]),
    ],
)
def test_each_meeting_has_its_minutes(kind: str, minutes: list[int]) -> None:
    assert [step.minutes for step in agenda_of(kind).steps] == minutes


@pytest.mark.parametrize(
    ("kind", "whole", "people"),
    [("check_in", 10, (2, None)), ("single", 45, (4, 10)), ("retrospective", 90, (5, 18)),
     ("leadership", 60, (4, 12))],
)  # fmt: skip
def test_each_meeting_has_its_length_and_its_people(
    kind: str, whole: int, people: tuple[int, int | None]
) -> None:
    agenda = agenda_of(kind)
    assert (agenda.minutes, (agenda.fewest, agenda.most)) == (whole, people)


@pytest.mark.parametrize("kind", [*ReviewKind])
def test_every_meeting_opens_with_the_agreements_and_has_an_end(kind: ReviewKind) -> None:
    agenda = AGENDAS[kind]
    codes = [step.code for step in agenda.steps]
    assert len({*codes}) == len(codes)
    assert codes[0] == "frame"
    walked = [agenda.after(None)]
    while walked[-1] is not None:
        walked.append(agenda.after(walked[-1].code))
    assert walked[:-1] == [*agenda.steps]
    assert [agenda.before(code) for code in codes] == [None, *agenda.steps[:-1]]
    assert agenda.step("party") is None


def test_every_column_belongs_to_one_way_of_gathering() -> None:
    assert sorted(column for columns in COLUMNS.values() for column in columns) == sorted(Column)


def test_every_text_of_a_meeting_is_danish_too() -> None:
    told = [*RULES, *HALLMARKS]
    for agenda in AGENDAS.values():
        told += [agenda.purpose, agenda.output, *agenda.preparation, *agenda.follow_up]
        told += [text for step in agenda.steps for text in (step.name, step.cue, step.yields)]
    speak("da")
    assert [text for text in told if _(text) == text] == []
