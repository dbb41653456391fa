"""The system's errors in words."""

from __future__ import annotations

import errno
import os

import pytest

from explog.locale import speak
from explog.locale.reasons import reason

MET = (
    errno.ENOENT,
    errno.EACCES,
    errno.ENOSPC,
    errno.EFBIG,
    errno.EISDIR,
    errno.ENOTDIR,
    errno.ENAMETOOLONG,
    errno.EROFS,
)


@pytest.mark.parametrize("number", MET, ids=errno.errorcode.get)
def test_a_reason_is_told_in_the_language_in_force(number: int) -> None:
    cause = OSError(number, os.strerror(number))
    english = reason(cause)
    speak("da")
    assert reason(cause) not in {english, os.strerror(number), ""}


def test_a_full_disk_and_a_file_that_grew_too_large_are_the_same_to_a_person() -> None:
    assert reason(OSError(errno.EFBIG, "")) == reason(OSError(errno.ENOSPC, ""))


def test_a_rare_error_is_told_by_its_number() -> None:
    assert reason(OSError(errno.ENOTTY, "")) == f"the system's error {errno.ENOTTY}"


def test_an_error_without_a_number_tells_itself() -> None:
    assert reason(OSError("not seekable")) == "not seekable"
