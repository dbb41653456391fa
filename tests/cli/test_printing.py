"""Pages of meetings in a person's documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.cli import printing
from explog.cli.session import Session
from explog.errors import NotFoundError, StoreError
from explog.exchange import demo
from explog.settings import Settings
from tests.tui.on_demo import copied

if TYPE_CHECKING:
    from pathlib import Path


def _session(folder: Path) -> Session:
    """A session on a demo log of its own."""
    session = Session(Settings({}))
    session.log, session.as_of = str(copied(folder)), demo.AS_OF.isoformat()
    return session


@pytest.mark.parametrize("page", ["programme", "minutes"])
def test_a_page_is_written_where_documents_are(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "documents", lambda: tmp_path / "Documents" / "explog")
    path = printing.printer(_session(tmp_path))(page, "LM-2026-02")
    assert path.parent == tmp_path / "Documents" / "explog"
    assert path.name.startswith("LM-2026-02-")
    assert "<html" in path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setattr(printing, "documents", lambda: tmp_path / "file" / "explog")
    with pytest.raises(StoreError):
        printing.printer(_session(tmp_path))("minutes", "LM-2026-02")


def test_a_meeting_that_is_not_there_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "documents", lambda: tmp_path)
    with pytest.raises(NotFoundError):
        printing.printer(_session(tmp_path))("minutes", "LM-2099-01")
