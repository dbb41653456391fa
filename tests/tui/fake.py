"""A library made of plain rows, and an app over it: what the tests of the screens stand on."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from explog.domain.insights.chosen import chosen
from explog.domain.insights.counts import Counts
from explog.domain.insights.making import insights
from explog.domain.lists.overview import Overview, overview
from explog.domain.naming.vocabulary import State
from explog.domain.query.completing import Vocabulary
from explog.domain.query.hits import key_begun, stands_in
from explog.domain.query.matching import matches
from explog.domain.query.order import alphabetical, numerical
from explog.domain.recall.similar import Candidate
from explog.domain.record.keys import folded
from explog.domain.record.rows import ExperimentRow, attention_at, level_at
from explog.tui.app import ExplogApp
from explog.tui.desk import Desk
from explog.tui.glance import Glance, glance

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from explog.domain.insights.all_insights import Insights
    from explog.domain.lists.lessons import Lesson
    from explog.domain.naming.vocabulary_learning import PickReason
    from explog.domain.query.query import Query
    from explog.domain.query.terms import Text
    from explog.journal.journal import Journal

LOG = Path(__file__).parent / "looks" / "log.json"
"""The demo's twenty experiments as rows, with what is Danish beside."""

TODAY = date(2026, 11, 16)
HOSTILE = (
    "[/]",
    "[@click=app.quit]x[/]",
    "\x1b]52;c;aGk=\x07 copied",
    "\u202eturned\u200b around\x9b2J",
)
"""Titles that crash, act, or reach the terminal where they are not made harmless."""

_NOTHING = """
frame_verdict result decision cycle_started_on started_on ended_on last_day decided_on learned need
belief because in_operation potential result_suggested measure unit comparator criterion target
baseline current progress signal
"""
_DERIVED: dict[str, Any] = {
    **dict.fromkeys(_NOTHING.split()),
    "state": "idea",
    "outcome": "not_started",
    "cycles": 0,
    "lessons": 0,
    "level_steps": [],
    "attention": [],
    "versions": [],
    "points": [],
}


def row(key: str, title: str = "A small thing", **given: Any) -> ExperimentRow:  # noqa: ANN401 - columns of many kinds
    """One experiment; *given* are columns and derived facts by their names."""
    derived = {**_DERIVED, **{name: value for name, value in given.items() if name in _DERIVED}}
    return ExperimentRow(
        id=f"id-{key}",
        key=key,
        title=title,
        workplace=given.get("workplace", key.partition("-")[0]),
        core_task=given.get("core_task"),
        state=derived["state"],
        outcome=derived["outcome"],
        frame_verdict=derived["frame_verdict"],
        level=level_at(derived["level_steps"], TODAY.isoformat()),
        in_operation=derived["in_operation"],
        potential=derived["potential"],
        result=derived["result"],
        decision=derived["decision"],
        started_on=derived["cycle_started_on"],
        ended_on=derived["ended_on"],
        decided_on=derived["decided_on"],
        lessons=derived["lessons"],
        tags=(),
        attention=attention_at(derived["attention"], TODAY.isoformat()),
        derived=derived,
    )


ORDERS: dict[str, Callable[[ExperimentRow], Any]] = {
    "newest": lambda one: one.id,
    "key": lambda one: numerical(one.key),
    "title": lambda one: alphabetical(one.title),
    "state": lambda one: [*State].index(State(one.state)),
    "decided": lambda one: one.decided_on or "",
}
"""What each order looks at."""


def _has(one: ExperimentRow, text: Text) -> bool:
    """Whether *text* is in the key, the title or the lesson of *one*, or is not, as it asks."""
    begins = key_begun(text) and folded(one.key).startswith(folded(text.text))
    there = (one.key, one.title, str(one.derived["learned"] or ""))
    return (begins or any(stands_in(text, said) for said in there)) is not text.negated


