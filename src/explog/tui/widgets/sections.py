"""The parts of an experiment's page as text: belief, frame, numbers, result, log.

Each function takes a dossier and gives lines; an empty list is a part that is not shown. Everything
a person wrote
goes through ``said``.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from textual.content import Content

from explog.domain.charts.progress import current_words, progress
from explog.domain.moments import shown_day
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import Decision, FrameVerdict
from explog.domain.numbers import shown_number
from explog.locale import N_, _, ngettext
from explog.tui.heard import told_criterion
from explog.tui.widgets.conditions import condition_lines
from explog.tui.widgets.pieces import run, said, word
from explog.tui.widgets.spreading import coverage_bar, over_time

if TYPE_CHECKING:
    from explog.domain.record.cycle import Cycle
    from explog.tui.dossier import Dossier

Lines = list[Content]

DECIDED = {
    Decision.ADOPT: N_("adopted"),
    Decision.ADAPT: N_("adapted"),
    Decision.ABANDON: N_("abandoned"),
}
"""What was decided, once it is."""


def labelled(title: str, text: str | None) -> Lines:
    """*title* and what a person wrote; nothing where nothing is written."""
    return [run(word(f"{title}  ", "$quiet"), said(text))] if text else []


def hypothesis(page: Dossier) -> Lines:
    """Need, belief, reason, test."""
    experiment, cycle = page.experiment, page.experiment.cycle
    lines = labelled(_("Need"), experiment.need) + labelled(_("Core task"), page.core_task)
    if cycle is None:
        return lines
    if len(experiment.started_rounds) > 1:
        lines += labelled(_("Cycle"), str(cycle.no))
    lines += labelled(_("We believe that …"), cycle.belief) + labelled(
        _("… because …"), cycle.because
    )
    lines += labelled(_("To verify that, we will …"), cycle.test)
    lines += labelled(_("What could get worse?"), experiment.watch_out)
    if page.advice is not None and not experiment.started_rounds:
        lines += labelled(_("How small?"), page.advice.warning or page.advice.sentence)
    return lines


def numbers(page: Dossier) -> Lines:
    """What is measured, when we are right, and from where to where it went."""
    primary, cycle, derived = page.experiment.primary, page.experiment.cycle, page.derived
    if primary is None:
        return []
    unit = f" ({primary.unit})" if primary.unit else ""
    lines = labelled(_("We measure …"), f"{primary.name}{unit}")
    if primary.definition:
        lines.append(said(primary.definition, "$quiet"))
    if cycle is not None and cycle.comparator is not None and cycle.criterion is not None:
        lines += labelled(_("We are right if …"), told_criterion(cycle.comparator, cycle.criterion))
    lines += labelled(_("We expect"), _expected(cycle))
    way = []
    if derived["baseline"] is not None:
        stated = _(" (stated, not measured)") if derived["baseline_is_stated"] else ""
        way.append(_("baseline {value}").format(value=shown_number(derived["baseline"])) + stated)
    if derived["current"] is not None:
        way.append(current_words(shown_number(derived["current"]), derived["current_of"]))
    if derived["progress_percent"] is not None:
        way.append(_("{share} of the way").format(share=f"{derived['progress_percent']} %"))
    elif derived["difference"] is not None:
        way.append(_("difference {value}").format(value=shown_number(derived["difference"])))
    lines += labelled(_("So far"), " · ".join(way))
    return lines


def other_measures(page: Dossier) -> Lines:
    """The measures beside the primary one, the worst each may be, and where they are."""
    lines = []
    for one in page.experiment.measures:
        if one.id == page.experiment.primary_measure:
            continue
        so_far = progress(page.experiment, one)
        told = [f"{one.name} ({one.unit})" if one.unit else one.name]
        if one.limit is not None:
            told.append(told_criterion(one.limit_comparator, one.limit))
        if so_far.baseline is not None:
            told.append(_("baseline {value}").format(value=shown_number(so_far.baseline)))
        if so_far.current is not None:
            told.append(current_words(shown_number(so_far.current), so_far.current_of))
        lines += labelled(label(one.role).capitalize(), " · ".join(told))
    return lines


def _expected(cycle: Cycle | None) -> str | None:
    """The team's guess."""
    if cycle is None:
        return None
    number = shown_number(cycle.prediction_number) if cycle.prediction_number is not None else ""
    return " · ".join(part for part in (number, cycle.prediction or "") if part) or None


def result(page: Dossier) -> Lines:
    """What it came to: result, harm, decision, and what stays visible beside them."""
    experiment, cycle, derived = page.experiment, page.experiment.cycle, page.derived
    lines: Lines = []
    if cycle is not None and cycle.result is not None:
        held = _("Did the hypothesis hold?")
        lines += labelled(held, _with(label(cycle.result), cycle.result_reason))
    elif derived["result_suggested"] is not None and experiment.state.value == "in_review":
        from explog.domain.naming.vocabulary import Result

        told = label(Result(derived["result_suggested"]))
        lines += labelled(_("The facts suggest"), _with(told, derived["result_suggested_because"]))
    if cycle is not None and cycle.harm is not None:
        on = shown_day(cycle.harm.answered_on)
        asked = f"{label(cycle.harm.answer)} · {cycle.harm.by_role} · {on}"
        lines += labelled(_("Was anyone or anything harmed?"), asked)
    decided = experiment.decided
    if decided is not None and decided.decision is not None:
        told = f"{_(DECIDED[decided.decision])} · {shown_day(decided.on)}"
        lines += labelled(_("Decision"), _with(told, decided.reason))
    if derived["frame_verdict"] is not None and decided is not None:
        verdict = FrameVerdict(derived["frame_verdict"])
        lines += labelled(_("Frame"), label(verdict))
    if cycle is not None:
        lines += labelled(_("Causes"), ", ".join(label(one) for one in cycle.causes))
        lines += labelled(_("In spite of it"), cycle.override_reason)
    if derived["intelligent"]:
        lines.append(word("◇ " + _("intelligent failure"), "$safely"))
    lines += [word(f"◈ {mark}") for mark in derived["marks"]]
    return lines


