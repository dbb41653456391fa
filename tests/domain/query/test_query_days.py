from __future__ import annotations

from datetime import date

import pytest

from explog.domain.query.days import first_day, kept, last_day

TODAY = date(2026, 11, 16)
"""A Monday."""


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("today", "2026-11-16", "2026-11-16"),
        ("12/10", "2026-10-12", "2026-10-12"),
        ("-7", "2026-11-09", "2026-11-09"),
        ("uge 42", "2026-10-12", "2026-10-18"),
        ("Week 42 2026", "2026-10-12", "2026-10-18"),
        ("2026-W42", "2026-10-12", "2026-10-18"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2025", "2025-01-01", "2025-12-31"),
    ],
)
def test_a_period_is_meant_as_a_whole(text: str, first: str, last: str) -> None:
    assert first_day(text, TODAY).isoformat() == first
    assert last_day(text, TODAY).isoformat() == last


@pytest.mark.parametrize("text", ["2026-13", "2026-00", "soon", "week 60", "32/1", "0000"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        first_day(text, TODAY)


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("Yesterday", "yesterday"),
        ("i dag", "i dag"),
        ("mandag", "mandag"),
        ("-14", "-14"),
        ("12/10", "2026-10-12"),
        ("uge 42", "2026-10-12"),
        ("2026", "2026-01-01"),
    ],
)
def test_only_words_that_go_with_time_are_kept_as_words(text: str, stays: str) -> None:
    assert kept(text, first_day(text, TODAY)) == stays
