"""Undo: this installation's newest act is taken back, as a new event; nothing is ever erased."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explog.domain.acts import BY_NAME
from explog.domain.events import is_element
from explog.domain.fold import fold
from explog.errors import Refused
from explog.locale import N_, _

if TYPE_CHECKING:
    from pydantic import JsonValue

    from explog.domain.events import Event
    from explog.journal.journal import Journal

FINAL = frozenset({"tighten"})
"""Acts that are never undone: taking them back would loosen a frame."""

SPOKEN = {
    "jot": N_("Idea"),
    "set": N_("Change"),
    "archive": N_("Archive"),
    "unarchive": N_("Unarchive"),
    "open": N_("New workplace"),
    "core_task": N_("Core task"),
    "rename": N_("Rename"),
    "hold": N_("Review meeting"),
    "agree": N_("Agreement"),
    "done": N_("Agreement done"),
    "dropped": N_("Agreement dropped"),
    "take_up": N_("Agreement opened again"),
    "imported": N_("Import"),
    "undo": N_("Undo"),
}
"""What acts are called that are no acts on an experiment's life."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back."""

    act: str
    key: str
    """The key of the subject it was about."""
    event: Event
    """The event that takes it back."""


def act_words(act: str) -> str:
    """The name of *act* in the language in force."""
    return BY_NAME[act].spoken if act in BY_NAME else _(SPOKEN.get(act, act))


def said(undone: Undone) -> str:
    """One line that says what was undone."""
    return _("Undone: {act} · {key}").format(act=act_words(undone.act), key=undone.key)


def undo(journal: Journal) -> Undone:
    """Take back this installation's newest act that has not been undone.

    Raises:
        Refused: When there is nothing to undo, when later acts stand on it, or when it tightened a
            frame.
    """
    with journal.store.writing():
        event = journal.store.newest_undoable(journal.store.device())
        if event is None:
            raise Refused(_("There is nothing to undo."))
        words = act_words(event.act)
        if event.act in FINAL:
            raise Refused(
                _("“{act}” cannot be undone: a frame is never made wider during a test.").format(
                    act=words
                )
            )
        events = journal.store.events(event.subject)
        if _stands_on(event, events):
            raise Refused(
                _("“{act}” cannot be undone: later changes stand on it.").format(act=words)
            )
        known = journal.store.document(event.subject) or {}
        done = journal.take_back(event, _before(event, events))
        return Undone(event.act, str(known.get("key") or ""), done.event)


def _before(event: Event, events: list[Event]) -> dict[str, JsonValue]:
    """The value each path of *event* had before it; None where it had none.

    An element that the event made is marked as removed, not emptied field by field: what another
    device writes in it meanwhile must not leave half an element behind when the logs meet.
    """
    written = {other.id: other.changes for other in events}
    made = _made(event, events)
    before: dict[str, JsonValue] = {}
    for path, change in event.changes.items():
        inside = is_element(path)
        if inside and inside[1] in made:
            before[f"{inside[0]}/{inside[1]}/removed"] = True
            continue
        older = [
            written[ident][path].value
            for ident in sorted(change.over)
            if path in written.get(ident, {})
        ]
        before[path] = older[-1] if older else None
    return before


def _made(event: Event, events: list[Event]) -> set[str]:
    """The ids of the elements that *event* made.

    An act draws the ids of its elements just before its own: the first event of an element is the
    one whose id comes next, even where another device's clock is behind.
    """
    elements = {inside[1] for path in event.changes if (inside := is_element(path))}
    made = set()
    for ident in elements:
        writers = [other.id for other in events if any(ident in path for path in other.changes)]
        following = [writer for writer in writers if writer > ident]
        if min(following or writers) == event.id:
            made.add(ident)
    return made


def _stands_on(event: Event, events: list[Event]) -> bool:
    """Whether another value stands where *event* wrote, or another change speaks of what it made.

    What was undone stands on nothing.
    """
    undone = {other.undoes for other in events if other.undoes}
    alive = [other for other in events if other.undoes is None and other.id not in undone]
    heads = fold(alive).heads
    if any({*heads.get(path, ())} != {event.id} for path in event.changes):
        return True
    others = [other for other in alive if other.id != event.id]
    return any(_speaks_of(other, ident) for other in others for ident in _made(event, events))


def _speaks_of(event: Event, ident: str) -> bool:
    """Whether *event* changes or names the element *ident*."""
    return any(
        ident in path
        or (isinstance(change.value, str) and change.value == ident)
        or (isinstance(change.value, dict) and ident in change.value.values())
        for path, change in event.changes.items()
    )