class FakeLibrary:
    """A ``Library`` over lists; ``rows_given`` may be changed while a screen is open."""

    def __init__(
        self,
        rows: Iterable[ExperimentRow] = (),
        agreements: Iterable[Mapping[str, Any]] = (),
        workplaces: Iterable[Mapping[str, Any]] = (),
        path: str = "/home/somebody/explog/log.db",
    ) -> None:
        self.rows_given = list(rows)
        self._agreements = [dict(one) for one in agreements]
        self._workplaces = [{"id": one["code"], **one} for one in workplaces]
        self._path = path
        self.asked: list[str] = []
        self._version = 0
        self.views_given: list[dict[str, Any]] = []

    def rows(self, *, archived: bool = False) -> list[ExperimentRow]:
        return [one for one in self.rows_given if archived or not one.archived]

    def overview(self, most: int) -> Overview:
        return overview(self.rows(), self.agreements(), TODAY.isoformat()).cut(most)

    def first(self, query: Query, sort: str, limit: int) -> list[ExperimentRow]:
        return self.rows_of(self.ids(query, sort)[:limit])

    def ids(self, query: Query, sort: str) -> list[str]:
        """What the domain says that *query* finds, in the order *sort*."""
        self.asked.append(str(query))
        found = [one for one in self.rows(archived=True) if matches(one, query)]
        found = [one for one in found if all(_has(one, text) for text in query.texts)]
        found.sort(key=ORDERS[sort], reverse=sort in {"newest", "decided"})
        return [one.id for one in found]

    def rows_of(self, ids: Sequence[str]) -> list[ExperimentRow]:
        known = {one.id: one for one in self.rows(archived=True)}
        return [known[ident] for ident in ids if ident in known]

    def picked(self, reasons: Collection[PickReason], since: str) -> list[ExperimentRow]:  # noqa: ARG002 - all may hold
        return self.rows()

    def within(self, since: str, until: str) -> list[ExperimentRow]:  # noqa: ARG002 - as above
        return self.rows()

    def count(self) -> int:
        return len(self.rows())

    def vocabulary(self) -> Vocabulary:
        places = {str(one["code"]): str(one["name"]) for one in self._workplaces}
        tasks = [one.core_task for one in self.rows() if one.core_task]
        tags = [tag for one in self.rows() for tag in one.tags]
        return Vocabulary(sorted(set(tags)), sorted(set(tasks)), places)

    def views(self) -> list[dict[str, Any]]:
        return self.views_given

    def used(self) -> dict[str, list[str]]:
        return {"roles": ["leader"], "units": ["missing items"]}

    def candidates(self) -> list[Candidate]:
        """Titles and lessons."""
        return [
            Candidate(one.id, one.title, learned=one.derived["learned"]) for one in self.rows()
        ][::-1]

    def agreements(self) -> list[dict[str, Any]]:
        return self._agreements

    def reviews(self) -> list[dict[str, Any]]:
        return []

    def lessons(self, query: Query | None = None) -> list[Lesson]:  # noqa: ARG002 - it has none
        return []

    def workplaces(self) -> list[dict[str, Any]]:
        return self._workplaces

    def insights(self, query: str = "", period: str = "") -> Insights:
        """Of nothing: what is counted is tested on a real log."""
        return insights(Counts(), chosen(query, period, TODAY), {}, TODAY.isoformat())

    def today(self) -> date:
        return TODAY

    def version(self) -> str:
        """Never the same: whatever a test changes counts as written."""
        self._version += 1
        return str(self._version)

    def is_empty(self) -> bool:
        return not self.rows_given

    def path(self) -> str:
        return self._path


def demo(*, danish: bool = False) -> FakeLibrary:
    """The demo log."""
    known = json.loads(LOG.read_text(encoding="utf-8"))

    def spoken(record: dict[str, Any]) -> dict[str, Any]:
        """*record* in one language."""
        other = record.pop("danish", {})
        return {**record, **(other if danish else {})}

    return FakeLibrary(
        [row(**spoken(record)) for record in known["experiments"]],
        [
            {**spoken(one), "experiments": [f"id-{key}" for key in one["experiments"]]}
            for one in known["agreements"]
        ],
        [spoken(one) for one in known["workplaces"]],
    )


def hostile() -> FakeLibrary:
    """A log whose every text is hostile, in every panel of the Overview."""
    rows = []
    for n, title in enumerate(HOSTILE):
        told = {
            "learned": title,
            "need": title,
            "belief": title,
            "because": title,
            "core_task": title,
        }
        rows += [
            row(f"ID-0{n}", title, **told),
            row(f"RU-0{n}", title, state="running", outcome="ongoing", unit=title, current=3.0,
                criterion=3.0, comparator="<=", signal="shift", points=[1.0, 2.0],
                frame_verdict="pending", cycle_started_on="2026-10-05", last_day="2026-12-01",
                workplace=title, **told),
            row(f"SA-0{n}", title, state="abandoned", outcome="failed_safely", frame_verdict="safe",
                decided_on="2026-10-01", **told),
            row(f"SC-0{n}", title, state="scaled", outcome="scaled", frame_verdict="unsafe",
                level_steps=[["2026-01-01", "scaled"]], in_operation=4, potential=5, **told),
        ]  # fmt: skip
    agreements = [
        {"key": f"A-{n}", "what": title, "role": title, "due": "2026-11-01", "experiments": []}
        for n, title in enumerate(HOSTILE)
    ]
    return FakeLibrary(
        rows, agreements, [{"code": "ID", "name": HOSTILE[1]}], path=f"/somewhere/{HOSTILE[1]}"
    )


def seen(library: FakeLibrary) -> Glance:
    """What the pages show of *library*."""
    return glance(library)


class FakeJournal:
    """Takes note of what is done to it."""

    def __init__(self, library: FakeLibrary) -> None:
        self._library = library
        self.archived: list[str] = []

    def archive(self, ref: str) -> object:
        self.archived.append(ref)
        self._library.rows_given = [one for one in self._library.rows_given if one.key != ref]
        return object()


def app(library: FakeLibrary, journal: object | None = None, **given: Any) -> ExplogApp:  # noqa: ANN401 - as ExplogApp takes
    """The app over *library*; *given* goes to ``ExplogApp``."""
    made = FakeJournal(library) if journal is None else journal
    return ExplogApp(Desk(lambda: library, lambda: cast("Journal", made)), **given)
