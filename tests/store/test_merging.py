from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explog.domain.events import PROTOCOL, Change, sealed
from explog.errors import InvalidError, NewerLogError
from explog.store.log import Log
from explog.store.merging import Merged
from tests.store.making import event, experiment, ident, jotted, opened, thresholds, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import JsonValue

    from explog.domain.events import Event


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    with opened(tmp_path / "log.db") as log:
        yield log


def merged(log: Log, events: Sequence[Event], source: str = "") -> Merged:
    """Merge *events* in a transaction of their own."""
    with log.writing():
        return log.merge(events, source)


def test_a_merge_counts_what_is_new_and_what_was_known(log: Log) -> None:
    first, second = jotted(1, "AMB-01", "Én"), jotted(2, "AMB-02", "To")
    written(log, first)
    assert merged(log, [second, first, second]) == Merged(new=1, known=1)
    assert merged(log, [first, second]) == Merged(new=0, known=2)
    assert merged(log, []) == Merged(new=0, known=0)


def test_a_merge_gives_the_same_state_as_writing_one_by_one(tmp_path: Path, log: Log) -> None:
    events = [
        jotted(11, "AMB-01", "Én"),
        event(12, experiment(11), {"need": "a"}),
        event(13, thresholds(), {"places": 3}),
        jotted(14, "AMB-02", "To"),
        event(15, experiment(11), {"need": "b"}, over=[12]),
    ]
    written(log, *events)
    with opened(tmp_path / "other.db") as other:
        merged(other, events[::-1])
        assert other.fingerprint() == log.fingerprint()


def test_every_problem_is_reported_and_nothing_is_written(log: Log) -> None:
    known = jotted(1, "AMB-01", "Én")
    written(log, known)
    before = log.fingerprint()
    good = jotted(2, "AMB-02", "To")
    with pytest.raises(InvalidError) as caught:
        merged(
            log,
            [
                good,
                jotted(1, "AMB-01", "En anden"),
                jotted(3, "AMB-03", "Tre").model_copy(update={"as_of": "2026-01-01"}),
                event(4, f"unheard/{ident(4)}", {"title": "?"}),
                jotted(5, "AMB-05", "halv \ud83d"),
                jotted(2, "AMB-02", "To gange"),
            ],
        )
    said = [str(problem) for problem in caught.value.problems]
    assert [line.split(": ")[0].rsplit("/", 1)[1] for line in said] == list(
        map(ident, [1, 3, 4, 5, 2])
    )
    for line, word in zip(said, ["same id", "hash", "unheard", "stored", "same id"], strict=True):
        assert word in line
    assert log.fingerprint() == before
    assert log.events(experiment(2)) == []


def test_an_infinite_number_is_a_problem_and_no_crash(log: Log) -> None:
    endless = {"need": Change(value=float("inf"))}
    with pytest.raises(InvalidError, match="cannot be stored"):
        merged(log, [jotted(1, "AMB-01", "Én").model_copy(update={"changes": endless})])


def test_events_of_a_newer_explog_are_refused_as_a_whole(log: Log) -> None:
    newer = sealed(**{**jotted(2, "AMB-02", "To").body(), "v": PROTOCOL + 1})
    with pytest.raises(NewerLogError, match="other-log"):
        merged(log, [jotted(1, "AMB-01", "Én"), newer], "other-log")
    assert log.documents("experiment") == []


def test_documents_that_break_the_domains_model_are_all_named(tmp_path: Path) -> None:
    with Log.open(tmp_path / "log.db") as log:
        with pytest.raises(InvalidError) as caught:
            merged(
                log,
                [jotted(1, "AMB-01", "Én", novelty="?"), jotted(2, "AMB-02", "To", closeness="?")],
            )
        assert len(caught.value.problems) == 2
        assert log.events(experiment(1)) == []


