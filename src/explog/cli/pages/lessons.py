"""The lessons of the log in their groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.marks import mark, word
from explog.cli.pages.layout import Page, day, joined
from explog.domain.lists.lessons import MARKS, told
from explog.domain.naming.vocabulary_learning import LessonStatus
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explog.domain.lists.lessons import Group, Lesson


def lesson_lines(groups: Sequence[Group], today: str) -> list[str]:
    """Each group under its title; a lesson with where it is from and what became of it."""
    page = Page()
    for group in groups:
        page.heading(f"{group.title} · {len(group.lessons)}")
        for lesson in group.lessons:
            _lesson(page, lesson, today)
    return page.lines


def _lesson(page: Page, lesson: Lesson, today: str) -> None:
    """One lesson in two or three lines."""
    sign, _said, style = mark(lesson.state, lesson.outcome)
    page.marked(sign, f"{lesson.ref}  {lesson.we_learned}", style=style)
    if lesson.therefore:
        page.text(f"→ {lesson.therefore}", indent="    ")
    page.text(joined(lesson.title, *standing(lesson, today)), indent="    ", style="dim")


def standing(lesson: Lesson, today: str) -> list[str]:
    """How sure it is, who used it, and what else there is to know, in words."""
    parts = [_("how sure: {words}").format(words=told(lesson.evidence))] if lesson.evidence else []
    if lesson.used_by:
        parts.append(_("used by {keys}").format(keys=", ".join(lesson.used_by)))
    if lesson.status != LessonStatus.OPEN:
        parts.append(_judged(lesson))
    codes = [code for code in lesson.marks(today) if code != lesson.status]
    parts += [_(MARKS[code]) for code in codes]
    if lesson.shared_with:
        parts.append(_("told to {groups}").format(groups=", ".join(lesson.shared_with)))
    return parts


def _judged(lesson: Lesson) -> str:
    """Whether it still stands, and what showed it."""
    status = word("LessonStatus", lesson.status)
    if lesson.judged_by:
        return _("{status} by {key} on {day}").format(
            status=status, key=lesson.judged_by, day=day(lesson.judged_on)
        )
    return joined(status, day(lesson.judged_on))


def counted(lessons: Sequence[Lesson]) -> str:
    """How many there are, and how many were used."""
    used = sum(bool(lesson.used_by) for lesson in lessons)
    total = ngettext("{n} lesson", "{n} lessons", len(lessons)).format(n=len(lessons))
    return joined(total, ngettext("{n} used again", "{n} used again", used).format(n=used))
