"""State as a fold of events: one pass, no graph walk, no clock (DESIGN.md 3).

The order in which events arrive does not matter: a value that nothing replaces is a version,
whatever came first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from explog.domain.events import is_element

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
        """The paths with two or more versions that differ, sorted."""
        return sorted(
            path for path, live in self.heads.items() if len(_distinct(live.values())) > 1
        )

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
    written: dict[str, dict[str, JsonValue]] = {}
    replaced: dict[str, set[str]] = {}
    for event in events:
        for path, change in event.changes.items():
            written.setdefault(path, {})[event.id] = change.value
            replaced.setdefault(path, set()).update(change.over)
    folded = Folded()
    for path, versions in written.items():
        gone = replaced[path]
        live = {ident: value for ident, value in versions.items() if ident not in gone}
        folded.heads[path] = live or versions
    return folded


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
