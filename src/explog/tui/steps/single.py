"""The steps of a single review until the frame: expected, happened, why (DOMAIN.md 10.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import Result
from explog.domain.record.people import SMALLEST_GROUP
from explog.domain.reviews.surprise import RESULTS, score
from explog.locale import _
from explog.tui.heard import told_criterion
from explog.tui.steps.shared import Card, asking, head, name_of, notes, text
from explog.tui.widgets import sections
from explog.tui.widgets.chart_view import RunChart
from explog.tui.widgets.hands import Hands
from explog.tui.widgets.picker import RoomPicker
from explog.tui.widgets.pieces import run, said, word

if TYPE_CHECKING:
    from textual.content import Content
    from textual.widget import Widget

    from explog.domain.record.review import Guess
    from explog.tui.dossier import Dossier
    from explog.tui.meeting import Meeting, Turn

GUESS_HANDS, GUESS_ROOM = "guess-hands", "guess-room"
"""Where the room's guess is counted, and where a small room picks the one it agrees on."""

A_LITTLE, SURPRISING = 34, 67
"""From which surprise score on which word holds; 0 is as guessed, 100 as wrong as can be."""


def expected(meeting: Meeting, turn: Turn) -> list[Widget]:
    """The plan, its result hidden, and the room's guess."""
    page = meeting.about(turn)
    found: list[Widget] = [text(name_of(page)), Card(plan_lines(page))]
    guess = meeting.review.guess_of(page.experiment.id)
    if meeting.has_begun("happened"):
        return [*found, *_guessed(guess)]
    offered = [(value, label(Result(value))) for value in RESULTS]
    hands = Hands(offered, least=SMALLEST_GROUP)
    hands.id = GUESS_HANDS
    room = RoomPicker(offered)
    room.id = GUESS_ROOM
    room.chosen = (guess.room.value,) if guess and guess.room else ()
    return [
        *found,
        head(_("What do you think: did it hold? Show of hands")),
        hands,
        text(word(_("Fewer than five people: the one answer you agree on"), "$quiet")),
        room,
        *_guessed(guess),
    ]


def plan_lines(page: Dossier) -> list[Content]:
    """What was believed and how it was tested; nothing that tells how it went."""
    lines = sections.hypothesis(page)
    primary, cycle = page.experiment.primary, page.experiment.cycle
    if primary is not None:
        unit = f" ({primary.unit})" if primary.unit else ""
        lines += sections.labelled(_("We measure …"), f"{primary.name}{unit}")
    if cycle is not None and cycle.comparator is not None and cycle.criterion is not None:
        right = told_criterion(cycle.comparator, cycle.criterion)
        lines += sections.labelled(_("We are right if …"), right)
    return lines


def _guessed(guess: Guess | None) -> list[Widget]:
    """What the room guessed, in bands."""
    return [text(guess_line(guess))] if guess is not None else []


def guess_line(guess: Guess | None) -> Content:
    """``The room guessed: supported 5 · inconclusive 1-2``."""
    if guess is None:
        return word(_("The room did not guess."), "$quiet")
    told = [
        f"{label(Result(value))} {getattr(guess, value)}"
        for value in RESULTS
        if guess.n and getattr(guess, value)
    ]
    if not told and guess.room is not None:
        told = [label(guess.room)]
    return run(word(_("The room guessed:") + "  ", "$quiet"), word(" · ".join(told), "bold"))


def happened(meeting: Meeting, turn: Turn) -> list[Widget]:
    """The reveal: what the numbers say beside the guess, the chart and the log."""
    page = meeting.about(turn)
    found: list[Widget] = [
        text(name_of(page)),
        text(*_reveal(meeting, page)),
        *chart(page),
        notes(meeting, turn, _("What did you see?")),
        asking(_("Write down a measurement"), "observe", page),
        asking(_("Put a mark on the run chart"), "annotate", page),
        asking(_("Write a line in the logbook"), "note", page),
    ]
    log = sections.log(page)
    return [*found, head(_("Log")), text(*log)] if log else found


def _reveal(meeting: Meeting, page: Dossier) -> list[Content]:
    """Guess, facts and surprise below each other."""
    guess = meeting.review.guess_of(page.experiment.id)
    lines = [guess_line(guess), *sections.numbers(page)[-1:]]
    result = result_of(page)
    if result is not None:
        lines.append(
            run(word(_("The facts say:") + "  ", "$quiet"), word(label(result), "bold $running"))
        )
        if guess is not None:
            points = score(guess.model_dump(mode="json"), result.value)
            lines.append(surprise_line(points))
    return lines


def surprise_line(points: int) -> Content:
    """How surprising it was, in a word and its number."""
    told = _("as expected")
    if points >= SURPRISING:
        told = _("surprising")
    elif points >= A_LITTLE:
        told = _("a little surprising")
    shown = _("{n} of 100").format(n=points)
    return run(
        word(_("Surprise:") + "  ", "$quiet"), word(told, "bold"), word(f"  {shown}", "$quiet")
    )


def result_of(page: Dossier) -> Result | None:
    """What was decided about the hypothesis; before that, what the facts suggest."""
    cycle = page.experiment.cycle
    if cycle is not None and cycle.result is not None:
        return cycle.result
    suggested = page.derived["result_suggested"]
    return Result(suggested) if suggested else None


def chart(page: Dossier) -> list[Widget]:
    """The run charts of the measures that have points, the primary one first."""
    found: list[Widget] = [RunChart(series) for series in page.series if series.points]
    return found or [text(word(_("Nothing was measured."), "$quiet"))]


def why(meeting: Meeting, turn: Turn) -> list[Widget]:
    """The chart again, and the causes in the system."""
    page = meeting.about(turn)
    cycle = page.experiment.cycle
    causes = ", ".join(label(one) for one in cycle.causes) if cycle is not None else ""
    told = said(causes, "bold") if causes else word(_("not answered yet"), "$quiet")
    return [
        text(name_of(page)),
        asking(
            _("Why did it go so?"),
            "assess",
            page,
            why=_("Only the system, never persons."),
            focus="causes",
        ),
        text(run(word(_("Causes") + "  ", "$quiet"), told)),
        notes(meeting, turn, _("What surprised us?")),
        *chart(page),
    ]
