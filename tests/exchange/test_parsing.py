"""Records one at a time, with what is wrong with them as JSON."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from explog.errors import ExplogError
from explog.exchange.parsing import Parser, decoded

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


def test_header_keys_and_records_come_in_their_order_with_their_text() -> None:
    text = '{ "version" : 1, "events":[ {"a":1.50},\n{"b":[]} ], "reviews":[], "x": {"y": 2} }'
    assert [(each.place, each.text) for each in Parser(text, "f").records()] == [
        ("version", "1"),
        ("events[0]", '{"a":1.50}'),
        ("events[1]", '{"b":[]}'),
        ("x", '{"y": 2}'),
    ]


def test_a_part_that_is_no_array_is_given_as_it_is() -> None:
    (record,) = Parser('{"events":{"a":1}}', "f").records()
    assert (record.number, record.value) == (None, {"a": 1})


@given(st.dictionaries(st.text(), JSON), st.sampled_from([None, 1, "\t"]), st.booleans())
def test_any_object_is_read_as_pythons_own_reader_reads_it(
    value: dict[str, object], indent: int | str | None, ascii_only: bool
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    read: dict[str, object] = {}
    for record in Parser(text, "f").records():
        assert record.flaws == []
        if record.number is None:
            read[record.part] = record.value
        else:
            read.setdefault(record.part, []).append(record.value)  # type: ignore[attr-defined]
    assert read == {name: inner for name, inner in value.items() if name in read}
    assert {*value} - {*read} <= {name for name in value if value[name] == []}


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: ("{" + text).encode()))
def test_any_bytes_are_read_or_refused_in_a_sentence(data: bytes) -> None:
    said = ""
    try:
        for record in Parser(decoded(data, "f"), "f").records():
            json.loads(record.text)
    except ExplogError as error:
        said = str(error)
    assert said == "" or said.startswith("f")
