"""Calling explog inside the test's own process: words in, exit code and texts out."""

from __future__ import annotations

import io
import json
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from explog.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Answered:
    """What one call gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - a JSON value
        """Standard output as JSON."""
        return json.loads(self.out)


class Stream(io.TextIOWrapper):
    """A stream in memory that may say it is a terminal."""

    def __init__(self, content: bytes = b"", *, is_terminal: bool = False) -> None:
        """Hold *content*."""
        super().__init__(io.BytesIO(content), encoding="utf-8", newline="\n", write_through=True)
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        """Whether it says it is a terminal."""
        return self._is_terminal

    def text(self) -> str:
        """Everything written to it."""
        raw = self.buffer
        assert isinstance(raw, io.BytesIO)
        return raw.getvalue().decode()


def call(
    *words: str,
    log: Path | None = None,
    typed: bytes = b"",
    is_terminal: bool = False,
    environment: dict[str, str] | None = None,
) -> Answered:
    """Run ``explog`` with *words*, on *log* where one is given, *typed* on standard input."""
    out, err = Stream(is_terminal=is_terminal), Stream(is_terminal=is_terminal)
    given = {"EXPLOG_LOG": str(log)} if log else {}
    with ExitStack() as stack:
        stack.enter_context(patch.dict("os.environ", {**given, **(environment or {})}))
        stack.enter_context(patch.object(sys, "stdin", Stream(typed, is_terminal=is_terminal)))
        stack.enter_context(patch.object(sys, "stdout", out))
        stack.enter_context(patch.object(sys, "stderr", err))
        code = main([*words])
    return Answered(code, out.text(), err.text())


def done(*words: str, log: Path, **more: Any) -> Answered:  # noqa: ANN401 - as ``call`` takes
    """``call`` that must end well."""
    answered = call(*words, log=log, **more)
    assert answered.code == 0, answered.err or answered.out
    return answered


def lines(answered: Answered) -> Sequence[str]:
    """The lines of standard output."""
    return answered.out.splitlines()
