"""What a person reads when something is refused, and where the missing answers are given."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from explog.cli.hinting import on_log
from explog.cli.width import cells, pad

if TYPE_CHECKING:
    from explog.domain.acts.missing import Missing, MissingError
    from explog.errors import ExplogError


def said(error: ExplogError) -> str:
    """The sentence of *error*, its commands on the log that was chosen."""
    return on_log(_said(error))


def _said(error: ExplogError) -> str:
    """The sentence of *error*."""
    if "explog.domain.acts.missing" in sys.modules:  # else nothing can be missing
        from explog.domain.acts.missing import MissingError

        if isinstance(error, MissingError):
            return _with_options(error)
    return str(error)


def _with_options(error: MissingError) -> str:
    """Every missing answer with the option that gives it, in two columns."""
    head, *lines = str(error).split("\n")
    places = [_where(error.act, item) for item in error.items]
    widest = max(map(cells, places), default=0)
    if not widest or len(lines) != len(places):
        return str(error)
    told = (
        f"  {pad(place, widest)}  {line.strip()}" for place, line in zip(places, lines, strict=True)
    )
    return "\n".join([head, *told])


def _where(name: str, item: Missing) -> str:
    """The option that gives the missing *item* of the act *name*, or of *plan* before it."""
    from explog.cli.spelling import where
    from explog.domain.acts.catalogue import BY_NAME

    act = BY_NAME.get(name)
    if act is None:
        return ""
    found = where(act, item.question)
    if found or name == "plan":
        return found
    earlier = where(BY_NAME["plan"], item.question)
    return f"plan {earlier}" if earlier else ""
