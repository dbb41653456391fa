"""How every screen looks over five kinds of log, as plain text, at three sizes in both languages.

One walk for each log, language and size; its looks stand below each other in one file. The sizes
60×20 and 120×40, and long and hostile text, are walked by the long run.

When a look is meant to change:
UPDATE_LOOKS=1 .venv/bin/python -m pytest tests/tui/test_looks_pages.py -m ""
"""

from __future__ import annotations

import os
import shutil
from functools import cache
from itertools import cycle, product
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

import pytest

from explog import locale
from explog.domain.safe import control_problem
from explog.journal import meetings, workplaces
from explog.journal.ids import IdMaker
from explog.journal.journal import Journal
from explog.journal.ports import Clock
from explog.journal.versions import Choice, Version
from explog.store.log import Log
from explog.tui.screens.agreements import AgreementsScreen
from explog.tui.screens.confirm import ConfirmScreen
from explog.tui.screens.experiment import ExperimentScreen
from explog.tui.screens.first_run import FirstRunScreen
from explog.tui.screens.form import FormScreen
from explog.tui.screens.history import HistoryScreen
from explog.tui.screens.meeting import MeetingScreen
from explog.tui.screens.minutes import MinutesScreen
from explog.tui.screens.observations import ObservationsScreen
from explog.tui.screens.prepare import PrepareScreen
from explog.tui.screens.versions import VersionsScreen
from tests.hostile import plant, storable, written
from tests.tui.real import TODAY, demo_log, over
from tests.tui.screens_shown import settled, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot
    from textual.screen import Screen

    from explog.tui.app import ExplogApp

LOOKS = Path(__file__).parent / "looks" / "pages"
MENDING = 'UPDATE_LOOKS=1 .venv/bin/python -m pytest tests/tui/test_looks_pages.py -m ""'

KINDS = ("empty", "one", "many", "long", "hostile")
SIZES = ((60, 20), (80, 24), (120, 40))
USUAL = (80, 24)
FOR_LONG = {"long", "hostile"}
"""What takes a long walk at any size."""
WALKS = [
    pytest.param(
        *(kind, language, size),
        id=f"{kind}-{language}-{size[0]}x{size[1]}",
        marks=[pytest.mark.long] * (size != USUAL or kind in FOR_LONG),
    )
    for kind, language, size in product(KINDS, locale.LANGUAGES, SIZES)
]
"""Every log, language and size."""
MEETING = "LM-2026-04"
"""The meeting that is prepared in every log that has more than one experiment."""
LONG = 400
"""Characters, more than any line on any screen has; less where a field takes no more."""

PAGES: dict[str, tuple[str, ...]] = {
    "overview": ("1",),
    "experiments": ("2",),
    "experiments, sort": ("2", "s"),
    "experiments, views": ("2", "v"),
    "lessons": ("3",),
    "lessons, group": ("3", "t"),
    "reviews": ("4",),
    "insights": ("5",),
    "insights, defined": ("5", "d"),
    "help": ("1", "question_mark"),
    "palette": ("1", "colon"),
    "jot": ("1", "n"),
    "over already": ("1", "N"),
}
"""Look → the keys that lead there."""

SCREENS: dict[str, tuple[Callable[[], Screen[Any]], tuple[str, ...]]] = {
    "first run": (FirstRunScreen, ()),
    "agreements": (AgreementsScreen, ()),
    "agreements, settled": (AgreementsScreen, ("enter", "enter")),
    "confirm": (lambda: ConfirmScreen(*_asked()), ()),
    "idea": (lambda: ExperimentScreen("LYS-04"), ()),
    "plan": (lambda: FormScreen("plan", "LYS-04"), ()),
    "start": (lambda: FormScreen("start", "LYS-02"), ()),
    "running": (lambda: ExperimentScreen("AMB-04"), ()),
    "running, more": (lambda: ExperimentScreen("AMB-04"), ("m",)),
    "running, further down": (lambda: ExperimentScreen("AMB-04"), ("G",)),
    "end": (lambda: FormScreen("end", "AMB-04"), ()),
    "end, next step": (lambda: FormScreen("end", "AMB-04"), ("pagedown",)),
    "adopt": (lambda: FormScreen("adopt", "BS-03"), ()),
    "edit": (lambda: FormScreen("edit", "AMB-01"), ()),
    "scaled": (lambda: ExperimentScreen("AMB-01"), ()),
    "scaled, further down": (lambda: ExperimentScreen("AMB-01"), ("G",)),
    "history": (lambda: HistoryScreen("AMB-01"), ()),
    "history, put back": (lambda: HistoryScreen("AMB-01"), ("r",)),
    "versions": (lambda: VersionsScreen(_two()), ()),
    "observations": (lambda: ObservationsScreen("AMB-04"), ()),
    "minutes": (lambda: MinutesScreen("LM-2026-02"), ()),
    "minutes, to the end": (lambda: MinutesScreen("LM-2026-02"), ("G",)),
    "prepare": (lambda: PrepareScreen(MEETING), ()),
    "meeting": (lambda: MeetingScreen(MEETING, lambda: 0.0), ()),
    "meeting, next step": (lambda: MeetingScreen(MEETING, lambda: 0.0), ("pagedown",)),
}
"""Look → the screen, and the keys that are pressed on it."""

