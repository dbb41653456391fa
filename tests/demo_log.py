"""The demo log in tests: its rows, one record told, and parts of it in another log."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from explog.domain.record.rows import row
from explog.exchange import demo
from explog.journal.telling import derived
from explog.store import reading
from tests.exchange.making import brought, journal

if TYPE_CHECKING:
    from datetime import date

    from explog.domain.record.rows import ExperimentRow
    from explog.store.log import Log

TODAY = demo.AS_OF


def rows(log: Log, today: date = TODAY) -> dict[str, ExperimentRow]:
    """Every experiment by its key."""
    records = reading.experiment_records(log.conn)
    return {each.key: each for each in (row(record, today.isoformat()) for record in records)}


def told(log: Log, key: str, today: date = TODAY) -> dict[str, Any]:
    """Everything derived of one experiment."""
    keeper = journal(log, today)
    return derived(keeper, keeper.experiment(key))


@cache
def document() -> str:
    """The demo document."""
    return demo.document("da").decode()


def only(log: Log, key: str, last: str) -> None:
    """Let *log* hold the experiment *key* alone, as it was after its act *last*."""
    whole = json.loads(document())
    ident = next(each["id"] for each in whole["experiments"] if each["key"] == key)
    own = [each for each in whole["events"] if each["subject"] == f"experiment/{ident}"]
    end = max(number for number, each in enumerate(own) if each["act"] == last) + 1
    places = [each for each in whole["events"] if each["subject"].startswith("workplace/")]
    head = {name: whole[name] for name in ("format", "version", "as_of")}
    brought(log, {**head, "events": [*places, *own[:end]]})


def without_history(log: Log, key: str, **changes: object) -> None:
    """Bring in the experiment *key* as a record without events, with *changes*."""
    whole = json.loads(document())
    record = next(each for each in whole["experiments"] if each["key"] == key)
    head = {name: whole[name] for name in ("format", "version", "as_of", "workplaces")}
    brought(log, {**head, "experiments": [{**record, **changes}]})