def test_thresholds_and_experiments_that_come_together_fit_together(log: Log) -> None:
    written(log, jotted(5, "AMB-05", "Var her"))
    merged(log, [jotted(11, "AMB-01", "Én"), event(12, thresholds(), {"places": 7})])
    found = log.conn.execute("SELECT in_operation FROM experiments").fetchall()
    assert found == [(7,), (7,)]


def test_two_logs_that_gave_the_same_key_agree_on_who_keeps_it(tmp_path: Path) -> None:
    mine = [jotted(1, "AMB-01", "Mit"), jotted(4, "AMB-02", "Mit andet")]
    theirs = [jotted(2, "AMB-01", "Deres"), jotted(3, "LYS-01", "Lys")]
    with (
        written(opened(tmp_path / "mine.db"), *mine) as here,
        written(opened(tmp_path / "theirs.db"), *theirs) as there,
    ):
        merged(here, theirs)
        merged(there, mine)
        assert here.fingerprint() == there.fingerprint()
        moved = here.document(experiment(2))
        assert moved is not None
        assert (moved["key"], moved["aliases"]) == ("AMB-03", ["AMB-01"])
        for log in (here, there):
            assert log.find("AMB-01") == experiment(1)
            assert log.find("AMB-02") == experiment(4)
            assert log.find("AMB-03") == experiment(2)
            assert log.next_key("AMB-") == "AMB-04"
            assert log.check() == []


def test_an_earlier_claim_that_arrives_later_takes_the_key(log: Log) -> None:
    written(log, jotted(5, "AMB-01", "Kom først"), event(6, experiment(5), {"need": "x"}))
    merged(log, [jotted(4, "AMB-01", "Var først")])
    assert log.find("AMB-01") == experiment(4)
    moved = log.document(experiment(5))
    assert moved is not None
    assert (moved["key"], moved["aliases"], moved["need"]) == ("AMB-02", ["AMB-01"], "x")


def test_a_former_key_finds_its_subject_once_nobody_else_has_it(log: Log) -> None:
    written(log, jotted(1, "AMB-01", "Mit"))
    merged(log, [jotted(2, "AMB-01", "Deres")])
    written(log, event(3, experiment(1), {"key": None, "title": None}, over=[1]))
    assert log.find("amb-1") == experiment(2)


NAMES = st.sampled_from(["title", "need", "tags", f"lessons/{ident(9)}/we_learned"])
SUBJECTS = st.sampled_from([experiment(1), experiment(2), experiment(3), thresholds()])
VALUES: st.SearchStrategy[JsonValue] = st.one_of(
    st.none(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
)


@st.composite
def histories(draw: st.DrawFn) -> list[Event]:
    """Events as several devices may have made them, in the order of their ids."""
    made: list[Event] = []
    for number in range(1, draw(st.integers(1, 8)) + 1):
        older = [int(each.id[:8], 16) for each in made]
        over = draw(st.lists(st.sampled_from(older), unique=True, max_size=2)) if older else []
        subject = draw(SUBJECTS)
        if subject == thresholds():
            made.append(event(number, subject, {"places": draw(st.integers(0, 9))}, over=over))
            continue
        changes = draw(st.dictionaries(NAMES, VALUES, min_size=1, max_size=3))
        if draw(st.booleans()):
            changes["key"] = draw(st.sampled_from(["AMB-01", "AMB-02", "AMB-1", "BØR-01"]))
        made.append(event(number, subject, changes, over=over))
    return made


@settings(max_examples=40, deadline=None)
@given(history=histories(), data=st.data())
def test_the_order_in_which_events_arrive_makes_no_difference(
    history: list[Event], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(history))
    cut = data.draw(st.integers(0, len(history)))
    with (
        tempfile.TemporaryDirectory() as folder,
        opened(Path(folder) / "a.db") as straight,
        opened(Path(folder) / "b.db") as mixed,
    ):
        written(straight, *history)
        merged(mixed, shuffled[:cut])
        merged(mixed, shuffled)
        assert mixed.fingerprint() == straight.fingerprint()
        mixed.rebuild()
        assert mixed.fingerprint() == straight.fingerprint()
        assert mixed.check() == []
