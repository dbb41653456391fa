from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.containers import Vertical
from textual.screen import Screen

from explog import locale
from explog.domain.acts.catalogue import ACTS
from explog.domain.acts.questions import Answer, Question, choice, choices, line, text
from explog.domain.naming.vocabulary import FrameAnswer, Initiator, LimitKind, TimeUnit
from explog.tui.heard import heard, told_limit, told_stop, written
from explog.tui.widgets.editors import cleaned
from explog.tui.widgets.fields import Field
from explog.tui.widgets.picker import Picker, lay
from tests.tui.host import Host, field, running, typed
from tests.tui.screens_shown import metas, shown

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

TODAY = date(2026, 9, 14)
LAST_DAY = Question("last_day", "Last day", "", kind=Answer.DAY)
DUE = Question("due", "By when?", "", kind=Answer.DAY)
OBSERVED_ON = Question("date", "Day", "", "observations/{observation}/date", Answer.DAY)
MEETING_ON = Question("date", "When is it?", "", "", Answer.DAY)
CRITERION = Question("criterion", "Right if", "", kind=Answer.CRITERION)
LIMITS = Question("limits", "At most", "", kind=Answer.LIMITS)
STOPS = Question("stop_criteria", "Stop if", "", kind=Answer.STOPS)
YES_NO = Question("told", "Are they told?", "", kind=Answer.YES_NO)
CHECK = choice("check", "", FrameAnswer, "Can you?", "")
WHO = choices("who", "", Initiator, "Who?", "")
NAME = line("name", "", 20, "Name", "")
STORY = text("story", "", 40, "What happened?", "One line.")


class Page(Screen[None]):
    """Some fields below each other."""

    def __init__(self, *fields: Field) -> None:
        super().__init__()
        self._fields = fields

    def compose(self) -> ComposeResult:
        with Vertical():
            yield from self._fields


@pytest.mark.parametrize(
    ("question", "raw", "said"),
    [
        (LAST_DAY, "12/10", "Mon 12 Oct 2026 · week 42 · in 28 days"),
        (LAST_DAY, "i dag", "Mon 14 Sep 2026 · week 38 · today"),
        (LAST_DAY, "-1", "Sun 13 Sep 2026 · week 37 · 1 day ago"),
        (CRITERION, ">= 62,5", "at least 62.5"),
        (LIMITS, "1 crew\noutage: 10 minutes", "at most 1 crew\nat most 10 minutes (outage)"),
        (STOPS, "two errors (3 days)", "two errors → react within 3 working days"),
        (STOPS, "two errors (same day)", "two errors → react the same day"),
        (Question("n", "", "", kind=Answer.NUMBER), "1250,5", "1,250.5"),
        (Question("n", "", "", kind=Answer.NUMBER), "12", ""),
        (NAME, "anything", ""),
    ],
)
def test_what_was_understood_is_said(question: Question, raw: str, said: str) -> None:
    assert heard(question, raw, TODAY).said == said


def test_what_was_understood_is_said_in_danish() -> None:
    locale.speak("da")
    assert heard(LAST_DAY, "12/10", TODAY).said.startswith("man. 12. okt. 2026 · uge 42")


@pytest.mark.parametrize(
    ("question", "raw", "doubt"),
    [
        (LAST_DAY, "12/10", ""),
        (LAST_DAY, "-1", "This day has passed already."),
        (LAST_DAY, "1/12/2028", "This is more than a year away; 4 to 12 weeks is usual."),
        (DUE, "1/12/2028", "This is more than a year away."),
        (DUE, "i går", "This day has passed already."),
        (OBSERVED_ON, "+3", "This day lies in the future."),
        (OBSERVED_ON, "-3", ""),
        (MEETING_ON, "+3", ""),
        (LAST_DAY, "next friday", "Read as 25 Sep 2026, not as 18 Sep 2026."),
        (LAST_DAY, "friday", ""),
    ],
)
def test_what_is_strange_about_a_day_is_said_at_once(
    question: Question, raw: str, doubt: str
) -> None:
    """A last day that had passed was complained about only at the end of the form."""
    assert heard(question, raw, TODAY).doubt == doubt


