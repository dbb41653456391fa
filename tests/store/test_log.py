from __future__ import annotations

import re
import sqlite3
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from explog.errors import InvalidError, NotFoundError, StoreError
from explog.store.log import Log
from tests.store.making import (
    DEVICE,
    PlainRules,
    event,
    experiment,
    ident,
    jotted,
    opened,
    thresholds,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explog.domain.events import Event

HOSTILE = (
    "[/]",
    "[@click=app.quit]x[/]",
    "'; DROP TABLE events; --",
    '"" OR 1=1 {title}: NEAR(',
    "\x1b]52;c;AAAA\x07\x9b31m",
    "nul\0nul",
    "\u202egnp.exe\u2066\ufeff",
    "👩\u200d👩\u200d👧 ﷽ Ω ß",
    "$.title",
    "line\r\nline\u2028line",
    "x" * 20_000,
)


def _write_together(log: Log, *events: Event) -> None:
    """Append *events* in one transaction."""
    with log.writing():
        for each in events:
            log.append(each)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    with opened(tmp_path / "log.db") as log:
        yield log


def test_an_appended_event_is_kept_and_leads_to_state(log: Log) -> None:
    first = jotted(1, "AMB-01", "Årsmøde")
    second = event(2, experiment(1), {"need": "Mangler"})
    written(log, first, second)
    assert log.events(experiment(1)) == [first, second]
    assert log.document(experiment(1)) == {
        "id": ident(1),
        "key": "AMB-01",
        "need": "Mangler",
        "title": "Årsmøde",
    }


def test_a_log_that_is_opened_again_has_everything(tmp_path: Path) -> None:
    with written(opened(tmp_path / "log.db"), jotted(1, "AMB-01", "Én")) as log:
        before = (log.fingerprint(), log.device())
    with opened(tmp_path / "log.db") as log:
        assert (log.fingerprint(), log.device()) == before


def test_documents_come_oldest_first(log: Log) -> None:
    written(log, jotted(2, "AMB-02", "To"), jotted(1, "AMB-01", "Én"))
    assert [found["title"] for found in log.documents("experiment")] == ["Én", "To"]


def test_a_subject_of_which_nothing_is_left_is_gone_but_its_key_is_not_given_again(
    log: Log,
) -> None:
    written(
        log,
        jotted(1, "AMB-01", "Én"),
        event(2, experiment(1), {"key": None, "title": None}, over=[1], undoes=1),
    )
    assert log.document(experiment(1)) is None
    assert log.documents("experiment") == []
    assert log.next_key("AMB-") == "AMB-02"
    with pytest.raises(NotFoundError):
        log.find("AMB-01")


def test_a_subject_that_comes_back_is_found_again(log: Log) -> None:
    written(
        log,
        jotted(1, "AMB-01", "Én"),
        event(2, experiment(1), {"key": None, "title": None}, over=[1]),
        event(3, experiment(1), {"key": "AMB-01", "title": "Én"}, over=[2]),
    )
    assert log.find("AMB-01") == experiment(1)


def test_two_values_side_by_side_are_versions_until_a_third_replaces_both(log: Log) -> None:
    written(
        log,
        jotted(1, "AMB-01", "Én"),
        event(2, experiment(1), {"need": "den ene"}),
        event(3, experiment(1), {"need": "den anden"}),
    )
    assert log.versions(experiment(1)) == ["need"]
    written(log, event(4, experiment(1), {"need": "begge"}, over=[2, 3]))
    assert log.versions(experiment(1)) == []


def test_new_thresholds_reach_the_derived_facts_of_every_experiment(log: Log) -> None:
    written(log, jotted(11, "AMB-01", "Én"), jotted(12, "AMB-02", "To"))
    written(
        log,
        event(20, experiment(12), {"need": "a"}),
        event(21, experiment(12), {"need": "b"}),
        event(22, thresholds(), {"places": 4}),
        jotted(30, "AMB-03", "Tre"),
    )
    found = log.conn.execute("SELECT in_operation, lessons FROM experiments ORDER BY id")
    assert found.fetchall() == [(4, 0), (4, 1), (4, 0)]
    assert log.check() == []


def test_the_device_is_one_random_word_per_log(tmp_path: Path, log: Log) -> None:
    with opened(tmp_path / "other.db") as other:
        assert re.fullmatch(r"[a-z]{6}-[a-z]{6}-\d\d", log.device())
        assert log.device() == log.device() != other.device()


def test_the_next_key_counts_per_prefix_and_skips_none_that_was_ever_claimed(log: Log) -> None:
    assert log.next_key("AMB-") == "AMB-01"
    written(log, jotted(1, "AMB-09", "Ni"), jotted(2, "AMB-9X", "Hm"), jotted(3, "AMBU-77", "Nej"))
    assert log.next_key("AMB-") == "AMB-10"
    assert log.next_key("LYS-") == "LYS-01"


def test_the_newest_undoable_event_is_this_devices_newest_that_still_stands(log: Log) -> None:
    first, second = jotted(1, "AMB-01", "Én"), event(2, experiment(1), {"need": "x"})
    written(log, first, second, event(3, experiment(1), {"need": "y"}, over=[2], device="anden-9"))
    assert log.newest_undoable(DEVICE) == second
    written(log, event(4, experiment(1), {"need": None}, over=[3], undoes=2))
    assert log.newest_undoable(DEVICE) == first
    written(log, event(5, experiment(1), {"need": "x"}, over=[4], undoes=4))
    assert log.newest_undoable(DEVICE) == second
    assert log.newest_undoable("ukendt") is None


def test_an_exception_takes_everything_back(log: Log) -> None:
    before = log.fingerprint()
    with pytest.raises(StoreError):
        _write_together(log, jotted(1, "AMB-01", "Én"), jotted(1, "AMB-01", "Én"))
    assert log.fingerprint() == before
    assert log.events(experiment(1)) == []
    assert log.next_key("AMB-") == "AMB-01"


def test_a_part_of_a_write_that_failed_leaves_the_other_parts_alone(log: Log) -> None:
    with log.writing():
        log.append(jotted(1, "AMB-01", "Én"))
        with pytest.raises(StoreError):
            _write_together(log, jotted(2, "AMB-02", "To"), jotted(1, "AMB-01", "Én"))
        log.append(jotted(3, "AMB-02", "Tre"))
    assert [found["title"] for found in log.documents("experiment")] == ["Én", "Tre"]
    assert log.check() == []


def test_writing_outside_a_transaction_is_a_bug(log: Log) -> None:
    with pytest.raises(RuntimeError, match="writing"):
        log.append(jotted(1, "AMB-01", "Én"))
    with pytest.raises(RuntimeError, match="writing"):
        log.merge([])


def test_an_event_that_was_changed_is_not_appended(log: Log) -> None:
    changed = jotted(1, "AMB-01", "Én").model_copy(update={"act": "start"})
    with pytest.raises(InvalidError, match="hash does not fit"):
        written(log, changed)
    assert log.events(experiment(1)) == []


def test_an_event_cannot_be_appended_twice(log: Log) -> None:
    written(log, jotted(1, "AMB-01", "Én"))
    with pytest.raises(StoreError, match="UNIQUE"):
        written(log, jotted(1, "AMB-01", "Én"))


def test_half_a_character_is_refused_rather_than_crashing(log: Log) -> None:
    with pytest.raises(InvalidError, match="cannot be stored"):
        written(log, jotted(1, "AMB-01", "halv \ud83d"))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_kept_letter_by_letter(log: Log, text: str) -> None:
    written(log, jotted(1, "AMB-01", text, need=text), jotted(2, text[:100], "To"))
    assert log.document(experiment(1)) == {
        "id": ident(1),
        "key": "AMB-01",
        "title": text,
        "need": text,
    }
    assert log.find("AMB-01") == experiment(1)
    assert log.check() == []
    before = log.fingerprint()
    log.rebuild()
    assert log.fingerprint() == before


@pytest.mark.parametrize("value", [5, 0.1, True, ["a"], {"b": 1}, 10**30])
def test_a_value_of_the_wrong_kind_is_the_domains_matter(log: Log, value: object) -> None:
    written(
        log,
        event(1, experiment(1), {"title": value, "archived": value, "tags": value}),  # type: ignore[dict-item]
    )
    assert log.check() == []


def test_a_document_that_breaks_the_domains_model_is_refused_field_by_field(
    tmp_path: Path,
) -> None:
    with Log.open(tmp_path / "log.db") as log:
        with pytest.raises(InvalidError) as caught, log.writing():
            log.append(jotted(1, "AMB-01", "Én", archived="måske", novelty="splinterny"))
        places = [problem.place for problem in caught.value.problems]
        assert places == ["AMB-01.novelty", "AMB-01.archived"]
        assert log.documents("experiment") == []


def test_the_domains_own_rules_are_the_default(tmp_path: Path) -> None:
    with Log.open(tmp_path / "log.db") as log:
        written(log, jotted(1, "AMB-01", "Årsmøde", **{f"cycles/{ident(2)}/no": 1}))
        found = log.conn.execute("SELECT title, state, outcome FROM experiments").fetchall()
    assert found == [("Årsmøde", "idea", "not_started")]


def test_a_log_that_another_program_is_writing_to_says_so_after_waiting(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    with opened(path) as first, opened(path, timeout=0.1) as second, first.writing():
        started = time.monotonic()
        with pytest.raises(StoreError, match="another program is writing") as caught:
            written(second, jotted(1, "AMB-01", "Én"))
        assert time.monotonic() - started >= 0.1
        assert isinstance(caught.value.__cause__, sqlite3.OperationalError)
        assert str(path) in str(caught.value)


def test_reading_is_possible_while_another_program_writes(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    with written(opened(path), jotted(1, "AMB-01", "Én")) as first, opened(path, 0.1) as second:
        with first.writing():
            first.append(jotted(2, "AMB-02", "To"))
            assert len(second.documents("experiment")) == 1
            with opened(path, 0.1) as third:
                assert len(third.documents("experiment")) == 1
        assert len(second.documents("experiment")) == 2


def test_a_full_database_takes_the_whole_write_back(log: Log) -> None:
    written(log, jotted(1, "AMB-01", "Én"))
    before = log.fingerprint()
    (pages,) = log.conn.execute("PRAGMA page_count").fetchone()
    log.conn.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StoreError, match="disk is full"):
        _write_together(log, jotted(2, "AMB-02", "To"), jotted(3, "AMB-03", "x" * 20_000))
    assert log.fingerprint() == before
    assert log.check() == []
    log.conn.execute("PRAGMA max_page_count = 1000000")
    written(log, jotted(2, "AMB-02", "To"))


def test_a_bug_is_not_dressed_up_as_a_broken_disk(tmp_path: Path) -> None:
    log = opened(tmp_path / "log.db")
    with pytest.raises(FileNotFoundError), log.writing():
        Path("no such file").read_text()
    log.close()
    with pytest.raises(sqlite3.ProgrammingError):
        log.document(experiment(1))


def test_a_damaged_event_is_named_when_its_subject_is_read(log: Log) -> None:
    written(log, jotted(1, "AMB-01", "Én"))
    log.conn.execute("UPDATE events SET body = json_remove(body, '$.act')")
    with pytest.raises(StoreError, match="damaged"):
        log.events(experiment(1))


def test_plain_rules_derive_by_kind() -> None:
    assert PlainRules().summarise("review", {}, None, []) == {}
