"""The desk: the one thread on which the log is read and written.

SQLite connections stay on the thread that made them, and a screen never waits for a query. A hop
costs some 30 µs.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from explog.journal.drafts import PassingDrafts

if TYPE_CHECKING:
    from collections.abc import Callable

    from explog.journal.drafts import Drafts
    from explog.journal.journal import Journal
    from explog.journal.library import Library

    LibraryMaker = Callable[[], Library]
    JournalMaker = Callable[[], Journal]
    DraftsMaker = Callable[[], Drafts]
    Makers = tuple[LibraryMaker, JournalMaker] | tuple[LibraryMaker, JournalMaker, DraftsMaker]

T = TypeVar("T")

AT_MOST = 2.0
"""Seconds that ending waits for drafts."""


class Desk:
    """Reads a library and does things to a journal, both on one worker thread."""

    def __init__(
        self,
        open_library: LibraryMaker,
        open_journal: JournalMaker,
        open_drafts: DraftsMaker = PassingDrafts,
    ) -> None:
        """Keep the makers; each is called when first needed, on the worker thread."""
        self._open_library = open_library
        self._open_journal = open_journal
        self._library: Library | None = None
        self._journal: Journal | None = None
        self._open_drafts = open_drafts
        self._drafts: Drafts | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="explog-desk")

    async def read(self, fn: Callable[[Library], T]) -> T:
        """What *fn* finds in the library; not read when nobody waits for it any more."""
        return await self._hop(lambda: fn(self._opened_library()))

    async def do(self, fn: Callable[[Journal], T]) -> T:
        """What *fn* did to the journal; the error it raised is raised here.

        Once handed over it is done, here and in ``keep``, even when nobody waits for it any more.
        """
        return await asyncio.shield(self._hop(lambda: fn(self._opened_journal())))

    async def call(self, fn: Callable[[], T]) -> T:
        """What *fn* gives, called on the worker thread; it may make or fill the log."""

        def called() -> T:
            try:
                return fn()
            finally:
                self._close_library()

        return await self._hop(called)

    async def keep(self, fn: Callable[[Drafts], T]) -> T:
        """What *fn* did with the drafts."""
        return await asyncio.shield(self._hop(lambda: fn(self._opened_drafts())))

    def keep_last(self, fn: Callable[[Drafts], object]) -> None:
        """Let *fn* write drafts while everything ends; waits a moment, and for nothing longer."""
        with suppress(RuntimeError):  # closed before
            wait_for([self._thread.submit(lambda: fn(self._opened_drafts()))], AT_MOST)

    async def move(self, makers: Makers) -> None:
        """Work on another log from now on; the one before is closed."""
        await self._hop(self._close_both)
        self._open_library, self._open_journal, *more = makers
        self._open_drafts = more[0] if more else PassingDrafts
        self._drafts = None

    def close(self) -> None:
        """Close what is open and end the thread; waits for what is under way."""
        with suppress(RuntimeError):  # closed before
            self._thread.submit(self._close_both)
        self._thread.shutdown()

    def _hop(self, fn: Callable[[], T]) -> asyncio.Future[T]:
        """Run *fn* on the worker thread, after what was handed over before."""
        return asyncio.get_running_loop().run_in_executor(self._thread, fn)

    def _opened_library(self) -> Library:
        """The library, opened now if it was not."""
        if self._library is None:
            self._library = self._open_library()
        return self._library

    def _opened_journal(self) -> Journal:
        """The journal, opened now if it was not.

        That may make the log, which a library opened before it has not seen.
        """
        if self._journal is None:
            self._journal = self._open_journal()
            self._close_library()
        return self._journal

    def _opened_drafts(self) -> Drafts:
        """The drafts, which open the log whenever they need it."""
        if self._drafts is None:
            self._drafts = self._open_drafts()
        return self._drafts

    def _close_library(self) -> None:
        """Let go of the library; the next reading opens it again."""
        library, self._library = self._library, None
        _close(library)

    def _close_both(self) -> None:
        """Let go of both."""
        self._close_library()
        journal, self._journal = self._journal, None
        _close(journal)


def _close(one: object) -> None:
    """Close *one* where it can be closed."""
    close = getattr(one, "close", None)
    if close is not None:
        close()
