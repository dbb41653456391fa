from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.errors import NotFoundError
from explog.store.finding import find, near
from tests.store.making import event, experiment, ident, jotted, opened, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explog.store.log import Log

WORKPLACE = f"workplace/{ident(0x50)}"
REVIEW = f"review/{ident(0x60)}"


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Log]:
    with opened(tmp_path_factory.mktemp("find") / "log.db") as log:
        yield written(
            log,
            jotted(0xABCD0001, "BØR-01", "Børnene"),
            jotted(2, "BOR-02", "Borgerne"),
            jotted(3, "BØR-02", "Børnene igen"),
            jotted(4, "AMB-7", "Syv"),
            jotted(5, "AMB-07", "Nul syv"),
            event(0x50, WORKPLACE, {"code": "AMB", "name": "Ambulancen"}),
            event(0x60, REVIEW, {"key": "LM-2026-01", "title": "Møde"}),
        )


@pytest.mark.parametrize(
    ("ref", "subject"),
    [
        ("BØR-01", experiment(0xABCD0001)),
        ("bør-1", experiment(0xABCD0001)),
        (" bor-01 ", experiment(0xABCD0001)),
        ("BOR-02", experiment(2)),
        ("bor-2", experiment(2)),
        ("bør-2", experiment(3)),
        ("amb-7", experiment(4)),
        ("AMB-07", experiment(5)),
        ("AMB-007", None),
        ("amb", WORKPLACE),
        ("lm-2026-1", REVIEW),
        (experiment(2), experiment(2)),
        (ident(2), experiment(2)),
        (ident(0xABCD0001).upper(), experiment(0xABCD0001)),
        ("abcd0001", experiment(0xABCD0001)),
        ("abcd000", None),
        ("00000002-0000-7", experiment(2)),
        ("experiment/abcd0001", experiment(0xABCD0001)),
        ("review/abcd0001", None),
        ("00000000-", None),
        ("AMB-99", None),
        ("", None),
        ("%' OR 1=1", None),
    ],
)
def test_a_reference_finds_its_subject(log: Log, ref: str, subject: str | None) -> None:
    assert find(log.conn, ref) == subject


def test_only_the_kinds_asked_for_are_looked_among(log: Log) -> None:
    assert find(log.conn, "AMB", ["experiment"]) is None
    assert find(log.conn, "AMB", ["experiment", "workplace"]) == WORKPLACE
    assert find(log.conn, ident(2), ["review"]) is None


def test_keys_that_look_like_it_are_offered(log: Log) -> None:
    assert near(log.conn, "BØR-03", ["experiment"])[0] in {"BØR-01", "BØR-02", "BOR-02"}
    assert near(log.conn, "LM-2026-02") == ["LM-2026-01"]
    assert near(log.conn, "xyz") == []


def test_a_log_says_what_was_not_found_and_what_comes_near(log: Log) -> None:
    with pytest.raises(NotFoundError) as caught:
        log.find("LM-2026-09", "review")
    assert (caught.value.ref, caught.value.near) == ("LM-2026-09", ("LM-2026-01",))
