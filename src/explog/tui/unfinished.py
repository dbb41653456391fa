"""Forms that were begun and not finished: what they are called, which still fit, going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.acts.catalogue import BY_NAME
from explog.domain.naming.labels import state_word
from explog.domain.naming.vocabulary import State
from explog.locale import N_, _, ngettext
from explog.tui.keys_named import key_of
from explog.tui.say import MOST_LINES, say

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
    unfit = [one for one in app.keeper.unfinished.values() if _is_unfit(one.place, app.keeper.rows)]
    told = [_let_go(app, draft) for draft in unfit[:MOST_LINES]]  # the others the next time
    if told:
        # a warning: the form that comes next lets anything else go at once
        say(app, "\n".join(told), "warning")


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


def told_unfit(app: Program, place: Place) -> str:
    """What was begun in the form *place*, which cannot be opened now, let go of; empty for none."""
    draft = app.keeper.unfinished.get(place)
    return _let_go(app, draft) if draft is not None else ""


def _is_unfit(place: Place, rows: Rows) -> bool:
    """Whether the act of *place* is known not to fit its experiment any more."""
    row = rows.get(place.subject)
    return row is not None and place.act in BY_NAME and not _fits(place, row)


def _fits(place: Place, row: ExperimentRow) -> bool:
    """Whether the act of *place* can still happen to the experiment of *row*."""
    if place.act == "edit" or place.element is not None:
        return True
    return place.act in BY_NAME and State(row.state) in BY_NAME[place.act].sources


def _let_go(app: Program, draft: Draft) -> str:
    """Drop *draft*; in one line that it does not fit any more and what it held."""
    texts = " · ".join(line for raw in draft.answers.values() for line in raw.splitlines())
    texts = texts if len(texts) <= MOST_TOLD else texts[:MOST_TOLD] + " …"
    words = _("“{name}” was begun and does not fit any more. It held: {texts}")
    row = app.keeper.rows.get(draft.place.subject)
    if row is not None:
        words = _("“{name}” was begun and does not fit any more: it is {state}. It held: {texts}")
    state = state_word(row.state, row.outcome) if row is not None else ""
    app.keeper.drop(draft.place)
    return words.format(name=named(draft.place, app.keeper.rows), state=state, texts=texts)
