"""search, log, stats, reviews, review, agreements and the Overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.cli.library import StoredLibrary
from explog.cli.width import cells
from tests.cli.calling import call, done, lines

if TYPE_CHECKING:
    from pathlib import Path


def test_search_tells_the_sentence_in_which_a_word_stands(demo: Path) -> None:
    first, second, *beside = lines(done("search", "noise", log=demo))
    assert first.startswith("◇  AMB-02")
    assert second == "   Cabin noise was the problem, not dictation."
    assert beside[:2] == ["", "Meetings and agreements"]


def test_a_search_without_luck_says_so_and_json_is_an_empty_list(demo: Path) -> None:
    assert "No experiment fits" in done("search", "zebra", log=demo).out
    assert done("search", "zebra", "--json", log=demo).json == []


@pytest.mark.parametrize(
    "words",
    [
        ["search", "noise"],
        ["stats"],
        ["stats", "outcome:failed", "--json"],
        ["--json"],
        ["reviews"],
        ["review", "show", "LM-2026-01"],
        ["review", "suggest", "check_in"],
        ["review", "suggest", "retrospective", "--since", "2026-06-01"],
    ],
)
def test_what_needs_some_lines_does_not_read_them_all(
    demo: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    """In a log of a hundred thousand each of these took as long as the whole list."""
    monkeypatch.delattr(StoredLibrary, "rows")
    assert done(*words, log=demo).out


@pytest.mark.parametrize("words", ['"', "c++", "foo-bar", "*", "AND", "NEAR(", "a OR b", "æ'ø"])
def test_everyday_signs_are_words_and_never_a_language(demo: Path, words: str) -> None:
    assert call("search", words, log=demo).code == 0


def test_the_history_is_read_aloud_oldest_first(demo: Path) -> None:
    shown = lines(done("log", "AMB-02", log=demo))
    assert shown[0] == ("  3 Nov 2025   Idea: Dictating the record while driving · Station leader")
    assert "12 Feb 2026  Abandoned: Four corrections" in "\n".join(shown)


def test_the_history_of_an_agreement_can_be_read(demo: Path) -> None:
    assert "Agreement: " in done("log", "A-05", log=demo).out


def test_what_was_taken_back_stays_in_the_history(log: Path) -> None:
    done("note", "AMB-01", "calm", log=log)
    done("undo", log=log)
    told = done("log", "AMB-01", "--json", log=log).json
    assert [(one["act"], one["is_undone"]) for one in told] == [
        ("jot", False),
        ("note", True),
        ("undo", False),
    ]
    assert "taken back" in done("log", "AMB-01", log=log).out


STATS = {
    "as_of": "2026-11-16", "experiments": 20, "scaled": 4, "adopted": 3, "spreading": 2,
    "failed_safely": 4, "failed_unsafely": 2, "failed_no_net": 1, "failed_pending": 0,
    "inconclusive": 1, "worked_not_adopted": 0, "shelved": 1, "ongoing": 2, "not_started": 2,
    "retired": 0, "failed": 7, "decided": 15, "decided_with_lesson": 15,
    "median_days_to_decision": 38,
}  # fmt: skip
"""DESIGN.md 9."""


def test_the_figures_of_the_demo_are_the_documented_ones(demo: Path) -> None:
    assert done("stats", "--json", log=demo).json == STATS


def test_figures_for_people_count_in_words_that_agree(demo: Path) -> None:
    shown = done("stats", log=demo).out
    assert "▲  4 scaled" in shown
    assert "Median from start to decision: 38 days" in shown
    assert "4 skalerede" in done("stats", "--lang", "da", log=demo).out


def test_the_overview_tells_what_failed_safely_and_what_scaled(demo: Path) -> None:
    for words in ([], ["--log", str(demo)]):
        shown = done(*words, log=demo).out
        for said in (
            "explog · 16 Nov 2026 · 20 experiments",
            "agreement overdue",
            "▶ AMB-04 Video assessment with the triage doctor",
            "How it ended · 15 decided",
            "worked  ● 7",
            "failed  ◇ 4               ◈ 1                   ◆ 2",
            "Scaled · 4",
            "4 of 14",
            "What failed safely taught us",
        ):
            assert said in shown, said


@pytest.mark.parametrize("width", ["40", "60", "100"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_overview_fits_the_width(demo: Path, width: str, language: str) -> None:
    shown = lines(done("--lang", language, log=demo, environment={"COLUMNS": width}))
    assert all(cells(line) <= int(width) for line in shown)


def test_the_overview_of_no_log_is_the_first_run_and_makes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "none" / "log.db"
    assert "Nothing tried yet." in done(log=path).out
    assert "Intet prøvet endnu" in done("--lang", "da", log=path).out
    assert not path.parent.exists()


def test_a_dumb_terminal_gets_the_overview_as_plain_text(demo: Path) -> None:
    shown = done(log=demo, is_terminal=True, environment={"TERM": "dumb"}).out
    assert "Scaled · 4" in shown
    assert "\x1b" not in shown


def test_reviews_are_listed_newest_first_and_one_can_be_shown(demo: Path) -> None:
    keys = [line.split()[0] for line in lines(done("reviews", log=demo))]
    assert keys == ["LM-2026-03", "LM-2026-02", "LM-2026-01"]
    assert done("review", "list", log=demo).out == done("reviews", log=demo).out
    shown = done("review", "show", "lm-2026-01", log=demo).out
    assert "◆ LYS-03" in shown
    assert "A-01" in shown
    told = done("review", "show", "LM-2026-01", "--json", log=demo).json
    assert [one["key"] for one in told["agreements"]] == ["A-01", "A-02"]
    assert call("review", "show", "LM-1999-01", log=demo).code == 3
    assert call("review", "show", log=demo).code == 2


def test_open_agreements_are_listed_by_due_date_and_can_be_settled(demo: Path) -> None:
    first, second = lines(done("agreements", log=demo))
    assert first.startswith("!  A-05")
    assert first.endswith("overdue")
    assert second.startswith("·  A-06")
    assert len(lines(done("agreements", "--all", log=demo))) == 6
    assert call("agreements", "dropped", "A-05", log=demo).code == 1
    done("agreements", "dropped", "A-05", "--reason", "not needed", log=demo)
    done("agreements", "done", "A-06", log=demo)
    assert done("agreements", "--json", log=demo).json == []
    assert done("agreements", log=demo).out == "No open agreements.\n"
    assert call("agreements", "done", log=demo).code == 2
    assert call("agreements", "done", "A-99", log=demo).code == 3
