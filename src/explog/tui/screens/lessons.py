"""All lessons: grouped, searched, borrowed into new experiments, judged by later ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from explog.domain.lists.lessons import BY_CODE, GROUPINGS, MARKS, grouped
from explog.domain.query.query import Query
from explog.locale import N_, _, ngettext
from explog.tui.commands import SEARCH, Command, bindings
from explog.tui.glance import outline
from explog.tui.keys_named import key_of
from explog.tui.lending import borrow, judge, share
from explog.tui.say import say
from explog.tui.screens.choose import ChooseScreen
from explog.tui.widgets.asking_bar import AskingBar
from explog.tui.widgets.key_line import KeyLine
from explog.tui.widgets.lesson_list import LessonList
from explog.tui.widgets.lesson_preview import LessonPreview
from explog.tui.widgets.masthead import Masthead
from explog.tui.widgets.pieces import run, word
from explog.tui.working import work

if TYPE_CHECKING:
    from pathlib import PurePath

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from explog.domain.lists.lessons import Lesson
    from explog.tui.program import Program

NEEDS_ONE = N_("Choose a lesson first.")

COMMANDS_HERE = (
    SEARCH,
    Command(
        "open",
        "enter",
        N_("Open"),
        N_("Show the experiment the lesson is from."),
        in_footer=True,
        shown="⏎",
        off=NEEDS_ONE,
    ),
    Command(
        "borrow",
        "b",
        N_("Borrow"),
        N_("Begin a new experiment that builds on the lesson."),
        in_footer=True,
        off=NEEDS_ONE,
    ),
    Command("group", "t", N_("Group"), N_("Group by theme, core task, outcome …"), in_footer=True),
    Command("filter", "f", N_("Filter"), N_("Only those never used, contradicted, or old.")),
    Command(
        "judge",
        "e",
        N_("Still true?"),
        N_("Say that it is confirmed, contradicted or outdated."),
        in_footer=True,
        off=NEEDS_ONE,
    ),
    Command("share", "w", N_("Told to"), N_("Note whom the lesson was told to."), off=NEEDS_ONE),
    Command("clear", "c", N_("Show all"), N_("Take away search and filter.")),
    Command("copy_key", "y", N_("Copy key"), N_("Copy the key of the lesson."), off=NEEDS_ONE),
)

WIDTHS: list[tuple[int, str]] | None = [(0, "-narrow"), (100, "-wide")]
"""The preview stands beside the list from a hundred cells on."""
HEIGHTS: list[tuple[int, str]] | None = [(0, "-low"), (22, "-tall")]
"""Where it does not, it stands below the list from twenty-two lines on."""


class LessonsScreen(Screen[None]):
    """The list in groups, with a field to search above it and a whole lesson beside it."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = [
        "experiments.tcss",
        "lessons.tcss",
    ]
    """The page of experiments has the same bar."""
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = ""  # the field would take the letters of commands while there is no list

    app: Program

    def __init__(self) -> None:
        """Begin with everything, by theme."""
        super().__init__()
        self._every: list[Lesson] = []
        self._by = GROUPINGS[0]
        self._mark: str | None = None
        """Only lessons with this mark; None for all."""
        self._today = ""

    def compose(self) -> ComposeResult:
        """Header, search, list and preview, keys."""
        yield Masthead("lessons")
        yield AskingBar()
        with Horizontal(id="found"):
            yield LessonList()
            yield LessonPreview()
        yield Static(id="nothing")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the list, so that letters are commands."""
        self.query_one(LessonList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Whether *action* can do anything now; what is done with a lesson needs one."""
        if action in {"open", "borrow", "judge", "share", "copy_key"} and self.is_mounted:
            return True if self.query_one(LessonList).lesson is not None else None
        return True

    def on_screen_resume(self) -> None:
        """Look at the log again: something may have been written meanwhile."""
        self.look()

    @property
    def bar(self) -> AskingBar:
        """Where it is asked."""
        return self.query_one(AskingBar)

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        """Read the log and show it; what can be offered comes last."""
        seen = await self.app.look(outline)
        if seen is None:
            return
        self._today = seen.today.isoformat()
        self.bar.today = seen.today
        self.query_one(Masthead).tell(seen, is_demo=self.app.is_demo)
        await self._find()
        known = await self.app.or_say_why(self.app.desk.read(lambda log: log.vocabulary()))
        if known is not None:
            self.bar.know(known, seen.today)

    @on(AskingBar.Asked)
    @work(exclusive=True, group="search")
    async def find_now(self) -> None:
        """Find what is asked; a search that the next key overtakes is dropped."""
        await self._find()

    async def _find(self) -> None:
        """Find what is asked, and show it."""
        asked = self.bar.asked
        found = await self.app.or_say_why(self.app.desk.read(lambda log: log.lessons(asked)))
        if found is not None:
            self._every = found
            self._show()

    def _show(self) -> None:
        """Lay out what is left after search and filter."""
        mark = self._mark
        shown = [one for one in self._every if mark is None or mark in one.marks(self._today)]
        self.query_one(LessonList).show(grouped(shown, self._by))
        self.bar.count(self._counted(len(shown)))
        self.query_one("#found").display = bool(shown)
        nothing = self.query_one("#nothing", Static)
        nothing.display = not shown
        if shown and self.focused is None:
            self.query_one(LessonList).focus()
        is_narrowed = bool(mark or not self.bar.asked.is_empty)
        nothing.update(word(_nothing(self._key("clear"), is_narrowed=is_narrowed), "$quiet"))
        self.refresh_bindings()

    def _counted(self, shown: int) -> Content:
        """``3 lessons · never used   t by theme``."""
        counted = ngettext("{n} lesson", "{n} lessons", shown).format(n=shown)
        mark = word(f" · {_(MARKS[self._mark])}", "$mark") if self._mark else ""
        grouping = " " + _("by {what}").format(what=self._by.spoken)
        return run(
            word(counted),
            mark,
            "   ",
            word(self._key("group"), "bold $mark"),
            word(grouping, "$quiet"),
        )

    @on(LessonList.Chosen)
    def preview(self, event: LessonList.Chosen) -> None:
        """Show the chosen one whole."""
        self.query_one(LessonPreview).show(event.lesson, self._today)

    @on(LessonList.Opened)
    def open_lesson(self, event: LessonList.Opened) -> None:
        """Show where it is from."""
        self.app.open_experiment(event.lesson.key)

    @on(AskingBar.Left)
    def to_the_list(self) -> None:
        """From the field down to the list."""
        self.query_one(LessonList).focus()

    @on(AskingBar.Entered)
    def action_open(self) -> None:
        """Show the experiment of the chosen one."""
        if self._lesson is not None:
            self.app.open_experiment(self._lesson.key)

    def _key(self, name: str) -> str:
        """The key that does *name* now."""
        return key_of(self.app, name, COMMANDS_HERE)

    @property
    def _lesson(self) -> Lesson | None:
        """The chosen one."""
        return self.query_one(LessonList).lesson

    def action_search(self) -> None:
        """Go to the search field."""
        self.bar.type_on()

    @work(exclusive=True, group="ask")
    async def action_group(self) -> None:
        """Choose what they are grouped by."""
        choices = [(grouping.code, grouping.spoken) for grouping in GROUPINGS]
        chosen = await self.app.push_screen_wait(
            ChooseScreen(_("Group the lessons by"), choices, self._by.code)
        )
        if chosen is not None:
            self._by = BY_CODE[chosen]
            self._show()

    def action_filter(self) -> None:
        """The next of the marks, and after the last one none."""
        codes = [None, *MARKS]
        self._mark = codes[(codes.index(self._mark) + 1) % len(codes)]
        self._show()

    def action_copy_key(self) -> None:
        """Put the key of the chosen one on the clipboard."""
        if self._lesson is not None:
            self.app.copy_to_clipboard(self._lesson.ref)
            say(self.app, _("{key} is copied.").format(key=self._lesson.ref))

    def action_clear(self) -> None:
        """Show everything."""
        self._mark = None
        self.bar.ask(Query())

    @work(exclusive=True, group="ask")
    async def action_borrow(self) -> None:
        """Begin an experiment that builds on the lesson, and show its page."""
        done = await borrow(self.app, self._lesson) if self._lesson else None
        if done is not None:
            self.app.open_experiment(done.key)

    @work(exclusive=True, group="ask")
    async def action_judge(self) -> None:
        """Say whether it still stands."""
        if self._lesson and await judge(self.app, self._lesson) is not None:
            self.look()

    @work(exclusive=True, group="ask")
    async def action_share(self) -> None:
        """Note whom it was told to."""
        if self._lesson and await share(self.app, self._lesson) is not None:
            self.look()


def _nothing(clear: str, *, is_narrowed: bool) -> str:
    """What to do when there is nothing to show."""
    if is_narrowed:
        return _("No lesson fits. Press {clear} to see all of them.").format(clear=clear)
    return _(
        "No lessons yet. When a test has ended, its page asks what it taught you; "
        "that stands here for others to use."
    )
