"""The start card: a frame as a team reads it aloud before it is locked (DOMAIN.md 5.2, 5.4).

No Textual.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from explog.domain.acts.answers import answer
from explog.domain.acts.card import Card
from explog.domain.acts.questions_frame import CHECK
from explog.domain.judging.size_advice import advice
from explog.domain.moments import shown_day, shown_week
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import FrameAnswer, LimitKind, TimeUnit
from explog.locale import _, ngettext
from explog.tui.heard import shown_far, told_limit, told_stop, written

if TYPE_CHECKING:
    from explog.domain.acts.questions import Question
    from explog.domain.record.cycle import Cycle
    from explog.domain.record.experiment import Experiment
    from explog.tui.asked import Asked

LONG = 92
"""More days than this are worth a thought: 4 to 12 weeks is usual (DOMAIN.md 5.2)."""


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


def card_of(experiment: Experiment) -> Card:
    """The card of an experiment as it stands in the log; empty where nothing is said yet."""
    cycle = experiment.cycle
    limits = experiment.limits_of(cycle) if cycle else ()
    stops = experiment.stop_criteria_of(cycle) if cycle else ()
    checked = [(q.asked, _checked(cycle, q)) for q in CHECK] if cycle else []
    return Card(
        key=experiment.key,
        title=experiment.title,
        belief=written(cycle.belief if cycle else None),
        limits=[told_limit(one.kind, one.max, one.unit) for one in limits],
        last_day=_day(cycle.last_day) if cycle and cycle.last_day else "",
        stops=[told_stop(one.text, one.reaction_time, one.unit) for one in stops],
        way_back=written(cycle.way_back.plan if cycle else None),
        who_may_stop=written(cycle.who_may_stop if cycle else None) or _("everyone who takes part"),
        checked=checked,
        doubts=[],
    )


def _day(day: date) -> str:
    """A day for the wall, where no day is today."""
    return f"{shown_day(day)} · {shown_week(day)}"


def _checked(cycle: Cycle, question: Question) -> str:
    """The answer of *cycle* to a *question* of the frame check, in words; empty while open."""
    found: FrameAnswer | None = getattr(cycle.frame_check, question.name.removeprefix("check_"))
    return label(found) if found is not None else ""


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
    small = advice(made.experiment, [(LimitKind(one["kind"]), one["max"]) for one in limits])
    if small is not None:
        found.append(small.warning or small.sentence)
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
