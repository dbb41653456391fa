"""How a meeting of the story is held: prepared, walked through step by step, and closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.journal import agreements, holding, meetings, room

if TYPE_CHECKING:
    from explog.journal.journal import Journal

Story = dict[str, Any]


def held(journal: Journal, meeting: Story, language: str) -> str:
    """Hold *meeting*, told in *language*; its key."""
    done = meetings.prepare(
        journal,
        meeting["kind"],
        meeting["title"],
        meeting["date"],
        picks=meeting["picks"],
        workplaces=meeting["workplaces"],
        purpose=meeting["purpose"],
        language=language,
    )
    holding.begin(journal, done.key, participants_n=meeting["participants_n"])
    for settled in meeting["settled"]:
        what = settled["agreement"], settled["status"]
        agreements.settle(journal, *what, reason=settled["reason"], review=done.key)
    for guess in meeting["guesses"]:
        room.guess(journal, done.key, guess["experiment"], room=guess["room"], hands=guess["hands"])
    _walk(journal, done.key, meeting)
    return done.key


def closed(journal: Journal, key: str, meeting: Story) -> None:
    """Close the meeting *key* after its last step."""
    last = meeting["steps"][-1]["minutes"]
    holding.close(journal, key, step_minutes=last)


def _walk(journal: Journal, key: str, meeting: Story) -> None:
    """Go from step to step, write down what was said, and do what the step is for."""
    before = None
    for step in meeting["steps"]:
        code = step["step"]
        if before is not None:
            holding.advance(journal, key, code, minutes=before["minutes"])
        for note in step["notes"]:
            room.note(journal, key, code, note["text"], experiment=note["experiment"])
        if code in DONE_IN:
            DONE_IN[code](journal, key, meeting)
        before = step
    for answer in meeting["hallmarks"]:
        room.note(journal, key, f"hallmark_{answer['no']}", answer["text"])
    marks = {int(mark): hands for mark, hands in meeting["well_spent"].items()}
    room.well_spent(journal, key, marks)


def _gather(journal: Journal, key: str, meeting: Story) -> None:
    """The notes on the wall."""
    for note in meeting["gathered"]:
        room.gather(journal, key, note["column"], note["text"], experiment=note["experiment"])


def _sort(journal: Journal, key: str, meeting: Story) -> None:
    """The themes of the notes."""
    hung = meetings.meeting(journal, key).gathered
    for kept, note in zip(hung, meeting["gathered"], strict=True):
        room.sort(journal, key, kept.id, theme=note["theme"])


def _vote(journal: Journal, key: str, meeting: Story) -> None:
    """The dots on the notes."""
    hung = meetings.meeting(journal, key).gathered
    room.vote(journal, key, {hung[int(no) - 1].id: n for no, n in meeting["votes"].items()})


def _choose(journal: Journal, key: str, meeting: Story) -> None:
    """The one thing to spread, to try and to stop."""
    for one in meeting["chosen"]:
        room.choose(journal, key, one["what"], one["text"], experiment=one["experiment"])


DONE_IN = {"gather": _gather, "patterns": _sort, "votes": _vote, "choose": _choose}
"""Step → what the room does in it."""
