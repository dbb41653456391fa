"""Help: an experiment's life in four lines, then the keys that work on the page below."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from explog.domain.labels import glyph, label
from explog.domain.vocabulary import State
from explog.locale import N_, _
from explog.tui.commands import Command, bindings
from explog.tui.widgets.pieces import Column, run, table, word
from explog.tui.widgets.signs import tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import App, ComposeResult
    from textual.binding import BindingType
    from textual.screen import ActiveBinding, Screen

_LIFE = (State.IDEA, State.PLANNED, State.RUNNING, State.IN_REVIEW, State.ADOPTED, State.SCALED)
_STEPS = (
    (
        "◔",
        "$quiet",
        N_("Before the start you set the frame: what must not be crossed, and when to stop."),
    ),
    (
        "◐",
        "$running",
        N_("After the end you judge: adopt it, adapt it in a new cycle, or abandon it."),
    ),
    (
        "◇",
        "$safely",
        N_("What failed inside the frame failed safely. The lesson is what you gain."),
    ),
)
_COLUMNS = (Column(), Column(), Column(grow=1, least=10))

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
        lines = [word(_("An experiment's life"), "bold"), life(), *_steps(), Content()]
        for title, rows in self._keys:
            lines += [word(title, "bold"), *table(rows, _COLUMNS, width), Content()]
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


def life() -> Content:
    """The first line: the stations of a life that goes well."""
    arrow = word(" → ", "$quiet")
    return arrow.join(
        word(f"{glyph(state, _outcome(state))} {label(state)}", tone(state, _outcome(state)))
        for state in _LIFE
    )


def _outcome(state: State) -> str:
    """The outcome that goes with *state* on the way."""
    return state.value if state in {State.ADOPTED, State.SCALED} else "ongoing"


def _steps() -> list[Content]:
    """The other three lines."""
    return [run(word(mark, style), " ", word(_(sentence))) for mark, style, sentence in _STEPS]


def _groups(app: App[object], below: Screen[object]) -> list[tuple[str, list[list[Content]]]]:
    """The live keys of *below*, its own first, then those that work everywhere."""
    here: dict[tuple[str, str], list[str]] = {}
    everywhere: dict[tuple[str, str], list[str]] = {}
    for active in below.active_bindings.values():
        binding = active.binding
        if active.enabled and binding.description and binding.tooltip:
            group = everywhere if active.node is app else here
            group.setdefault((_(binding.description), _(binding.tooltip)), []).append(
                _sign(app, active)
            )
    named = ((_("On this page"), here), (_("Everywhere"), everywhere))
    return [(title, [_line(*line) for line in group.items()]) for title, group in named if group]


def _sign(app: App[object], active: ActiveBinding) -> str:
    """How a key is drawn here, where every key has its own place."""
    binding = active.binding
    return app.get_key_display(binding.with_key(binding.key, None))


def _line(what: tuple[str, str], keys: list[str]) -> list[Content]:
    """Keys, name, explanation."""
    return [
        word(" ".join(dict.fromkeys(keys)), "bold $mark"),
        word(what[0]),
        word(what[1], "$quiet"),
    ]
