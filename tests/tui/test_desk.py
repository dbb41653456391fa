"""The desk: one thread, both sides opened when first needed."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, cast

import pytest

from explog.errors import Refused
from explog.tui.desk import Desk

if TYPE_CHECKING:
    from explog.journal.journal import Journal
    from explog.journal.library import Library


class Opened:
    """Something that was opened, and where."""

    def __init__(self, log: list[str], name: str) -> None:
        self._log = log
        self.name = name
        self._say("opened")

    def close(self) -> None:
        self._say("closed")

    def _say(self, what: str) -> None:
        self._log.append(
            f"{self.name} {what} on {threading.current_thread().name.partition('_')[0]}"
        )


def _desk(log: list[str]) -> Desk:
    """A desk that takes notes."""
    return Desk(
        lambda: cast("Library", Opened(log, "library")),
        lambda: cast("Journal", Opened(log, "journal")),
    )


async def test_nothing_is_opened_before_it_is_needed_and_all_of_it_on_one_other_thread() -> None:
    log: list[str] = []
    desk = _desk(log)
    assert log == []
    names = {
        await desk.read(lambda _library: threading.current_thread().name),
        await desk.do(lambda _journal: threading.current_thread().name),
        await desk.call(lambda: threading.current_thread().name),
    }
    assert len(names) == 1
    assert threading.current_thread().name not in names
    desk.close()
    assert {line.rpartition(" ")[2] for line in log} == {"explog-desk"}


async def test_a_library_is_opened_once_and_again_after_the_journal_may_have_made_the_log() -> None:
    log: list[str] = []
    desk = _desk(log)
    await desk.read(lambda _library: None)
    await desk.read(lambda _library: None)
    await desk.do(lambda _journal: None)
    await desk.do(lambda _journal: None)
    await desk.read(lambda _library: None)
    desk.close()
    assert [line.removesuffix(" on explog-desk") for line in log] == [
        "library opened",
        "journal opened",
        "library closed",
        "library opened",
        "library closed",
        "journal closed",
    ]


async def test_an_error_comes_back_to_the_one_who_asked() -> None:
    desk = _desk([])

    def refuse(_journal: Journal) -> None:
        raise Refused

    with pytest.raises(Refused):
        await desk.do(refuse)
    desk.close()


async def test_moving_to_another_log_closes_the_one_before() -> None:
    log: list[str] = []
    desk = _desk(log)
    await desk.read(lambda _library: None)
    await desk.move(
        (
            lambda: cast("Library", Opened(log, "other")),
            lambda: cast("Journal", Opened(log, "diary")),
        )
    )
    assert await desk.read(lambda library: cast("Opened", library).name) == "other"
    desk.close()
    assert [line.partition(" on")[0] for line in log] == [
        "library opened",
        "library closed",
        "other opened",
        "other closed",
    ]


async def test_closing_twice_is_closing_once() -> None:
    log: list[str] = []
    desk = _desk(log)
    await desk.read(lambda _library: None)
    desk.close()
    desk.close()
    assert len(log) == 2


async def test_what_was_handed_over_is_done_even_when_nobody_waits_for_it_any_more() -> None:
    """A second esc took back what the first one was about to write."""
    desk, busy, done = _desk([]), threading.Event(), list[str]()
    ahead = asyncio.ensure_future(desk.read(lambda _library: busy.wait()))
    asked = [
        asyncio.ensure_future(desk.do(lambda _journal: done.append("written"))),
        asyncio.ensure_future(desk.keep(lambda _drafts: done.append("kept"))),
        asyncio.ensure_future(desk.read(lambda _library: done.append("read"))),
    ]
    await asyncio.sleep(0)
    for one in asked:
        one.cancel()
    await asyncio.gather(*asked, return_exceptions=True)
    busy.set()
    await ahead
    desk.close()
    assert done == ["written", "kept"]