ALONE: dict[str, tuple[str, ...]] = {"empty": ("first run", "agreements", "confirm", "versions")}
ALONE["one"] = ("agreements", "idea", "plan")
"""The screens that there are in a log without more."""
OF_ONE: dict[str, Callable[[], Screen[Any]]] = {
    "idea": lambda: ExperimentScreen("LYS-01"),
    "plan": lambda: FormScreen("plan", "LYS-01"),
}
"""Where the only idea of a log is."""


def _asked() -> tuple[str, str, str]:
    """A question that can be answered by yes or no."""
    return "Two lamps?", locale._("Change them"), locale._("Leave them")


def _two() -> Choice:
    """Two versions of a field after two logs met."""
    told = "We believe that two lamps by the cupboards save a walk every night."
    first = Version("1", told, told, "2026-10-05", "leader", is_shown=True)
    other = Version("2", told[:30], told[:30], "2026-10-06", None, is_shown=False)
    return Choice("belief", locale._("belief"), (first, other))


@cache
def _made(kind: str, language: str) -> Path:
    """The log of a *kind* in *language*; copied, never changed."""
    path = Path(mkdtemp(prefix="explog-looks-")) / "log.db"
    if kind in {"empty", "one"}:
        with Log.open(path) as log:
            if kind == "one":
                _write_one(Journal(log, Clock(TODAY), IdMaker()))
        return path
    demo_log(path, language)
    with Log.open(path) as log:
        meetings.prepare(Journal(log, Clock(TODAY), IdMaker()), "single", picks=["BS-03"])
    if kind == "long":
        plant(path, _repeated, is_cut=True)
    if kind == "hostile":
        coming = cycle(storable(written()))
        plant(path, lambda _told: next(coming), is_cut=True)
    return path


def _repeated(told: str) -> str:
    """A text again and again; a single word stays."""
    return (f"{told} " * (LONG // len(told) + 1)).strip() if " " in told else told


def _write_one(journal: Journal) -> None:
    """One idea in one workplace."""
    workplaces.add(journal, "LYS", "Light", ["Safe nights"])
    journal.jot("Lamps by the cupboards")


@pytest.mark.parametrize(("kind", "language", "size"), WALKS)
async def test_every_screen_looks_as_it_did(
    kind: str, language: str, size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locale.speak(language)
    monkeypatch.chdir(tmp_path)
    log = Path(shutil.copyfile(_made(kind, language), "log.db"))  # short wherever the tests run
    looks = []
    async with over(log, size=size) as (made, pilot):
        monkeypatch.setattr(made, "notify", _nothing_passes)  # toasts come and go
        for name, keys in PAGES.items():
            looks.append(await _look(pilot, name, keys))
        there = ALONE.get(kind, [*SCREENS][1:])  # the first run is there once
        of_one = OF_ONE if kind == "one" else {}
        looks += [await _opened(made, pilot, name, of_one.get(name)) for name in there]
    now = "\n".join(looks)
    assert {control_problem(line) for line in now.split("\n")} == {None}
    path = LOOKS / f"{kind}-{language}-{size[0]}x{size[1]}.txt"
    if os.environ.get("UPDATE_LOOKS"):
        path.write_text(now, encoding="utf-8")
    assert path.is_file(), f"no look yet; make it: {MENDING}"
    assert now == path.read_text(encoding="utf-8"), f"meant to change? {MENDING}"


async def _look(pilot: Pilot[None], name: str, keys: tuple[str, ...]) -> str:
    """How it looks after *keys*; what they opened is closed again."""
    depth = len(pilot.app.screen_stack)
    for key in keys:
        await pilot.press(key)
        await settled(pilot)
    await settled(pilot)
    told = f"── {name} ──\n{shown(pilot.app)}"
    while len(pilot.app.screen_stack) > depth:
        await pilot.app.pop_screen()
    return told


async def _opened(
    made: ExplogApp, pilot: Pilot[None], name: str, other: Callable[[], Screen[Any]] | None
) -> str:
    """How the screen *name* looks, or the *other* one in its place."""
    make, keys = SCREENS[name]
    await made.go_home()
    await made.push_screen(screen := (other or make)())
    for _turn in range(3):
        await settled(pilot)
    assert made.screen is screen, f"{name}: closed, or something lies over it"
    told = await _look(pilot, name, keys)
    await made.go_home()
    await settled(pilot)
    return told


def _nothing_passes(*_given: Any, **_named: Any) -> None:  # noqa: ANN401 - as App.notify takes
    """No toast."""