def test_a_weekday_is_the_next_one_for_a_day_to_come_and_the_last_one_for_what_happened() -> None:
    assert heard(LAST_DAY, "friday", TODAY).said.startswith("Fri 18 Sep 2026")
    assert heard(OBSERVED_ON, "fredag", TODAY).said.startswith("Fri 11 Sep 2026")


@pytest.mark.parametrize("raw", ["", "  "])
def test_an_empty_answer_is_no_problem(raw: str) -> None:
    assert heard(LAST_DAY, raw, TODAY).problem == ""


def test_what_cannot_be_understood_says_what_to_write() -> None:
    assert "12/10" in heard(LAST_DAY, "sometime", TODAY).problem


def test_a_person_number_is_refused_without_repeating_it() -> None:
    number = "251248" + "-" + "9996"
    problem = heard(STORY, f"patient {number}", TODAY).problem
    assert "CPR" in problem
    assert number not in problem


@pytest.mark.parametrize(
    ("value", "raw"),
    [(None, ""), (True, "yes"), (12.5, "12.5"), (["a", "b"], "a, b"), (FrameAnswer.NO, "no")],
)
def test_a_value_is_written_as_a_person_would_type_it(value: object, raw: str) -> None:
    assert written(value) == raw


@pytest.mark.parametrize("language", locale.LANGUAGES)
def test_what_is_written_is_read_back_as_it_was(language: str) -> None:
    locale.speak(language)
    number = Question("n", "", "", kind=Answer.NUMBER)
    for value in (0.125, 1250, 1250.5, -3):
        assert heard(number, written(value), TODAY).problem == ""
    assert heard(LAST_DAY, written(date(2026, 10, 12)), TODAY).problem == ""


def test_a_limit_says_its_kind_unless_it_counts_places() -> None:
    assert told_limit(LimitKind.PLACES, 1, "crew") == "at most 1 crew"
    assert told_limit(LimitKind.MONEY, 500, "kr") == "at most 500 kr (money)"


def test_a_reaction_time_agrees_with_its_number() -> None:
    assert told_stop("x", 1, TimeUnit.HOURS).endswith("within 1 hour")
    assert told_stop("x", 2, TimeUnit.HOURS).endswith("within 2 hours")


@pytest.mark.parametrize(
    ("pasted", "is_line", "kept", "count"),
    [
        ("one\ntwo", True, "one two", 0),
        ("one\r\ntwo", False, "one\ntwo", 0),
        ("\x1b]52;c;x\x07hej", True, "]52;c;xhej", 2),
        ("a\u202eb\u200b", False, "ab", 1),
        ("trailing\n", True, "trailing", 0),
    ],
)
def test_pasted_text_loses_only_what_cannot_be_shown(
    pasted: str, is_line: bool, kept: str, count: int
) -> None:
    assert cleaned(pasted, is_line=is_line) == (kept, count)


def test_short_answers_stand_side_by_side_and_long_ones_below_each_other() -> None:
    assert [one.line for one in lay(["yes", "no", "not relevant"], 60)] == [0, 0, 0]
    assert [one.line for one in lay(["yes", "no", "not relevant"], 20)] == [0, 1, 2]
    assert [one.line for one in lay(["short", "a long one " * 5], 40)] == [0, 1]


async def test_nothing_is_picked_by_passing_through(tmp_path: Path) -> None:
    page = Page(Field(CHECK, TODAY), Field(NAME, TODAY))
    async with running(Host(tmp_path / "log.db", page)) as pilot:
        field(pilot, "check").editor.focus()
        await pilot.press("enter", "down", "tab")
        assert field(pilot, "check").raw == ""


