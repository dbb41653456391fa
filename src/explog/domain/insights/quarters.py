"""Quarters written as ``2026-Q3``: they sort as time goes. Standard library only."""

from __future__ import annotations


def quarter_of(day: str) -> str:
    """The quarter of an ISO *day*."""
    return f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"


def quarters_between(first: str, last: str) -> list[str]:
    """Every quarter from *first* to *last*, both included; none where *last* comes before."""
    found = []
    while first <= last:
        found.append(first)
        year, quarter = int(first[:4]), int(first[-1])
        first = f"{year + quarter // 4:04d}-Q{quarter % 4 + 1}"
    return found
