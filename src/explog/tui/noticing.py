"""Asking about a measurement that meets a stop criterion, and doing what was answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explog.domain.judging.notices import Notice
    from explog.journal.journal import Done
    from explog.tui.program import Program


async def asked_about(app: Program, ref: str, notice: Notice) -> Done | None:
    """Show *notice* about the experiment *ref*; what was done, or None when it was put off."""
    from explog.journal.observing import answered
    from explog.tui.screens.notice import NoticeScreen

    said = await app.push_screen_wait(NoticeScreen(notice))
    if said is None:
        return None
    return await app.attempt(partial(answered, ref, notice, said.reason))
