"""Build the demo documents: play tools/demo/story.json through the journal, in each language.

    .venv/bin/python tools/build_demo.py            writes src/explog/exchange/demo/*.json
    .venv/bin/python tools/build_demo.py FOLDER     writes them there instead

Every act of the story is an act of a person: it goes through the journal's guards, on its day, by
the function that would do it. Ids and times follow from the story alone, so that building again
gives the same bytes.
"""

from __future__ import annotations

import json
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from explog.exchange.exporting import Source, lines
from explog.exchange.files import save
from explog.journal.journal import Journal
from explog.store import reading
from explog.store.log import Log
from tools.demo.playing import Player
from tools.demo.timing import StoryClock, StoryIds, StoryTime

if TYPE_CHECKING:
    from collections.abc import Iterator

STORY = Path(__file__).parent / "demo" / "story.json"
TARGET = Path(__file__).parents[1] / "src" / "explog" / "exchange" / "demo"
LANGUAGES = ("da", "en")


class DemoLog(Log):
    """A log whose device is always the same."""

    def device(self) -> str:
        """The demo's own word."""
        return "demo"


def told(story: dict[str, Any], language: str, path: Path) -> list[str]:
    """The document of *story* in *language*, played into a new log at *path*, as lines."""
    time = StoryTime()
    with DemoLog.open(path) as log:
        log.conn.execute("PRAGMA synchronous = OFF")  # it is thrown away
        journal = Journal(log, StoryClock(time=time), StoryIds(time, language))
        for move in Player(story, language, journal).moves():
            time.begin(move.day)
            journal.role = move.role
            move.play()
        return [*_document(log, story["as_of"])]


def _document(log: Log, as_of: str) -> Iterator[str]:
    """The log as its own export."""
    source = Source(
        partial(reading.export_parts, log.conn), partial(reading.event_bodies, log.conn)
    )
    return lines(source, as_of)


def main(folder: Path) -> None:
    """Write the demo documents to *folder*."""
    story = json.loads(STORY.read_text(encoding="utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as scratch:
            document = told(story, language, Path(scratch) / "log.db")
        path = folder / f"explog-demo.{language}.json"
        save(document, path)
        path.chmod(0o644)
        print(f"{path}: {len(document)} lines, {path.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
