"""The two answers beside readiness that tell how small a test should be."""

from enum import StrEnum


class Confidence(StrEnum):
    """How sure the team is that it works."""

    GUESS = "guess"
    SIGNS = "signs"
    SEEN = "seen"


class CostOfFailure(StrEnum):
    """What a failed test would cost the citizen."""

    SMALL = "small"
    LARGE = "large"
