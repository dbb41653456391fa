from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from explog.domain.acts.draft import Draft, Place
from explog.store.drafts import StoredDrafts
from explog.tui.keeper import Keeper
from explog.tui.screens.help import HelpScreen
from explog.tui.screens.meeting_forms import DESCRIBE, MeetingForm
from tests.tui.host import answer, field, running, until
from tests.tui.screens_shown import shown
from tests.tui.test_drafts import DraftHost

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from explog.journal.journal import Done, Journal

PLACE = Place("describe", "R-1")


def box() -> MeetingForm:
    """A form in which something stands already."""

    def save(_journal: Journal, _answers: dict[str, str]) -> Done:
        raise AssertionError

    values = {"title": "Monday meeting", "purpose": "To learn"}
    return MeetingForm(("Describe", "Why"), DESCRIBE, save, values, place=PLACE)


async def test_its_keys_are_named(tmp_path: Path) -> None:
    """Seen: a box without a word on how to save or leave it."""
    host = DraftHost(tmp_path / "log.db", box())
    async with running(host) as pilot:
        await until(pilot, lambda: "⏎ next · F2 save · esc leave" in shown(host))
        field(pilot, "purpose").editor.focus()
        await until(pilot, lambda: "⏎ save · F2 save" in shown(host))
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(host.screen, HelpScreen))


async def test_what_was_changed_in_what_stood_there_comes_back(tmp_path: Path) -> None:
    """Seen: a draft came back only in fields that were empty at first."""
    path = tmp_path / "log.db"
    async with running(DraftHost(path, box())) as pilot:
        await answer(pilot, "title", " at ten")
        field(pilot, "purpose").editor.focus()
        await pilot.pause()
        await pilot.press("ctrl+a", "delete", "escape")
        await until(pilot, lambda: bool(StoredDrafts(path).every()))
    async with running(DraftHost(path, box())) as pilot:
        await until(pilot, lambda: field(pilot, "title").raw == "Monday meeting at ten")
        assert field(pilot, "purpose").raw == ""
        assert field(pilot, "participants_n").raw == ""


async def test_what_is_typed_before_the_draft_was_read_neither_loses_it_nor_gets_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The form itself, opening, let go of what it was about to read."""
    path = tmp_path / "log.db"
    read = Keeper.before
    may_read = asyncio.Event()

    async def late(keeper: Keeper, place: Place) -> Draft | None:
        await may_read.wait()
        return await read(keeper, place)

    monkeypatch.setattr(Keeper, "before", late)
    host = DraftHost(path, box())
    async with host.run_test(size=(100, 30)) as pilot:
        await host.desk.do(lambda _journal: None)
        StoredDrafts(path).keep(PLACE, {"title": "Tuesday"})
        await answer(pilot, "participants_n", "6")
        may_read.set()
        await until(pilot, lambda: field(pilot, "title").raw == "Tuesday")
        await pilot.press("escape")
        await until(pilot, lambda: len(StoredDrafts(path).every()[0].answers) > 1)
        assert StoredDrafts(path).every()[0].answers == {"title": "Tuesday", "participants_n": "6"}
    host.desk.close()
