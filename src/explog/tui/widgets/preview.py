"""The preview beside or below the list: what was believed and why, what was learned, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import FrameVerdict, Result
from explog.locale import N_, _
from explog.tui.widgets.experiment_line import with_hits
from explog.tui.widgets.pieces import run, said, word
from explog.tui.widgets.signs import sign_of, word_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from explog.domain.query.terms import Text
    from explog.domain.record.rows import ExperimentRow

_PARTS = (
    (N_("What is hard in the core task today?"), "need", ""),
    (N_("We believe that …"), "belief", ""),
    (N_("… because …"), "because", ""),
    (N_("From that we learned …"), "learned", "$safely"),
)
_VERDICTS = {"safe": "$worked", "no_net": "$no-net", "unsafe": "$outside"}


LOW = 8
"""In so few lines only the shortest is told."""


class Preview(VerticalScroll, can_focus=False):
    """One experiment in short."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self._row: ExperimentRow | None = None
        self._texts: Sequence[Text] = ()
        self._shown: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static()

    def on_resize(self) -> None:
        """There may be room for more, or for less."""
        self.show(self._row, self._texts)

    def show(self, row: ExperimentRow | None, texts: Sequence[Text] = ()) -> None:
        """Show *row* with the words and phrases *texts* marked, or nothing."""
        wanted = (row, texts, self.size)
        if wanted == self._shown:
            return
        self._row, self._texts, self._shown = row, texts, wanted
        if not self.size:
            return
        tell = told if self.size.height > LOW else in_brief
        text = tell(row, texts) if row else Content()
        inside = self.query_one(Static)
        # Walking through the list must not lay out the page at each step.
        height = max(len(text.wrap(max(1, self.content_size.width - 1))), self.size.height)
        inside.update(text, layout=False)
        if inside.styles.height is None or inside.styles.height.value != height:
            inside.styles.height = height
        if self.scroll_y:
            self.scroll_home(animate=False)


def told(row: ExperimentRow, texts: Sequence[Text] = ()) -> Content:
    """The text about *row*."""
    known = row.derived
    lines = [
        run(said(row.key, "bold $mark"), "  ", sign_of(row), " ", word_of(row)),
        with_hits(row.title, texts, "bold"),
        _where(row),
    ]
    if row.tags:
        lines.append(said(" ".join(f"#{tag}" for tag in row.tags), "$quiet"))
    for title, name, style in _parts(row):
        lines += [Content(), word(_(title), "$quiet"), with_hits(known[name], texts, style)]
    facts = _facts(row)
    if facts:
        lines += [Content(), *facts]
    return Content("\n").join(lines)


def in_brief(row: ExperimentRow, texts: Sequence[Text] = ()) -> Content:
    """The text about *row* where there are only a few lines; its title stands in the list."""
    lines = [
        run(said(row.key, "bold $mark"), "  ", sign_of(row), " ", word_of(row), "  ", _where(row))
    ]
    lines += [
        run(word(f"{_(title)} ", "$quiet"), with_hits(row.derived[name], texts, style))
        for title, name, style in reversed(_parts(row))
        if name != "because"
    ]
    return Content("\n").join(lines)


def _where(row: ExperimentRow) -> Content:
    """Workplace and core task."""
    return said(" · ".join(part for part in (row.workplace, row.core_task) if part), "$quiet")


def _parts(row: ExperimentRow) -> list[tuple[str, str, str]]:
    """What there is to tell; the need only while nothing is believed yet."""
    known = row.derived
    return [
        part for part in _PARTS if known[part[1]] and not (part[1] == "need" and known["belief"])
    ]


def _facts(row: ExperimentRow) -> list[Content]:
    """Result and frame, in words."""
    facts = []
    if row.result:
        facts.append(run(word(_("Result: "), "$quiet"), label(Result(row.result))))
    if row.frame_verdict and row.outcome != "ongoing":
        verdict = FrameVerdict(row.frame_verdict)
        is_calm = verdict is FrameVerdict.NO_NET and not row.outcome.startswith("failed")
        tone = "" if is_calm else _VERDICTS.get(verdict, "$quiet")
        facts.append(run(word(_("Frame: "), "$quiet"), word(label(verdict), tone)))
    return facts
