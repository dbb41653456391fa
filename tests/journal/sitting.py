"""A whole meeting in a few words, for the tests that need one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.journal import agreements, holding, meetings, room

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explog.journal.journal import Done, Journal

TEXT = "The list was skipped at night"


def planned(journal: Journal, ref: str = "AMB-01", kind: str = "single") -> str:
    """A meeting of *kind* about *ref* that is planned for today; its key."""
    return meetings.prepare(journal, kind, picks={ref: "ended_not_reviewed"}).key


def acts(journal: Journal, ref: str = "AMB-01", text: str = TEXT) -> Iterator[Done]:
    """Every act of a meeting, one after the other, from its planning until it is closed."""
    done = meetings.prepare(journal, "retrospective", "Autumn", participants_n=9)
    key = done.key
    yield done
    yield meetings.include(journal, key, ref)
    yield meetings.describe(journal, key, purpose=text, gathering="four_l")
    yield holding.begin(journal, key, participants_n=8)
    agreed = agreements.agree(journal, text, "leader", "+14", review=key, experiments=[ref])
    yield agreed
    yield agreements.settle(journal, agreed.key, "kept", due="+21", reason=text, review=key)
    yield room.guess(journal, key, ref, hands={"supported": 5, "not_supported": 3})
    yield room.guess(journal, key, ref, room="partly_supported")
    yield holding.advance(journal, key, "gather", minutes=9)
    yield holding.give_time(journal, key)
    yield room.note(journal, key, "gather", text, experiment=ref)
    yield room.gather(journal, key, "lacked", text, experiment=ref)
    note = meetings.meeting(journal, key).gathered[0].id
    yield room.sort(journal, key, note, theme="timing")
    yield room.vote(journal, key, {note: 2, ref: 7})
    yield room.choose(journal, key, "try", text, experiment=ref)
    yield room.well_spent(journal, key, {5: 5, 3: 3})
    yield room.take_down(journal, key, note)
    yield meetings.leave_out(journal, key, ref)
    yield holding.close(journal, key, step_minutes=20)


def held(journal: Journal, ref: str = "AMB-01", text: str = TEXT) -> str:
    """A meeting with everything in it that was held; its key."""
    done = list(acts(journal, ref, text))
    return done[0].key
