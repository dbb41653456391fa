from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from explog.domain.acts.draft import Place
from explog.errors import StoreError
from explog.store.drafts import StoredDrafts
from explog.store.log import Log

if TYPE_CHECKING:
    from pathlib import Path

END = Place("end", "some-id")
NUMBER = "010203" + "-1234"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An empty log."""
    path = tmp_path / "log.db"
    Log.open(path).close()
    return path


def test_a_draft_is_there_for_whoever_opens_the_log_next(path: Path) -> None:
    StoredDrafts(path).keep(END, {"reason": "støj i\nkabinen"})
    found = StoredDrafts(path).of(END)
    assert found is not None
    assert found.answers == {"reason": "støj i\nkabinen"}
    assert found.at


def test_the_newest_draft_comes_first_and_a_form_has_one(path: Path) -> None:
    drafts = StoredDrafts(path)
    drafts.keep(END, {"reason": "a"})
    drafts.keep(Place("jot"), {"title": "b"})
    drafts.keep(Place("lesson", "some-id", "an-element"), {"theme": "c"})
    drafts.keep(END, {"reason": "d"})
    assert [draft.place.act for draft in drafts.every()] == ["end", "lesson", "jot"]
    assert drafts.every()[1].place.element == "an-element"


def test_a_text_with_a_person_number_is_left_out_and_its_older_text_too(path: Path) -> None:
    drafts = StoredDrafts(path)
    drafts.keep(END, {"reason": "about the", "by_role": "leader"})
    drafts.keep(END, {"reason": f"about the {NUMBER}", "by_role": "leader"})
    found = drafts.of(END)
    assert found is not None
    assert found.answers == {"by_role": "leader"}
    drafts.keep(END, {"reason": NUMBER})
    assert drafts.of(END) is None
    assert NUMBER.encode() not in path.read_bytes()


def test_what_is_let_go_is_gone_from_the_file(path: Path) -> None:
    drafts = StoredDrafts(path)
    drafts.keep(END, {"reason": "the driver was tired"})
    assert b"the driver was tired" in path.read_bytes()
    drafts.keep(END, {})
    assert drafts.every() == []
    assert b"the driver was tired" not in path.read_bytes()


def test_drafts_survive_a_rebuild_and_are_in_no_event(path: Path) -> None:
    StoredDrafts(path).keep(END, {"reason": "a"})
    with Log.open(path) as log:
        before = log.fingerprint()
        log.rebuild()
        assert log.fingerprint() == before
        assert log.conn.execute("SELECT count(*) FROM events").fetchall() == [(0,)]
    assert StoredDrafts(path).of(END) is not None


def test_a_log_is_made_only_for_a_form_that_would_make_it(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "log.db"
    drafts = StoredDrafts(path)
    assert drafts.every() == []
    assert drafts.of(END) is None
    drafts.keep(Place("bring_in"), {"path": "log.json"}, make=False)
    drafts.keep(Place("jot"), {})
    assert not path.exists()
    drafts.keep(Place("jot"), {"title": "a"})
    assert drafts.of(Place("jot")) is not None


def test_what_no_explog_wrote_is_passed_over(path: Path) -> None:
    conn = sqlite3.connect(path)
    for place, answers in [("x", "{}"), ("[]", "{}"), ('["a"]', "[1]"), ('["b"]', "{"), ("1", "1")]:
        conn.execute("INSERT INTO drafts VALUES (?, '', ?)", (place, answers))
    conn.commit()
    conn.close()
    assert StoredDrafts(path).every() == []
    assert StoredDrafts(path).of(Place("b")) is None


def test_a_log_that_cannot_be_written_says_so(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"\0" * 200)
    with pytest.raises(Exception, match="not an explog log") as raised:
        StoredDrafts(path).keep(END, {"reason": "a"})
    assert not isinstance(raised.value, StoreError)
