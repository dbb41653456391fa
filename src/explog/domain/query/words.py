"""The words of the query language: its filters and their values, in both languages.

Both languages are always understood, whichever is in force, so that a saved view can be read by
everybody; what is offered and shown is in the language in force. Standard library only.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from explog.domain.query.spellings import ALSO
from explog.locale import N_, _, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NAMES: dict[str, tuple[str, ...]] = {
    "state": ("status", "tilstand"),
    "outcome": ("udfald",),
    "frame": ("rammer", "ramme"),
    "task": ("kerneopgave", "opgave", "core_task"),
    "workplace": ("arbejdsplads",),
    "tag": ("emne", "emneord"),
    "theme": ("tema",),
    "since": ("siden", "fra"),
    "until": ("indtil", "til"),
    "has": ("har",),
    "is": ("er",),
    "level": ("niveau",),
    "result": ("resultat",),
    "initiator": ("initiativ", "initiative"),
    "value": ("gevinst", "gain"),
    "prediction": ("forventning",),
    "hallmark": ("kendetegn",),
    "reached": ("nået",),
    "noted": ("noteret",),
    "planned": ("planlagt",),
    "started": ("startet",),
    "decided": ("besluttet",),
    "adopted": ("indført",),
    "scaled": ("skaleret",),
}
"""Filter → what else it is called, the Danish name first."""

HAS = {
    "lesson": N_("lesson"),
    "incident": N_("incident"),
    "baseline": N_("baseline"),
    "measure": N_("measure"),
    "observation": N_("observation"),
    "place": N_("place"),
    "criterion_met": N_("stop criterion met"),
    "core_task": N_("core task"),
    "workplace": N_("workplace"),
    "tag": N_("tag"),
    "link": N_("link"),
    "reused": N_("reused lesson"),
    "forerunner": N_("forerunner"),
    "prediction": N_("answer to the prediction"),
}
"""What an experiment can have."""

IS = {
    "archived": N_("archived"),
    "overdue": N_("overdue"),
    "attention": N_("needs attention"),
    "registered_afterwards": N_("registered afterwards"),
    "intelligent": N_("intelligent failure"),
    "everyday_digital": N_("everyday digital innovation"),
    "spreading": N_("spreading"),
    "past_last_day": N_("past its last day"),
    "unconfirmed": N_("confirmation missing"),
}
"""What an experiment can be beside its state."""

GROUPS = {
    "worked": N_("worked"),
    "failed": N_("failed"),
    "decided": N_("decided"),
}
"""Outcomes that are spoken of together (``groups.GROUPED``)."""

STAGES = {
    "planned": N_("planned"),
    "started": N_("started"),
    "decided": N_("decided"),
    "adopted": N_("adopted"),
    "scaled": N_("scaled"),
}
"""How far an experiment came (``insight_facts.REACHED``); each with all that came further."""

HALLMARKS = {
    "1": N_("the core task"),
    "2": N_("developing ideas"),
    "3": N_("culture and frames"),
    "4": N_("mindset and competences"),
    "5": N_("leading change"),
}
"""The five reflection questions (DOMAIN.md 2.1), by the number a lesson carries."""


def labels(name: str) -> Mapping[str, str]:
    """Value → English label of the filter *name*; empty where any text is a value."""
    from explog.domain.naming.labels_table import LABELS  # noqa: PLC0415 - a query of words needs none

    tables = {
        "state": LABELS["State"],
        "outcome": {**LABELS["Outcome"], **GROUPS},
        "frame": LABELS["FrameVerdict"],
        "theme": LABELS["Theme"],
        "has": HAS,
        "is": IS,
        "level": LABELS["Level"],
        "result": LABELS["Result"],
        "initiator": LABELS["Initiator"],
        "value": LABELS["Value"],
        "prediction": LABELS["Degree"],
        "hallmark": HALLMARKS,
        "reached": STAGES,
    }
    return tables.get(name, {})


def bare(text: str) -> str:
    """*text* as names and values are compared.

    Case, accents, spaces and punctuation do not matter, so that ``i_gang``, ``I gang`` and
    ``igang`` are one. Never for the texts of people, where å is not a.
    """
    plain = text.casefold().replace("ø", "o").replace("æ", "ae")
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKD", plain))


def filter_called(typed: str) -> str | None:
    """The filter that *typed* names; None where there is none."""
    return _names().get(bare(typed))


def names() -> list[str]:
    """The filters, as they are typed in the language in force."""
    return [name_in_force(name) for name in NAMES]


def name_in_force(name: str) -> str:
    """The filter *name* as it is typed in the language in force."""
    return NAMES[name][0] if spoken() == "da" else name


def value_in_force(name: str, value: str) -> str:
    """*value* of the filter *name* as it is typed in the language in force, without spaces."""
    if spoken() != "da":
        return value
    return re.sub(r"[\W_]+", "_", _(labels(name)[value])).strip("_")


def values_called(name: str, typed: str) -> list[str]:
    """The values of the filter *name* that *typed* can mean.

    Returns:
        One where *typed* is a value, its label or another spelling of it; otherwise all of which it
        is a beginning.
    """
    wanted = bare(typed)
    if not wanted:
        return []
    spelled = spellings(name)
    exact = [value for value, known in spelled.items() if wanted in known]
    if exact:
        return exact[:1]
    return [
        value for value, known in spelled.items() if any(one.startswith(wanted) for one in known)
    ]


def spellings(name: str) -> dict[str, set[str]]:
    """Value → every bare spelling of it, for the filter *name*."""
    also = ALSO.get(name, {})
    return {
        value: {bare(one) for one in (value, label, _(label), *also.get(value, ()))}
        for value, label in labels(name).items()
    }


def near(typed: str, spelled: Mapping[str, Iterable[str]]) -> list[str]:
    """Up to three of *spelled* (what is meant → its bare spellings) that look like *typed*."""
    from difflib import get_close_matches  # noqa: PLC0415 - only needed for a mistake

    meant = {one: value for value, known in spelled.items() for one in known}
    found = get_close_matches(bare(typed), meant, n=3, cutoff=0.6)
    return [*dict.fromkeys(meant[one] for one in found)]


@cache
def _names() -> dict[str, str]:
    """Bare spelling → filter."""
    return {bare(one): name for name, others in NAMES.items() for one in (name, *others)}


def name_spellings() -> dict[str, set[str]]:
    """Filter → every bare spelling of it."""
    return {name: {bare(one) for one in (name, *others)} for name, others in NAMES.items()}
