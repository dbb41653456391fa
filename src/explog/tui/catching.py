"""Catching an idea from any page: one title, and before the first one whose log it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.tui.screens.jot import JotForm

if TYPE_CHECKING:
    from explog.journal.journal import Done
    from explog.tui.app import ExplogApp
    from explog.tui.glance import Glance


async def caught(app: ExplogApp) -> Done | None:
    """Ask for an idea and write it down; None when it was left. Only inside a worker."""
    code = only_workplace(app.glance)
    if app.glance is not None and not app.glance.workplaces:
        from explog.tui.screens.first_forms import WorkplaceForm

        code = await app.push_screen_wait(WorkplaceForm())
        if code is None:
            return None
    return await app.push_screen_wait(JotForm(code))


def only_workplace(seen: Glance | None) -> str | None:
    """The code of the log's only workplace; None where there are several, or none."""
    if seen is None or len(seen.workplaces) != 1:
        return None
    return str(seen.workplaces[0].get("key") or seen.workplaces[0]["code"])
