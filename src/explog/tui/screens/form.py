"""The form of any act: generated from its questions, one page of three to five at a time.

Errors stand beside their field, saving never fails silently, and leaving loses nothing.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from explog.errors import ConflictError
from explog.locale import N_, _
from explog.tui.answering import (
    OPENING,
    Complaint,
    commit,
    foreseen,
    newest_of,
    sorted_out,
    unclear,
    with_blanks,
)
from explog.tui.asked import asked
from explog.tui.commands import Command
from explog.tui.kept import kept
from explog.tui.say import say
from explog.tui.screens.box import WIDTHS, most_lines
from explog.tui.waiting import is_shown
from explog.tui.widgets.fields import Field
from explog.tui.widgets.form_parts import Body, Buttons, Head, Wrong, fields_of
from explog.tui.widgets.pieces import word

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Resize

    from explog.errors import ExplogError
    from explog.journal.journal import Done  # noqa: F401 - mypy reads it in the base class
    from explog.tui.app import ExplogApp
    from explog.tui.asked import Asked
    from explog.tui.kept import Place

COMMANDS_HERE = (
    Command("save", "f2,ctrl+s", N_("Save"), N_("Save and leave, or say what is missing."),
            in_footer=True),
    Command("turn(1)", "pagedown,f8,ctrl+n", N_("Next step"), "", in_footer=True, shown="PgDn"),
    Command("turn(-1)", "pageup,f7,ctrl+b", N_("Back"), "", in_footer=True, shown="PgUp"),
    Command("leave", "escape", N_("Leave"), N_("Leave; what you typed is kept."),
            in_footer=True, shown="esc"),
)  # fmt: skip


class FormScreen(ModalScreen["Done | None"]):
    """Asks what an act needs and saves it; gives what was done, or None when it was left."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        # before the fields, which have uses of their own for these keys
        replace(binding, priority=True)
        for command in COMMANDS_HERE
        for binding in command.bindings()
    ]
    HORIZONTAL_BREAKPOINTS = WIDTHS

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
            yield Head()
            with Horizontal(id="kept"):
                yield Static(word(_("Kept from before."), "$safely"))
                yield Button(word(_("Begin afresh")), id="afresh", compact=True)
            yield Body()
            yield Wrong()
            yield Buttons()
            keys = _("⏎ next · F2 save · esc leave · PgDn/PgUp steps · ← → choose")
            yield Static(word(keys, "$quiet"), id="keys")

    async def on_mount(self) -> None:
        """Read what there is to ask; what cannot happen now is said, and nothing is opened."""
        self.query_one("#kept").display = False
        self.query_one(Wrong).display = False
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
        lines = [self.query_one("#kept"), self.query_one(Wrong)]
        more = sum(one.size.height for one in lines if one.display)
        self.query_one(Body).styles.max_height = most_lines(width, height, more)

    def _refuse(self, error: ExplogError) -> None:
        """Say why there is nothing to ask."""
        say(self.app, str(error), "warning")

    @property
    def asked(self) -> Asked:
        """What is asked; only once it was read."""
        if self._asked is None:
            raise RuntimeError("not read yet")  # noqa: TRY003 - for programmers only
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
        body = self.query_one(Body)
        async with self.batch():
            await body.remove_children()
            await body.mount(*fields_of(self.asked, page, self.answers))
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
        """Bring everything around the fields up to date, and show what is wrong beside them."""
        self.query_one(Head).show(self.asked, self._page)
        self.query_one(Buttons).show(self.asked, self._page, self._complaint)
        self.query_one(Wrong).show(self._complaint)
        for one in self.query(Field):
            problem = self._complaint.beside.get(one.question.name, "")
            if problem and not one.problem:
                one.complain(problem)
        self._tell_waiting()
        self.call_after_refresh(self._fit, *self.size)

    def _tell_waiting(self) -> None:
        """Show the fields that wait for an answer once it is given; what is wrong always shows."""
        for one in self.query(Field):
            one.display = bool(one.problem) or is_shown(self.asked, one.question, self.answers)

    @on(Field.Changed)
    def _take(self, event: Field.Changed) -> None:
        """Remember the answer; what waits for it appears or goes."""
        name = event.field.question.name
        if self.answers.get(name, "") != event.field.raw:
            self.answers[name] = event.field.raw
            self._complaint.beside.pop(name, None)
            self.query_one(Wrong).show(self._complaint)
            self._tell_waiting()

    @on(Field.Moved)
    def _go_on(self, event: Field.Moved) -> None:
        """To the next field that is shown; past the last one, to the button."""
        shown = [one for one in self.query(Field) if one.display]
        place = shown.index(event.field) + event.step
        if 0 <= place < len(shown):
            shown[place].editor.focus()
        elif place >= len(shown):
            self.query_one(Buttons).focus_first()

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
        """Show the next page or the one before; forward only when every answer here is clear."""
        if self._asked is None:
            return
        unclear = [one for one in self.query(Field) if not one.check()]
        if step > 0 and unclear:
            unclear[0].editor.focus()
        elif 0 <= self._page + step < len(self.asked.pages):
            await self._show(self._page + step)

    @work(exclusive=True, group="save")
    async def action_save(self) -> None:
        """Save, after the frame was read aloud where one is locked; or say all that is missing."""
        if self._asked is None:
            return
        made, answers = self.asked, dict(self.answers)
        errors: list[ExplogError] = []
        complaint = unclear(made, answers)
        if not complaint:
            ask = partial(foreseen, made=made, answers=answers)
            complaint = await self.app.attempt(ask, errors.append) or complaint
        if not complaint and not errors:
            if made.act.name in OPENING and not await self._is_read_aloud():
                return
            save = partial(commit, made=made, answers=answers)
            done = await self.app.attempt(save, errors.append)
            if done is not None:
                kept(self.app).pop(self._place(made), None)
                self.dismiss(done)
                return
        for error in errors:
            complaint = with_blanks(made, answers, sorted_out(made, error))
            if isinstance(error, ConflictError):  # both values are shown now; saving again chooses
                made.seen = await self.app.attempt(partial(newest_of, made=made))
        await self._complain(complaint)

    async def _is_read_aloud(self) -> bool:
        """Whether a person read the frame aloud and locks it."""
        from explog.tui.screens.card import FrameCard, card

        read: bool | None = await self.app.push_screen_wait(
            FrameCard(card(self.asked, self.answers))
        )
        return bool(read)

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
