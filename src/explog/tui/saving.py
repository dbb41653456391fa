"""Saving a form: what the rules say first, then the act, and where a refusal belongs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explog.errors import ConflictError
from explog.tui.answering import (
    OPENING,
    Complaint,
    commit,
    foreseen,
    newest_of,
    sorted_out,
    unclear,
    with_blanks,
)

if TYPE_CHECKING:
    from explog.errors import ExplogError
    from explog.journal.journal import Done
    from explog.tui.asked import Asked
    from explog.tui.program import Program


async def saved(app: Program, made: Asked, answers: dict[str, str]) -> Done | Complaint | None:
    """What was done; or all that is wrong, at once; None when the frame was not locked after all.

    Args:
        app: Whose journal it is.
        made: What was asked.
        answers: Every answer as typed, by question.
    """
    errors: list[ExplogError] = []
    complaint = unclear(made, answers)
    if not complaint:
        ask = partial(foreseen, made=made, answers=answers)
        complaint = await app.attempt(ask, errors.append) or complaint
    if not complaint and not errors:
        if made.act.name in OPENING and not await _is_read_aloud(app, made, answers):
            return None
        done = await app.attempt(partial(commit, made=made, answers=answers), errors.append)
        if done is not None:
            return done
    for error in errors:
        complaint = with_blanks(made, answers, sorted_out(made, error))
        if isinstance(error, ConflictError):  # both values are shown now; saving again chooses
            made.seen = await app.attempt(partial(newest_of, made=made))
    return complaint


async def _is_read_aloud(app: Program, made: Asked, answers: dict[str, str]) -> bool:
    """Whether a person read the frame aloud and locks it."""
    from explog.tui.card import card
    from explog.tui.screens.card import FrameCard

    read: bool | None = await app.push_screen_wait(FrameCard(card(made, answers)))
    return bool(read)
