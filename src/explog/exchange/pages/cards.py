"""Parts that several pages share: an experiment as a card, agreements as a table, the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.charts.progress import progress
from explog.domain.charts.series import series_of
from explog.domain.judging.conditions import TITLES, conditions
from explog.domain.judging.scale import in_operation, level
from explog.domain.judging.verdicts import frame_verdict, outcome
from explog.domain.moments import shown_day
from explog.domain.naming.labels import GLYPHS, label
from explog.domain.naming.vocabulary import FrameVerdict, Level, Met, Outcome
from explog.domain.naming.vocabulary_learning import AgreementStatus
from explog.domain.numbers import shown_number
from explog.exchange.pages.sheet import Card, Table
from explog.exchange.svg_chart import svg
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from explog.domain.record.experiment import Experiment
    from explog.domain.record.material import Material
    from explog.domain.record.review import Agreement

TONES = {
    "scaled": "good",
    "adopted": "good",
    "spreading": "good",
    "worked_not_adopted": "good",
    "failed_safely": "safe",
    "failed_no_net": "no_net",
    "failed_unsafely": "unsafe",
    "failed_pending": "safe",
    "running": "going",
    "paused": "going",
    "in_review": "going",
}
"""State or outcome → tone; what is not here is plain."""

Pairs = tuple[tuple[str, str], ...]


def verdict(experiment: Experiment, material: Material) -> tuple[str, str, str]:
    """The sign, the words and the tone of what became of *experiment*."""
    ended = outcome(experiment)
    if ended in {Outcome.ONGOING, Outcome.NOT_STARTED}:
        code, words = experiment.state.value, label(experiment.state)
    elif level(experiment, material.today, material.thresholds) is Level.SPREADING:
        code, words = Level.SPREADING.value, label(Level.SPREADING)
    else:
        code, words = ended.value, label(ended)
    found = frame_verdict(experiment)
    is_decided = not ended.is_failed and ended is not Outcome.ONGOING
    if is_decided and found is not None and found is not FrameVerdict.SAFE:
        words = f"{words} · {label(found)}"
    return GLYPHS[code], words, TONES.get(code, "plain")


def named(experiment: Experiment, material: Material, *, judged: bool = True) -> str:
    """Key and title, and where *judged* the verdict: the first cell of a table."""
    sign, words, _tone = verdict(experiment, material)
    name = f"{experiment.key} · {experiment.title}"
    return f"{name}\n{sign} {words}" if judged else name


def homes(found: Iterable[Experiment], material: Material) -> list[tuple[str, str]]:
    """The workplaces that *found* are from, with the codes that their keys begin with."""
    known = {one.workplace for one in found}
    names = [
        f"{place.key or place.code} {place.name}"
        for place in material.workplaces
        if place.id in known
    ]
    return [(_("Workplaces"), " · ".join(names))] if names else []


def card(
    experiment: Experiment,
    material: Material,
    pairs: Iterable[tuple[str, str | None]],
    *,
    drawing: str = "",
) -> Card:
    """*experiment* as a card with *pairs*, those that say nothing left out."""
    sign, words, tone = verdict(experiment, material)
    return Card(
        sign=sign,
        tone=tone,
        key=experiment.key,
        title=experiment.title,
        verdict=words,
        pairs=tuple((name, text) for name, text in pairs if text),
        chart=drawing,
    )


def run_chart(experiment: Experiment, material: Material) -> str:
    """The run chart of the primary measure as SVG; empty where nothing was measured."""
    series = series_of(experiment, material.thresholds)
    if not series.points:
        return ""
    picture = svg(series, experiment.key)
    for name in ("t", "d"):  # several charts on one page: each needs ids of its own
        picture = picture.replace(f'id="{name}"', f'id="{name}-{experiment.id}"')
    return picture.replace('"t d"', f'"t-{experiment.id} d-{experiment.id}"')


def movement(experiment: Experiment) -> str:
    """``22 → 11 (at most 12 a day)``: baseline, now, and what it is right at; empty without any."""
    measure, cycle, so_far = experiment.primary, experiment.cycle, progress(experiment)
    if measure is None:
        return ""
    numbers = [value for value in (so_far.baseline, so_far.current) if value is not None]
    told = " → ".join(map(shown_number, numbers)) or "–"
    if measure.unit:
        told = f"{told} {measure.unit}"
    if cycle is None or cycle.comparator is None or cycle.criterion is None:
        return f"{measure.name}: {told}"
    bound = f"{label(cycle.comparator)} {shown_number(cycle.criterion)}"
    return _("{measure}: {values} (right if {bound})").format(
        measure=measure.name, values=told, bound=bound
    )


def fraction(experiment: Experiment) -> str:
    """``4 of 14 places``; empty unless it is adopted or scaled."""
    count = in_operation(experiment)
    if count is None:
        return ""
    if not experiment.places_potential:
        said = ngettext("in operation in {n} place", "in operation in {n} places", count)
        return said.format(n=count)
    return _("in operation in {n} of {all} places").format(n=count, all=experiment.places_potential)


def learned(experiment: Experiment) -> Pairs:
    """Every lesson with what follows from it."""
    return tuple(
        (
            _("We learned"),
            f"{lesson.we_learned} → {lesson.therefore}" if lesson.therefore else lesson.we_learned,
        )
        for lesson in experiment.lessons
    )


def after(name: str, text: str) -> str:
    """*text* after what it is, with a colon unless *name* goes on or asks by itself."""
    mark = "" if name.endswith(("?", "…")) else ":"
    return f"{name}{mark} {text}"


def ended(text: str) -> str:
    """*text* as a sentence that another can follow."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def frame_said(experiment: Experiment) -> str:
    """How the frame held: what was not met, in words, or the verdict; empty before the start."""
    found = frame_verdict(experiment)
    if found is None:
        return ""
    broken = [one.reason for one in conditions(experiment) if one.met is Met.NOT_MET]
    return "; ".join(broken) or label(found)


