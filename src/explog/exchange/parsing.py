"""From the bytes of a file to its records, one at a time, with everything that is wrong as JSON.

What Python's own reader lets pass is refused here: names that stand twice in one object, numbers
that are no numbers (NaN, Infinity) and text after the end. Standard library only.
"""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from explog.errors import ForeignFileError, InvalidError, Problem
from explog.exchange.document import EVENTS, PARTS
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANK = re.compile(r"[ \t\n\r]*")
_ARRAYS = frozenset({*PARTS, EVENTS})


class Record(NamedTuple):
    """One record of a part, or one key of the header (without a number)."""

    part: str
    number: int | None
    """Its place in the part, from 0."""
    value: Any
    """As Python's reader gives it."""
    text: str
    """As it stands in the file."""
    flaws: list[Problem]
    """What is wrong with it as JSON, each with its place."""

    @property
    def place(self) -> str:
        """``experiments[3]``, or the header's key."""
        return self.part if self.number is None else f"{self.part}[{self.number}]"


class _Doubled(dict[str, Any]):
    """An object in which a name stands twice."""

    names: tuple[str, ...] = ()


class _NotFinite(float):
    """A number that is none."""


def decoded(data: bytes, source: str) -> str:
    """The text in *data*; a byte order mark is left out.

    Raises:
        ForeignFileError: When it is no text in UTF-8, or does not begin as a JSON object does.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ForeignFileError(source) from None
    if not text.lstrip(" \t\n\r").startswith("{"):
        raise ForeignFileError(source)
    return text


class Parser:
    """Reads one document, record by record."""

    def __init__(self, text: str, source: str) -> None:
        self._text = text
        self._source = source
        self._at = 0
        self._is_flawed = False
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._object, parse_float=self._float, parse_constant=self._no_number
        )

    def records(self) -> Iterator[Record]:
        """The header's keys and the records, in the order they stand.

        Raises:
            InvalidError: Where the text stops being JSON; what was read before still counts.
        """
        self._expect("{")
        names: set[str] = set()
        while not self._finds("}"):
            if names:
                self._expect(",")
            name = self._name()
            if name in names:
                raise self._broken(_("“{name}” stands there twice").format(name=name))
            names.add(name)
            self._expect(":")
            if name in _ARRAYS and self._peek() == "[":
                yield from self._array(name)
            else:
                yield self._record(name, None)
        self._blank()
        if self._at < len(self._text):
            raise self._broken(_("there is more after the end of the document"))

    def _array(self, part: str) -> Iterator[Record]:
        """The records of one part."""
        self._expect("[")
        number = 0
        while not self._finds("]"):
            if number:
                self._expect(",")
            yield self._record(part, number)
            number += 1

    def _record(self, part: str, number: int | None) -> Record:
        """The value that stands here."""
        self._blank()
        start = self._at
        self._is_flawed = False
        value = self._value()
        record = Record(part, number, value, self._text[start : self._at], [])
        if self._is_flawed:
            try:
                record.flaws.extend(_flaws(value, record.place))
            except RecursionError:
                raise self._broken(_("it is nested too deeply")) from None
        return record

    def _name(self) -> str:
        """The name that stands here."""
        if self._peek() != '"':
            raise self._broken()
        return str(self._value())

    def _value(self) -> Any:  # noqa: ANN401 - whatever JSON holds
        """Read one value."""
        self._blank()
        try:
            value, self._at = self._decoder.raw_decode(self._text, self._at)
        except json.JSONDecodeError as error:
            self._at = error.pos
            raise self._broken() from None
        except ValueError:  # a whole number of more than 4300 digits
            raise self._broken(_("a number has too many digits")) from None
        except RecursionError:
            raise self._broken(_("it is nested too deeply")) from None
        return value

    def _blank(self) -> None:
        """Step over blanks."""
        self._at = _BLANK.match(self._text, self._at).end()  # type: ignore[union-attr]

    def _peek(self) -> str:
        """The next character that is no blank; empty at the end."""
        self._blank()
        return self._text[self._at : self._at + 1]

    def _finds(self, sign: str) -> bool:
        """Step over *sign* if it is next."""
        found = self._peek() == sign
        self._at += found
        return found

    def _expect(self, sign: str) -> None:
        """Step over *sign*, which must be next."""
        if not self._finds(sign):
            raise self._broken()

    def _broken(self, said: str = "") -> InvalidError:
        """The error for here: line and column, and what is wrong."""
        line = self._text.count("\n", 0, self._at) + 1
        column = self._at - self._text.rfind("\n", 0, self._at)
        said = said or _("from here on this is not JSON; the file is damaged or was cut short")
        return InvalidError([Problem(f"{self._source}:{line}:{column}", said)])

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """One object, marked where a name stands twice in it."""
        found = dict(pairs)
        if len(found) == len(pairs):
            return found
        self._is_flawed = True
        doubled = _Doubled(found)
        names = [name for name, _value in pairs]
        doubled.names = tuple(name for name in found if names.count(name) > 1)
        return doubled

    def _float(self, digits: str) -> float:
        """A number with a point or an exponent; one too large for a float is none."""
        value = float(digits)
        return value if math.isfinite(value) else self._no_number(digits)

    def _no_number(self, _said: str) -> float:
        """NaN, Infinity or a number too large, marked."""
        self._is_flawed = True
        return _NotFinite("nan")


def _flaws(value: object, place: str) -> Iterator[Problem]:
    """The marked values inside *value*, each with its place."""
    if isinstance(value, _NotFinite):
        yield Problem(place, _("is not a finite number"))
    elif isinstance(value, dict):
        if isinstance(value, _Doubled):
            for name in value.names:
                yield Problem(f"{place}.{name}", _("stands there twice"))
        for name, inner in value.items():
            yield from _flaws(inner, f"{place}.{name}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _flaws(inner, f"{place}[{number}]")
