"""What single events changed, field by field: what stood there before, and what stands now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explog.domain.events import is_element
from explog.domain.naming.vocabulary import Kind
from explog.domain.numbers import shown_number
from explog.domain.record.fold import fold
from explog.journal.wording import field_words, said_value
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import JsonValue

    from explog.domain.events import Event
    from explog.domain.record.fold import Folded
    from explog.journal.ports import Store

NAMED_BY = ("name", "we_learned", "text", "date", "no")
"""The fields an element is called by, most telling first."""

LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Changed:
    """One field that an event wrote."""

    event: str
    path: str
    name: str
    """The field in words, with its element."""
    before: JsonValue
    """What the event replaced; None where nothing stood there."""
    after: JsonValue
    now: JsonValue
    is_first: bool
    """Whether nothing at all stood there before, not even nothing."""


def changes_of(
    events: Sequence[Event], event: Event, folded: Folded | None = None
) -> list[Changed]:
    """What *event*, one of the *events* of its subject, changed; the same order every time.

    *folded* is what all of them add up to, where the caller has it already.
    """
    written = {other.id: other.changes for other in events}
    folded = folded or fold(events)
    found = []
    for path, change in event.changes.items():
        older = [written[one][path].value for one in sorted(change.over) if one in written]
        changed = Changed(
            event=event.id,
            path=path,
            name=named(folded, path),
            before=older[-1] if older else None,
            after=change.value,
            now=folded.value(path),
            is_first=not older,
        )
        if changed.is_first or changed.before != changed.after:
            found.append(changed)
    return found


def named(folded: Folded, path: str) -> str:
    """What the field at *path* is called, with the element it belongs to."""
    inside, words = is_element(path), field_words(path)
    if inside is None or inside[0] == "cycles":
        return words
    element = called(folded, inside[0], inside[1])
    return _("“{element}”: {field}").format(element=element, field=words) if element else words


def called(folded: Folded, collection: str, ident: str) -> str:
    """What one element is called; empty where it has no name."""
    start = f"{collection}/{ident}"
    if collection == "limits":
        most, unit = folded.value(f"{start}/max"), folded.value(f"{start}/unit")
        return f"{shown_number(most)} {unit}" if isinstance(most, int | float) else str(unit or "")
    for field in NAMED_BY:
        value = folded.value(f"{start}/{field}")
        if value is not None:
            text = said_value(f"{start}/{field}", value)
            return text if len(text) <= LONGEST_NAME else f"{text[: LONGEST_NAME - 1]}…"
    return ""


def names_in(store: Store, document: Mapping[str, JsonValue]) -> dict[str, str]:
    """What the ids are called that the experiment in *document* speaks of."""
    found: dict[str, str] = {}
    for place in store.documents(Kind.WORKPLACE):
        found[str(place["id"])] = str(place["name"])
        found.update(_called_by(place.get("core_tasks"), "text"))
    found.update(_called_by(document.get("measures"), "name"))
    return found


def _called_by(elements: JsonValue, field: str) -> dict[str, str]:
    """The ids of *elements* and what they are called in their *field*."""
    each = elements if isinstance(elements, list) else []
    return {str(one["id"]): str(one.get(field)) for one in each if isinstance(one, dict)}


def said(names: Mapping[str, str], path: str, value: JsonValue) -> str:
    """*value* in words; ids by the *names* of what they stand for."""
    if value is None:
        return _("empty")
    if isinstance(value, list):
        return ", ".join(said(names, path, one) for one in value)
    if isinstance(value, str) and value in names:
        return names[value]
    return said_value(path, value)
