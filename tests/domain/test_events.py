"""Events: immutable, sealed, and refused when somebody changed them afterwards."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue, ValidationError

from explog.domain.events import (
    PROTOCOL,
    Change,
    Event,
    canonical,
    digest,
    is_element,
    sealed,
)
from tests.builders import ident

if TYPE_CHECKING:
    from collections.abc import Mapping

SUBJECT = f"experiment/{ident('experiment')}"


def event(values: Mapping[str, object] | None = None, **parts: object) -> Event:
    """A sealed event; each path with its value over nothing, unless it says otherwise."""
    whole = {path: {"value": value} for path, value in (values or {"title": "QR"}).items()}
    return sealed(
        **{
            "id": ident("event"),
            "subject": SUBJECT,
            "act": "set",
            "changes": whole,
            "at": "2026-10-12T08:30:00.123Z",
            "as_of": "2026-10-12",
            "device": "kimola-37",
            **parts,
        }
    )


SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8
)


@given(JSON)
def test_canonical_json_reads_back_to_the_same_value_and_does_not_depend_on_order(
    value: JsonValue,
) -> None:
    try:
        text = canonical(value)
    except ValueError:
        return  # an infinite number
    again = json.loads(text)
    assert canonical(again) == text
    if isinstance(value, dict):
        assert canonical(dict(reversed(value.items()))) == text


def test_canonical_json_has_sorted_keys_no_spaces_and_real_letters() -> None:
    assert canonical({"ø": [1, None], "a": "Æ"}) == '{"a":"Æ","ø":[1,null]}'
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical(float("nan"))


@given(JSON.filter(lambda value: "inf" not in repr(value)))
def test_a_sealed_event_is_intact_and_stays_so_through_a_file(value: JsonValue) -> None:
    made = event({"title": value})
    if "\\ud" in json.dumps(canonical(made.body())):
        return  # half a character cannot be stored at all; the store says so
    assert made.is_intact()
    assert Event.model_validate_json(canonical(made.body())) == made


@pytest.mark.parametrize(
    "change",
    [
        {"act": "start"},
        {"as_of": "2026-10-11"},
        {"device": "other"},
        {"by_role": "leader"},
        {"undoes": ident("other")},
        {"subject": f"review/{ident('experiment')}"},
        {"id": ident("another event")},
        {"changes": {"title": Change(value="RQ")}},
        {"changes": {"title": Change(value="QR", over=(ident("other"),))}},
        {"changes": {"need": Change(value="QR")}},
        {"v": PROTOCOL + 1},
    ],
    ids=repr,
)
def test_whatever_is_changed_afterwards_breaks_the_seal(change: dict[str, object]) -> None:
    assert not event().model_copy(update=change).is_intact()


def test_the_order_of_what_is_replaced_does_not_matter_to_the_seal() -> None:
    ids = [ident("a"), ident("b")]
    assert _over(ids).sha256 == _over([*reversed(ids)]).sha256


def _over(ids: list[str]) -> Event:
    """An event that replaces two others."""
    return sealed(
        id=ident("event"),
        subject=SUBJECT,
        act="set",
        changes={"title": {"value": "QR", "over": ids}},
        at="2026-10-12T08:30:00Z",
        as_of="2026-10-12",
        device="kimola-37",
    )


def test_an_event_knows_what_kind_of_subject_it_is_about() -> None:
    assert event().kind == "experiment"
    assert "undoes" not in event().body()
    assert "by_role" not in event().body()
    assert [*event().body()][-1] == "sha256"


def test_a_value_of_none_is_kept_it_means_that_there_is_none_any_more() -> None:
    assert event({"need": None}).body()["changes"] == {"need": {"value": None, "over": []}}


@pytest.mark.parametrize(
    "parts",
    [
        {"id": "1"},
        {"id": ident("event").upper()},
        {"subject": "experiment"},
        {"subject": f"Experiment/{ident('x')}"},
        {"act": "Start now"},
        {"act": ""},
        {"changes": {}},
        {"changes": {"": {"value": 1}}},
        {"changes": {"Title": {"value": 1}}},
        {"changes": {"a/b/c/d": {"value": 1}}},
        {"changes": {"../title": {"value": 1}}},
        {"changes": {"title": {"value": 1, "why": "?"}}},
        {"at": "2026-10-12"},
        {"at": "2026-10-12T08:30:00+02:00"},
        {"as_of": "today"},
        {"device": "Station Øst"},
        {"by_role": "x" * 61},
        {"v": 0},
        {"colour": "red"},
    ],
    ids=repr,
)
def test_what_has_not_the_form_of_an_event_is_refused(parts: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        event(None, **parts)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("title", None),
        ("operation/since", None),
        (f"lessons/{ident('a')}/theme", ("lessons", ident("a"), "theme")),
        (f"transitions/{ident('a')}", ("transitions", ident("a"), None)),
        (f"cycles/{ident('a')}/way_back/plan", ("cycles", ident("a"), "way_back/plan")),
        (f"cycles/{ident('a')[:-1]}/no", None),
    ],
)
def test_a_path_tells_whether_it_leads_into_an_element(
    path: str, expected: tuple[str, str, str | None] | None
) -> None:
    assert is_element(path) == expected


def test_the_digest_is_that_of_the_canonical_text() -> None:
    assert digest({"b": 1, "a": 2}) == digest({"a": 2, "b": 1})
    assert digest([]) == "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"
