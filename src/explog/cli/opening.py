"""Opening the terminal interface on a log: the only place where the screens meet the store."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from explog.cli.library import StoredLibrary
from explog.cli.printing import printer
from explog.cli.session import Session
from explog.store.drafts import StoredDrafts

if TYPE_CHECKING:
    from collections.abc import Callable

    from explog.journal.drafts import Drafts
    from explog.journal.journal import Journal
    from explog.journal.library import Library

    Doors = tuple[Callable[[], Library], Callable[[], Journal], Callable[[], Drafts]]


def open_screens(session: Session, *, demo: bool = False, meeting: str | None = None) -> int:
    """Open the interface on the log of *session*, in a *meeting* by its key; the exit code."""
    from explog.cli.sending import Sender
    from explog.tui.run import collect_seldom, run
    from explog.tui.wishes import wishes

    open_library, open_journal, open_drafts = _doors(session, session.path)
    collect_seldom()
    return run(
        open_library,
        open_journal,
        demo=demo,
        open_demo=partial(_demo_doors, session),
        bring_in=partial(_bring_in, session),
        open_drafts=open_drafts,
        wishes=wishes(session.settings),
        sender=Sender(session.today),
        print_page=printer(session),
        meeting=meeting,
    )


def _doors(session: Session, path: Path) -> Doors:
    """How the log at *path* is opened: for reading, for writing and for drafts."""
    return (
        partial(StoredLibrary, path, session.today),
        partial(_journal, session, path),
        partial(StoredDrafts, path),
    )


def _journal(session: Session, path: Path) -> Journal:
    """A journal that can be closed, on the log at *path*; made where there is none."""
    from explog.journal.ids import IdMaker
    from explog.journal.journal import Journal
    from explog.journal.ports import Clock
    from explog.store.log import Log

    class OpenJournal(Journal):
        """A journal that owns its log."""

        def close(self) -> None:
            """Let go of the log."""
            log.close()

    log = Log.open(path)
    role = session.role or session.settings.get("role")
    return OpenJournal(log, Clock(session.fixed), IdMaker(), role)


def _demo_doors(session: Session) -> Doors:
    """The demo log, made where it is missing, and how it is opened."""
    from explog.cli.demonstration import made_fresh

    path = session.settings.demo(session.language)
    made_fresh(path, session.language, session.today)
    return _doors(session, path)


def _bring_in(session: Session, typed: str) -> str:
    """Import the file a person *typed* into the log; one sentence that says what came."""
    from explog.cli.bringing import bring

    other = Session(session.settings)  # its own connection: this runs on the thread of the screens
    other.log, other.as_of = str(session.path), session.as_of
    try:
        return bring(other, Path(typed).expanduser()).sentence()
    finally:
        other.close()
