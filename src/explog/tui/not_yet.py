"""Where a form cannot be opened now: why, and the acts that lead there, to go on with at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.acts.catalogue import ACTS, BY_NAME, acts_in
from explog.domain.acts.missing import MissingError, NotNowError
from explog.domain.naming.vocabulary import State
from explog.tui.say import say
from explog.tui.screens.choosing import ChoosingScreen
from explog.tui.unfinished import told_unfit

if TYPE_CHECKING:
    from explog.domain.acts.act import Act
    from explog.domain.acts.draft import Place
    from explog.errors import ExplogError
    from explog.journal.journal import Done
    from explog.tui.program import Program


async def instead_of(app: Program, place: Place, error: ExplogError) -> Done | None:
    """What was done instead of the act of the form *place*, refused with *error*; None for nothing.

    What was typed into that form before is told, for it does not fit any more. Only in a worker.
    """
    from explog.tui.screens.form import FormScreen

    leads: list[Act] = []
    if place.act in BY_NAME:
        there = await app.attempt(lambda log: log.experiment(place.subject), lambda _error: None)
        leads = leading_on(place.act, there.state, error) if there is not None else []
    why = "\n".join(filter(None, (str(error), told_unfit(app, place))))
    if not leads:
        say(app, why, "warning")
        return None
    offered = [(act.name, act.spoken, act.help) for act in leads]
    title = BY_NAME[place.act].spoken
    chosen = await app.push_screen_wait(ChoosingScreen(title, offered, why))
    if chosen is None:
        return None
    return await app.push_screen_wait(FormScreen(chosen, place.subject))


def leading_on(name: str, state: State, error: ExplogError) -> list[Act]:
    """The acts that can happen in *state* where the act *name* was refused with *error*."""
    possible = acts_in(state)
    if isinstance(error, MissingError):
        codes = {item.code for item in error.items}
        return [act for act in possible if act.is_transition and act.name in codes]
    if isinstance(error, NotNowError):
        return [act for act in possible if act.is_transition] or possible[:1]
    if name == "observe":
        first = "plan" if state is State.IDEA else "measure"
        return [act for act in ACTS if act.name == first and act in possible]
    return []
