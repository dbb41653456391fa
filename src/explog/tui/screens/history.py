"""The story of one experiment: what happened, who did it, and what single fields were before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from explog.locale import N_, _, ngettext
from explog.tui.chronicle import Chronicle, chronicle
from explog.tui.commands import Command, bindings
from explog.tui.keys_named import key_of
from explog.tui.say import say
from explog.tui.screens.choose import ChooseScreen
from explog.tui.screens.versions import VersionsScreen
from explog.tui.widgets.key_line import KeyLine
from explog.tui.widgets.masthead import Masthead
from explog.tui.widgets.pieces import run, said, word
from explog.tui.widgets.story_lines import day_of, field_lines, heading, step_line, when
from explog.tui.working import work

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from explog.errors import ExplogError
    from explog.journal.journal import Done, Journal
    from explog.journal.story import Told
    from explog.journal.versions import Choice
    from explog.tui.program import Program

COMMANDS_HERE = (
    Command(
        "put_back",
        "r",
        N_("Put back"),
        N_("Put one field back to an earlier value, as a new step of the history."),
        in_footer=True,
    ),
    Command(
        "choose_version",
        "v",
        N_("Versions"),
        N_("Choose between two versions of a field after two logs met."),
        in_footer=True,
        off=N_("No field has two versions."),
    ),
    Command("cursor(1)", "j", "", ""),
    Command("cursor(-1)", "k", "", ""),
    Command("edge(0)", "g,home", "", ""),
    Command("edge(-1)", "G,end", "", ""),
)

WIDTHS = [(0, "-narrow"), (100, "-wide")]
"""The details stand beside the story from the second on, else below it."""


class HistoryScreen(Screen[None]):
    """The history, newest first. It reads the log again whenever it comes back into sight."""

    CSS_PATH = "history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    HORIZONTAL_BREAKPOINTS = WIDTHS

    app: Program

    def __init__(self, ref: str) -> None:
        """Show what happened to *ref*: a key or an id."""
        super().__init__()
        self._ref = ref
        self._page: Chronicle | None = None

    def compose(self) -> ComposeResult:
        """Head, what waits for a choice, the story, what the chosen step changed, keys."""
        yield Masthead("experiments")
        yield Static(id="top")
        yield Static(id="waiting")
        with Horizontal(id="body"):
            yield OptionList(id="story", compact=True, markup=False)
            with VerticalScroll(id="beside", can_focus=False):
                yield Static(id="details")
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """Something may have been written meanwhile."""
        self.look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Whether *action* can do anything now."""
        if action == "choose_version":
            return bool(self._page and self._page.choices) or None
        return True

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        """Read the history and show it; where the experiment is gone, the page closes."""
        page = await self.app.attempt(partial(chronicle, ref=self._ref), self._refuse)
        if page is None:
            if self.is_active:  # the person may have gone on meanwhile
                self.dismiss()
            return
        self._page, self._ref = page, page.ref
        if self.app.glance is not None:
            self.query_one(Masthead).tell(self.app.glance, is_demo=self.app.is_demo)
        self.query_one("#top", Static).update(
            run(word(f"{page.key}  ", "bold $mark"), said(page.title), word(_(" · History")))
        )
        self._tell_waiting(page)
        told = self.query_one("#story", OptionList)
        place = told.highlighted or 0
        wide = max((len(day_of(one)) for one in page.story), default=0)
        told.clear_options()
        told.add_options([Option(step_line(one, wide), id=one.event) for one in page.story])
        told.highlighted = min(place, len(page.story) - 1)
        if self.focused is None:
            told.focus()
        self._tell_details()
        self.refresh_bindings()

    def _key(self, name: str) -> str:
        """The key that does *name* now."""
        return key_of(self.app, name, COMMANDS_HERE)

    def _refuse(self, error: ExplogError) -> None:
        """Say why there is nothing to show."""
        say(self.app, str(error), "warning")

    def _tell_waiting(self, page: Chronicle) -> None:
        """How many fields wait for a choice; nothing where none does."""
        count = len(page.choices)
        words = ngettext(
            "{n} field has two versions. {versions} shows them side by side.",
            "{n} fields have two versions. {versions} shows them side by side.",
            count,
        )
        waiting = self.query_one("#waiting", Static)
        waiting.update(
            word(words.format(n=count, versions=self._key("choose-version")), "$close")
            if count
            else ""
        )
        waiting.display = bool(count)

    @on(OptionList.OptionHighlighted, "#story")
    def _tell_details(self) -> None:
        """What the step under the cursor changed, field by field."""
        told = self._told()
        if told is None or self._page is None:
            return
        lines: list[Content] = [said(heading(told), "bold"), when(told), Content("")]
        for line in self._page.lines[told.event]:
            lines.extend(field_lines(line))
        if self._page.earlier.get(told.event):
            back = _("{put_back} puts a field back to an earlier value.")
            back = back.format(put_back=self._key("put-back"))
            lines += [Content(""), word(back, "$quiet")]
        self.query_one("#details", Static).update(Content("\n").join(lines))

    def _told(self) -> Told | None:
        """The step under the cursor."""
        place = self.query_one("#story", OptionList).highlighted
        if self._page is None or place is None or place >= len(self._page.story):
            return None
        return self._page.story[place]

    @on(OptionList.OptionSelected, "#story")
    def action_put_back(self) -> None:
        """Choose which field goes back to which value."""
        told = self._told()
        if told is None or self._page is None:
            return
        found = self._page.earlier.get(told.event, ())
        if not found:
            say(self.app, _("No field of this step has another value to go back to."))
            return
        offered = [(str(n), f"{one.name} → {one.said}") for n, one in enumerate(found)]
        screen = ChooseScreen(_("Which field goes back?"), offered)
        self.app.push_screen(screen, partial(self._put_back, told.event))

    def _put_back(self, event: str, number: str | None) -> None:
        """Put the field back that was chosen."""
        if number is None or self._page is None:
            return
        one, ref = self._page.earlier[event][int(number)], self._ref

        def back(journal: Journal) -> Done:
            from explog.journal.restoring import restore

            return restore(journal, ref, one.event, one.path, before=one.before)

        self.write(
            back,
            _("Put back: {field}. {undo} takes it back.").format(
                field=one.name, undo=key_of(self.app, "undo")
            ),
        )

    def action_choose_version(self) -> None:
        """Show two versions side by side; first which field, where there are several."""
        if self._page is None or not self._page.choices:
            return
        found = self._page.choices
        if len(found) == 1:
            self._show_versions("0")
            return
        offered = [(str(n), one.name) for n, one in enumerate(found)]
        self.app.push_screen(ChooseScreen(_("Which field?"), offered), self._show_versions)

    def _show_versions(self, number: str | None) -> None:
        """Show the versions of one field."""
        if number is not None and self._page is not None:
            choice = self._page.choices[int(number)]
            self.app.push_screen(VersionsScreen(choice), partial(self._choose, choice))

    def _choose(self, choice: Choice, event: str | None) -> None:
        """Let the version be the one that was chosen."""
        ref = self._ref
        if event is None:
            return

        def chosen(journal: Journal) -> Done:
            from explog.journal.versions import choose

            return choose(journal, ref, choice.path, event)

        self.write(
            chosen,
            _("Chosen: {field}. {undo} takes it back.").format(
                field=choice.name, undo=key_of(self.app, "undo")
            ),
        )

    @work(exclusive=True, group="write")
    async def write(self, doing: Callable[[Journal], Done], told: str) -> None:
        """Write and say it, or say why not."""
        if await self.app.attempt(doing, self._refuse) is not None:
            say(self.app, told)
            self.look()

    def action_cursor(self, step: int) -> None:
        """To the step above or below."""
        told = self.query_one("#story", OptionList)
        if step > 0:
            told.action_cursor_down()
        else:
            told.action_cursor_up()

    def action_edge(self, place: int) -> None:
        """To the newest or the oldest step."""
        told = self.query_one("#story", OptionList)
        told.highlighted = told.option_count - 1 if place else 0
