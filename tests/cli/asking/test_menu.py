"""``explog`` alone in lines: the menu, the list, one experiment, a new one, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.asking import menu
from explog.cli.asking.listed import Experiments, Pressing
from explog.cli.asking.voice import hear
from explog.cli.library import StoredLibrary
from explog.cli.session import Session
from explog.domain.lists.overview import overview
from explog.settings import Settings
from tests.cli.asking.test_prompts import said
from tests.cli.calling import done, lines
from tests.demo_log import TODAY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pytest

    from explog.domain.record.rows import ExperimentRow


def test_the_menu_is_numbered_lines(log: Path) -> None:
    heard = lines(said(log, typed=("6",)))
    assert heard == [
        "1. What needs attention: 0 things",
        "2. List: 1 experiment",
        "3. Open an experiment",
        "4. Write down a new experiment",
        "5. Take back the last thing you did",
        "6. Quit",
        "Type a number, or the key of an experiment.",
        "Goodbye.",
    ]


def test_a_new_log_is_begun_with_its_workplace_and_its_first_idea(tmp_path: Path) -> None:
    log = tmp_path / "log.db"
    typed = ("4", "Station East", "AMB", "Safe help", "", "", "A shorter handover", "", "")
    heard = lines(said(log, typed=typed))
    assert "AMB is written down." in heard
    assert "AMB-01 is written down." in heard
    assert done("list", "--json", log=log).json[0]["title"] == "A shorter handover"


def test_who_leaves_before_the_workplace_leaves_nothing_behind(tmp_path: Path) -> None:
    log = tmp_path / "log.db"
    said(log, typed=("4", "Station East", ".", "6"))
    assert not log.exists()


def test_a_title_that_is_too_long_is_told_beside_its_question(log: Path) -> None:
    heard = lines(said(log, "add", typed=("x" * 99, "Short", "", "")))
    assert "at most 80 characters fit; these are 99" in heard
    assert "AMB-02 is written down." in heard


def test_add_asks_for_the_title_that_was_not_given(log: Path) -> None:
    heard = lines(said(log, "add", "--need", "slow", typed=("Two", "", "")))
    assert (
        "1 of 1. What will you try? (One line, as you would say it at the morning meeting.)"
        in heard
    )
    assert done("show", "AMB-02", "--json", log=log).json["need"] == "slow"


def test_the_list_opens_an_experiment_by_its_number(log: Path) -> None:
    heard = lines(said(log, typed=("2", "1", "b", "6")))
    assert "1. AMB-01, One small thing, idea" in heard
    assert "State: idea" in heard
    assert "3. Plan: Say what you believe, how you test it and what you measure." in heard


def test_an_experiment_opens_by_its_key_or_else_what_is_wrong_is_said(log: Path) -> None:
    heard = lines(said(log, typed=("3", "AMB-09", "3", "amb-1", "2", "b", "6")))
    assert "There is no AMB-09 in this log. Did you mean AMB-01?" in heard
    assert "12 Oct 2026: Idea: One small thing" in heard


def test_a_long_list_comes_a_screenful_at_a_time(demo: Path) -> None:
    done("add", "One more", "-w", "AMB", log=demo)
    heard = lines(said(demo, typed=("2", "", "", "6")))
    assert sum("A number or a key opens it" in line for line in heard) == 2
    assert any(line.startswith("21. ") for line in heard)


def test_what_needs_attention_comes_most_pressing_first_and_opens(demo: Path) -> None:
    heard = lines(said(demo, typed=("1", "2", "b", "6")))
    second = next(line for line in heard[7:] if line.startswith("2. "))
    key = second.split(": ")[1].split(",")[0]
    assert any(line.startswith(f"{key}, ") for line in heard)


def test_the_menu_reads_only_the_lines_it_says(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a log of thousands each step of the menu read every experiment."""
    wanted: list[int] = []
    read = StoredLibrary.rows_of

    def seen(library: StoredLibrary, ids: Sequence[str]) -> list[ExperimentRow]:
        wanted.append(len(ids))
        return read(library, ids)

    monkeypatch.setattr(StoredLibrary, "rows_of", seen)
    monkeypatch.delattr(StoredLibrary, "rows")
    for number in range(5):
        done("add", f"One more {number}", "-w", "AMB", log=demo)
    said(demo, typed=("1", "", "2", "", "25", "b", "6"))
    assert wanted == [20, 5]


def test_a_number_opens_the_line_that_was_said_with_it(
    demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen: a colleague closed the first one meanwhile, and 2 opened what had been 3."""

    def hear_later() -> str:
        typed = hear()
        if typed == "2":
            key = done("agreements", "--json", log=demo).json[0]["key"]
            done("agreements", "done", key, log=demo)
        return typed

    heard = lines(said(demo, typed=("1", "6")))
    second = next(line for line in heard[7:] if line.startswith("2. "))
    monkeypatch.setattr(menu, "hear", hear_later)
    later = lines(said(demo, typed=("1", "2", "b", "6")))
    key = second.split(": ")[1].split(",")[0]
    assert any(line.startswith(f"{key}, ") for line in later)


def test_its_lists_are_those_of_all_rows(demo: Path) -> None:
    session = Session(Settings({}))
    session.log, session.as_of = str(demo), TODAY.isoformat()
    library = StoredLibrary(demo, TODAY)
    rows, today = library.rows(), TODAY.isoformat()
    page = overview(rows, library.agreements(), today)
    pressing, every = Pressing(session), Experiments(session)
    assert [key for _line, key in pressing.lines(0, pressing.count)] == [
        item.key for item in page.attention
    ]
    assert [key for _line, key in every.lines(0, every.count)] == [row.key for row in rows]
    assert pressing.agreements == {
        item.key for item in page.attention if item.code.value.startswith("agreement_")
    }
    library.close()


def test_an_agreement_that_needs_attention_is_closed_with_a_yes(demo: Path) -> None:
    late = done("agreements", "--json", log=demo).json
    said(demo, typed=("1", "1", "no", "6"))
    assert done("agreements", "--json", log=demo).json == late
    heard = lines(said(demo, typed=("1", "1", "yes", "6")))
    assert "Is the agreement done? yes or no" in heard
    assert len(done("agreements", "--json", log=demo).json) == len(late) - 1


def test_everything_about_an_experiment_is_said_line_by_line(demo: Path) -> None:
    heard = lines(said(demo, typed=("AMB-02", "1", "b", "6")))
    assert any(line.startswith("We believe that … ") for line in heard)
    assert any(line.startswith("S1 ") for line in heard)
    assert any(line.startswith("Lesson: ") for line in heard)


def test_an_act_that_was_left_is_offered_again_in_the_same_session(log: Path) -> None:
    typed = ("AMB-01", "3", "It is slow", ".", "3", "yes", "", ".", "3", "no", ".", "b", "6")
    heard = lines(said(log, typed=typed))
    offered = "You began this before, and what you typed is kept. Go on with it? yes or no"
    assert heard.count(offered) == 2
    assert sum(line.endswith("[It is slow]") for line in heard) == 1


def test_undo_asks_once_and_says_what_it_took_back(log: Path) -> None:
    done("note", "AMB-01", "calm", log=log)
    said(log, typed=("5", "no", "6"))
    assert len(done("show", "AMB-01", "--json", log=log).json["notes"]) == 1
    said(log, typed=("5", "yes", "6"))
    assert done("show", "AMB-01", "--json", log=log).json["notes"] == []
