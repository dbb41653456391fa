"""The MED page: what touches the work, before it is decided where that can be (DOMAIN.md 9.3)."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from explog.domain.judging.scale import in_operation
from explog.domain.moments import shown_day
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import Decision, MedStatus, State
from explog.exchange.pages.cards import foot, fraction, homes, named
from explog.exchange.pages.heads import period_said
from explog.exchange.pages.sheet import Blank, Block, Bullets, Prose, Sheet, Table
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from explog.domain.record.experiment import Experiment
    from explog.domain.record.material import Material, Period

ADOPTED, STARTED, STOPPED, PLANNED = "adopted", "started", "stopped", "planned"

SPOKEN_OF = frozenset({MedStatus.DISCUSSED, MedStatus.GUIDELINE_AGREED})
"""What a spread beyond the first place asks for."""


def med(material: Material, period: Period, question: str | None = None) -> Sheet:
    """The page for the MED committee over *period*.

    Args:
        material: All that is in the log.
        period: The days it looks at; what is planned is shown whenever it was planned.
        question: The question to the committee, beside those that follow from the facts.
    """
    touching = [one for one in material.experiments if one.affects_work]
    parts: dict[str, list[Experiment]] = {ADOPTED: [], STARTED: [], STOPPED: [], PLANNED: []}
    for one in sorted(touching, key=lambda one: one.key):
        part = part_of(one, period)
        if part is not None:
            parts[part].append(one)
    sheet = Sheet(
        name=_("Information for the MED committee"),
        title=_("Small experiments that touch the work"),
        pairs=[(_("Period"), period_said(period)), *homes(chain(*parts.values()), material)],
        is_compact=True,
    )
    for part, title in titles():
        nothing = Prose(_("None in the period."), is_quiet=True)
        sheet.add(title, _table(parts[part], part, material) or nothing)
    sheet.add(_("Questions to the committee"), *_questions(parts, question))
    rest = len(
        [one for one in material.experiments if not one.affects_work and _is_in(one, period)]
    )
    said = ngettext(
        "{n} other experiment of the period does not touch work, personnel, cooperation or "
        "working environment.",
        "{n} other experiments of the period do not touch work, personnel, cooperation or "
        "working environment.",
        rest,
    )
    sheet.foot = [*([said.format(n=rest)] if rest else []), *foot(material)]
    return sheet


def titles() -> list[tuple[str, str]]:
    """The parts of the page and what they are called, in their order."""
    return [
        (STARTED, _("Started, still going on")),
        (ADOPTED, _("Adopted: part of daily work")),
        (STOPPED, _("Stopped")),
        (PLANNED, _("Planned")),
    ]


def part_of(experiment: Experiment, period: Period) -> str | None:
    """Where on the page *experiment* stands; None where nothing of it falls in *period*."""
    if experiment.state is State.PLANNED:
        return PLANNED
    decided = experiment.decided
    if decided is not None and decided.decision is not Decision.ADAPT:
        if not period.holds(decided.on):
            return None
        return ADOPTED if decided.decision is Decision.ADOPT else STOPPED
    started = experiment.started_on
    return STARTED if started is not None and started <= period.until else None


def _is_in(experiment: Experiment, period: Period) -> bool:
    """Whether *experiment* was going on or was decided in *period*."""
    started = experiment.started_on
    return started is not None and part_of(experiment, period) is not None


def _table(found: list[Experiment], part: str, material: Material) -> Block | None:
    """The experiments of one *part*: what changes in the work, and what the committee knows."""
    rows = []
    for one in found:
        known = label(one.med_status) if one.med_status else ""
        day = _day(one, part)
        when = "\n".join(text for text in (shown_day(day) if day else "", known) if text)
        first = named(one, material, judged=part in {ADOPTED, STOPPED})
        rows.append((first, _change(one, part), when))
    about = {ADOPTED: _("What changes in the work"), STOPPED: _("What was tried")}
    head = (_("Experiment"), about.get(part, _("What is tried")), _("Day and MED"))
    return Table(head, tuple(rows), widths=(35, 48, 17), titled=0) if rows else None


def _change(experiment: Experiment, part: str) -> str:
    """What is tried or changes, a line each, with its label where it needs one."""
    cycle, decided, operation = experiment.cycle, experiment.decided, experiment.operation
    tried = cycle.test if cycle else None
    told: list[tuple[str, str | None]] = [("", tried)]
    if part == ADOPTED:
        told = [
            ("", operation.core or tried),
            (_("No longer done"), operation.stopped_routine),
            (_("Where"), fraction(experiment)),
        ]
    elif part == STOPPED:
        told.append((_("Why it stopped"), decided.reason if decided else None))
    else:
        told.append((_("Could get worse"), experiment.watch_out))
    return "\n".join(f"{name}: {text}" if name else text for name, text in told if text)


def _day(experiment: Experiment, part: str) -> date | None:
    """The day that says most: the decision's, the start's, or none for what is planned."""
    if part in {ADOPTED, STOPPED}:
        return experiment.decided.on if experiment.decided else None
    return experiment.started_on


def _questions(parts: dict[str, list[Experiment]], question: str | None) -> Iterator[Block]:
    """The facilitator's own question, those that follow from the facts, and room for answers."""
    asked = [question] if question else []
    asked += [
        _to_be_raised(one, is_over=part == STOPPED)
        for part in (STARTED, PLANNED, STOPPED)
        for one in parts[part]
        if one.med_status is MedStatus.TO_BE_RAISED
    ]
    for one in parts[ADOPTED]:
        if (in_operation(one) or 0) > 1 and one.med_status not in SPOKEN_OF:
            said = _("{key}: it is spreading to more places. Should that be discussed first?")
            asked.append(said.format(key=one.key))
    asked.append(_("Does the committee have remarks on working environment and cooperation?"))
    yield Bullets(tuple(asked))
    yield Blank(2)


def _to_be_raised(experiment: Experiment, *, is_over: bool) -> str:
    """The question about an experiment that was not yet raised in the committee."""
    if is_over:
        said = _("{key}: it was stopped before it was raised here. What should we learn from that?")
    else:
        said = _("{key}: what does the committee need to know before it goes on?")
    return said.format(key=experiment.key)
