from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from textual.screen import Screen

from explog import locale
from explog.domain.acts import ACTS, BY_NAME
from explog.domain.vocabulary import State
from explog.errors import ConflictError, InvalidError, Problem
from explog.journal import workplaces
from explog.journal.ids import IdMaker
from explog.journal.journal import Journal
from explog.journal.ports import Clock
from explog.store.log import Log
from explog.tui.answering import sorted_out
from explog.tui.asked import MOST, Asked, asked
from explog.tui.screens.card import FrameCard
from explog.tui.screens.confirm import ConfirmScreen
from explog.tui.screens.form import FormScreen
from explog.tui.screens.jot import JotForm
from explog.tui.waiting import WAITING, is_shown, waits
from explog.tui.widgets.fields import Field
from tests.stories import CORE_TASK, ROLE, WORKPLACE
from tests.tui.fake import HOSTILE
from tests.tui.host import KEY, OTHER_TASK, Host, answer, field, play, running, toasts, typed, until
from tests.tui.screens_shown import metas, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.pilot import Pilot

IDEA, PLANNED, STARTED, OBSERVED, ENDED, ABANDONED = 1, 2, 3, 11, 12, 13
"""Chapters of the story after which the experiment is there."""

START = date(2025, 12, 15)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A journal with a workplace and nothing else."""
    with Log.open(tmp_path / "log.db") as log:
        made = Journal(log, Clock(date(2025, 12, 1)), IdMaker(), ROLE)
        workplaces.add(made, *WORKPLACE, [CORE_TASK, OTHER_TASK])
        yield made


async def opened(pilot: Pilot[None], form: FormScreen) -> FormScreen:
    """*form*, once its fields are there."""
    if not form.is_attached:
        pilot.app.push_screen(form)
    await until(pilot, lambda: bool(form.query(Field)))
    return form


async def turned(pilot: Pilot[None], form: FormScreen, key: str = "pagedown") -> None:
    """The next page of *form*."""
    before = form.query(Field).first()
    await pilot.press(key)
    await until(pilot, lambda: not before.is_attached and bool(form.query(Field)))


async def saved(pilot: Pilot[None], host: Host) -> object:
    """What the first screen gave after F2."""
    await pilot.press("f2")
    await until(pilot, lambda: bool(host.given))
    return host.given[-1]


# What is asked, without a screen


def _reach(journal: Journal, state: State) -> None:
    """Bring the story's experiment to *state*."""
    chapters = {State.IDEA: IDEA, State.SHELVED: IDEA, State.PLANNED: PLANNED, State.RUNNING: STARTED,
                State.PAUSED: STARTED, State.ABANDONED: ABANDONED}  # fmt: skip
    play(journal, chapters.get(state, ENDED))
    if state is State.SHELVED:
        journal.act("shelve", KEY, reason="not now")
    if state is State.PAUSED:
        journal.act("pause", KEY, reason="a holiday")
    if state in {State.ADOPTED, State.SCALED, State.RETIRED}:
        _adopt(journal)
    if state is State.SCALED:  # by hand: the guard asks for half a year of facts
        experiment = journal.experiment(KEY)
        step = f"transitions/{journal.ids()}"
        told: dict[str, Any] = {"act": "scale", "on": "2026-02-12", "after": experiment.life[-1].id}
        changes = {f"{step}/{name}": value for name, value in told.items()}
        journal.write(f"experiment/{experiment.id}", "scale", {step: told} if not changes else {step: told})
    if state is State.RETIRED:
        journal.act("retire", KEY, reason="replaced")


