"""Saying in passing what was written, and which key takes it back here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.locale import _
from explog.tui.say import say

if TYPE_CHECKING:
    from explog.tui.program import Program


def say_undoable(app: Program, sentence: str) -> None:
    """Say *sentence*, and the key that undoes on the page in front, where there is one."""
    live = [one.binding for one in app.screen.active_bindings.values() if one.enabled]
    undo = next((one for one in live if one.action == "app.undo"), None)
    if undo is None:
        say(app, sentence)
        return
    back = _("{undo} takes it back.").format(undo=app.get_key_display(undo))
    say(app, f"{sentence} {back}")
