"""What the steps of a life were about: why, until when, and which stop criterion was met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.moments import parse_moment, shown_moment
from explog.journal.scene import elements
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from explog.domain.events import Event
    from explog.journal.scene import Scene


def step_with(*fields: str) -> Callable[[Event, Scene], list[str]]:
    """A step of a life: its reason, then *fields* of its cycle."""

    def tell(event: Event, scene: Scene) -> list[str]:
        """The parts."""
        step = scene.step(event)
        cycle = f"cycles/{step.get('cycle')}"
        told = [f"{cycle}/{name}" for name in fields if f"{cycle}/{name}" in event.changes]
        own = [str(step.get("reason") or ""), str(step.get("changed") or "")]
        return [
            *own,
            *(_labelled(path, scene.said(event, path)) for path in told),
            *_met(event, scene),
        ]

    return tell


def _labelled(path: str, said_so: str) -> str:
    """A day is said with what it is."""
    if path.endswith("/last_day"):
        return _("last day {day}").format(day=said_so)
    return said_so


def _met(event: Event, scene: Scene) -> list[str]:
    """The stop criteria that were met by this step, and when it was reacted to."""
    found = []
    for one in elements(event, "stop_criteria"):
        if {f"{one}/met_on", f"{one}/reacted_on"} & event.changes.keys():
            told = {name: scene.said(event, f"{one}/{name}") for name in ("met_on", "reacted_on")}
            line = _("“{criterion}” was met {met}, reacted {reacted}")
            found.append(
                line.format(
                    criterion=scene.said(event, f"{one}/text"),
                    met=told["met_on"] or "–",
                    reacted=told["reacted_on"] or "–",
                )
            )
    return found


def extended(event: Event, scene: Scene) -> list[str]:
    """To which day, and why."""
    return [
        part
        for one in elements(event, "extensions")
        for part in (
            _("last day {day}").format(day=scene.said(event, f"{one}/new")),
            scene.said(event, f"{one}/reason"),
        )
    ]


def retired(event: Event, scene: Scene) -> list[str]:
    """Why, and what came instead."""
    step = scene.step(event)
    instead = step.get("replaced_by")
    told = _("replaced by {what}").format(what=instead) if instead else ""
    return [str(step.get("reason") or ""), told]


def registered(event: Event, scene: Scene) -> list[str]:
    """From when to when the test went on."""
    cycle = f"cycles/{scene.step(event).get('cycle')}"
    days = [scene.value(event, f"{cycle}/{name}") for name in ("started_on", "ended_on")]
    return ["–".join(shown_moment(parse_moment(str(day))) for day in days if day)]