def _adopt(journal: Journal) -> None:
    """Adopt it in spite of everything."""
    journal.act(
        "adopt", KEY, result="not_supported", harm="no", we_observed="a", we_learned="b", therefore="c",
        theme="technology", operation_since="2026-02-10", operation_owner="leader", ordinary_budget="yes",
        core="the microphone", reason="we want it", override_reason="we know better",
    )  # fmt: skip


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_every_act_has_a_form_with_at_most_five_questions_a_page(journal: Journal, act: Any) -> None:
    _reach(journal, sorted(act.sources)[0] if State.RUNNING not in act.sources else State.RUNNING)
    made = asked(journal, act.name, KEY)
    assert made.pages
    for page in made.pages:
        assert 0 < sum(not waits(question) for question in page.questions) <= MOST
    needed = [page.is_needed for page in made.pages]
    assert needed == sorted(needed, reverse=True)
    names = {question.name for question in made.questions}
    assert set(made.needed) - names <= {"scale"} | {item for item in made.needed if item[0] == "C"}


def test_every_question_that_waits_is_asked_somewhere_and_so_is_the_one_it_waits_for() -> None:
    names = {question.name for act in ACTS for question in act.questions}
    assert set(WAITING) <= names
    assert {other for other, _values in WAITING.values()} <= names


def test_what_waits_is_shown_only_once_it_makes_sense(journal: Journal) -> None:
    play(journal, ENDED)
    made = asked(journal, "abandon", KEY)
    reason = next(one for one in made.questions if one.name == "result_reason")
    assert made.suggested["result"] == "not_supported"
    assert not is_shown(made, reason, {})
    assert not is_shown(made, reason, {"result": "not_supported"})
    assert is_shown(made, reason, {"result": "supported"})


def test_what_the_experiment_knows_already_is_filled_in(journal: Journal) -> None:
    play(journal, OBSERVED)
    assert asked(journal, "lesson", KEY).values["we_believed"] == "dictation completes the record sooner"
    edit = asked(journal, "edit", KEY)
    assert edit.values["title"] == "Dictating the record while driving"
    assert "belief" not in {question.name for question in edit.questions}


def test_the_next_cycle_takes_over_the_frame_but_never_the_last_day_or_the_check(
    journal: Journal,
) -> None:
    play(journal, ENDED)
    values = asked(journal, "adapt", KEY).values
    assert values["limits"] == "2 vehicles"
    assert values["stop_criteria"] == "More than 2 corrections per 10 records in a week (1 days)"
    assert values["criterion"] == "<= 9"
    assert not {"last_day", "prediction", "check_med"} & set(values)


@pytest.mark.parametrize("language", locale.LANGUAGES)
def test_what_is_filled_in_is_read_back_as_it_was(journal: Journal, language: str) -> None:
    from explog.domain.answers import answer as read

    locale.speak(language)
    play(journal, ENDED)
    made = asked(journal, "adapt", KEY)
    for question in made.questions:
        if question.name in made.values and question.kind.value not in {"core_task"}:
            assert read(question, made.values[question.name], made.today) is not None


@pytest.mark.parametrize(
    ("problem", "name"),
    [
        (Problem("How sure are you? (1–5)", "a whole number"), "evidence"),
        (Problem("lessons[0].evidence", "is too large"), "evidence"),
        (Problem("cycles[0].way_back.done_on", "is not a day"), "way_back_done_on"),
    ],
)
def test_a_problem_finds_its_question(journal: Journal, problem: Problem, name: str) -> None:
    play(journal, ENDED)
    complaint = sorted_out(asked(journal, "abandon", KEY), InvalidError([problem]))
    assert complaint.beside == {name: problem.said}


def test_a_problem_that_belongs_to_no_question_stands_below(journal: Journal) -> None:
    play(journal, ENDED)
    made = asked(journal, "abandon", KEY)
    assert sorted_out(made, InvalidError([Problem("stances[0]", "odd")])).below == ["stances[0]: odd"]
    assert sorted_out(made, ConflictError("title", "theirs", "yours")).below


# On the screen


