"""What changed, field by field: whole elements once, and what stood there before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.events import is_element
from explog.journal.changes import called, changes_of, said
from explog.journal.parts import is_read
from explog.journal.wording import said_change
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from explog.domain.events import Event
    from explog.journal.changes import Changed
    from explog.journal.scene import Scene

MOST_FIELDS = 6
"""So many fields of one step are told; the rest is counted."""

OF_THE_FRAME = frozenset({"limits", "stop_criteria"})
"""Elements that are told by their names when they are new."""


def imported(event: Event, scene: Scene) -> list[str]:
    """The title where it is new here, else what changed."""
    title = event.changes.get("title")
    if title is not None and not title.over:
        return [str(title.value)]
    return changed(event, scene)


def changed(event: Event, scene: Scene) -> list[str]:
    """The fields with their new values, the first few of many."""
    found = changes_of([*scene.events.values()], event, scene.folded)
    every = sorted(found, key=lambda one: one.path)
    told = [_said(one, scene) for one in every if is_read(one.path)]
    told = [*dict.fromkeys(filter(None, told))]
    rest = len(told) - MOST_FIELDS
    if rest > 0:
        more = ngettext("{n} more field", "{n} more fields", rest).format(n=rest)
        told = [*told[:MOST_FIELDS], more]
    return ["; ".join(told)]


def _said(one: Changed, scene: Scene) -> str:
    """One field that changed, or the element that came or went with it."""
    collection, ident, field = is_element(one.path) or ("", "", None)
    element = called(scene.folded, collection, ident) if collection else ""
    if field == "removed":
        line = _("“{element}” was taken away") if one.after else _("“{element}” was brought back")
        return line.format(element=element)
    if one.is_first and collection in OF_THE_FRAME and field not in {"actual", "met_on"}:
        return _("new: “{element}”").format(element=element)
    if isinstance(one.after, str) and one.after in scene.names():
        return f"{one.name} → {said(scene.names(), one.path, one.after)}"
    return said_change(one.path, one.after, name=one.name, before=one.before)
