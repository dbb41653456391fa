"""set, undo, archive and workplace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.calling import call, done, lines

if TYPE_CHECKING:
    from pathlib import Path


def test_several_fields_are_set_at_once_or_none(log: Path) -> None:
    shown = done("set", "AMB-01", "need=It is slow", "tags=a, b", log=log).out
    assert shown.startswith(
        "Changed in AMB-01: What is hard in the core task today? → It is slow; "
    )
    refused = call("set", "AMB-01", "need=Other", "novelty=odd", log=log)
    assert refused.code == 4
    record = done("show", "AMB-01", "--json", log=log).json
    assert (record["need"], record["tags"]) == ("It is slow", ["a", "b"])


def test_an_empty_value_clears_and_a_value_may_hold_an_equals_sign(log: Path) -> None:
    done("set", "AMB-01", "need=a = b", log=log)
    assert done("show", "AMB-01", "--json", log=log).json["need"] == "a = b"
    assert done("set", "AMB-01", "need=", "--json", log=log).json["need"] is None


def test_a_field_of_a_lesson_is_set_by_its_number(log: Path) -> None:
    done("lesson", "AMB-01", "Noise matters", log=log)
    record = done("set", "AMB-01", "lessons/1/theme=technology", "--json", log=log).json
    assert record["lessons"][0]["theme"] == "technology"


def test_a_field_that_is_not_there_is_wrong_usage(log: Path) -> None:
    for field in ("colour=red", "need", "lessons/9/theme=x"):
        assert call("set", "AMB-01", field, log=log).code == 2


def test_undo_takes_back_one_act_after_the_other_and_says_which(log: Path) -> None:
    done("note", "AMB-01", "calm", log=log)
    assert done("undo", log=log).out == "Undone: Note · AMB-01\n"
    assert done("undo", "--json", log=log).json["undone"] == "jot"
    assert done("list", "--json", log=log).json == []


def test_where_nothing_can_be_undone_it_says_so(tmp_path: Path) -> None:
    refused = call("undo", log=tmp_path / "none.db")
    assert refused.code == 1
    assert refused.err == "There is nothing to undo.\n"
    assert not (tmp_path / "none.db").exists()


def test_archiving_says_how_to_bring_it_back(log: Path) -> None:
    shown = done("archive", "AMB-01", log=log).out
    assert "explog archive AMB-01 --back" in shown
    assert done("list", "--json", log=log).json == []
    done("archive", "AMB-01", "--back", log=log)
    assert len(done("list", "--json", log=log).json) == 1


def test_a_workplace_is_made_shown_renamed_and_given_core_tasks(log: Path) -> None:
    done("workplace", "lys", "Light", "--core-task", "Safe roads", log=log)
    assert lines(done("workplace", "LYS", log=log)) == ["LYS  Light", "  1 Safe roads"]
    done("workplace", "LYS", "Street light", "--core-task", "Quick repair", log=log)
    assert lines(done("workplace", "LYS", log=log)) == [
        "LYS  Street light",
        "  1 Safe roads",
        "  2 Quick repair",
    ]
    assert [one["key"] for one in done("workplace", "--json", log=log).json] == ["AMB", "LYS"]


def test_a_workplace_that_is_not_there_is_not_made_without_a_name(log: Path) -> None:
    assert call("workplace", "XYZ", log=log).code == 3
    assert call("workplace", "XYZ", "--core-task", "x", log=log).code == 3
    assert call("workplace", "X1", "Name", log=log).code == 4


def test_without_a_workplace_the_way_to_one_is_said(tmp_path: Path) -> None:
    shown = done("workplace", log=tmp_path / "none.db").out
    assert "explog workplace AMB" in shown


def test_a_second_value_of_a_day_says_that_it_replaces_the_first(demo: Path) -> None:
    """It was replaced without a word."""
    day = ("--date", "2026-11-16")
    first = done("observe", "AMB-04", "28", *day, log=demo)
    second = done("observe", "AMB-04", "31", *day, log=demo)
    assert "replaces" not in first.out
    assert "It replaces the value of that day." in second.out
