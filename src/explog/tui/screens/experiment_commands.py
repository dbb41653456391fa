"""What the keys do on the page of one experiment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from explog.domain.acts.catalogue import BY_NAME
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import State
from explog.locale import N_, _
from explog.tui.commands import COPY, Command, Told
from explog.tui.confirming import CONFIRM
from explog.tui.widgets.list_keys import EDGE, LEAP, STEP

if TYPE_CHECKING:
    from textual.binding import Binding

    from explog.tui.dossier import Dossier

COMMANDS_HERE = (
    Command("primary", "p", N_("Next step"), N_("The one next step."), in_footer=True),
    Command("form('note')", "t", N_("Note"), N_("Write a line in the logbook."), in_footer=True),
    Command("more", "m", N_("More"), N_("Everything that can be done now."), in_footer=True),
    Command("form('observe')", "o", N_("Observe"), N_("Write down a measurement.")),
    Command("grid", "w", N_("Measurements"), N_("Type, paste and correct measurements.")),
    Command("chart", "d", N_("Read the chart"), N_("Read the run chart point by point.")),
    Command("form('lesson')", "l", N_("Learn"), N_("Write down what was learned.")),
    Command("form('start')", "f", N_("Start"), N_("Set the frame, read it aloud, and lock it.")),
    Command(
        "form('end')",
        "x",
        N_("End the test"),
        N_("Say when and why it ended and what each limit came to."),
    ),
    Command("form('edit')", "e", N_("Edit"), N_("Change what is not locked.")),
    Command("archive", "a", N_("Archive"), N_("Take it out of sight; it can be brought back.")),
    Command(
        "history",
        "h",
        N_("History"),
        N_("What happened, who did it, and what single fields were before."),
    ),
    CONFIRM,
    COPY,
    Command("scroll(1)", "down,j", *STEP, is_movement=True),
    Command("scroll(-1)", "up,k", *STEP, is_movement=True),
    Command("leap(1)", "pagedown,space", *LEAP, is_movement=True, shown="PgDn"),
    Command("leap(-1)", "pageup", *LEAP, is_movement=True, shown="PgUp"),
    Command("edge(0)", "g,home", *EDGE, is_movement=True),
    Command("edge(1)", "G,end", *EDGE, is_movement=True),
)
"""Everything the keys do on the page of one experiment."""


def keys_of(page: Dossier) -> list[Binding]:
    """The keys as they are for *page*: the next step has its name, what cannot be now says why."""
    made = (one for command in COMMANDS_HERE for one in command.bindings())
    return [_key_of(page, one) for one in made]


def _key_of(page: Dossier, key: Binding) -> Binding:
    """*key* as it is for *page*."""
    if key.action == "primary" and page.steps:
        first = BY_NAME[page.steps[0].act]
        return replace(key, description=first.title, tooltip=first.about)
    if key.action == "archive" and page.experiment.archived:
        return replace(key, description=N_("Bring back"))
    if key.action == "confirm":
        return replace(key, show="confirmation_missing" in page.derived["attention"])
    act = BY_NAME.get(key.action.removeprefix("form('").removesuffix("')"))
    if act is not None and page.experiment.state not in act.sources:
        states = ", ".join(label(state) for state in State if state in act.sources)
        return replace(
            key, group=Told(off=_("Only when it is: {states}").format(states=states), rests=True)
        )
    return key
