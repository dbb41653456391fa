from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.errors import StoreError
from explog.store import reading
from tests.store.making import event, experiment, jotted, opened, thresholds, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from explog.store.log import Log


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    with opened(tmp_path / "log.db") as log:
        yield written(
            log,
            jotted(10, "AMB-01", "Én", need="Mangler"),
            jotted(12, "AMB-01", "Også én"),
            jotted(11, "AMB-02", "To"),
            event(13, thresholds(), {"places": 3}),
            event(14, experiment(11), {"key": None, "title": None}, over=[11]),
        )


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM experiments",
        "DELETE FROM keys",
        "DELETE FROM searched",
        "DROP TABLE search_data",
        "UPDATE experiments SET document = '{}'",
        "INSERT INTO reviews (id, derived, document) VALUES ('x', '{}', '{}')",
    ],
)
def test_rebuilding_makes_the_same_bytes_again(log: Log, damage: str) -> None:
    before = log.fingerprint()
    log.conn.execute(damage)
    log.rebuild()
    assert log.fingerprint() == before
    assert log.check() == []
    assert reading.search(log.conn, "mangler") == [experiment(10)]
    assert log.next_key("AMB-") == "AMB-04"


def test_the_fingerprint_changes_with_the_state(log: Log) -> None:
    before = log.fingerprint()
    written(log, event(20, experiment(10), {"need": "x"}, over=[10]))
    assert log.fingerprint() != before


def test_a_rebuild_that_fails_leaves_the_state_as_it_was(log: Log) -> None:
    before = log.fingerprint()
    log.conn.execute("UPDATE events SET body = '[]' WHERE rowid = 2")
    with pytest.raises(StoreError, match="damaged"):
        log.rebuild()
    assert log.fingerprint() == before
