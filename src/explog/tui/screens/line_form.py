"""One question with a line to answer it; what is wrong stands below the line, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from explog.locale import N_, _
from explog.tui.commands import Command, bindings
from explog.tui.keys_named import keyed
from explog.tui.widgets.editors import Line, Moved
from explog.tui.widgets.pieces import said, word
from explog.tui.working import work

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from explog.errors import ExplogError

    Tell = Callable[[ExplogError], None]

T = TypeVar("T")

COMMANDS_HERE = (
    Command("save", "f2,ctrl+s", N_("Save"), N_("Save and go on."), in_footer=True),
    Command("dismiss(None)", "escape", N_("Leave"), "", in_footer=True, shown="esc"),
)


class LineForm(ModalScreen["T | None"]):
    """Gives what *doing* made of the answer, or None when it was left."""

    CSS_PATH = "choose.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)

    def __init__(
        self,
        title: str,
        hint: str,
        raw: str,
        doing: Callable[[str, Tell], Awaitable[T | None]],
    ) -> None:
        """Ask *title*, explained by *hint*, with *raw* on the line.

        Args:
            title: The question.
            hint: One quiet line below it; may hold text from people.
            raw: What stands on the line to begin with.
            doing: Takes the answer and a way to say what is wrong with it; None lets the form stay.
        """
        super().__init__()
        self._title = title
        self._hint = hint
        self._raw = raw
        self._doing = doing

    def compose(self) -> ComposeResult:
        """Question, hint, line, what is wrong, keys."""
        with Vertical(id="panel"):
            yield Static(said(self._title, "bold $mark"), id="head")
            yield Static(said(self._hint, "$quiet"), id="hint")
            yield Line(self._raw)
            yield Static(id="wrong")
            keys = keyed(self.app, _("⏎ save · {back} leave"), COMMANDS_HERE)
            yield Static(word(keys, "$quiet"), id="keys")

    def on_mount(self) -> None:
        """Begin on the line, at its end."""
        self.query_one("#wrong").display = False
        line = self.query_one(Line)
        line.focus()
        line.cursor_position = len(self._raw)

    @on(Moved)
    def _go_on(self, event: Moved) -> None:
        """Enter saves."""
        if event.step > 0:
            self.action_save()

    @work(exclusive=True, group="save")
    async def action_save(self) -> None:
        """Do what was answered; an empty line waits."""
        raw = self.query_one(Line).raw.strip()
        if not raw:
            self._say(_("please answer this"))
            return
        done = await self._doing(raw, self._complain)
        if done is not None:
            self.dismiss(done)

    def _complain(self, error: ExplogError) -> None:
        """Show what is wrong below the line."""
        problems = getattr(error, "problems", ())
        self._say("\n".join(problem.said for problem in problems) or str(error))

    def _say(self, told: str) -> None:
        """Show *told* below the line."""
        from explog.domain.safe import safe_lines

        wrong = self.query_one("#wrong", Static)
        wrong.display = True
        wrong.update(word(f"✗ {safe_lines(told)}", "$outside"))
