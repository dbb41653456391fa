"""Events and logs for the tests of the store, with rules of their own in place of the domain's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.events import Event, sealed
from explog.store.log import Log

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from pydantic import JsonValue

    from explog.domain.record.fold import Document

DEVICE = "kimola-teruba-37"


def ident(number: int) -> str:
    """The id with this *number*: ids sort as their numbers do."""
    return f"{number:08x}-0000-7000-8000-000000000000"


def experiment(number: int) -> str:
    """The subject of an experiment."""
    return f"experiment/{ident(number)}"


def thresholds() -> str:
    """The subject that holds the thresholds."""
    return f"thresholds/{ident(1)}"


def event(
    number: int,
    subject: str,
    changes: dict[str, JsonValue],
    *,
    over: Iterable[int] = (),
    device: str = DEVICE,
    undoes: int | None = None,
    act: str = "set",
) -> Event:
    """The sealed event with this *number*; each of its *changes* replaces those of *over*."""
    return sealed(
        id=ident(number),
        subject=subject,
        act=act,
        changes={
            path: {"value": value, "over": [ident(old) for old in over]}
            for path, value in changes.items()
        },
        at="2026-11-16T08:00:00Z",
        as_of="2026-11-16",
        device=device,
        undoes=None if undoes is None else ident(undoes),
    )


def jotted(number: int, key: str, title: str, **fields: JsonValue) -> Event:
    """The first event of the experiment with the same *number*."""
    return event(number, experiment(number), {"key": key, "title": title, **fields}, act="jot")


class PlainRules:
    """A deriver that takes any document and shows what it was given."""

    def summarise(
        self,
        kind: str,
        document: Document,
        thresholds: Document | None,
        versions: Sequence[str],
    ) -> Document:
        """An experiment runs once it has a start; its places are the thresholds' number."""
        if kind != "experiment":
            return {}
        return {
            "state": "running" if "started_on" in document else "idea",
            "in_operation": (thresholds or {}).get("places"),
            "lessons": len(versions),
        }

    def words(self, kind: str, document: Document) -> str:
        """The need and the name."""
        del kind
        return " ".join(str(document[name]) for name in ("need", "name") if name in document)


def opened(path: Path, timeout: float = 30) -> Log:
    """The log at *path* with plain rules."""
    return Log.open(path, derive=PlainRules(), timeout=timeout)


def written(log: Log, *events: Event) -> Log:
    """*log* with *events* appended, each in a transaction of its own."""
    for each in events:
        with log.writing():
            log.append(each)
    return log
