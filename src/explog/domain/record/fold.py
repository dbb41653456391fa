"""State as a fold of events: one pass, no graph walk, no clock (DESIGN.md 3).

The order in which events arrive does not matter: a value that nothing replaces is a version,
whatever came first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from explog.domain.events import is_element, taken_back
from explog.domain.record.freezing import is_looser
from explog.domain.record.resting import changed_since

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import JsonValue

    from explog.domain.events import Event

Document: TypeAlias = "dict[str, JsonValue]"
"""A subject's state as plain JSON values."""


@dataclass(slots=True)
class Folded:
    """What the events of one subject add up to."""

    heads: dict[str, dict[str, JsonValue]] = field(default_factory=dict)
    """Per path, the versions that nothing replaces: event id → value."""

    def over(self, path: str) -> tuple[str, ...]:
        """The events a new value of *path* replaces."""
        return tuple(sorted(self.heads.get(path, ())))

    def value(self, path: str) -> JsonValue:
        """The version of *path* that is shown first (the highest event id).

        None where there is none.
        """
        versions = self.heads.get(path)
        return versions[max(versions)] if versions else None

    def versions(self) -> list[str]:
        """The paths with two or more versions that differ, sorted.

        The steps of a life that follow the same one are versions, too.
        """
        found = {path for path, live in self.heads.items() if len(_distinct(live.values())) > 1}
        return sorted(found.union(*self.rivals()))

    def rivals(self) -> list[list[str]]:
        """The transitions that follow the same one, the one that is walked first, by path."""
        following: dict[str, list[str]] = {}
        for path in sorted(self.heads):
            if not path.startswith("transitions/") or self.value(f"{path}/removed"):
                continue
            step = self.value(path)
            if isinstance(step, dict):
                following.setdefault(str(step.get("after")), []).append(path)
        return [paths for paths in following.values() if len(paths) > 1]

    def document(self) -> Document:
        """The canonical document: fields and groups as they are, collections as lists sorted by id.

        Paths without a value are left out, and so are elements marked ``removed``; an empty dict
        means that
        nothing of the subject is left.
        """
        plain: Document = {}
        elements: dict[str, dict[str, Document]] = {}
        for path in sorted(self.heads):
            value = self.value(path)
            if value is None:
                continue
            inside = is_element(path)
            if inside is None:
                _put(plain, path, value)
                continue
            collection, ident, rest = inside
            element = elements.setdefault(collection, {}).setdefault(ident, {"id": ident})
            if rest is not None:
                _put(element, rest, value)
            elif isinstance(value, dict):
                element.update(value)
        for collection, members in elements.items():
            kept = [
                members[ident] for ident in sorted(members) if not members[ident].get("removed")
            ]
            if kept:
                plain[collection] = [*kept]
        return plain


def fold(events: Iterable[Event]) -> Folded:
    """Fold the *events* of one subject, in any order."""
    known = [*events]
    written: dict[str, dict[str, JsonValue]] = {}
    replaced: dict[str, set[str]] = {}
    for event in known:
        for path, change in event.changes.items():
            written.setdefault(path, {})[event.id] = change.value
            replaced.setdefault(path, set()).update(change.over)
    folded = Folded()
    for path, versions in written.items():
        gone = replaced[path]
        live = {ident: value for ident, value in versions.items() if ident not in gone}
        folded.heads[path] = live or versions
    for path in written:
        if path.endswith("/started_on"):
            _look_for_loosening(known, folded, path.removesuffix("/started_on"))
    _look_for_changed_facts(known, folded)
    return folded


def _look_for_changed_facts(events: list[Event], folded: Folded) -> None:
    """Mark the cycles whose facts were changed after the decision that closed them."""
    changed = changed_since(events, folded.heads)
    for path in [path for path in folded.heads if path.endswith("/unreviewed")]:
        del folded.heads[path]
    for cycle, event in changed.items():
        folded.heads[f"cycles/{cycle}/unreviewed"] = {event: True}


def _look_for_loosening(events: list[Event], folded: Folded, cycle: str) -> None:
    """Mark the started *cycle* (``cycles/<id>``) when its frame is wider than it was at the start.

    A fact that follows from the events, whoever brought them and in whatever order. Once said, as
    by a record that came without its events, it stays; and what has started cannot be removed.
    """
    start = _start_of(events, cycle)
    if start is None:
        return
    loosened, removed = f"{cycle}/loosened", f"{cycle}/removed"
    was_removed = bool(folded.value(removed))
    folded.heads.pop(removed, None)
    said = next((one for one in events if _says(one, loosened)), None)
    frozen = Folded()
    for event in sorted(events, key=lambda event: event.id):
        if event.id <= start.id:
            for path, change in event.changes.items():
                frozen.heads[path] = {event.id: change.value}
    for path in start.changes:  # what the start speaks of was there, whatever an older event says
        if inside := is_element(path):
            frozen.heads.pop(f"{inside[0]}/{inside[1]}/removed", None)
    ident = cycle.partition("/")[2]
    if said or was_removed or is_looser(frozen.document(), folded.document(), ident):
        folded.heads[loosened] = {(said or start).id: True}


def _start_of(events: list[Event], cycle: str) -> Event | None:
    """The event that started *cycle* and stands."""
    path, gone = f"{cycle}/started_on", taken_back(events)
    started = [
        event
        for event in events
        if event.id not in gone
        and event.undoes is None
        and (change := event.changes.get(path)) is not None
        and change.value is not None
    ]
    return min(started, key=lambda event: event.id, default=None)


def _says(event: Event, path: str) -> bool:
    """Whether *event* says yes at *path*."""
    change = event.changes.get(path)
    return change is not None and change.value is True


def _put(target: Document, path: str, value: JsonValue) -> None:
    """Set *value* at *path* below *target*, making groups on the way."""
    first, _, rest = path.partition("/")
    if not rest:
        target[first] = value
        return
    group = target.setdefault(first, {})
    if isinstance(group, dict):
        _put(group, rest, value)


def _distinct(values: Iterable[JsonValue]) -> set[str]:
    """The different values among *values*."""
    return {repr(value) for value in values}
