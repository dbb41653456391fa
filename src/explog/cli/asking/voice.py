"""What is said and heard when explog asks in lines, and when it may ask at all."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

from explog.cli.hinting import on_log
from explog.cli.output import out
from explog.domain.safe import safe
from explog.errors import ExplogError, InvalidError, Problem
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from explog.cli.session import Session
    from explog.settings import Settings

    Given = TypeVar("Given")

HELP, BACK, LEAVE, MORE, NOTHING = "?", "b", ".", "m", "-"
"""What is typed instead of an answer."""

OFF = frozenset({"", "0", "no", "false", "off"})
"""What ``ACCESSIBLE`` says where lines are not wanted."""

READ_OUT = {" · ": ", ", " → ": ", "}
"""Signs that the screens put between words, and what is better read out."""


class Left(Exception):
    """A person left: they typed a full stop or ended the input."""


def is_asking(session: Session) -> bool:
    """Whether explog asks in lines: it is wanted, and a person both types and listens."""
    streams = (sys.stdin, sys.stdout)
    if session.json or any(stream is None or not stream.isatty() for stream in streams):
        return False
    return is_accessible(session.settings)


def is_accessible(settings: Settings) -> bool:
    """Whether lines are wanted: ``ACCESSIBLE``, else ``accessible`` in the config file.

    Raises:
        InvalidError: When the config file says neither true nor false.
    """
    said = settings.environment.get("ACCESSIBLE")
    if said is not None:
        return said.strip().casefold() not in OFF
    found = settings.config.get("accessible", False)
    if isinstance(found, bool):
        return found
    place = f"{settings.config_path}: accessible"
    raise InvalidError([Problem(place, _("is neither true nor false"))])


def say(*lines: str) -> None:
    """Say *lines*, each with its end and nothing in it that moves a cursor."""
    if lines:
        out([_read_out(safe(line)) for line in lines])


def _read_out(line: str) -> str:
    """*line* without signs that only the eye needs."""
    for sign, better in READ_OUT.items():
        line = line.replace(sign, better)
    return line


def hear() -> str:
    """The next line a person types, without the spaces around it.

    Raises:
        Left: When they leave.
    """
    typed = sys.stdin.readline()
    if not typed or typed.strip() == LEAVE:
        raise Left
    return typed.strip()


def agrees(*, is_said: bool = False) -> bool:
    """Whether a person says yes; an empty line is no, or asked again where it *is_said* only.

    Raises:
        Left: When they leave.
    """
    from explog.domain.acts.answers import NO, YES

    known = YES | NO | (frozenset() if is_said else {""})
    while (typed := hear().casefold()) not in known:
        say(_("yes or no, please"))
    return typed in YES


def attempt(do: Callable[[], Given], complain: Callable[[ExplogError], object]) -> Given | None:
    """What *do* gives; None where it is refused, after *complain* was told why."""
    try:
        return do()
    except ExplogError as error:
        complain(error)
        return None


def say_why(error: ExplogError) -> None:
    """Say why something was refused."""
    say(*(line.strip() for line in on_log(str(error)).splitlines()))


def heading(label: str) -> str:
    """*label* as it stands before its answer."""
    return label if label.endswith(("…", "?", ".", ":")) else f"{label}:"
