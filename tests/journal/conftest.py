"""Stores and journals for the tests of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.store.log import Log
from tests.journal.fake_store import FakeStore
from tests.journal.living import Living, started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(params=["in memory", "on disk"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[FakeStore | Log]:
    """Each kind of store."""
    if request.param == "in memory":
        yield FakeStore()
        return
    with Log.open(tmp_path / "log.db") as log:
        yield log


@pytest.fixture
def journal() -> Living:
    """A journal with one idea, AMB-01, in memory."""
    return started(FakeStore())
