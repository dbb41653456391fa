"""What was typed in lines and not saved: when it is offered, what wins over it, what lets it go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.domain.acts.draft import Place
from explog.store.drafts import StoredDrafts
from tests.cli.asking.test_prompts import OFFERED, said
from tests.cli.calling import done, lines

if TYPE_CHECKING:
    from pathlib import Path

IDEA = Place("jot")


@pytest.mark.parametrize(
    "typed", [(".",), (), ("", ".")], ids=["full stop", "end of input", "enter and full stop"]
)
def test_who_leaves_where_it_is_offered_keeps_it(log: Path, typed: tuple[str, ...]) -> None:
    """Seen: a look at the question, a full stop, and half an hour of typing was gone."""
    said(log, "add", typed=("Ring first", "."))
    heard = lines(said(log, "add", typed=typed))
    assert heard[-2:] == ["Nothing was saved.", "What you typed is kept for the next time."]
    assert [one.answers for one in StoredDrafts(log).every()] == [{"title": "Ring first"}]


def test_an_empty_line_is_no_answer_to_the_offer(log: Path) -> None:
    said(log, "add", typed=("Ring first", "."))
    heard = lines(said(log, "add", typed=("", "yes", "", "", "")))
    assert heard[heard.index(OFFERED) + 1] == "yes or no, please"
    assert "AMB-02 is written down." in heard


def test_only_a_plain_no_lets_it_go(log: Path) -> None:
    said(log, "add", typed=("Ring first", "."))
    said(log, "add", typed=("no", "."))
    assert StoredDrafts(log).every() == []


def test_what_the_command_says_wins_over_what_was_typed_before(log: Path) -> None:
    """Seen: ``add --need`` wrote down the need of the week before."""
    said(log, "add", typed=("Ring first", "m", "The old need", "."))
    heard = lines(said(log, "add", "--need", "The new need", typed=("yes", "", "", "")))
    assert "AMB-02 is written down." in heard
    record = done("show", "AMB-02", "--json", log=log).json
    assert (record["title"], record["need"]) == ("Ring first", "The new need")


def test_what_the_command_says_is_kept_with_it_where_the_person_leaves(log: Path) -> None:
    said(log, "add", typed=("Ring first", "m", "The old need", "."))
    said(log, "add", "--need", "The new need", typed=(".",))
    kept = StoredDrafts(log).of(IDEA)
    assert kept is not None
    assert kept.answers == {"title": "Ring first", "need": "The new need"}


def test_nothing_is_promised_where_there_is_no_log_to_keep_it_in(tmp_path: Path) -> None:
    """Seen: it said that it is kept for the next time, and the next time knew nothing."""
    log = tmp_path / "log.db"
    heard = lines(said(log, typed=("4", "Station East", ".", "6")))
    assert "What you type is kept only until explog is closed." in heard
    assert "What you typed is kept for the next time." not in heard
    assert not log.exists()
