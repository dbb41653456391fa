"""Lessons across the log: how they are grouped, and which ask for a second look (INTERFACE.md 3).

A lesson is called by its experiment's key and its place there: ``AMB-02/1``. Standard library only.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import Outcome
from explog.domain.naming.vocabulary_learning import Competence, LessonStatus, Theme
from explog.domain.query.order import alphabetical
from explog.domain.query.words import HALLMARKS
from explog.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from explog.domain.query.terms import Text

OLD = 365
"""After so many days a lesson asks whether it still holds [house]."""

MARKS = {
    "never_used": N_("never used"),
    "contradicted": N_("contradicted"),
    "outdated": N_("outdated"),
    "old": N_("older than a year"),
}
"""What a lesson can be beside its words; code → English, shown translated."""

SURE = {
    1: N_("an opinion"),
    2: N_("seen once"),
    3: N_("seen by several"),
    4: N_("a measured change"),
    5: N_("measured and repeated"),
}
"""How sure a lesson is (DOMAIN.md 5.5)."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson as a line: what it says, where it is from, and who used it."""

    id: str
    experiment: str
    """Its experiment's id."""
    key: str
    """Its experiment's key."""
    no: int
    """Its place among the experiment's lessons, from 1."""
    title: str
    """Its experiment's title."""
    state: str
    outcome: str
    workplace: str | None
    core_task: str | None
    we_believed: str | None
    we_observed: str | None
    we_learned: str
    therefore: str | None
    kind: str | None
    theme: str | None
    evidence: int | None
    """How sure, 1–5."""
    hallmark: int | None
    competence: str | None
    status: str
    judged_by: str | None
    """Key of the experiment that confirmed or contradicted it."""
    judged_on: str | None
    made_on: str | None
    shared_with: tuple[str, ...]
    used_by: tuple[str, ...]
    """Keys of the experiments that build on it, the oldest first; those in the log only."""

    @property
    def ref(self) -> str:
        """What it is called: ``AMB-02/1``."""
        return f"{self.key}/{self.no}"

    def marks(self, today: str) -> tuple[str, ...]:
        """The codes of ``MARKS`` that hold as of *today* (ISO)."""
        age = _days(self.made_on, today)
        return tuple(
            code
            for code, holds in (
                ("never_used", not self.used_by),
                ("contradicted", self.status == LessonStatus.CONTRADICTED),
                ("outdated", self.status == LessonStatus.OUTDATED),
                ("old", age is not None and age > OLD),
            )
            if holds
        )

    @property
    def words(self) -> str:
        """All that is searched in it, without regard to case."""
        parts = (self.ref, self.title, self.we_observed, self.we_learned, self.therefore)
        return " ".join(part for part in parts if part).casefold()

    def as_json(self, today: str) -> dict[str, object]:
        """The documented object of ``lessons --json``: stable keys and order."""
        told = {"ref": self.ref, **asdict(self), "marks": [*self.marks(today)]}
        return {name: [*one] if isinstance(one, tuple) else one for name, one in told.items()}


@dataclass(frozen=True, slots=True)
class Group:
    """Lessons that have one thing in common."""

    title: str
    """In the language in force, or a core task's own words."""
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """One way to lay the lessons out."""

    code: str
    title: str
    """English; shown translated."""
    of: Callable[[Lesson], str | None]
    order: Sequence[str] = ()
    """The values in their order; empty for the alphabet."""
    named: Callable[[str], str] = str

    @property
    def spoken(self) -> str:
        """The title in the language in force."""
        return _(self.title)


GROUPINGS = (
    Grouping("theme", N_("theme"), lambda one: one.theme, [*Theme], lambda v: label(Theme(v))),
    Grouping("task", N_("core task"), lambda one: one.core_task),
    Grouping(
        "outcome", N_("outcome"), lambda one: one.outcome, [*Outcome], lambda v: label(Outcome(v))
    ),
    Grouping(
        "competence",
        N_("competence"),
        lambda one: one.competence,
        [*Competence],
        lambda v: label(Competence(v)),
    ),
    Grouping(
        "hallmark",
        N_("hallmark"),
        lambda one: str(one.hallmark) if one.hallmark else None,
        [*HALLMARKS],
        lambda v: _(HALLMARKS[v]),
    ),
)
"""The first is the one to begin with."""

BY_CODE = {grouping.code: grouping for grouping in GROUPINGS}
"""Code → grouping."""


class Taught:
    """Lessons in their order, made ready to be searched letter by letter."""

    def __init__(self, lessons: Sequence[Lesson]) -> None:
        """Keep them."""
        self.lessons = lessons

    @cached_property
    def _words(self) -> list[str]:
        """The words of each."""
        return [lesson.words for lesson in self.lessons]

    def holding(self, texts: Sequence[Text]) -> list[Lesson]:
        """Those in which each of *texts* stands, or does not where it is turned round."""
        if not texts:
            return [*self.lessons]
        asked = [(one.text.casefold(), one.negated) for one in texts]
        return [
            lesson
            for lesson, said in zip(self.lessons, self._words, strict=True)
            if all((text in said) is not negated for text, negated in asked)
        ]


def grouped(lessons: Iterable[Lesson], by: Grouping) -> list[Group]:
    """*lessons* in the groups of *by*, those without a value last; each group newest first."""
    found: dict[str | None, list[Lesson]] = {}
    for lesson in lessons:
        found.setdefault(by.of(lesson), []).append(lesson)
    known = [value for value in found if value is not None]
    order = {value: place for place, value in enumerate(by.order)}
    known.sort(key=lambda value: (order.get(value, len(order)), alphabetical(value)))
    groups = [Group(by.named(value), tuple(_newest(found[value]))) for value in known]
    if None in found:
        groups.append(Group(_("not said"), tuple(_newest(found[None]))))
    return groups


def told(number: int) -> str:
    """How sure *number* (1–5) is, in the language in force."""
    return _(SURE[number])


def _newest(lessons: list[Lesson]) -> list[Lesson]:
    """*lessons* by the day they were made, the newest first."""
    return sorted(lessons, key=lambda one: (one.made_on or "", one.id), reverse=True)


def _days(day: str | None, today: str) -> int | None:
    """Days from *day* to *today*; None without a day."""
    return (date.fromisoformat(today) - date.fromisoformat(day)).days if day else None
