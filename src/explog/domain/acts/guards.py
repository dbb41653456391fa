"""The guards of T1–T17: everything that is missing for an act, all at once (DOMAIN.md 6).

A guard looks at the experiment as it would be after the act, so it does not matter whether an
answer was given now or
long ago.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.acts import guards_close as close
from explog.domain.acts.guards_frame import frame
from explog.domain.acts.missing import Missing
from explog.domain.judging.scale import scale_conditions
from explog.domain.naming.vocabulary import Met, PauseReason
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    from explog.domain.acts.proposal import Proposal
    from explog.domain.record.experiment import Experiment

NEEDED: dict[str, tuple[str, ...]] = {
    "observe": ("value",),
    "dismiss": ("not_met",),
    "note": ("text",),
    "annotate": ("text",),
    "lesson": ("we_learned",),
    "place": ("place", "status"),
    "incident": ("text", "incident_kind", "level"),
    "measure": ("measure", "direction"),
    "stance": ("frontrunner", "on_board", "waiting", "hesitant"),
    "readiness": ("know_why", "want_to", "know_how", "can_do", "keep_up"),
    "extend": ("last_day", "reason"),
    "shelve": ("reason",),
    "lapse": ("reason",),
    "retire": ("reason",),
    "reopen": ("reason",),
    "adopt": ("reason",),
    "abandon": ("reason",),
    "resume": ("changed", "by_role"),
    "pause": ("reason",),
}
"""Answers that belong to the act itself rather than to the experiment after it."""


def missing(proposal: Proposal) -> list[Missing]:
    """Everything that stands in the way of the proposed act, in the order it is asked.

    Empty when it may happen.
    """
    found = needed(proposal.act, proposal.given)
    guard = _GUARDS.get(proposal.act)
    if guard is not None:
        found.extend(guard(proposal))
    if not found and "failure_type" in proposal.given:  # told only when all else is known
        found.extend(close.failure_type(proposal))
    return list({item.code: item for item in reversed(found)}.values())[::-1]


def needed(act: str, given: Container[str]) -> list[Missing]:
    """The answers that *act* itself needs and that are not among the *given* ones."""
    return [Missing(name, name, "") for name in NEEDED.get(act, ()) if name not in given]


def plan(proposal: Proposal) -> Iterator[Missing]:
    """T2: the need and four answers."""
    after, cycle = proposal.after, proposal.after.cycle
    if not after.need:
        yield Missing("need", "need", _("say what is hard in the core task today"))
    if after.core_task is None:
        yield Missing("core_task", "core_task", _("choose the core task it serves"))
    if cycle is None or not cycle.belief:
        yield Missing("belief", "belief", _("say what you believe, in one sentence"))
    if cycle is None or not cycle.test:
        yield Missing("test", "test", _("say how you will test it: who, where, how long"))
    yield from _measure(after)


def _measure(after: Experiment) -> Iterator[Missing]:
    """The primary outcome measure with unit and criterion."""
    measure, cycle = after.primary, after.cycle
    if measure is None:
        yield Missing("measure", "measure", _("name one outcome measure"))
    elif not measure.unit:
        yield Missing("unit", "unit", _("say what the number counts"))
    if cycle is None or cycle.criterion is None or cycle.comparator is None:
        yield Missing(
            "criterion", "criterion", _("say when you are right, for example “at most 3”")
        )


def start(proposal: Proposal) -> Iterator[Missing]:
    """T3: five answers make the frame."""
    cycle = proposal.after.cycle
    if cycle is not None:
        yield from frame(proposal.after, cycle)


def pause(proposal: Proposal) -> Iterator[Missing]:
    """T4: a pause because of a stop criterion says which one."""
    step = proposal.after.life[-1]
    if step.pause_reason is PauseReason.STOP_CRITERION and step.stop_criterion is None:
        yield Missing("stop_criterion", "stop_criterion", _("say which stop criterion was met"))


def scale(proposal: Proposal) -> Iterator[Missing]:
    """T12: C1–C5 all hold today, and the denominator is known."""
    if not proposal.after.places_potential:
        yield Missing(
            "places_potential", "places_potential", _("say for how many places it is relevant")
        )
    for condition in scale_conditions(proposal.before, proposal.today, proposal.thresholds):
        if condition.met is not Met.MET:
            yield Missing(condition.code, condition.code, condition.reason)


def lapse(proposal: Proposal) -> Iterator[Missing]:
    """T13: a person confirms that C1–C5 no longer hold, so one of them must not."""
    judged = scale_conditions(proposal.before, proposal.today, proposal.thresholds)
    if all(condition.met is Met.MET for condition in judged):
        yield Missing("still_scaled", "reason", _("C1–C5 all hold today, so it stays scaled"))


def register(proposal: Proposal) -> Iterator[Missing]:
    """T17: what happened, and limits only with a dated written plan."""
    after, cycle = proposal.after, proposal.after.cycle
    if not after.need:
        yield Missing("need", "need", _("say what is hard in the core task today"))
    if cycle is None:
        return
    if not cycle.belief:
        yield Missing("belief", "belief", _("say what you believed, in one sentence"))
    if cycle.started_on is None:
        yield Missing("started_on", "started_on", _("say when it started"))
    if cycle.ended_on is None:
        yield Missing(
            "ended_on",
            "ended_on",
            _("say when it ended; a test that still runs gets a frame today instead"),
        )
    if cycle.end_reason is None:
        yield Missing("end_reason", "end_reason", _("say why it ended"))
    has_frame = bool(after.limits_of(cycle) or after.stop_criteria_of(cycle))
    if has_frame and cycle.plan_reference is None:
        yield Missing(
            "plan_reference",
            "plan_reference",
            _("limits count only with a written plan dated before the start"),
        )
    yield from _half_answers(proposal)


def _half_answers(proposal: Proposal) -> Iterator[Missing]:
    """Answers of *register* that mean nothing without another one."""
    given = proposal.given
    if "plan_reference" in given and "plan_dated" not in given:
        yield Missing("plan_dated", "plan_dated", _("say which day stands on the plan"))
    if "plan_dated" in given and "plan_reference" not in given:
        yield Missing("plan_reference", "plan_reference", _("say which plan it was"))
    if "measure" in given and not given & {"direction", "criterion"}:
        yield Missing("direction", "direction", _("say which way is better"))


_GUARDS: dict[str, Callable[[Proposal], Iterator[Missing]]] = {
    "plan": plan,
    "start": start,
    "pause": pause,
    "end": close.end,
    "adapt": close.adapt,
    "adopt": close.adopt,
    "abandon": close.abandon,
    "scale": scale,
    "lapse": lapse,
    "register": register,
    "assess": close.assess,
}
