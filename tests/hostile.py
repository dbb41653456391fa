"""Texts that try to run, to steer a terminal, or to look like something else."""

from __future__ import annotations

import json
import random
import sqlite3
from itertools import product
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from explog.domain.record.experiment import Experiment
from explog.domain.record.review import Agreement, Review
from explog.domain.record.workplace import Workplace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from pydantic import BaseModel

ACTIONS = ("app.quit", "app.bell", "app.undo", "app.page('lessons')", "quit", "screen.dismiss")
MARKUP = (
    "[/]", "[", "]", "[[", "[/b]", "[b", "[b]bold[/b]", "[red on blue]x", "[$error]x[/]", "[@]",
    "[link=https://example.org]x[/link]", "[@click]", "[on red]", "[not a style at all]x[/]",
    "\\[b]", "[b]\\", "{0}", "{title}", "%s %(x)s", "$title $v", "[bold red blink reverse]x[/]",
)  # fmt: skip
CONTROLS = (
    "\x1b", "\x1b[", "\x1b[2J", "\x1b[31m", "\x1b[38;5;199m", "\x1b[5;8m", "\x1b[1;1HX", "\x1bc",
    "\x1b]0;title\x07", "\x1b]52;c;aGVq\x07", "\x1b]8;;https://example.org\x1b\\x\x1b]8;;\x1b\\",
    "\x1bP1$r0m\x1b\\", "\x1b_payload\x1b\\", "\x1b^x\x1b\\", "\x1bX", "\x1b[?1049l", "\x1b[?1000l",
    "\x1b[6n", "\x1b[c", "\x1b[>0q", "\x1b#8", "\x1b(0", "\x0e", "\x0f", "\x1b[!p", "\x1b[?25l",
    "\x07", "\x08\x08\x08", "\x7f", "\x00", "\x05", "\x9b2J", "\x9d0;t\x9c", "\x90x\x9c", "\x84",
    "\x85", "\r", "\n", "\r\n", "\t", "\v", "\f", "\x1a", "\x1b[200~paste\x1b[201~",
)  # fmt: skip
HIDING = (
    "\u202e", "\u202d", "\u2066", "\u2067", "\u2069", "\u200e", "\u200f", "\u061c", "\u200b",
    "\u200c", "\u2060", "\ufeff", "\u00ad", "\u2028", "\u2029", "\u180e", "\ufff9", "\U000e0041",
    "\U000e007f", "\ufdd0", "\U0010ffff", "\U0001d173", "\ufffe",
)  # fmt: skip
WIDE = (
    "漢字" * 30, "👩‍👩‍👧‍👦" * 9, "e" + "\u0301" * 50, "Z̴̛͎a̶̭͌l̵̗̈g̷̣̐o̵̗͝", "ﷺ" * 20, "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "a" * 5000, "ord " * 1200, "\u0300", "ا" * 40, "שלום " * 9, "𝕳𝖊𝖏", "½⅓²", "İıŞ", "ß", "\u3000",
)  # fmt: skip
EVERYDAY = (
    "c++", "foo-bar", '"', "''", "NOT AND OR", "title:x", "*", "(", "state:running", "-", "--help",
    "' OR 1=1 --", "<script>alert(1)</script>", "&lt;b&gt;", "../../../etc/passwd", "$(reboot)",
    "`id`", "; ls", "null", "None", "true", "0", "-1", "1e999", "NaN", "#", "@", " ", "  x  ", "%",
)  # fmt: skip


def written() -> list[str]:
    """More than two hundred texts, each made by hand of one trick."""
    clicks = [f"[@click={action}]x[/]" for action in ACTIONS]
    clicks += [
        f"[@click={action}()]{text}[/]" for action, text in product(ACTIONS, ("x", "", "[b"))
    ]
    alone = [*MARKUP, *CONTROLS, *HIDING, *WIDE, *EVERYDAY]
    inside = [f"before{one}after" for one in (*CONTROLS, *HIDING)]
    return [*clicks, *alone, *inside]


def generated(n: int, seed: int = 1) -> list[str]:
    """*n* texts put together from all tricks by chance, the same ones for the same *seed*."""
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret by it
    every = written()
    pieces = [one for one in every if len(one) < 100]
    return ["".join(chance.choices(pieces, k=chance.randint(2, 6))) for _ in range(n)]


def storable(texts: list[str]) -> list[str]:
    """Those of *texts* that a JSON document in a log can hold."""
    return [text for text in texts if "\x00" not in text]


def planted(value: object, change: Callable[[str], str]) -> object:
    """The JSON *value* with what people wrote changed; ids, days and words of ours stay."""
    if isinstance(value, dict):
        return {name: _changed(name, one, change) for name, one in value.items()}
    if isinstance(value, list):
        return [planted(one, change) for one in value]
    return change(value) if isinstance(value, str) and " " in value else value


def _changed(name: str, one: object, change: Callable[[str], str]) -> object:
    """The field *name*, changed where a person writes it."""
    if name in FREE and isinstance(one, str):
        return change(one)
    if name == "tags" and isinstance(one, list):
        return [change(str(tag)) for tag in one]
    return planted(one, change)


def plant(log: Path, change: Callable[[str], str], *, is_cut: bool = False) -> None:
    """Change what people wrote in the state tables of *log*, as another program might have.

    Args:
        log: The file of the log.
        change: What becomes of a text.
        is_cut: Whether a text ends where its field does, so that every page opens.
    """
    connection = sqlite3.connect(log)
    for table, model in TABLES.items():
        for row in connection.execute(f"SELECT id, document, derived FROM {table}").fetchall():  # noqa: S608 - ours
            document, derived = (planted(json.loads(one), change) for one in row[1:])
            if is_cut:
                _fit(document, json.loads(row[1]), model)
            connection.execute(
                f"UPDATE {table} SET document = ?, derived = ? WHERE id = ?",  # noqa: S608 - ours
                [json.dumps(document), json.dumps(derived), row[0]],
            )
    connection.commit()
    connection.close()


def _fit(document: object, before: object, model: type[BaseModel]) -> None:
    """Cut what is longer than *model* lets it be; what may be no text is as it was *before*."""
    try:
        model.model_validate(document)
    except ValidationError as error:
        for wrong in error.errors():
            *path, last = wrong["loc"]
            holder, length = _at(document, path), wrong.get("ctx", {}).get("max_length")
            holder[last] = holder[last][:length] if length else _at(before, wrong["loc"])
        model.model_validate(document)


def _at(place: Any, path: Iterable[int | str]) -> Any:  # noqa: ANN401 - whatever JSON holds
    """What stands there."""
    for part in path:
        place = place[part]
    return place


TABLES: dict[str, type[BaseModel]] = {
    "experiments": Experiment,
    "workplaces": Workplace,
    "reviews": Review,
    "agreements": Agreement,
}
"""Table → what a row of it holds."""
FREE = {
    *("title", "name", "what", "role", "unit", "text", "reason", "need", "belief", "because"),
    *("learned", "we_learned", "we_observed", "therefore", "we_believed", "note", "measure"),
    *("by_role", "technology", "core", "operation_owner", "who_may_stop", "place"),
}
"""Fields that hold a person's own words, also where it is a single one."""
