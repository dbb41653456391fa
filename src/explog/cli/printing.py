"""Writing the page of a meeting to a file in a person's documents, for the screens."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explog.cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def printer(session: Session) -> Callable[[str, str], Path]:
    """What writes a page (``programme`` or ``minutes``) of a meeting for *session*."""
    return partial(_print, session)


def _print(session: Session, page: str, key: str) -> Path:
    """Write the *page* of the meeting *key*; where it lies.

    On a connection of its own: this runs on the thread of the screens.

    Raises:
        ExplogError: When there is no such meeting, or nothing can be written there.
    """
    from explog.exchange.pages.drawing import HTML, drawn
    from explog.exchange.pages.keeping import file_name, kept
    from explog.exchange.pages.minutes import minutes
    from explog.exchange.pages.programme import programme
    from explog.journal.reporting import of_meeting
    from explog.store.connection import on_disk

    other = Session(session.settings)
    other.log, other.as_of = str(session.path), session.as_of
    try:
        material = of_meeting(other.journal(), key)
    finally:
        other.close()
    sheet = programme(material) if page == "programme" else minutes(material)
    folder = documents()
    with on_disk(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return kept(drawn(sheet, HTML), folder / file_name(f"{key}-{sheet.name.lower()}.{HTML}"))


def documents() -> Path:
    """The folder for pages: where a person's documents are, so that they are found again."""
    import platformdirs

    return platformdirs.user_documents_path() / "explog"
