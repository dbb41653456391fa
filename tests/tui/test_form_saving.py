from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from textual.screen import Screen
from textual.widgets import Button

from explog.domain.acts.catalogue import BY_NAME
from explog.domain.naming.vocabulary import State
from explog.tui.screens.card import FrameCard
from explog.tui.screens.form import FormScreen
from tests.tui.host import (
    ABANDONED,
    ENDED,
    IDEA,
    KEY,
    OBSERVED,
    PLANNED,
    Host,
    answer,
    field,
    form_ready,
    running,
    saved,
    typed,
    until,
)
from tests.tui.screens_shown import shown

if TYPE_CHECKING:
    from pathlib import Path

    from explog.journal.journal import Journal

START = date(2025, 12, 15)


async def test_a_save_over_somebody_elses_newer_value_shows_both_before_it_is_done(
    tmp_path: Path,
) -> None:
    form = FormScreen("edit", KEY)
    host = Host(tmp_path / "log.db", form, IDEA)
    async with running(host) as pilot:
        await form_ready(pilot, form)

        def rename(journal: Journal) -> None:
            subject = journal.store.find(KEY)
            journal.write(subject, "set", {"title": "Theirs"})

        await host.desk.do(rename)
        one = field(pilot, "title")
        one.editor.focus()
        await pilot.press("ctrl+e", "ctrl+u")
        await typed(pilot, "Mine")
        await pilot.press("f2")
        await until(pilot, lambda: "Theirs" in shown(pilot.app))
        assert "Mine" in shown(pilot.app)
        assert (await host.experiment()).title == "Theirs"
        await saved(pilot, host)
        assert (await host.experiment()).title == "Mine"


async def test_a_frame_saved_without_starting_over_a_newer_value_is_saved_the_second_time(
    tmp_path: Path,
) -> None:
    """Seen: after the conflict nothing but a start was offered, and saving complained for ever."""
    form = FormScreen("start", KEY)
    host = Host(tmp_path / "log.db", form, PLANNED, START)
    async with running(host, (100, 40)) as pilot:
        await form_ready(pilot, form)
        form._were_shown |= {*range(len(form.asked.pages))}
        form.answers["last_day"] = "+21"
        await pilot.press("f2")
        await until(pilot, lambda: "can be saved as it is" in shown(host))

        def frame(journal: Journal) -> None:
            journal.act("frame", KEY, last_day="+14")

        await host.desk.do(frame)
        form.query_one("#instead", Button).press()
        await until(pilot, lambda: "was changed meanwhile to “29 Dec 2025”" in shown(host))
        assert "✗ “Last day” was" in shown(host)
        assert "Save without starting" in shown(host)
        form.query_one("#instead", Button).press()
        await until(pilot, lambda: bool(host.given))
        experiment = await host.experiment()
        assert experiment.cycle is not None
        assert str(experiment.cycle.last_day) == "2026-01-05"
        assert experiment.state is State.PLANNED


async def test_what_is_wrong_goes_when_the_answer_it_follows_from_changes(tmp_path: Path) -> None:
    """Seen: enter stayed for ever in a field whose complaint nothing could take away."""
    form = FormScreen("abandon", KEY, focus="way_back_status")
    async with running(Host(tmp_path / "log.db", form, ENDED), (100, 40)) as pilot:
        await form_ready(pilot, form)
        await answer(pilot, "way_back_status", "not_needed")
        await pilot.press("f2")
        await until(pilot, lambda: bool(field(pilot, "way_back_reason").problem))
        await answer(pilot, "way_back_status", "done")
        assert field(pilot, "way_back_reason").problem == ""
        assert not field(pilot, "way_back_reason").display


async def test_an_answer_that_only_the_model_refuses_is_told_beside_its_field(
    tmp_path: Path,
) -> None:
    form = FormScreen("lesson", KEY, focus="evidence")
    async with running(Host(tmp_path / "log.db", form, OBSERVED), (100, 40)) as pilot:
        await form_ready(pilot, form)
        await answer(pilot, "evidence", "9")
        form.answers["we_learned"] = "It is the noise."
        await pilot.press("f2")
        await until(pilot, lambda: "is too large" in shown(pilot.app))
        assert field(pilot, "evidence").editor.has_focus


async def test_a_person_number_is_refused_and_never_repeated(tmp_path: Path) -> None:
    form = FormScreen("note", KEY)
    host = Host(tmp_path / "log.db", form, IDEA)
    async with running(host) as pilot:
        await form_ready(pilot, form)
        await answer(pilot, "text", "about 251248" + "-" + "9996")
        await pilot.press("f2")
        await until(pilot, lambda: "CPR" in shown(pilot.app))
        assert "characters 7–17" in shown(pilot.app)
        assert not host.given


