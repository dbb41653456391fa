"""Commands that are told to a person, on the log that they chose with ``--log``."""

from __future__ import annotations

import re
import shlex
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHOSEN: ContextVar[str | None] = ContextVar("chosen", default=None)
"""``--log`` of this call; None where the log is the person's own or the environment's."""

_COMMAND = re.compile(r"\bexplog (?=\{?([a-z]+))")
WITHOUT = frozenset({"demo", "completion", "config", "keys", "schema", "where"})
"""Commands told without the log: they are about another one, or about none."""


@contextmanager
def fresh() -> Iterator[None]:
    """Forget afterwards what is chosen inside."""
    token = _CHOSEN.set(None)
    try:
        yield
    finally:
        _CHOSEN.reset(token)


def choose(log: str) -> None:
    """Tell every command from now on with ``--log`` and *log*."""
    _CHOSEN.set(log)


def on_log(said: str) -> str:
    """*said*, each command of explog in it with the log that was chosen."""
    from explog.cli.index import NAMES

    log = _CHOSEN.get()
    if log is None:
        return said
    words = f"explog --log {shlex.quote(log)} "

    def told(found: re.Match[str]) -> str:
        is_command = found[1] == "command" or found[1] in NAMES
        return words if is_command and found[1] not in WITHOUT else found[0]

    return _COMMAND.sub(told, said)


def hint(template: str) -> str:
    """As ``on_log`` for a sentence that is still to be filled in."""
    log = _CHOSEN.get()
    if log is None:
        return template
    return on_log(template) if not set(log) & {*"{}"} else _braced(template)


def _braced(template: str) -> str:
    """*template* with a log whose path holds braces, which would be filled in."""
    log = _CHOSEN.get() or ""
    token = _CHOSEN.set(log.replace("{", "{{").replace("}", "}}"))
    try:
        return on_log(template)
    finally:
        _CHOSEN.reset(token)
