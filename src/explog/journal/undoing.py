"""Undo: this installation's newest act is taken back, as a new event; nothing is ever erased."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from explog.domain.acts.catalogue import BY_NAME
from explog.domain.events import is_element, taken_back
from explog.domain.record.fold import fold
from explog.domain.thresholds import SUBJECT
from explog.errors import Refused
from explog.journal.one_act import belong_together, is_shared, one_act
from explog.locale import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pydantic import JsonValue

    from explog.domain.events import Event
    from explog.domain.record.fold import Document
    from explog.journal.journal import Journal

REDO = "redo"
"""The act that takes an undo back."""

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
    "prepare": N_("Meeting planned"),
    "describe": N_("Meeting changed"),
    "include": N_("Experiment on the meeting's list"),
    "leave_out": N_("Experiment off the meeting's list"),
    "reorder": N_("Order of the meeting"),
    "begin": N_("Meeting begun"),
    "advance": N_("Step of the meeting"),
    "more_time": N_("More time"),
    "close": N_("Meeting closed"),
    "step_note": N_("Note in the meeting"),
    "guess": N_("Guess"),
    "gather": N_("Note on the wall"),
    "sort": N_("Note on the wall sorted"),
    "take_down": N_("Note taken down"),
    "vote": N_("Dots"),
    "well_spent": N_("Time well spent"),
    "choose": N_("Choice"),
    "agree": N_("Agreement"),
    "kept": N_("Agreement kept"),
    "done": N_("Agreement done"),
    "dropped": N_("Agreement dropped"),
    "take_up": N_("Agreement opened again"),
    "borrow": N_("Lesson borrowed"),
    "judge": N_("Lesson judged"),
    "share": N_("Lesson shared"),
    "save_view": N_("Saved view"),
    "change_view": N_("Changed view"),
    "imported": N_("Import"),
    "undo": N_("Undo"),
    "redo": N_("Redo"),
    "restore": N_("Earlier value"),
    "pick": N_("Chosen version"),
}
"""What acts are called that are no acts on an experiment's life."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back, or done again."""

    act: str
    key: str
    """The key of the subject it was about, or its name; of house numbers, which ones.

    Of an act on several, all of them.
    """
    event: Event
    """The event that takes it back, or brings it back; of several, the first."""
    count: int = 1
    """How many events it took."""


NAMED = 3
"""So many keys are told of an act on several."""


def act_words(act: str) -> str:
    """The name of *act* in the language in force."""
    return BY_NAME[act].spoken if act in BY_NAME else _(SPOKEN.get(act, act))


def said(undone: Undone) -> str:
    """One line that says what was undone."""
    line = (
        _("Done again: {act} · {key}") if undone.event.act == REDO else _("Undone: {act} · {key}")
    )
    return line.format(act=act_words(undone.act), key=undone.key).removesuffix(" · ")


def undo(journal: Journal) -> Undone:
    """Take back this installation's newest act that has not been undone, with all its events.

    Raises:
        Refused: When there is nothing to undo, when later acts stand on it, or when it tightened a
            frame.
    """
    done = _each(journal, journal.store.newest_undoable, _taken_back)
    if not done:
        raise Refused(_("There is nothing to undo."))
    return replace(done[0], key=_keys(done), count=len(done))


def redo(journal: Journal) -> Undone:
    """Do again what this installation undid last, as long as it did nothing else since.

    Raises:
        Refused: When there is nothing to do again, or when something stands where it was.
    """
    done = _each(journal, journal.store.newest_redoable, _done_again)
    if not done:
        raise Refused(_("There is nothing to do again."))
    return replace(done[-1], key=_keys(done), count=len(done))


def _each(
    journal: Journal,
    newest: Callable[[str], Event | None],
    do: Callable[[Journal, Event], Undone],
) -> list[Undone]:
    """What *do* made of the *newest* event, and of those that are one act with it."""
    device, done = journal.store.device(), []
    with journal.store.writing():
        first = newest(device)
        if first is None:
            return []
        with one_act(journal) if is_shared(first) else nullcontext():
            done.append(do(journal, first))
            while (event := newest(device)) is not None and belong_together(first, event):
                done.append(do(journal, event))
    return done


