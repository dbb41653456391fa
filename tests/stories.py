"""Whole lives as data, told once for the command line and for the screens."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

Given: TypeAlias = "dict[str, str | list[str]]"
"""Raw answers by the names of the act's questions, as a person types them."""


@dataclass(frozen=True, slots=True)
class Step:
    """One act of a life."""

    act: str
    """``add``, or one of ``explog.domain.acts.catalogue``."""
    as_of: str
    """The day it happens, ISO."""
    answers: Given = field(default_factory=dict)


WORKPLACE = ("AMB", "Ambulance service, Station East")
"""Its code and its name."""

CORE_TASK = "Prompt and safe help for the acutely ill"

ROLE = "Station leader"
"""The function that acts."""

OBSERVED = (
    ("2025-12-22", "13,5"),
    ("2025-12-29", "13"),
    ("2026-01-05", "12.5"),
    ("2026-01-12", "13"),
    ("2026-01-19", "12"),
    ("2026-01-26", "12"),
    ("2026-02-02", "13"),
    ("2026-02-08", "14"),
)
"""Eight weeks: day and value."""

FAILED_SAFELY = (
    Step("add", "2025-12-01", {"title": "Dictating the record while driving"}),
    Step(
        "plan",
        "2025-12-08",
        {
            "need": "The record is not finished until long after the handover.",
            "core_task": CORE_TASK,
            "belief": "dictation completes the record sooner",
            "because": "nothing has to be typed on the way",
            "test": "Two vehicles try dictation for eight weeks.",
            "measure": "Minutes from handover to finished record",
            "unit": "min",
            "criterion": "at most 9",
            "baseline_stated": "14",
        },
    ),
    Step(
        "start",
        "2025-12-15",
        {
            "limits": ["2 vehicles"],
            "last_day": "2026-02-22",
            "stop_criteria": ["More than 2 corrections per 10 records in a week (1 day)"],
            "way_back": "Dictation is switched off; the record is typed as before.",
            "frame_check": "yes",
        },
    ),
    *(Step("observe", day, {"value": value}) for day, value in OBSERVED),
    Step(
        "end",
        "2026-02-09",
        {
            "end_reason": "stop_criterion",
            "actuals": ["2"],
            "reactions": ["1: 2026-02-08, 2026-02-09"],
        },
    ),
    Step(
        "abandon",
        "2026-02-12",
        {
            "result": "not_supported",
            "harm": "no",
            "way_back_status": "done",
            "way_back_done_on": "2026-02-09",
            "we_observed": "Words were misheard almost only while driving.",
            "we_learned": "Cabin noise was the problem, not dictation.",
            "therefore": "Try dictation in a parked vehicle with a headset.",
            "theme": "technology",
            "reason": "Four corrections per 10 records in week 6.",
        },
    ),
)
"""A stop criterion was met, the reaction came in time, and something was learned."""
