"""A person at the line prompts: answers each question by its words, as it is asked."""

from __future__ import annotations

import re
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING
from unittest.mock import patch

from explog.__main__ import main
from explog.domain.acts.catalogue import BY_NAME
from explog.tui.waiting import AFTERWARDS
from explog.tui.wording import OVER
from tests.cli.calling import Answered, Stream

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.stories import Given

ASKED = re.compile(r"^\d+ (?:of|af) \d+\. (?P<asked>.*)$")

OFFER = "optional; press enter to save"

MOST = 400
"""Lines after which a conversation is taken to go in circles."""

DYNAMIC = {
    "actuals": ("How many? (",),
    "reactions": ("“", "… and when did you react"),
}
"""Answers that are asked for one by one, by how their questions begin."""


class Person:
    """Standard input that answers what was said last; what it does not know it leaves out."""

    encoding = "utf-8"

    def __init__(self, out: Stream, knows: Mapping[str, list[str]]) -> None:
        """Answer what is said on *out* with what it *knows*, by the beginning of a question."""
        self._out = out
        self._knows = {begun: [*lines] for begun, lines in knows.items()}
        self._queue: list[str] = []
        self._read = 0
        self._lines = 0

    def isatty(self) -> bool:
        """It sits at a terminal."""
        return True

    def readline(self) -> str:
        """The answer to what was said since the last one."""
        self._lines += 1
        assert self._lines < MOST, self._out.text()[-2000:]
        said, self._read = self._out.text()[self._read :], len(self._out.text())
        if not self._queue:
            self._queue = self._answer(said.splitlines())
        return self._queue.pop(0) + "\n"

    def _answer(self, said: list[str]) -> list[str]:
        """The lines typed after the lines *said*."""
        asked = [found["asked"] for line in said if (found := ASKED.match(line))]
        if asked:
            begun = [one for one in self._knows if asked[-1].startswith(one)]
            return self._knows.pop(begun[0]) if begun else [""]
        if OFFER in said[-1]:
            return ["m"] if self._knows else [""]
        return ["yes"] if said[-1].endswith("yes or no") else [""]


def knowledge(act: str, answers: Given) -> dict[str, list[str]]:
    """What a person knows who would give *answers* to the command of *act*."""
    known: dict[str, list[str]] = {}
    for name, raw in answers.items():
        lines = [raw] if isinstance(raw, str) else raw
        if name == "frame_check":
            checks = [one for one in BY_NAME[act].questions if one.name.startswith("check_")]
            known |= {one.asked: lines for one in checks}
        elif name in DYNAMIC:
            given = re.sub(r"^1: ", "", lines[0]).split(", ")
            known |= {begun: [one] for begun, one in zip(DYNAMIC[name], given, strict=True)}
        else:
            is_list = name in {"limits", "stop_criteria"}
            question = BY_NAME[act].question(name)
            begun = OVER[name] if act in AFTERWARDS and name in OVER else question.asked
            known[begun] = [*lines, ""] if is_list else lines
    return known


def answered(*words: str, log: Path, knows: Mapping[str, list[str]]) -> Answered:
    """Run ``explog`` with *words*, a person at its prompts who *knows* the answers."""
    out, err = Stream(is_terminal=True), Stream(is_terminal=True)
    with ExitStack() as stack:
        given = {"EXPLOG_LOG": str(log), "ACCESSIBLE": "1"}
        stack.enter_context(patch.dict("os.environ", given))
        stack.enter_context(patch.object(sys, "stdin", Person(out, knows)))
        stack.enter_context(patch.object(sys, "stdout", out))
        stack.enter_context(patch.object(sys, "stderr", err))
        code = main([*words])
    return Answered(code, out.text(), err.text())
