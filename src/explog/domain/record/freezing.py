"""The frozen frame: what of it stood at the start of a cycle, and whether it was made wider since.

Works on documents; what stood when is said by ``explog.domain.record.fold``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.domain.events import is_element
from explog.domain.naming.vocabulary import TimeUnit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LOCKED = {
    "limits": frozenset({"cycle", "kind", "unit", "max"}),
    "stop_criteria": frozenset(
        {"cycle", "text", "measure", "comparator", "number", "reaction_time", "unit"}
    ),
}
"""The fields of the frame's elements that are locked at the start."""

SAME = ("started_on", "frozen_at", "plan_reference")
"""The fields of a started cycle that never change."""

OF_CYCLE = frozenset({"last_day", "way_back/plan", "way_back/max_time", "way_back/unit"})
"""The fields of the frame that a cycle has itself."""

MINUTES = {TimeUnit.MINUTES: 1, TimeUnit.HOURS: 60, TimeUnit.DAYS: 24 * 60}


def longest(time: int, unit: str) -> int:
    """The most minutes a reaction may take; 0 days last until the end of the day."""
    return (time + (unit == TimeUnit.DAYS)) * MINUTES[TimeUnit(unit)]


def frame_paths(document: Mapping[str, Any], paths: Iterable[str], cycle: str) -> Iterator[str]:
    """Those of *paths* that hold a value of the frame of *cycle* in *document*."""
    owned = {
        collection: {one["id"] for one in _elements(document, collection) if _is_of(one, cycle)}
        for collection in LOCKED
    }
    for path in paths:
        collection, ident, field = is_element(path) or ("", "", None)
        if collection == "cycles":
            if ident == cycle and field in OF_CYCLE:
                yield path
        elif ident in owned.get(collection, ()) and field in LOCKED[collection]:
            yield path


def is_looser(before: Mapping[str, Any], after: Mapping[str, Any], cycle: str) -> bool:
    """Whether the frame of *cycle* is wider in *after* than in *before*, as it was frozen.

    Whatever is locked and reads differently counts as wider; a smaller maximum, a shorter reaction,
    an earlier last day, an extension and anything added do not.
    """
    old, new = (_cycle(document, cycle) for document in (before, after))
    if old is None or new is None:
        return old is not None
    if any(old.get(name) != new.get(name) for name in SAME):
        return True
    return (
        _is_later(old, new, _elements(after, "extensions"))
        or _is_slower(old.get("way_back") or {}, new.get("way_back") or {})
        or any(
            _is_wider(one, other, collection)
            for collection in LOCKED
            for one, other in _pairs(before, after, collection, cycle)
        )
    )


def _cycle(document: Mapping[str, Any], cycle: str) -> Mapping[str, Any] | None:
    """The cycle with this id."""
    return next((one for one in _elements(document, "cycles") if one["id"] == cycle), None)


def _elements(document: Mapping[str, Any], collection: str) -> list[dict[str, Any]]:
    """The elements of *collection*."""
    found: list[dict[str, Any]] = document.get(collection) or []
    return found


def _is_of(element: Mapping[str, Any], cycle: str) -> bool:
    """Whether *element* belongs to *cycle*."""
    return bool(element.get("cycle") == cycle)


def _pairs(
    before: Mapping[str, Any], after: Mapping[str, Any], collection: str, cycle: str
) -> Iterator[tuple[dict[str, Any], dict[str, Any] | None]]:
    """Each frozen element of *cycle* and what it is now; None where it was taken away."""
    now = {one["id"]: one for one in _elements(after, collection)}
    for one in _elements(before, collection):
        if _is_of(one, cycle):
            yield one, now.get(one["id"])


def _is_wider(old: Mapping[str, Any], new: Mapping[str, Any] | None, collection: str) -> bool:
    """Whether a limit or stop criterion allows more than it did."""
    if new is None:
        return True
    if collection == "limits":
        bounds = (old.get("max"), new.get("max"))
        measured = {"max"}
    else:
        bounds = (_reaction(old), _reaction(new))
        measured = {"reaction_time", "unit"}
    same = LOCKED[collection] - measured
    return _exceeds(*bounds) or any(old.get(name) != new.get(name) for name in same)


def _reaction(criterion: Mapping[str, Any]) -> int:
    """The most minutes the reaction to *criterion* may take."""
    unit = criterion.get("unit", TimeUnit.DAYS.value)
    return longest(criterion.get("reaction_time", 1), unit)


def _is_later(
    old: Mapping[str, Any], new: Mapping[str, Any], extensions: list[dict[str, Any]]
) -> bool:
    """Whether the last day moved further than an extension moved it."""
    if old.get("last_day") is None:
        return False
    moved = [one.get("new") or "" for one in extensions if _is_of(one, new["id"])]
    return new.get("last_day") is None or new["last_day"] > max([old["last_day"], *moved])


def _is_slower(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether the way back is another one, or may take longer."""
    if old.get("plan") is not None and old["plan"] != new.get("plan"):
        return True
    return old.get("max_time") is not None and _exceeds(
        *(
            None if way.get("max_time") is None else way["max_time"] * _minutes(way)
            for way in (old, new)
        )
    )


def _minutes(way: Mapping[str, Any]) -> int:
    """The minutes in the unit of *way*."""
    return MINUTES[TimeUnit(way.get("unit") or TimeUnit.DAYS)]


def _exceeds(old: float | None, new: float | None) -> bool:
    """Whether the bound *new* lies above *old*; no bound lies above every one."""
    return old is not None and (new is None or new > old)
