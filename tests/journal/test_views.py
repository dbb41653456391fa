"""Saved views: kept in words of both languages, renamed, put away, undone, brought elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog import locale
from explog.domain.query.error import QueryError
from explog.domain.record.view import View
from explog.errors import InvalidError, NotFoundError, Refused
from explog.journal import views
from explog.journal.undoing import said, undo

if TYPE_CHECKING:
    from tests.journal.living import Living


def kept(journal: Living) -> dict[str, str]:
    """Name → query of the views that are not put away."""
    found = [View.model_validate(one) for one in journal.store.documents("view")]
    return {one.name: one.query for one in found if not one.archived}


def test_a_view_is_kept_in_words_that_both_languages_share(journal: Living) -> None:
    locale.speak("da")
    views.keep(journal, "  Kører   nu ", "status:i_gang -støj fra:-7")
    assert kept(journal) == {"Kører nu": "state:running -støj since:-7"}


def test_saving_under_the_same_name_changes_the_view_and_undo_gives_the_old_one_back(
    journal: Living,
) -> None:
    views.keep(journal, "Mine", "state:idea")
    done = views.keep(journal, "MINE", "state:running", "title")
    assert done.act == "change_view"
    assert kept(journal) == {"MINE": "state:running"}
    assert said(undo(journal)) == "Undone: Changed view · MINE"
    assert kept(journal) == {"Mine": "state:idea"}
    undo(journal)
    assert kept(journal) == {}


def test_a_view_is_renamed_put_away_and_brought_back(journal: Living) -> None:
    views.keep(journal, "Mine", "noise")
    views.keep(journal, "Yours", "light")
    with pytest.raises(Refused, match="“Yours” already"):
        views.rename(journal, "Mine", "yours")
    views.rename(journal, "mine", "Ours")
    views.remove(journal, "ours")
    assert kept(journal) == {"Yours": "light"}
    with pytest.raises(NotFoundError, match=r"no Yuors in this log\. Did you mean Yours"):
        views.named(journal.store, "Yuors")
    assert said(undo(journal)) == "Undone: Archive · Ours"
    assert kept(journal) == {"Ours": "noise", "Yours": "light"}


def test_a_name_that_was_put_away_is_free(journal: Living) -> None:
    views.keep(journal, "Mine", "noise")
    views.remove(journal, "Mine")
    views.keep(journal, "Mine", "light")
    assert kept(journal) == {"Mine": "light"}


def test_what_is_no_query_no_name_or_a_person_number_is_not_kept(journal: Living) -> None:
    number = f"{10190:06d}-{1234}"
    for name, query in (
        ("x" * 121, "a"),
        ("  ", "a"),
        (f"{number}", "a"),
        ("Mine", f"om {number}"),
    ):
        with pytest.raises(InvalidError):
            views.keep(journal, name, query)
    with pytest.raises(InvalidError):
        views.keep(journal, "All", "")
    with pytest.raises(QueryError):
        views.keep(journal, "Mine", "state:nonsense")
    assert kept(journal) == {}
