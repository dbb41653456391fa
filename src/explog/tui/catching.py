"""Catching an idea from any page: one title, and before the first one whose log it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.locale import _
from explog.tui.glance import Glance, outline
from explog.tui.say import say
from explog.tui.screens.jot import IsOver, JotForm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explog.journal.journal import Done
    from explog.tui.program import Program


async def caught(app: Program) -> Done | None:
    """Ask for an idea and write it down; None when it was left. Only inside a worker."""
    code = only_workplace(app.glance)
    if app.glance is not None and not app.glance.workplaces:
        code = await _asked_whose(app)
        if code is None:
            return None
    done = await app.push_screen_wait(JotForm(code))
    if isinstance(done, IsOver):
        await caught_over(app, done.typed)
        return None
    return done


async def caught_over(app: Program, given: Mapping[str, str] | None = None) -> None:
    """Ask for a test that is already over and show its page. Only inside a worker.

    Args:
        app: Where it is asked.
        given: What was typed in another form already.
    """
    from explog.tui.screens.form import FormScreen

    if app.glance is not None and not app.glance.workplaces and await _asked_whose(app) is None:
        return
    was_untouched = app.glance is not None and app.glance.is_untouched
    done = await app.push_screen_wait(FormScreen("over", given=given))
    if done is not None:
        say(app, _("{key} is in the log.").format(key=done.key))
        if was_untouched:
            await app.go_home()
        app.open_experiment(done.key)


async def _asked_whose(app: Program) -> str | None:
    """The code of the workplace that was asked for and made; None when the form was left."""
    from explog.tui.screens.first_forms import WorkplaceForm

    code = await app.push_screen_wait(WorkplaceForm())
    if code is not None:
        await app.look(outline)
    return code


def only_workplace(seen: Glance | None) -> str | None:
    """The code of the log's only workplace; None where there are several, or none."""
    if seen is None or len(seen.workplaces) != 1:
        return None
    return str(seen.workplaces[0].get("key") or seen.workplaces[0]["code"])
