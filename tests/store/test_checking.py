from __future__ import annotations

import random
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from explog.errors import ExplogError
from explog.store.log import Log
from tests.store.making import event, experiment, ident, jotted, opened, thresholds, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    with opened(tmp_path / "log.db") as log:
        yield written(
            log,
            jotted(11, "AMB-01", "Rutebil", need="Mangler"),
            event(12, thresholds(), {"places": 3}),
            jotted(13, "AMB-02", "To"),
        )


def test_a_sound_log_has_no_problems(log: Log) -> None:
    assert log.check() == []


@pytest.mark.parametrize(
    ("damage", "place"),
    [
        ("UPDATE events SET body = replace(body, 'Rutebil', 'Rutebål')", experiment(11)),
        ("UPDATE events SET as_of = '2020-01-01' WHERE act = 'set'", thresholds()),
        ("UPDATE events SET body = '{' WHERE act = 'set'", thresholds()),
        (
            "UPDATE events SET body = CAST(x'ff' AS TEXT) || body WHERE act = 'set'",
            thresholds(),
        ),
        ("UPDATE experiments SET document = '{\"a\":1}'", experiment(11)),
        ("UPDATE experiments SET derived = '{}'", experiment(11)),
        ("UPDATE experiments SET folded = 'X'", experiment(11)),
        ("DELETE FROM experiments", experiment(11)),
        ("DELETE FROM searched", experiment(11)),
        ("DELETE FROM search", experiment(11)),
        ("DELETE FROM keys", "keys"),
        ("UPDATE search SET title = 'x' WHERE rowid = 1", experiment(11)),
        (
            "INSERT INTO reviews (id, derived, document) VALUES ('x', '{}', '{}')",
            "review/x",
        ),
        ("INSERT INTO searched (subject) VALUES ('review/y')", "review/y"),
    ],
)
def test_whatever_does_not_fit_is_found(log: Log, damage: str, place: str) -> None:
    log.conn.execute(damage)
    problems = log.check()
    assert [problem for problem in problems if problem.place.startswith(place)]
    assert log.check() == problems


def test_a_document_that_breaks_the_domains_model_is_found(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    written(opened(path), jotted(1, "AMB-01", "Én", novelty="?")).close()
    with Log.open(path) as log:
        assert [problem.place for problem in log.check()] == ["AMB-01.novelty"]


def test_a_flipped_bit_in_an_event_is_found_although_sqlite_sees_nothing(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    written(opened(path), jotted(1, "AMB-01", "Rutebil")).close()
    content = path.read_bytes()
    place = content.index(b'{"act":"jot"')
    place = content.index(b"Rutebil", place)
    path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
    with opened(path) as log:
        assert log.conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert log.check()[0].place == f"{experiment(1)}/{ident(1)}"


def test_a_check_of_any_damage_ends_in_a_list_or_a_sentence(tmp_path: Path) -> None:
    """Whatever byte is broken, and be it in the middle of SQLite's own pages, nothing crashes."""
    path = tmp_path / "log.db"
    written(opened(path), *(jotted(n, f"AMB-{n:02d}", f"Nr. {n}") for n in range(1, 20))).close()
    content = path.read_bytes()
    rng = random.Random(20)  # noqa: S311 - repeatable, not secret
    checked = []
    for _ in range(60):
        broken = bytearray(content)
        size = rng.choice([1, 16, 4096])
        start = rng.randrange(100, len(content) - size)
        broken[start : start + size] = rng.randbytes(size)
        path.write_bytes(broken)
        with suppress(ExplogError), opened(path) as log:
            checked.append(log.check())
    assert len(checked) > 30
    assert len([problems for problems in checked if problems]) > 10
