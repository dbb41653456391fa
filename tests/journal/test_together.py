"""The same act on several experiments: one event each, all or none, undone together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.errors import InvalidError, NotFoundError, Refused
from explog.journal import together

if TYPE_CHECKING:
    from tests.journal.living import Living


@pytest.fixture
def keys(journal: Living) -> list[str]:
    """Three ideas, the first with a tag."""
    made = [journal.jot(f"Idea {n}", "AMB").key for n in range(3)]
    together.tag(journal, made[:1], "Lys")
    return made


def tags(journal: Living, keys: list[str]) -> list[list[str]]:
    return [[*journal.experiment(key).tags] for key in keys]


def test_a_tag_is_one_event_for_each_that_did_not_have_it(journal: Living, keys: list[str]) -> None:
    done = together.tag(journal, keys, " lys ,ro")
    assert [one.key for one in done] == keys
    assert tags(journal, keys) == [["Lys", "ro"], ["lys", "ro"], ["lys", "ro"]]
    with pytest.raises(Refused, match="already so"):
        together.tag(journal, keys, "RO")


def test_a_tag_is_taken_away_whatever_its_case(journal: Living, keys: list[str]) -> None:
    assert len(together.tag(journal, keys, "LYS", away=True)) == 1
    assert tags(journal, keys) == [[], [], []]


def test_all_of_it_or_nothing(journal: Living, keys: list[str]) -> None:
    with pytest.raises(NotFoundError):
        together.archive(journal, [*keys, "AMB-99"])
    with pytest.raises(InvalidError):
        together.tag(journal, keys, "x" * 41)
    assert not any(journal.experiment(key).archived for key in keys)
    assert tags(journal, keys) == [["Lys"], [], []]


def test_archiving_leaves_out_what_is_archived_already(journal: Living, keys: list[str]) -> None:
    journal.archive(keys[0])
    assert [one.key for one in together.archive(journal, keys)] == keys[1:]
    assert all(journal.experiment(key).archived for key in keys)
    assert len(together.archive(journal, keys, back=True)) == len(keys)


def test_it_is_taken_back_together_and_nothing_else_with_it(
    journal: Living, keys: list[str]
) -> None:
    events = {one.event.id for one in together.archive(journal, keys)}
    assert together.take_back(journal, events) == len(keys)
    assert not any(journal.experiment(key).archived for key in keys)
    with pytest.raises(Refused, match="nothing to undo"):
        together.take_back(journal, events)
    assert tags(journal, keys) == [["Lys"], [], []]
