"""Bringing a document into a log: by event, all of it or nothing, never deleting by absence."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Protocol

from explog.domain.events import canonical
from explog.domain.judging.contradictions import contradictions
from explog.domain.naming.vocabulary import Kind
from explog.domain.record.experiment import Experiment
from explog.domain.record.fold import fold
from explog.domain.thresholds import SUBJECT
from explog.errors import InvalidError, Problem
from explog.exchange.brought import Brought, claims, holders, renamed
from explog.exchange.bundle import read
from explog.exchange.document import THRESHOLDS
from explog.exchange.flattening import changes, imported
from explog.exchange.models import problems_of_subject
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import date

    from pydantic import JsonValue

    from explog.domain.events import Event
    from explog.domain.record.fold import Document
    from explog.exchange.bundle import Bundle

MOST_CHANGES = 5000
"""One event holds no more; a longer record comes in as several."""


class Counted(Protocol):
    """What a merge tells."""

    @property
    def new(self) -> int:
        """Events the log did not have."""

    @property
    def known(self) -> int:
        """Events it had."""


class Receiver(Protocol):
    """A log that events can be merged into; ``explog.store.log.Log`` is one."""

    def writing(self) -> AbstractContextManager[object]:
        """Begin a write; an exception takes all of it back."""

    def merge(self, events: Sequence[Event], source: str = "") -> Counted:
        """Keep those of *events* that are not here yet; only inside ``writing``."""

    def events(self, subject: str) -> list[Event]:
        """Every event of *subject*, by id."""

    def document(self, subject: str) -> Document | None:
        """The state of *subject*; None where nothing of it is left."""

    def find(self, ref: str, *kinds: str) -> str:
        """The subject that answers to *ref*."""

    def versions(self, subject: str) -> list[str]:
        """The paths of *subject* that have two or more values to choose between."""

    def to_choose(self) -> dict[str, str]:
        """The experiments that have two or more values to choose between, and their keys."""


def bring_in(
    log: Receiver,
    data: bytes,
    source: str,
    *,
    today: date,
    before: Callable[[], object] | None = None,
) -> Brought:
    """Read the document in *data* and bring it into *log*.

    Args:
        log: Where it goes.
        data: The file's content (``explog.exchange.files`` reads it with a cap on its size).
        source: The file's name, for sentences.
        today: The day that records without events count from when the header names none.
        before: Called when the document is sound and nothing has been written yet: a backup.

    Raises:
        ForeignFileError: When it is no log document; the log is unchanged, as with all of these.
        NewerLogError: When a newer explog wrote it.
        InvalidError: With every problem found, each with its place.
    """
    return bring(log, read(data, source), today=today, before=before)


def bring(
    log: Receiver, bundle: Bundle, *, today: date, before: Callable[[], object] | None = None
) -> Brought:
    """Bring what was read into *log*, as ``bring_in`` does."""
    with log.writing():
        told = [*_told(log, bundle, today)]
        events = [*bundle.events, *told]
        subjects = [*dict.fromkeys(event.subject for event in events)]
        earlier = {subject: log.document(subject) for subject in subjects}
        claimed = claims(events)
        called = {each: key for each, key in claimed.items() if earlier[each] is None}
        called |= holders(log, claimed.values())
        chosen_between = _to_choose(log, earlier)
        if before is not None:
            before()
        try:
            merged = log.merge(events, bundle.source)
        except InvalidError as error:
            raise InvalidError([_placed(bundle, problem) for problem in error.problems]) from error
        later = {subject: log.document(subject) for subject in subjects}
        problems = [*_broken(bundle, later), *_edited(bundle, later)]
        if not problems:
            day = max(today, bundle.as_of or today)
            problems.extend(_untrue(bundle, earlier, later, day))
        if problems:
            raise InvalidError(problems)
        waiting = _to_choose(log, later)
        return Brought(
            new=merged.new,
            known=merged.known,
            added=sum(earlier[each] is None and later[each] is not None for each in subjects),
            changed=sum(earlier[each] not in (None, later[each]) for each in subjects),
            renamed=renamed(log, called) if merged.new else (),
            to_choose=tuple(sorted(waiting[each] for each in waiting.keys() - chosen_between)),
        )


def _to_choose(log: Receiver, documents: Mapping[str, Document | None]) -> dict[str, str]:
    """The experiments that have two versions of something, and those other *documents*; by key."""
    others = {
        subject: str(document.get("key") or document.get("name") or "")
        for subject, document in documents.items()
        if document is not None and not subject.startswith(f"{Kind.EXPERIMENT}/")
    }
    return log.to_choose() | {each: key for each, key in others.items() if log.versions(each)}


def _told(log: Receiver, bundle: Bundle, today: date) -> Iterator[Event]:
    """The events of the records that come without any, saying only what the log never heard."""
    with_events = {event.subject for event in bundle.events}
    for subject, document in bundle.documents.items():
        if subject in with_events:
            continue
        values = _unheard(log.events(subject), changes(document))
        pairs = iter(sorted(values.items()))
        while chunk := dict(islice(pairs, MOST_CHANGES)):
            event = imported(subject, chunk, bundle.as_of or today)
            bundle.places[event.id] = bundle.told[subject]
            yield event


def _unheard(events: Sequence[Event], values: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """Those of *values* that no event has ever given their path: the rest is history already.

    What follows from the events (a loosened frame) was heard, too.
    """
    heard = {
        (path, canonical(change.value))
        for event in events
        for path, change in event.changes.items()
    }
    stands = fold(events).heads
    heard |= {(path, canonical(value)) for path in stands for value in stands[path].values()}
    return {path: value for path, value in values.items() if (path, canonical(value)) not in heard}


def _placed(bundle: Bundle, problem: Problem) -> Problem:
    """*problem*, which the log found, with the place in the file where it can be told."""
    subject, _slash, event = problem.place.rpartition("/")
    place = bundle.places.get(event)
    return bundle.problem(f"{place} ({subject})" if place else problem.place, problem.said)


def _broken(bundle: Bundle, later: dict[str, Document | None]) -> Iterator[Problem]:
    """What speaks against the new state; records that read as in the file were checked already."""
    for subject, document in later.items():
        if document is None:
            continue
        text = canonical(document)
        given = bundle.documents.get(subject)
        if given is None or canonical(given) != text:
            named = str(document.get("key") or subject)
            for problem in problems_of_subject(subject, text, named):
                yield bundle.problem(problem.place, problem.said)


def _untrue(
    bundle: Bundle,
    earlier: dict[str, Document | None],
    later: dict[str, Document | None],
    today: date,
) -> Iterator[Problem]:
    """What records say that cannot be true and that this log did not say before.

    A record is judged as its file tells it: what two honest logs say when they meet may disagree,
    and is chosen between afterwards.
    """
    for subject, document in later.items():
        told = bundle.documents.get(subject, document)
        if told is None or told == earlier[subject] or not subject.startswith(_EXPERIMENT):
            continue
        before = earlier[subject]
        known = None if before is None else Experiment.model_validate(before)
        for found in contradictions(known, Experiment.model_validate(told), today):
            yield bundle.problem(f"{told.get('key') or subject}.{found.place}", found.said)


def _edited(bundle: Bundle, later: dict[str, Document | None]) -> Iterator[Problem]:
    """Records that say something else than their events: a change that would get lost silently."""
    suspects = {
        subject: own
        for subject, document in bundle.documents.items()
        if (own := _own(subject, document)) != _own(subject, later.get(subject) or {})
    }
    by_subject: dict[str, list[Event]] = {subject: [] for subject in suspects}
    for event in bundle.events:
        if event.subject in by_subject:
            by_subject[event.subject].append(event)
    said = _(
        "says something else than its events; to bring in what the records say, "
        "take the part “events” out of the file"
    )
    for subject, events in by_subject.items():
        if events and _own(subject, fold(events).document()) != suspects[subject]:
            yield bundle.problem(bundle.told[subject], said)


def _own(subject: str, document: Document) -> Document:
    """*document* without what depends on the log it stands in; thresholds with their defaults."""
    defaults = THRESHOLDS if subject == SUBJECT else {}
    own = {name: value for name, value in document.items() if name not in _OF_THE_LOG}
    return {**defaults, **own}


_EXPERIMENT = f"{Kind.EXPERIMENT}/"

_OF_THE_LOG = frozenset({"id", "key", "aliases"})
"""What a record is called depends on what else is in its log."""
