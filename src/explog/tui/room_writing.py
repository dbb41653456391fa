"""What is written down in the room, as the journal wants it; called on the desk's thread.

No Textual. The journal is imported when it is first used, so that no screen waits for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explog.journal.journal import Done, Journal


def take_note(journal: Journal, *, ref: str, step: str, text: str, experiment: str | None) -> Done:
    """Keep the note of a step."""
    from explog.journal import room

    return room.note(journal, ref, step, text, experiment=experiment)


def choose(journal: Journal, *, ref: str, what: str, text: str) -> Done:
    """Keep what was chosen."""
    from explog.journal import room

    return room.choose(journal, ref, what, text)


def share(journal: Journal, *, ref: str, lesson: str, groups: str) -> Done:
    """Keep whom a lesson is told to."""
    from explog.journal.editing import edit

    return edit(journal, ref, {f"lessons/{lesson}/shared_with": groups})


def into_logbook(journal: Journal, *, ref: str, text: str) -> Done | None:
    """Write *text* into the logbook of the experiment, unless it stands there."""
    if any(note.text == text for note in journal.experiment(ref).notes):
        return None
    return journal.act("note", ref, text=text)


def guess(
    journal: Journal,
    *,
    ref: str,
    experiment: str,
    hands: dict[str, int] | None = None,
    room: str | None = None,
) -> Done:
    """Keep the room's guess."""
    from explog.journal.room import guess as keep_guess

    return keep_guess(journal, ref, experiment, room=room, hands=hands)


def vote(journal: Journal, *, ref: str, dots: dict[str, int]) -> Done:
    """Keep the dots."""
    from explog.journal import room

    return room.vote(journal, ref, dots)


def well_spent(journal: Journal, *, ref: str, hands: dict[str, int]) -> Done:
    """Keep whether the time was well spent."""
    from explog.journal import room

    return room.well_spent(journal, ref, {int(mark): count for mark, count in hands.items()})


def describe(journal: Journal, *, ref: str, gathering: str) -> Done:
    """Keep the way of gathering."""
    from explog.journal import meetings

    return meetings.describe(journal, ref, gathering=gathering)


def gather(journal: Journal, *, ref: str, column: str, text: str) -> Done:
    """Hang a note up."""
    from explog.journal import room

    return room.gather(journal, ref, column, text)
