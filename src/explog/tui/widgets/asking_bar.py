"""Where the list is asked: the field, what fits next, what is wrong, and the conditions as chips.

What stands in the field is all there is: chips, filters and saved views only change its text.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from explog.domain.query.completing import token_start
from explog.domain.query.error import QueryError
from explog.domain.query.query import Query
from explog.domain.query.writing import in_force
from explog.tui import asking
from explog.tui.widgets.chips import Chips
from explog.tui.widgets.offers import Offers
from explog.tui.widgets.pieces import said
from explog.tui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content

    from explog.domain.query.completing import Vocabulary


class AskingBar(Vertical):
    """One line; more of them while something is wrong or conditions are in force."""

    class Asked(Message):
        """Something else is asked for."""

        def __init__(self, query: Query) -> None:
            """Keep the *query*."""
            super().__init__()
            self.query = query

    class Left(Message):
        """A person goes on to what was found."""

    class Entered(Message):
        """A person wants to see the chosen one of what was found."""

    def __init__(self) -> None:
        """Begin with everything."""
        super().__init__()
        self.asked = Query()
        """What was asked last and understood."""
        self.today = date.min
        """The day that days in a query are counted from."""
        self._wrong: QueryError | None = None
        self._counted = 0

    def compose(self) -> ComposeResult:
        """Field and count, what fits next, what is wrong, the conditions."""
        with Horizontal(id="asking"):
            yield Static("/", id="sign")
            yield SearchField()
            yield Static(id="count")
        yield Offers()
        yield Static(id="wrong")
        yield Chips()

    def on_mount(self) -> None:
        """Nothing is wrong."""
        self.query_one("#wrong").display = False

    @property
    def field(self) -> SearchField:
        """Where it is typed."""
        return self.query_one(SearchField)

    def know(self, vocabulary: Vocabulary, today: date) -> None:
        """Offer what the log knows; count days from *today*."""
        self.field.vocabulary = vocabulary
        self.today = today

    def ask(self, query: Query | str) -> None:
        """Ask *query*; a text in the words of both languages."""
        shown = asking.typed(query, self.today) if isinstance(query, str) else in_force(query)
        with self.field.prevent(Input.Changed):
            self.field.ask(shown)
        self._understand(f"{shown} ")

    def count(self, told: Content) -> None:
        """Say *told* beside the field; the line is laid out again only where it must be."""
        self.query_one("#count", Static).update(told, layout=told.cell_length != self._counted)
        self._counted = told.cell_length

    def type_on(self) -> None:
        """Go to the field."""
        self.field.focus()

    def choose(self) -> None:
        """Go to the conditions, where there are any."""
        if self.query_one(Chips).display:
            self.query_one(Chips).focus()

    @on(Input.Changed)
    def _follow(self) -> None:
        """Ask what was typed."""
        self._understand(self.field.value)

    def _understand(self, typed: str) -> None:
        """Ask what was *typed*, or keep why it is not understood."""
        found = asking.asked(typed, self.today)
        self._wrong = found if isinstance(found, QueryError) else None
        if isinstance(found, QueryError) and found.is_unfinished:
            # What is being typed asks for nothing yet; the rest is asked already.
            found = asking.asked(f"{typed[: token_start(typed, len(typed))]} ", self.today)
        if isinstance(found, Query) and found != self.asked:
            self.asked = found
            self.query_one(Chips).show(asking.chips(found))
            self.post_message(self.Asked(found))
        self._complain(at_once=False)

    def _complain(self, *, at_once: bool) -> None:
        """Say below the field what is wrong in it; what is only half typed may wait."""
        wrong = self.query_one("#wrong", Static)
        wrong.display = self._wrong is not None and (at_once or not self._wrong.is_unfinished)
        if wrong.display:
            wrong.update(said(f"✗ {self._wrong}", "$outside"))

    @on(Chips.Removed)
    def _remove(self, event: Chips.Removed) -> None:
        """Ask without a condition."""
        self.ask(event.chip.without)
        if not self.query_one(Chips).display:
            self.post_message(self.Left())

    @on(Offers.Picked)
    def _take(self, event: Offers.Picked) -> None:
        """Type what was clicked."""
        self.field.take(event.place)

    @on(SearchField.Left)
    @on(Chips.Left)
    def _leave(self) -> None:
        """On to the list; now what is half typed is told too."""
        self._complain(at_once=True)
        self.post_message(self.Left())

    @on(Input.Submitted)
    def _enter(self) -> None:
        """What is wrong is told before anything is opened."""
        if self._wrong is None:
            self.post_message(self.Entered())
        else:
            self._complain(at_once=True)
