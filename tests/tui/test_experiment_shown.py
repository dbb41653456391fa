from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from textual.color import Color
from textual.screen import Screen

from explog import locale
from explog.tui.screens.experiment import Body, ExperimentScreen
from explog.tui.screens.form import FormScreen
from explog.tui.themes import own
from explog.tui.widgets.fields import Field
from explog.tui.widgets.leaves import Part
from explog.tui.widgets.next_box import NextBox
from tests.tui.fake import HOSTILE
from tests.tui.host import (
    ABANDONED,
    IDEA,
    KEY,
    OBSERVED,
    PLANNED,
    Host,
    faint,
    form_ready,
    running,
    until,
)
from tests.tui.screens_shown import inks, lines, metas, shown

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from explog.journal.journal import Journal

WIDE = (260, 60)


def page(tmp_path: Path, chapters: int, day: str = "2026-02-09") -> Host:
    """The page of the story's experiment after some of its chapters."""
    return Host(tmp_path / "log.db", ExperimentScreen(KEY), chapters, date.fromisoformat(day))


async def opened(pilot: Pilot[None]) -> NextBox:
    """The box *Next*, once the page was read."""
    await until(pilot, lambda: any(box.steps for box in pilot.app.screen.query(NextBox)))
    return pilot.app.screen.query_one(NextBox)


async def form_of(pilot: Pilot[None]) -> FormScreen:
    """The form that opened."""
    await until(
        pilot,
        lambda: isinstance(pilot.app.screen, FormScreen) and bool(pilot.app.screen.query(Field)),
    )
    assert isinstance(pilot.app.screen, FormScreen)
    return pilot.app.screen


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24), (100, 30), (140, 50)])
@pytest.mark.parametrize("chapters", [IDEA, OBSERVED, ABANDONED])
async def test_the_page_stands_any_size(
    tmp_path: Path, chapters: int, size: tuple[int, int]
) -> None:
    async with running(page(tmp_path, chapters, "2026-03-01"), size) as pilot:
        await opened(pilot)
        await pilot.press("pagedown", "G", "g", "m", "escape")
        await pilot.pause()
        text = lines(pilot.app)
        assert any(KEY in line for line in text[:3])
        assert len(text) == size[1]


@pytest.mark.parametrize("title", HOSTILE[:2])
async def test_hostile_words_are_shown_as_they_are_everywhere_on_the_page(
    tmp_path: Path, title: str
) -> None:
    host = Host(tmp_path / "log.db", Screen())

    def write(journal: Journal) -> None:
        journal.jot(title, need=title)
        plan: dict[str, Any] = {
            "core_task": "1",
            "belief": title,
            "because": title,
            "test": title,
            "measure": title,
            "unit": title,
            "criterion": "at most 3",
            "watch_out": title,
        }
        journal.act("plan", KEY, **plan)
        journal.act("frame", KEY, limits=f"1 {title}", stop_criteria=title, way_back=title)
        journal.act("note", KEY, text=title)
        journal.act("observe", KEY, value="3", note=title)
        journal.act("lesson", KEY, we_learned=title, we_observed=title, therefore=title)

    async with running(host, (120, 60)) as pilot:
        await host.desk.do(write)
        host.push_screen(ExperimentScreen(KEY))
        await opened(pilot)
        await pilot.pause()
        assert shown(host).count(title) >= 10
        assert not any("@click" in meta for meta in metas(host))
        await pilot.press("m")
        await pilot.pause()
        assert title in shown(host)


async def test_the_page_speaks_danish(tmp_path: Path) -> None:
    locale.speak("da")
    async with running(page(tmp_path, OBSERVED), WIDE) as pilot:
        await opened(pilot)
        text = shown(pilot.app)
        assert "▶ i gang · dag 57 af 70" in text
        assert "inden for rammerne" in text
        assert "Stop criterion" not in text


@pytest.mark.parametrize("theme", [theme.name for theme in own()])
@pytest.mark.parametrize("chapters", [PLANNED, OBSERVED, ABANDONED])
async def test_every_text_of_the_page_can_be_read(
    tmp_path: Path, chapters: int, theme: str
) -> None:
    host = page(tmp_path, chapters, "2026-03-01")
    async with running(host, (100, 60)) as pilot:
        host.theme = theme
        await opened(pilot)
        await pilot.pause(0.1)
        assert faint(host) == []


@pytest.mark.parametrize("theme", [theme.name for theme in own()])
@pytest.mark.parametrize(
    "keys", [("f2",), ("pagedown", "right"), ("tab", "1", "2", "tab")], ids=str
)
async def test_every_text_of_a_form_can_be_read(
    tmp_path: Path, theme: str, keys: tuple[str, ...]
) -> None:
    form = FormScreen("start", KEY)
    host = Host(tmp_path / "log.db", form, PLANNED)
    async with running(host, (100, 60)) as pilot:
        host.theme = theme
        await form_ready(pilot, form)
        await pilot.press(*keys)
        await pilot.pause(0.2)
        assert faint(host) == []


async def test_the_marked_line_of_all_acts_can_be_seen(tmp_path: Path) -> None:
    """It was hardly lighter than the lines around it."""
    async with running(page(tmp_path, OBSERVED), WIDE) as pilot:
        await opened(pilot)
        await pilot.press("m")
        await pilot.pause()
        cursor = Color.parse(pilot.app.theme_variables["cursor"])
        assert any(ink.ground == cursor for ink in inks(pilot.app))


async def test_a_blank_stands_between_the_text_and_the_scroll_bar(tmp_path: Path) -> None:
    async with running(page(tmp_path, ABANDONED), (60, 20)) as pilot:
        await opened(pilot)
        body = pilot.app.screen.query_one(Body)
        assert body.show_vertical_scrollbar
        assert body.scrollable_content_region.right == body.region.right - 1
        inside = [one.content_region.right for one in body.query(Part)]
        assert inside
        assert max(inside) == body.region.right - 2


async def test_the_days_of_the_history_stand_below_each_other(tmp_path: Path) -> None:
    async with running(page(tmp_path, OBSERVED), WIDE) as pilot:
        await opened(pilot)
        told = shown(pilot.app)
        days = re.findall(
            r"^ +\d{1,2} [A-Z][a-z]{2} \d{4}  ", told[told.index("History") :], re.MULTILINE
        )
        assert len({len(day.rstrip().split()[0]) for day in days}) > 1, "days of one and two digits"
        assert len({len(day) for day in days}) == 1


async def test_what_came_of_it_is_named_by_its_question(tmp_path: Path) -> None:
    """Below the heading *Result* it said *Result* again."""
    async with running(page(tmp_path, ABANDONED), WIDE) as pilot:
        await opened(pilot)
        assert "Did the hypothesis hold?" in shown(pilot.app)


async def test_what_became_of_a_lesson_stands_below_it(tmp_path: Path) -> None:
    """A person borrowed a lesson that a later experiment had contradicted."""
    from explog.journal import lessons

    def judged(journal: Journal) -> None:
        lessons.judge(journal, f"{KEY}/1", "contradicted")
        lessons.share(journal, f"{KEY}/1", "MED")

    host = page(tmp_path, ABANDONED, "2026-03-02")
    async with running(host, WIDE) as pilot:
        await opened(pilot)
        await host.desk.do(judged)
        host.refresh_page()
        await until(pilot, lambda: "contradicted, 2 Mar 2026" in shown(pilot.app))
        assert "told to MED" in shown(pilot.app)
