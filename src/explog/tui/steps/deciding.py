"""The steps of a single review that judge: the frame, lessons, the decision, whom to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.acts.catalogue import BY_NAME
from explog.domain.moments import shown_day
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import State
from explog.locale import _
from explog.tui.steps.shared import (
    agreements,
    asking,
    doing,
    head,
    lessons,
    name_of,
    notes,
    text,
    where,
)
from explog.tui.widgets import sections
from explog.tui.widgets.note_field import NoteField
from explog.tui.widgets.people_bars import readiness_lines, stance_lines
from explog.tui.widgets.pieces import run, said, word
from explog.tui.widgets.verdict import OneByOne, Outcome

if TYPE_CHECKING:
    from textual.widget import Widget

    from explog.tui.dossier import Dossier
    from explog.tui.meeting import Meeting, Turn

SHARED = "shared"
"""The name of the field for whom to tell."""


def frame_held(meeting: Meeting, turn: Turn) -> list[Widget]:
    """The harm question and what is still open, then S1–S6 one by one and the verdict."""
    page = meeting.about(turn)
    cycle = page.experiment.cycle
    harm = cycle.harm if cycle is not None else None
    told = word(_("not answered yet"), "$no-net")
    if harm is not None:
        answered = f"{label(harm.answer)} · {harm.by_role} · {shown_day(harm.answered_on)}"
        told = said(answered, "bold")
    conditions = page.derived["conditions"]
    seen = len(conditions) if meeting.is_done(turn) else 0
    return [
        text(name_of(page)),
        asking(
            _("Was anyone or anything harmed?"),
            "assess",
            page,
            why=_("Must be answered; an empty list proves nothing."),
            focus="harm",
        ),
        text(run(word(_("Answer") + "  ", "$quiet"), told)),
        *_open_still(page),
        asking(_("Record an incident"), "incident", page),
        head(_("Did the frame hold?")),
        OneByOne(conditions, seen),
        notes(meeting, turn),
    ]


def _open_still(page: Dossier) -> list[Widget]:
    """A line for each limit whose actual value nobody has told."""
    cycle = page.experiment.cycle
    if cycle is None or page.experiment.state is not State.IN_REVIEW:
        return []
    return [
        asking(
            _("What did it come to: {unit}?").format(unit=limit.unit),
            "assess",
            page,
            focus=f"actual/{limit.id}",
        )
        for limit in page.experiment.limits_of(cycle)
        if limit.actual is None
    ]


def learned(meeting: Meeting, turn: Turn) -> list[Widget]:
    """The lessons so far, and a line to write one."""
    page = meeting.about(turn)
    found: list[Widget] = [text(name_of(page)), *lessons(page)]
    why = _("We observed … From that we learned … Therefore we will …")
    words = _("Write down one more lesson") if page.experiment.lessons else _("Write down a lesson")
    reflect = doing(_("Five questions to reflect on"), "reflect", _("optional"))
    return [*found, asking(words, "lesson", page, why=why), reflect, notes(meeting, turn)]


def decision(meeting: Meeting, turn: Turn) -> list[Widget]:
    """The three decisions with what each still lacks; then what was decided, and agreements."""
    page = meeting.about(turn)
    found: list[Widget] = [text(run(name_of(page), "  ", where(page)))]
    if page.experiment.state is not State.IN_REVIEW:
        found.append(Outcome(page.derived))
    result = sections.result(page)
    if result:
        found.append(text(*result))
    if page.experiment.state is State.IN_REVIEW:
        steps = [step for step in page.steps if not step.is_missing]
        found += [asking(step.words, step.act, page, why=step.about) for step in steps]
        missing = [step for step in page.steps if step.is_missing]
        if missing:
            found.append(head(_("What is missing for a decision")))
        found += [
            asking(step.words, step.act, page, why=step.about, focus=step.focus) for step in missing
        ]
    return [*found, *agreements(meeting), *team(page), notes(meeting, turn)]


def team(page: Dossier) -> list[Widget]:
    """How the team stands to it and what holds it back; counts and marks of the whole group."""
    experiment = page.experiment
    told = (stance_lines(experiment.stances), readiness_lines(experiment.readiness))
    return [
        head(_("The team")),
        *(text(*lines) for lines in told if lines),
        asking(BY_NAME["stance"].spoken, "stance", page, why=BY_NAME["stance"].help),
        asking(BY_NAME["readiness"].spoken, "readiness", page, why=BY_NAME["readiness"].help),
    ]


def tell(meeting: Meeting, turn: Turn) -> list[Widget]:
    """Whom each lesson is told to."""
    found: list[Widget] = []
    for page in meeting.dossiers.values():
        found.append(text(name_of(page)))
        found += [
            NoteField(
                SHARED,
                lesson.we_learned,
                ", ".join(lesson.shared_with),
                why=_("Groups, separated by commas."),
                is_line=True,
                about=f"{page.experiment.id}/{lesson.id}",
            )
            for lesson in page.experiment.lessons
        ]
    return [*found, notes(meeting, turn)]
