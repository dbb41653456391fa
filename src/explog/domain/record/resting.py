"""The facts that a decision rests on, and whether they were changed while it stood.

Whoever wants to change them withdraws the decision first; what comes in from elsewhere without that
is seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from explog.domain.events import is_element, taken_back

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic import JsonValue

    from explog.domain.events import Event

    Heads: TypeAlias = "Mapping[str, Mapping[str, JsonValue]]"
    """Per path, event id → value."""

FACTS = {
    "limits": frozenset({"actual"}),
    "stop_criteria": frozenset({"met_on", "reacted_on"}),
    "incidents": frozenset({"level", "removed"}),
}
"""The fields of elements that a verdict rests on."""

OF_CYCLES = frozenset({"harm", "way_back", "ended_on", "end_reason", "result"})
"""The same of cycles; parts below them count, too."""


def is_fact(path: str) -> bool:
    """Whether a verdict rests on what is kept at *path*."""
    collection, _ident, rest = is_element(path) or ("", "", None)
    if rest is None:
        return False
    is_of_cycle = collection == "cycles" and rest.partition("/")[0] in OF_CYCLES
    return is_of_cycle or rest in FACTS.get(collection, ())


def changed_since(events: Sequence[Event], heads: Heads) -> dict[str, str]:
    """The closed cycles whose facts were changed since, and the event that did it, by id.

    The decision that is in force counts; after one that was withdrawn facts may change.
    """
    closed, last = _closed(heads)
    if not closed:
        return {}
    gone, written = taken_back(events), {event.id: event for event in events}
    found = {}
    for event in events:
        for path in event.changes if event.id not in gone else ():
            cycle = _owner(path, heads, last)
            since = closed.get(cycle)
            if since is not None and event.id >= since and _changes(event, path, since, written):
                found[cycle] = event.id
    return found


def _closed(heads: Heads) -> tuple[dict[str, str], str]:
    """The cycles that a decision closed, each with its event; and which cycle is the last one."""
    found: dict[str, str] = {}
    before = ""
    for event, step in _steps(heads):
        cycle = str(step.get("cycle"))
        if step.get("act") == "adapt":
            found[before] = event
        elif step.get("decision"):
            found[cycle] = event
        elif step.get("act") == "reopen":
            found.pop(cycle, None)
        before = cycle
    return found, before


def _steps(heads: Heads) -> Iterator[tuple[str, Mapping[str, JsonValue]]]:
    """The steps of the life and the events that wrote them, in the order they were taken."""
    paths = [
        (max(heads[path]), path)
        for path in heads
        if path.startswith("transitions/") and path.count("/") == 1
    ]
    for event, path in sorted(paths):
        step, removed = heads[path][event], heads.get(f"{path}/removed", {})
        if isinstance(step, dict) and not (removed and removed[max(removed)]):
            yield event, step


def _owner(path: str, heads: Heads, last: str) -> str:
    """The cycle whose verdict rests on what is kept at *path*; harm counts for the last one."""
    collection, ident, rest = is_element(path) or ("", "", None)
    if collection == "cycles" and (rest == "unreviewed" or is_fact(path)):
        return ident
    if not is_fact(path):
        return ""
    of = heads.get(f"{collection}/{ident}/cycle", {})
    return last if collection == "incidents" else str(of[max(of)] if of else "")


def _changes(event: Event, path: str, closed: str, written: Mapping[str, Event]) -> bool:
    """Whether *event* made another fact of what stood at *path* when *closed* was written.

    Something new that happened to somebody is no change, and neither is taking back what was
    written since.
    """
    change = event.changes[path]
    if path.endswith("/unreviewed"):
        return change.value is True  # said by a record that came without its events
    if event.id == closed or (event.undoes is not None and event.undoes > closed):
        return False
    if not change.over:
        return not path.startswith("incidents/")
    shown = max((one for one in change.over if one in written), default=None)
    return shown is not None and written[shown].changes[path].value != change.value
