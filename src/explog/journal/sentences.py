"""What each act was about, in the words that stand after its name in a history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.numbers import shown_number
from explog.domain.record.people_words import GROUPS, MARKS
from explog.journal.scene import elements, other_day
from explog.journal.sentences_fields import changed, imported
from explog.journal.sentences_life import extended, registered, retired, step_with
from explog.journal.wording import said_value
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from explog.domain.events import Event
    from explog.journal.scene import Scene


def details(event: Event, scene: Scene) -> list[str]:
    """The parts that tell what *event* was about, most telling first; some may be empty."""
    make = OF_ACTS.get(event.act, _plain)
    return make(event, scene)


def _observed(event: Event, scene: Scene) -> list[str]:
    """The value with its unit and measure; of several how many."""
    found = elements(event, "observations")
    if len(found) > 1:
        n = len(found)
        measures = {str(scene.value(event, f"{one}/measure")) for one in found}
        told = ngettext("{n} observation", "{n} observations", n).format(n=n)
        return [told, *sorted(map(scene.name_of, measures))]
    return [part for one in found for part in _observation(event, scene, one)]


def _observation(event: Event, scene: Scene, one: str) -> list[str]:
    """One value, what stood there before, what was measured, and when."""
    path, measure = f"{one}/value", str(scene.value(event, f"{one}/measure"))
    change = event.changes.get(path)
    value = scene.value(event, path)
    told = f"{shown_number(value)}" if isinstance(value, int | float) else ""
    unit = scene.folded.value(f"measures/{measure}/unit")
    before = [
        scene.events[ident].changes[path].value
        for ident in (change.over if change else ())
        if ident in scene.events
    ]
    if before and before[-1] is not None and before[-1] != value:
        told = f"{said_value(path, before[-1])} → {told}"
    return [
        f"{told} {unit}" if unit else told,
        scene.name_of(measure),
        other_day(event, scene, f"{one}/date"),
        scene.said(event, f"{one}/note"),
    ]


def _dismissed(event: Event, scene: Scene) -> list[str]:
    """Why not, and which measurements."""
    found = elements(event, "observations")
    values = [scene.said(event, f"{one}/value") for one in found]
    return [*(scene.said(event, f"{one}/not_met") for one in found[:1]), ", ".join(values)]


def _written(collection: str) -> Callable[[Event, Scene], list[str]]:
    """A text with its day."""

    def tell(event: Event, scene: Scene) -> list[str]:
        """The text."""
        return [
            part
            for one in elements(event, collection)
            for part in (scene.said(event, f"{one}/text"), other_day(event, scene, f"{one}/date"))
        ]

    return tell


def _incident(event: Event, scene: Scene) -> list[str]:
    """What happened, how serious it was, and whom it concerned."""
    return [
        scene.said(event, f"{one}/{name}")
        for one in elements(event, "incidents")
        for name in ("text", "level", "kind")
    ]


def _place(event: Event, scene: Scene) -> list[str]:
    """Which place, how far it is, and what it changed."""
    return [
        scene.said(event, f"{one}/{name}")
        for one in elements(event, "places")
        for name in ("name", "status", *(["adapted"] if f"{one}/adapted" in event.changes else ()))
    ]


def _confirmed(event: Event, scene: Scene) -> list[str]:
    """Where it still works."""
    found = elements(event, "places")
    return [scene.said(event, f"{one}/name") for one in found] or [_("at the origin")]


def _lesson(event: Event, scene: Scene) -> list[str]:
    """What was learned, and what the act did to it."""
    return [
        part
        for one in elements(event, "lessons")
        for part in (scene.said(event, f"{one}/we_learned"), *_became(event, scene, one))
    ]


def _became(event: Event, scene: Scene, one: str) -> Iterator[str]:
    """Who uses the lesson *one* now, whether it stands, by what, and who was told."""
    users = event.changes.get(f"{one}/used_by")
    if users is not None and isinstance(users.value, list) and users.value:
        name = scene.name_of(users.value[-1])
        if name:
            yield f"→ {name}"
    if f"{one}/status" in event.changes:
        yield scene.said(event, f"{one}/status")
    judge = event.changes.get(f"{one}/judged_by")
    if judge is not None and judge.value is not None:
        yield _("shown by {key}").format(key=scene.name_of(judge.value))
    told = event.changes.get(f"{one}/shared_with")
    if told is not None and isinstance(told.value, list) and told.value:
        yield f"→ {told.value[-1]}"


def _measure(event: Event, scene: Scene) -> list[str]:
    """Its name and unit."""
    return [
        scene.said(event, f"{one}/{name}")
        for one in elements(event, "measures")
        for name in ("name", "unit")
    ]


def _stance(event: Event, scene: Scene) -> list[str]:
    """The groups with their bands."""
    counts = []
    for one in elements(event, "stances"):
        for group, name in GROUPS.items():
            if band := scene.value(event, f"{one}/{group}"):
                counts.append(f"{_(name)} {band}")
    return [", ".join(counts)]


def _readiness(event: Event, scene: Scene) -> list[str]:
    """The five marks."""
    marks = [
        f"{_(name)} {scene.value(event, f'{one}/{mark}')}"
        for one in elements(event, "readiness")
        for mark, name in MARKS.items()
    ]
    return [", ".join(marks)]


PLAIN_ENOUGH = (
    "title", "text", "value", "not_met", "we_learned", "name", "what", "status", "room", "note",
)  # fmt: skip
"""The fields whose value alone says what an act was about, most telling first."""


def _plain(event: Event, scene: Scene) -> list[str]:
    """The reason of a step; of any other act its two most telling values."""
    step = scene.step(event)
    if step:
        return [str(step.get("reason") or "")]
    fields = {
        path.rpartition("/")[2]: said_value(path, change.value)
        for path, change in event.changes.items()
        if change.value is not None
    }
    return [fields[name] for name in PLAIN_ENOUGH if name in fields][:2]


OF_ACTS: dict[str, Callable[[Event, Scene], list[str]]] = {
    "observe": _observed,
    "dismiss": _dismissed,
    "note": _written("notes"),
    "annotate": _written("annotations"),
    "incident": _incident,
    "place": _place,
    "confirm": _confirmed,
    "lesson": _lesson,
    "borrow": _lesson,
    "judge": _lesson,
    "share": _lesson,
    "measure": _measure,
    "stance": _stance,
    "readiness": _readiness,
    "start": step_with("last_day"),
    "pause": step_with(),
    "resume": step_with(),
    "end": step_with("end_reason"),
    "adapt": step_with("last_day"),
    "adopt": step_with(),
    "abandon": step_with(),
    "extend": extended,
    "tighten": changed,
    "retire": retired,
    "register": registered,
    "assess": changed,
    "set": changed,
    "frame": changed,
    "restore": changed,
    "pick": changed,
    "imported": imported,
}
"""Act → what it was about; all others are told by their plainest values."""
