"""A document that was read and checked: its events, and the records of subjects without any.

Everything that is wrong is found in one pass and told at once, each with its place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from explog.domain.events import PROTOCOL, Event
from explog.domain.naming.vocabulary import Kind
from explog.domain.problems import problems_of
from explog.domain.thresholds import SUBJECT
from explog.errors import ForeignFileError, InvalidError, NewerLogError, Problem
from explog.exchange.document import EVENTS, FORMAT, PARTS, THRESHOLDS, VERSION
from explog.exchange.guarding import hidden_in, is_clean, problems_in
from explog.exchange.models import LogDocument
from explog.exchange.parsing import Parser, decoded
from explog.locale import _

if TYPE_CHECKING:
    from datetime import date

    from explog.domain.record.fold import Document
    from explog.exchange.parsing import Record


KINDS = frozenset(Kind)


@dataclass(slots=True)
class Bundle:
    """What a document brings."""

    source: str
    """The file's name, for sentences."""
    as_of: date | None = None
    """The header's day."""
    events: list[Event] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    """Where each event stands, by its id: ``events[12]``."""
    documents: dict[str, Document] = field(default_factory=dict)
    """The records by subject, as they stand in the file, without what is derived."""
    told: dict[str, str] = field(default_factory=dict)
    """Where each of *documents* stands."""

    def problem(self, place: str, said: str) -> Problem:
        """A problem at *place* of this file."""
        return Problem(f"{self.source}: {place}", said)


def read(data: bytes, source: str) -> Bundle:
    """Read the document in *data*, called *source*.

    Raises:
        ForeignFileError: When it is something else.
        NewerLogError: When a newer explog wrote it.
        InvalidError: With every problem found.
    """
    return _Reading(source).read(decoded(data, source))


@cache
def _models() -> dict[str, TypeAdapter[Any]]:
    """How each header key and each record of a part is read."""
    found = {
        name: TypeAdapter(info.annotation)
        for name, info in LogDocument.model_fields.items()
        if info.annotation
    }
    for part in (*PARTS, EVENTS):
        element, _more = LogDocument.model_fields[part].annotation.__args__  # type: ignore[union-attr]
        found[part] = TypeAdapter(element)
    return found


class _Reading:
    """One pass over a document."""

    def __init__(self, source: str) -> None:
        self._found = Bundle(source)
        self._problems: list[Problem] = []
        self._head: dict[str, object] = {}
        self._is_newer = False

    def read(self, text: str) -> Bundle:
        """Everything in *text*."""
        try:
            for record in Parser(text, self._found.source).records():
                self._take(record)
        except InvalidError as broken:
            self._refuse_strangers(is_whole=False)
            raise InvalidError([*self._problems, *broken.problems]) from None
        self._refuse_strangers(is_whole=True)
        if self._problems:
            raise InvalidError(self._problems)
        return self._found

    def _refuse_strangers(self, *, is_whole: bool) -> None:
        """Refuse what is no log document, or a newer one; before any problem is told."""
        named, version = self._head.get("format"), self._head.get("version")
        if named != FORMAT and (is_whole or named is not None):
            raise ForeignFileError(self._found.source)
        if self._is_newer or (isinstance(version, int) and version > VERSION):
            raise NewerLogError(self._found.source)
        if is_whole and "version" not in self._head:
            self._complain("version", _("is missing"))

    def _take(self, record: Record) -> None:
        """Check one record and keep it."""
        if record.flaws:
            for flaw in record.flaws:
                self._complain(flaw.place, flaw.said)
            return
        if record.part == "notice":
            return
        if record.number is None:
            self._head[record.part] = record.value
        model = _models().get(record.part)
        if model is None:
            self._complain(record.place, _("is not a field of this record"))
            return
        if record.number is None and record.part in {*PARTS, EVENTS}:
            self._complain(record.place, _("is not a list"))
            return
        if record.part == EVENTS and isinstance(record.value, dict):
            version = record.value.get("v")
            self._is_newer |= isinstance(version, int) and version > PROTOCOL
        try:
            value = model.validate_json(record.text, strict=True)
        except ValidationError as error:
            self._complain_of(error, record)
            return
        self._keep(record, value)

    def _keep(self, record: Record, value: Any) -> None:  # noqa: ANN401 - a model of the part
        """Put a sound record where it belongs."""
        if record.part == EVENTS:
            self._keep_event(record, value)
        elif record.part in PARTS:
            document = {name: part for name, part in record.value.items() if name != "derived"}
            for problem in hidden_in(document, record.place):
                self._complain(problem.place, problem.said)
            self._keep_document(f"{PARTS[record.part]}/{value.id}", record.place, document)
        elif record.part == "thresholds":
            said = {name: n for name, n in record.value.items() if THRESHOLDS[name] != n}
            if said:
                self._keep_document(SUBJECT, record.place, said)
        elif record.part == "as_of":
            self._found.as_of = value

    def _keep_event(self, record: Record, event: Event) -> None:
        """An event; also what it says that is no longer shown must be clean."""
        for said in _said(record.value):
            if not is_clean(said):
                self._look_closer(record)
                break
        if event.kind not in KINDS:
            said = _("explog knows no subject of the kind “{kind}”").format(kind=event.kind)
            self._complain(f"{record.place}.subject", said)
        self._found.events.append(event)
        self._found.places[event.id] = record.place

    def _look_closer(self, record: Record) -> None:
        """Tell where in an event what must not be stored stands."""
        for path, change in record.value["changes"].items():
            for problem in problems_in(change["value"], f"{record.place}.changes.{path}.value"):
                self._complain(problem.place, problem.said)
        for problem in problems_in(record.value.get("by_role"), f"{record.place}.by_role"):
            self._complain(problem.place, problem.said)

    def _keep_document(self, subject: str, place: str, document: Document) -> None:
        """A record; a subject stands in a file once."""
        if subject in self._found.documents:
            said = _("stands there twice; the first is {place}")
            self._complain(place, said.format(place=self._found.told[subject]))
            return
        self._found.documents[subject] = document
        self._found.told[subject] = place

    def _complain_of(self, error: ValidationError, record: Record) -> None:
        """Remember what is wrong with *record*."""
        if error.errors(include_input=False, include_url=False)[0]["type"] == "json_invalid":
            said = _("holds half a character, or is nested too deeply")  # all else is read by now
            self._complain(record.place, said)
            return
        for problem in problems_of(error, record.place):
            self._complain(problem.place, problem.said)

    def _complain(self, place: str, said: str) -> None:
        """Remember a problem."""
        self._problems.append(self._found.problem(place, said))


def _said(event: dict[str, Any]) -> list[object]:
    """All that people wrote in *event*, as plain JSON."""
    return [event.get("by_role"), *(change["value"] for change in event["changes"].values())]
