"""The preview beside the list: what was believed and why, what was learned, how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from explog.domain.labels import label
from explog.domain.vocabulary import FrameVerdict, Result
from explog.locale import N_, _
from explog.tui.widgets.pieces import run, said, word
from explog.tui.widgets.signs import sign_of, word_of

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from explog.domain.rows import ExperimentRow

_PARTS = (
    (N_("What is hard in the core task today?"), "need", ""),
    (N_("We believe that …"), "belief", ""),
    (N_("… because …"), "because", ""),
    (N_("From that we learned …"), "learned", "$safely"),
)
_VERDICTS = {"safe": "$worked", "no_net": "$no-net", "unsafe": "$outside"}


class Preview(VerticalScroll, can_focus=False):
    """One experiment in short."""

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static()

    def show(self, row: ExperimentRow | None) -> None:
        """Show *row*, or nothing."""
        self.query_one(Static).update(told(row) if row else Content())
        self.scroll_home(animate=False)


def told(row: ExperimentRow) -> Content:
    """The text about *row*."""
    known = row.derived
    lines = [
        run(said(row.key, "bold $mark"), "  ", sign_of(row), " ", word_of(row)),
        said(row.title, "bold"),
        said(" · ".join(part for part in (row.workplace, row.core_task) if part), "$quiet"),
    ]
    for title, name, style in _PARTS:
        if known[name] and not (name == "need" and known["belief"]):
            lines += [Content(), word(_(title), "$quiet"), said(known[name], style)]
    facts = _facts(row)
    if facts:
        lines += [Content(), *facts]
    return Content("\n").join(lines)


def _facts(row: ExperimentRow) -> list[Content]:
    """Result and frame, in words."""
    facts = []
    if row.result:
        facts.append(run(word(_("Result: "), "$quiet"), label(Result(row.result))))
    if row.frame_verdict and row.outcome != "ongoing":
        verdict = FrameVerdict(row.frame_verdict)
        facts.append(
            run(
                word(_("Frame: "), "$quiet"), word(label(verdict), _VERDICTS.get(verdict, "$quiet"))
            )
        )
    return facts
