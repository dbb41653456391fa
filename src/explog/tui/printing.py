"""Writing the page of a meeting, saying where it is, and offering to open it. Inside a worker."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explog.locale import _
from explog.tui.say import say
from explog.tui.screens.confirm import ConfirmScreen

if TYPE_CHECKING:
    from explog.tui.program import Program

PROGRAMME, MINUTES = "programme", "minutes"
"""The page before a meeting and the page after it."""


async def printed(app: Program, page: str, key: str) -> None:
    """Write the *page* of the meeting *key* and say where; open it where that is wanted."""
    if app.print_page is None:
        say(app, _("Pages cannot be printed from here."), "warning")
        return
    path = await app.or_say_why(app.desk.call(partial(app.print_page, page, key)))
    if path is None:
        return
    told = _("The page is written: {path}").format(path=path)
    told = "\n\n".join([told, _("Open it in the browser?")])
    if await app.push_screen_wait(ConfirmScreen(told, _("Open it"), _("Not now"))):
        app.open_url(path.as_uri())
