"""A part of a log, to be written as a document of its own; pure. Standard library only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from explog.exchange.exporting import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable


def only(source: Source, ids: Collection[str], bodies_of: Callable[[str], Iterable[str]]) -> Source:
    """The experiments *ids* of *source* with their workplaces and the house numbers in force.

    Meetings, agreements and saved views stay behind.

    Args:
        source: The whole log.
        ids: Those that are wanted; what is none is left out.
        bodies_of: The canonical JSON texts of the events of one subject, by id.
    """
    wanted = set(ids)
    experiments = [part for part in source.parts("experiment") if part[0] in wanted]
    codes = {json.loads(document).get("workplace") for _ident, document, _derived in experiments}
    kept = {
        "experiment": experiments,
        "workplace": [part for part in source.parts("workplace") if part[0] in codes],
        "thresholds": [*source.parts("thresholds")],
    }

    def parts(kind: str) -> Iterable[tuple[str, str, str]]:
        """The subjects of *kind* that were chosen."""
        return kept.get(kind, [])

    def bodies() -> Iterable[str]:
        """Their events, by id."""
        subjects = [f"{kind}/{part[0]}" for kind, found in kept.items() for part in found]
        found = [body for subject in subjects for body in bodies_of(subject)]
        return sorted(found, key=lambda body: str(json.loads(body)["id"]))

    return Source(parts, bodies)
