"""The ranking against ``tests/data/similar_pairs.json``, which was written before it."""

from __future__ import annotations

import json
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest

from explog.domain.recall.similar import Candidate, Related, Shelf, related
from explog.domain.recall.stems import words_of

LABELLED: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "data" / "similar_pairs.json").read_text(encoding="utf-8")
)
"""A log, ideas that have a relative in it, and ideas that stand alone."""

LOG = [
    Candidate(
        one["key"],
        one["title"],
        one["belief"],
        one["need"],
        " ".join(one["technology"]),
        one["learned"],
    )
    for one in LABELLED["log"]
]
SHELF = Shelf(LOG)


def _idea(of: dict[str, str]) -> str:
    """Title and belief as one text."""
    return f"{of['title']} {of['belief']}"


def _plain(idea: str) -> list[str]:
    """The three best of SQLite's own ranking, for any of the words."""
    conn = sqlite3.connect(":memory:")
    conn.execute(
        "CREATE VIRTUAL TABLE log USING fts5 ("
        "key UNINDEXED, title, belief, need, technology, learned, tokenize = 'unicode61')"
    )
    conn.executemany("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)", [one[:6] for one in LOG])
    asked = " OR ".join(f'"{word}"' for word in words_of(idea))
    found = conn.execute("SELECT key FROM log WHERE log MATCH ? ORDER BY rank LIMIT 3", (asked,))
    keys = [key for (key,) in found.fetchall()]
    conn.close()
    return keys


def _only(found: list[Related]) -> Related:
    """The only one *found*."""
    (one,) = found
    return one


def test_the_labelled_set_is_large_and_half_of_it_in_each_language() -> None:
    languages = [pair["language"] for pair in LABELLED["pairs"]]
    assert len(LABELLED["log"]) >= 60
    assert languages.count("da") == languages.count("en") >= 24
    assert {pair["relative"] for pair in LABELLED["pairs"]} <= {one.key for one in LOG}


@pytest.mark.parametrize(("language", "at_least", "plain"), [("da", 40, 23), ("en", 42, 40)])
def test_the_true_relative_is_among_the_three_shown(
    language: str, at_least: int, plain: int
) -> None:
    pairs = [pair for pair in LABELLED["pairs"] if pair["language"] == language]
    ours = sum(
        pair["relative"] in {one.key for one in SHELF.related(_idea(pair))} for pair in pairs
    )
    theirs = sum(pair["relative"] in _plain(_idea(pair)) for pair in pairs)
    print(f"{language}: {ours} of {len(pairs)}, plain bm25 {theirs}")  # noqa: T201 - the figures
    assert ours >= at_least >= 0.9 * len(pairs)
    assert theirs == plain


def test_of_twelve_ideas_that_stand_alone_one_at_most_is_shown_something() -> None:
    shown = [one["title"] for one in LABELLED["alone"] if SHELF.related(_idea(one))]
    assert shown == ["Running club on Thursdays"]  # the school run


@pytest.mark.parametrize(
    ("idea", "title", "matched"),
    [
        ("møde", "Personalemøde", ("møde", "personalemøde")),
        ("Vogntjekliste", "Tjeklister", ("vogntjekliste", "tjeklister")),
        ("Fotografier", "Billedet", ("fotografier", "billedet")),
        ("Scanning of bags", "Scanned", ("scanning", "scanned")),
        ("Dagsplan", "Planen", ("dagsplan", "planen")),
        ("børn", "Barnet", ("børn", "barnet")),
    ],
)
def test_what_made_it_fit_is_told_in_the_words_of_both(
    idea: str, title: str, matched: tuple[str, str]
) -> None:
    found = related(idea, [Candidate("A-01", title), Candidate("A-02", "Zebra")])
    assert _only(found).matched == (matched,)


def test_two_compounds_meet_in_a_part_that_is_a_word_elsewhere() -> None:
    others = [Candidate("A-01", "Personalemøde", "kaffe")]
    others += [Candidate(f"B-{n}", "Zebra") for n in range(9)]
    assert _only(related("Årsmøde, kaffe", others)).matched == (("kaffe", "kaffe"),)
    found = related("Årsmøde, kaffe", [*others, Candidate("C-01", "Zebra", learned="Et møde")])
    assert found[0].matched == (("kaffe", "kaffe"), ("årsmøde", "personalemøde"))


@pytest.mark.parametrize(
    ("idea", "title"),
    [
        ("Handling", "Behandling"),
        ("Ring", "Overlevering"),
        ("Bil", "Billede"),
        ("Flere og bedre", "Flere og bedre"),
        ("", "Anything"),
        ("Anything", ""),
    ],
)
def test_letters_that_only_look_alike_and_empty_words_are_no_likeness(
    idea: str, title: str
) -> None:
    assert related(idea, [Candidate("A-01", title), Candidate("A-02", "Zebra")]) == []


def test_a_title_counts_more_than_a_need_and_the_best_comes_first() -> None:
    need = Candidate("A-01", "Zebra", need="Drone and ladder")
    others = [Candidate(f"B-{n}", "Zebra") for n in range(9)]
    found = related("Drone and ladder", [need, Candidate("A-02", "Ladder or drone"), *others])
    assert [one.key for one in found] == ["A-02", "A-01"]


def test_the_earlier_one_comes_first_among_equals_and_no_more_than_asked_are_shown() -> None:
    equals = [Candidate(f"A-{n}", "A drone", outcome="adopted") for n in range(5)]
    others = [Candidate(f"B-{n}", "Zebra") for n in range(500)]
    assert [one.key for one in related("drone", [*equals, *others])] == ["A-0", "A-1", "A-2"]
    assert len(related("drone", [*equals, *others], 2)) == 2


def test_a_log_without_experiments_resembles_nothing() -> None:
    assert related("Anything at all", []) == []


def test_letters_in_two_pieces_are_the_same_letters() -> None:
    found = related("A\N{COMBINING RING ABOVE}rsplan", [Candidate("A-01", "Årsplaner")])
    assert _only(found).key == "A-01"


def test_the_same_question_has_the_same_answer_in_any_process() -> None:
    ideas = [_idea(pair) for pair in LABELLED["pairs"]]
    again = Shelf(LOG)
    assert [SHELF.related(idea) for idea in ideas] == [again.related(idea) for idea in ideas]


@pytest.mark.long
def test_ten_thousand_experiments_take_moments() -> None:
    many = [one._replace(key=f"{one.key}/{n}") for n in range(140) for one in LOG]
    began = time.perf_counter()
    shelf = Shelf(many)
    ready = time.perf_counter()
    for pair in LABELLED["pairs"]:
        shelf.related(_idea(pair))
    asked = (time.perf_counter() - ready) / len(LABELLED["pairs"])
    print(f"{len(many)}: {ready - began:.3f} s to make ready, {asked:.3f} s to ask")  # noqa: T201
    assert asked < 0.5
