"""The app around all pages."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual.events import Key

from explog.locale import _
from explog.tui import pages
from explog.tui.commands import BACK, EVERYWHERE, OUT, STOP, bindings
from explog.tui.program import Program
from explog.tui.reverting import may_undo, redone, undone
from explog.tui.say import say
from explog.tui.screens.overview import OverviewScreen
from explog.tui.typed_ahead import TypedAhead
from explog.tui.working import work

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import PurePath

    from textual.binding import BindingType
    from textual.events import Event
    from textual.screen import Screen

    from explog.tui.filters import Filter


class ExplogApp(Program, inherit_bindings=False):
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

    _has_greeted = False

    @cached_property
    def _ahead(self) -> TypedAhead:
        """What hands out the keys, one after the other."""
        return TypedAhead(self, super().on_event)

    async def on_event(self, event: Event) -> None:
        """Let no key overtake what the one before it does."""
        if isinstance(event, Key) and not event.is_forwarded:
            await self._ahead.take(event)
        else:
            await super().on_event(event)

    def get_default_screen(self) -> Screen[None]:
        """The page at the bottom."""
        return OverviewScreen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Whether *action* can do anything now."""
        if action in {"undo", "redo"}:
            return (self.glance is not None and not self.glance.is_untouched) or None
        return action != "back" or len(self.screen_stack) > 1

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
            await self.move(makers)
            await self.go_home()

    def on_ready(self) -> None:
        """Go straight into the meeting that was asked for."""
        if self.first_meeting is not None:
            self.open_meeting(self.first_meeting)

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

    @work(exclusive=True, group="new")
    async def action_workplace(self) -> None:
        """Change the name and the core tasks of a workplace."""
        from explog.tui.workplace import changed

        if await changed(self):
            self.refresh_page()

    def action_unfinished(self) -> None:
        """Open the form that was left last."""
        from explog.tui.unfinished import go_on

        go_on(self)

    @work(exclusive=True, group="undo")
    async def action_undo(self) -> None:
        """Take back the newest act, and say which."""
        if not await may_undo(self):
            return
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

    def action_help(self) -> None:
        """The keys that work on the page below."""
        from explog.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.screen))
