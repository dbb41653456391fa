"""Making an agreement and saying what became of one, from any page. Only inside a worker."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from explog.domain.acts.draft import Place
from explog.domain.moments import shown_day
from explog.locale import N_, _
from explog.tui.say_undoable import say_undoable
from explog.tui.screens.choosing import ChoosingScreen
from explog.tui.screens.meeting_forms import AGREE, SETTLE, MeetingForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explog.domain.record.fold import Document
    from explog.journal.journal import Done, Journal
    from explog.tui.program import Program

WAYS = (
    ("done", N_("Done"), N_("It happened.")),
    ("kept", N_("Kept"), N_("It stands; the day may be moved.")),
    ("dropped", N_("Dropped"), N_("It is not done after all; say why.")),
)
"""What can become of an open agreement."""

SETTLED = {
    "done": N_("{key} is done."),
    "kept": N_("{key} stands."),
    "dropped": N_("{key} is dropped."),
    "open": N_("{key} is open again."),
}
"""What is said when it is written down."""

AGAIN = (("open", N_("Open again"), N_("It comes back until it is settled.")),)
"""What can become of a closed one."""


async def agreed(
    app: Program, review: str | None = None, experiments: Sequence[str] = (), what: str = ""
) -> Done | None:
    """Ask for an agreement and write it down; None when it was left.

    Args:
        app: Where it is asked.
        review: The meeting it is made in.
        experiments: What it is about.
        what: What stands in the form already.
    """
    words = (
        _("An agreement"),
        _("What one function does by when. It comes back in every meeting until it is settled."),
    )
    save = partial(_agree, review=review, experiments=tuple(experiments))
    place = Place("agree", review or "")
    needed = ("what", "role", "due")
    form = MeetingForm(words, AGREE, save, {"what": what}, place=place, needed=needed)
    return await app.push_screen_wait(form)


async def settled(app: Program, agreement: Document, review: str | None = None) -> Done | None:
    """Ask what became of *agreement* and write it down; None when it was left."""
    is_open = agreement.get("status", "open") == "open"
    offered = [(value, _(title), _(why)) for value, title, why in (WAYS if is_open else AGAIN)]
    to = await app.push_screen_wait(ChoosingScreen(str(agreement["what"]), offered))
    if to is None:
        return None
    return await settled_as(app, agreement, to, review)


async def settled_as(
    app: Program, agreement: Document, to: str, review: str | None = None
) -> Done | None:
    """Write down that *agreement* is *to* (``done``, ``kept``, ``dropped``, ``open``).

    Asks for the reason or the new day where there is one to give.
    """
    ref = str(agreement["id"])
    save = partial(_settle, ref=ref, to=to, review=review)
    if to in {"done", "open"}:
        done = await app.attempt(partial(save, answers={}))
        return _told(app, done, agreement, to)
    questions = SETTLE if to == "kept" else SETTLE[:1]
    titles = {value: _(title) for value, title, _why in WAYS}
    due = shown_day(date.fromisoformat(str(agreement["due"])))
    words = (titles[to], _("{what} · {role} · {due}"))
    told = words[1].format(what=agreement["what"], role=agreement["role"], due=due)
    needed = ("reason",) if to == "dropped" else ()
    done = await app.push_screen_wait(
        MeetingForm((words[0], told), questions, save, place=Place(to, ref), needed=needed)
    )
    return _told(app, done, agreement, to)


def _told(app: Program, done: Done | None, agreement: Document, to: str) -> Done | None:
    """*done*, after saying what became of *agreement* and how it is taken back."""
    if done is not None:
        say_undoable(app, _(SETTLED[to]).format(key=agreement["key"]))
    return done


def _agree(
    journal: Journal, answers: dict[str, str], *, review: str | None, experiments: Sequence[str]
) -> Done:
    """Write the agreement down."""
    from explog.journal.agreements import agree

    return agree(
        journal,
        answers["what"],
        answers["role"],
        answers["due"],
        review=review,
        experiments=experiments,
    )


def _settle(
    journal: Journal, answers: dict[str, str], *, ref: str, to: str, review: str | None
) -> Done:
    """Write down what became of the agreement *ref*."""
    from explog.journal.agreements import settle

    return settle(
        journal,
        ref,
        to,
        reason=answers.get("reason") or None,
        due=answers.get("due") or None,
        review=review,
    )
