"""The lines at the top of an experiment's page: what it is called, where it is, its life line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.naming.labels import glyph, label, state_word
from explog.domain.naming.vocabulary import LiveFrame
from explog.locale import _
from explog.tui.widgets import sections
from explog.tui.widgets.life_line import life_line
from explog.tui.widgets.pieces import ends, run, said, word
from explog.tui.widgets.signs import tone

if TYPE_CHECKING:
    from textual.content import Content

    from explog.tui.dossier import Dossier

FRAMES = {
    LiveFrame.INSIDE: ("", "$worked"),
    LiveFrame.CLOSE: ("! ", "$no-net"),
    LiveFrame.NO_NET: ("! ", "$no-net"),
    LiveFrame.OUTSIDE: ("◆ ", "$outside"),
}
"""The live frame's sign and colour."""

ROOMY = 90
"""From this many columns on, key, title and state stand on one line."""


def top_lines(page: Dossier, width: int) -> list[Content]:
    """The two or three lines at the top."""
    experiment, derived = page.experiment, page.derived
    state, outcome = experiment.state.value, str(derived["outcome"])
    colour = tone(state, outcome)
    where = word(
        " · ".join(
            [f"{glyph(state, outcome)} {state_word(state, outcome)}", *sections.standing(page)]
        ),
        colour,
    )
    if experiment.archived:
        where = run(where, word(" · " + _("archived"), "$quiet"))
    name = run(word(f"{experiment.key}  ", "bold $mark"), said(experiment.title, "bold"))
    frame = _frame_word(page)
    if width >= ROOMY:
        line = life_line(experiment.state, width - frame.cell_length - 2, outcome)
        return [ends(name, where, width), ends(line, frame, width)]
    return [
        *name.wrap(max(1, width))[:2],
        ends(where, frame, width),
        life_line(experiment.state, width, outcome),
    ]


def _frame_word(page: Dossier) -> Content:
    """How the test stands to its frame today."""
    if page.derived["live_frame"] is None:
        return word("")
    live = LiveFrame(page.derived["live_frame"])
    sign, colour = FRAMES[live]
    return word(sign + label(live), colour)
