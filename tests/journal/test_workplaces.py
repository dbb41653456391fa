"""Changing what a workplace is called and what its core tasks are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.domain.naming.vocabulary import Kind
from explog.domain.record.workplace import Workplace
from explog.errors import InvalidError, Refused
from explog.journal import workplaces
from explog.journal.undoing import undo

if TYPE_CHECKING:
    from tests.journal.living import Living


def _known(journal: Living) -> Workplace:
    """The workplace as it is."""
    return Workplace.model_validate(journal.store.documents(Kind.WORKPLACE)[0])


def _tasks(journal: Living) -> dict[str, str]:
    """Its core tasks in order: id → text."""
    tasks = sorted(_known(journal).core_tasks, key=lambda task: task.order)
    return {task.id: task.text for task in tasks}


def test_a_core_task_in_other_words_is_the_same_one(journal: Living) -> None:
    before = _tasks(journal)
    first, *rest = before.values()
    done = workplaces.change(journal, "AMB", "Station West", [f"{first}, always", *rest])
    assert list(_tasks(journal)) == list(before)
    assert list(_tasks(journal).values()) == [f"{first}, always", *rest]
    assert _known(journal).name == "Station West"
    assert done.act == "core_task"
    undo(journal)
    assert _tasks(journal) == before


def test_another_order_and_a_new_core_task_keep_who_is_who(journal: Living) -> None:
    before = _tasks(journal)
    texts = list(before.values())[::-1]
    workplaces.change(journal, "AMB", _known(journal).name, ["Calm", *texts, texts[0]])
    after = _tasks(journal)
    assert list(after.values()) == ["Calm", *texts]
    assert before.items() <= after.items()


def test_a_name_alone_is_a_renaming(journal: Living) -> None:
    tasks = list(_tasks(journal).values())
    assert workplaces.change(journal, "AMB", "Station West", tasks).act == "rename"


def test_a_core_task_is_never_taken_away(journal: Living) -> None:
    before = _tasks(journal)
    *kept, gone = before.values()
    with pytest.raises(Refused, match=gone):
        workplaces.change(journal, "AMB", "Station West", kept)
    assert _tasks(journal) == before
    assert _known(journal).name != "Station West"


@pytest.mark.parametrize(("name", "task"), [("", "Help"), ("Station", "x" * 301)])
def test_what_breaks_a_rule_is_refused(journal: Living, name: str, task: str) -> None:
    with pytest.raises(InvalidError):
        workplaces.change(journal, "AMB", name, [task])