def _keys(done: Sequence[Undone]) -> str:
    """The keys of what an act was about, the first few of many."""
    keys = sorted({one.key for one in done if one.key})
    rest = len(keys) - NAMED
    if rest <= 0:
        return ", ".join(keys)
    said = ngettext("{keys} and {n} more", "{keys} and {n} more", rest)
    return said.format(keys=", ".join(keys[:NAMED]), n=rest)


def _taken_back(journal: Journal, event: Event) -> Undone:
    """Take *event* back.

    Raises:
        Refused: When it cannot be, with the reason.
    """
    words = act_words(event.act)
    if event.act in FINAL:
        raise Refused(
            _("“{act}” cannot be undone: a frame is never made wider during a test.").format(
                act=words
            )
        )
    events = journal.store.events(event.subject)
    if _settled_versions(event, events):
        said = _(
            "“{act}” cannot be undone: two versions stood there before it. "
            "The other one is in the history and can be brought back from there."
        )
        raise Refused(said.format(act=words))
    if _stands_on(event, events):
        raise Refused(_("“{act}” cannot be undone: later changes stand on it.").format(act=words))
    known = journal.store.document(event.subject) or {}
    done = journal.take_back(event, _before(event, events))
    return Undone(event.act, _called(event, known), done.event)


def _called(event: Event, known: Document) -> str:
    """What *event* was about, for a person."""
    if event.subject == SUBJECT:
        return ", ".join(sorted(event.changes))
    return str(known.get("key") or known.get("name") or "")


def _done_again(journal: Journal, event: Event) -> Undone:
    """Take back the undo *event*.

    Raises:
        Refused: When something stands where it was.
    """
    events = journal.store.events(event.subject)
    act = next((other.act for other in events if other.id == event.undoes), "")
    heads = fold(events).heads
    if any({*heads.get(path, ())} != {event.id} for path in event.changes):
        said = _("“{act}” cannot be done again: something else stands there now.")
        raise Refused(said.format(act=act_words(act)))
    done = journal.take_back(event, _before(event, events), REDO)
    known = journal.store.document(event.subject) or {}
    return Undone(act, _called(event, known), done.event)


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


def _settled_versions(event: Event, events: list[Event]) -> bool:
    """Whether *event* wrote over two versions that differ: going back to one would choose it."""
    written = {other.id: other.changes for other in events}
    return any(
        len({repr(written[one][path].value) for one in change.over if path in written.get(one, {})})
        > 1
        for path, change in event.changes.items()
    )


def _stands_on(event: Event, events: list[Event]) -> bool:
    """Whether another value stands where *event* wrote, or another change speaks of what it made.

    What was undone stands on nothing.
    """
    undone = taken_back(events)
    alive = [other for other in events if other.undoes is None and other.id not in undone]
    heads, written = fold(events).heads, {other.id: other for other in events}
    if any(_sources(path, heads.get(path, ()), written) != {event.id} for path in event.changes):
        return True
    others = [other for other in alive if other.id != event.id]
    return any(_speaks_of(other, ident) for other in others for ident in _made(event, events))


def _sources(path: str, heads: Iterable[str], written: dict[str, Event]) -> set[str]:
    """The events whose values stand at *path*: of an undo, those that it went back to."""
    found: set[str] = set()
    left = [*heads]
    while left:
        ident = left.pop()
        target = written.get(written[ident].undoes or "") if ident in written else None
        if target is not None and path in target.changes:
            left.extend(target.changes[path].over)
        else:
            found.add(ident)
    return found


def _speaks_of(event: Event, ident: str) -> bool:
    """Whether *event* changes or names the element *ident*."""
    return any(
        ident in path
        or (isinstance(change.value, str) and change.value == ident)
        or (isinstance(change.value, dict) and ident in change.value.values())
        for path, change in event.changes.items()
    )
