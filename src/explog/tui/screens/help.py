"""Help: an experiment's life in four lines, then the keys that work on the page below."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from explog.domain.naming.labels import glyph, label
from explog.domain.naming.vocabulary import State
from explog.locale import N_, _
from explog.tui.commands import Command, bindings, off
from explog.tui.widgets.pieces import GAP, padded, run, word
from explog.tui.widgets.signs import tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import App, ComposeResult
    from textual.binding import BindingType
    from textual.screen import Screen

    Named = dict[tuple[str, str], list[str]]

_LIFE = (State.IDEA, State.PLANNED, State.RUNNING, State.IN_REVIEW, State.ADOPTED, State.SCALED)
_STEPS = (
    ("◔", "$quiet", N_("Before the start, set the frame: what must not be crossed, when to stop.")),
    (
        "◐",
        "$running",
        N_("After the end, judge: adopt it, adapt it in a new cycle, or abandon it."),
    ),
    ("◇", "$safely", N_("What failed inside the frame failed safely. The lesson is your gain.")),
)
_ROOM = 36
"""The least width of the explanations beside the keys; with less they stand below."""

COMMANDS_HERE = (
    Command(
        "dismiss",
        "escape,q,question_mark,f1,enter",
        N_("Close"),
        N_("Back to the page."),
        in_footer=True,
        shown="esc",
    ),
)


class HelpText(Static):
    """The whole text, laid out for the width there is."""

    def __init__(self, keys: Iterable[tuple[str, list[list[Content]]]]) -> None:
        """Show *keys*: titled groups of lines of key, name and explanation."""
        super().__init__()
        self._keys = list(keys)

    def render(self) -> Content:
        """Life, then keys."""
        width = self.content_size.width or 60
        lines = [word(_("An experiment's life"), "bold"), *life(width), *_steps(width), Content()]
        every = [row for _title, rows in self._keys for row in rows]
        widths = [max((row[n].cell_length for row in every), default=0) for n in (0, 1)]
        for title, rows in self._keys:
            lines += [word(title, "bold"), *_explained(rows, widths, width), Content()]
        return Content("\n").join(lines[:-1])


class HelpScreen(ModalScreen[None]):
    """A page over the page."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)

    def __init__(self, below: Screen[object]) -> None:
        """Explain the keys of the screen *below*."""
        super().__init__()
        self._below = below

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll() as box:
            box.border_title = Content(_("Help"))
            box.border_subtitle = Content(_("esc closes"))
            yield HelpText(_groups(self.app, self._below))


def life(width: int) -> list[Content]:
    """The stations of a life that goes well, none of them torn apart at the end of a line."""
    lines = [Content()]
    for state in _LIFE:
        station = word(
            f"{glyph(state, _outcome(state))} {label(state)}", tone(state, _outcome(state))
        )
        joined = run(lines[-1], word(" → ", "$quiet"), station) if lines[-1] else station
        if joined.cell_length > width:
            lines.append(run(word("→ ", "$quiet"), station))
        else:
            lines[-1] = joined
    return lines


def _outcome(state: State) -> str:
    """The outcome that goes with *state* on the way."""
    return state.value if state in {State.ADOPTED, State.SCALED} else "ongoing"


def _steps(width: int) -> list[Content]:
    """The other three lines, folded under their beginning where there is no room."""
    lines = []
    for mark, style, sentence in _STEPS:
        for n, part in enumerate(word(_(sentence)).wrap(max(1, width - 2))):
            lines.append(run("  " if n else run(word(mark, style), " "), part))
    return lines


def _explained(rows: list[list[Content]], widths: list[int], width: int) -> list[Content]:
    """Keys, names and explanations; what does not fit on a line goes on below its beginning."""
    keys, names = widths
    indent = keys + names + 2 * GAP
    is_beside = width - indent >= _ROOM
    lines = []
    for key, name, about in rows:
        start = run(padded(key, keys), " " * GAP, padded(name, names) if is_beside else name)
        below = " " * indent if is_beside else " " * GAP
        parts = about.wrap(max(1, width - len(below)))
        if is_beside:
            lines += [run(start, " " * GAP, parts[0]), *(run(below, part) for part in parts[1:])]
        else:
            lines += [start, *(run(below, part) for part in parts)]
    return lines


def _groups(app: App[None], below: Screen[object]) -> list[tuple[str, list[list[Content]]]]:
    """The live keys of *below*, its own first; last those that do nothing now, and why."""
    here: Named = {}
    everywhere: Named = {}
    resting: Named = {}
    for active in below.active_bindings.values():
        binding, reason = active.binding, off(active)
        about = reason or (binding.tooltip if active.enabled else "")
        if binding.description and about:
            group = resting if reason else everywhere if active.node is app else here
            group.setdefault((_(binding.description), _(about)), []).append(
                app.get_key_display(binding)
            )
    named = ((_("On this page"), here), (_("Everywhere"), everywhere), (_("Not now"), resting))
    return [(title, [_line(*line) for line in group.items()]) for title, group in named if group]


def _line(what: tuple[str, str], keys: list[str]) -> list[Content]:
    """Keys, name, explanation."""
    return [
        word(" ".join(dict.fromkeys(keys)), "bold $mark"),
        word(what[0]),
        word(what[1], "$quiet"),
    ]
