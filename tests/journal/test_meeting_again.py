"""Two devices that wrote apart from each other meet again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.errors import InvalidError
from explog.journal.editing import edit
from explog.journal.ids import IdMaker
from explog.journal.journal import Journal
from explog.journal.ports import Clock
from explog.journal.undoing import undo
from explog.store.log import Log
from tests.journal.living import JOTTED, Living, started

if TYPE_CHECKING:
    from pathlib import Path


def test_an_idea_taken_back_here_stays_away_though_it_was_changed_there(tmp_path: Path) -> None:
    """The merge was refused: what was left of the idea had neither title nor key."""
    with Log.open(tmp_path / "a.db") as here, Log.open(tmp_path / "b.db") as there:
        mine = started(here)
        subject = here.find("AMB-01")
        shared = [*here.events(here.find("AMB")), *here.events(subject)]
        with there.writing():
            there.merge(shared)
        undo(mine)
        edit(Living(there, Clock(JOTTED), IdMaker(), "head"), "AMB-01", {"need": "Light"})
        with here.writing():
            here.merge(there.events(subject))
        with there.writing():
            there.merge(here.events(subject))
        assert here.document(subject) is None
        assert here.fingerprint() == there.fingerprint()


@pytest.mark.parametrize("role", ["x" * 61, "leader\x1b]52;c;x\x07", "25" + "1248" + "-" + "9996"])
def test_a_function_that_must_not_be_stored_is_refused(tmp_path: Path, role: str) -> None:
    with Log.open(tmp_path / "log.db") as log, pytest.raises(InvalidError) as refused:
        Journal(log, Clock(JOTTED), IdMaker(), role)
    assert "9996" not in str(refused.value)
