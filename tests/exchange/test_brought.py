"""What an import says: new numbers, and what is to be chosen between since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.exchange.brought import Brought
from explog.journal import workplaces
from explog.journal.editing import edit
from explog.store.log import Log
from tests.exchange.making import brought, exported, journal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def other(log: Log, tmp_path: Path) -> Iterator[Log]:
    """Another log that met this one, and was written in since, as this one was."""
    keeper = journal(log)
    workplaces.add(keeper, "AMB", "Station Øst", ["Hurtig hjælp"])
    keeper.jot("QR-tjekliste")
    with Log.open(tmp_path / "other.db") as there:
        brought(there, exported(log))
        edit(keeper, "AMB-01", {"need": "Lys"})
        edit(journal(there), "AMB-01", {"need": "Varme"})
        keeper.jot("Her")
        journal(there).jot("Der")
        yield there


def test_an_import_says_which_numbers_changed_and_what_is_to_be_chosen(
    log: Log, other: Log
) -> None:
    """A person imported a colleague's file, and only `log` told that there was a choice."""
    came = brought(log, exported(other))
    assert came.to_choose == ("AMB-01",)
    assert came.renamed == (("AMB-02", "AMB-03"),)
    assert came.sentence().splitlines()[1:] == [
        "Numbers that both had: AMB-02 is now AMB-03.",
        "AMB-01 has two versions of a field. Choose: explog choose AMB-01",
    ]


def test_what_was_said_once_is_not_said_again(log: Log, other: Log) -> None:
    brought(log, exported(other))
    journal(other).act("note", "AMB-01", text="Noget nyt")
    again = brought(log, exported(other))
    assert (again.new, again.to_choose, again.renamed) == (1, (), ())


def test_of_many_only_the_first_are_named() -> None:
    keys = tuple(f"LYS-{n:02d}" for n in range(1, 8))
    told = Brought(9, 0, 0, 7, to_choose=keys).sentence().splitlines()[1]
    assert told.startswith("LYS-01, LYS-02, LYS-03, LYS-04, LYS-05 and 2 more have two versions")
