"""What must not be changed any more: the frame after the start, the facts after the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.naming.vocabulary import State
from explog.domain.record.freezing import LOCKED
from explog.domain.record.resting import is_fact
from explog.errors import Refused
from explog.journal.composers_frame import loosening
from explog.locale import N_, _

if TYPE_CHECKING:
    from explog.domain.record.experiment import Experiment

LOCKED_OF_MEASURE = ("direction", "removed", "unit")
"""What of the primary measure is locked with the criterion that speaks of it."""


def refuse_locked(experiment: Experiment, path: str, value: object) -> None:
    """Refuse a change of what was locked at the start, saying what to do instead.

    Raises:
        Refused: The cycle of *path* has started and *path* belongs to its frame or its hypothesis.
    """
    collection, _slash, rest = path.partition("/")
    ident, _slash, field = rest.partition("/")
    started = {cycle.id for cycle in experiment.started_rounds}
    if collection == "cycles" and ident in started:
        raise Refused(
            _(
                "This was locked at the start. End the test and close it with “adapt”: "
                "the next cycle can differ."
            )
        )
    speaks_of = f"measures/{experiment.primary_measure}/"
    if started and path in {speaks_of + name for name in LOCKED_OF_MEASURE}:
        raise Refused(_("This measure was locked at the start; the criterion speaks of it."))
    if field not in LOCKED.get(collection, frozenset()) | {"removed"}:
        return
    elements = getattr(experiment, collection) if collection in LOCKED else ()
    element = next((item for item in elements if item.id == ident), None)
    if element is None or element.cycle not in started:
        return
    if collection == "limits" and field == "max" and isinstance(value, int | float):
        if value > element.max:
            raise Refused(loosening(element.max, element.unit))
        raise Refused(_("Make a limit narrower with “tighten”, so that the history says why."))
    raise Refused(
        _(
            "The frame was locked at the start. It can be made narrower with “tighten”; "
            "for another frame, end the test and close it with “adapt”."
        )
    )


DECIDED = {
    State.ADOPTED: N_(
        "{key} was decided with this value. To change it, withdraw the decision first: "
        "explog reopen {key} --reason …"
    ),
    State.ABANDONED: N_(
        "{key} was decided with this value. To change it, withdraw the decision first: "
        "explog reopen {key} --reason …"
    ),
    State.SCALED: N_(
        "{key} was decided with this value. To change it, say first that it is no longer scaled "
        "(explog lapse {key} --reason …), then reopen it."
    ),
    State.RETIRED: N_(
        "{key} was decided with this value and is retired; what it rests on cannot be changed. "
        "Write a note instead."
    ),
}
"""What is said in each state that a decision led to."""


def refuse_decided(experiment: Experiment, path: str) -> None:
    """Refuse to change a fact that the verdict rests on while the decision stands.

    Raises:
        Refused: With what comes first.
    """
    said = DECIDED.get(experiment.state)
    if said is None and _is_of_an_earlier_cycle(experiment, path):
        said = N_(
            "The cycle of {key} that this belongs to was closed with this value; "
            "what it rests on cannot be changed. Write a note instead."
        )
    if said is not None and is_fact(path):
        raise Refused(_(said).format(key=experiment.key))


def _is_of_an_earlier_cycle(experiment: Experiment, path: str) -> bool:
    """Whether *path* belongs to a cycle that was closed by opening the next."""
    collection, _slash, rest = path.partition("/")
    ident = rest.partition("/")[0]
    earlier = {cycle.id for cycle in experiment.rounds[:-1]}
    elements = getattr(experiment, collection) if collection in LOCKED else ()
    return any(item.id == ident and item.cycle in earlier for item in elements)
