"""Forms that were begun and not finished: what they are called, which still fit, going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.acts.catalogue import BY_NAME
from explog.domain.naming.labels import state_word
from explog.domain.naming.vocabulary import State
from explog.locale import N_, _, ngettext
from explog.tui.keys_named import key_of
from explog.tui.say import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from explog.domain.acts.draft import Draft, Place
    from explog.domain.record.rows import ExperimentRow
    from explog.tui.program import Program

    Rows = Mapping[str, ExperimentRow]
    """Id → row of the experiments that drafts speak of."""

OF_NOTHING = {
    "workplace": N_("Your workplace"),
    "jot": N_("A new idea"),
    "over": N_("Over already"),
}
"""The forms that are about no experiment, by what they are called."""

MOST_TOLD = 300
"""Characters of a draft that are read out when it is let go."""


async def settle(app: Program) -> None:
    """Find out what the forms are about; what does not fit any more is told and let go."""
    ids = sorted({place.subject for place in app.keeper.unfinished if place.subject})
    if ids:
        rows = await app.or_say_why(app.desk.read(lambda library: library.rows_of(ids)))
        app.keeper.rows = {row.id: row for row in rows or ()}
    for draft in [*app.keeper.unfinished.values()]:
        row = app.keeper.rows.get(draft.place.subject)
        if row is not None and draft.place.act in BY_NAME and not _fits(draft.place, row):
            _let_go(app, draft, row)


def fitting(drafts: Iterable[Draft], rows: Rows) -> list[Draft]:
    """Those of *drafts* that can be gone on with, the newest last."""
    return [
        draft
        for draft in drafts
        if draft.place.act in OF_NOTHING
        or (draft.place.subject in rows and _fits(draft.place, rows[draft.place.subject]))
    ]


def named(place: Place, rows: Rows) -> str:
    """``AMB-04 · End the test``."""
    if place.act in OF_NOTHING:
        return _(OF_NOTHING[place.act])
    act = BY_NAME[place.act].spoken if place.act in BY_NAME else _("Edit")
    return f"{rows[place.subject].key} · {act}" if place.subject in rows else act


def told(app: Program) -> str:
    """The quiet line of the first page; empty where everything is finished."""
    left = fitting(app.keeper.unfinished.values(), app.keeper.rows)
    if not left:
        return ""
    said = ngettext(
        "A form was not finished: {name} – {go_on} opens it.",
        "{n} forms were not finished, the newest: {name} – {go_on} opens it.",
        len(left),
    )
    return said.format(
        n=len(left),
        name=named(left[-1].place, app.keeper.rows),
        go_on=key_of(app, "unfinished"),
    )


def go_on(app: Program) -> None:
    """Open the form that was left last."""
    left = fitting(app.keeper.unfinished.values(), app.keeper.rows)
    if not left:
        say(app, _("There is no form that was not finished."))
        return
    place = left[-1].place
    if place.act in {"jot", "workplace"}:
        app.action_new()
    elif place.act == "over":
        app.action_over()
    elif place.element == "sheet":
        from explog.tui.screens.observations import ObservationsScreen

        app.push_screen(ObservationsScreen(place.subject))
    else:
        from explog.tui.screens.form import FormScreen

        app.push_screen(FormScreen(place.act, place.subject, place.element))


def told_unfit(app: Program, place: Place) -> None:
    """Tell what was begun in the form *place*, which cannot be opened now, and let go of it."""
    draft = app.keeper.unfinished.get(place)
    if draft is not None:
        _let_go(app, draft, app.keeper.rows.get(place.subject))


def _fits(place: Place, row: ExperimentRow) -> bool:
    """Whether the act of *place* can still happen to the experiment of *row*."""
    if place.act == "edit" or place.element is not None:
        return True
    return place.act in BY_NAME and State(row.state) in BY_NAME[place.act].sources


def _let_go(app: Program, draft: Draft, row: ExperimentRow | None) -> None:
    """Say that *draft* does not fit any more and what it held; then it is dropped."""
    texts = " · ".join(draft.answers.values())
    texts = texts if len(texts) <= MOST_TOLD else texts[:MOST_TOLD] + " …"
    words = _("“{name}” was begun and does not fit any more. It held: {texts}")
    if row is not None:
        words = _("“{name}” was begun and does not fit any more: it is {state}. It held: {texts}")
    state = state_word(row.state, row.outcome) if row is not None else ""
    say(app, words.format(name=named(draft.place, app.keeper.rows), state=state, texts=texts))
    app.keeper.drop(draft.place)
