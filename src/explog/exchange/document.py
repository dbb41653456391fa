"""The shape of the log document: its header, the order of its parts, one record a line.

The document is JSON. Its first lines are the header, one key a line; then come the parts, each an
array with one compact record a line, ordered by id, so that a difference between two exports is
read as lines. A record's keys are sorted; ``derived`` stands last in an experiment. There is no
generation time: the same log as of the same day gives the same bytes. Standard library only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.domain.record.rows import attention_at, level_at

if TYPE_CHECKING:
    from explog.domain.record.rows import Derived

FORMAT = "explog-log"
"""What every document says it is."""

VERSION = 1
"""The version of the document; a higher one is refused, not guessed at."""

PARTS = {
    "workplaces": "workplace",
    "experiments": "experiment",
    "reviews": "review",
    "agreements": "agreement",
    "views": "view",
}
"""Each part that holds subjects and the kind of them, in the order they stand."""

EVENTS = "events"
"""The part that holds the events; it stands last and may be left out."""

NOTICE = {
    "da": "Indeholder ikke personoplysninger efter tjek af {day}. Tjekket finder ikke alt.",
    "en": "Holds no personal data by a check on {day}. The check does not find everything.",
}
"""In both languages at once: the bytes of a file must not depend on its writer's language."""

THRESHOLDS: dict[str, Any] = {
    "close_days": 3,
    "confirmed_days": 180,
    "home_days": 90,
    "mirror": True,
    "mirror_closed": 8,
    "mirror_lessons": 5,
    "mirror_past": 3,
    "observations": 3,
    "place_days": 30,
    "places": 2,
    "rule": "baseline_shift",
    "smallest_series": 5,
}
"""The defaults of ``explog.domain.thresholds``, which costs an import; a test compares the two."""

DERIVED = (
    "state",
    "outcome",
    "frame_verdict",
    "conditions",
    "result",
    "result_suggested",
    "decision",
    "started_on",
    "ended_on",
    "decided_on",
    "last_day",
    "cycles",
    "lessons",
    "in_operation",
    "potential",
    "baseline",
    "current",
    "target",
    "progress",
    "signal",
    "intelligent",
    "everyday_digital",
    "registered_afterwards",
    "versions",
)
"""What the stored summary adds to a ``derived`` block; level and attention depend on the day."""


def notice(as_of: str) -> dict[str, str]:
    """What was checked for personal data, and that no check finds everything."""
    return {language: said.format(day=as_of) for language, said in NOTICE.items()}


def derived_at(summary: Derived, as_of: str) -> dict[str, Any]:
    """The ``derived`` block: an experiment's stored *summary* as of *as_of* (``YYYY-MM-DD``)."""
    return {
        **{name: summary[name] for name in DERIVED},
        "level": level_at(summary["level_steps"], as_of),
        "attention": [*attention_at(summary["attention"], as_of)],
    }
