from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explog.store.searching import search
from tests.store.making import event, experiment, ident, jotted, opened, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from explog.store.log import Log


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Log]:
    with opened(tmp_path_factory.mktemp("search") / "log.db") as log:
        yield written(
            log,
            jotted(1, "AMB-01", "Årsmøde med skærm", need="Vognen mangler udstyr"),
            jotted(2, "AMB-02", "Arkiv i c++ og foo-bar", need='Citat "med" gåseøjne'),
            jotted(3, "BØR-01", "Skærmfri uge", need="Ro ved morgensamling"),
            event(4, f"workplace/{ident(4)}", {"code": "AMB", "name": "Ambulancen i Årup"}),
        )


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("skærm", [3, 1]),
        ("SKÆRM", [3, 1]),
        ("skærm uge", [3]),
        ("mød", [1]),
        ("fri", [3]),
        ("ri", []),
        ("årsm", [1]),
        ("a\u030ars", [1]),
        ("år", [4, 1]),
        ("ar", [2]),
        ("å", []),
        ("i", [4, 2]),
        ("c++", [2]),
        ("foo-bar", [2]),
        ("bar-foo", []),
        ('"med"', [2, 1]),
        ("amb-0", [2, 1]),
        ("AMB-01", [1]),
        ("bør", [3]),
        ("mangl udst", [1]),
        ("NOT skærm", []),
        ("skærm*", [3, 1]),
        ("title:skærm", []),
        ("", []),
        (' " ', []),
        ("++ – *", []),
    ],
)
def test_words_find_what_has_all_of_them_the_newest_first(
    log: Log, words: str, numbers: list[int]
) -> None:
    assert [int(found.partition("/")[2][:8], 16) for found in search(log.conn, words)] == numbers


def test_a_limit_cuts_the_oldest_off(log: Log) -> None:
    assert search(log.conn, "skærm", limit=1) == [experiment(3)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=40) | st.text('"*()^:-+{}[]NEAR OTabcæ\0\\', max_size=40))
def test_no_input_whatever_is_an_error(log: Log, words: str) -> None:
    assert isinstance(search(log.conn, words), list)


def test_half_a_character_finds_nothing_rather_than_crashing(log: Log) -> None:
    assert search(log.conn, "halv\ud83d") == []


def test_very_many_words_are_not_an_error(log: Log) -> None:
    assert search(log.conn, "skærm " * 5000) == [experiment(3), experiment(1)]


def test_new_words_replace_the_old_ones(tmp_path: Path) -> None:
    with written(opened(tmp_path / "log.db"), jotted(1, "AMB-01", "gammel")) as log:
        written(log, event(2, experiment(1), {"title": "nyere"}, over=[1]))
        assert search(log.conn, "gammel") == []
        assert search(log.conn, "nyere") == [experiment(1)]
        written(log, event(3, experiment(1), {"title": None, "key": None}, over=[1, 2]))
        assert search(log.conn, "nyere") == []
        assert log.check() == []


def test_a_word_inside_of_another_is_found_by_its_new_place_only(tmp_path: Path) -> None:
    with written(opened(tmp_path / "log.db"), jotted(1, "AMB-01", "Årsmøde")) as log:
        written(log, event(2, experiment(1), {"title": "Personalemøde"}, over=[1]))
        assert search(log.conn, "rsmød") == []
        assert search(log.conn, "emød") == [experiment(1)]
        log.rebuild()
        assert search(log.conn, "rsmød") == []
        assert search(log.conn, "emød") == [experiment(1)]
        assert log.check() == []


def test_a_very_long_word_is_found_from_its_beginning_and_inside_of_it(tmp_path: Path) -> None:
    word = "".join(chr(ord("a") + n % 26) for n in range(80)) + "øde"
    with written(opened(tmp_path / "log.db"), jotted(1, "AMB-01", word[:80])) as log:
        assert search(log.conn, word[:70]) == [experiment(1)]
        assert search(log.conn, word[3:40]) == [experiment(1)]
        assert search(log.conn, word[:69] + "q") == []


def test_damage_to_the_endings_is_found_and_mended(tmp_path: Path) -> None:
    with written(opened(tmp_path / "log.db"), jotted(1, "AMB-01", "Årsmøde")) as log:
        log.conn.execute("UPDATE endings_data SET block = x'00' WHERE id > 10")
    with opened(tmp_path / "log.db") as log:
        assert [problem.place for problem in log.check()] == ["search"]
        log.rebuild()
        assert log.check() == []
        assert search(log.conn, "møde") == [experiment(1)]
