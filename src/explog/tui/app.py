"""The app around all pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import work
from textual.events import ScreenResume

from explog.domain.safe import safe_lines
from explog.errors import ExplogError
from explog.locale import _
from explog.tui import pages
from explog.tui.commands import BACK, EVERYWHERE, OUT, STOP, bindings
from explog.tui.glance import Glance, glance
from explog.tui.keeper import Keeper
from explog.tui.reverting import redone, undone
from explog.tui.say import say
from explog.tui.screens.overview import OverviewScreen
from explog.tui.tasting import TastingApp
from explog.tui.wishes import Wishes

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path, PurePath

    from textual.binding import BindingType
    from textual.screen import Screen

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


class ExplogApp(TastingApp, inherit_bindings=False):
    """All pages over one log. The Overview is always at the bottom of the stack."""

    TITLE = "explog"
    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = [
        "app.tcss",
        "screens/overview.tcss",
    ]
    """Textual does not load the styles of the screen at the bottom by itself."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*EVERYWHERE, BACK)), OUT, STOP]
    SUSPENDED_SCREEN_CLASS = "-behind"
    SCREENS: ClassVar[dict[str, Callable[[], Screen[None]]]] = pages.MADE

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
        """Work at *desk*; ``run`` says what the others are."""
        super().__init__(wishes or Wishes())
        self.desk = desk
        self.keeper = Keeper(self)
        self.is_demo = demo
        self.open_demo = open_demo
        self.sender = sender
        self.bring_in = bring_in
        self.print_page = print_page
        self._first_meeting = meeting
        self.glance: Glance | None = None
        """The log as it was last read."""
        self._whole: Glance | None = None
        """The same, the last time that its first page was read too."""
        self._has_greeted = False

    def get_default_screen(self) -> Screen[None]:
        """The page at the bottom."""
        return OverviewScreen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Whether *action* can do anything now."""
        if action in {"undo", "redo"}:
            return (self.glance is not None and not self.glance.is_untouched) or None
        return action != "back" or len(self.screen_stack) > 1

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
        """Close: the log cannot be read."""
        from rich.text import Text

        self.exit(return_code=error.exit_code, message=Text(safe_lines(str(error))))

    def greet(self) -> None:
        """Show the first run, once."""
        if not self._has_greeted:
            self._has_greeted = True
            from explog.tui.screens.first_run import FirstRunScreen

            self.push_screen(FirstRunScreen())

    @work(exclusive=True, group="begin")
    async def show_demo(self) -> None:
        """Show the demo log instead of this one.

        A worker of the app, because it ends the screen that asks for it.
        """
        if self.open_demo is None:
            return
        makers = await self.or_say_why(self.desk.call(self.open_demo))
        if makers is not None:
            self.keeper.forget()
            self._whole = None
            await self.desk.move(makers)
            self.is_demo = True
            await self.go_home()

    def on_ready(self) -> None:
        """Go straight into the meeting that was asked for."""
        if self._first_meeting is not None:
            self.open_meeting(self._first_meeting)

    def open_agreements(self, key: str | None = None) -> None:
        """Show the agreements, the cursor on *key*."""
        from explog.tui.screens.agreements import AgreementsScreen

        self.push_screen(AgreementsScreen(key))

    def open_meeting(self, key: str) -> None:
        """Hold the meeting *key*: begin it, or go on where it was left."""
        from explog.tui.screens.meeting import MeetingScreen

        self.push_screen(MeetingScreen(key))

    def open_experiment(self, key: str) -> None:
        """Show the page of the experiment *key*."""
        from explog.tui.screens.experiment import ExperimentScreen

        self.push_screen(ExperimentScreen(key))

    async def open_experiments(self, chosen: Filter | None = None, *, search: bool = False) -> None:
        """Show all experiments; only *chosen* ones, or with the cursor in the search field."""
        from explog.tui.screens.experiments import ExperimentsScreen

        page = self.get_screen("experiments", ExperimentsScreen)
        if self.screen is not page:
            await self.go_home()
            await self.push_screen(page)
        if chosen is not None:
            page.narrow(chosen)
        if search:
            page.action_search()

    async def go_home(self) -> None:
        """Back to the page at the bottom."""
        while len(self.screen_stack) > 1:
            await self.pop_screen()

    async def action_page(self, name: str) -> None:
        """Show the page *name*."""
        page = None if name == "overview" else self.get_screen(name)
        if page is None or self.screen is not page:
            await self.go_home()
        if page is not None and self.screen is not page:
            await self.push_screen(page)

    async def action_search(self) -> None:
        """Show all experiments, ready to type."""
        await self.open_experiments(search=True)

    @work(exclusive=True, group="new")
    async def action_new(self) -> None:
        """Catch an idea and show its page, where the next step stands."""
        from explog.tui.catching import caught

        done = await caught(self)
        if done is None:
            return
        say(self, _("{key} is in the log.").format(key=done.key))
        if self.glance is not None and self.glance.is_untouched:
            await self.go_home()
        self.open_experiment(done.key)

    @work(exclusive=True, group="new")
    async def action_over(self) -> None:
        """Write down a test that is already over and show its page."""
        from explog.tui.catching import caught_over

        await caught_over(self)

    def action_unfinished(self) -> None:
        """Open the form that was left last."""
        from explog.tui.unfinished import go_on

        go_on(self)

    @work(exclusive=True, group="undo")
    async def action_undo(self) -> None:
        """Take back the newest act, and say which."""
        told = await self.attempt(undone)
        if told:
            say(self, told)
            self.refresh_page()

    @work(exclusive=True, group="undo")
    async def action_redo(self) -> None:
        """Do again what was taken back last, and say what."""
        told = await self.attempt(redone)
        if told:
            say(self, told)
            self.refresh_page()

    def refresh_page(self) -> None:
        """Let the page in front read the log again, as it does when it comes back to the front."""
        self.screen.post_message(ScreenResume())

    def action_help(self) -> None:
        """The keys that work on the page below."""
        from explog.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.screen))
