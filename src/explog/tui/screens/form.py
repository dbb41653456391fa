"""The form of any act: generated from its questions, one page of three to five at a time.

Errors stand beside their field, saving never fails silently, and what is typed is kept.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Button

from explog.domain.acts.draft import Place
from explog.locale import _
from explog.tui.ahead import ahead_of
from explog.tui.answering import typed
from explog.tui.asked import asked
from explog.tui.complaint import Complaint
from explog.tui.kept import tell_kept
from explog.tui.not_yet import instead_of
from explog.tui.offering import learnt
from explog.tui.outside import edit_outside
from explog.tui.recall import WITH_A_BELIEF, Recall, idea_of
from explog.tui.saving import saved
from explog.tui.screens.box import BROAD, WIDTHS, most_lines
from explog.tui.screens.form_keys import FORM_COMMANDS, KEYS, KEYS_OF_ONE_PAGE
from explog.tui.widgets.fields import Field
from explog.tui.widgets.form_body import Body
from explog.tui.widgets.form_parts import Buttons, Head, KeptLine, Wrong, may_wait
from explog.tui.widgets.keys_here import KeysHere
from explog.tui.widgets.related import RelatedPanel
from explog.tui.working import once_laid_out, work

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Resize

    from explog.errors import ExplogError
    from explog.journal.journal import Done  # noqa: F401 - mypy reads it in the base class
    from explog.tui.asked import Asked
    from explog.tui.program import Program


class FormScreen(ModalScreen["Done | None"]):
    """Asks what an act needs and saves it; gives what was done, or None when it was left."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        # before the fields, which have uses of their own for these keys
        replace(binding, priority=True)
        for command in FORM_COMMANDS
        for binding in command.bindings()
    ]
    HORIZONTAL_BREAKPOINTS = WIDTHS

    app: Program

    def __init__(
        self,
        act_name: str,
        ref: str = "",
        element: str | None = None,
        focus: str | None = None,
        given: Mapping[str, str] | None = None,
    ) -> None:
        """Ask for the act *act_name* (or ``edit``, or ``over``) on the experiment *ref*.

        Args:
            act_name: One of ``explog.domain.acts.catalogue.ACTS``, or ``edit``, or ``over``.
            ref: A key or an id; empty for ``over``, which makes one.
            element: The element to change (a lesson's id) instead of adding one.
            focus: The question to begin with.
            given: Answers that were typed elsewhere already.
        """
        super().__init__()
        self._act_name = act_name
        self._ref = ref
        self._element = element
        self._wanted = focus
        self._given = dict(given or {})
        self._asked: Asked | None = None
        self._page = 0
        self._were_shown: set[int] = set()
        self._complaint = Complaint()
        self._recall: Recall | None = None
        self.answers: dict[str, str] = {}
        """Every answer as typed, by question."""

    def compose(self) -> ComposeResult:
        """Head, fields, what is wrong, buttons, keys; beside them what was tried before."""
        yield RelatedPanel()
        with Vertical(id="panel"):
            yield Head()
            yield KeptLine()
            yield Body()
            yield Wrong()
            yield Buttons()
            yield KeysHere(_(KEYS_OF_ONE_PAGE), FORM_COMMANDS)

    async def on_mount(self) -> None:
        """Read what there is to ask; of what cannot happen now it is said why."""
        errors: list[ExplogError] = []
        self._asked = await self.app.attempt(
            partial(asked, name=self._act_name, ref=self._ref, element=self._element), errors.append
        )
        if self._asked is None:
            for error in errors:
                self._refuse(error)
            return
        before = await self.app.keeper.before(self._asked.place)
        kept = before.answers if before is not None else {}
        self.answers = {**self._asked.at_first, **kept, **self._given}
        self.query_one(KeptLine).show(before)
        await self._show(self._asked.page_of(self._wanted) or 0, self._wanted)
        if self._given:
            self._keep()
        if self._asked.act.name in WITH_A_BELIEF:
            own = self._asked.experiment.id
            self._recall = Recall(self.app, self.query_one(RelatedPanel), own)
            self._remember(at_once=True)
        self.run_worker(learnt(self.app, self.query_one(Body)), group="words", exclusive=True)

    def on_resize(self, event: Resize) -> None:
        """Fit into the room there is, the field that is typed in kept in sight."""
        self.query_one(RelatedPanel).stand(beside=event.size.width >= BROAD)
        self._fit(event.size.width, event.size.height)
        if self.focused is not None:
            self.call_after_refresh(self.focused.scroll_visible, animate=False)

    def _fit(self, width: int, height: int) -> None:
        """Leave room for head and buttons."""
        more = sum(one.size.height for one in self.query("KeptLine, Wrong") if one.display)
        more += self.query_one(RelatedPanel).lines if width < BROAD else 0
        self.query_one(Body).styles.max_height = most_lines(width, height, more)

    @work(group="refuse")
    async def _refuse(self, error: ExplogError) -> None:
        """Say why there is nothing to ask, and what leads on; gives what was done instead."""
        self.query_one("#panel").display = False
        if self.is_active:  # the person may have gone on meanwhile
            place = Place(self._act_name, self._ref, self._element)
            self.dismiss(await instead_of(self.app, place, error))

    @property
    def asked(self) -> Asked:
        """What is asked; only once it was read."""
        if self._asked is None:
            raise RuntimeError("not read yet")  # noqa: TRY003 - for programmers only
        return self._asked

    async def _show(self, page: int, focus: str | None = None) -> None:
        """Show the page number *page*, the cursor in the field *focus* or the first one."""
        self._page = page
        self._were_shown.add(page)
        self._complaint.pages = [n for n in self._complaint.pages if n not in self._were_shown]
        body = self.query_one(Body)
        async with self.batch():
            await body.fill(self.asked, page, self.answers)
            self._tell()
        body.focus_on(focus)

    def _tell(self) -> None:
        """Bring everything around the fields up to date, and show what is wrong beside them."""
        self.query_one(Head).show(self.asked, self._page)
        self.query_one(Buttons).show(self.asked, self._page, self._complaint)
        self.query_one(KeysHere).show(_(KEYS if len(self.asked.pages) > 1 else KEYS_OF_ONE_PAGE))
        self._tell_fields()
        once_laid_out(self, partial(self._fit, *self.size))

    def _tell_fields(self) -> None:
        """Show which fields are asked and wrong."""
        self.query_one(Wrong).show(self._complaint)
        self.query_one(Body).tell(self.asked, self._page, self.answers, self._complaint)

    @on(Field.Changed)
    def _take(self, event: Field.Changed) -> None:
        """Remember the answer; what waits for it appears or goes."""
        name = event.field.question.name
        if self.answers.get(name, "") != event.field.raw:
            self.answers[name] = event.field.raw
            self._complaint.forget(name)
            self.query_one(KeptLine).display = False
            self._tell_fields()
            self._keep()
            self._remember()

    def _keep(self) -> None:
        """Let what is typed be kept."""
        self.app.keeper.note(self.asked.place, typed(self.asked, self.answers))

    def _remember(self, *, at_once: bool = False) -> None:
        """Look for earlier experiments that resemble this one."""
        if self._recall is not None:
            self._recall.note(idea_of(self.asked, self.answers), at_once=at_once)

    @on(RelatedPanel.Shown)
    def _make_room(self) -> None:
        """Leave room for what was tried before."""
        self._fit(*self.size)

    @on(Field.Moved)
    def _go_on(self, event: Field.Moved) -> None:
        """To the next field that is shown; past the last one, to the button."""
        body = self.query_one(Body)
        if not body.focus_beside(event.field, event.step) and not body.focus_unclear():
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
            case "instead" if may_wait(self._complaint):
                self.action_save(may_start=False)
            case "instead" if self._complaint.instead is not None:
                self.app.push_screen(FormScreen(self._complaint.instead, self.asked.experiment.id))
            case "afresh":
                await self.action_afresh()

    async def action_turn(self, step: int) -> None:
        """Show the next page or the one before; forward only when every answer here is clear."""
        if self._asked is None or (step > 0 and self.query_one(Body).focus_unclear()):
            return
        if 0 <= self._page + step < len(self.asked.pages):
            await self._show(self._page + step)

    @work(exclusive=True, group="save")
    async def action_save(self, *, may_start: bool = True) -> None:
        """Save, after the frame was read aloud where one is locked; or say all that is missing."""
        if self._asked is None:
            return
        made, answers = self._asked, dict(self.answers)
        ahead = ahead_of(made, answers, self._were_shown) if may_start else None
        if ahead:  # something is wrong where a person was
            await self._complain(ahead)
        elif ahead is not None:  # nothing is missing there: go on to what nobody saw yet
            self._complaint = ahead
            await self._show(ahead.pages[0])
        else:
            outcome = await saved(self.app, made, answers, may_start=may_start)
            if isinstance(outcome, Complaint):
                await self._complain(outcome, has_gone_on=answers != self.answers)
            elif outcome is not None:
                self.app.keeper.drop(made.place)
                self.dismiss(outcome)

    async def _complain(self, complaint: Complaint, *, has_gone_on: bool = False) -> None:
        """Show all that is wrong, the cursor on the first of it unless somebody types meanwhile."""
        self._complaint = complaint
        names = [q.name for q in self.asked.questions if q.name in complaint.beside]
        page = self.asked.page_of(names[0]) if names else self._page
        if has_gone_on or page in {None, self._page}:
            self._tell()
            if names and not has_gone_on:
                self.query_one(Body).focus_on(names[0])
        else:
            await self._show(page or 0, names[0])

    async def action_afresh(self) -> None:
        """Let go of what was kept."""
        if self._asked and self.query_one(KeptLine).is_kept:
            self.app.keeper.drop(self.asked.place)
            self.answers = dict(self.asked.at_first)
            self.query_one(KeptLine).show(None)
            await self._show(0)

    @work(exclusive=True, group="editor")
    async def action_editor(self) -> None:
        """Write the text in the editor the person is used to."""
        await edit_outside(self.app)

    def action_related(self) -> None:
        """Move to what was tried before."""
        self.query_one(RelatedPanel).enter()

    def action_leave(self) -> None:
        """Leave; what was typed waits for the next time."""
        if self.query_one(RelatedPanel).has_focus_within:
            self.query_one(Body).focus_on(None)
            return
        if self._asked is not None and (kept := typed(self.asked, self.answers)):
            self.app.keeper.note(self.asked.place, kept)
            self.app.keeper.write()
            tell_kept(self.app, kept)
        self.dismiss(None)
