"""Events: every change a person makes, as one immutable value (DESIGN.md 3).

A path is a field (``title``), a field of a group (``operation/since``), or a field of one element
of a flat
collection (``lessons/<id>/we_learned``). ``over`` names the events whose value a change replaces.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue

from explog.domain.storable import storable

if TYPE_CHECKING:
    from collections.abc import Iterable

PROTOCOL = 1
"""The version of the event format; a higher one is refused, not guessed at."""

ID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
"""An id: uuid7 for what a person made, uuid8 for what was made from a content hash. Ids of events
sort by time.
"""

_NAME = r"[a-z][a-z0-9_]{0,39}"
PATH = rf"^{_NAME}(/{ID})?(/{_NAME}){{0,2}}$"
"""The shape of a path; ``is_element`` tells elements of collections apart."""

EventId = Annotated[str, Field(pattern=rf"^{ID}$")]
"""A uuid in lower-case canonical form."""


def canonical(value: object) -> str:
    """*value* as canonical JSON: sorted keys, no spaces, real letters, no NaN."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


class Change(BaseModel):
    """One path's new value and the events whose value it replaces."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: JsonValue
    """None means: no value any more."""
    over: tuple[EventId, ...] = ()
    """Ids of the events replaced, sorted; empty for the first value of a path."""


class Event(BaseModel):
    """One act of a person on one subject."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: EventId
    subject: Annotated[str, Field(pattern=rf"^[a-z]+/{ID}$")]
    """``kind/id``, for example ``experiment/0193…``."""
    act: Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")]
    changes: Annotated[
        dict[Annotated[str, Field(pattern=PATH, max_length=160)], Change],
        Field(min_length=1, max_length=5000),
    ]
    at: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$")]
    """The real clock when it was written, UTC."""
    as_of: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$")]
    """The journal's clock: the day (or minute) the act counts from."""
    device: Annotated[str, Field(pattern=r"^[0-9a-z-]{1,40}$"), AfterValidator(storable)]
    """Which installation wrote it; a random word, never a machine's or a person's name."""
    by_role: Annotated[str, Field(max_length=60), AfterValidator(storable)] | None = None
    """A function (leader, coordinator), never a name."""
    undoes: EventId | None = None
    """The event this one takes back."""
    v: Annotated[int, Field(ge=1)] = PROTOCOL
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """Of the canonical JSON of everything else in the event."""

    @property
    def kind(self) -> str:
        """The kind of subject."""
        return self.subject.partition("/")[0]

    def body(self) -> dict[str, object]:
        """The event as plain JSON values, ``sha256`` last."""
        plain: dict[str, object] = self.model_dump(
            mode="json", exclude={"sha256"}, exclude_none=True
        )
        plain["changes"] = {
            path: {"value": change.value, "over": sorted(change.over)}
            for path, change in self.changes.items()
        }
        return {**plain, "sha256": self.sha256}

    def is_intact(self) -> bool:
        """Whether the hash still fits what the event says."""
        body = self.body()
        del body["sha256"]
        return digest(body) == self.sha256


def digest(body: object) -> str:
    """The sha256 of the canonical JSON of *body*, in hexadecimal."""
    return hashlib.sha256(canonical(body).encode("utf-8", "surrogatepass")).hexdigest()


def sealed(**parts: object) -> Event:
    """The event made of *parts*, with its hash; ``v`` is the current protocol."""
    unsealed = Event.model_validate({"v": PROTOCOL, **parts, "sha256": "0" * 64})
    body = unsealed.body()
    del body["sha256"]
    return unsealed.model_copy(update={"sha256": digest(body)})


def taken_back(events: Iterable[Event]) -> set[str]:
    """The ids of those of *events* that were taken back, and not done again since.

    Doing again is taking back the undo; so an undo may be among them, too.
    """
    gone: set[str] = set()
    for event in sorted(events, key=lambda event: event.id, reverse=True):
        if event.undoes is not None and event.id not in gone:
            gone.add(event.undoes)
    return gone


_ELEMENT = re.compile(rf"^({_NAME})/({ID})(?:/(.+))?$")


def is_element(path: str) -> tuple[str, str, str | None] | None:
    """The collection, the element's id and the rest of *path*.

    None when *path* is a field or a group's field.
    """
    match = _ELEMENT.match(path)
    return (match[1], match[2], match[3]) if match else None
