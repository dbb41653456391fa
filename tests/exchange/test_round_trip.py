"""Out and in again: nothing gets lost, nothing is added, and twice is as good as once."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from tests.exchange.making import MOVES, Life, brought, exported, journal, opened, unchanged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.exchange.making import Move


def _out_and_in(moves: Sequence[Move]) -> None:
    """Live, export, import into an empty log, and compare."""
    with (
        TemporaryDirectory() as folder,
        opened(Path(folder) / "lived.db") as lived,
        opened(Path(folder) / "empty.db") as empty,
        opened(Path(folder) / "bare.db") as bare,
    ):
        Life(journal(lived)).live(moves)
        document = exported(lived)
        brought(empty, document)
        assert exported(empty) == document
        assert empty.fingerprint() == lived.fingerprint()
        before = unchanged(empty)
        assert brought(empty, document).new == 0
        assert unchanged(empty) == before
        state = exported(lived, events=False)
        assert brought(empty, state).new == 0
        brought(bare, state)
        assert exported(bare, events=False) == state
        assert brought(bare, state).new == 0
        assert bare.check() == []


@settings(max_examples=15)
@given(MOVES)
def test_an_export_that_is_imported_exports_the_same_bytes(moves: Sequence[Move]) -> None:
    _out_and_in(moves)


@pytest.mark.long
@settings(max_examples=400)
@given(MOVES)
def test_many_exports_that_are_imported_export_the_same_bytes(moves: Sequence[Move]) -> None:
    _out_and_in(moves)
