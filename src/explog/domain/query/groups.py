"""Outcomes that are spoken of together, such as ``outcome:failed``."""

from __future__ import annotations

from explog.domain.naming.vocabulary import WORKED, Outcome

_FAILED = tuple(outcome.value for outcome in Outcome if outcome.is_failed)
_WORKED = tuple(outcome.value for outcome in Outcome if outcome.value in WORKED)

GROUPED: dict[str, tuple[str, ...]] = {
    "worked": _WORKED,
    "failed": _FAILED,
    "decided": (*_WORKED, *_FAILED, Outcome.INCONCLUSIVE.value),
}
"""Group of outcomes → its members, as the verdict board counts them."""
