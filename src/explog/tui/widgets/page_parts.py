"""The parts of an experiment's page, laid into two columns and what stands below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.labels import label
from explog.domain.moments import shown_day
from explog.domain.phases import phase
from explog.domain.progress import target_of
from explog.domain.vocabulary_learning import Phase, Signal
from explog.locale import _
from explog.tui.widgets import frame_section, sections
from explog.tui.widgets.leaves import Leaf, Part, RunChart
from explog.tui.widgets.pieces import run, said, word
from explog.tui.widgets.run_chart import Point, Series, signal_words

if TYPE_CHECKING:
    from textual.content import Content
    from textual.widget import Widget

    from explog.domain.evidence import Lesson
    from explog.domain.spread import Place
    from explog.tui.dossier import Dossier


def parts(page: Dossier) -> tuple[list[Widget], list[Widget], list[Widget]]:
    """The left column, the right column and what stands below both; only what there is.

    Once something was decided, what it taught comes first.
    """
    is_over = page.experiment.decided is not None
    tried = _part(_("What was tried") if is_over else _("What is tried"), sections.hypothesis(page))
    frame = _part(_("Frame"), frame_section.frame(page))
    outcome = _part(_("Result"), sections.result(page)) + _lessons(page) + _spread(page)
    below = _part(_("Log"), sections.log(page)) + _part(_("About it"), sections.people(page))
    below += _part(_("History"), sections.history(page))
    if is_over:
        return outcome + _measure(page), tried + frame, below
    return tried + _measure(page), frame + outcome, below


def _part(title: str, lines: list[Content]) -> list[Widget]:
    """A part, or nothing when it has no lines."""
    return [Part(title, lines)] if lines else []


def _measure(page: Dossier) -> list[Widget]:
    """The measure, its numbers and its run chart."""
    found = _part(_("Measure"), sections.numbers(page))
    others = _part(_("Beside it"), sections.other_measures(page))
    reading = page.derived["run_chart"]
    if not found or reading is None:
        return found + others
    series = series_of(page)
    if series.points:
        said_words = signal_words(
            Signal(reading["signal"]), reading["points_used"], reading["points_needed"]
        )
        found.append(
            RunChart(series, centre_is_frozen=reading["centre_is_frozen"], signal=said_words)
        )
    return found + others


def series_of(page: Dossier) -> Series:
    """The primary measure's observations as a series."""
    experiment, primary = page.experiment, page.experiment.primary
    if primary is None:
        return Series(())
    taken = [one for one in experiment.observations if one.measure == primary.id]
    points = [
        Point(one.date, one.value, is_test=phase(experiment, one.date) is Phase.TEST)
        for one in taken
    ]
    return Series(
        points=points,
        centre=page.derived["run_chart"]["centre"],
        target=target_of(experiment, primary),
        cycles=[
            (one.started_on, one.ended_on) for one in experiment.started_rounds if one.started_on
        ],
        marks=[one.date for one in experiment.annotations],
    )


def _lessons(page: Dossier) -> list[Widget]:
    """What was learned; each lesson can be opened."""
    lessons = page.experiment.lessons
    if not lessons:
        return []
    return [
        Part(_("Lessons"), []),
        *(Leaf(_lesson(page, one), "lesson", one.id) for one in lessons),
    ]


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
    parts: list[Content | str] = [said(lesson.we_learned, "bold")]
    if lesson.we_observed:
        parts += ["\n", word(_("We observed …") + "  ", "$quiet"), said(lesson.we_observed)]
    if lesson.therefore:
        parts += ["\n", word(_("Therefore we will …") + "  ", "$quiet"), said(lesson.therefore)]
    return run(*parts, "\n", said(" · ".join(told), "$quiet"))


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
    return run(
        word("● " if place.is_in_operation else "○ ", "$worked"),
        said(place.name, "bold"),
        said(f"  {' · '.join(told)}", "$quiet"),
    )