@pytest.mark.parametrize(
    ("keys", "picked"),
    [
        (["right"], "yes"),
        (["right", "right", "enter"], "no"),
        (["space"], "yes"),
        (["n"], "no"),
        (["n", "n"], "not_relevant"),
        (["y", "delete"], ""),
        (["y", "space"], "yes"),
        (["left", "space"], "yes"),
    ],
)
async def test_keys_pick_one_answer(tmp_path: Path, keys: list[str], picked: str) -> None:
    async with running(Host(tmp_path / "log.db", Page(Field(CHECK, TODAY)))) as pilot:
        field(pilot, "check").editor.focus()
        await pilot.press(*keys)
        assert field(pilot, "check").raw == picked


async def test_the_mouse_picks_and_takes_back(tmp_path: Path) -> None:
    async with running(Host(tmp_path / "log.db", Page(Field(CHECK, TODAY)))) as pilot:
        await pilot.click(Picker, offset=(9, 0))
        assert field(pilot, "check").raw == "no"
        await pilot.click(Picker, offset=(9, 0))
        assert field(pilot, "check").raw == ""


async def test_several_answers_keep_the_order_they_are_offered_in(tmp_path: Path) -> None:
    async with running(Host(tmp_path / "log.db", Page(Field(WHO, TODAY)))) as pilot:
        field(pilot, "who").editor.focus()
        await pilot.press("right", "right", "space", "left", "space")
        assert field(pilot, "who").raw == "employees, management"


async def test_a_yes_or_no_speaks_the_language_in_force_and_keeps_its_value(tmp_path: Path) -> None:
    locale.speak("da")
    async with running(Host(tmp_path / "log.db", Page(Field(YES_NO, TODAY)))) as pilot:
        field(pilot, "told").editor.focus()
        await pilot.press("j")
        assert field(pilot, "told").raw == "yes"


async def test_a_word_that_begins_no_answer_picks_nothing(tmp_path: Path) -> None:
    """A word typed in a choice field picked an answer by each of its letters."""
    async with running(Host(tmp_path / "log.db", Page(Field(YES_NO, TODAY)))) as pilot:
        field(pilot, "told").editor.focus()
        await pilot.press(*"nurse", "space", *"yes")
        assert field(pilot, "told").raw == ""


async def test_one_key_selects_all_and_undo_takes_back_a_paste(tmp_path: Path) -> None:
    async with running(Host(tmp_path / "log.db", Page(Field(NAME, TODAY)))) as pilot:
        one = field(pilot, "name")
        one.editor.focus()
        await typed(pilot, "x" * 3000)
        await pilot.press("ctrl+z")
        assert one.raw == ""
        await typed(pilot, "x" * 3000)
        await pilot.press("ctrl+a", "y")
        assert one.raw == "y"


async def test_a_problem_is_said_when_the_field_is_left_and_not_while_it_is_typed(
    tmp_path: Path,
) -> None:
    page = Page(Field(LAST_DAY, TODAY), Field(NAME, TODAY))
    async with running(Host(tmp_path / "log.db", page)) as pilot:
        field(pilot, "last_day").editor.focus()
        await pilot.press("1", "2", "x")
        assert "✗" not in shown(pilot.app)
        await pilot.press("tab")
        await pilot.pause()
        assert "✗ Not a day." in shown(pilot.app)


async def test_enter_makes_lines_in_a_list_and_goes_on_from_an_empty_one(tmp_path: Path) -> None:
    page = Page(Field(LIMITS, TODAY), Field(NAME, TODAY))
    async with running(Host(tmp_path / "log.db", page)) as pilot:
        field(pilot, "limits").editor.focus()
        await typed(pilot, "1 crew")
        await pilot.press("enter")
        await typed(pilot, "outage: 10 minutes")
        await pilot.press("enter", "enter")
        assert field(pilot, "limits").raw == "1 crew\noutage: 10 minutes"


async def test_enter_in_a_sentence_goes_on_instead_of_making_a_line(tmp_path: Path) -> None:
    moved: list[int] = []

    class Told(Page):
        def on_field_moved(self, event: Field.Moved) -> None:
            moved.append(event.step)

    async with running(Host(tmp_path / "log.db", Told(Field(STORY, TODAY)))) as pilot:
        field(pilot, "story").editor.focus()
        await typed(pilot, "One sentence")
        await pilot.press("enter", "down", "up")
        await pilot.pause()
        assert field(pilot, "story").raw == "One sentence"
        assert moved == [1, 1, -1]


