"""Writing a document: safely, privately, and never with a person number in it."""

from __future__ import annotations

import io
import json
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from explog.errors import FileError, InvalidError
from explog.exchange.exporting import Source, lines
from explog.exchange.files import pour, save

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NUMBER = "251248" + "-" + "9996"
"""The public test person of MedCom, put together here so that it stands in no file."""


def holding(text: str) -> Source:
    """A log with one workplace called *text*."""
    document = json.dumps({"code": "AMB", "id": "0" * 8, "name": text}, ensure_ascii=False)
    rows = {"workplace": [("0" * 8, document, "{}")]}
    return Source(lambda kind: rows.get(kind, []), list)


def test_a_file_is_for_its_owner_only(tmp_path: Path) -> None:
    save(["{}\n"], tmp_path / "out.json")
    assert (tmp_path / "out.json").read_text() == "{}\n"
    assert stat.S_IMODE((tmp_path / "out.json").stat().st_mode) == 0o600


def test_what_was_there_stays_when_writing_fails_halfway(tmp_path: Path) -> None:
    def broken() -> Iterator[str]:
        yield "{"
        raise KeyboardInterrupt

    path = tmp_path / "out.json"
    path.write_text("before")
    with pytest.raises(KeyboardInterrupt):
        save(broken(), path)
    assert path.read_text() == "before"
    assert [*tmp_path.iterdir()] == [path]


def test_a_folder_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        save(["{}"], tmp_path / "nowhere" / "out.json")
    assert "nowhere" in str(caught.value)


def test_a_stream_gets_utf_8_whatever_the_machine_is_set_to() -> None:
    stream = io.BytesIO()
    pour(["Ærø"], stream)
    assert stream.getvalue() == "Ærø".encode()


@pytest.mark.parametrize("written", [NUMBER, NUMBER.replace("-", ""), NUMBER.replace("-", " ")])
def test_a_person_number_is_not_given_out(written: str) -> None:
    pieces = lines(holding(f"Ring til {written}"), "2026-11-16")
    given: list[str] = []
    with pytest.raises(InvalidError) as caught:
        given.extend(pieces)
    assert "characters 10–" in str(caught.value)
    assert written not in str(caught.value)
    assert NUMBER[:6] not in "".join(given)


def test_what_only_looks_like_a_person_number_is_given_out() -> None:
    name = "Sag 12345678, 99-13-48, telefon 12 34 56 78"
    assert name in "".join(lines(holding(name), "2026-11-16"))


def test_writing_a_document_needs_nothing_but_the_standard_library() -> None:
    code = (
        "import sys, explog.exchange.exporting\n"
        "print([n for n in ('pydantic', 'sqlite_utils', 'textual', 'click') if n in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert found.stdout == "[]\n"
