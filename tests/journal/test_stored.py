"""Records as they stand in a log that something else has written."""

from __future__ import annotations

import pytest

from explog.domain.record.workplace import Workplace
from explog.errors import InvalidError
from explog.journal.stored import stored


def test_a_record_that_explog_would_not_have_written_is_told_with_its_reasons() -> None:
    """The page of such an experiment ended the program with a traceback."""
    with pytest.raises(InvalidError, match=r"OST.*name"):
        stored(Workplace, {"key": "OST", "id": "x", "code": "OST", "name": "a\x1b[2Jb"})


def test_nothing_at_all_is_no_record_either() -> None:
    with pytest.raises(InvalidError, match="Workplace"):
        stored(Workplace, None)
