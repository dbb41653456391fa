"""The programme (drejebog): what the meeting is for, and point by point what happens in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.naming.labels import label
from explog.domain.reviews.agenda import RULES, agenda_of
from explog.exchange.pages.cards import agreements_table, foot, verdict
from explog.exchange.pages.heads import minutes_said, people_said, planned
from explog.exchange.pages.sheet import Bullets, Prose, Sheet, Table
from explog.locale import _

if TYPE_CHECKING:
    from explog.domain.record.material import Material
    from explog.domain.reviews.steps import Agenda


def programme(material: Material) -> Sheet:
    """The programme of the meeting of *material*, under the headings of a drejebog."""
    review = material.review
    agenda = agenda_of(review.kind)
    sheet = Sheet(_("Programme"), review.title, planned(review, material))
    sheet.add(_("Purpose"), Prose(review.purpose or _(agenda.purpose)))
    sheet.add(_("Output"), Prose(_(agenda.output)))
    sheet.add(_("Duration"), Prose(minutes_said(agenda.minutes)))
    sheet.add(_("Participants"), Prose(people_said(review)))
    sheet.add(_("Preparation"), Bullets(tuple(map(_, agenda.preparation))))
    sheet.add(_("Experiments"), _experiments(material))
    sheet.add(
        _("Open agreements from last time"), agreements_table(material.returned, material.today)
    )
    sheet.add(_("Rules"), Bullets(tuple(map(_, RULES))))
    sheet.add(_("Programme, point by point"), _points(agenda))
    sheet.add(_("Follow-up"), Bullets(tuple(map(_, agenda.follow_up))))
    sheet.foot = foot(material)
    return sheet


def _experiments(material: Material) -> Table | None:
    """The experiments in the order they are taken, each with the reason it is on the list."""
    reasons = {pick.experiment: label(pick.reason) for pick in material.review.picks}
    rows = []
    for place, experiment in enumerate(material.experiments, 1):
        sign, words, _tone = verdict(experiment, material)
        why = reasons.get(experiment.id, "")
        told = f"{experiment.key} · {experiment.title}"
        rows.append((str(place), told, f"{sign} {words}", why.capitalize()))
    head = ("", _("Experiment"), _("Where it is"), _("Why it is on the list"))
    return Table(head, tuple(rows), widths=(6, 44, 25, 25)) if rows else None


def _points(agenda: Agenda) -> Table:
    """Every step with its minutes, its cue and what there is afterwards."""
    rows, begun = [], 0
    for step in agenda.steps:
        ended = begun + step.minutes
        rows.append((f"{begun}–{ended}", f"{step.title}\n{step.said}", step.output))
        begun = ended
    head = (_("Minutes"), _("What happens"), _("Output"))
    return Table(head, tuple(rows), widths=(13, 57, 30), titled=1)
