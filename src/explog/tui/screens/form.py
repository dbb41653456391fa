"""The form of any act: generated from its questions, one page of three to five at a time.

Errors stand beside their field, saving never fails silently, and leaving loses nothing.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from explog.domain.acts import BY_NAME
from explog.errors import ConflictError
from explog.locale import N_, _, ngettext
from explog.tui.answering import (
    OPENING,
    Complaint,
    checked,
    commit,
    foreseen,
    newest_of,
    sorted_out,
)
from explog.tui.asked import asked, is_shown
from explog.tui.commands import Command, bindings
from explog.tui.kept import kept
from explog.tui.say import say
from explog.tui.screens.box import ROOMY, most_lines
from explog.tui.widgets.fields import Field
from explog.tui.widgets.pieces import run, said, word

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Resize

    from explog.errors import ExplogError
    from explog.tui.app import ExplogApp
    from explog.tui.asked import Asked
    from explog.tui.kept import Place

COMMANDS_HERE = (
    Command(
        "save",
        "f2,ctrl+s",
        N_("Save"),
        N_("Save and leave; what is missing is said."),
        in_footer=True,
    ),
    Command("turn(1)", "pagedown,f8,ctrl+n", N_("Next step"), "", in_footer=True, shown="PgDn"),
    Command("turn(-1)", "pageup,f7,ctrl+b", N_("Back"), "", in_footer=True, shown="PgUp"),
    Command(
        "leave",
        "escape",
        N_("Leave"),
        N_("Leave; what you typed is kept."),
        in_footer=True,
        shown="esc",
    ),
)


class Body(VerticalScroll, can_focus=False):
    """The fields of one page; they scroll where the head and the buttons leave too little room."""


class FormScreen(ModalScreen["Done | None"]):
    """Asks what an act needs and saves it as one event; gives what was done, or None when it was left."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        replace(one, priority=True) for one in bindings(COMMANDS_HERE)
    ]  # before the fields, which have uses of their own for these keys
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [
        (0, "-narrow"),
        (ROOMY, "-wide"),
    ]

    app: ExplogApp

    def __init__(
        self, act_name: str, ref: str, element: str | None = None, focus: str | None = None
    ) -> None:
        """Ask for the act *act_name* (or ``edit``) on the experiment *ref*.

        Args:
            act_name: One of ``explog.domain.acts.ACTS``, or ``edit``.
            ref: A key or an id.
            element: The element to change (a lesson's id) instead of adding one.
            focus: The question to begin with.
        """
        super().__init__()
        self._act_name = act_name
        self._ref = ref
        self._element = element
        self._wanted = focus
        self._asked: Asked | None = None
        self._page = 0
        self._complaint = Complaint()
        self.answers: dict[str, str] = {}
        """Every answer as typed, by question."""

    def compose(self) -> ComposeResult:
        """Head, fields, what is wrong, buttons, keys."""
        with Vertical(id="panel"):
            yield Static(id="head")
            yield Static(id="step")
            with Horizontal(id="kept"):
                yield Static(word(_("Kept from before."), "$safely"))
                yield Button(word(_("Begin afresh")), id="afresh", compact=True)
            yield Body()
            yield Static(id="wrong")
            with Horizontal(id="buttons"):
                yield Button(word(_("Back")), id="back", compact=True)
                yield Button(word(_("Save")), id="save", compact=True)
                yield Button(word(_("Next")), id="next", compact=True)
                yield Button("", id="instead", compact=True)
            yield Static(
                word(_("⏎ next · F2 save · esc leave · PgDn/PgUp steps · ← → choose"), "$quiet"),
                id="keys",
            )

    async def on_mount(self) -> None:
        """Read what there is to ask; what cannot happen now is said, and nothing is opened."""
        for name in ("kept", "wrong", "instead", "back", "save"):
            self.query_one(f"#{name}").display = False
        self._asked = await self.app.attempt(
            partial(asked, name=self._act_name, ref=self._ref, element=self._element), self._refuse
        )
        if self._asked is None:
            self.dismiss(None)
            return
        before = kept(self.app).get(self._place(self._asked), {})
        self.answers = {**self._asked.values, **before}
        self.query_one("#kept").display = bool(before)
        await self._show(self._page_of(self._wanted) or 0, self._wanted)

    def on_resize(self, event: Resize) -> None:
        """Fit into the room there is."""
        self._fit(event.size.width, event.size.height)

    def _fit(self, width: int, height: int) -> None:
        """Leave room for head and buttons."""
        lines = [self.query_one(name) for name in ("#kept", "#wrong")]
        more = sum(one.size.height for one in lines if one.display)
        self.query_one(Body).styles.max_height = most_lines(width, height, more)

    def _refuse(self, error: ExplogError) -> None:
        """Say why there is nothing to ask."""
        say(self.app, str(error), "warning")

    @property
    def asked(self) -> Asked:
        """What is asked; only once it was read."""
        assert self._asked is not None
        return self._asked

    def _place(self, made: Asked) -> Place:
        """Where this form's answers are kept."""
        return made.act.name, made.experiment.id, self._element

    def _page_of(self, name: str | None) -> int | None:
        """The page on which the question *name* stands."""
        pages = enumerate(self.asked.pages)
        return next((n for n, page in pages if any(q.name == name for q in page.questions)), None)

    async def _show(self, page: int, focus: str | None = None) -> None:
        """Show the page number *page*, the cursor in the field *focus* or the first one."""
        self._page = page
        made = self.asked
        asks_both = any(question.name in made.needed for question in made.pages[page].questions)
        fields = [
            Field(
                question,
                made.today,
                self.answers.get(question.name, ""),
                offered=made.offered.get(question.name),
                hint=made.hints.get(question.name, ""),
                is_optional=asks_both
                and question.name not in made.needed
                and question.name not in made.values,
            )
            for question in made.pages[page].questions
        ]
        body = self.query_one(Body)
        async with self.batch():
            await body.remove_children()
            await body.mount(*fields)
            body.scroll_home(animate=False)
            self._tell()
        self._focus(focus)

    def _focus(self, name: str | None) -> None:
        """Put the cursor in the field *name*, or the first one of the page."""
        shown = [one for one in self.query(Field) if one.display]
        wanted = next(
            (one for one in shown if one.question.name == name), shown[0] if shown else None
        )
        if wanted is not None:
            wanted.editor.focus()

    def _tell(self) -> None:
        """Bring head, buttons, problems and the fields that wait for others up to date."""
        made, page = self.asked, self.asked.pages[self._page]
        needed = sum(one.is_needed for one in made.pages)
        rest = len(made.pages) - needed
        key = made.experiment.key
        self.query_one("#head", Static).update(
            run(
                word(made.act.spoken, "bold $mark"),
                word(f"  {key} ", "$quiet"),
                said(made.experiment.title, "$quiet"),
            )
        )
        if page.is_needed:
            where = _("Step {n} of {all}").format(n=self._page + 1, all=needed)
        else:
            where = _("Optional {n} of {all}").format(n=self._page + 1 - needed, all=rest)
        self.query_one("#step", Static).update(
            run(word(f"{where}  ", "$quiet"), word(page.title, "bold"))
        )
        is_last_needed = not page.is_needed or self._page + 1 == needed
        has_more = self._page + 1 < len(made.pages)
        self.query_one("#back").display = self._page > 0
        self.query_one("#save").display = is_last_needed
        forward = self.query_one("#next", Button)
        forward.display = has_more
        forward.label = word(_more(rest) if is_last_needed and page.is_needed else _("Next"))
        self.query_one("#save", Button).label = word(
            _("Read the frame aloud") if made.act.name in OPENING else _("Save")
        )
        for name in ("next", "save"):
            self.query_one(f"#{name}").set_class((name == "save") is is_last_needed, "-first")
        for one in self.query(Field):
            problem = self._complaint.beside.get(one.question.name, "")
            one.display = bool(problem) or is_shown(made, one.question, self.answers)
            if problem and not one.problem:
                one.complain(problem)
        self._tell_wrong()

    def _tell_wrong(self) -> None:
        """What belongs to no field, and how much is wrong on other pages."""
        lines = [
            said(f"✗ {line}", "$outside")
            for text in self._complaint.below
            for line in text.splitlines()
        ]
        count = len(self._complaint.beside)
        if count > 1:
            counted = ngettext(
                "{n} answer is missing or unclear.", "{n} answers are missing or unclear.", count
            )
            lines.append(word(counted.format(n=count), "$outside"))
        wrong = self.query_one("#wrong", Static)
        wrong.display = bool(lines)
        wrong.update(Content("\n").join(lines))
        instead = self.query_one("#instead", Button)
        instead.display = self._complaint.instead is not None
        if self._complaint.instead is not None:
            instead.label = word(f"{BY_NAME[self._complaint.instead].spoken} …")
        self.call_after_refresh(self._fit, *self.size)

    @on(Field.Changed)
    def _take(self, event: Field.Changed) -> None:
        """Remember the answer; what waits for it appears or goes."""
        name = event.field.question.name
        if self.answers.get(name, "") != event.field.raw:
            self.answers[name] = event.field.raw
            self._complaint.beside.pop(name, None)
            for one in self.query(Field):
                one.display = bool(one.problem) or is_shown(self.asked, one.question, self.answers)
            self._tell_wrong()

    @on(Field.Moved)
    def _go_on(self, event: Field.Moved) -> None:
        """To the next field that is shown; past the last one, to the button."""
        shown = [one for one in self.query(Field) if one.display]
        place = shown.index(event.field) + event.step
        if 0 <= place < len(shown):
            shown[place].editor.focus()
        elif place >= len(shown):
            first = self.query("Button.-first").filter(
                "#save" if self.query_one("#save").display else "#next"
            )
            first.first(Button).focus()

    @on(Button.Pressed)
    async def _press(self, event: Button.Pressed) -> None:
        """Do what the button says."""
        match event.button.id:
            case "back":
                await self.action_turn(-1)
            case "next":
                await self.action_turn(1)
            case "save":
                self.action_save()
            case "instead" if self._complaint.instead is not None:
                self.app.push_screen(FormScreen(self._complaint.instead, self.asked.experiment.id))
            case "afresh":
                await self._begin_afresh()

    async def action_turn(self, step: int) -> None:
        """Show the next page or the one before; forward only when every answer here can be understood."""
        if self._asked is None:
            return
        unclear = [one for one in self.query(Field) if not one.check()]
        if step > 0 and unclear:
            unclear[0].editor.focus()
        elif 0 <= self._page + step < len(self.asked.pages):
            await self._show(self._page + step)

    @work(exclusive=True, group="save")
    async def action_save(self) -> None:
        """Save, after the frame was read aloud where one is locked; or say everything that is missing."""
        if self._asked is None:
            return
        made, answers = self.asked, dict(self.answers)
        complaint = checked(made, answers)
        errors: list[ExplogError] = []
        if not complaint and made.act.name in OPENING:
            complaint = (
                await self.app.attempt(partial(foreseen, made=made, answers=answers), errors.append)
                or complaint
            )
            if not errors and not complaint and not await self._is_read_aloud():
                return
        if not complaint and not errors:
            done = await self.app.attempt(
                partial(commit, made=made, answers=answers), errors.append
            )
            if done is not None:
                kept(self.app).pop(self._place(made), None)
                self.dismiss(done)
                return
        for error in errors:
            complaint = sorted_out(made, error)
            if isinstance(error, ConflictError):  # both values are shown now; saving again chooses
                made.seen = await self.app.attempt(partial(newest_of, made=made))
        await self._complain(complaint)

    async def _is_read_aloud(self) -> bool:
        """Whether a person read the frame aloud and locks it."""
        from explog.tui.screens.card import FrameCard, card

        return bool(await self.app.push_screen_wait(FrameCard(card(self.asked, self.answers))))

    async def _complain(self, complaint: Complaint) -> None:
        """Show everything that is wrong, the cursor on the first of it."""
        self._complaint = complaint
        names = [q.name for q in self.asked.questions if q.name in complaint.beside]
        page = self._page_of(names[0]) if names else None
        await self._show(self._page if page is None else page, names[0] if names else None)

    async def _begin_afresh(self) -> None:
        """Let go of what was kept."""
        kept(self.app).pop(self._place(self.asked), None)
        self.answers = dict(self.asked.values)
        self.query_one("#kept").display = False
        await self._show(0)

    def action_leave(self) -> None:
        """Leave; what was typed waits for the next time."""
        if self._asked is not None:
            typed = {
                name: raw
                for name, raw in self.answers.items()
                if raw != self.asked.values.get(name, "")
            }
            if typed:
                kept(self.app)[self._place(self.asked)] = typed
                say(self.app, _("What you typed is kept for the next time."))
        self.dismiss(None)


def _more(count: int) -> str:
    """The button that leads to what may be left out."""
    return ngettext("{n} optional step", "{n} optional steps", count).format(n=count)
