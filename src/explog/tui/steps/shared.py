"""What several steps show: text, notes, agreements, the story of an experiment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary_learning import AgreementStatus
from explog.locale import _
from explog.tui.widgets.days import short_day
from explog.tui.widgets.doing import Asking, Doing
from explog.tui.widgets.note_field import NoteField
from explog.tui.widgets.pieces import run, said, word
from explog.tui.widgets.signs import tone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.widget import Widget

    from explog.domain.record.evidence import Lesson
    from explog.domain.record.fold import Document
    from explog.tui.dossier import Dossier
    from explog.tui.meeting import Meeting, Turn

ROOMY = 34
"""From this many lines of the screen on, lines that are read aloud have room between them."""

NOTE = "note"
"""The name of the field that keeps what was noted in a step."""

LATEST = {
    AgreementStatus.OPEN: "○",
    AgreementStatus.DONE: "✓",
    AgreementStatus.DROPPED: "–",
}
"""The sign of what became of an agreement."""


def text(*lines: Content) -> Static:
    """*lines* as a block of their own."""
    return Static(Content("\n").join(lines), classes="block")


class Card(Static):
    """What is read aloud, with room between the lines where the screen has room."""

    def __init__(self, lines: Sequence[Content]) -> None:
        """Show *lines*."""
        super().__init__(classes="block")
        self._lines = lines

    def on_resize(self) -> None:
        """Lay it out for the room there is."""
        is_roomy = self.app.size.height >= ROOMY
        self.update(Content("\n\n" if is_roomy else "\n").join(self._lines))


def head(title: str) -> Static:
    """A small heading inside a step."""
    return Static(word(title, "bold $mark"), classes="head")


def notes(meeting: Meeting, turn: Turn, asked: str = "") -> NoteField:
    """The place for what is noted in *turn*; it lands in the log while it is typed."""
    kept = meeting.kept(turn)
    return NoteField(
        NOTE,
        asked or _("Notes"),
        (kept.note or "") if kept is not None else "",
        why=_("No names; it is printed in the minutes."),
        about=turn.experiment or "",
        step=turn.step.code,
    )


def name_of(page: Dossier) -> Content:
    """Key and title of an experiment."""
    return run(word(f"{page.experiment.key}  ", "bold $mark"), said(page.experiment.title, "bold"))


def where(page: Dossier) -> Content:
    """How an experiment stands, in its word and colour."""
    from explog.domain.naming.labels import glyph, state_word

    state, outcome = page.experiment.state.value, str(page.derived["outcome"])
    return word(f"{glyph(state, outcome)} {state_word(state, outcome)}", tone(state, outcome))


def agreement_line(found: Document, today: date) -> Content:
    """``○ A-05 what · who · overdue since 30 Sep``."""
    status = AgreementStatus(str(found.get("status") or "open"))
    due = str(found["due"])
    day = short_day(due, today)
    if status is not AgreementStatus.OPEN:
        when = word(label(status), "$worked" if status is AgreementStatus.DONE else "$quiet")
    elif found.get("kept_on"):
        kept = short_day(str(found["kept_on"]), today)
        when = word(_("kept {kept}, by {day}").format(kept=kept, day=day), "$running")
    elif due < today.isoformat():
        when = word(_("overdue since {day}").format(day=day), "$no-net")
    else:
        when = word(_("by {day}").format(day=day), "$quiet")
    return run(
        word(f"{LATEST[status]} ", "$mark"),
        said(str(found["what"]), "bold"),
        "\n  ",
        said(f"{found['key']} · {found['role']} · ", "$quiet"),
        when,
        said(f" · {found['reason']}", "$quiet") if found.get("reason") else "",
    )


def agreements(meeting: Meeting) -> list[Widget]:
    """The agreements made in this meeting, and a line to make one."""
    lines: list[Widget] = [
        Doing(agreement_line(one, meeting.today), "settle", str(one["id"])) for one in meeting.made
    ]
    lines.insert(0, head(_("Agreed in this meeting") if lines else _("Agreements")))
    lines.append(doing(_("Agree on something"), "agree", _("what, which function, by when")))
    return lines


def doing(words: str, act: str, why: str = "", about: str = "") -> Doing:
    """A line that does something on the screen itself."""
    return Doing(_line(words, why), act, about)


def asking(
    words: str, act: str, page: Dossier, *, why: str = "", focus: str | None = None
) -> Asking:
    """A line that opens the form of *act*."""
    return Asking(_line(words, why), act, page.experiment.id, focus=focus)


def _line(words: str, why: str) -> Content:
    """``▸ words  why``."""
    return run(word("▸ ", "$mark"), word(words, "bold"), word(f"  {why}" if why else "", "$quiet"))


def lessons(page: Dossier) -> list[Widget]:
    """The lessons of an experiment; each can be opened."""
    return [lesson_line(one, page.experiment.id) for one in page.experiment.lessons]


def lesson_line(lesson: Lesson, ref: str) -> Asking:
    """One lesson in its three sentences."""
    told: list[str] = [label(lesson.theme)] if lesson.theme else [_("theme missing")]
    if lesson.evidence:
        told.append(_("sure: {n} of 5").format(n=lesson.evidence))
    parts: list[Content | str] = []
    for asked, answer in (
        (_("We observed …"), lesson.we_observed),
        (_("From that we learned …"), lesson.we_learned),
        (_("Therefore we will …"), lesson.therefore),
    ):
        if answer:
            parts += [word(f"{asked}  ", "$quiet"), said(answer), "\n"]
    return Asking(run(*parts, said(" · ".join(told), "$quiet")), "lesson", ref, element=lesson.id)


def story(pages: Sequence[Dossier]) -> list[Widget]:
    """Each experiment in a few lines: name, how it stands, what was believed and learned."""
    return [text(*story_lines(page)) for page in pages]


def story_lines(page: Dossier) -> list[Content]:
    """One experiment in a few lines."""
    lines = [run(name_of(page), "  ", where(page))]
    cycle = page.experiment.cycle
    if cycle is not None and cycle.belief:
        lines.append(run(word(_("We believed that …") + "  ", "$quiet"), said(cycle.belief)))
    lines += [
        run(word(_("From that we learned …") + "  ", "$quiet"), said(one.we_learned))
        for one in page.experiment.lessons
    ]
    return lines
