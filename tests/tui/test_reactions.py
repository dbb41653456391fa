"""When a stop criterion was met and when somebody reacted, asked side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.tui.reactions import lacking
from explog.tui.screens.form import FormScreen
from explog.tui.widgets.fields import Field
from tests.tui.host import KEY, PLANNED, Host, answer, form_ready, running, until
from tests.tui.screens_shown import shown

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from explog.journal.journal import Journal

FRAME = {
    "limits": "1 crew",
    "last_day": "in 6 weeks",
    "way_back": "the paper form",
    "frame_check": "yes",
}


async def _ending(pilot: Pilot[None], host: Host, stop: str) -> tuple[FormScreen, Field, Field]:
    """The form that ends a test with the stop criterion *stop*, and its two moments."""

    def start(journal: Journal) -> None:
        journal.act("start", KEY, stop_criteria=stop, **FRAME)

    await host.desk.do(start)
    form = await form_ready(pilot, FormScreen("end", KEY))
    met, reacted = (
        next(one for one in form.query(Field) if one.question.name.startswith(kind))
        for kind in ("met/", "reacted/")
    )
    return form, met, reacted


@pytest.mark.parametrize(
    ("stop", "met", "reacted", "told"),
    [
        ("down (10 minutes)", "today", "today", ["Add the time", "Add the time"]),
        ("down (10 minutes)", "today 12.10", "today", ["Add the time"]),
        ("down (2 hours)", "today", "", ["Add the time"]),
        ("down (10 minutes)", "today 12.10", "today 12.00", ["This is before"]),
        ("down (10 minutes)", "today 12.10", "today 12.15", []),
        ("down (10 minutes)", "sometime", "", []),
        ("down (1 day)", "today", "today", []),
        ("down (1 day)", "today", "yesterday", ["This is before"]),
    ],
)
async def test_both_moments_are_named_that_lack_their_time_of_day(
    tmp_path: Path, stop: str, met: str, reacted: str, told: list[str]
) -> None:
    host = Host(tmp_path / "log.db", FormScreen("note", KEY), PLANNED)
    async with running(host) as pilot:
        form, first, second = await _ending(pilot, host, stop)
        given = {first.question.name: met, second.question.name: reacted}
        found = lacking(form.asked, given)
        assert [
            text[: len(begin)] for text, begin in zip(found.values(), told, strict=True)
        ] == told


async def test_f2_marks_both_and_all_of_the_first_complaint_can_be_read(tmp_path: Path) -> None:
    """Only the second field was marked, and the end of what was wrong lay under the button."""
    host = Host(tmp_path / "log.db", FormScreen("note", KEY), PLANNED)
    async with running(host, (80, 24)) as pilot:
        form, met, reacted = await _ending(pilot, host, "down (10 minutes)")
        await answer(pilot, "end_reason", "decided_early")
        await answer(pilot, next(name for name in form.asked.needed if "actual/" in name), "1")
        await answer(pilot, met.question.name, "today")
        await answer(pilot, reacted.question.name, "today")
        await pilot.press("f2")
        await until(pilot, lambda: len(form._complaint.beside) > 1)
        assert met.has_class("-wrong")
        assert reacted.has_class("-wrong")
        said = "here it counts in minutes."
        await until(pilot, lambda: said in " ".join(shown(host).split()))
        assert met.editor.has_focus
