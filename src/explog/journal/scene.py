"""The subject whose history is told, and what its ids are called."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from explog.domain.moments import parse_moment, shown_day
from explog.domain.naming.vocabulary import Kind
from explog.journal.changes import names_in
from explog.journal.wording import said_value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

    from explog.domain.events import Event
    from explog.domain.record.fold import Folded
    from explog.journal.ports import Store


@dataclass(slots=True)
class Scene:
    """The subject whose history is told."""

    store: Store
    subject: str
    events: Mapping[str, Event]
    folded: Folded
    _names: dict[str, str] = field(default_factory=dict)

    def step(self, event: Event) -> dict[str, Any]:
        """The step of a life that *event* is; empty for any other act."""
        for path, change in event.changes.items():
            if path.startswith("transitions/") and isinstance(change.value, dict):
                return change.value
        return {}

    def name_of(self, ident: JsonValue) -> str:
        """What the measure, core task, workplace or experiment *ident* is called."""
        if not self._names:
            document = self.store.document(self.subject) or {}
            self._names = {"": "", **names_in(self.store, document)}
        if str(ident) not in self._names:
            found = self.store.document(f"{Kind.EXPERIMENT}/{ident}") or {}
            self._names[str(ident)] = str(found.get("key") or "")
        return self._names[str(ident)]

    def names(self) -> Mapping[str, str]:
        """Every name that was looked for."""
        self.name_of("")
        return self._names

    def value(self, event: Event, path: str) -> JsonValue:
        """What *event* wrote at *path*; what stands there where it wrote nothing."""
        change = event.changes.get(path)
        return self.folded.value(path) if change is None else change.value

    def said(self, event: Event, path: str) -> str:
        """The same in words; empty where nothing stands."""
        value = self.value(event, path)
        return "" if value is None else said_value(path, value)


def elements(event: Event, collection: str) -> list[str]:
    """The elements of *collection* that *event* wrote, each as ``collection/id``."""
    inside = (path.split("/") for path in event.changes if path.startswith(f"{collection}/"))
    return [*dict.fromkeys("/".join(parts[:2]) for parts in inside if len(parts) > 1)]


def other_day(event: Event, scene: Scene, path: str) -> str:
    """The day at *path* where it is another one than the day of *event*."""
    day = scene.value(event, path)
    return "" if day in (None, event.as_of[:10]) else shown_day(parse_moment(str(day)))
