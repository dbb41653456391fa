"""Reading a file's bytes, up to a size."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from explog.errors import InvalidError, NoFileError
from explog.exchange.files import MEGABYTE, content, from_stream

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_as_large_as_allowed_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"x" * 10)
    assert content(tmp_path / "a.json", most=10) == b"x" * 10


def test_a_larger_one_is_refused_before_it_is_understood(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"x" * (2 * MEGABYTE + 1))
    with pytest.raises(InvalidError) as caught:
        content(tmp_path / "a.json", most=2 * MEGABYTE)
    assert str(caught.value).endswith("is larger than 2 MB, which is the most that an import reads")


def test_a_stream_is_not_read_further_than_allowed() -> None:
    stream = io.BytesIO(b"x" * 100)
    with pytest.raises(InvalidError):
        from_stream(stream, "-", most=10)
    assert stream.tell() == 11


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoFileError) as caught:
        content(tmp_path / "missing.json")
    assert "missing.json" in str(caught.value)
