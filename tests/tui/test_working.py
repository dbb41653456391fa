"""Work on a page that was left meanwhile."""

from __future__ import annotations

import asyncio

import pytest
from textual.app import App, ComposeResult
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import WorkerFailed

from explog.tui.working import once_laid_out, work


class Reading(Screen[None]):
    """A page that reads, and shows what it found."""

    def __init__(self, where: str) -> None:
        """Show it in the part *where*."""
        super().__init__()
        self.where = where
        self.is_found = asyncio.Event()

    def compose(self) -> ComposeResult:
        """One part."""
        yield Static(id="found")

    @work(group="look")
    async def look(self) -> None:
        """Read for as long as it takes, then show it."""
        await self.is_found.wait()
        self.query_one(self.where, Static).update("found")

    async def on_unmount(self) -> None:
        """What was read arrives when the parts of the page are gone already."""
        self.is_found.set()
        await asyncio.sleep(0)


async def _read_and_leave(page: Reading, *, is_left: bool) -> None:
    """Begin to read on *page*; leave it, or wait for what it finds."""
    app: App[None] = App()
    async with app.run_test() as pilot:
        await app.push_screen(page)
        page.look()
        if is_left:
            await app.pop_screen()
        page.is_found.set()
        await pilot.pause()


async def test_a_page_that_is_left_while_it_reads_ends_without_a_word() -> None:
    await _read_and_leave(Reading("#found"), is_left=True)


async def test_a_program_that_closes_while_a_page_reads_ends_without_a_word() -> None:
    app: App[None] = App()
    async with app.run_test():
        page = Reading("#found")
        await app.push_screen(page)
        page.look()


async def test_a_part_that_is_missing_on_a_page_in_front_is_still_a_fault() -> None:
    with pytest.raises(WorkerFailed) as failed:
        await _read_and_leave(Reading("#other"), is_left=False)
    assert isinstance(failed.value.error, NoMatches)


async def test_what_waits_for_the_next_repaint_is_let_go_with_its_page() -> None:
    app: App[None] = App()
    shown: list[Reading] = []
    async with app.run_test() as pilot:
        stays, goes = Reading("#found"), Reading("#found")
        await app.push_screen(stays)
        await app.push_screen(goes)
        once_laid_out(stays, lambda: shown.append(stays))
        once_laid_out(goes, lambda: shown.append(goes))
        await app.pop_screen()
        await pilot.pause()
    assert shown == [stays]
