"""Bringing a document into a log, with a backup before anything is written."""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from explog.exchange import importing

if TYPE_CHECKING:
    from datetime import date

    from explog.cli.session import Session
    from explog.exchange.brought import Brought
    from explog.exchange.bundle import Bundle
    from explog.store.log import Log


def content_of(file: Path | None) -> tuple[bytes, str]:
    """The bytes of *file* (standard input for None) and what they are called in sentences.

    Raises:
        FileError: When it cannot be read.
        InvalidError: When there is too much of it.
    """
    from explog.exchange.files import content, from_stream

    if file is None:
        return from_stream(sys.stdin.buffer, "-"), "-"
    return content(file), file.name


class _TakenBackError(Exception):
    """Ends a trial, so that nothing of it is kept."""


def bring(session: Session, file: Path | None, *, trial: bool = False) -> Brought:
    """Bring *file* (standard input for None) into the log of *session*, made where there is none.

    Args:
        session: Whose log it goes into.
        file: The document.
        trial: Whether to take everything back once it is known what would come.

    Raises:
        ExplogError: As ``explog.exchange.importing.bring_in``; the log is unchanged then.
    """
    from explog.exchange.bundle import read

    bundle = read(*content_of(file))  # before a log is made for it
    is_new = not session.path.exists()
    if trial and is_new:
        return _tried_on_an_empty_log(bundle, session.today)
    log = session.store(create=True)
    if trial:
        return _tried(log, bundle, session.today)
    return importing.bring(
        log, bundle, today=session.today, before=None if is_new else partial(_back_up, log)
    )


def _back_up(log: Log) -> None:
    """Keep a copy of *log* as it is, and let go of copies that are no longer needed."""
    from explog.store.backup import backup, folder_of
    from explog.store.thinning import thin

    now = datetime.now(UTC)
    folder = folder_of(log.path)
    backup(log.conn, folder, now)
    thin(folder, now)


def _tried(log: Log, bundle: Bundle, today: date) -> Brought:
    """What *bundle* would bring; nothing of it is kept."""
    found: list[Brought] = []
    with suppress(_TakenBackError), log.writing():
        found.append(importing.bring(log, bundle, today=today))
        raise _TakenBackError
    return found[0]


def _tried_on_an_empty_log(bundle: Bundle, today: date) -> Brought:
    """What *bundle* would bring where there is no log yet; none is left behind."""
    from tempfile import TemporaryDirectory

    from explog.store.log import Log

    with TemporaryDirectory(prefix="explog-") as folder, Log.open(Path(folder) / "log.db") as log:
        return _tried(log, bundle, today)
