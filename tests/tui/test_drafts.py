"""What is typed into any form is on the disk within two seconds, and offered again."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from textual.screen import Screen

from explog.cli.library import StoredLibrary
from explog.domain.acts.draft import Place
from explog.domain.naming.vocabulary import State
from explog.store.drafts import StoredDrafts
from explog.tui.desk import Desk
from explog.tui.keeper import AT_LATEST
from explog.tui.screens.choosing import ChoosingScreen
from explog.tui.screens.first_forms import WorkplaceForm
from explog.tui.screens.form import FormScreen
from explog.tui.screens.jot import JotForm
from explog.tui.unfinished import settle
from explog.tui.widgets.fields import Field
from explog.tui.widgets.picker import Picker
from tests.tui.drafting import FORMS, WORDS, bring_to, state_for
from tests.tui.host import (
    KEY,
    TODAY,
    Host,
    JournalLibrary,
    answer,
    field,
    form_ready,
    running,
    toasts,
    typed,
    until,
)
from tests.tui.screens_shown import shown

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from textual.pilot import Pilot

    from explog.journal.journal import Journal

NUMBER = "010203" + "-1234"


class DraftHost(Host):
    """Keeps its drafts in its log."""

    def __init__(self, path: Path, first: Screen[Any] | None = None, state: State | None = None,
                 day: date = TODAY) -> None:  # fmt: skip
        """Bring the experiment of a new log to *state*."""
        super().__init__(path, first or Screen(), 0, day)
        self._state = state
        self.desk = Desk(
            lambda: JournalLibrary(self), self.open_journal, lambda: StoredDrafts(path)
        )

    def open_journal(self) -> Journal:
        """The journal; the story is lived once."""
        is_new = not self.path.exists()
        if self._journal is None and not is_new:
            self._journal = reopened(self.path, self.day)
        journal = super().open_journal()
        if is_new and self._state is not None:
            bring_to(journal, self._state)
            journal.clock = type(journal.clock)(self.day)
        return journal


def reopened(path: Path, day: date) -> Journal:
    """A journal on a log that is there."""
    from explog.journal.ids import IdMaker
    from explog.journal.journal import Journal
    from explog.journal.ports import Clock
    from explog.store.log import Log
    from tests.stories import ROLE

    return Journal(Log.open(path), Clock(day), IdMaker(), ROLE)


async def answer_first(pilot: Pilot[None]) -> tuple[str, str]:
    """Type where the first thing can be typed, or else pick; the question's name and the answer."""
    shown_now = [one for one in pilot.app.screen.query(Field) if one.display]
    written = next((one for one in shown_now if one.typed is not None), None)
    if written is None:
        first = shown_now[0]
        assert isinstance(first.editor, Picker)
        value = first.editor.offered[0][0]
        await answer(pilot, first.question.name, value)
        return first.question.name, value
    written.write("")
    assert written._typed is not None
    written._typed.focus()
    await pilot.pause()
    await typed(pilot, WORDS)
    return written.question.name, WORDS