def checked(experiment: Experiment) -> Pairs:
    """How many of the six conditions are met, why others are not, and the answer about harm.

    Empty before the start.
    """
    found = conditions(experiment)
    if not found:
        return ()
    rest = [one for one in found if one.met is not Met.MET]
    told = _("{n} of {all} are met").format(n=len(found) - len(rest), all=len(found))
    lines = [f"{_(TITLES[one.code])}: {label(one.met)} – {one.reason}" for one in rest]
    answer = experiment.cycle.harm if experiment.cycle else None
    harm = _("not answered yet")
    if answer is not None:
        harm = f"{label(answer.answer)} · {answer.by_role}, {shown_day(answer.answered_on)}"
    return (
        (_("The six conditions"), "\n".join([told, *lines])),
        (_("Was anyone or anything harmed?"), harm),
    )


def agreements_table(agreements: Sequence[Agreement], today: date) -> Table | None:
    """*agreements* as a table; None for none."""
    if not agreements:
        return None
    rows = tuple(
        (one.key, one.what, one.role, shown_day(one.due), _status(one, today)) for one in agreements
    )
    head = ("", _("What"), _("Function"), _("Due"), _("Status"))
    return Table(head, rows, widths=(8, 37, 18, 16, 21))


def _status(agreement: Agreement, today: date) -> str:
    """What became of *agreement*, and why where that is said."""
    words = label(agreement.status)
    if agreement.is_overdue(today):
        words = _("overdue")
    elif agreement.status is AgreementStatus.OPEN and agreement.kept_on is not None:
        words = _("kept")
    return f"{words}: {agreement.reason}" if agreement.reason else words


def foot(material: Material) -> list[str]:
    """What stands below every page."""
    said = _("Made with explog on {day}; verdicts and agreements as they stand that day.")
    return [
        said.format(day=shown_day(material.today)),
        _(
            "Holds no names, only functions and counts. Person numbers are refused at the door; "
            "that check does not find everything, so read it through before you share it."
        ),
    ]
