"""An empty log, and one with something in it somewhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.journal import workplaces
from tests.exchange.making import journal, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from explog.store.log import Log


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    """An empty log."""
    with opened(tmp_path / "log.db") as log:
        yield log


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Log]:
    """A log with a workplace and an idea, somewhere else."""
    with opened(tmp_path / "other.db") as other:
        workplaces.add(journal(other), "AMB", "Station Øst", ["Hurtig hjælp"])
        journal(other).jot("QR-tjekliste", need="Udstyr mangler")
        yield other
