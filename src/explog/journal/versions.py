"""Two values of one field after logs met: seen side by side, and chosen between (DESIGN.md 3).

Clocks decide nothing. Until somebody chooses, or writes a third value, the record keeps both and
shows the one with the higher event id; of two steps of a life the one with the lower.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explog.domain.lists.summary import MODELS
from explog.domain.naming.vocabulary import Kind
from explog.domain.record.fold import fold
from explog.errors import NotFoundError, UsageError
from explog.journal import views
from explog.journal.changes import named, names_in, said
from explog.journal.locking import refuse_decided
from explog.journal.past import past_words
from explog.journal.pointing import FIELDS
from explog.journal.restoring import refuse_untrue
from explog.journal.subjects import changed
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import JsonValue

    from explog.domain.events import Event
    from explog.domain.record.fold import Document, Folded
    from explog.journal.journal import Done, Journal
    from explog.journal.ports import Store

ACT = "pick"

LIFE = "transitions"
"""Where two steps follow the same one."""


@dataclass(frozen=True, slots=True)
class Version:
    """One of the values that stand side by side."""

    event: str
    """The event that wrote it."""
    value: JsonValue
    said: str
    """The value in words."""
    on: str
    """The day it counts from, ISO."""
    by_role: str | None
    is_shown: bool
    """Whether the record shows it meanwhile."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One field with its versions, those shown first."""

    path: str
    """``transitions/<id>`` where two steps of a life follow the same one: that of the step shown.
    """
    name: str
    """The field in words."""
    versions: tuple[Version, ...]


def choices(journal: Journal, ref: str) -> list[Choice]:
    """What there is to choose between in *ref*, by path.

    Raises:
        NotFoundError: When there is nothing of that name that can have versions.
    """
    subject = subject_of(journal, ref)
    events = journal.store.events(subject)
    folded = fold(events)
    groups = list(_groups(folded))
    if not groups:
        return []
    names = _names(journal.store, journal.store.document(subject) or {})
    found = []
    for group in groups:
        path = group[0][0]
        is_life = path.startswith(f"{LIFE}/")
        versions = [
            Version(
                event=ident,
                value=value,
                said=_step(value) if is_life else said(names, one, value),
                on=_day(events, ident),
                by_role=next((event.by_role for event in events if event.id == ident), None),
                is_shown=number == 0,
            )
            for number, (one, ident, value) in enumerate(group)
        ]
        name = _("What happened next") if is_life else _called(subject, folded, path)
        found.append(Choice(path, name, tuple(versions)))
    return found


def _called(subject: str, folded: Folded, path: str) -> str:
    """What the field at *path* of *subject* is called; experiments have questions for theirs."""
    is_plain = path in FIELDS and not subject.startswith(f"{Kind.EXPERIMENT}/")
    return _(FIELDS[path]) if is_plain else named(folded, path)


def subject_of(journal: Journal, ref: str) -> str:
    """The subject that *ref* names: an experiment, a meeting, an agreement, a workplace or a view.

    Raises:
        NotFoundError: When there is none.
    """
    try:
        return journal.store.find(ref, Kind.EXPERIMENT, *MODELS)
    except NotFoundError as missing:
        try:
            return f"{Kind.VIEW}/{views.named(journal.store, ref)['id']}"
        except NotFoundError:
            raise missing from None


def choose(journal: Journal, ref: str, path: str, event: str) -> Done:
    """Let the version that *event* wrote at *path* be the one.

    Raises:
        UsageError: When there is no such choice or no such version.
        Refused: When the choice would make a frozen frame wider, or change what a decision rests
            on.
        InvalidError: When it contradicts something.
    """
    with journal.store.writing():
        choice = next((one for one in choices(journal, ref) if one.path == path), None)
        if choice is None:
            raise UsageError(_("There is nothing to choose between at {path}.").format(path=path))
        chosen = next((one for one in choice.versions if one.event == event), None)
        if chosen is None:
            raise UsageError(_("There is no such version."))
        subject = subject_of(journal, ref)
        model = MODELS.get(subject.partition("/")[0])
        if model is not None:
            return changed(journal, model, subject, ACT, {path: chosen.value})
        before = journal.experiment(ref)
        if not chosen.is_shown:
            refuse_decided(before, path)
        folded = fold(journal.store.events(subject))
        done = journal.write(subject, ACT, _settled(folded, choice, chosen))
        refuse_untrue(journal, before)
        return done


def numbered(found: Sequence[Choice], which: str, version: str) -> tuple[Choice, Version]:
    """The choice and the version that a person means by two numbers, 1 for the first; or a path.

    Raises:
        UsageError: When there is no such one.
    """
    places = {str(number): choice for number, choice in enumerate(found, 1)}
    choice = places.get(which) or next((one for one in found if one.path == which), None)
    if choice is None:
        said = _("There is no choice {number}; there are {n}.")
        raise UsageError(said.format(number=which, n=len(found)))
    number = int(version) if version.isdecimal() else 0
    if not 1 <= number <= len(choice.versions):
        said = _("There is no version {number}; there are {n}.")
        raise UsageError(said.format(number=version, n=len(choice.versions)))
    return choice, choice.versions[number - 1]


def _names(store: Store, document: Document) -> dict[str, str]:
    """What the ids are called that *document* speaks of."""
    subjects = (*store.documents(Kind.EXPERIMENT), *store.documents(Kind.REVIEW))
    keys = {str(one["id"]): str(one["key"]) for one in subjects}
    return keys | names_in(store, document)


def _groups(folded: Folded) -> list[list[tuple[str, str, JsonValue]]]:
    """The versions of every field that has several, as path, event and value; shown ones first."""
    found = []
    for path in folded.versions():
        if path.startswith(f"{LIFE}/"):
            continue
        heads = folded.heads[path]
        distinct = {repr(heads[ident]): ident for ident in sorted(heads)}
        found.append([(path, one, heads[one]) for one in sorted(distinct.values(), reverse=True)])
    steps = [
        [(path, max(folded.heads[path]), folded.value(path)) for path in rivals]
        for rivals in folded.rivals()
    ]
    return [*found, *steps]


def _settled(folded: Folded, choice: Choice, chosen: Version) -> dict[str, JsonValue]:
    """What is written so that *chosen* stands alone."""
    if not choice.path.startswith(f"{LIFE}/"):
        return {choice.path: chosen.value}
    rivals = next(paths for paths in folded.rivals() if choice.path in paths)
    return {f"{path}/removed": True for path in rivals if chosen.event not in folded.heads[path]}


def _step(value: JsonValue) -> str:
    """A step of a life in words."""
    if not isinstance(value, dict):
        return ""
    reason = value.get("reason")
    words = past_words(str(value.get("act")))
    return f"{words}: {reason}" if reason else words


def _day(events: Sequence[Event], ident: str) -> str:
    """The day that the event *ident* counts from."""
    return next((event.as_of[:10] for event in events if event.id == ident), "")
