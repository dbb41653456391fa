"""The demo as material for pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.exchange import demo
from tests.exchange.making import brought, journal, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from explog.journal.journal import Journal


@pytest.fixture(scope="session")
def _demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The English demo, brought in once."""
    path = tmp_path_factory.mktemp("pages") / "demo.db"
    with opened(path) as log:
        brought(log, demo.document("en"))
    return path


@pytest.fixture
def told(_demo_file: Path) -> Iterator[Journal]:
    """A journal on the demo as of its own day; to be read only."""
    with opened(_demo_file) as log:
        yield journal(log)