async def test_a_core_task_that_nobody_wrote_yet_is_added_to_the_workplace(tmp_path: Path) -> None:
    form = FormScreen("edit", KEY, focus="core_task")
    host = Host(tmp_path / "log.db", form, IDEA)
    async with running(host, (100, 40)) as pilot:
        await form_ready(pilot, form)
        await pilot.press("tab")
        await typed(pilot, "A calm handover")
        await saved(pilot, host)
        places = await host.desk.do(lambda journal: journal.store.documents("workplace"))
        tasks: Any = places[0]["core_tasks"]
        assert [task["text"] for task in tasks][-1] == "A calm handover"
        assert (await host.experiment()).core_task == tasks[-1]["id"]


async def test_a_field_that_is_emptied_is_emptied_in_the_log(tmp_path: Path) -> None:
    form = FormScreen("edit", KEY, focus="because")
    host = Host(tmp_path / "log.db", form, PLANNED)
    async with running(host, (100, 40)) as pilot:
        await form_ready(pilot, form)
        await pilot.press("ctrl+a", "delete")
        await saved(pilot, host)
        cycle = (await host.experiment()).cycle
        assert cycle is not None
        assert cycle.because is None


async def test_a_limit_taken_out_of_a_frame_that_was_written_down_before_is_gone(
    tmp_path: Path,
) -> None:
    form = FormScreen("frame", KEY)
    host = Host(tmp_path / "log.db", Screen(), PLANNED, START)
    async with running(host) as pilot:
        await host.desk.do(
            lambda journal: journal.act("frame", KEY, limits=["1 crew", "5 reports"])
        )
        host.push_screen(form, host.given.append)
        await form_ready(pilot, form)
        assert field(pilot, "limits").raw == "1 crew\n5 reports"
        form.answers["limits"] = "2 crew\n1 shift"
        await saved(pilot, host)
        limits = (await host.experiment()).limits
        assert sorted((limit.max, limit.unit) for limit in limits) == [(1, "shift"), (2, "crew")]


async def test_harm_that_was_answered_with_yes_leads_to_the_incident_first(tmp_path: Path) -> None:
    form = FormScreen("abandon", KEY)
    async with running(Host(tmp_path / "log.db", form, ENDED), (100, 40)) as pilot:
        await form_ready(pilot, form)
        form.answers |= {
            "result": "not_supported",
            "harm": "yes",
            "way_back_status": "done",
            "way_back_done_on": "2026-02-09",
            "we_observed": "a",
            "we_learned": "b",
            "therefore": "c",
            "theme": "technology",
            "reason": "d",
        }
        await pilot.press("f2")
        await until(pilot, lambda: "Incident …" in shown(pilot.app))
        await pilot.click("#instead")
        await until(pilot, lambda: pilot.app.screen is not form)
        assert isinstance(pilot.app.screen, FormScreen)


async def test_one_lesson_can_be_changed_without_touching_the_others(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", Screen(), ABANDONED)
    async with running(host, (100, 40)) as pilot:
        await host.desk.do(lambda journal: journal.act("lesson", KEY, we_learned="Another."))
        first = (await host.experiment()).lessons[0]
        form = FormScreen("lesson", KEY, element=first.id)
        host.push_screen(form, host.given.append)
        await form_ready(pilot, form)
        assert field(pilot, "we_learned").raw == first.we_learned
        await answer(pilot, "theme", "workflow")
        await saved(pilot, host)
        lessons = (await host.experiment()).lessons
        assert [lesson.theme for lesson in lessons] == ["workflow", None]
        assert lessons[0].we_learned == first.we_learned


async def test_the_next_cycle_is_read_aloud_and_opened_with_what_it_takes_over(
    tmp_path: Path,
) -> None:
    form = FormScreen("adapt", KEY)
    host = Host(tmp_path / "log.db", form, ENDED)
    async with running(host, (100, 40)) as pilot:
        await form_ready(pilot, form)
        checks = [one.name for one in BY_NAME["adapt"].questions if one.name.startswith("check_")]
        form.answers |= {
            "result": "not_supported",
            "harm": "no",
            "learning": "Noise.",
            "change": "A headset.",
            "prediction": "fewer corrections",
            "last_day": "+28",
            **dict.fromkeys(checks, "yes"),
        }
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(host.screen, FrameCard))
        assert "at most 2 vehicles" in shown(host)
        await pilot.press("f2")
        await until(pilot, lambda: bool(host.given))
        experiment = await host.experiment()
        assert experiment.state is State.RUNNING
        assert experiment.cycle is not None
        assert experiment.cycle.no == 2
        assert [limit.unit for limit in experiment.limits_of(experiment.cycle)] == ["vehicles"]


async def test_a_first_plan_may_name_a_core_task_that_is_new(tmp_path: Path) -> None:
    """The first plan on a workplace without core tasks refused whatever was typed there."""
    form = FormScreen("plan", KEY, focus="core_task")
    host = Host(tmp_path / "log.db", form, IDEA)
    async with running(host, (100, 40)) as pilot:
        await form_ready(pilot, form)
        await pilot.press("tab")
        await typed(pilot, "A calm handover")
        await pilot.press("f2")
        await until(pilot, lambda: "say what you believe" in shown(pilot.app))
        assert "none of the workplace" not in shown(pilot.app)
