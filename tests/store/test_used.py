from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from explog.journal import workplaces
from explog.journal.ids import IdMaker
from explog.journal.journal import Journal
from explog.journal.ports import Clock
from explog.store.log import Log
from explog.store.used import used

if TYPE_CHECKING:
    from pathlib import Path


def test_words_come_by_kind_the_most_frequent_first_and_names_are_left_out(tmp_path: Path) -> None:
    with Log.open(tmp_path / "log.db") as log:
        journal = Journal(log, Clock(date(2026, 11, 16)), IdMaker())
        workplaces.add(journal, "AMB", "Station East", ["Safe handover"])
        for role, tags in [("leder", "natlys"), ("MJ", "natlys, video"), ("hr. Holm", "video")]:
            key = journal.jot("A small thing", tags=tags, technology="tablet").key
            journal.act("shelve", key, reason="no time", by_role=role)
        journal.jot("Another", tags="video")
        found = used(log.conn)
    assert found["tags"] == ["video", "natlys"]
    assert found["technology"] == ["tablet"]
    assert found["roles"] == ["leder"]


def test_a_log_without_anything_knows_no_words(tmp_path: Path) -> None:
    with Log.open(tmp_path / "log.db") as log:
        assert used(log.conn) == {"roles": []}
