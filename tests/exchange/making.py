"""Logs to send out and bring in: opening, exporting, importing, and a log that people lived in."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from explog.domain.personal import person_number
from explog.domain.safe import control_problem
from explog.domain.thresholds import SUBJECT
from explog.errors import ExplogError
from explog.exchange.exporting import Source, lines
from explog.exchange.importing import bring_in
from explog.journal import agreements, editing, undoing, workplaces
from explog.journal.ids import IdMaker
from explog.journal.journal import Journal
from explog.journal.ports import Clock
from explog.store import reading
from explog.store.log import Log
from tests.journal.sitting import held

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from explog.exchange.brought import Brought

TODAY = date(2026, 11, 16)

Move = tuple[str, str, int]
"""What a person does, with which text, and with which number."""


def opened(path: Path) -> Log:
    """The log at *path*, quick because nobody pulls the plug of a test."""
    log = Log.open(path)
    log.conn.execute("PRAGMA synchronous = OFF")
    return log


def source(log: Log) -> Source:
    """*log* as what can be written out."""
    return Source(partial(reading.export_parts, log.conn), partial(reading.event_bodies, log.conn))


def exported(log: Log, as_of: date = TODAY, *, events: bool = True) -> bytes:
    """The document of *log*."""
    return "".join(lines(source(log), as_of.isoformat(), events=events)).encode()


def brought(log: Log, document: bytes | dict[str, Any]) -> Brought:
    """What bringing *document* into *log* brought."""
    data = document if isinstance(document, bytes) else json.dumps(document).encode()
    return bring_in(log, data, "log.json", today=TODAY)


def journal(log: Log, today: date = TODAY) -> Journal:
    """The journal of *log* on *today*."""
    return Journal(log, Clock(today), IdMaker(), "leder")


def unchanged(log: Log) -> tuple[str, list[str]]:
    """All of *log*: compare it before and after."""
    return log.fingerprint(), reading.event_bodies(log.conn)


HOSTILE = st.one_of(
    st.sampled_from(
        (
            "[/] [@click=app.quit]x[/]",
            'he said "\\u0007" and \\n left',
            "</script><!-- ' OR 1=1; --",
            "ÆØÅ e\u0301 vs é",
            "שלום مرحبا",
            "👩\u200d🚒 🇩🇰",
            "=cmd|' /C calc'!A0",
            "{title} %s ${x}",
            "第一",
        )
    ),
    st.text(st.characters(exclude_categories=("C", "Zl", "Zp", "Zs")), min_size=1, max_size=60),
).filter(lambda text: control_problem(text) is None and person_number(text) is None)
"""Texts that may be stored and that careless code breaks on."""

PLAN = {
    "need": "Udstyr mangler",
    "core_task": "1",
    "test": "Én vogn i otte uger",
    "measure": "Mangler",
    "unit": "stk.",
    "criterion": "at most 3",
}
FRAME = {
    "limits": "1 vogn\noutage: 10 minutter",
    "last_day": (TODAY + timedelta(28)).isoformat(),
    "stop_criteria": "Mere end 2 fejl (1 dag)",
    "way_back": "Papirlisten",
    "frame_check": "yes",
}
STUDY = {
    "result": "not_supported",
    "result_reason": "for få målinger",
    "harm": "no",
    "we_observed": "Støj",
    "we_learned": "Støjen var problemet",
    "therefore": "Prøv med headset",
    "theme": "technology",
    "reason": "nok nu",
}
OPERATION = {
    "operation_since": TODAY.isoformat(),
    "operation_owner": "koordinator",
    "ordinary_budget": "yes",
    "core": "rækkefølgen",
    "override_reason": "vi tror på det",
}


@dataclass(slots=True)
class Life:
    """People who do what *moves* say, as far as the journal lets them."""

    journal: Journal

    def live(self, moves: Sequence[Move]) -> None:
        """Do all *moves*; what the journal refuses did not happen."""
        workplaces.add(self.journal, "AMB", "Station Øst", ["Hurtig hjælp", "Overlevering"])
        for name, text, number in moves:
            with suppress(ExplogError):
                self.move(name, text, number)

    def move(self, name: str, text: str, number: int) -> None:
        """Do one thing."""
        ref = f"AMB-{1 + number % 3:02d}"
        act = partial(self.journal.act, name, ref)
        doing: dict[str, Callable[[], object]] = {
            "jot": lambda: self.journal.jot(text, need=text),
            "plan": lambda: act(belief=text, tags=[text[:40], "x"], **PLAN),
            "frame": lambda: act(way_back=text),
            "start": lambda: act(**FRAME),
            "observe": lambda: act(value=number / 4, note=text, date=_day(number)),
            "note": lambda: act(text=text),
            "pause": lambda: act(pause_reason="stop_criterion", stop_criterion=1, reason=text),
            "resume": lambda: act(changed=text, by_role="leder"),
            "tighten": lambda: act(limits=f"outage: {number % 10} minutter", reason=text),
            "incident": lambda: act(text=text, incident_kind="other", level="near_miss"),
            "end": lambda: act(end_reason="planned_end", actuals="1\n2", as_planned="partly"),
            "abandon": lambda: act(**STUDY, way_back_status="not_needed", way_back_reason=text),
            "adopt": lambda: act(**STUDY, **OPERATION),
            "adapt": lambda: act(**STUDY, **FRAME, change=text, prediction=text),
            "lesson": lambda: act(we_learned=text, we_observed=text, theme="timing"),
            "place": lambda: act(place=text, status="trial", adapted=text),
            "stance": lambda: act(frontrunner=number, on_board=4, waiting=1, hesitant=0),
            "shelve": lambda: act(reason=text),
            "edit": lambda: editing.edit(self.journal, ref, {"need": text}),
            "archive": lambda: self.journal.archive(ref),
            "undo": lambda: undoing.undo(self.journal),
            "agree": lambda: self.agree(text, ref),
            "thresholds": lambda: self.journal.write(
                SUBJECT, "set", {("places", "home_days")[number % 2]: 1 + number}
            ),
        }
        doing[name]()

    def agree(self, text: str, ref: str) -> None:
        """Hold a meeting and agree on something."""
        agreements.agree(
            self.journal, text, "leder", TODAY.isoformat(), review=held(self.journal, ref, text)
        )


SCRIPTS = (
    "jot shelve",
    "jot plan frame",
    "jot plan start observe observe note",
    "jot plan start observe tighten end incident abandon lesson",
    "jot plan start pause resume end adopt place stance",
    "jot plan start end adapt observe end adopt place lesson",
)
"""Lives worth living."""

BESIDE = (
    "jot", "observe", "note", "incident", "lesson", "stance", "edit", "archive", "undo", "agree",
    "thresholds",
)  # fmt: skip
"""What happens beside them."""


@st.composite
def moves(draw: st.DrawFn) -> list[Move]:
    """What people do: one to three lives, one after the other, and what happens beside them."""
    done: list[Move] = []
    beside = st.lists(st.tuples(st.sampled_from(BESIDE), HOSTILE, st.integers(0, 12)), max_size=2)
    for number in range(draw(st.integers(1, 3))):
        for name in draw(st.sampled_from(SCRIPTS)).split():
            done.append((name, draw(HOSTILE), number))
            done.extend(draw(beside))
    return done


MOVES = moves()


def _day(number: int) -> str:
    """A day up to today."""
    return (TODAY - timedelta(number)).isoformat()
