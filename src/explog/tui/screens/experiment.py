"""The page of one experiment: where it is, the one next step, and everything known about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingsMap
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from explog.domain.acts.catalogue import BY_NAME
from explog.domain.judging.scale import ADOPTED
from explog.errors import NotFoundError
from explog.locale import _
from explog.tui.commands import bindings
from explog.tui.confirming import confirmed
from explog.tui.dossier import Dossier, dossier
from explog.tui.keys_named import key_of, keyed
from explog.tui.noticing import asked_about
from explog.tui.say import say
from explog.tui.screens.experiment_commands import COMMANDS_HERE, keys_of
from explog.tui.widgets.chart_view import RunChart
from explog.tui.widgets.key_line import KeyLine
from explog.tui.widgets.leaves import Leaf
from explog.tui.widgets.masthead import Masthead
from explog.tui.widgets.next_box import NextBox
from explog.tui.widgets.page_parts import parts
from explog.tui.widgets.page_top import top_lines
from explog.tui.working import once_laid_out, work

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Resize

    from explog.domain.judging.notices import Notice
    from explog.errors import ExplogError
    from explog.journal.journal import Done, Journal
    from explog.tui.program import Program

WIDTHS = [(0, "-narrow"), (110, "-wide")]
"""Two columns from here on."""

HEIGHTS = [(0, "-low"), (26, "-high")]
"""From here on there are blank lines between the parts of the page."""

BOX_SHARE = 3
"""The box *Next* may have this part of the screen, and what the page below leaves free."""


class Body(VerticalScroll, can_focus=False):
    """Everything below the box *Next*."""


class ExperimentScreen(Screen[None]):
    """One experiment. It reads the log again whenever it comes back into sight."""

    CSS_PATH = "experiment.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    app: Program

    def __init__(self, ref: str) -> None:
        """Show the experiment that answers to *ref*: a key or an id."""
        super().__init__()
        self._ref = ref
        self._page: Dossier | None = None
        self._put_off: set[str] = set()  # measurements whose notice was left for later

    def compose(self) -> ComposeResult:
        """Head, next, everything, keys."""
        yield Masthead("experiments")
        yield Static(id="top")
        yield NextBox()
        with Body():
            with Horizontal(id="columns"):
                yield Vertical(id="left")
                yield Vertical(id="right")
            yield Vertical(id="below")
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """Something may have been written meanwhile."""
        self.look()

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        """Read the experiment and show it; what is not there any more closes the page."""
        page = await self.app.attempt(partial(dossier, ref=self._ref), self._refuse)
        if page is None:
            if self.is_active:  # the person may have gone on meanwhile
                self.dismiss()
            return
        columns = list(self.query("#left, #right, #below"))
        if not columns:  # closed while the log was read
            return
        self._page, self._ref = page, page.experiment.id
        if self.app.glance is not None:
            self.query_one(Masthead).tell(self.app.glance, is_demo=self.app.is_demo)
        self._lay_keys(page)
        self._tell_top(self.size.width)
        box = self.query_one(NextBox)
        box.show(page.steps)
        if self.focused is None:
            box.focus()
        self._ask(page)
        async with self.batch():
            for column, widgets in zip(columns, parts(page), strict=True):
                await column.remove_children()
                await column.mount(*widgets)
                column.display = bool(widgets)
        once_laid_out(self, self._share_room)

    def _refuse(self, error: ExplogError) -> None:
        """Say why there is nothing to show; what was here until now went by an act that said so."""
        if not (isinstance(error, NotFoundError) and self._page is not None):
            say(self.app, str(error), "warning")

    def _lay_keys(self, page: Dossier) -> None:
        """Name the key of the next step after it; a key that leads nowhere now says why."""
        self._bindings = BindingsMap([*Screen.BINDINGS, *keys_of(page)])
        self.refresh_bindings()

    def on_resize(self, event: Resize) -> None:
        """Lay the head out anew."""
        self._tell_top(event.size.width)
        once_laid_out(self, self._share_room)

    def _share_room(self) -> None:
        """Give the box what the page below does not need; say there what goes on below."""
        body, box = self.query_one(Body), self.query_one(NextBox)
        needed = sum(child.outer_size.height for child in body.displayed_children)
        spare = body.size.height + box.outer_size.height - needed
        room = max(spare, self.size.height // BOX_SHARE)
        hidden = needed > body.size.height
        box.fit(
            room, keyed(self.app, _("{page_down} further down"), COMMANDS_HERE) if hidden else ""
        )

    def _tell_top(self, width: int) -> None:
        """Key, title, state; the life line and the frame."""
        if self._page is not None:
            self.query_one("#top", Static).update(
                Content("\n").join(top_lines(self._page, width - 2))
            )

    @on(OptionList.OptionSelected)
    def _take_step(self, event: OptionList.OptionSelected) -> None:
        """Open what was chosen."""
        step = self.query_one(NextBox).steps[event.option_index]
        self._open(step.act, focus=step.focus, element=step.element)

    @on(NextBox.Leaving)
    def _leave_box(self, event: NextBox.Leaving) -> None:
        """Arrows past the box scroll the page; back at its top they move in the box again."""
        body, box = self.query_one(Body), self.query_one(NextBox)
        if event.step < 0 and body.scroll_y <= 0:
            box.highlighted = max(0, (box.highlighted or 0) - 1) if box.option_count else None
        else:
            self.action_scroll(event.step)

    @on(Leaf.Opened)
    def _change(self, event: Leaf.Opened) -> None:
        """Change one lesson or one place."""
        self._open(event.act, element=event.element)

    def _open(self, act: str, *, focus: str | None = None, element: str | None = None) -> None:
        """Open the form of *act*."""
        from explog.tui.screens.form import FormScreen

        if self._page is not None:
            self.app.push_screen(FormScreen(act, self._ref, element, focus), self._tell_done)

    def _tell_done(self, done: Done | None) -> None:
        """Say what was saved."""
        if done is not None:
            name = BY_NAME[done.act].spoken if done.act in BY_NAME else _("Change")
            told = _("Saved: {act} · {key}. {undo} takes it back.")
            say(self.app, told.format(act=name, key=done.key, undo=key_of(self.app, "undo")))

    def action_primary(self) -> None:
        """The one next step."""
        if self._page is not None and self._page.steps:
            self._open(self._page.steps[0].act)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether *action* can do anything now."""
        if action == "confirm":
            here = self._page.experiment if self._page else None
            return (here is not None and here.state in ADOPTED and not here.archived) or None
        return super().check_action(action, parameters)

    @work(exclusive=True, group="confirm")
    async def action_confirm(self) -> None:
        """Confirm by one key that it still works."""
        if await confirmed(self.app, self._ref):
            self.look()

    def action_form(self, act: str) -> None:
        """Open the form of *act*; it says why when it cannot happen now."""
        self._open(act)

    def action_grid(self) -> None:
        """All measurements in a grid."""
        from explog.tui.screens.observations import ObservationsScreen

        self.app.push_screen(ObservationsScreen(self._ref), self._tell_done)

    def action_chart(self) -> None:
        """Read the first run chart; arrows go from point to point."""
        for chart in self.query(RunChart)[:1]:
            chart.focus()
            return
        say(self.app, _("There is no run chart yet: nothing was measured."))

    def _ask(self, page: Dossier) -> None:
        """Ask about the first measurement that waits for an answer and was not put off."""
        waiting = [one for one in page.notices if one.observation.id not in self._put_off]
        if waiting and self.app.screen is self:
            self._answer(waiting[0])

    @work(exclusive=True, group="notice")
    async def _answer(self, notice: Notice) -> None:
        """Show *notice* and do what was answered."""
        self._put_off.add(notice.observation.id)
        self._tell_done(await asked_about(self.app, self._ref, notice))
        self.look()

    def action_history(self) -> None:
        """Show what happened."""
        from explog.tui.screens.history import HistoryScreen

        if self._page is not None:
            self.app.push_screen(HistoryScreen(self._ref))

    def action_more(self) -> None:
        """Everything that can be done now."""
        from explog.tui.screens.more import MoreScreen

        if self._page is not None:
            self.app.push_screen(MoreScreen(self._page.experiment), self._take_more)

    def _take_more(self, name: str | None) -> None:
        """Do what was chosen there."""
        if name == "archive":
            self.action_archive()
        elif name is not None:
            self._open(name)

    @work(exclusive=True, group="archive")
    async def action_archive(self) -> None:
        """Take it out of sight, or bring it back."""
        if self._page is None:
            return
        back = self._page.experiment.archived

        def archive(journal: Journal) -> Done:
            return journal.archive(self._ref, back=back)

        done = await self.app.attempt(archive, self._refuse)
        if done is not None:
            told = _("{key} is back.") if back else _("{key} is archived. {undo} brings it back.")
            say(self.app, told.format(key=done.key, undo=key_of(self.app, "undo")))
            self.look()

    def action_copy_key(self) -> None:
        """Put the key on the clipboard."""
        if self._page is not None:
            self.app.copy_to_clipboard(self._page.experiment.key)
            say(self.app, _("Copied: {key}").format(key=self._page.experiment.key))

    def action_scroll(self, step: int) -> None:
        """One line down or up."""
        self.query_one(Body).scroll_relative(y=step, animate=False)

    def action_leap(self, step: int) -> None:
        """One page down or up."""
        body = self.query_one(Body)
        body.scroll_relative(y=step * max(1, body.size.height - 2), animate=False)

    def action_edge(self, end: int) -> None:
        """To the top or to the end."""
        body = self.query_one(Body)
        if end:
            body.scroll_end(animate=False)
        else:
            body.scroll_home(animate=False)
