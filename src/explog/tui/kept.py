"""What is said when a form is left: what of it waits for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.acts.draft import without_numbers
from explog.locale import _
from explog.tui.say import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explog.tui.program import Program


def tell_kept(app: Program, typed: Mapping[str, str]) -> None:
    """Say what of *typed* is kept; text with a person number never is."""
    if app.keeper.is_refused:
        say(app, _("What you type is kept only until explog is closed."), "warning")
    elif without_numbers(typed) == dict(typed):
        say(app, _("What you typed is kept for the next time."))
    else:
        told = _("The text with a person number is not kept; the rest is kept for the next time.")
        say(app, told, "warning")
