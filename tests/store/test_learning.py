"""All lessons in one query, as the demo has them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from explog.cli.library import StoredLibrary
from explog.domain.query.query import parse
from explog.exchange import demo
from explog.store import learning
from explog.store.log import Log

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The English demo."""
    path = tmp_path_factory.mktemp("learning") / "demo.db"
    demo.create(path, "en", demo.AS_OF, Log.open)
    return path


def test_every_lesson_of_the_document_is_there_with_its_own_words(log: Path) -> None:
    document = json.loads(demo.document("en"))
    told = {
        lesson["id"]: (each["key"], number, lesson["we_learned"], lesson.get("theme"))
        for each in document["experiments"]
        for number, lesson in enumerate(each.get("lessons", ()), 1)
    }
    with Log.open(log) as opened:
        found = learning.lessons(opened.conn)
    assert {one.id: (one.key, one.no, one.we_learned, one.theme) for one in found} == told
    assert [one.made_on or "" for one in found] == sorted(
        (one.made_on or "" for one in found), reverse=True
    )


def test_a_lesson_names_the_experiments_that_build_on_it(log: Path) -> None:
    with Log.open(log) as opened:
        found = {one.ref: one for one in learning.lessons(opened.conn)}
    assert found["AUT-02/1"].used_by == ("AUT-03",)
    assert found["AUT-02/1"].core_task == "Citizens with autism master their everyday life"


def test_lessons_of_archived_experiments_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    demo.create(path, "en", demo.AS_OF, Log.open)
    with Log.open(path) as opened:
        before = {one.ref for one in learning.lessons(opened.conn)}
        from tests.exchange.making import journal

        keeper = journal(opened, demo.AS_OF)
        keeper.archive("AUT-03")
        after = {one.ref: one for one in learning.lessons(opened.conn)}
    assert before - {*after} == {"AUT-03/1"}
    assert after["AUT-02/1"].used_by == ()


@pytest.mark.parametrize("typed", ["outcome:failed", "light", "light has:lesson -board"])
def test_a_fresh_reader_finds_what_one_that_has_read_them_all_finds(log: Path, typed: str) -> None:
    query = parse(typed, demo.AS_OF)
    fresh, known = StoredLibrary(log, demo.AS_OF), StoredLibrary(log, demo.AS_OF)
    every = known.lessons()
    assert known.lessons(query) == fresh.lessons(query) != every
    assert fresh.lessons(query)
    assert fresh.lessons() == every
    fresh.close()
    known.close()


def test_the_lessons_of_one_experiment_are_read_alone(log: Path) -> None:
    library = StoredLibrary(log, demo.AS_OF)
    every = library.lessons()
    one = every[3].experiment
    assert library.lessons_of([one]) == [each for each in every if each.experiment == one]
    assert library.lessons_of([]) == []
    library.close()
