"""Every sentence of the screens is in the catalogue: in a made-up language no Latin word is left.

Months and the word for a week are no sentences: they come from a table of explog.domain.moments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from explog import locale
from explog.domain.acts.catalogue import ACTS
from tests.hostile import plant
from tests.pseudo import OTHER, WORD, left, speak_otherwise
from tests.stories import CORE_TASK, FAILED_SAFELY, ROLE, WORKPLACE
from tests.tui.drafting import state_for
from tests.tui.fake import FakeLibrary, app
from tests.tui.host import (
    ADOPT,
    ENDED,
    KEY,
    OBSERVED,
    OTHER_TASK,
    PLANNED,
    Host,
    form_ready,
    running,
)
from tests.tui.real import demo_log, over
from tests.tui.screens_shown import settled, shown
from tests.tui.test_drafts import DraftHost

if TYPE_CHECKING:
    from pathlib import Path

    from textual.screen import Screen


@pytest.fixture(autouse=True)
def _another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """The made-up language is in force."""
    speak_otherwise(monkeypatch)


def test_a_sentence_outside_the_catalogue_is_seen() -> None:
    assert left("Nothing tried yet", set()) == ["Nothing", "tried", "yet"]
    assert left(locale._("Nothing tried yet") + " esc", set()) == []
    assert locale._("{n} days").format(n=3).startswith("3 ")


# Pages


@pytest.fixture(scope="module", name="log")
def _log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, its texts in other letters."""
    path = demo_log(tmp_path_factory.mktemp("other") / "log.db")
    plant(path, lambda written: written.translate(OTHER))
    return path


CODES = {"AMB", "AUT", "BS", "LYS", "LM", "MED", "ST"}
"""The demo's codes, which stand in keys."""

DAYS = {"week", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
"""How days are shown in English."""

PAGES = {
    "overview": (), "experiments": ("2",), "lessons": ("3",), "reviews": ("4",),
    "insights": ("5",), "help": ("f1",), "help of the list": ("2", "f1"), "palette": ("colon",),
    "nothing called that": ("colon", *"ююю"), "colours": ("f6",), "search": ("2", "slash"),
    "nothing found": ("2", "slash", *"ююю"), "new": ("n",),
}  # fmt: skip
"""Page → the keys that lead there."""


@pytest.mark.parametrize("size", [(60, 20), (120, 40)], ids=str)
@pytest.mark.parametrize("page", PAGES)
async def test_every_sentence_of_a_page_is_in_the_catalogue(
    log: Path, page: str, size: tuple[int, int]
) -> None:
    async with over(log, *PAGES[page], size=size) as (made, pilot):
        await pilot.pause(0.7 if "called" in page else 0.3)
        await settled(pilot)
        names = {part for name in made.available_themes for part in WORD.findall(name)}
        known = DAYS | CODES | (names if page == "colours" else set())
        assert left(shown(made), known) == []


@pytest.mark.parametrize("keys", [(), ("i",), ("n",), ("f1",)], ids=str)
async def test_every_sentence_of_the_first_run_is_in_the_catalogue(keys: tuple[str, ...]) -> None:
    made = app(FakeLibrary(path="/жз/ий"), open_demo=dict, bring_in=str)
    async with made.run_test(size=(100, 40), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press(*keys)
        await settled(pilot)
        assert left(shown(made), DAYS) == []


# The experiment and its forms


def _story() -> set[str]:
    """The words a person wrote in the story."""
    steps = (*(step.answers for step in FAILED_SAFELY), ADOPT)
    told = [str(answer) for answers in steps for answer in answers.values()]
    return DAYS | {found for text in (*told, *WORKPLACE, CORE_TASK, OTHER_TASK, ROLE, KEY)
            for found in WORD.findall(text)}  # fmt: skip


@pytest.mark.parametrize("chapters", [1, PLANNED, OBSERVED, ENDED, len(FAILED_SAFELY)])
async def test_every_sentence_of_an_experiment_is_in_the_catalogue(
    tmp_path: Path, chapters: int
) -> None:
    from explog.tui.screens.experiment import ExperimentScreen

    made: Screen[Any] = ExperimentScreen(KEY)
    host = Host(tmp_path / "log.db", made, chapters)
    async with running(host, (120, 120)) as pilot:
        await settled(pilot)
        assert left(shown(pilot.app), _story()) == []
        await pilot.press("m")
        await settled(pilot)
        assert left(shown(pilot.app), _story()) == []


@pytest.mark.parametrize("act", [act.name for act in ACTS if act.name != "add"])
async def test_every_sentence_of_a_form_is_in_the_catalogue(tmp_path: Path, act: str) -> None:
    from explog.tui.screens.form import FormScreen

    form = FormScreen(act, KEY)
    host = DraftHost(tmp_path / "log.db", form, state_for(act))
    async with running(host, (120, 60)) as pilot:
        await form_ready(pilot, form)
        for _page in form.asked.pages:
            assert left(shown(pilot.app), _story()) == []
            await pilot.press("pagedown")
            await settled(pilot)
        await pilot.press("f2")
        await settled(pilot)
        assert left(shown(pilot.app), _story()) == []
