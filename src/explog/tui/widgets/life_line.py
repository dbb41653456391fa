"""The life line: ``idea ─ planned ─ ▶ running ─ in review ─ adopted/abandoned ─ scaled``."""

from __future__ import annotations

from textual.content import Content

from explog.domain.naming.labels import glyph, label
from explog.domain.naming.vocabulary import State
from explog.tui.widgets.signs import tone

JOIN = " ─ "


def stations(state: State) -> list[list[State]]:
    """The stations of a life in *state*; where two stand together it can go either way."""
    running = State.PAUSED if state is State.PAUSED else State.RUNNING
    line = [[State.IDEA], [State.PLANNED], [running], [State.IN_REVIEW]]
    match state:
        case State.SHELVED:
            return [[State.IDEA], [State.SHELVED]]
        case State.ABANDONED:
            return [*line, [State.ABANDONED]]
        case State.ADOPTED | State.SCALED:
            return [*line, [State.ADOPTED], [State.SCALED]]
        case State.RETIRED:
            return [*line, [State.ADOPTED], [State.RETIRED]]
        case _:
            return [*line, [State.ADOPTED, State.ABANDONED], [State.SCALED]]


def life_line(state: State, width: int, outcome: str = "ongoing") -> Content:
    """The line for *state* in at most *width* cells; where it is narrow, the present.

    Args:
        state: Where the experiment is.
        width: Cells there are.
        outcome: Colours an ended life: one of ``Outcome``.
    """
    names = ["/".join(label(one) for one in station) for station in stations(state)]
    here = next(place for place, station in enumerate(stations(state)) if state in station)
    first, last = _window(names, here, width)
    parts = [
        _station(names[place], place - here, state, outcome) for place in range(first, last + 1)
    ]
    line = Content(JOIN).stylize("$rim").join(parts)
    before = Content.styled(f"…{JOIN}", "$rim") if first else Content()
    after = Content.styled(f"{JOIN}…", "$rim") if last + 1 < len(names) else Content()
    return before + line + after


def _window(names: list[str], here: int, width: int) -> tuple[int, int]:
    """The first and the last station that fit: those passed go first, then the far future."""
    first, last = 0, len(names) - 1

    def taken() -> int:
        """Cells for the stations from *first* to *last*, with the glyph."""
        shown = JOIN.join(names[first : last + 1])
        cut = (first > 0) + (last + 1 < len(names))
        return len(shown) + 2 + cut * (len(JOIN) + 1)

    while taken() > width and first < here:
        first += 1
    while taken() > width and last > here:
        last -= 1
    return first, last


def _station(name: str, place: int, state: State, outcome: str) -> Content:
    """One station: passed, present (with its glyph) or to come."""
    if place < 0:
        return Content.styled(name, "$quiet")
    if place > 0:
        return Content.styled(name, "$quiet italic")
    return Content.styled(f"{glyph(state, outcome)} {name}", f"bold {tone(state, outcome)}")
