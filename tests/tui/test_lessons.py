"""The page of lessons over the real demo log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from explog.cli.library import StoredLibrary
from explog.tui.screens.experiment import ExperimentScreen
from explog.tui.screens.lessons import LessonsScreen
from explog.tui.widgets.lesson_list import LessonList
from tests.tui.host import until
from tests.tui.real import TODAY, demo_log, over
from tests.tui.screens_shown import lines, settled, shown

if TYPE_CHECKING:
    from pathlib import Path

    from textual.visual import VisualType

    from explog.domain.lists.lessons import Lesson
    from explog.tui.app import ExplogApp


def _lesson(path: Path, ref: str) -> Lesson:
    """The lesson *ref* as it is stored."""
    return next(one for one in StoredLibrary(path, TODAY).lessons() if one.ref == ref)


def _chosen(made: ExplogApp) -> str:
    """What the chosen lesson is called."""
    lesson = made.screen.query_one(LessonList).lesson
    return lesson.ref if lesson else ""


async def test_the_marks_at_the_end_of_a_lesson_do_not_touch_the_bar(tmp_path: Path) -> None:
    async with over(demo_log(tmp_path / "demo.db"), "3", size=(80, 24)) as (made, _pilot):
        marked = [line for line in lines(made) if "●○" in line]
    assert marked
    assert all(line[78:79] in {"", " "} for line in marked)


async def test_lessons_stand_in_groups_with_the_first_one_whole(tmp_path: Path) -> None:
    async with over(demo_log(tmp_path / "demo.db"), "3", size=(120, 40)) as (made, _pilot):
        text = shown(made)
    assert "15 lessons   t by theme" in text
    assert "Technology · 2" in text
    assert "used 1×" in text
    assert "From that we learned …" in text


async def test_search_takes_words_of_the_lesson_and_filters_of_its_experiment(
    tmp_path: Path,
) -> None:
    async with over(demo_log(tmp_path / "demo.db"), "3", size=(100, 30)) as (made, pilot):
        await pilot.press("slash", *"outcome:failed_safely light")
        await until(pilot, lambda: "1 lesson " in shown(made))
        assert _chosen(made) == "BØR-02/1"
        await pilot.press("escape", "c")
        await until(pilot, lambda: "15 lessons" in shown(made))


async def test_an_unknown_value_is_told_in_words(tmp_path: Path) -> None:
    async with over(demo_log(tmp_path / "demo.db"), "3", size=(100, 30)) as (made, pilot):
        await pilot.press("slash", *"state:perhaps ")
        await until(pilot, lambda: "does not go with" in shown(made))
        assert "15 lessons" in shown(made), "what was there stays"


async def test_the_groups_are_picked_from_a_list(tmp_path: Path) -> None:
    async with over(demo_log(tmp_path / "demo.db"), "3", size=(120, 40)) as (made, pilot):
        await pilot.press("t", "down", "enter")
        await until(pilot, lambda: "by core task" in shown(made))
        assert "Citizens with autism master their everyday life" in shown(made)


async def test_a_lesson_is_borrowed_into_a_new_experiment(tmp_path: Path) -> None:
    path = demo_log(tmp_path / "demo.db")
    async with over(path, "3", size=(100, 30)) as (made, pilot):
        await pilot.press("slash", *"noise")
        await until(pilot, lambda: _chosen(made) == "AMB-02/1")
        await pilot.press("escape")
        await pilot.press("b", *"Quiet microphone", "enter")
        await until(pilot, lambda: isinstance(made.screen, ExperimentScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(made.screen, LessonsScreen))
    assert _lesson(path, "AMB-02/1").used_by == ("AMB-05",)


async def test_esc_in_the_middle_of_borrowing_writes_nothing(tmp_path: Path) -> None:
    path = demo_log(tmp_path / "demo.db")
    async with over(path, "3", size=(100, 30)) as (made, pilot):
        await pilot.press("b", *"Quiet", "escape")
        await settled(pilot)
        assert isinstance(made.screen, LessonsScreen)
    assert StoredLibrary(path, TODAY).count() == 20


@pytest.mark.parametrize(("by", "judge"), [("AUT-01", "AUT-01"), ("-", None)])
async def test_a_lesson_is_judged_by_a_later_experiment_or_without_one(
    tmp_path: Path, by: str, judge: str | None
) -> None:
    path = demo_log(tmp_path / "demo.db")
    async with over(path, "3", size=(100, 30)) as (made, pilot):
        ref = _chosen(made)
        await pilot.press("e", "down", "down", "enter")
        await settled(pilot)
        await pilot.press(*by, "enter")
        await until(pilot, lambda: _lesson(path, ref).status == "contradicted")
        await until(pilot, lambda: "contradicted" in shown(made))
    assert _lesson(path, ref).judged_by == judge


async def test_an_unknown_judge_is_refused_beside_the_line(tmp_path: Path) -> None:
    path = demo_log(tmp_path / "demo.db")
    async with over(path, "3", size=(100, 30)) as (made, pilot):
        ref = _chosen(made)
        await pilot.press("e", "down", "enter")
        await settled(pilot)
        await pilot.press(*"XYZ-99", "enter")
        await until(pilot, lambda: "There is no XYZ-99" in shown(made))
        await pilot.press("escape")
    assert _lesson(path, ref).status == "open"


async def test_whom_it_was_told_to_is_noted(tmp_path: Path) -> None:
    path = demo_log(tmp_path / "demo.db")
    async with over(path, "3", size=(120, 40)) as (made, pilot):
        ref = _chosen(made)
        await pilot.press("w", *"MED", "enter")
        await until(pilot, lambda: _lesson(path, ref).shared_with == ("MED",))
        await until(pilot, lambda: "Told to: MED" in shown(made))


async def test_a_click_chooses_and_a_second_one_opens(tmp_path: Path) -> None:
    async with over(demo_log(tmp_path / "demo.db"), "3", size=(100, 30)) as (made, pilot):
        await pilot.click(LessonList, offset=(10, 0))
        assert _chosen(made) == "BS-02/1", "a title is no lesson"
        await pilot.click(LessonList, offset=(10, 2))
        assert _chosen(made) == "AMB-02/1"
        await pilot.click(LessonList, offset=(10, 2))
        await until(pilot, lambda: isinstance(made.screen, ExperimentScreen))


@pytest.mark.parametrize("size", [(120, 40), (80, 30)])
async def test_walking_lays_nothing_out_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """In a log of thousands each step down the list was painted twice as late as it is now."""
    async with over(demo_log(tmp_path / "demo.db"), "3", size=size) as (made, pilot):
        before, laid, update = shown(made), list[bool](), Static.update

        def seen(one: Static, content: VisualType = "", *, layout: bool = True) -> None:
            laid.append(layout)
            update(one, content, layout=layout)

        monkeypatch.setattr(Static, "update", seen)
        await pilot.press("down", "down", "up", "down")
        await settled(pilot)
        assert shown(made) != before
    assert laid
    assert not any(laid)


async def test_a_log_without_lessons_says_what_to_do(tmp_path: Path) -> None:
    async with over(tmp_path / "log.db", "escape", "3", size=(80, 24)) as (made, pilot):
        await until(pilot, lambda: "No lessons yet." in shown(made))
        await pilot.press("b", "e", "w", "enter")
        await settled(pilot)
        assert isinstance(made.screen, LessonsScreen)
