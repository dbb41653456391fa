from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.store.log import Log
from tests.store.making import DEVICE, event, experiment, ident, jotted, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import JsonValue

WORKPLACE = f"workplace/{ident(1)}"
REVIEW = f"review/{ident(2)}"
AGREEMENT = f"agreement/{ident(3)}"

PARTS: dict[str, dict[str, JsonValue]] = {
    f"cycles/{ident(20)}": {"no": 1, "belief": "en liste hjælper"},
    f"measures/{ident(21)}": {"name": "Mangler", "direction": "down", "unit": "stk."},
    f"observations/{ident(22)}": {"measure": ident(21), "date": "2026-01-05", "value": 6.5},
    f"limits/{ident(23)}": {"cycle": ident(20), "kind": "places", "max": 1, "unit": "vogn"},
    f"lessons/{ident(24)}": {"we_learned": "Mål fra uge ét", "status": "open"},
    f"places/{ident(25)}": {"name": "Vogn 2", "status": "trial", "since": "2026-02-01"},
    f"incidents/{ident(26)}": {
        "date": "2026-01-06",
        "kind": "data",
        "level": "near_miss",
        "text": "Skærmen stod åben",
        "where": "DPO",
    },
}


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    """A log under the domain's own rules, so that the views' field names are the models' own."""
    task: dict[str, JsonValue] = {f"core_tasks/{ident(4)}": {"text": "Hjælp i tide", "order": 1}}
    met = {"key": "LM-1", "kind": "check_in", "title": "Møde", "date": "2026-03-01"}
    agreed = {
        "key": "A-1",
        "what": "Ring",
        "role": "leder",
        "due": "2026-04-01",
        "review": ident(2),
    }
    with Log.open(tmp_path / "log.db") as log:
        yield written(
            log,
            event(1, WORKPLACE, {"code": "AMB", "key": "AMB", "name": "Ambulancen", **task}),
            event(2, REVIEW, {**met}),
            event(3, AGREEMENT, {**agreed}),
            jotted(10, "AMB-01", "QR", workplace=ident(1), core_task=ident(4), **PARTS),
        )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (
            "SELECT id, key, workplace, core_task, state, outcome, archived FROM experiment_list",
            (ident(10), "AMB-01", "AMB", "Hjælp i tide", "idea", "not_started", 0),
        ),
        (
            "SELECT id, workplace_id, text, sequence FROM core_tasks",
            (ident(4), ident(1), "Hjælp i tide", 1),
        ),
        (
            "SELECT id, experiment_key, measure_id, measure, unit, date, value FROM observations",
            (ident(22), "AMB-01", ident(21), "Mangler", "stk.", "2026-01-05", 6.5),
        ),
        (
            "SELECT id, experiment_id, cycle_id, kind, max, unit, actual FROM limits",
            (ident(23), ident(10), ident(20), "places", 1, "vogn", None),
        ),
        (
            "SELECT id, we_learned, theme, status FROM lessons",
            (ident(24), "Mål fra uge ét", None, "open"),
        ),
        (
            "SELECT id, name, status, since FROM places",
            (ident(25), "Vogn 2", "trial", "2026-02-01"),
        ),
        (
            'SELECT id, level, text, "where" FROM incidents',
            (ident(26), "near_miss", "Skærmen stod åben", "DPO"),
        ),
        (
            "SELECT id, what, due, review_key, review, held_on FROM agreement_list",
            (ident(3), "Ring", "2026-04-01", "LM-1", "Møde", "2026-03-01"),
        ),
        (
            "SELECT id, kind, subject_id, act, device, undoes FROM event_log WHERE act = 'jot'",
            (ident(10), "experiment", ident(10), "jot", DEVICE, None),
        ),
    ],
)
def test_what_is_inside_the_documents_can_be_read_as_rows(
    log: Log, query: str, found: tuple[object, ...]
) -> None:
    assert log.conn.execute(query).fetchall() == [found]


def test_every_view_gives_each_row_an_id(log: Log) -> None:
    views = log.conn.execute("SELECT name FROM sqlite_schema WHERE type = 'view'").fetchall()
    assert len(views) == 12
    for (view,) in views:
        columns = log.conn.execute("SELECT name FROM pragma_table_info(?)", (view,)).fetchall()
        assert columns[0] == ("id",)


def test_columns_follow_the_document_by_themselves(log: Log) -> None:
    written(log, event(30, experiment(10), {"title": "QR igen"}, over=[10]))
    assert log.conn.execute("SELECT title FROM experiments").fetchall() == [("QR igen",)]
    assert log.conn.execute("SELECT kind_of, held_on FROM reviews").fetchall() == [
        ("check_in", "2026-03-01")
    ]
