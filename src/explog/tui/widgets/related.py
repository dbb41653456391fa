"""You may have tried this before: up to three earlier experiments beside a new belief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from explog.locale import _
from explog.tui.keys_named import key_of
from explog.tui.screens.form_keys import RELATED
from explog.tui.widgets.pieces import run, said, word
from explog.tui.widgets.signs import sign_of, word_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from explog.tui.program import Program
    from explog.tui.recall import Earlier

MOST_BELOW = 5
"""Lines below a form at most: a rim, the headline, three experiments."""

BECAUSE = 3
"""So many pairs of words are shown."""


class RelatedPanel(Vertical):
    """Earlier experiments with their lesson; gone while there are none."""

    app: Program

    class Shown(Message):
        """Something else is shown now, or nothing."""

    @property
    def lines(self) -> int:
        """The lines it takes below a form."""
        return min(MOST_BELOW, len(self._shown) + 2) if self._shown else 0

    def compose(self) -> ComposeResult:
        """The headline and the list."""
        told = run(
            word(f"{key_of(self.app, 'related', [RELATED])}  ", "$quiet"),
            word(_("You may have tried this before"), "bold $mark"),
        )
        yield Static(told)
        yield OptionList(compact=True, markup=False)

    def show(self, earlier: Sequence[Earlier]) -> None:
        """Show *earlier*; nothing at all where there is none."""
        options = self.query_one(OptionList)
        is_beside = self.has_class("-beside")
        options.clear_options()
        options.add_options(
            Option(_told(one) if is_beside else _in_a_line(one), id=one.row.key) for one in earlier
        )
        options.highlighted = 0 if earlier else None
        self.display = bool(earlier)
        self._shown = list(earlier)
        self.post_message(self.Shown())

    _shown: list[Earlier] = []  # noqa: RUF012 - replaced, never changed

    def stand(self, *, beside: bool) -> None:
        """Stand beside the form, or below it."""
        if beside != self.has_class("-beside"):
            self.set_class(beside, "-beside")
            self.show(self._shown)

    def enter(self) -> None:
        """Move into the list; open the only one."""
        options = self.query_one(OptionList)
        if self.display and options.option_count == 1:
            self.app.open_experiment(str(options.get_option_at_index(0).id))
        elif self.display:
            options.focus()

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        """Show the one that was chosen; the form waits below."""
        event.stop()
        self.app.open_experiment(str(event.option_id))


def _told(one: Earlier) -> Content:
    """One experiment in a few lines: what it was, what it taught, why it is shown."""
    head = run(sign_of(one.row), word(f" {one.row.key} ", "bold"), said(one.row.title))
    lines = [head, run("  ", word_of(one.row))]
    if one.found.learned:
        lines.append(said(one.found.learned, "italic"))
    pairs = ", ".join(_pair(*pair) for pair in one.found.matched[:BECAUSE])
    lines += [said(_("because of: {words}").format(words=pairs), "$quiet"), word("")]
    return Content("\n").join(lines)


def _in_a_line(one: Earlier) -> Content:
    """The same in one line, as far as there is room."""
    learned = said(f"  {one.found.learned}" if one.found.learned else "", "$quiet")
    return run(sign_of(one.row), word(f" {one.row.key} ", "bold"), said(one.row.title), learned)


def _pair(written: str, other: str) -> str:
    """A word of the idea and the one it met; one word where they are the same."""
    return written if written == other else f"{written} ~ {other}"