@pytest.mark.parametrize("name", FORMS)
async def test_every_form_is_on_the_disk_soon_and_offers_it_after_a_sudden_end(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / "log.db"
    host = DraftHost(path, state=State.IDEA if name == "over" else state_for(name))
    async with running(host, (120, 60)) as pilot:
        await form_ready(pilot, FormScreen(name, KEY))
        where, said = await answer_first(pilot)
        # nothing but time: the program could be gone now
        await until(pilot, lambda: bool(StoredDrafts(path).every()))
        kept = StoredDrafts(path).every()
    assert kept[0].answers[where] == said
    second = DraftHost(path)
    async with running(second, (120, 60)) as pilot:
        form = await form_ready(pilot, FormScreen(name, KEY))
        assert form.answers[where] == said
        assert "You began this on" in shown(second)


@pytest.mark.parametrize("form", [JotForm, WorkplaceForm], ids=lambda form: form.__name__)
async def test_the_forms_about_no_experiment_too(
    tmp_path: Path, form: type[JotForm | WorkplaceForm]
) -> None:
    path = tmp_path / "log.db"
    async with running(DraftHost(path, form())) as pilot:
        await until(pilot, lambda: bool(pilot.app.screen.query(Field)))
        where, said = await answer_first(pilot)
        await until(pilot, lambda: bool(StoredDrafts(path).every()))
    async with running(DraftHost(path, form())) as pilot:
        await until(pilot, lambda: field(pilot, where).raw == said)


async def test_typing_without_a_pause_is_kept_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    async with running(DraftHost(path, state=State.IDEA)) as pilot:
        await form_ready(pilot, FormScreen("note", KEY))
        loop = asyncio.get_running_loop()
        end = loop.time() + AT_LATEST + 0.7
        while loop.time() < end:
            await typed(pilot, "a")
            await asyncio.sleep(0.05)
        assert StoredDrafts(path).every()


async def test_a_person_number_is_never_kept(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    async with running(DraftHost(path, state=State.IDEA)) as pilot:
        await form_ready(pilot, FormScreen("plan", KEY))
        await answer(pilot, "need", "about")
        await answer(pilot, "need", f" {NUMBER}")
        await answer(pilot, "belief", "it helps")
        await pilot.press("escape")
        await until(pilot, lambda: bool(StoredDrafts(path).every()))
        assert StoredDrafts(path).every()[0].answers == {"belief": "it helps"}


async def test_what_is_saved_is_no_draft_any_more(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    async with running(DraftHost(path, state=State.IDEA)) as pilot:
        form = await form_ready(pilot, FormScreen("note", KEY))
        await answer(pilot, "text", "The tablet arrived.")
        await until(pilot, lambda: bool(StoredDrafts(path).every()))
        await pilot.press("f2")
        await until(pilot, lambda: not form.is_attached)
        await until(pilot, lambda: not StoredDrafts(path).every())


@pytest.mark.parametrize("more", ["", " of it"])
async def test_beginning_afresh_lets_go_of_it(tmp_path: Path, more: str) -> None:
    """After the first key the line that says so was gone, and F9 did nothing any more."""
    path = tmp_path / "log.db"
    async with running(DraftHost(path, state=State.IDEA)) as pilot:
        await form_ready(pilot, FormScreen("note", KEY))
        await answer(pilot, "text", "half")
        await pilot.press("escape")
        form = await form_ready(pilot, FormScreen("note", KEY))
        assert field(pilot, "text").raw == "half"
        await pilot.press(*more)
        await until(pilot, lambda: form.answers["text"] == f"half{more}")
        await pilot.press("f9")
        await until(pilot, lambda: not StoredDrafts(path).every())
        assert form.answers == {}
        assert "You began" not in shown(pilot.app)


async def test_what_does_not_fit_any_more_is_told_and_let_go(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    host = DraftHost(path, state=State.PLANNED)
    async with running(host) as pilot:
        ident = (await host.experiment()).id
        StoredDrafts(path).keep(Place("end", ident), {"reason": "the [/] noise"})
        await host.keeper.read()
        host.push_screen(FormScreen("end", ident))
        await until(pilot, lambda: isinstance(host.screen, ChoosingScreen))
        await until(pilot, lambda: "the [/] noise" in shown(host))  # it stays until it is read
        assert "does not fit any more" in shown(host)
        assert "is at: planned" in shown(host)
        assert toasts(pilot) == ""
        await until(pilot, lambda: not StoredDrafts(path).every())


async def test_what_does_not_fit_when_explog_starts_is_all_told_and_outlives_the_next_form(
    tmp_path: Path,
) -> None:
    """Seen: the form that was opened next took it away at once."""
    path = tmp_path / "log.db"
    host = DraftHost(path, state=State.PLANNED)
    async with running(host) as pilot:
        found = await host.experiment()
        for act, answers in (("end", {"reason": "the noise"}), ("pause", {"reason": "a\nb"})):
            StoredDrafts(path).keep(Place(act, found.id), answers)
        await host.keeper.read()
        host.desk._open_library, host.desk._library = lambda: StoredLibrary(path, TODAY), None
        await settle(host)
        await until(pilot, lambda: "the noise" in toasts(pilot))
        host.push_screen(FormScreen("note", found.id))
        await until(pilot, lambda: bool(host.screen.query(Field)))
        told = toasts(pilot)
        assert "It held: the noise" in told
        assert "It held: a · b" in told
        await until(pilot, lambda: not StoredDrafts(path).every())


async def test_what_does_not_fit_is_told_beside_why_it_cannot_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    host = DraftHost(path, state=State.PLANNED)
    async with running(host) as pilot:
        StoredDrafts(path).keep(Place("end", "AMB-99"), {"reason": "the noise"})
        await host.keeper.read()
        host.push_screen(FormScreen("end", "AMB-99"))
        await until(pilot, lambda: "It held: the noise" in toasts(pilot))
        assert "There is no AMB-99" in toasts(pilot)


async def test_a_disk_that_refuses_is_told_once_and_esc_still_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    host = DraftHost(path, state=State.IDEA)
    async with running(host) as pilot:
        await form_ready(pilot, FormScreen("note", KEY))
        host.desk._drafts = StoredDrafts(tmp_path)  # a folder is no log
        for word in ("half", " a", " thought"):
            await answer(pilot, "text", word)
            host.keeper.write()
            await pilot.pause(0.1)
        await pilot.press("escape")
        await form_ready(pilot, FormScreen("note", KEY))
        assert field(pilot, "text").raw == "half a thought"
        assert toasts(pilot).count("only until explog is closed") == 1
