"""Earlier experiments beside a new belief, and words completed while they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from explog.tui.screens.experiment import ExperimentScreen
from explog.tui.screens.form import FormScreen
from explog.tui.screens.jot import JotForm
from explog.tui.widgets.completing import Known
from explog.tui.widgets.fields import Field
from explog.tui.widgets.related import RelatedPanel
from tests.tui.fake import HOSTILE, row
from tests.tui.host import (
    IDEA,
    KEY,
    Host,
    JournalLibrary,
    answer,
    field,
    form_ready,
    running,
    typed,
    until,
)
from tests.tui.screens_shown import metas, shown

if TYPE_CHECKING:
    from pathlib import Path

    from explog.domain.record.rows import ExperimentRow


class Remembering(Host):
    """Knows two earlier experiments."""

    earlier: tuple[ExperimentRow, ...] = (
        row("AMB-08", "Dictating the record while driving", outcome="failed_safely",
            state="abandoned", learned="Cabin noise was the problem."),
        row("AMB-09", "Pictures at the stove", learned=HOSTILE[1]),
    )  # fmt: skip

    def library(self) -> JournalLibrary:
        library = JournalLibrary(self)
        library.rows_given = list(self.earlier)
        return library


def remembering(path: Path, form: FormScreen | JotForm) -> Remembering:
    host = Remembering(path, form, IDEA)
    host.desk._open_library = host.library
    return host


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_what_was_tried_before_stands_by_the_idea_and_opens_without_loss(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    form = JotForm()
    host = remembering(tmp_path / "log.db", form)
    async with running(host, size) as pilot:
        await until(pilot, lambda: bool(form.query(Field)))
        await typed(pilot, "Dictating in the car")
        await until(pilot, lambda: "AMB-08" in shown(host))
        assert "Cabin noise" in shown(host)
        assert form.query_one(RelatedPanel).has_class("-beside") == (size[0] >= 100)
        opened: list[str] = []
        host.open_experiment = opened.append  # type: ignore[method-assign, assignment]
        await pilot.press("f5")
        await pilot.pause()
        assert opened == ["AMB-08"]
        assert field(pilot, "title").raw == "Dictating in the car"


async def test_the_list_is_entered_by_its_key_and_left_by_esc(tmp_path: Path) -> None:
    form = FormScreen("plan", KEY)
    host = remembering(tmp_path / "log.db", form)
    async with running(host, (120, 40)) as pilot:
        await form_ready(pilot, form)
        await answer(pilot, "belief", "dictating and pictures at the stove help")
        await until(pilot, lambda: "AMB-09" in shown(host))
        assert HOSTILE[1] in shown(host)
        assert not any("@click" in meta for meta in metas(host))
        assert "because of: " in shown(host)
        await pilot.press("f5")
        await pilot.pause()
        assert form.query_one(OptionList).has_focus
        await pilot.press("escape")
        await pilot.pause()
        assert form.is_attached
        assert field(pilot, "need").editor.has_focus


async def test_where_nothing_fits_nothing_is_shown(tmp_path: Path) -> None:
    form = JotForm()
    host = remembering(tmp_path / "log.db", form)
    async with running(host, (120, 40)) as pilot:
        await until(pilot, lambda: bool(form.query(Field)))
        await typed(pilot, "xylophone")
        await pilot.pause(0.6)
        assert not form.query_one(RelatedPanel).display
        assert ExperimentScreen not in {type(one) for one in host.screen_stack}


@pytest.mark.parametrize(
    ("words", "value", "found"),
    [
        (["leder", "koordinator"], "ko", "koordinator"),
        (["leder"], "Led", "Leder"),
        (["ældre", "aftensmad"], "æ", "ældre"),
        (["årsmøde"], "a", None),
        (["leder"], "leder", None),
        (["leder"], "", None),
    ],
)
async def test_a_word_is_completed_and_danish_letters_are_letters_of_their_own(
    words: list[str], value: str, found: str | None
) -> None:
    assert await Known(words).get_suggestion(value) == found


async def test_in_a_list_the_last_word_is_completed() -> None:
    assert await Known(["video", "natlys"], many=True).get_suggestion("video, n") == "video, natlys"
    assert await Known(["video"], many=True).get_suggestion("video, ") is None


async def test_right_takes_what_is_offered_and_tab_goes_on_with_what_was_typed(
    tmp_path: Path,
) -> None:
    """Tab replaced a function that was typed by a longer one the log knew."""
    form = FormScreen("shelve", KEY)
    async with running(Host(tmp_path / "log.db", form, IDEA)) as pilot:
        await form_ready(pilot, form)
        await pilot.app.workers.wait_for_complete(
            [one for one in pilot.app.workers if one.group == "words"]
        )
        role = field(pilot, "by_role")
        role.editor.focus()
        await pilot.pause()
        await pilot.press("l", "e")
        await until(pilot, lambda: "leader" in shown(pilot.app))
        await pilot.press("tab")
        await pilot.pause()
        assert not role.editor.has_focus
        assert role.raw == "le"
        role.editor.focus()
        await pilot.press("a")
        await until(pilot, lambda: "leader" in shown(pilot.app))
        await pilot.press("right")
        await until(pilot, lambda: role.raw == "leader")
