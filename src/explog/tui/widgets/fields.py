"""A field: a question with its reason, the place to answer, and what was understood of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from explog.domain.acts.questions import Answer
from explog.domain.naming.labels import label
from explog.locale import _
from explog.tui.heard import BY_LINE, heard
from explog.tui.widgets import editors
from explog.tui.widgets.completing import Known, known_for
from explog.tui.widgets.editors import Cleaned, Line, Lines, cleaned
from explog.tui.widgets.examples import example
from explog.tui.widgets.field_note import heading, held, left_out, missed, note, room
from explog.tui.widgets.picker import Picker

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from textual.app import ComposeResult
    from textual.widget import Widget

    from explog.domain.acts.questions import Question


class Field(Vertical):
    """One question of a form. ``raw`` is the answer as typed, always text, empty for none."""

    DEFAULT_CSS = """
    Field {
        height: auto;
        margin-bottom: 1;
        padding-left: 1;
        border-left: blank;

        &:focus-within { border-left: wide $mark; }
        &.-wrong { border-left: double $outside; }
        &.-wrong:focus-within { border-left: thick $outside; }

        .asked, .note { height: auto; width: 1fr; }

        Line, Lines {
            background: $surface;
            border: none;
            padding: 0 1;
            width: 1fr;
        }
        Line { height: 1; &.-textual-compact { padding: 0 1; } }
        Lines { height: auto; min-height: 2; max-height: 7; scrollbar-size-vertical: 1; }
        Lines .text-area--placeholder { color: $quiet; }
        Lines:light .text-area--cursor {
            color: $input-cursor-foreground;
            background: $input-cursor-background;
        }
        Line:focus, Lines:focus { background: $panel; border: none; }
    }
    """

    class Changed(Message):
        """The answer changed."""

        def __init__(self, field: Field) -> None:
            """Keep the *field*."""
            super().__init__()
            self.field = field

    class Moved(Message):
        """A person goes on to the next field (1) or back (-1)."""

        def __init__(self, field: Field, step: int, *, by_enter: bool = False) -> None:
            """Keep the *field*, which way, and whether it was by enter."""
            super().__init__()
            self.field = field
            self.step = step
            self.by_enter = by_enter

    def __init__(
        self,
        question: Question,
        today: date,
        raw: str = "",
        *,
        offered: list[tuple[str, str]] | None = None,
        hint: str = "",
        is_optional: bool = False,
        has_default: bool = True,
    ) -> None:
        """Ask *question*.

        Args:
            question: What is asked.
            today: For days such as *tomorrow*.
            raw: What stands there already.
            offered: What there is to choose from, for a reference; None where the question knows it
            itself.
            hint: What the facts suggest, in words.
            is_optional: Whether to say that it may be left out.
            has_default: Whether a day that is left out counts as today here.
        """
        super().__init__()
        self.question = question
        self.problem = ""
        self._today = today
        self._hint = hint
        self._left_out = 0
        self._missed = ""
        self._is_held = False
        self._was_left = False
        self._is_optional = is_optional
        self._is_needed = False
        self._example = example(question, today, has_default=has_default)
        self._note = Static(classes="note")
        self._picker = self._made_picker(raw, offered)
        self._typed = self._made_editor(raw, is_other=self._picker is not None)

    def compose(self) -> ComposeResult:
        """The question, the place to answer, the note."""
        yield Static(self._asked(), classes="asked")
        if self._picker is not None:
            yield self._picker
        if self._typed is not None:
            yield self._typed
        yield self._note

    def on_mount(self) -> None:
        """Say at once what is there."""
        self._tell()

    @property
    def raw(self) -> str:
        """The answer as typed."""
        typed = self._typed.raw.strip() if self._typed is not None else ""
        return typed or (", ".join(self._picker.chosen) if self._picker is not None else "")

    @property
    def editor(self) -> Widget:
        """What takes the focus."""
        first = self._picker if self._picker is not None and self._picker.offered else self._typed
        return first or self

    def complain(self, problem: str) -> None:
        """Show what is wrong until the answer changes."""
        self.problem = problem
        self._tell()

    def ask(self, *, is_optional: bool, is_needed: bool = False) -> None:
        """Say whether it may be left out, or has become needed, as things stand now."""
        if (is_optional, is_needed) != (self._is_optional, self._is_needed):
            self._is_optional, self._is_needed = is_optional, is_needed
            self.query_one(".asked", Static).update(self._asked())

    def complete_from(self, used: Mapping[str, Sequence[str]]) -> None:
        """Complete what is typed from the words *used* in the log."""
        if isinstance(self._typed, Line):
            offered = self._picker.offered if self._picker is not None else ()
            named = [name for _value, name in offered]
            self._typed.suggester = Known(named) if named else known_for(self.question, used)

    @property
    def typed(self) -> str | None:
        """The text that is typed by hand; None where there is only something to pick."""
        return self._typed.raw if self._typed is not None else None

    def write(self, text: str) -> None:
        """Let *text* stand instead of what was typed."""
        if isinstance(self._typed, Line):
            self._typed.value = cleaned(text, is_line=True)[0]
            self._typed.action_end()
        elif self._typed is not None:
            self._typed.text = text
            self._typed.move_cursor(self._typed.document.end)

    def _asked(self) -> Content:
        """The question, its reason, and whether it may be left out."""
        return heading(self.question, is_optional=self._is_optional, is_needed=self._is_needed)

    def _made_picker(self, raw: str, offered: list[tuple[str, str]] | None) -> Picker | None:
        """The answers to pick from, where there are any."""
        question, many = self.question, self.question.kind is Answer.CHOICES
        if question.choices is not None:
            offered = [(one.value, label(one)) for one in question.choices]
        elif question.kind is Answer.YES_NO:
            offered = [("yes", _("yes")), ("no", _("no"))]
        if not offered:
            return None
        picker = Picker(offered, many=many)
        wanted = {part.strip() for part in raw.split(",")} if many else {raw}
        picker.chosen = tuple(value for value, _label in offered if value in wanted)
        return picker

    def _made_editor(self, raw: str, *, is_other: bool) -> Line | Lines | None:
        """The place to type, where there is one.

        A core task can always be another than those on the list.
        """
        kind = self.question.kind
        if is_other:
            if kind is not Answer.CORE_TASK:
                return None
            is_picked = self._picker is not None and bool(self._picker.chosen)
            return Line("" if is_picked else raw, _("or another one: write it here"))
        if kind is Answer.TEXT or kind in BY_LINE:
            return Lines(raw, self._example, by_line=kind in BY_LINE)
        return Line(raw, self._example)

    @on(Picker.Changed)
    @on(Line.Changed)
    @on(Lines.Changed)
    def _take(self, event: Message) -> None:
        """Something was typed or picked."""
        event.stop()
        if isinstance(event, Line.Changed) and event.value and self._picker is not None:
            self._picker.chosen = ()
        if isinstance(event, Picker.Changed) and isinstance(self._typed, Line):
            self._typed.value = ""
        self._missed = ""
        self._is_held = False
        if self.problem:
            self._was_left = True
            self.problem = ""
        self._tell()
        self.post_message(self.Changed(self))

    @on(Picker.Missed)
    def _take_missed(self, event: Picker.Missed) -> None:
        """Letters that begin no answer are another answer where none is typed yet, else said."""
        event.stop()
        if isinstance(self._typed, Line) and event.word.startswith(self._typed.raw):
            self._typed.focus()
            self._typed.value = event.word
            self._typed.action_end()
        else:
            self._missed = event.word
            self._tell()

    @on(editors.Moved)  # inside the class, Moved alone is the field's own
    @on(Picker.Moved)
    def _move_on(self, event: editors.Moved | Picker.Moved) -> None:
        """Inside the field first, then out of it; by enter only once nothing is wrong with it."""
        event.stop()
        if event.by_enter and (self.problem or not self.check()):
            self._is_held = True
            self._tell()
            return
        both = [one for one in (self._picker, self._typed) if one is not None]
        if len(both) > 1:
            here = next((n for n, one in enumerate(both) if one.has_focus), 0)
            is_answered = event.step > 0 and bool(self.raw)
            if 0 <= here + event.step < len(both) and not is_answered:
                both[here + event.step].focus()
                return
        self.post_message(self.Moved(self, event.step, by_enter=event.by_enter))

    @on(Cleaned)
    def _say_cleaned(self, event: Cleaned) -> None:
        """Say that something pasted was left out."""
        event.stop()
        self._left_out += event.count
        self._tell()

    def on_descendant_blur(self) -> None:
        """What cannot be understood is said when the field is left, not while it is typed."""
        self._was_left = True
        self._tell()

    def check(self) -> bool:
        """Whether the answer can be understood; says so beside it when it cannot."""
        self._was_left = True
        self._tell()
        return not heard(self.question, self.raw, self._today).problem

    def _tell(self) -> None:
        """Show the problem, or what was understood, or the hint; and how much room is left."""
        understood = heard(self.question, self.raw, self._today)
        problem = self.problem or (understood.problem if self._was_left else "")
        parts = note(self.question, self.raw, understood, problem, self._hint)
        parts += [held()] if problem and self._is_held else []
        parts += [missed(self._missed)] if self._missed else []
        parts += [left_out(self._left_out)] if self._left_out else []
        if not problem and (used := room(self.question, self.raw)) is not None:
            parts.append(used)
        self._note.display = bool(parts)
        self._note.update(Content("\n").join(parts))
        self.set_class(bool(problem), "-wrong")
        if problem and self.has_focus_within:  # all of what is wrong is read, not its first line
            self.call_after_refresh(self.scroll_visible, animate=False)
