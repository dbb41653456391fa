"""The first run: nothing tried yet, and three ways to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Center
from textual.screen import Screen

from explog.locale import N_, _
from explog.tui.commands import Command, bindings
from explog.tui.glance import Glance, outline
from explog.tui.widgets.doors import Door
from explog.tui.widgets.key_line import KeyLine
from explog.tui.widgets.masthead import Masthead
from explog.tui.widgets.panel import Panel, Sheet
from explog.tui.widgets.pieces import padded, run, said, word
from explog.tui.widgets.unfinished import UnfinishedLine
from explog.tui.working import work

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from explog.tui.program import Program

FIRST = Command(
    "app.new", "n", N_("New"), N_("your first experiment (two minutes)"), in_footer=True
)
DEMO = Command(
    "demo", "d", N_("Demo"), N_("look around in a demo log with 20 experiments"), in_footer=True
)
BRING_IN = Command("bring_in", "i", N_("Bring in"), N_("bring in a JSON log"), in_footer=True)
OPEN = Command("open", "enter", N_("Open"), N_("Do what is marked."), in_footer=True, shown="⏎")
MOVE = (
    Command(
        "move(-1)", "up,k", N_("Move"), N_("From line to line."), is_movement=True, called="up"
    ),
    Command(
        "move(1)", "down,j", N_("Move"), N_("From line to line."), is_movement=True, called="down"
    ),
)


class WelcomePanel(Panel):
    """The card in the middle."""

    def __init__(self, offered: list[Command]) -> None:
        """Offer the commands *offered*."""
        super().__init__()
        self._offered = offered

    def title_of(self, glance: Glance) -> str:  # noqa: ARG002 - the card always says the same
        """The headline."""
        return _("Nothing tried yet")

    def draw(self, glance: Glance, width: int) -> Sheet:
        """What to do, the ways to begin, and where the log lies."""
        sheet = Sheet()
        for told in word(_("Write down one small thing your team is trying this week.")).wrap(
            width
        ):
            sheet.add(padded(told, width))
        sheet.add(padded(word(""), width))
        for command in self._offered:
            told = run("  ", word(command.keys, "bold $mark"), "  ", word(_(command.about)))
            sheet.add(padded(told, width), Door(sentence=command.action))
        sheet.add(padded(word(""), width))
        label = _("Your log: {path}").format(path="")
        sheet.add(padded(run(word(label, "$quiet"), _path(glance.path, width - len(label))), width))
        return sheet


def _path(path: str, width: int) -> Content:
    """*path*, its beginning left out where there is no room."""
    shown = said(path, "$quiet")
    if shown.cell_length <= width:
        return shown
    return said("…" + path[-max(1, width - 1) :], "$quiet")


class FirstRunScreen(Screen[None]):
    """What a person sees before anything was written."""

    CSS_PATH = "first_run.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings((FIRST, DEMO, BRING_IN, OPEN, *MOVE))

    app: Program

    def compose(self) -> ComposeResult:
        """Header, card, keys."""
        yield Masthead("overview")
        with Center():
            yield WelcomePanel(
                [command for command in (FIRST, DEMO, BRING_IN) if self._is_there(command.action)]
            )
        yield UnfinishedLine()
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """Look at the log again: something may have been written meanwhile."""
        self.look()

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        """Show what is known of the log, or give way once there is something in it."""
        glance = await self.app.look(outline)
        if glance is None or not self.is_current:
            return
        if not glance.is_untouched:
            self.app.pop_screen()
            return
        self.query_one(Masthead).tell(glance, is_demo=self.app.is_demo)
        panel = self.query_one(WelcomePanel)
        panel.show(glance)
        panel.focus()
        await self.query_one(UnfinishedLine).look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Only the ways to begin that there are."""
        return self._is_there(action)

    def _is_there(self, action: str) -> bool:
        """Whether what *action* needs was handed over."""
        return {"demo": self.app.open_demo, "bring_in": self.app.bring_in}.get(
            action, True
        ) is not None

    @on(Panel.Opened)
    async def go_through(self, event: Panel.Opened) -> None:
        """Do what the line says."""
        await self.run_action(str(event.door.sentence))

    def action_open(self) -> None:
        """Do what is marked."""
        panel = self.query_one(WelcomePanel)
        panel.open(panel.cursor)

    def action_move(self, step: int) -> None:
        """Mark another line."""
        panel = self.query_one(WelcomePanel)
        panel.cursor = max(0, min(panel.cursor + step, len(panel.spots()) - 1))

    def action_demo(self) -> None:
        """Show the demo log instead; it is a file of its own."""
        self.app.show_demo()

    @work(exclusive=True, group="begin")
    async def action_bring_in(self) -> None:
        """Ask for the file and bring it in."""
        from explog.tui.screens.first_forms import BringInForm

        await self.app.push_screen_wait(BringInForm())
