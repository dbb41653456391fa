"""Saving a form: what the rules say first, then the act, and where a refusal belongs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explog.errors import ConflictError
from explog.locale import _
from explog.tui.answering import (
    OPENING,
    UNSTARTED,
    commit,
    foreseen,
    newest_of,
    unclear,
    unstarted,
    with_blanks,
)
from explog.tui.complaint import Complaint, sorted_out

if TYPE_CHECKING:
    from explog.errors import ExplogError
    from explog.journal.journal import Done
    from explog.tui.asked import Asked
    from explog.tui.program import Program


async def saved(
    app: Program, asked: Asked, answers: dict[str, str], *, may_start: bool = True
) -> Done | Complaint | None:
    """What was done; or all that is wrong, at once; None when the frame was not locked after all.

    Args:
        app: Whose journal it is.
        asked: What was asked.
        answers: Every answer as typed, by question.
        may_start: Whether a start is meant, not only its frame as it is.
    """
    made = asked if may_start else unstarted(asked)
    errors: list[ExplogError] = []
    complaint = unclear(made, answers)
    if not complaint:
        ask = partial(foreseen, made=made, answers=answers)
        complaint = await app.attempt(ask, errors.append) or complaint
        if made.act.name == "start" and complaint and complaint.instead is None:
            complaint.instead = UNSTARTED
            complaint.below.append(_("It cannot start yet; what is written can be saved as it is."))
    if not complaint and not errors:
        if made.act.name in OPENING and not await _is_read_aloud(app, made, answers):
            return None
        done = await app.attempt(partial(commit, made=made, answers=answers), errors.append)
        if done is not None:
            return done
    for error in errors:
        complaint = with_blanks(made, answers, sorted_out(made, error))
        if isinstance(error, ConflictError):  # both values are shown now; saving again chooses
            asked.seen = await app.attempt(partial(newest_of, made=asked))
    if complaint and not may_start:  # saving again is meant so too
        complaint.instead = UNSTARTED
    return complaint


async def _is_read_aloud(app: Program, made: Asked, answers: dict[str, str]) -> bool:
    """Whether a person read the frame aloud and locks it."""
    from explog.tui.card import card
    from explog.tui.screens.card import FrameCard

    read: bool | None = await app.push_screen_wait(FrameCard(card(made, answers)))
    return bool(read)
