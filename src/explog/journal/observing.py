"""Writing several observations down at once: one event, so that undo takes back all of them.

A value of a day that has one already corrects it; the history keeps both.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from explog.domain.acts.questions import Answer, Question
from explog.domain.judging.contradictions import contradictions
from explog.domain.judging.notices import Notice, open_notices
from explog.domain.moments import shown_day
from explog.domain.naming.vocabulary import Kind
from explog.domain.problems import problems_of
from explog.domain.record.experiment import Experiment
from explog.domain.record.fold import Folded, fold
from explog.errors import InvalidError, Problem, Refused
from explog.journal.references import Reader
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from explog.domain.acts.entering import Entry
    from explog.domain.record.evidence import Measure, Observation
    from explog.journal.journal import Done, Journal

MEASURE = Question("measure", "measure", "", kind=Answer.MEASURE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What becomes of one measure's observations."""

    measure: str
    """The measure's id."""
    entries: Sequence[Entry]
    """New and corrected ones, each day once."""
    removed: Sequence[str] = ()
    """Ids of observations that are taken away."""
    moved: Mapping[str, Entry] = field(default_factory=dict)
    """Id of an observation → what it becomes, its day too."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was written down."""

    done: Done
    kept: tuple[Observation, ...]
    """The observations as they are now, oldest first."""
    replaced: int
    """How many of them had another value before."""
    notices: tuple[Notice, ...]
    """Those of *kept* that ask a person for an answer."""


def measure_of(journal: Journal, ref: str, said: str | None = None) -> Measure:
    """The measure of the experiment *ref* called *said*; the primary one by default.

    Raises:
        Refused: When there is no measure yet.
        InvalidError: When none is called so.
    """
    experiment = journal.experiment(ref)
    if not said:
        found = experiment.primary or next(iter(experiment.measures), None)
        if found is None:
            raise Refused(
                _("There is no measure yet. Plan the experiment, or add a measure first.")
            )
        return found
    reader = Reader(journal.store, experiment, journal.clock.today())
    ident = reader.value(MEASURE, said)
    reader.complain()
    return next(one for one in experiment.measures if one.id == ident)


def record(
    journal: Journal, ref: str, sheets: Iterable[Sheet], *, seen: str | None = None
) -> Recorded:
    """Write all *sheets* down as one act, or nothing.

    Raises:
        InvalidError: With every value that cannot be true (a day in the future, 120 percent).
        ConflictError: Somebody else changed one of them after *seen*.
        Refused: When nothing changes.
    """
    with journal.store.writing():
        subject = journal.store.find(ref, Kind.EXPERIMENT)
        before = journal.experiment(ref)
        changes: dict[str, Any] = {}
        for sheet in sheets:
            changes |= _changes(journal, before, sheet)
        folded = fold(journal.store.events(subject))
        after = _after(subject, before.key, folded, changes)
        found = contradictions(before, after, journal.clock.today())
        if found:
            raise InvalidError([_with_day(after, problem) for problem in found])
        done = journal.write(subject, "observe", changes, seen=seen)
    return _recorded(before, after, done)


def _changes(journal: Journal, before: Experiment, sheet: Sheet) -> dict[str, Any]:
    """What *sheet* changes, by path."""
    known = {one.date: one for one in before.observations if one.measure == sheet.measure}
    gone = {*sheet.removed}
    changes: dict[str, Any] = {f"observations/{ident}/removed": True for ident in sheet.removed}
    by_id = {one.id: one for one in known.values()}
    for ident, entry in sheet.moved.items():
        there = known.get(entry.day)
        if there is not None and there.id != ident and there.id not in {*gone, *sheet.moved}:
            changes[f"observations/{there.id}/removed"] = True
        changes |= _fields(ident, entry) | _asked_anew(ident, entry, by_id.get(ident))
    for entry in sheet.entries:
        there = known.get(entry.day)
        is_there = there is not None and there.id not in {*gone, *sheet.moved}
        if there is not None and is_there:
            changes |= _fields(there.id, entry, is_there=True)
            changes |= _asked_anew(there.id, entry, there)
        else:
            ident = journal.ids()
            changes |= {f"observations/{ident}/measure": sheet.measure, **_fields(ident, entry)}
    return changes


def _fields(ident: str, entry: Entry, *, is_there: bool = False) -> dict[str, Any]:
    """The fields of one observation; n and note of one that is there stay unless told anew."""
    path = f"observations/{ident}"
    given: dict[str, Any] = {f"{path}/date": entry.day.isoformat(), f"{path}/value": entry.value}
    for name, value in (("n", entry.n), ("note", entry.note)):
        if value is not None or not is_there:
            given[f"{path}/{name}"] = value
    return given


def _asked_anew(ident: str, entry: Entry, before: Observation | None) -> dict[str, Any]:
    """Another value than *before* may meet a stop criterion anew: what was answered is gone."""
    if before is None or before.not_met is None or before.value == entry.value:
        return {}
    return {f"observations/{ident}/not_met": None}


def _after(subject: str, key: str, folded: Folded, changes: Mapping[str, Any]) -> Experiment:
    """The experiment as it would be."""
    heads = {**folded.heads, **{path: {"": value} for path, value in changes.items()}}
    document = {"id": subject.partition("/")[2], **Folded(heads).document(), "key": key}
    try:
        return Experiment.model_validate(document)
    except ValidationError as error:
        raise InvalidError(problems_of(error)) from error


def _with_day(after: Experiment, problem: Problem) -> Problem:
    """*problem* with the day of its observation instead of a place in a list."""
    head, bracket, rest = problem.place.partition("[")
    number = rest.partition("]")[0]
    if head != "observations" or not bracket or not number.isdigit():
        return problem
    return Problem(shown_day(after.observations[int(number)].date), problem.said)


def _recorded(before: Experiment, after: Experiment, done: Done) -> Recorded:
    """What *done* wrote."""
    written = {path.split("/")[1] for path in done.event.changes}
    kept = sorted(
        (one for one in after.observations if one.id in written), key=lambda one: one.date
    )
    values = {one.id: one.value for one in before.observations}
    replaced = sum(one.id in values and values[one.id] != one.value for one in kept)
    asks = tuple(one for one in open_notices(after) if one.observation.id in written)
    return Recorded(done, tuple(kept), replaced, asks)


def answered(ref: str, notice: Notice, reason: str, journal: Journal) -> Done:
    """Do what a person said to *notice*: not met for *reason*; without a reason, pause now."""
    day = notice.observation.date.isoformat()
    if reason:
        return journal.act("dismiss", ref, not_met=reason, met_on=day)
    why = notice.sentence[:LONGEST_REASON]
    if notice.criterion is None:
        return journal.act("pause", ref, pause_reason="other", reason=why)
    return journal.act("pause", ref, stop_criterion=str(notice.number), met_on=day, reason=why)


LONGEST_REASON = 300
"""Characters that fit into the reason of a step."""