async def test_too_long_an_answer_is_kept_and_counted(tmp_path: Path) -> None:
    page = Page(Field(STORY, TODAY), Field(NAME, TODAY))
    async with running(Host(tmp_path / "log.db", page)) as pilot:
        field(pilot, "story").editor.focus()
        await typed(pilot, "word " * 10)
        await pilot.press("tab")
        await pilot.pause()
        assert "at most 40" in shown(pilot.app)
        assert field(pilot, "story").raw == ("word " * 10).strip()
        field(pilot, "story").editor.focus()
        await pilot.press(*["backspace"] * 14)
        assert "36/40" in shown(pilot.app)


async def test_what_a_terminal_would_obey_is_left_out_and_said(tmp_path: Path) -> None:
    async with running(Host(tmp_path / "log.db", Page(Field(NAME, TODAY)))) as pilot:
        field(pilot, "name").editor.focus()
        await typed(pilot, "\x1b]52;c;x\x07hej")
        assert field(pilot, "name").raw == "]52;c;xhej"
        assert "2 characters that cannot be shown were left out" in shown(pilot.app)


async def test_another_core_task_can_be_written_where_there_is_a_list(tmp_path: Path) -> None:
    task = Question("core_task", "Which core task?", "", kind=Answer.CORE_TASK)
    offered = [("id-1", "Safe handover")]
    page = Page(Field(task, TODAY, "id-1", offered=offered))
    async with running(Host(tmp_path / "log.db", page)) as pilot:
        one = field(pilot, "core_task")
        assert one.raw == "id-1"
        one.editor.focus()
        await pilot.press("tab")
        await typed(pilot, "Prompt help")
        assert one.raw == "Prompt help"
        await pilot.press("up", "space")
        assert one.raw == "id-1"


async def test_letters_on_a_list_of_core_tasks_become_another_one(tmp_path: Path) -> None:
    """A core task typed while the list had the cursor was lost without a word."""
    task = Question("core_task", "Which core task?", "", kind=Answer.CORE_TASK)
    page = Page(Field(task, TODAY, offered=[("id-1", "Safe handover")]))
    async with running(Host(tmp_path / "log.db", page)) as pilot:
        one = field(pilot, "core_task")
        one.editor.focus()
        await pilot.press(*"Sound")
        assert one.raw == "Sound"
        assert one.typed == "Sound"


async def test_letters_that_begin_no_answer_are_said(tmp_path: Path) -> None:
    async with running(Host(tmp_path / "log.db", Page(Field(CHECK, TODAY)))) as pilot:
        field(pilot, "check").editor.focus()
        await pilot.press("x")
        await pilot.pause()
        assert "No answer begins with “x”." in shown(pilot.app)
        await pilot.press("right")
        await pilot.pause()
        assert "No answer" not in shown(pilot.app)


@pytest.mark.parametrize("hostile", ["[/]", "[@click=app.quit]x[/]", "\x1b]52;c;aGk=\x07"])
async def test_hostile_words_are_shown_as_they_are(tmp_path: Path, hostile: str) -> None:
    asked = Question("x", hostile, hostile, kind=Answer.CORE_TASK)
    one = Field(asked, TODAY, offered=[("1", hostile)], hint=hostile)
    async with running(Host(tmp_path / "log.db", Page(one))) as pilot:
        one.complain(hostile)
        await pilot.pause()
        text = shown(pilot.app)
        assert hostile.replace("\x1b", "\ufffd").replace("\x07", "\ufffd") in text
        assert not any("@click" in meta for meta in metas(pilot.app))


def test_every_question_of_every_act_can_be_made_a_field() -> None:
    for act in ACTS:
        for question in act.questions:
            assert Field(question, TODAY).raw == ""
