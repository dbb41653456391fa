"""Every form there is, on an experiment in a state where it can be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.domain.acts.catalogue import ACTS, NEXT
from explog.domain.naming.vocabulary import State
from tests.tui.host import ABANDONED, ADOPT, ENDED, IDEA, KEY, OBSERVED, PLANNED, play

if TYPE_CHECKING:
    from collections.abc import Callable

    from explog.journal.journal import Journal

WORDS = "half a thought 3"
"""What is typed into the first field where something can be typed."""

CHAPTERS = {
    State.IDEA: IDEA,
    State.PLANNED: PLANNED,
    State.RUNNING: OBSERVED,
    State.PAUSED: OBSERVED,
    State.IN_REVIEW: ENDED,
    State.ADOPTED: ENDED,
    State.SCALED: ENDED,
    State.RETIRED: ENDED,
    State.ABANDONED: ABANDONED,
    State.SHELVED: IDEA,
}
"""State → the chapters of the story before it."""


def _scale(journal: Journal) -> None:
    """Mark as scaled whatever the facts say."""
    experiment = journal.experiment(KEY)
    last = experiment.life[-1]
    step: dict[str, Any] = {"act": "scale", "on": last.on.isoformat(), "after": last.id}
    path = f"transitions/{journal.ids()}"
    journal.write(f"experiment/{experiment.id}", "scale", {path: step})


_ON: dict[State, tuple[Callable[[Journal], object], ...]] = {
    State.PAUSED: (lambda journal: journal.act("pause", KEY, reason="a"),),
    State.ADOPTED: (lambda journal: journal.act("adopt", KEY, **ADOPT),),
    State.SCALED: (lambda journal: journal.act("adopt", KEY, **ADOPT), _scale),
    State.SHELVED: (lambda journal: journal.act("shelve", KEY, reason="a"),),
}


def bring_to(journal: Journal, state: State) -> None:
    """Live the story until the experiment is in *state*."""
    play(journal, CHAPTERS[state])
    for act in _ON.get(state, ()):
        act(journal)


def state_for(act: str) -> State:
    """A state in which *act* can happen; the one of which it is the next step, if any."""
    if act == "edit":
        return State.IDEA
    sources = next(one.sources for one in ACTS if one.name == act)
    nearest = [state for state, following in NEXT.items() if following == act]
    preferred = [*nearest, State.RUNNING, State.IDEA, *State]
    found: State = next(one for one in preferred if one in sources and one is not State.RETIRED)
    return found


FORMS = [*(act.name for act in ACTS if act.questions), "edit", "over"]
"""The forms of every act."""
