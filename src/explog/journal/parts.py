"""What stored fields are called that no question asks for, and which ones nobody reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explog.domain.events import ID
from explog.domain.naming.vocabulary import Cause, Degree, EndReason, LimitKind, TimeUnit
from explog.domain.naming.vocabulary_learning import Comparator, LessonStatus
from explog.locale import N_

if TYPE_CHECKING:
    from enum import StrEnum

NAMES = {
    "limits/*/kind": N_("what is limited"),
    "limits/*/max": N_("at most"),
    "limits/*/unit": N_("what is counted"),
    "limits/*/actual": N_("what it came to"),
    "stop_criteria/*/text": N_("we stop if"),
    "stop_criteria/*/measure": N_("measure"),
    "stop_criteria/*/comparator": N_("comparison"),
    "stop_criteria/*/number": N_("number"),
    "stop_criteria/*/reaction_time": N_("reaction time"),
    "stop_criteria/*/unit": N_("reaction counted in"),
    "stop_criteria/*/met_on": N_("met"),
    "stop_criteria/*/reacted_on": N_("reacted"),
    "lessons/*/status": N_("whether it still stands"),
    "lessons/*/judged_by": N_("shown by"),
    "lessons/*/judged_on": N_("judged on"),
    "lessons/*/made_on": N_("made on"),
    "lessons/*/used_by": N_("used by"),
    "lessons/*/shared_on": N_("told on"),
    "places/*/experiment": N_("its own experiment"),
    "cycles/*/comparator": N_("comparison"),
    "cycles/*/criterion": N_("We are right if …"),
    "cycles/*/started_on": N_("started"),
    "extensions/*/reason": N_("reason"),
    "tightenings/*/reason": N_("reason"),
    "stances/*/n": N_("how many"),
    "archived": N_("archived"),
    "key": N_("number in the log"),
    "workplace": N_("workplace"),
    "*/removed": N_("taken away"),
}
"""Kind of path → English name."""

WORDS: dict[str, type[StrEnum]] = {
    "limits/*/kind": LimitKind,
    "stop_criteria/*/comparator": Comparator,
    "stop_criteria/*/unit": TimeUnit,
    "lessons/*/status": LessonStatus,
    "cycles/*/comparator": Comparator,
    "cycles/*/way_back/unit": TimeUnit,
    "cycles/*/end_reason": EndReason,
    "cycles/*/as_planned": Degree,
    "cycles/*/causes": Cause,
}
"""Kind of path → the words its value is one of, where no question says so."""

DAYS = frozenset(
    {
        "stop_criteria/*/met_on",
        "stop_criteria/*/reacted_on",
        "lessons/*/judged_on",
        "lessons/*/made_on",
        "lessons/*/shared_on",
        "cycles/*/started_on",
        "extensions/*/old",
        "extensions/*/new",
    }
)
"""The kinds of path that hold a day or a moment."""

SILENT = re.compile(
    rf"^(transitions/|(primary_measure|source|schema)$|\w+/{ID}/(cycle|no|order)$"
    rf"|cycles/{ID}/(frozen_at|loosened|unreviewed|harm/answered_on)$"
    rf"|(tightenings|extensions)/{ID}/(limit|made_on|old|new)$)"
)
"""What nobody reads: what holds the record together, and what the sentence of the step tells."""


def kind_of(path: str) -> str:
    """*path* with a star for every id."""
    return re.sub(ID, "*", path)


def is_read(path: str) -> bool:
    """Whether a person reads what changed at *path*."""
    return SILENT.match(path) is None
