"""The first step of every meeting: purpose, rules, and the agreements from last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from explog.domain.reviews.agenda import RULES
from explog.locale import _
from explog.tui.steps.shared import Card, agreement_line, head, name_of, notes, text
from explog.tui.widgets.doing import Doing
from explog.tui.widgets.pieces import run, said, word

if TYPE_CHECKING:
    from textual.widget import Widget

    from explog.tui.meeting import Meeting, Turn


def frame(meeting: Meeting, turn: Turn) -> list[Widget]:
    """Purpose and rules to read aloud, what it is about, open agreements."""
    purpose = meeting.review.purpose
    told = said(purpose) if purpose else word(_(meeting.agenda.purpose))
    rules = [word(_(rule), "italic") for rule in RULES]
    found: list[Widget] = [Card([told, *rules])]
    pages = list(meeting.dossiers.values())
    if pages:
        found.append(text(*(name_of(page) for page in pages)))
    found.append(head(_("Open agreements from last time")))
    if not meeting.open:
        found.append(text(word("✓ " + _("none: everything is settled"), "$worked")))
    found += [
        Doing(agreement_line(one, meeting.today), "settle", str(one["id"])) for one in meeting.open
    ]
    if meeting.open:
        told = word(_("⏎ on a line: done, kept or dropped"), "$quiet")
        found.append(text(Content("\n").join([run(told)])))
    return [*found, notes(meeting, turn)]
