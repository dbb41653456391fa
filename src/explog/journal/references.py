"""From what a person calls something to its id.

Workplaces, core tasks, measures, experiments, limits, criteria.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from explog.domain.acts.answers import answer, lines
from explog.domain.acts.questions import Answer, Question
from explog.domain.moments import said_moment
from explog.domain.naming.vocabulary import Kind
from explog.domain.numbers import said_number
from explog.domain.record.workplace import Workplace
from explog.domain.texts import moment_text
from explog.errors import InvalidError, Problem, Refused
from explog.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from explog.domain.acts.catalogue import Act
    from explog.domain.record.experiment import Experiment
    from explog.domain.record.fold import Document
    from explog.domain.record.frame import Limit, StopCriterion
    from explog.journal.ports import Store

DYNAMIC = {"actual": Answer.NUMBER, "met": Answer.MOMENT, "reacted": Answer.MOMENT}
"""Answers named ``actual/<limit id>``, ``met/<criterion id>`` and ``reacted/<criterion id>``."""


def checked_role(role: str) -> str:
    """*role* as a function that may be written into the history.

    Raises:
        InvalidError: When it is longer than 60 characters, or holds what must never be stored.
    """
    question = Question("role", N_("Function"), "", limit=60)
    try:
        return str(answer(question, role, date.min))
    except ValueError as error:
        raise InvalidError([Problem(question.asked, str(error))]) from error


class Reader:
    """Reads the answers of one act on one experiment.

    Collects every problem before it complains.
    """

    def __init__(self, store: Store, experiment: Experiment, today: date) -> None:
        """Read for *experiment*, with *today* for relative days."""
        self._store = store
        self._experiment = experiment
        self._today = today
        self._problems: list[Problem] = []

    def read(self, act: Act, given: Mapping[str, Any]) -> dict[str, Any]:
        """The values of *given* by name, empty ones left out.

        Raises:
            InvalidError: With every answer that cannot be understood.
            KeyError: When the act asks no question of that name; a mistake of the front end.
        """
        values: dict[str, Any] = {}
        for name, raw in given.items():
            kind, _slash, ident = name.partition("/")
            question = (
                Question(name, kind, "", kind=DYNAMIC[kind])
                if ident and kind in DYNAMIC
                else act.question(name)
            )
            value = self.value(question, raw)
            if isinstance(value, dict) and question.kind in {Answer.ACTUALS, Answer.REACTIONS}:
                values.update(value)
            elif value is not None:
                values[name] = value
        if self._problems:
            raise InvalidError(self._problems)
        return values

    def value(self, question: Question, raw: Any) -> Any:  # noqa: ANN401 - raw answers and JSON values
        """The value of one answer; a problem is remembered and gives None."""
        try:
            value = answer(question, raw, self._today)
            look_up = self._look_ups().get(question.kind)
            return value if value is None or look_up is None else look_up(value)
        except ValueError as error:
            label = question.asked if "/" not in question.name else question.name.partition("/")[0]
            self._problems.append(Problem(label, str(error)))
            return None

    def complain(self) -> None:
        """Raise ``InvalidError`` when there was a problem."""
        if self._problems:
            raise InvalidError(self._problems)

    def _look_ups(self) -> dict[Answer, Callable[[Any], Any]]:
        """How each kind of reference is found."""
        return {
            Answer.WORKPLACE: self._workplace,
            Answer.CORE_TASK: self._core_task,
            Answer.MEASURE: self._measure,
            Answer.EXPERIMENTS: self._experiments,
            Answer.ACTUALS: self._actuals,
            Answer.REACTIONS: self._reactions,
        }

    def _workplace(self, ref: str) -> str:
        """A workplace by its code."""
        return self._store.find(ref, Kind.WORKPLACE).partition("/")[2]

    def _core_task(self, ref: str) -> str:
        """A core task of the experiment's workplace.

        By number, id, or the beginning of its text.
        """
        if self._experiment.workplace is None:
            raise ValueError(_("choose the workplace first"))
        document = self._store.document(f"{Kind.WORKPLACE}/{self._experiment.workplace}")
        tasks = sorted(
            Workplace.model_validate(document).core_tasks, key=lambda task: (task.order, task.id)
        )
        if str(ref).isdigit() and 1 <= int(ref) <= len(tasks):
            return tasks[int(ref) - 1].id
        wanted = str(ref).casefold()
        found = [task for task in tasks if task.id == ref or task.text.casefold() == wanted]
        found = found or [task for task in tasks if task.text.casefold().startswith(wanted)]
        if len(found) == 1:
            return found[0].id
        known = "; ".join(f"{number} {task.text}" for number, task in enumerate(tasks, 1)) or "–"
        raise ValueError(
            _("“{ref}” is none of the workplace's core tasks: {known}").format(ref=ref, known=known)
        )

    def _measure(self, ref: str) -> str:
        """A measure by number, id or the beginning of its name."""
        measures = self._experiment.measures
        if str(ref).isdigit() and 1 <= int(ref) <= len(measures):
            return measures[int(ref) - 1].id
        wanted = str(ref).casefold()
        found = [
            measure
            for measure in measures
            if measure.id == ref or measure.name.casefold().startswith(wanted)
        ]
        if len(found) == 1:
            return found[0].id
        known = (
            "; ".join(f"{number} {measure.name}" for number, measure in enumerate(measures, 1))
            or "–"
        )
        raise ValueError(_("“{ref}” is none of the measures: {known}").format(ref=ref, known=known))

    def _experiments(self, refs: Sequence[str]) -> list[str]:
        """Experiments by their keys."""
        return [self._store.find(ref, Kind.EXPERIMENT).partition("/")[2] for ref in refs]

    def _actuals(self, raw: Any) -> dict[str, Any]:  # noqa: ANN401 - text or list
        """Actual values: in the order of the limits, or ``unit=number``."""
        cycle = self._experiment.cycle
        limits = self._experiment.limits_of(cycle) if cycle else ()
        found = {}
        for number, typed in enumerate(lines(raw)):
            unit, equals, amount = str(typed).rpartition("=")
            limit = (
                _limit(limits, unit.strip())
                if equals
                else (limits[number] if number < len(limits) else None)
            )
            if limit is None:
                known = ", ".join(item.unit for item in limits) or "–"
                raise ValueError(
                    _("“{typed}” fits no limit; the limits are: {known}").format(
                        typed=typed, known=known
                    )
                )
            found[f"actual/{limit.id}"] = said_number(amount)
        return found

    def _reactions(self, raw: Any) -> dict[str, Any]:  # noqa: ANN401 - text or list
        """Met stop criteria: ``1: met day, reacted day``, the number first."""
        cycle = self._experiment.cycle
        criteria = self._experiment.stop_criteria_of(cycle) if cycle else ()
        found = {}
        for typed in lines(raw):
            match = re.match(r"^(?:(\d+)\s*:)?\s*([^,]+)(?:,\s*(.+))?$", str(typed))
            criterion = _criterion(criteria, int(match[1] or 1)) if match else None
            if match is None or criterion is None:
                raise ValueError(
                    _("“{typed}” fits no stop criterion; write “1: met day, reacted day”").format(
                        typed=typed
                    )
                )
            found[f"met/{criterion.id}"] = moment_text(said_moment(match[2], self._today))
            if match[3]:
                found[f"reacted/{criterion.id}"] = moment_text(said_moment(match[3], self._today))
        return found


def chosen_workplace(store: Store, ref: str | None) -> Document:
    """The workplace *ref*, or the log's only one."""
    if ref is not None:
        found = store.document(store.find(ref, Kind.WORKPLACE))
        return found or {}
    every = [
        document for document in store.documents(Kind.WORKPLACE) if not document.get("archived")
    ]
    if len(every) == 1:
        return every[0]
    if not every:
        raise Refused(
            _('There is no workplace yet. Make one with: explog workplace AMB "Station East"')
        )
    known = ", ".join(str(document.get("key") or document["code"]) for document in every)
    raise Refused(_("Say for which workplace: {known}.").format(known=known))


def _limit(limits: Sequence[Limit], unit: str) -> Limit | None:
    """The limit that counts *unit*."""
    return next((limit for limit in limits if limit.unit.casefold() == unit.casefold()), None)


def _criterion(criteria: Sequence[StopCriterion], number: int) -> StopCriterion | None:
    """The stop criterion with this *number*, 1 for the first."""
    return criteria[number - 1] if 1 <= number <= len(criteria) else None
