"""The demo: twenty experiments of five fictional workplaces, as export documents in the package.

``tools/build_demo.py`` makes them. They are told as of one Monday; for another day everything moves
by whole weeks, so that weekdays stay. Dates and ids move, since ids sort by time; text such as
"week 6" does not.
"""

from __future__ import annotations

import json
import re
import uuid
from datetime import date, timedelta
from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING

from explog.domain.events import canonical, digest
from explog.errors import Refused
from explog.exchange.document import EVENTS
from explog.exchange.importing import bring_in
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from explog.exchange.brought import Brought
    from explog.exchange.importing import Receiver

AS_OF = date(2026, 11, 16)
"""The day the documents are told as of, a Monday."""

_WEEK = 7
_MILLISECONDS = _WEEK * 24 * 60 * 60 * 1000
_DAY = re.compile(r'"(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?Z)?)?"')
_ID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b")


def document(language: str) -> bytes:
    """The demo document in *language* (``da`` or ``en``), as of ``AS_OF``."""
    return (files("explog.exchange") / "demo" / f"explog-demo.{language}.json").read_bytes()


def create(
    path: Path,
    language: str,
    as_of: date,
    open_log: Callable[[Path], AbstractContextManager[Receiver]],
) -> Brought:
    """Make a new log at *path* with the demo in *language*, told as of *as_of*.

    Args:
        path: Where no file is yet.
        language: ``da`` or ``en``.
        as_of: The demo ends in the week of this day, at most six days before it.
        open_log: Opens a new log, for example ``Log.open``.

    Raises:
        Refused: When there is a file already; real data and the demo never mix.
    """
    if path.exists():
        said = _("{path} is there already; the demo is its own file and needs another name.")
        raise Refused(said.format(path=path))
    told = shifted(document(language), (as_of - AS_OF).days // _WEEK)
    try:
        with open_log(path) as log:
            return bring_in(log, told, f"explog-demo.{language}.json", today=as_of)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def shifted(data: bytes, weeks: int) -> bytes:
    """The events of the document in *data*, *weeks* later (may be negative), with new hashes."""
    given = json.loads(data)
    head = {name: given[name] for name in ("format", "version", "as_of")}
    moved = _moved(canonical({**head, EVENTS: given[EVENTS]}), weeks)
    told = json.loads(moved)
    for event in told[EVENTS]:
        del event["sha256"]
        event["sha256"] = digest(event)
    return canonical(told).encode()


def _moved(text: str, weeks: int) -> str:
    """The JSON in *text* with every date and every id *weeks* later."""
    text = _DAY.sub(partial(_later_day, weeks), text)
    return _ID.sub(partial(_later_id, weeks), text)


def _later_day(weeks: int, found: re.Match[str]) -> str:
    """A day, or a time of day, *weeks* later."""
    day = date.fromisoformat(found[1]) + timedelta(weeks=weeks)
    return f'"{day.isoformat()}{found[2] or ""}"'


def _later_id(weeks: int, found: re.Match[str]) -> str:
    """A uuid7 whose 48 bits of milliseconds are *weeks* later."""
    return str(uuid.UUID(int=uuid.UUID(found[0]).int + (weeks * _MILLISECONDS << 80)))
