"""The parts of an experiment's page, laid into two columns and what stands below them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explog.domain.moments import shown_day
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary_learning import LessonStatus
from explog.locale import _, ngettext
from explog.tui.widgets import frame_section, sections
from explog.tui.widgets.chart_view import RunChart
from explog.tui.widgets.leaves import Folded, Leaf, Part
from explog.tui.widgets.people_bars import readiness_lines, stance_lines
from explog.tui.widgets.pieces import run, said, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content
    from textual.widget import Widget

    from explog.domain.charts.series import Series
    from explog.domain.record.evidence import Lesson
    from explog.domain.record.spread import Place
    from explog.tui.dossier import Dossier


SHOWN = 8
"""Lessons that stand there at once; a page of a hundred would be slow to open."""


HISTORY = 30
"""Lines of the history that stand there at once."""


def parts(page: Dossier) -> tuple[list[Widget], list[Widget], list[Widget]]:
    """The left column, the right column and what stands below both; only what there is.

    Once something was decided, what it taught comes first.
    """
    is_over = page.experiment.decided is not None
    tried = _part(_("What was tried") if is_over else _("What is tried"), sections.hypothesis(page))
    frame = _part(_("Frame"), frame_section.frame(page))
    outcome = _part(_("Result"), sections.result(page)) + _lessons(page) + _spread(page)
    below = _part(_("Log"), sections.log(page)) + _part(_("About it"), sections.people(page))
    below += _part(_("How the team stands to it"), stance_lines(page.experiment.stances))
    below += _part(_("What holds it back"), readiness_lines(page.experiment.readiness))
    below += _history(page)
    if is_over:
        return outcome + _measure(page), tried + frame, below
    return tried + _measure(page), frame + outcome, below


def _history(page: Dossier) -> list[Widget]:
    """What happened, newest first; what is long ago only when it is asked for."""
    lines = sections.history(page)
    found = _part(_("History"), lines[:HISTORY])
    rest = lines[HISTORY:]
    if rest:
        words = ngettext("{n} earlier line", "{n} earlier lines", len(rest)).format(n=len(rest))
        found.append(Folded(words, lambda: [Part("", rest)]))
    return found


def _part(title: str, lines: list[Content]) -> list[Widget]:
    """A part, or nothing when it has no lines."""
    return [Part(title, lines)] if lines else []


def _measure(page: Dossier) -> list[Widget]:
    """The measure, its numbers and its run chart."""
    first = 0 if page.experiment.primary is None else 1
    found = _part(_("Measure"), sections.numbers(page)) + _charts(page.series[:first])
    others = _part(_("Beside it"), sections.other_measures(page))
    return found + others + _charts(page.series[first:])


def _charts(series: list[Series]) -> list[Widget]:
    """A run chart for each of *series* that has points."""
    return [RunChart(one) for one in series if one.points]


def _lessons(page: Dossier) -> list[Widget]:
    """What was learned; each lesson can be opened."""
    lessons = page.experiment.lessons
    if not lessons:
        return []
    first, rest = lessons[:SHOWN], lessons[SHOWN:]
    found: list[Widget] = [Part(_("Lessons"), []), *_leaves(page, first)]
    if rest:
        words = ngettext("{n} more lesson", "{n} more lessons", len(rest)).format(n=len(rest))
        found.append(Folded(words, partial(_leaves, page, rest)))
    return found


def _leaves(page: Dossier, lessons: Sequence[Lesson]) -> list[Widget]:
    """*lessons* as lines that can be opened."""
    return [Leaf(_lesson(page, one), "lesson", one.id) for one in lessons]


def _lesson(page: Dossier, lesson: Lesson) -> Content:
    """A lesson: what was seen, learned and follows; how sure, what about, used by whom."""
    told = [label(lesson.theme)] if lesson.theme else [_("theme missing")]
    if lesson.evidence:
        told.append(_("sure: {n} of 5").format(n=lesson.evidence))
    if lesson.used_by:
        told.append(
            _("used by {keys}").format(
                keys=", ".join(page.related.get(one, one) for one in lesson.used_by)
            )
        )
    if lesson.status is not LessonStatus.OPEN:
        told.append(_judged(page, lesson))
    if lesson.shared_with:
        told.append(_("told to {groups}").format(groups=", ".join(lesson.shared_with)))
    parts: list[Content | str] = [said(lesson.we_learned, "bold")]
    if lesson.we_observed:
        parts += ["\n", word(_("We observed …") + "  ", "$quiet"), said(lesson.we_observed)]
    if lesson.therefore:
        parts += ["\n", word(_("Therefore we will …") + "  ", "$quiet"), said(lesson.therefore)]
    return run(*parts, "\n", said(" · ".join(told), "$quiet"))


def _judged(page: Dossier, lesson: Lesson) -> str:
    """Whether it still stands, which experiment showed it, and when."""
    status = label(lesson.status)
    if lesson.judged_by is not None:
        by = page.related.get(lesson.judged_by, lesson.judged_by)
        status = _("{status} by {key}").format(status=status, key=by)
    day = shown_day(lesson.judged_on) if lesson.judged_on else ""
    return ", ".join(part for part in (status, day) if part)


def _spread(page: Dossier) -> list[Widget]:
    """Daily operation and the other places; each place can be opened."""
    found = _part(_("Daily operation and places"), sections.operation(page))
    places: list[Widget] = [Leaf(_place(one), "place", one.id) for one in page.experiment.places]
    for one in places[:-1]:
        one.add_class("-tight")
    return found + places


def _place(place: Place) -> Content:
    """A place and how far it is there."""
    told = [label(place.status)]
    if place.since:
        told.append(shown_day(place.since))
    if place.owner_role:
        told.append(place.owner_role)
    if place.ended_on:
        told.append(_("ended {day}").format(day=shown_day(place.ended_on)))
    if place.last_confirmed_on:
        told.append(_("confirmed {day}").format(day=shown_day(place.last_confirmed_on)))
    here = _("Adapted here")
    adapted = [word(f"\n  {here}  ", "$quiet"), said(place.adapted or "")]
    return run(
        word("● " if place.is_in_operation else "○ ", "$worked"),
        said(place.name, "bold"),
        said(f"  {' · '.join(told)}", "$quiet"),
        *(adapted if place.adapted else ()),
    )
