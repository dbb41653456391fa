"""The frame card: what a team reads aloud before a frame is locked (DOMAIN.md 5.2, 5.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from explog.domain.answers import answer
from explog.domain.labels import label
from explog.domain.questions_frame import CHECK
from explog.domain.vocabulary import FrameAnswer, LimitKind, TimeUnit
from explog.locale import N_, _, ngettext
from explog.tui.commands import Command, bindings
from explog.tui.heard import shown_far, told_limit, told_stop, written
from explog.tui.screens.box import WIDTHS, most_lines
from explog.tui.widgets.pieces import run, said, word

if TYPE_CHECKING:
    from pathlib import PurePath

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Resize

    from explog.tui.asked import Asked

LONG = 92
"""More days than this are worth a thought: 4 to 12 weeks is usual (DOMAIN.md 5.2)."""

COMMANDS_HERE = (
    Command(
        "lock", "f2,ctrl+s", N_("Start and lock"), N_("Lock the frame and start."), in_footer=True
    ),
    Command(
        "dismiss(False)",
        "escape",
        N_("Back"),
        N_("Back to the form; nothing is locked."),
        in_footer=True,
        shown="esc",
    ),
)


@dataclass(frozen=True, slots=True)
class Card:
    """A frame as it is read aloud; every text as a person wrote it."""

    key: str
    title: str
    belief: str
    limits: list[str]
    last_day: str
    stops: list[str]
    way_back: str
    who_may_stop: str
    checked: list[tuple[str, str]]
    """The eight questions and their answers, in words."""
    doubts: list[str]
    """What is worth a thought before the frame is locked."""


def card(made: Asked, answers: dict[str, str]) -> Card:
    """The card of a form whose answers are complete."""

    def read(name: str) -> Any:  # noqa: ANN401 - a JSON value of the question's kind
        """The answer to the question *name*; None when it is empty."""
        return answer(made.act.question(name), answers.get(name, ""), made.today)

    cycle = made.experiment.cycle
    limits: list[dict[str, Any]] = read("limits") or []
    stops: list[dict[str, Any]] = read("stop_criteria") or []
    last_day = date.fromisoformat(read("last_day"))
    belief = answers.get("belief") or written(cycle.belief if cycle else None)
    return Card(
        key=made.experiment.key,
        title=made.experiment.title,
        belief=belief,
        limits=[told_limit(LimitKind(one["kind"]), one["max"], one["unit"]) for one in limits],
        last_day=shown_far(last_day, made.today),
        stops=[
            told_stop(one["text"], one["reaction_time"], TimeUnit(one["unit"])) for one in stops
        ],
        way_back=answers.get("way_back", ""),
        who_may_stop=answers.get("who_may_stop") or _("everyone who takes part"),
        checked=[(q.asked, label(FrameAnswer(read(q.name)))) for q in CHECK if read(q.name)],
        doubts=_doubts(made, answers, limits, (last_day - made.today).days),
    )


def _doubts(
    made: Asked, answers: dict[str, str], limits: list[dict[str, Any]], days: int
) -> list[str]:
    """What stands in the way of nothing, but is worth a thought."""
    found = []
    can_fail = any(LimitKind(one["kind"]) is LimitKind.OUTAGE for one in limits)
    if can_fail and not answers.get("way_back_tested_on"):
        found.append(_("Something may be out of operation, and the way back was never tried out."))
    if days > LONG:
        found.append(
            ngettext(
                "{n} week is long; 4 to 12 are usual.",
                "{n} weeks are long; 4 to 12 are usual.",
                days // 7,
            ).format(n=days // 7)
        )
    cycle, primary = made.experiment.cycle, made.experiment.primary
    if (
        cycle is not None
        and primary is not None
        and not made.experiment.observations
        and primary.baseline_stated is None
    ):
        found.append(
            _("There is no baseline yet: without one nobody can see whether it got better.")
        )
    return found


class FrameCard(ModalScreen[bool]):
    """Shows a frame to read aloud; True when it is locked."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["form.tcss", "card.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    HORIZONTAL_BREAKPOINTS = WIDTHS

    def __init__(self, frame: Card) -> None:
        """Show *frame*."""
        super().__init__()
        self.frame = frame

    def compose(self) -> ComposeResult:
        """The card and its two buttons."""
        frame = self.frame
        with Vertical(id="panel"):
            yield Static(word(_("The frame, read aloud"), "bold $mark"), id="head")
            yield Static(
                run(word(f"{frame.key}  ", "$quiet"), said(frame.title, "bold")), id="step"
            )
            with VerticalScroll(id="card"):
                yield from (Static(line, classes=kind) for kind, line in _parts(frame))
            with Horizontal(id="buttons"):
                yield Button(word(_("Start and lock")), id="lock", classes="-first", compact=True)
                yield Button(word(_("Back")), id="back", compact=True)
            yield Static(
                word(
                    _("From now on it can only be made narrower.  F2 start and lock · esc back"),
                    "$quiet",
                ),
                id="keys",
            )

    def on_mount(self) -> None:
        """Enter locks only once it is chosen: the card is read first."""
        self.query_one("#card").focus()

    def on_resize(self, event: Resize) -> None:
        """Leave room for head and buttons."""
        self.query_one("#card").styles.max_height = most_lines(*event.size)

    @on(Button.Pressed, "#lock")
    def action_lock(self) -> None:
        """Lock the frame and start."""
        self.dismiss(True)

    @on(Button.Pressed, "#back")
    def _go_back(self) -> None:
        """Back to the form."""
        self.dismiss(False)


def _parts(frame: Card) -> list[tuple[str, Content]]:
    """The card line by line: its class and what it says."""
    lines: list[tuple[str, Content]] = [("part", _part(_("We believe that …"), frame.belief))]
    lines.append(("part", _part(_("Limits"), *frame.limits)))
    lines.append(("part", _part(_("Last day"), frame.last_day)))
    lines.append(("part", _part(_("We stop if …"), *frame.stops)))
    lines.append(("part", _part(_("The way back"), frame.way_back)))
    lines.append(("part", _part(_("Who may stop it?"), frame.who_may_stop)))
    answered = [
        run(word("✓ ", "$worked"), said(question, "$quiet"), word("  "), word(words, "bold"))
        for question, words in frame.checked
    ]
    lines.append(("checks", Content("\n").join(answered)))
    lines += [("doubt", said(f"◈ {doubt}", "$no-net")) for doubt in frame.doubts]
    return lines


def _part(title: str, *texts: str) -> Content:
    """A title and below it what a person wrote."""
    return Content("\n").join(
        [word(title, "$quiet"), *(said(f"  {text}", "bold") for text in texts)]
    )
