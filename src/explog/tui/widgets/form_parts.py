"""The parts of a form around its fields: the head, what belongs to no field, and the buttons."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from explog.domain.acts.catalogue import BY_NAME
from explog.domain.moments import shown_day
from explog.locale import _, ngettext
from explog.tui.answering import OPENING, UNSTARTED
from explog.tui.keys_named import keyed
from explog.tui.over import NOBODY
from explog.tui.say import say
from explog.tui.screens.form_keys import FORM_COMMANDS
from explog.tui.widgets.pieces import run, said, word

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from explog.domain.acts.draft import Draft
    from explog.tui.asked import Asked
    from explog.tui.complaint import Complaint


ANSWERS = "Line, Lines, Picker"
"""Where something can be answered."""


class KeptLine(Horizontal):
    """What was typed before stands in the fields again; gone where nothing was."""

    is_kept = False
    """Whether it was so, also once the line has made room for what is typed now."""

    def compose(self) -> ComposeResult:
        """When that was, and the way to begin afresh."""
        yield Static()
        afresh = keyed(self.app, _("Begin afresh ({afresh})"), FORM_COMMANDS)
        yield Button(word(afresh), id="afresh", compact=True)

    def on_mount(self) -> None:
        """Nothing was typed before, as far as is known."""
        self.display = False

    def show(self, draft: Draft | None) -> None:
        """Say when *draft* was typed."""
        self.display = self.is_kept = draft is not None
        if draft is None:
            return
        told = _("You began this. Go on, or")
        if draft.at:
            day = datetime.fromisoformat(draft.at).astimezone().date()
            told = _("You began this on {day}. Go on, or").format(day=shown_day(day))
        self.query_one(Static).update(word(told, "$safely"))


class Head(Vertical):
    """The act and the experiment, then where in the form this is."""

    def compose(self) -> ComposeResult:
        """Two lines."""
        yield Static(id="head")
        yield Static(id="step")

    def show(self, made: Asked, place: int) -> None:
        """Say that this is the page number *place*."""
        whose = said(f"  {made.experiment.key} {made.experiment.title}", "$quiet")
        parts = [word(made.act.spoken, "bold $mark")]
        parts += [whose] if made.experiment.key != NOBODY else []
        self.query_one("#head", Static).update(run(*parts))
        where = word(f"{keyed(self.app, step_words(made, place), FORM_COMMANDS)}  ", "$quiet")
        self.query_one("#step", Static).update(run(where, word(made.pages[place].title, "bold")))


class Wrong(Static):
    """What belongs to no field, and how many answers are wrong; gone while nothing is."""

    def show(self, complaint: Complaint) -> None:
        """Say what is wrong."""
        texts = [line for text in complaint.below for line in text.splitlines()]
        lines = [said(f"✗ {line}", "$outside") for line in texts]
        count = len(complaint.beside)
        if count > 1:
            words = ngettext(
                "{n} answer is missing or unclear.", "{n} answers are missing or unclear.", count
            )
            lines.append(word(words.format(n=count), "$outside"))
        if complaint.pages:
            ahead = len(complaint.pages)
            words = ngettext(
                "{n} step still asks something", "{n} steps still ask something", ahead
            )
            lines.append(word(words.format(n=ahead), "$quiet"))
        self.display = bool(lines)
        self.update(Content("\n").join(lines))


class ButtonRow(Horizontal):
    """The buttons of a form; what is typed on one is no answer, and that is said."""

    async def on_key(self, event: events.Key) -> None:
        """Up goes back to the answers, left and right to the button beside; ? helps."""
        if event.key in {"up", "left"}:
            self.screen.focus_previous(ANSWERS if event.key == "up" else "Button")
        elif event.key == "right":
            self.screen.focus_next("Button")
        elif event.character == "?":
            await self.app.run_action("app.help")
        elif event.character is not None and event.character.isalnum():
            say(self.app, _("Nothing was written: this is a button. ⏎ presses it, ↑ goes back."))
        else:
            return
        event.stop()


class Buttons(ButtonRow):
    """Back, save, next, and the act that must come first; only those that lead somewhere."""

    def compose(self) -> ComposeResult:
        """All of them; ``show`` hides what is not needed."""
        yield Button(word(_("Back")), id="back", compact=True)
        yield Button(word(_("Save")), id="save", compact=True)
        yield Button(word(_("Next")), id="next", compact=True)
        yield Button(word(""), id="instead", compact=True)

    def on_mount(self) -> None:
        """Nothing leads anywhere before there is a page."""
        self.query(Button).set(display=False)

    def show(self, made: Asked, place: int, complaint: Complaint) -> None:
        """Offer what makes sense on the page number *place*."""
        rest = sum(not page.is_needed for page in made.pages)
        needed = len(made.pages) - rest
        may_save = place + 1 >= needed
        back, save, forward, instead = self.query(Button)
        back.display = place > 0
        save.display = may_save
        save.label = word(_("Read the frame aloud") if made.act.name in OPENING else _("Save"))
        forward.display = place + 1 < len(made.pages)
        is_choice = may_save and needed > 0 and place + 1 == needed
        forward.label = word(_more(rest) if is_choice else _("Next"))
        save.set_class(may_save, "-first")
        forward.set_class(not may_save, "-first")
        instead.display = complaint.instead is not None
        if complaint.instead is not None:
            told = f"{BY_NAME[complaint.instead].spoken} …"
            instead.label = word(_("Save without starting") if may_wait(complaint) else told)

    def focus_first(self) -> None:
        """Put the cursor on the button that leads on."""
        self.query_one("Button.-first", Button).focus()


def may_wait(complaint: Complaint) -> bool:
    """Whether what cannot start can be saved as it is."""
    return complaint.instead == UNSTARTED


def step_words(made: Asked, place: int) -> str:
    """``Step 1 of 2``, or ``Optional 3 of 7`` once all that is needed was asked.

    ``{save}`` stands for the key that saves.
    """
    needed = sum(page.is_needed for page in made.pages)
    if not needed:
        return _("Step {n} of {all}").format(n=place + 1, all=len(made.pages))
    if made.pages[place].is_needed:
        return _("Step {n} of {all}").format(n=place + 1, all=needed)
    rest = len(made.pages) - needed
    told = _("Optional {n} of {all} – {save} saves already")
    return told.format(n=place + 1 - needed, all=rest, save="{save}")


def _more(count: int) -> str:
    """The button that leads to what may be left out."""
    return ngettext("{n} optional step", "{n} optional steps", count).format(n=count)
