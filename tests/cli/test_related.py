"""``explog related`` and what ``add`` and ``plan`` tell of earlier experiments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.calling import call, done

if TYPE_CHECKING:
    from pathlib import Path

PLAN = (
    "--need", "Visits are cut short", "--core-task", "1", "--belief", "they get used to it",
    "--test", "one house, four weeks", "--measure", "Visits", "--unit", "visits",
    "--criterion", "at least 3",
)  # fmt: skip

TRIED = "You may have tried this before"


def _watched(*words: str, log: Path) -> str:
    """What is printed where somebody looks."""
    return done(*words, log=log, is_terminal=True, environment={"NO_COLOR": "1"}).out


def test_an_idea_in_ones_own_words_finds_what_was_learned_and_says_why(demo: Path) -> None:
    assert done("related", "A film from the dentist", log=demo).out.splitlines()[:4] == [
        TRIED,
        "  ● AUT-03 Film from the dentist on a tablet · adopted",
        "    Control over the film matters more than its quality.",
        "    because of: dentist, film",
    ]


def test_a_key_finds_its_relatives_and_never_itself(demo: Path) -> None:
    keys = [one["key"] for one in done("related", "aut-02", "--json", log=demo).json]
    assert keys == ["AUT-03"]


def test_the_json_of_one_has_stable_names(demo: Path) -> None:
    (one,) = done("related", "AUT-02", "--json", log=demo).json
    names = ["key", "title", "outcome", "learned", "score", "matched", "known"]
    assert [*one] == names
    assert ["visits", "visits"] in one["matched"]


def test_nothing_alike_says_so_and_is_an_empty_list(demo: Path, tmp_path: Path) -> None:
    assert done("related", "zebra", log=demo).out == "Nothing in the log resembles it.\n"
    assert done("related", "zebra", "--json", log=demo).json == []
    assert done("related", "zebra", "--json", log=tmp_path / "none.db").json == []
    assert not (tmp_path / "none.db").exists()


def test_a_key_that_is_not_there_is_not_found(demo: Path) -> None:
    assert call("related", "AUT-99", log=demo).code == 3


def test_add_tells_it_after_success_where_somebody_looks(demo: Path) -> None:
    shown = _watched("add", "Dentist film at home", "-w", "AUT", log=demo)
    first, _gap, heading, *rest = shown.splitlines()
    assert first.startswith("AUT-05 is written down.")
    assert heading == TRIED
    assert "AUT-03" in rest[0]


def test_without_a_terminal_add_says_its_one_line(demo: Path) -> None:
    assert TRIED not in done("add", "Dentist film at home", "-w", "AUT", log=demo).out


def test_the_json_of_add_lists_them(demo: Path) -> None:
    record = done("add", "Dentist film at home", "-w", "AUT", "--json", log=demo).json
    assert [one["key"] for one in record["related"]][:1] == ["AUT-03"]
    assert done("add", "Zebra", "-w", "AUT", "--json", log=demo).json["related"] == []


def test_plan_tells_it_too_and_other_acts_do_not(demo: Path) -> None:
    done("add", "Dentist film at home", "-w", "AUT", log=demo)
    assert TRIED not in _watched("note", "AUT-05", "calm", log=demo)
    assert TRIED in _watched("plan", "AUT-05", *PLAN, log=demo)


def test_archived_ones_are_left_out(demo: Path) -> None:
    done("archive", "AUT-03", log=demo)
    assert "AUT-03" not in done("related", "A film from the dentist", log=demo).out


def test_one_that_it_builds_on_is_marked_as_known(demo: Path) -> None:
    done("add", "Dentist film at home", "-w", "AUT", "--derived-from", "AUT-03", log=demo)
    assert done("related", "AUT-05", "--json", log=demo).json[0]["known"] is True
    assert "adopted · builds on it" in done("related", "AUT-05", log=demo).out


@pytest.mark.parametrize("text", ['"', "c++", "*", "NEAR(", "\x1b[31m", "æ'ø", "-"])
def test_everyday_signs_are_no_language(demo: Path, text: str) -> None:
    assert call("related", "--", text, log=demo).code == 0
