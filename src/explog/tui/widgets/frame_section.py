"""The frame of an experiment as text: what was agreed, what it came to, and S1–S6."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from explog.domain.acts.questions_frame import CHECK
from explog.domain.moments import shown_day
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import WayBackStatus
from explog.domain.numbers import shown_number
from explog.locale import _
from explog.tui.heard import told_limit, told_moment, told_stop
from explog.tui.widgets.conditions import SIGNS, TONES, condition_lines
from explog.tui.widgets.pieces import run, said, word
from explog.tui.widgets.sections import labelled

if TYPE_CHECKING:
    from explog.domain.record.cycle import Cycle
    from explog.domain.record.frame import Limit, StopCriterion
    from explog.tui.dossier import Dossier
    from explog.tui.widgets.sections import Lines


def frame(page: Dossier) -> Lines:
    """Limits, last day, stop criteria, way back, frame check; then S1–S6 once it has started."""
    experiment, cycle = page.experiment, page.experiment.cycle
    if cycle is None:
        return []
    lines = [_limit(limit) for limit in experiment.limits_of(cycle)]
    if cycle.last_day is not None:
        lines += labelled(_("Last day"), _last_day(page, cycle))
    lines += [_stop(stop) for stop in experiment.stop_criteria_of(cycle)]
    lines += _way_back(cycle)
    if lines:
        lines += labelled(_("Who may stop it?"), cycle.who_may_stop or _("everyone who takes part"))
    answered = len(CHECK) - len(cycle.frame_check.open_questions())
    if answered:
        told = _("{n} of {all} answered").format(n=answered, all=len(CHECK))
        lines += labelled(_("Frame check"), told)
    if page.derived["conditions"]:
        asked = word(_("What a safe test asks for") + "  S1–S6", "$quiet")
        lines += [Content(), asked, condition_lines(page.derived["conditions"])]
    return lines


def _limit(limit: Limit) -> Content:
    """``at most 1 crew · came to 1``."""
    told = said(told_limit(limit.kind, limit.max, limit.unit))
    if limit.actual is None:
        return run(word(_("Limit") + "  ", "$quiet"), told)
    came = _("came to {n}").format(n=shown_number(limit.actual))
    return run(
        word(_("Limit") + "  ", "$quiet"),
        told,
        word(f"  {SIGNS[limit.inside]} {came}", TONES[limit.inside]),
    )


def _last_day(page: Dossier, cycle: Cycle) -> str:
    """The last day, and from when it was moved."""
    moved = [one for one in page.experiment.extensions if one.cycle == cycle.id]
    told = shown_day(cycle.last_day) if cycle.last_day else ""
    before = _("moved from {day}")
    return told + "".join(
        f" · {before.format(day=shown_day(one.old))}: {one.reason}" for one in moved
    )


def _stop(stop: StopCriterion) -> Content:
    """The criterion, its reaction time, and when it was met and reacted to."""
    line = run(
        word(_("Stop if") + "  ", "$quiet"),
        said(told_stop(stop.text, stop.reaction_time, stop.unit)),
    )
    if stop.met_on is None:
        return line
    told = _("met {day}").format(day=told_moment(stop.met_on))
    if stop.reacted_on is not None:
        told += " · " + _("reacted {day}").format(day=told_moment(stop.reacted_on))
    return run(line, word(f"  {SIGNS[stop.in_time]} {told}", TONES[stop.in_time]))


def _way_back(cycle: Cycle) -> Lines:
    """The way back, whether it was tried out and whether it was taken."""
    back = cycle.way_back
    told = back.plan or ""
    if back.tested_on is not None:
        told += " · " + _("tried out {day}").format(day=shown_day(back.tested_on))
    if back.status is not WayBackStatus.NOT_STARTED:
        told += f" · {label(back.status)}"
        told += f" {told_moment(back.done_on)}" if back.done_on else ""
        told += f": {back.reason}" if back.reason else ""
    return labelled(_("Way back"), told)