def _with(told: str, reason: str | None) -> str:
    """*told*, and the reason after a colon."""
    return f"{told}: {reason}" if reason else told


def operation(page: Dossier) -> Lines:
    """Daily operation at home, how far it spread, and C1–C5."""
    derived, kept = page.derived, page.experiment.operation
    if derived["level"] is None and kept.since is None:
        return []
    lines: Lines = []
    if derived["fraction"] is not None:
        drawn = coverage_bar(derived["in_operation"], derived["potential"])
        told = word(f"  {told_places(derived['fraction'])}")
        head = word(_("In daily operation") + "  ", "$quiet")
        lines.append(run(head, word(drawn, "$worked on $surface"), told))
        lines += labelled(_("Over time"), over_time(page.experiment, page.today))
    lines += labelled(_("Since"), shown_day(kept.since) if kept.since else None)
    lines += labelled(_("Run by"), kept.owner_role)
    lines += labelled(_("What must others not change?"), kept.core)
    lines += labelled(_("Confirmed"), shown_day(kept.confirmed_on) if kept.confirmed_on else None)
    if derived["scale_conditions"]:
        asked = word(_("What scaling asks for") + "  C1–C5", "$quiet")
        lines += [Content(), asked, condition_lines(derived["scale_conditions"])]
    return lines


def told_places(fraction: str) -> str:
    """``4 of 7 places``; the last number is the one that is counted."""
    last = int(re.findall(r"\d+", fraction)[-1])
    return ngettext("{fraction} place", "{fraction} places", last).format(fraction=fraction)


def log(page: Dossier) -> Lines:
    """Incidents first, then notes, annotations and agreements, newest first."""
    experiment = page.experiment
    lines: Lines = []
    for one in sorted(experiment.incidents, key=lambda one: one.date, reverse=True):
        told = f"{label(one.kind)}, {label(one.level)}: {one.text} · {label(one.reported)}"
        lines.append(_dated(one.date, f"! {told}", "$no-net"))
    marks = {one.id: number for number, one in enumerate(experiment.annotations, 1)}
    dated = [(one.date, one.text) for one in experiment.notes]
    dated += [(one.date, f"({marks[one.id]}) {one.text}") for one in experiment.annotations]
    lines += [_dated(day, text) for day, text in sorted(dated, reverse=True)]
    lines += [_agreement(one) for one in page.agreements]
    return lines


def _dated(day: date, text: str, style: str = "") -> Content:
    """A line of the log."""
    return run(word(f"{shown_day(day)}  ", "$quiet"), said(text, style))


def _agreement(found: dict[str, Any]) -> Content:
    """``AUT-04-A1 what · who · due``."""
    from explog.domain.naming.vocabulary_learning import AgreementStatus

    status = label(AgreementStatus(str(found.get("status") or "open")))
    due = shown_day(date.fromisoformat(str(found["due"])))
    told = f"{found.get('what')} · {found.get('role')} · {due} · {status}"
    return run(word(_("Agreement") + "  ", "$quiet"), said(told))


def people(page: Dossier) -> Lines:
    """Who and what it touches."""
    experiment = page.experiment
    lines = labelled(_("Who benefits?"), experiment.beneficiary)
    lines += labelled(_("Responsible function"), experiment.responsible_role)
    lines += labelled(_("Digital technology"), ", ".join(experiment.technology))
    lines += labelled(_("Tags"), ", ".join(experiment.tags))
    lines += labelled(
        _("Builds on"), ", ".join(page.related.get(one, one) for one in experiment.derived_from)
    )
    lines += labelled(
        _("Side by side with"),
        ", ".join(page.related.get(one, one) for one in experiment.parallel_to),
    )
    lines += labelled(_("Links"), ", ".join(experiment.links))
    return lines


def history(page: Dossier) -> Lines:
    """What happened, newest first."""
    lines = []
    days = [shown_day(date.fromisoformat(told.on[:10])) for told in reversed(page.story)]
    wide = max(map(len, days), default=0)
    for day, told in zip(days, reversed(page.story), strict=True):
        style = "strike $quiet" if told.is_undone else ""
        who = f" · {told.by_role}" if told.by_role else ""
        lines.append(
            run(
                word(f"{day.rjust(wide)}  ", "$quiet"),
                said(told.sentence, style),
                said(who, "$quiet"),
            )
        )
    return lines


def standing(page: Dossier) -> list[str]:
    """Where it is in words, the most telling first: ``day 49 of 84``, ``ended 9 Feb 2026``."""
    cycle, state = page.experiment.cycle, page.experiment.state.value
    if cycle is None or cycle.started_on is None:
        return []
    if state in {"running", "paused"} and cycle.last_day is not None:
        day = (page.today - cycle.started_on).days + 1
        every = (cycle.last_day - cycle.started_on).days + 1
        late = (page.today - cycle.last_day).days
        if late > 0:
            return [
                ngettext("{n} day past the last day", "{n} days past the last day", late).format(
                    n=late
                )
            ]
        return [_("day {n} of {all}").format(n=day, all=every)]
    if state == "in_review" and cycle.ended_on is not None:
        return [_("ended {day}").format(day=shown_day(cycle.ended_on))]
    if page.derived["fraction"] is not None:
        return [told_places(page.derived["fraction"])]
    decided = page.derived["decided_on"]
    return [shown_day(date.fromisoformat(decided))] if decided else []
