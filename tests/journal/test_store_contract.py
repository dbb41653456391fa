"""What every store promises the journal: the same suite for the real one and the one in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.domain.events import Event, sealed
from explog.errors import NotFoundError
from explog.journal.ids import IdMaker

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explog.store.log import Log
    from tests.journal.fake_store import FakeStore

IDS = IdMaker()


def event(
    subject: str,
    values: Mapping[str, object],
    *,
    over: Mapping[str, list[str]] | None = None,
    **parts: object,
) -> Event:
    """A sealed event of the device of its store, newer than those before."""
    changes = {
        path: {"value": value, "over": (over or {}).get(path, [])} for path, value in values.items()
    }
    whole: dict[str, object] = {"act": "set", "device": "other-9", "as_of": "2026-10-12"}
    whole |= {"id": IDS(), "at": "2026-10-12T08:30:00Z", "subject": subject, "changes": changes}
    return sealed(**{**whole, **parts})


def kept(store: FakeStore | Log, *events: Event) -> None:
    """Append events in one transaction."""
    with store.writing():
        for each in events:
            store.append(each)


def interrupted(store: FakeStore | Log, inner: Event) -> None:
    """Append an event in a write of its own, inside one that fails."""
    with store.writing():
        kept(store, inner)
        raise ZeroDivisionError


def idea(key: str, title: str = "QR", device: str = "other-9") -> Event:
    """The first event of an experiment."""
    values = {"key": key, "title": title}
    return event(f"experiment/{IDS()}", values, act="jot", device=device)


def test_what_was_appended_is_there_with_its_id(store: FakeStore | Log) -> None:
    first = idea("AMB-01")
    kept(store, first)
    assert store.events(first.subject) == [first]
    ident = first.subject.partition("/")[2]
    assert store.document(first.subject) == {"id": ident, "key": "AMB-01", "title": "QR"}


def test_what_was_never_there_is_none_and_empty(store: FakeStore | Log) -> None:
    subject = f"experiment/{IDS()}"
    assert store.document(subject) is None
    assert store.events(subject) == []
    assert store.documents("experiment") == []
    assert store.newest_undoable(store.device()) is None


def test_a_later_event_changes_the_document(store: FakeStore | Log) -> None:
    first = idea("AMB-01")
    later = event(first.subject, {"title": "QR list"}, over={"title": [first.id]})
    kept(store, first)
    kept(store, later)
    document = store.document(first.subject)
    assert document is not None
    assert document["title"] == "QR list"
    assert store.events(first.subject) == [first, later]


def test_a_subject_of_which_only_the_key_is_left_is_gone(store: FakeStore | Log) -> None:
    first = idea("AMB-01")
    kept(store, first, event(first.subject, {"title": None}, over={"title": [first.id]}))
    assert store.document(first.subject) is None
    assert store.documents("experiment") == []
    with pytest.raises(NotFoundError):
        store.find("AMB-01")


def test_an_error_takes_back_everything_since_the_write_began(store: FakeStore | Log) -> None:
    first, second = idea("AMB-01"), idea("AMB-02")
    kept(store, first)
    with pytest.raises(ZeroDivisionError):
        interrupted(store, second)
    assert [document["key"] for document in store.documents("experiment")] == ["AMB-01"]
    assert store.next_key("AMB-") == "AMB-02"
    kept(store, second)
    assert len(store.documents("experiment")) == 2


def test_a_write_inside_a_write_belongs_to_the_outer_one(store: FakeStore | Log) -> None:
    with pytest.raises(ZeroDivisionError):
        interrupted(store, idea("AMB-01"))
    assert store.documents("experiment") == []


def test_nothing_is_written_outside_a_write(store: FakeStore | Log) -> None:
    with pytest.raises(RuntimeError):
        store.append(idea("AMB-01"))


def test_what_was_written_can_be_read_before_the_write_ends(store: FakeStore | Log) -> None:
    first = idea("AMB-01")
    with store.writing():
        store.append(first)
        assert store.find("AMB-01") == first.subject
        assert store.document(first.subject) is not None


@pytest.mark.parametrize("ref", ["AMB-01", "amb-01", "amb-1", " AMB-01 "])
def test_a_key_is_found_in_any_spelling(store: FakeStore | Log, ref: str) -> None:
    first = idea("AMB-01")
    kept(store, first, idea("AMB-11"))
    assert store.find(ref) == first.subject
    assert store.find(ref, "experiment") == first.subject
    with pytest.raises(NotFoundError):
        store.find(ref, "review", "agreement")


def test_danish_letters_may_be_left_plain(store: FakeStore | Log) -> None:
    first = idea("BØR-01")
    kept(store, first)
    assert store.find("BOR-01") == store.find("bør-1") == first.subject


def test_an_id_and_its_unambiguous_beginning_are_found(store: FakeStore | Log) -> None:
    first = idea("AMB-01")
    kept(store, first)
    ident = first.subject.partition("/")[2]
    assert store.find(ident) == first.subject
    assert store.find(ident[:18]) == first.subject


def test_what_is_not_there_names_what_looks_like_it(store: FakeStore | Log) -> None:
    kept(store, idea("AMB-01"))
    with pytest.raises(NotFoundError) as caught:
        store.find("AMB-02")
    assert caught.value.near == ("AMB-01",)


def test_keys_go_on_after_the_highest_that_was_ever_given(store: FakeStore | Log) -> None:
    assert store.next_key("AMB-") == "AMB-01"
    first = idea("AMB-07")
    kept(store, first, idea("BØR-01"), idea("AMBU-30"))
    assert store.next_key("AMB-") == "AMB-08"
    gone = {"key": None, "title": None}
    kept(store, event(first.subject, gone, over={"key": [first.id], "title": [first.id]}))
    assert store.next_key("AMB-") == "AMB-08", "a key that was taken back is not given again"


def test_a_key_that_was_given_twice_stays_with_the_first_and_both_are_found(
    store: FakeStore | Log,
) -> None:
    first, second = idea("AMB-01", "a"), idea("AMB-01", "b")
    with store.writing():
        store.merge([second, first])
    keys = {document["title"]: document["key"] for document in store.documents("experiment")}
    assert keys == {"a": "AMB-01", "b": "AMB-02"}
    assert store.find("AMB-01") == first.subject
    assert store.find("AMB-02") == second.subject
    document = store.document(second.subject)
    assert document is not None
    assert document["aliases"] == ["AMB-01"]
    assert store.next_key("AMB-") == "AMB-03"


def test_documents_are_those_of_one_kind_by_id(store: FakeStore | Log) -> None:
    events = [idea(f"AMB-0{n}", str(n)) for n in range(1, 4)]
    place = event(f"workplace/{IDS()}", {"code": "AMB", "key": "AMB", "name": "East"})
    kept(store, *events, place)
    assert [item["title"] for item in store.documents("experiment")] == ["1", "2", "3"]
    assert [item["name"] for item in store.documents("workplace")] == ["East"]


def test_archived_documents_are_documents(store: FakeStore | Log) -> None:
    first = idea("AMB-01")
    kept(store, first, event(first.subject, {"archived": True}))
    assert [item["archived"] for item in store.documents("experiment")] == [True]
    assert store.find("AMB-01") == first.subject


def test_the_newest_undoable_event_is_this_devices_and_no_undo_and_not_undone(
    store: FakeStore | Log,
) -> None:
    own = store.device()
    first, second = idea("AMB-01", device=own), idea("AMB-02", device=own)
    kept(store, first, second, idea("AMB-03"))
    assert store.newest_undoable(own) == second
    gone: dict[str, object] = {"title": None}
    undo = event(
        second.subject, gone, over={"title": [second.id]}, device=own, undoes=second.id, act="undo"
    )
    kept(store, undo)
    assert store.newest_undoable(own) == first


def test_the_newest_redoable_event_is_this_devices_undo_while_nothing_was_done_since(
    store: FakeStore | Log,
) -> None:
    own = store.device()
    first, second = idea("AMB-01", device=own), idea("AMB-02", device=own)
    kept(store, first, second)
    assert store.newest_redoable(own) is None
    over, gone = {"title": [second.id]}, {"title": None}
    undo = event(second.subject, gone, over=over, device=own, undoes=second.id, act="undo")
    kept(store, undo, idea("AMB-03"))
    assert store.newest_redoable(own) == undo
    assert store.newest_redoable("elsewhere") is None
    kept(store, idea("AMB-04", device=own))
    assert store.newest_redoable(own) is None


def test_a_document_that_breaks_the_model_is_not_kept(store: FakeStore | Log) -> None:
    with pytest.raises(Exception, match=r"title"):
        kept(store, event(f"experiment/{IDS()}", {"key": "AMB-01", "title": "x" * 81}))
    assert store.documents("experiment") == []


def test_a_device_is_one_word_that_stays(store: FakeStore | Log) -> None:
    assert store.device() == store.device()
    assert idea("AMB-01", device=store.device()).device == store.device()
