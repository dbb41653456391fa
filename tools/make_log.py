"""Make a large log: the demo's experiments again and again, each with words of its own.

For measuring how explog behaves in a log of a size that nobody has yet. Every experiment comes in
as one event, as from a document without history, so the log is sound (``explog check``).

    .venv/bin/python tools/make_log.py 10000 /tmp/large.db
"""

from __future__ import annotations

import argparse
import json
import random
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explog.exchange.demo import AS_OF, document
from explog.exchange.flattening import changes, imported
from explog.store.log import Log

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from explog.domain.events import Event

AT_ONCE = 1000
"""Events of one transaction."""

WORDS = (
    "morgenmøde",
    "tavle",
    "tablet",
    "skærm",
    "lys",
    "støj",
    "aften",
    "overgang",
    "telefon",
    "køkken",
    "vagtplan",
    "årsmøde",
    "ørnesyn",
    "æblehave",
    "rundvisning",
    "billede",
    "samtale",
    "mappe",
    "kalender",
    "stilletid",
    "pause",
    "rytme",
    "spejl",
    "trappe",
    "dør",
)
"""What titles are told apart by."""


def main() -> None:
    """Make the log that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="how many experiments")
    parser.add_argument("path", type=Path, help="where no file is yet")
    parser.add_argument(
        "--observations", type=int, default=0, help="of each experiment that measures, at least"
    )
    parser.add_argument("--reviews", type=int, default=0, help="how many meetings")
    args = parser.parse_args()
    if args.path.exists():
        parser.error(f"{args.path} is there already")
    make(args.path, args.count, args.observations, args.reviews)


def make(path: Path, count: int, observations: int = 0, reviews: int = 0) -> None:
    """Make a log at *path*.

    Args:
        path: Where no file is yet.
        count: How many experiments.
        observations: At least so many in each experiment that measures.
        reviews: How many meetings.
    """
    with Log.open(path) as log:
        batch: list[Event] = []
        for event in chain(events(count, observations), meetings(reviews)):
            batch.append(event)
            if len(batch) == AT_ONCE:
                _merge(log, batch)
        _merge(log, batch)


def events(count: int, observations: int = 0) -> Iterator[Event]:
    """The workplaces of the demo, then *count* experiments."""
    known = json.loads(document("da"))
    for place in known["workplaces"]:
        yield imported(f"workplace/{place['id']}", changes(place), AS_OF)
    chosen = random.Random(count)  # noqa: S311 - the same log each time
    for number in range(count):
        record = another(known["experiments"][number % len(known["experiments"])], number, chosen)
        record = {**record, "observations": [*more(record.get("observations", ()), observations)]}
        yield imported(f"experiment/{record['id']}", changes(record), _day(number))


def meetings(count: int) -> Iterator[Event]:
    """So many meetings of the demo, each a week before the one before it."""
    known = json.loads(document("da"))["reviews"] if count else []
    for number in range(count):
        like = known[number % len(known)]
        held = date.fromisoformat(like["date"]) - timedelta(days=7 * number)
        ident = f"{like['id'][:24]}{number:012x}"
        record = {**like, "id": ident, "key": f"R-{number + 1:02d}", "date": held.isoformat()}
        yield imported(f"review/{ident}", changes(record), AS_OF)


def another(like: dict[str, Any], number: int, chosen: random.Random) -> dict[str, Any]:
    """An experiment *like* that one, with an id, a key and a title of its own."""
    code = like["key"].partition("-")[0]
    words = " ".join(chosen.sample(WORDS, 2))
    return {
        **like,
        "id": f"{0x01900000 + number // 0x1000:08x}-{number % 0x1000:04x}-7000-8000-{number:012x}",
        "key": f"{code}-{number + 1:02d}",
        "title": f"{like['title'][:50]} · {words}",
    }


def more(taken: Sequence[dict[str, Any]], least: int) -> Iterator[dict[str, Any]]:
    """What was *taken*, and the first of it again on earlier days until there are *least*."""
    yield from taken
    for number in range(least - len(taken) if taken else 0):
        first = min(taken, key=lambda one: str(one["date"]))
        day = date.fromisoformat(first["date"]) - timedelta(days=7 * (number + 1))
        ident = f"{first['id'][:24]}{number:012x}"
        yield {**first, "id": ident, "date": day.isoformat()}


def _day(number: int) -> date:
    """The day on which the experiment *number* came in; any one will do."""
    return date.fromordinal(AS_OF.toordinal() - number % 700)


def _merge(log: Log, batch: list[Event]) -> None:
    """Write *batch* and empty it."""
    with log.writing():
        log.merge(batch)
    batch.clear()


if __name__ == "__main__":
    main()
