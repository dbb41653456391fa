from __future__ import annotations

import io
import sys

import pytest

from explog.cli import output
from tests.cli.calling import Stream


def test_colour_is_for_people_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Stream(is_terminal=True))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert output.paint("x", "green bold") == "\x1b[32;1mx\x1b[0m"
    assert output.paint("x", "") == "x"
    monkeypatch.setenv("NO_COLOR", "1")
    assert output.paint("x", "green") == "x"
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert output.paint("x", "green") == "x"
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stdout", Stream())
    assert output.paint("x", "green") == "x"


def test_the_width_is_eighty_where_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Stream())
    monkeypatch.delenv("COLUMNS", raising=False)
    assert output.width() == 80
    monkeypatch.setenv("COLUMNS", "120")
    assert output.width() == 120
    monkeypatch.setenv("COLUMNS", "3")
    assert output.width() == output.NARROWEST


def test_json_keeps_letters_and_escapes_what_a_terminal_would_obey(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = {"Børnehus": '"Børnehus"\n', "a\x9b31m\u202e": '"a\\u009b31m\\u202e"\n'}
    for value, text in shown.items():
        stream = Stream()
        monkeypatch.setattr(sys, "stdout", stream)
        output.out_json(value)
        assert stream.text() == text


def test_a_full_disk_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.StringIO):
        def write(self, _text: str) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys, "stdout", Full())
    with pytest.raises(output.OutputError, match="the disk is full or a limit is reached"):
        output.out("x")
