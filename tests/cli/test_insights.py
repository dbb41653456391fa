"""``explog insights`` and ``explog stats``: the whole page, the object, and what numbers mean."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from explog import locale
from explog.domain.insights.definitions import DEFINITIONS
from explog.exchange import schemas
from tests.cli.calling import call, done

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def demo_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo log, to be read only."""
    path = tmp_path_factory.mktemp("insights") / "demo.db"
    assert call("demo", "--create", str(path), "--as-of", "2026-11-16").code == 0
    return path


def doors(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any JSON
    """Every number with a query in *value*."""
    if isinstance(value, dict):
        if {"count", "query"} == value.keys():
            yield value
        for inner in value.values():
            yield from doors(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from doors(inner)


def told(log: Path, *words: str) -> Any:  # noqa: ANN401 - any JSON
    """The object."""
    return done("insights", *words, "--json", "--as-of", "2026-11-16", log=log).json


def test_the_object_fits_its_schema(demo_log: Path) -> None:
    validator = jsonschema.Draft202012Validator(schemas.schema("insights"))
    for words in ((), ("workplace:AMB",), ("--period", "2026-Q2"), ("nothing-like-this",)):
        assert [*validator.iter_errors(told(demo_log, *words))] == []


def test_the_numbers_the_domain_names(demo_log: Path) -> None:
    """DOMAIN.md 13."""
    page = told(demo_log)
    assert page["experiments"] == {"count": 20, "query": ""}
    assert page["decided"]["count"] == 15
    assert page["failed_safely"]["count"] == 4
    assert page["failed_safely"]["of"] == 7
    assert page["failed_safely"]["percent"] is None
    assert page["learning_rate"]["percent"] == 100
    assert page["median_days_to_decision"] == 38
    levels = {name: page["ladder"][name]["count"] for name in ("adopted", "spreading", "scaled")}
    assert levels == {"adopted": 1, "spreading": 2, "scaled": 4}
    assert page["board"]["failed"]["unsafe"]["count"] == 2


def test_the_query_of_a_number_lists_what_it_counts(demo_log: Path) -> None:
    page = told(demo_log, "--period", "2026")
    some = [door for door in doors(page) if door["query"] and door["count"]][::9]
    assert len(some) > 5
    for door in some:
        listed = done("list", door["query"], "--json", "--as-of", "2026-11-16", log=demo_log).json
        assert len(listed) == door["count"], door


def test_stats_without_a_section_keeps_its_object_for_a_set_too(demo_log: Path) -> None:
    whole = done("stats", "--json", "--as-of", "2026-11-16", log=demo_log).json
    some = done(
        "stats", "initiator:employees", "--period", "2026", "--json", "--as-of", "2026-11-16",
        log=demo_log,
    ).json  # fmt: skip
    assert [*some] == [*whole]
    assert whole["experiments"] == 20
    listed = done(
        "list", "initiator:employees", "since:2026", "until:2026", "--json",
        "--as-of", "2026-11-16", log=demo_log,
    ).json  # fmt: skip
    assert some["experiments"] == len(listed)


@pytest.mark.parametrize("language", locale.LANGUAGES)
@pytest.mark.parametrize("command", ["stats", "insights"])
def test_the_page_has_every_section_in_both_languages(
    demo_log: Path, language: str, command: str
) -> None:
    page = done(command, "--lang", language, "--as-of", "2026-11-16", log=demo_log).out
    locale.speak(language)
    for code in ("flow", "board", "funnel", "tasks", "hallmarks", "value", "predictions", "ladder"):
        assert locale._(DEFINITIONS[code].title) in page
    assert "38" in page


@pytest.mark.parametrize("width", ["40", "60", "76", "100", "160"])
def test_no_line_is_wider_than_the_terminal(demo_log: Path, width: str) -> None:
    page = done(
        "insights", "--as-of", "2026-11-16", log=demo_log, environment={"COLUMNS": width}
    ).out
    assert max(map(len, page.splitlines())) <= int(width)
    assert "…" not in page or int(width) > 60


def test_every_number_says_what_it_means(demo_log: Path) -> None:
    known = done("insights", "--definition", "all", "--json", log=demo_log).json
    assert [*known] == [*DEFINITIONS]
    one = done("insights", "--definition", "learning_rate", log=demo_log).out
    assert "complete lesson" in one
    assert call("insights", "--definition", "fun", log=demo_log).code == 3


def test_a_period_that_is_none_is_a_wrong_use(demo_log: Path) -> None:
    answered = call("stats", "--period", "2026-Q5", log=demo_log)
    assert answered.code == 2
    assert "2026-Q3" in answered.err
    assert call("insights", "state:flying", log=demo_log).code == 2


def test_an_empty_log_says_how_to_begin(tmp_path: Path) -> None:
    log = tmp_path / "log.db"
    assert call("insights", log=log).code == 0
    assert json.loads(call("insights", "--json", log=log).out)["experiments"]["count"] == 0
    assert not log.exists()


def test_what_nobody_confirmed_is_marked_in_the_list_until_it_is_confirmed(tmp_path: Path) -> None:
    log = tmp_path / "demo.db"
    done("demo", "--create", str(log), "--as-of", "2026-11-16", log=log)
    later = ("--as-of", "2027-06-01")
    assert "!  BS-01" in done("list", "is:unconfirmed", *later, log=log).out
    done("confirm", "BS-01", *later, log=log)
    assert "BS-01" not in done("list", "is:unconfirmed", *later, log=log).out
    assert "▲  BS-01" in done("list", "level:scaled", *later, log=log).out
    done("undo", *later, log=log)
    assert "!  BS-01" in done("list", "is:unconfirmed", *later, log=log).out
