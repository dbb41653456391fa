"""A whole life on the screens: the same steps as by hand, and the same record in the end."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from explog.domain.acts.catalogue import BY_NAME
from explog.journal.ports import Clock
from explog.journal.telling import whole
from explog.tui.screens.card import FrameCard
from explog.tui.screens.form import FormScreen
from explog.tui.screens.jot import JotForm
from explog.tui.widgets.fields import Field
from tests.stories import FAILED_SAFELY, Step
from tests.tui.host import KEY, Host, answer, running, until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from explog.domain.acts.act import Act
    from explog.journal.journal import Journal


async def test_a_life_on_the_screens_leaves_the_same_record_as_by_hand(tmp_path: Path) -> None:
    by_hand = Host(tmp_path / "hand.db", Screen(), chapters=len(FAILED_SAFELY))
    async with running(by_hand):
        expected = await by_hand.desk.do(_record)
    on_screen = Host(tmp_path / "screen.db", Screen())
    async with running(on_screen) as pilot:
        for step in FAILED_SAFELY:
            await _play(pilot, on_screen, step)
        found = await on_screen.desk.do(_record)
    assert found == expected
    assert found["derived"]["outcome"] == "failed_safely"


def _record(journal: Journal) -> dict[str, Any]:
    """The whole record, its ids replaced by the order in which they appear."""
    return _without_ids(whole(journal, KEY))


def _without_ids(record: dict[str, Any]) -> dict[str, Any]:
    """*record* with every id replaced by its number, the first that appears being 0."""
    numbers: dict[str, int] = {}

    def plain(value: Any) -> Any:  # noqa: ANN401 - any JSON value
        """One value without ids."""
        if isinstance(value, dict):
            return {plain(name): plain(inner) for name, inner in value.items()}
        if isinstance(value, list):
            return [plain(inner) for inner in value]
        if isinstance(value, str) and re.fullmatch(r"[0-9a-f-]{36}", value):
            return numbers.setdefault(value, len(numbers))
        return value

    return {name: plain(value) for name, value in record.items()}


async def _play(pilot: Pilot[None], host: Host, step: Step) -> None:
    """Play one step of the story on the screens."""
    day = date.fromisoformat(step.as_of)
    await host.desk.do(lambda journal: setattr(journal, "clock", Clock(day)))
    before = len(host.given)
    form = JotForm() if step.act == "add" else FormScreen(step.act, KEY)
    host.push_screen(form, host.given.append)
    await until(pilot, lambda: bool(form.query(Field)))
    if isinstance(form, FormScreen):
        await _fill(pilot, form, BY_NAME[step.act], dict(step.answers))
        await pilot.press("f2")
    else:
        await answer(pilot, "title", str(step.answers["title"]))
        await pilot.press("enter")
    if step.act == "start":
        await until(pilot, lambda: isinstance(host.screen, FrameCard))
        await pilot.press("f2")
    await until(pilot, lambda: len(host.given) > before)
    assert host.given[-1] is not None


async def _fill(pilot: Pilot[None], form: FormScreen, act: Act, answers: dict[str, Any]) -> None:
    """Answer page after page what the story answers."""
    given = _spelled_out(form, act, answers)
    for page in range(len(form.asked.pages)):
        names = [one.question.name for one in form.query(Field)]
        for name in names:
            if name in given:
                await answer(pilot, name, given.pop(name))
        if not given:
            return
        if page + 1 < len(form.asked.pages):
            await _turn(pilot, form)
    assert not given, f"nobody asked for {sorted(given)}"


async def _turn(pilot: Pilot[None], form: FormScreen) -> None:
    """The next page of *form*."""
    before = form.query(Field).first()
    await pilot.press("pagedown")
    await until(pilot, lambda: not before.is_attached and bool(form.query(Field)))


def _spelled_out(form: FormScreen, act: Act, answers: dict[str, Any]) -> dict[str, str]:
    """The story's answers as a form asks for them: a field for each limit, criterion and check."""
    given = {
        name: "\n".join(raw) if isinstance(raw, list) else str(raw)
        for name, raw in answers.items()
        if name not in {"actuals", "reactions", "frame_check"}
    }
    if "frame_check" in answers:
        checks = [one.name for one in act.questions if one.name.startswith("check_")]
        given |= dict.fromkeys(checks, str(answers["frame_check"]))
    names = [question.name for question in form.asked.questions]
    actuals = [name for name in names if name.startswith("actual/")]
    given |= dict(zip(actuals, answers.get("actuals", ()), strict=False))
    for reaction in answers.get("reactions", ()):
        number, _colon, days = reaction.partition(":")
        met = [name for name in names if name.startswith("met/")][int(number) - 1]
        reacted = met.replace("met/", "reacted/")
        given[met], given[reacted] = (part.strip() for part in days.split(","))
    return given
