"""Confirming by one key that something in daily operation still works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.locale import N_, _
from explog.tui.commands import Command
from explog.tui.keys_named import key_of
from explog.tui.say import say

if TYPE_CHECKING:
    from explog.journal.journal import Done, Journal
    from explog.tui.program import Program

CONFIRM = Command(
    "confirm",
    "c",
    N_("Still works"),
    N_("Confirm that what is in daily operation still works, as of today."),
    in_footer=True,
    off=N_("There is nothing here to confirm."),
)
"""The one key that brings something unconfirmed back to green."""


async def confirmed(app: Program, ref: str) -> bool:
    """Whether the experiment *ref* could be confirmed as of today; says what came of it."""

    def confirm(journal: Journal) -> Done:
        return journal.act("confirm", ref)

    done = await app.attempt(confirm)
    if done is not None:
        say(
            app,
            _("{key}: confirmed today. {undo} takes it back.").format(
                key=done.key, undo=key_of(app, "undo")
            ),
        )
    return done is not None
