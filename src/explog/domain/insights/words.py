"""The words and sentences of Insights, in the language in force; shared by both front ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import Initiator, Value
from explog.domain.numbers import shown_number
from explog.domain.query.words import HALLMARKS
from explog.locale import N_, _, ngettext, spoken

if TYPE_CHECKING:
    from explog.domain.insights.all_insights import Insights, Ladder, Share

HEADS = {
    "noted": N_("noted"),
    "planned": N_("planned"),
    "started": N_("started"),
    "decided": N_("decided"),
    "adopted": N_("adopted"),
    "scaled": N_("scaled"),
    "failed_safely": N_("failed safely"),
    "failed_otherwise": N_("failed otherwise"),
    "worked": N_("worked"),
    "inconclusive": N_("inconclusive"),
    "ongoing": N_("under way"),
    "waiting": N_("not started"),
    "idea": N_("idea"),
    "yes": N_("right"),
    "partly": N_("partly"),
    "no": N_("not right"),
}
"""Column → its heading."""

SHORT = {
    "failed_safely": N_("safely"),
    "failed_otherwise": N_("otherwise"),
    "inconclusive": N_("open"),
    "waiting": N_("to come"),
}
"""Column → its heading where there is little room."""

ROWS = {
    "all": N_("everybody"),
    "unknown": N_("not said"),
    "any": N_("any value"),
    "criterion": N_("our criterion"),
    "prediction": N_("our prediction"),
    "guess": N_("the room's guess"),
    "no_core_task": N_("no core task"),
}
"""Row → what it is called."""


def head(column: str, *, short: bool = False) -> str:
    """The heading of *column*."""
    return _(SHORT[column]) if short and column in SHORT else _(HEADS[column])


def row_name(name: str) -> str:
    """What the row called *name* is about: a word of ours, never a person's."""
    if name in ROWS:
        return _(ROWS[name])
    if name in HALLMARKS:
        return f"{name} {_(HALLMARKS[name])}"
    if name in {one.value for one in Initiator}:
        return label(Initiator(name))
    return label(Value(name))


def quarter(name: str) -> str:
    """``2026-Q3`` as people write it: ``Q3 2026``, ``3. kvartal 2026``."""
    year, number = name[:4], name[-1]
    return f"{number}. kvartal {year}" if spoken() == "da" else f"Q{number} {year}"


def quarter_head(name: str) -> str:
    """``2026-Q3`` as the heading of a column, in two words: ``Q3 2026``, ``K3 2026``."""
    return f"{'K' if spoken() == 'da' else 'Q'}{name[-1]} {name[:4]}"


def share(said: str, part: Share) -> str:
    """The sentence *said*, with its numbers; from ten on with a percent after it."""
    told = said.format(n=part.count, all=part.of)
    return told if part.percent is None else f"{told} · {part.percent} %"


def sentence(code: str, page: Insights) -> str:
    """The number *code* as a sentence."""
    part = page.numbers[code]
    if not part.of:
        return _(_NONE[code])
    if code == "days_to_decision":
        days = page.median_days if page.median_days is not None else 0
        said = ngettext(
            "Median from start to decision: {n} day",
            "Median from start to decision: {n} days",
            1 if days == 1 else 2,
        )
        return said.format(n=shown_number(days))
    return share(_(_SAID[code]), part)


_SAID = {
    "learning_rate": N_("{n} of {all} decided ones have a complete lesson"),
    "from_the_floor": N_("{n} of {all} started ones were the employees' initiative"),
    "lessons_reused": N_("{n} of {all} lessons are used by a later experiment"),
    "built_on": N_("{n} of {all} experiments build on an earlier one"),
    "intelligent": N_("{n} of {all} experiments are intelligent failures"),
}
_NONE = {
    "learning_rate": N_("Nothing is decided yet."),
    "days_to_decision": N_("No time to a decision yet."),
    "from_the_floor": N_("Nothing is started yet."),
    "lessons_reused": N_("No lesson is complete yet."),
    "built_on": N_("Nothing is written down yet."),
    "intelligent": N_("Nothing is written down yet."),
}


def failed(page: Insights) -> str:
    """How many of the failed ones failed safely."""
    return share(_("{n} of {all} that failed, failed safely"), page.failed)


def coverage(ladder: Ladder) -> str:
    """How many places use it, of how many it is relevant for."""
    if not ladder.potential:
        return ngettext("{n} place in operation", "{n} places in operation", ladder.places).format(
            n=ladder.places
        )
    plain = _("{n} of {all} places use it").format(n=ladder.known, all=ladder.potential)
    return plain if ladder.percent is None else f"{plain} · {ladder.percent} %"
