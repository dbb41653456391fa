"""The program as its pages know it: where they read and write, and the doors to each other."""

from __future__ import annotations

from abc import abstractmethod
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual.events import ScreenResume

from explog.domain.safe import safe_lines
from explog.errors import ExplogError
from explog.tui.glance import Glance, glance
from explog.tui.keeper import Keeper
from explog.tui.say import say
from explog.tui.tasting import TastingApp
from explog.tui.widgets.abstract import Abstract
from explog.tui.wishes import Wishes

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.worker import Worker

    from explog.journal.journal import Journal
    from explog.journal.library import Library
    from explog.tui.desk import Desk, Makers
    from explog.tui.filters import Filter
    from explog.tui.sending import Sender

    OpenDemo = Callable[[], Makers]
    BringIn = Callable[[str], str]
    PrintPage = Callable[[str, str], Path]
    Tell = Callable[[ExplogError], None]

T = TypeVar("T")


class Program(TastingApp, metaclass=Abstract, inherit_bindings=False):
    """The log at hand. Which pages there are, only ``explog.tui.app`` knows."""

    def __init__(
        self,
        desk: Desk,
        *,
        demo: bool = False,
        open_demo: OpenDemo | None = None,
        bring_in: BringIn | None = None,
        wishes: Wishes | None = None,
        sender: Sender | None = None,
        print_page: PrintPage | None = None,
        meeting: str | None = None,
    ) -> None:
        """Work at *desk*; ``explog.tui.run.run`` says what the others are."""
        super().__init__(wishes or Wishes())
        self.desk = desk
        self.keeper = Keeper(self)
        self.is_demo = demo
        self.open_demo = open_demo
        self.sender = sender
        self.bring_in = bring_in
        self.print_page = print_page
        self.first_meeting = meeting
        self.has_given_up = False
        """Whether it closed because the log cannot be read, and said so."""
        self.glance: Glance | None = None
        """The log as it was last read."""
        self._whole: Glance | None = None
        """The same, the last time that its first page was read too."""

    async def attempt(self, doing: Callable[[Journal], T], tell: Tell | None = None) -> T | None:
        """What *doing* did to the journal; None after saying why it was refused."""
        return await self.or_say_why(self.desk.do(doing), tell)

    async def look(self, reading: Callable[[Library], Glance] = glance) -> Glance | None:
        """The log as it is now; None after saying why it cannot be read.

        With ``glance.outline`` as *reading* without its first page, which only that page needs.
        """
        if reading is glance:
            reading = partial(glance, before=self._whole)
        found = await self.or_say_why(self.desk.read(reading))
        if found is not None:
            self.taste.complain()
            self.glance = found
            self._whole = found if found.version else self._whole
            self.screen.refresh_bindings()
        return found

    async def or_say_why(self, doing: Awaitable[T], tell: Tell | None = None) -> T | None:
        """What *doing* gives; None after the error was told, by *tell* or in a toast."""
        try:
            return await doing
        except ExplogError as error:
            if tell is not None:
                tell(error)
            elif self.glance is None:
                self._give_up(error)
            else:
                say(self, str(error), "warning")
            return None

    def _give_up(self, error: ExplogError) -> None:
        """Close, and say why: the log cannot be read."""
        self.has_given_up = True
        from rich.text import Text

        self.exit(return_code=error.exit_code, message=Text(safe_lines(str(error))))

    async def move(self, makers: Makers) -> None:
        """Work on the demo log that *makers* open instead of this one."""
        self.keeper.forget()
        self._whole = None
        await self.desk.move(makers)
        self.is_demo = True

    def refresh_page(self) -> None:
        """Let the page in front read the log again, as it does when it comes back to the front."""
        self.screen.post_message(ScreenResume())

    async def go_home(self) -> None:
        """Back to the page at the bottom."""
        while len(self.screen_stack) > 1:
            await self.pop_screen()

    @abstractmethod
    def greet(self) -> None:
        """Show the first run, once."""

    @abstractmethod
    def show_demo(self) -> Worker[None]:
        """Show the demo log instead of this one."""

    @abstractmethod
    def open_agreements(self, key: str | None = None) -> None:
        """Show the agreements, the cursor on *key*."""

    @abstractmethod
    def open_meeting(self, key: str) -> None:
        """Hold the meeting *key*: begin it, or go on where it was left."""

    @abstractmethod
    def open_experiment(self, key: str) -> None:
        """Show the page of the experiment *key*."""

    @abstractmethod
    async def open_experiments(self, chosen: Filter | None = None, *, search: bool = False) -> None:
        """Show all experiments; only *chosen* ones, or with the cursor in the search field."""

    @abstractmethod
    def action_new(self) -> Worker[None]:
        """Catch an idea and show its page, where the next step stands."""

    @abstractmethod
    def action_over(self) -> Worker[None]:
        """Write down a test that is already over and show its page."""
