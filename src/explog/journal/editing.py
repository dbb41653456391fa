"""Changing single fields: plain ones by name, those of elements by ``collection/number/field``.

What was locked at the start of a cycle stays locked here too.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from pydantic import ValidationError

from explog.domain.acts.catalogue import ACTS, EDITABLE
from explog.domain.acts.questions import Answer, Question
from explog.domain.judging.contradictions import contradictions
from explog.domain.naming.vocabulary import Kind
from explog.domain.problems import problems_of
from explog.domain.record.experiment import Experiment
from explog.domain.record.fold import Folded, fold
from explog.domain.record.people import GROUPS
from explog.errors import InvalidError, Refused, UsageError
from explog.journal.locking import refuse_decided, refuse_locked
from explog.journal.references import Reader
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from explog.domain.texts import Part
    from explog.journal.journal import Done, Journal

PLAIN = {question.name: question for question in EDITABLE}
"""The plain fields by name."""

OF_ELEMENTS = {
    re.sub(r"\{\w+\}", "*", question.path): question
    for act in ACTS
    for question in act.questions
    if question.path.startswith(
        ("lessons", "places", "observations", "incidents", "measures", "notes", "annotations")
    )
} | {
    "stop_criteria/*/measure": Question("measure", "measure", "", kind=Answer.MEASURE),
}
"""The questions about fields of elements; the others are read by the type of the field."""

KINDS: tuple[tuple[type, Answer], ...] = (
    (tuple, Answer.WORDS),
    (bool, Answer.YES_NO),
    (StrEnum, Answer.CHOICE),
    (datetime, Answer.MOMENT),
    (date, Answer.DAY),
    (float, Answer.NUMBER),
    (int, Answer.COUNT),
    (str, Answer.TEXT),
)
"""Type of a field → how its value is read; the first that fits."""

REMOVABLE = frozenset(
    {
        "limits",
        "stop_criteria",
        "lessons",
        "places",
        "observations",
        "incidents",
        "notes",
        "annotations",
        "measures",
        "stances",
        "readiness",
    }
)
"""The collections whose elements can be taken away (and brought back by undo)."""

FOR_GOOD = {"stances": {"n", *GROUPS}}
"""Fields that only the act can write: counts are banded there. Take the element away instead."""


def edit(journal: Journal, ref: str, fields: Mapping[str, Any], *, seen: str | None = None) -> Done:
    """Set single *fields* of the experiment *ref*.

    Names of questions, or paths such as ``lessons/1/theme``.

    An empty value clears the field; ``limits/2/removed=yes`` takes an element away.

    Raises:
        UsageError: No such field.
        Refused: The field was locked at the start, or the decision rests on it.
        InvalidError: A value cannot be understood or breaks a rule.
    """
    with journal.store.writing():
        subject = journal.store.find(ref, Kind.EXPERIMENT)
        folded = fold(journal.store.events(subject))
        experiment = journal.experiment(ref)
        reader = Reader(journal.store, experiment, journal.clock.today())
        changes: dict[str, Any] = {}
        for name, raw in fields.items():
            changes.update(_change(journal, reader, experiment, name, raw))
        reader.complain()
        for path, value in changes.items():
            refuse_locked(experiment, path, value)
            refuse_decided(experiment, path)
        changes = {**_since(experiment, changes, journal.clock.today()), **changes}
        proposed = {**folded.heads, **{path: {"": value} for path, value in changes.items()}}
        after = checked(subject, experiment.key, proposed)
        found = contradictions(experiment, after, journal.clock.today())
        if found:
            raise InvalidError(found)
        return journal.write(subject, "set", changes, seen=seen)


def _change(
    journal: Journal,
    reader: Reader,
    experiment: Experiment,
    name: str,
    raw: Any,  # noqa: ANN401 - a raw answer
) -> dict[str, Any]:
    """The changes that one field asks for."""
    if name == "criterion":
        value = reader.value(
            next(q for act in ACTS for q in act.questions if q.name == "criterion"), raw
        )
        cycle = experiment.cycle
        ident = cycle.id if cycle else journal.ids()
        parts = value or {"comparator": None, "criterion": None}
        return {f"cycles/{ident}/{part}": parts[part] for part in ("comparator", "criterion")}
    if "/" in name:
        path, question = _element_path(experiment, name)
        return {path: reader.value(question, raw)}
    plain = PLAIN.get(name)
    if plain is None:
        raise UsageError(
            _("There is no field “{name}”. Fields: {known}.").format(
                name=name, known=", ".join(sorted(PLAIN))
            )
        )
    return {_filled(experiment, plain): reader.value(plain, raw)}


def _filled(experiment: Experiment, question: Question) -> str:
    """The path of a plain field."""
    cycle, measure = experiment.cycle, experiment.primary_measure
    if "{measure}" in question.path and measure is None:
        raise Refused(_("There is no measure yet. Plan the experiment, or add a measure first."))
    return question.path.format(cycle=cycle.id if cycle else "", measure=measure or "")


def _element_path(experiment: Experiment, name: str) -> tuple[str, Question]:
    """The path of ``collection/number/field`` and the question that reads its value."""
    collection, _slash, rest = name.partition("/")
    number, _slash, field = rest.partition("/")
    elements = getattr(experiment, collection, None)
    if (
        not field
        or not isinstance(elements, tuple)
        or collection in {"transitions", "cycles", "tightenings", "extensions"}
    ):
        raise UsageError(
            _("“{name}” is no field; write for example lessons/1/theme").format(name=name)
        )
    found = [
        element for place, element in enumerate(elements, 1) if number in {str(place), element.id}
    ]
    if not found:
        raise UsageError(_("{name}: there are {n} of them").format(name=name, n=len(elements)))
    if field == "removed" and collection in REMOVABLE:
        return f"{collection}/{found[0].id}/removed", Question(
            "removed", "removed", "", kind=Answer.YES_NO
        )
    known = set(type(found[0]).model_fields) - {"id", "cycle"} - FOR_GOOD.get(collection, set())
    if field not in known:
        raise UsageError(
            _("“{name}” is no field; write for example lessons/1/theme").format(name=name)
        )
    question = OF_ELEMENTS.get(f"{collection}/*/{field}") or _by_type(type(found[0]), field)
    return f"{collection}/{found[0].id}/{field}", question


def _by_type(model: type[Part], field: str) -> Question:
    """The question that reads a value of *field* as its type asks."""
    types = [
        kind for kind in _types(model.model_fields[field].annotation) if isinstance(kind, type)
    ]
    for wanted, answered in KINDS:
        found = next((kind for kind in types if issubclass(kind, wanted)), None)
        if found is not None:
            chosen = found if issubclass(found, StrEnum) else None
            return Question(field, field, "", kind=answered, choices=chosen)
    return Question(field, field, "", kind=Answer.TEXT)


def _types(annotation: object) -> Iterator[object]:
    """The plain types that *annotation* is made of; a tuple is one."""
    origin = get_origin(annotation)
    if origin is tuple:
        yield tuple
    elif origin is None:
        yield annotation
    else:
        for inner in get_args(annotation)[: 1 if origin is Annotated else None]:
            yield from _types(inner)


def _since(experiment: Experiment, changes: Mapping[str, Any], today: date) -> dict[str, Any]:
    """The day from which a place has the status that *changes* give it."""
    return {
        f"places/{place.id}/since": today.isoformat()
        for place in experiment.places
        if changes.get(f"places/{place.id}/status", place.status) != place.status
    }


def checked(subject: str, key: str, heads: dict[str, dict[str, Any]]) -> Experiment:
    """The experiment with *heads*; refused when it would break the model."""
    try:
        return Experiment.model_validate(
            {"id": subject.partition("/")[2], **Folded(heads).document(), "key": key}
        )
    except ValidationError as error:
        raise InvalidError(problems_of(error)) from error
