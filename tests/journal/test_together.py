"""The same act on several experiments: one event each, all or none, undone together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.domain.events import sealed
from explog.errors import InvalidError, NotFoundError, Refused
from explog.journal import together
from explog.journal.undoing import redo, said, undo

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


def test_one_undo_takes_back_all_of_it_and_nothing_else_with_it(
    journal: Living, keys: list[str]
) -> None:
    together.archive(journal, keys)
    undone = undo(journal)
    assert (undone.count, said(undone)) == (3, f"Undone: Archive · {', '.join(keys)}")
    assert not any(journal.experiment(key).archived for key in keys)
    assert tags(journal, keys) == [["Lys"], [], []]
    redo(journal)
    assert all(journal.experiment(key).archived for key in keys)


def test_of_many_only_the_first_are_named(journal: Living, keys: list[str]) -> None:
    made = [*keys, *(journal.jot(f"Idea {n}", "AMB").key for n in range(2))]
    together.tag(journal, made, "ro")
    assert said(undo(journal)) == f"Undone: Change · {', '.join(made[:3])} and 2 more"


def test_what_cannot_all_be_taken_back_stays_as_it_is(journal: Living, keys: list[str]) -> None:
    """One of them was changed elsewhere meanwhile."""
    first = together.archive(journal, keys)[0]
    theirs = sealed(
        id="ffffffff-0000-7000-8000-000000000000",
        subject=first.subject,
        act="unarchive",
        changes={"archived": {"value": None, "over": (first.event.id,)}},
        at="2026-10-01T08:00:00Z",
        as_of="2026-10-01",
        device="elsewhere",
    )
    with journal.store.writing():
        journal.store.append(theirs)
    with pytest.raises(Refused, match="later changes stand on it"):
        undo(journal)
    assert [journal.experiment(key).archived for key in keys] == [False, True, True]