async def test_an_act_that_cannot_happen_now_says_why_and_opens_nothing(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", FormScreen("end", KEY), PLANNED)
    async with running(host) as pilot:
        await until(pilot, lambda: bool(host.given))
        assert host.given == [None]
        assert "planned" in toasts(pilot)


async def test_everything_that_is_missing_is_said_at_once_and_the_cursor_stands_on_the_first(
    tmp_path: Path,
) -> None:
    form = FormScreen("plan", KEY)
    async with running(Host(tmp_path / "log.db", form, IDEA), (100, 40)) as pilot:
        await opened(pilot, form)
        await pilot.press("f2")
        await until(pilot, lambda: "missing or unclear" in shown(pilot.app))
        text = shown(pilot.app)
        assert "✗ say what is hard in the core task today" in text
        assert "✗ choose the core task it serves" in text
        assert "✗ say what you believe, in one sentence" in text
        assert "6 answers are missing or unclear" in text
        assert field(pilot, "need").editor.has_focus


async def test_what_cannot_be_understood_holds_the_page_until_it_is_mended(tmp_path: Path) -> None:
    form = FormScreen("start", KEY)
    async with running(Host(tmp_path / "log.db", form, PLANNED, START)) as pilot:
        await opened(pilot, form)
        await answer(pilot, "last_day", "sometime")
        await pilot.press("pagedown")
        await pilot.pause()
        assert field(pilot, "last_day").editor.has_focus
        assert "✗ Not a day" in shown(pilot.app)
        assert field(pilot, "last_day").raw == "sometime"


async def test_leaving_loses_nothing_and_the_answers_are_offered_again(tmp_path: Path) -> None:
    form = FormScreen("note", KEY)
    host = Host(tmp_path / "log.db", form, IDEA)
    async with running(host) as pilot:
        await opened(pilot, form)
        await answer(pilot, "text", "half a thou")
        await pilot.press("escape")
        await until(pilot, lambda: host.given == [None])
        assert "kept" in toasts(pilot)
        again = await opened(pilot, FormScreen("note", KEY))
        assert field(pilot, "text").raw == "half a thou"
        assert "Kept from before." in shown(pilot.app)
        await pilot.press("f2")
        await until(pilot, lambda: not again.is_attached)
        third = await opened(pilot, FormScreen("note", KEY))
        assert field(pilot, "text").raw == ""
        assert third.is_attached


async def test_what_was_kept_can_be_let_go(tmp_path: Path) -> None:
    form = FormScreen("note", KEY)
    async with running(Host(tmp_path / "log.db", form, IDEA)) as pilot:
        await opened(pilot, form)
        await answer(pilot, "text", "half a thou")
        await pilot.press("escape")
        again = await opened(pilot, FormScreen("note", KEY))
        await pilot.click("#afresh")
        await until(pilot, lambda: bool(again.query(Field)) and field(pilot, "text").raw == "")
        assert "Kept from before." not in shown(pilot.app)


async def test_enter_leads_through_the_fields_to_the_button_and_the_button_saves(
    tmp_path: Path,
) -> None:
    form = FormScreen("note", KEY)
    host = Host(tmp_path / "log.db", form, IDEA)
    async with running(host) as pilot:
        await opened(pilot, form)
        await typed(pilot, "The tablet arrived.")
        await pilot.press("enter", "enter")
        assert host.given == []
        await pilot.press("enter")
        await until(pilot, lambda: bool(host.given))
        assert [note.text for note in (await host.experiment()).notes] == ["The tablet arrived."]


async def test_the_mouse_alone_can_go_on_and_save(tmp_path: Path) -> None:
    form = FormScreen("lesson", KEY)
    host = Host(tmp_path / "log.db", form, OBSERVED)
    async with running(host, (100, 40)) as pilot:
        await opened(pilot, form)
        await answer(pilot, "we_learned", "It is the noise.")
        await pilot.click("#next")
        await until(pilot, lambda: "Optional 1 of 2" in shown(pilot.app))
        await pilot.click("#back")
        await until(pilot, lambda: "Step 1 of 1" in shown(pilot.app))
        assert field(pilot, "we_learned").raw == "It is the noise."
        await pilot.click("#save")
        await until(pilot, lambda: bool(host.given))
        assert (await host.experiment()).lessons[0].we_learned == "It is the noise."


async def test_a_save_over_somebody_elses_newer_value_shows_both_before_it_is_done(
    tmp_path: Path,
) -> None:
    form = FormScreen("edit", KEY)
    host = Host(tmp_path / "log.db", form, IDEA)
    async with running(host) as pilot:
        await opened(pilot, form)

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


async def test_an_answer_that_only_the_model_refuses_is_told_beside_its_field(tmp_path: Path) -> None:
    form = FormScreen("lesson", KEY, focus="evidence")
    async with running(Host(tmp_path / "log.db", form, OBSERVED), (100, 40)) as pilot:
        await opened(pilot, form)
        await answer(pilot, "evidence", "9")
        form.answers["we_learned"] = "It is the noise."
        await pilot.press("f2")
        await until(pilot, lambda: "is too large" in shown(pilot.app))
        assert field(pilot, "evidence").editor.has_focus


async def test_a_person_number_is_refused_and_never_repeated(tmp_path: Path) -> None:
    form = FormScreen("note", KEY)
    host = Host(tmp_path / "log.db", form, IDEA)
    async with running(host) as pilot:
        await opened(pilot, form)
        await answer(pilot, "text", "about 251248" + "-" + "9996")
        await pilot.press("f2")
        await until(pilot, lambda: "CPR" in shown(pilot.app))
        assert "characters 7–17" in shown(pilot.app)
        assert not host.given


async def test_a_core_task_that_nobody_wrote_yet_is_added_to_the_workplace(tmp_path: Path) -> None:
    form = FormScreen("edit", KEY, focus="core_task")
    host = Host(tmp_path / "log.db", form, IDEA)
    async with running(host, (100, 40)) as pilot:
        await opened(pilot, form)
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
        await opened(pilot, form)
        await pilot.press("ctrl+a", "ctrl+k")
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
        await host.desk.do(lambda journal: journal.act("frame", KEY, limits=["1 crew", "5 reports"]))
        host.push_screen(form, host.given.append)
        await opened(pilot, form)
        assert field(pilot, "limits").raw == "1 crew\n5 reports"
        form.answers["limits"] = "2 crew\n1 shift"
        await saved(pilot, host)
        limits = (await host.experiment()).limits
        assert sorted((limit.max, limit.unit) for limit in limits) == [(1, "shift"), (2, "crew")]


async def test_harm_that_was_answered_with_yes_leads_to_the_incident_first(tmp_path: Path) -> None:
    form = FormScreen("abandon", KEY)
    async with running(Host(tmp_path / "log.db", form, ENDED), (100, 40)) as pilot:
        await opened(pilot, form)
        form.answers |= {
            "result": "not_supported", "harm": "yes", "way_back_status": "done",
            "way_back_done_on": "2026-02-09", "we_observed": "a", "we_learned": "b", "therefore": "c",
            "theme": "technology", "reason": "d",
        }  # fmt: skip
        await pilot.press("f2")
        await until(pilot, lambda: "Incident …" in shown(pilot.app))
        await pilot.click("#instead")
        await until(pilot, lambda: "Incident" in shown(pilot.app).splitlines()[0] or isinstance(pilot.app.screen, FormScreen) and pilot.app.screen is not form)
        assert pilot.app.screen is not form


async def test_one_lesson_can_be_changed_without_touching_the_others(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", Screen(), ABANDONED)
    async with running(host, (100, 40)) as pilot:
        await host.desk.do(lambda journal: journal.act("lesson", KEY, we_learned="Another."))
        first = (await host.experiment()).lessons[0]
        form = FormScreen("lesson", KEY, element=first.id)
        host.push_screen(form, host.given.append)
        await opened(pilot, form)
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
        await opened(pilot, form)
        checks = [one.name for one in BY_NAME["adapt"].questions if one.name.startswith("check_")]
        form.answers |= {
            "result": "not_supported", "harm": "no", "learning": "Noise.", "change": "A headset.",
            "prediction": "fewer corrections", "last_day": "+28", **dict.fromkeys(checks, "yes"),
        }  # fmt: skip
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


# Hostile words and small places


@pytest.mark.parametrize("title", HOSTILE[:2])
async def test_hostile_titles_are_shown_as_they_are(tmp_path: Path, title: str) -> None:
    host = Host(tmp_path / "log.db", Screen(), 0)
    async with running(host) as pilot:
        await host.desk.do(lambda journal: journal.jot(title, need=title))
        form = await opened(pilot, FormScreen("plan", KEY))
        assert title in shown(host)
        assert not any("@click" in meta for meta in metas(host))
        assert form.is_attached


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (140, 50)])
@pytest.mark.parametrize("name", ["plan", "edit", "lesson"])
async def test_a_form_stands_any_size(tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    form = FormScreen(name, KEY)
    async with running(Host(tmp_path / "log.db", form, IDEA), size) as pilot:
        await opened(pilot, form)
        await pilot.press("f2", "tab", "tab", "pageup")
        await pilot.pause()
        assert form.is_attached or name == "edit"


async def test_the_fields_speak_danish(tmp_path: Path) -> None:
    locale.speak("da")
    form = FormScreen("plan", KEY)
    async with running(Host(tmp_path / "log.db", form, IDEA), (80, 40)) as pilot:
        await opened(pilot, form)
        assert "Vi tror, at …" in shown(pilot.app)


# Jotting and confirming


async def test_a_title_and_enter_catch_an_idea(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", JotForm())
    async with running(host) as pilot:
        await until(pilot, lambda: bool(host.screen.query(Field)))
        await typed(pilot, "Ring before the visit")
        await pilot.press("enter")
        await until(pilot, lambda: bool(host.given))
        assert (await host.experiment()).title == "Ring before the visit"


async def test_an_idea_needs_a_title(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", JotForm())
    async with running(host) as pilot:
        await until(pilot, lambda: bool(host.screen.query(Field)))
        await pilot.press("f2")
        await pilot.pause()
        assert "✗ please answer this" in shown(host)
        assert not host.given


async def test_where_there_are_several_workplaces_one_is_chosen(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", Screen())
    async with running(host) as pilot:
        await host.desk.do(lambda journal: workplaces.add(journal, "BS", "Citizen service"))
        host.push_screen(JotForm(), host.given.append)
        await until(pilot, lambda: bool(host.screen.query(Field)))
        await typed(pilot, "Ring before the visit")
        await pilot.press("enter", "right", "right", "enter")
        await pilot.press("f2")
        await until(pilot, lambda: bool(host.given))
        titles = await host.desk.do(lambda journal: journal.experiment("BS-01").title)
        assert titles == "Ring before the visit"


async def test_a_half_written_idea_waits_for_the_next_time(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", JotForm())
    async with running(host) as pilot:
        await until(pilot, lambda: bool(host.screen.query(Field)))
        await typed(pilot, "Ring bef")
        await pilot.press("escape")
        host.push_screen(JotForm())
        await until(pilot, lambda: bool(host.screen.query(Field)))
        assert field(pilot, "title").raw == "Ring bef"


@pytest.mark.parametrize(
    ("keys", "given"), [(["enter"], False), (["right", "enter"], True), (["escape"], False)]
)
async def test_a_question_is_answered_with_yes_only_on_purpose(
    tmp_path: Path, keys: list[str], given: bool
) -> None:
    host = Host(tmp_path / "log.db", ConfirmScreen("Really? [/]", "Yes", "No"))
    async with running(host) as pilot:
        assert "Really? [/]" in shown(host)
        await pilot.press(*keys)
        await until(pilot, lambda: bool(host.given))
        assert host.given == [given]
