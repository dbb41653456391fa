"""The preview beside the lessons: one lesson whole, where it is from and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from explog.domain.lists.lessons import MARKS, told
from explog.domain.moments import parse_moment, shown_moment
from explog.domain.naming.labels import glyph, label, state_word
from explog.domain.naming.vocabulary_learning import Competence, LessonKind, LessonStatus, Theme
from explog.domain.query.words import HALLMARKS
from explog.locale import N_, _
from explog.tui.widgets.pieces import run, said, word
from explog.tui.widgets.signs import tone

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from explog.domain.lists.lessons import Lesson

_PARTS = (
    (N_("We believed that …"), "we_believed", ""),
    (N_("We observed …"), "we_observed", ""),
    (N_("From that we learned …"), "we_learned", "bold"),
    (N_("Therefore we will …"), "therefore", ""),
)


class LessonPreview(VerticalScroll, can_focus=False):
    """One lesson."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self._lesson: Lesson | None = None
        self._today = ""

    def compose(self) -> ComposeResult:
        """Two texts; the room there is decides which one is seen."""
        yield Static(id="whole")
        yield Static(id="brief")

    def on_resize(self) -> None:
        """There may be room for more, or for less."""
        self.show(self._lesson, self._today)

    def show(self, lesson: Lesson | None, today: str) -> None:
        """Show *lesson* as of *today* (ISO), or nothing."""
        self._lesson, self._today = lesson, today
        if not self.size:
            return
        self._fill("#whole", whole(lesson, today) if lesson else Content())
        self._fill("#brief", brief(lesson) if lesson else Content())
        if self.scroll_y:
            self.scroll_home(animate=False)

    def _fill(self, place: str, text: Content) -> None:
        """Put *text* there; walking through the list does not lay out the page at each step."""
        inside = self.query_one(place, Static)
        if not inside.display:
            return
        height = max(len(text.wrap(max(1, self.content_size.width - 1))), self.size.height)
        inside.update(text, layout=False)
        if inside.styles.height is None or inside.styles.height.value != height:
            inside.styles.height = height


def whole(lesson: Lesson, today: str) -> Content:
    """The text about *lesson*."""
    lines = [
        run(said(lesson.ref, "bold $mark"), "  ", _sign(lesson)),
        said(lesson.title, "bold"),
        said(" · ".join(part for part in (lesson.workplace, lesson.core_task) if part), "$quiet"),
    ]
    for title, name, style in _PARTS:
        text = getattr(lesson, name)
        if text:
            lines += [Content(), word(_(title), "$quiet"), said(text, style)]
    lines += [Content(), *(run(word(f"{name}: ", "$quiet"), told) for name, told in _facts(lesson))]
    lines += [word(_(MARKS[code]), "$quiet") for code in lesson.marks(today)]
    return Content("\n").join(lines)


def brief(lesson: Lesson) -> Content:
    """What *lesson* says and asks for."""
    lines = [run(said(lesson.ref, "bold $mark"), "  ", said(lesson.title, "$quiet"))]
    lines.append(said(lesson.we_learned, "bold"))
    if lesson.therefore:
        lines.append(run(word("→ ", "$quiet"), said(lesson.therefore)))
    return Content("\n").join(lines)


def _sign(lesson: Lesson) -> Content:
    """How its experiment ended, as glyph and word."""
    style = tone(lesson.state, lesson.outcome)
    shown = f"{glyph(lesson.state, lesson.outcome)} {state_word(lesson.state, lesson.outcome)}"
    return word(shown, style)


def _facts(lesson: Lesson) -> list[tuple[str, Content]]:
    """What is known about it, as pairs of a name and what it is."""
    facts = [
        (_("Asks you to"), label(LessonKind(lesson.kind)) if lesson.kind else ""),
        (_("Theme"), label(Theme(lesson.theme)) if lesson.theme else ""),
        (_("How sure"), told(lesson.evidence) if lesson.evidence else ""),
        (_("Competence"), label(Competence(lesson.competence)) if lesson.competence else ""),
        (_("Hallmark"), _(HALLMARKS[str(lesson.hallmark)]) if lesson.hallmark else ""),
        (_("Status"), _status(lesson)),
        (_("Used by"), ", ".join(lesson.used_by)),
        (_("Told to"), ", ".join(lesson.shared_with)),
        (_("Learned on"), _day(lesson.made_on)),
    ]
    return [(name, said(text)) for name, text in facts if text]


def _status(lesson: Lesson) -> str:
    """Whether it still stands, and what showed it."""
    parts = (label(LessonStatus(lesson.status)), lesson.judged_by, _day(lesson.judged_on))
    return " · ".join(part for part in parts if part)


def _day(iso: str | None) -> str:
    """*iso* as people write it; empty for None."""
    return shown_moment(parse_moment(iso)) if iso else ""
