"""The leadership page: what scaled, what failed inside the frame and taught, what is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.judging.verdicts import frame_verdict, outcome
from explog.domain.moments import shown_day
from explog.domain.naming.labels import counted
from explog.domain.naming.vocabulary import FrameVerdict, Outcome, State
from explog.domain.naming.vocabulary_learning import AgreementStatus, ReviewKind
from explog.exchange.pages.cards import (
    after,
    agreements_table,
    ended,
    foot,
    fraction,
    frame_said,
    homes,
    learned,
    movement,
    named,
    verdict,
)
from explog.exchange.pages.heads import period_said
from explog.exchange.pages.sheet import Blank, Block, Facts, Prose, Sheet, Table
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from explog.domain.record.experiment import Experiment
    from explog.domain.record.material import Material, Period


def leadership(material: Material, period: Period) -> Sheet:
    """The page for the leadership group over *period*."""
    sheet = Sheet(
        is_compact=True,
        name=_("For the leadership group"),
        title=_("What we tried, what scaled, and what failed inside the frame"),
        pairs=[(_("Period"), period_said(period)), *homes(material.experiments, material)],
    )
    decided = [one for one in material.experiments if period.holds(_decided_on(one))]
    sheet.add(_("In short"), Prose(" ".join(_sentences(decided, material))))
    sheet.add(_("What scaled"), _in_operation(_in_use(material, State.SCALED), material))
    adopted = [one for one in _in_use(material, State.ADOPTED) if one in decided]
    sheet.add(_("Adopted here, not scaled"), _in_operation(adopted, material, judged=True))
    inside = [one for one in decided if outcome(one) is Outcome.FAILED_SAFELY]
    sheet.add(
        _("What failed inside the frame, and what it taught"), _taught(inside, _believed, material)
    )
    outside = [one for one in decided if outcome(one).is_failed and one not in inside]
    sheet.add(
        _("Outside the frame or without one: what should the frames be?"),
        _taught(outside, _broken, material, judged=True),
    )
    sheet.add(_("What is asked for"), *_asked(material, period))
    open_still = [one for one in material.agreements if one.status is AgreementStatus.OPEN]
    sheet.add(_("Open agreements"), agreements_table(open_still, material.today))
    sheet.foot = foot(material)
    return sheet


def _sentences(decided: Sequence[Experiment], material: Material) -> Iterator[str]:
    """Sentences, not rates: there are too few for those."""
    n = len(decided)
    said = ngettext("{n} experiment was decided.", "{n} experiments were decided.", n)
    yield said.format(n=n)
    failed = [one for one in decided if outcome(one).is_failed]
    safely = [one for one in failed if frame_verdict(one) is FrameVerdict.SAFE]
    if failed:
        yield ngettext(
            "{n} of {all} that failed stayed inside the frame.",
            "{n} of {all} that failed stayed inside the frame.",
            len(failed),
        ).format(n=len(safely), all=len(failed))
    scaled = len(_in_use(material, State.SCALED))
    going = [one for one in material.experiments if one.state in {State.RUNNING, State.PAUSED}]
    yield _("Today: {scaled}, {running}.").format(
        scaled=counted(Outcome.SCALED, scaled), running=counted(State.RUNNING, len(going))
    )


def _in_operation(
    found: Sequence[Experiment], material: Material, *, judged: bool = False
) -> Block | None:
    """What is in operation: where, who owns it, what came of it; *judged* where that differs."""
    rows = []
    for one in found:
        operation = one.operation
        sign, words, _tone = verdict(one, material)
        since = _("since {day}").format(day=shown_day(operation.since)) if operation.since else ""
        where = [f"{sign} {words}" if judged else "", fraction(one)]
        lines = [
            " · ".join(filter(None, parts)) for parts in (where, [operation.owner_role, since])
        ]
        first = named(one, material, judged=False)
        rows.append((first, "\n".join(filter(None, lines)), movement(one)))
    head = (_("Experiment"), _("Spread and owner"), _("Measured"))
    return Table(head, tuple(rows), widths=(27, 38, 35), titled=0) if rows else None


def _taught(
    found: Sequence[Experiment],
    told: Callable[[Experiment], tuple[str, str]],
    material: Material,
    *,
    judged: bool = False,
) -> Block | None:
    """What failed: what is *told* of it, what it taught, and what follows."""
    rows = []
    for one in found:
        pairs = [told(one), *learned(one)]
        said = " ".join(ended(after(name, text)) for name, text in pairs if text)
        rows.append((named(one, material, judged=judged), said))
    head = (_("Experiment"), _("What it taught"))
    return Table(head, tuple(rows), widths=(28, 72), titled=0, is_plain=True) if rows else None


def _believed(experiment: Experiment) -> tuple[str, str]:
    """What was believed of *experiment*, with its heading."""
    cycle = experiment.cycle
    return _("We believed that …"), (cycle.belief if cycle else None) or ""


def _broken(experiment: Experiment) -> tuple[str, str]:
    """How its frame did not hold, with its heading."""
    return _("The frame"), frame_said(experiment)


def _asked(material: Material, period: Period) -> list[Block]:
    """What leadership rounds of the period wrote down as asked for, and room for more."""
    notes = [
        (f"{review.key} · {shown_day(review.date)}", step.note)
        for review in material.reviews
        if review.kind is ReviewKind.LEADERSHIP and period.holds(review.date)
        for step in review.steps
        if step.step == "asked" and step.note
    ]
    told: list[Block] = [Facts(tuple(notes))] if notes else []
    return [*told, Prose(_("Time, permission, money:"), is_quiet=True), Blank(1 if told else 2)]


def _in_use(material: Material, state: State) -> list[Experiment]:
    """The experiments in *state*, by key."""
    found = [one for one in material.experiments if one.state is state]
    return sorted(found, key=lambda one: one.key)


def _decided_on(experiment: Experiment) -> date | None:
    """The day of the decision in force."""
    return experiment.decided.on if experiment.decided else None
