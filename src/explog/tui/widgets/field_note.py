"""What stands around a field: the question; what is wrong or understood, and the room left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from explog.locale import _, ngettext
from explog.tui.widgets.frame_checks import is_dead_end, numbered
from explog.tui.widgets.pieces import said

if TYPE_CHECKING:
    from explog.domain.acts.questions import Question
    from explog.tui.heard import Heard

ROOM_LEFT = 0.8
"""From this share of the longest answer on, the count is shown."""


def heading(question: Question, *, is_optional: bool, is_needed: bool) -> Content:
    """The question, its reason, and whether it may be left out or has become needed."""
    reason = said(f"  {question.help}" if question.help else "", "$quiet")
    state = said("  " + _("optional") if is_optional else "", "italic $quiet")
    if is_needed:
        state = said("  " + _("needed"), "bold $mark")
    return Content.assemble(said(numbered(question), "bold"), state, reason)


def note(question: Question, raw: str, understood: Heard, problem: str, hint: str) -> list[Content]:
    """The lines below the field of *question*; none where there is nothing to say.

    Args:
        question: What is asked.
        raw: The answer as typed.
        understood: What it is understood as.
        problem: What is wrong and shown now.
        hint: What the facts suggest, in words, where nothing was understood.
    """
    parts: list[Content] = []
    if problem:
        parts.append(said(f"✗ {problem}", "$outside"))
        if question.limit and len(raw) > question.limit:
            parts.append(said(_("ctrl+a selects all of it, ctrl+z takes back"), "$quiet"))
    elif understood.said or understood.doubt:
        parts.extend(said(f"= {line}", "$safely") for line in understood.said.splitlines())
        parts += [said(f"◈ {understood.doubt}", "$no-net")] if understood.doubt else []
    elif hint:
        parts.append(said(hint, "$running"))
    if not problem and is_dead_end(question, raw):
        told = _("The start waits until this is solved; what you write can be saved as it is.")
        parts.append(said(f"◈ {told}", "$no-net"))
    return parts


def held() -> Content:
    """Why enter stays here."""
    return said(_("⏎ goes on once this is clear, tab goes on without."), "$quiet")


def missed(word: str) -> Content:
    """What was typed and begins no answer that can be picked."""
    return said(_("No answer begins with “{word}”.").format(word=word), "$no-net")


def left_out(count: int) -> Content:
    """How many pasted characters were left out."""
    words = ngettext(
        "{n} character that cannot be shown was left out",
        "{n} characters that cannot be shown were left out",
        count,
    )
    return said(words.format(n=count), "$no-net")


def room(question: Question, raw: str) -> Content | None:
    """How much of the longest answer is used, once little is left."""
    limit = question.limit
    if not limit or len(raw) <= ROOM_LEFT * limit:
        return None
    return said(f"{len(raw)}/{limit}", "$quiet" if len(raw) <= limit else "$outside")
