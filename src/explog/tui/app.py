"""The terminal interface: the app around all pages, and ``run``, which opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import work
from textual.app import App
from textual.events import ScreenResume

from explog.domain.safe import safe_lines
from explog.errors import ExplogError
from explog.locale import _
from explog.tui.commands import BACK, EVERYWHERE, OUT, STOP, bindings
from explog.tui.desk import Desk
from explog.tui.ending import ending_well
from explog.tui.glance import Glance, glance
from explog.tui.say import say
from explog.tui.screens.overview import OverviewScreen
from explog.tui.themes import meanings, own

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable
    from pathlib import PurePath

    from textual.app import SystemCommand
    from textual.binding import BindingType
    from textual.command import Provider
    from textual.screen import Screen

    from explog.journal.journal import Journal
    from explog.tui.desk import JournalMaker, LibraryMaker
    from explog.tui.filters import Filter

    OpenDemo = Callable[[], tuple[LibraryMaker, JournalMaker]]
    BringIn = Callable[[str], str]
    Tell = Callable[[ExplogError], None]

T = TypeVar("T")


def _commands() -> type[Provider]:
    """The palette's commands, loaded when it is first opened."""
    from explog.tui.widgets.palette import CommandProvider

    return CommandProvider


def _experiments() -> Screen[None]:
    """The list, made when it is first shown and kept with what was typed in it."""
    from explog.tui.screens.experiments import ExperimentsScreen

    return ExperimentsScreen()


class ExplogApp(App[None], inherit_bindings=False):
    """All pages over one log. The Overview is always at the bottom of the stack."""

    TITLE = "explog"
    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = [
        "app.tcss",
        "screens/overview.tcss",
    ]
    """Textual does not load the styles of the screen at the bottom by itself."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*EVERYWHERE, BACK)), OUT, STOP]
    SCREENS: ClassVar[dict[str, Callable[[], Screen[None]]]] = {"experiments": _experiments}
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}

    def __init__(
        self,
        desk: Desk,
        *,
        demo: bool = False,
        open_demo: OpenDemo | None = None,
        bring_in: BringIn | None = None,
    ) -> None:
        """Work at *desk*; ``run`` says what the others are."""
        super().__init__()
        self.desk = desk
        self.is_demo = demo
        self.open_demo = open_demo
        self.bring_in = bring_in
        self.glance: Glance | None = None
        """The log as it was last read."""
        self._has_greeted = False
        for theme in own():
            self.register_theme(theme)
        self.theme = own()[0].name

    def get_default_screen(self) -> Screen[None]:
        """The page at the bottom."""
        return OverviewScreen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Whether *action* can do anything now."""
        if action == "undo":
            return self.glance is not None and not self.glance.is_untouched
        return action != "back" or len(self.screen_stack) > 1

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The meanings of colours, for themes that are not ours."""
        theme = self.current_theme
        return meanings(dark=theme.dark, ansi=theme.ansi)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual's signature
        """None of Textual's own: every command is in our list, in both languages."""
        return ()

    async def attempt(self, doing: Callable[[Journal], T], tell: Tell | None = None) -> T | None:
        """What *doing* did to the journal; None after saying why it was refused."""
        return await self.or_say_why(self.desk.do(doing), tell)

    async def look(self) -> Glance | None:
        """The log as it is now; None after saying why it cannot be read."""
        found = await self.or_say_why(self.desk.read(glance))
        if found is not None:
            self.glance = found
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
            await self.desk.move(makers)
            self.is_demo = True
            await self.go_home()

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
        if name == "overview":
            await self.go_home()
        else:
            await self.open_experiments()

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

    @work(exclusive=True, group="undo")
    async def action_undo(self) -> None:
        """Take back the newest act, and say which."""
        told = await self.attempt(_undone)
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

    def action_command_palette(self) -> None:
        """All commands by name, in the language in force."""
        from explog.tui.widgets.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(placeholder=_("Search for commands …")))

    def search_themes(self) -> None:
        """All themes by name."""
        from textual.theme import ThemeProvider

        from explog.tui.widgets.palette import Palette

        self.push_screen(Palette(providers=[ThemeProvider], placeholder=_("Search for themes …")))

    def action_help_quit(self) -> None:
        """Say how to quit to somebody who pressed ctrl+c."""
        say(self, _("q closes explog; everything is saved."))


def _undone(journal: Journal) -> str:
    """Undo and say what; imported on the desk's thread, so that no key waits for it."""
    from explog.journal.undoing import said, undo

    return said(undo(journal))


def run(
    open_library: LibraryMaker,
    open_journal: JournalMaker,
    *,
    demo: bool = False,
    open_demo: OpenDemo | None = None,
    bring_in: BringIn | None = None,
) -> int:
    """Open the terminal interface and stay until it is closed.

    Everything handed over is called on the desk's one thread, and so is what it gives: ``close``
    too, where there is one.

    Args:
        open_library: Opens the log for reading. Called when first needed, and again after the log
            may have been made.
        open_journal: Opens the log for writing, and makes it. Called when first needed.
        demo: Whether it is the demo log; the header says so.
        open_demo: Makes or finds the demo log and gives its two openers. Without it the first run
            does not offer the demo.
        bring_in: Imports the file at the path a person typed into this log and gives one sentence
            that says what came; raises ``ExplogError``. Without it the first run does not offer it.

    Returns:
        The exit code: 0 after *quit*, 128 + n after signal n, 1 after a crash, the error's own when
        the log cannot be read.
    """
    desk = Desk(open_library, open_journal)
    app = ExplogApp(desk, demo=demo, open_demo=open_demo, bring_in=bring_in)
    try:
        with ending_well(app):
            app.run()
    finally:
        desk.close()
    return 1 if app.return_code is None else app.return_code
