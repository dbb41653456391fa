"""The mirror: what the log itself may be blind to, as questions to the team (DOMAIN.md 12).

Its numbers are house numbers among the thresholds, and it can be switched off there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.house_numbers import MIRROR
from explog.domain.insights.all_insights import Question, and_
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from explog.domain.insights.all_insights import Cell, Line


def questions(
    house: Mapping[str, object],
    *,
    closed: Cell,
    failed: int,
    past: Cell,
    lessons: int,
    reused: int,
    tasks: Sequence[Line],
    base: str,
) -> list[Question]:
    """The questions that the numbers raise; none where the mirror is switched off.

    Args:
        house: The thresholds' document.
        closed: What is decided.
        failed: How many of them failed, safely or not.
        past: Tests past their last day.
        lessons: Complete lessons.
        reused: How many of them are used, and how many experiments build on an earlier one.
        tasks: The core tasks with what was tried on them.
        base: The query of the set.
    """
    if house.get("mirror", True) is False:
        return []
    least = {name: _number(house.get(name), default) for name, default in MIRROR.items()}
    return [*_asked(least, closed, failed, past, lessons, reused, tasks, base)]


def _asked(  # noqa: PLR0917 - the mirror looks at all of it
    least: Mapping[str, int],
    closed: Cell,
    failed: int,
    past: Cell,
    lessons: int,
    reused: int,
    tasks: Sequence[Line],
    base: str,
) -> Iterable[Question]:
    """Each question whose numbers stand so."""
    if closed.count >= max(1, least["mirror_closed"]) and not failed:
        yield Question("only_safe", 0, closed.count, closed.query)
    if past.count > least["mirror_past"]:
        yield Question("not_ended", past.count, past.count, past.query)
    if lessons >= max(1, least["mirror_lessons"]) and not reused:
        yield Question("not_reused", 0, lessons, and_(base, "has:lesson"))
    named = [line for line in tasks if line.name]
    bare = [line for line in named if not line.total]
    if bare:
        yield Question("untouched", len(bare), len(named), None)


def _number(value: object, default: int) -> int:
    """*value* where it is a number."""
    return value if isinstance(value, int) and not isinstance(value, bool) else default


def spoken(question: Question) -> str:
    """*question* as it is asked."""
    count, of = question.count, question.of
    if question.code == "only_safe":
        said = _("None of {of} ended as failed. Do you only try what is safe?")
    elif question.code == "not_ended":
        said = ngettext(
            "{n} test is past its last day. Do you end your experiments?",
            "{n} tests are past their last day. Do you end your experiments?",
            count,
        )
    elif question.code == "not_reused":
        said = _("None of {of} lessons has been used again yet. Who could need them?")
    else:
        said = ngettext(
            "{n} of {of} core tasks has no experiment yet. Is there something small to try?",
            "{n} of {of} core tasks have no experiment yet. Is there something small to try?",
            count,
        )
    return said.format(n=count, of=of)
