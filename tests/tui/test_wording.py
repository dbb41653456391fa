"""Questions in the words of one form: what is measured, what is over, what can wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.acts.catalogue import BY_NAME
from explog.tui.screens.form import FormScreen
from explog.tui.wording import OVER, told_measure
from tests.tui.host import ENDED, IDEA, KEY, OBSERVED, PLANNED, Host, form_ready, running, until
from tests.tui.screens_shown import shown

if TYPE_CHECKING:
    from pathlib import Path

    from explog.domain.acts.questions import Question
    from explog.journal.journal import Journal


async def test_a_measurement_says_what_is_measured_its_goal_and_which_way_is_better(
    tmp_path: Path,
) -> None:
    """It said only “Value”."""
    form = FormScreen("observe", KEY)
    host = Host(tmp_path / "log.db", form, OBSERVED)
    async with running(host, (100, 40)) as pilot:
        await form_ready(pilot, form)
        one = form.asked.experiment
        assert one.primary is not None
        told = told_measure(one.primary, one)
        assert one.primary.name in told
        assert f"({one.primary.unit})" in told
        assert " · right if at most " in told
        assert told.endswith(" · lower is better")
        text = shown(host).replace("│", " ").replace("▎", " ")
        assert told in " ".join(text.split())


async def test_of_several_measures_the_one_to_choose_comes_first_and_says_its_goal(
    tmp_path: Path,
) -> None:
    form = FormScreen("note", KEY)
    host = Host(tmp_path / "log.db", form, OBSERVED)
    async with running(host, (100, 40)) as pilot:

        def add(journal: Journal) -> None:
            journal.act(
                "measure", KEY, measure="Overtime", role="balancing", direction="down", limit=2
            )

        await host.desk.do(add)
        asked = await form_ready(pilot, FormScreen("observe", KEY))
        assert asked.asked.questions[0].name == "of_measure"
        assert "Overtime · at most 2 · lower is better" in shown(host)


async def test_a_test_that_is_over_is_asked_about_in_the_past(tmp_path: Path) -> None:
    """It asked “What will you try?” about what had been tried."""
    form = FormScreen("over")
    host = Host(tmp_path / "log.db", form)
    async with running(host, (100, 40)) as pilot:
        await form_ready(pilot, form)
        asked = {question.label for question in form.asked.questions}
        future = {question.label for name, question in _planned() if name in OVER}
        assert set(OVER.values()) <= asked
        assert not future & asked
        await pilot.press("f2")
        await until(pilot, lambda: "✗" in shown(host))
        assert "What did you try?" in shown(host)


def _planned() -> list[tuple[str, Question]]:
    """The questions of a plan and of a frame, by name."""
    acts = (BY_NAME["plan"], BY_NAME["frame"])
    return [(question.name, question) for act in acts for question in act.questions]


async def test_what_a_decision_needs_of_a_lesson_is_not_called_optional(tmp_path: Path) -> None:
    form = FormScreen("lesson", KEY)
    host = Host(tmp_path / "log.db", form, ENDED)
    async with running(host, (100, 40)) as pilot:
        await form_ready(pilot, form)
        text = shown(host)
        assert text.count("Needed before the decision.") == 3
        assert "optional " not in text.replace("optional step", "")


async def test_a_question_that_appears_does_not_come_before_the_next_one(tmp_path: Path) -> None:
    """The reason for the result swallowed what was meant for the question of harm."""
    form = FormScreen("abandon", KEY)
    async with running(Host(tmp_path / "log.db", form, ENDED)) as pilot:
        await form_ready(pilot, form)
        names = [question.name for question in form.asked.pages[0].questions]
        assert names.index("harm") == names.index("result") + 1
        assert names.index("result_reason") > names.index("harm")


async def test_the_first_optional_step_says_that_it_can_be_saved_already(tmp_path: Path) -> None:
    """Page down led from the last needed step into what may be left out, without a word."""
    form = FormScreen("plan", KEY)
    host = Host(tmp_path / "log.db", form, PLANNED - 1)
    async with running(host, (100, 40)) as pilot:
        await form_ready(pilot, form)
        first = next(n for n, page in enumerate(form.asked.pages) if not page.is_needed)
        for _step in range(first):
            await pilot.press("pagedown")
            await pilot.pause()
        await until(pilot, lambda: form._page == first)
        assert "– F2 saves already" in shown(host)


async def test_what_was_said_in_passing_does_not_cover_a_form(tmp_path: Path) -> None:
    form = FormScreen("note", KEY)
    host = Host(tmp_path / "log.db", form, IDEA)
    async with running(host) as pilot:
        await form_ready(pilot, form)
        pilot.app.notify("AMB-01 is in the log.")
        await form_ready(pilot, FormScreen("edit", KEY))
        await until(pilot, lambda: not pilot.app._notifications)


async def test_a_frame_with_a_no_can_be_saved_as_it_is(tmp_path: Path) -> None:
    """“Solve it first or answer not relevant” taught people to tick."""
    form = FormScreen("start", KEY)
    host = Host(tmp_path / "log.db", form, PLANNED)
    async with running(host, (100, 40)) as pilot:
        await form_ready(pilot, form)
        form._were_shown = set(range(len(form.asked.pages)))
        form.answers |= {
            "limits": "1 crew",
            "last_day": "in 6 weeks",
            "stop_criteria": "down (10 minutes)",
            "way_back": "the paper form",
            **{q.name: "yes" for q in form.asked.questions if q.name.startswith("check_")},
            "check_affected_told": "no",
        }
        await pilot.press("f2")
        await until(pilot, lambda: "Save without starting" in shown(host))
        assert "It cannot start yet; what is written can be saved as it is." in shown(host)
        form.query_one("#instead").focus()
        await pilot.press("enter")
        await until(pilot, lambda: bool(host.given))
        one = await host.experiment()
        assert one.state.value == "planned"
        assert one.cycle is not None
        assert one.cycle.way_back.plan == "the paper form"
        assert one.cycle.frame_check.affected_told == "no"
