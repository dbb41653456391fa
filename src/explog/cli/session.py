"""One call of the command line: what holds for every command, and the log, opened when needed."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from explog.errors import NotFoundError, UsageError
from explog.locale import _, spoken

if TYPE_CHECKING:
    from explog.cli.library import StoredLibrary
    from explog.journal.journal import Journal
    from explog.settings import Settings
    from explog.store.log import Log


class Session:
    """What one command works with; ``close`` lets go of the log."""

    def __init__(self, settings: Settings) -> None:
        """Begin with what is *set*; options fill the fields below."""
        self.settings = settings
        self.log: str | None = None
        """``--log``."""
        self.lang: str | None = None
        """``--lang``; put in force by ``explog.cli.program`` before anything is said."""
        self.as_of: str | None = None
        """``--as-of``, as it was typed."""
        self.role: str | None = None
        """``--role``: the function that acts."""
        self.json = False
        """``--json``."""
        self._library: StoredLibrary | None = None
        self._log: Log | None = None

    @cached_property
    def path(self) -> Path:
        """Where the log lies."""
        return Path(self.log).expanduser() if self.log else self.settings.log

    @cached_property
    def fixed(self) -> date | None:
        """The day that counts as today (``--as-of``, ``EXPLOG_AS_OF``); None for the real one.

        Raises:
            UsageError: When it is no day.
        """
        said = self.as_of or self.settings.environment.get("EXPLOG_AS_OF")
        if not said:
            return None
        try:
            day = date.fromisoformat(said)
        except ValueError:
            return self._said_day(said)
        return day if day.year in USUAL else self._said_day(said)

    def _said_day(self, said: str) -> date:
        """The day a person *said*, counted from the real today."""
        from explog.domain.moments import day_of, in_calendar, said_day

        try:
            return day_of(in_calendar(said_day(said, real_today())))
        except ValueError as cause:
            raise UsageError(_("{option}: {said}").format(option="--as-of", said=cause)) from cause

    @property
    def today(self) -> date:
        """The day everything counts from."""
        return self.fixed or real_today()

    @property
    def language(self) -> str:
        """The language in force."""
        return spoken()

    def library(self) -> StoredLibrary:
        """The reading side, opened now if it was not; no log reads as an empty one."""
        if self._library is None:
            from explog.cli.library import StoredLibrary

            self._library = StoredLibrary(self.path, self.today)
        return self._library

    def store(self, *, create: bool = False) -> Log:
        """The log, open for writing; made where there is none only with *create*."""
        if self._log is None:
            from explog.cli.waiting import say_waiting
            from explog.store.log import Log

            self._log = Log.open(self.path, create=create, on_wait=say_waiting())
        return self._log

    def journal(self, ref: str | None = None) -> Journal:
        """The writing side.

        Args:
            ref: What the act is about; where there is no log, it is not found. None for an act that
                may make the log.

        Raises:
            NotFoundError: When there is no log to find *ref* in.
        """
        from explog.journal.ids import IdMaker
        from explog.journal.journal import Journal
        from explog.journal.ports import Clock

        if ref is not None and not self.path.exists():
            raise NotFoundError(ref)
        store = self.store(create=ref is None)
        return Journal(store, Clock(self.fixed), IdMaker(), self.role or self.settings.get("role"))

    def close(self) -> None:
        """Let go of the log."""
        for opened in (self._library, self._log):
            if opened is not None:
                opened.close()
        self._library = self._log = None


USUAL = range(1950, 2150)
"""Years that need no closer look, which would cost an import."""


def real_today() -> date:
    """Today by the machine's clock, local time."""
    return datetime.now().astimezone().date()
