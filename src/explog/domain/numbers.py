"""Numbers as people write and read them, with comma or point. Standard library only."""

from __future__ import annotations

import re
from math import copysign, floor, inf, log10, nextafter

from explog.locale import _, spoken

_LONGEST_NUMBER = 30
_SMALL = 0.1
_FINEST = 9
"""Decimals that a stored level has at most."""
_ROUNDED = 1e12
"""Below this, the next float is far nearer than a hundredth."""
_NUMBER = r"([+-]?)((?:\d[\d., \u00a0\u202f]*)?\d|[.,]\d+)\s?%?"
_GROUPED = r"\d{1,3}([., \u00a0\u202f])\d{3}(?:\1\d{3})*"
_AMBIGUOUS = r"[1-9]\d{0,2}[.,]\d{3}"


def said_number(text: str) -> float | int:
    """The number a person wrote: ``12,5``, ``12.5``, ``1.250,5``, ``1 250``, ``−3``, ``62 %``.

    With both separators, the last one is the decimal one; one that is repeated groups thousands. A
    single one before exactly three digits (``1.250``) can be either, unless the number begins with
    0: then the language in force decides, and in Danish the point groups and the comma is decimal,
    in English the other way round.

    Returns:
        An int when the value is whole, so that equal values look equal.

    Raises:
        ValueError: When it is not one number of at most 30 characters.
    """
    said = text.strip().replace("−", "-")
    match = re.fullmatch(_NUMBER, said) if len(said) <= _LONGEST_NUMBER else None
    digits = _decimal(match[2]) if match else None
    if match is None or digits is None:
        raise ValueError(_("Not a number. Write for example 12, 12.5 or 1,250."))
    if "." not in digits:
        return int(match[1] + digits)
    value = float(match[1] + digits)
    return int(value) if value.is_integer() else value


def two_readings(text: str) -> tuple[float | int, float | int] | None:
    """The first number in *text* that could be read in two ways: as it is read, and the other way.

    ``1,250`` is 1250 in English and 1.25 in Danish; None where no number of *text* is like that.
    """
    found = re.search(rf"(?<![\d.,]){_AMBIGUOUS}(?![\d.,])", text)
    if found is None:
        return None
    whole, decimal = int(re.sub(r"\D", "", found[0])), float(found[0].replace(",", "."))
    other = int(decimal) if decimal.is_integer() else decimal
    is_whole = _groups(found[0], "," if "," in found[0] else ".")
    return (whole, other) if is_whole else (other, whole)


def plain_number(value: float) -> str:
    """*value* without marks between thousands, so that it cannot be read in two ways."""
    said = str(value)
    return said.replace(".", ",") if spoken() == "da" else said


def shown_number(value: float) -> str:
    """*value* with at most two decimals: ``−1.250,5`` in Danish, ``−1,250.5`` in English.

    Small ones keep two digits that say something: 0.0015 is not 0. Halves go away from zero, as
    people round: 18.125 is 18.13, and 2.675, a little less as a float, is 2.68.
    """
    size = abs(value)
    places = min(_FINEST, 1 - floor(log10(size))) if 0 < size < _SMALL else 2
    near = nextafter(value, copysign(inf, value)) if size < _ROUNDED else value
    plain = f"{near:,.{places}f}".rstrip("0").rstrip(".")
    signed = "0" if plain == "-0" else plain.replace("-", "−")
    return signed.translate(str.maketrans(",.", ".,")) if spoken() == "da" else signed


def _decimal(said: str) -> str | None:
    """The unsigned number *said* as Python reads it; None when its separators make no sense."""
    cut = max(said.rfind("."), said.rfind(","))
    if cut < 0 or said.count(said[cut]) > 1 or _groups(said, said[cut]):
        return _whole(said)
    whole = _whole(said[:cut] or "0")
    return f"{whole}.{said[cut + 1 :]}" if whole and said[cut + 1 :].isdecimal() else None


def _groups(said: str, mark: str) -> bool:
    """Whether the only separator of *said* stands for thousands, in the language in force."""
    return bool(re.fullmatch(_AMBIGUOUS, said)) and mark == ("." if spoken() == "da" else ",")


def _whole(said: str) -> str | None:
    """The digits of a whole number, grouped or not; None when the groups are not of three."""
    if said.isdecimal():
        return said
    return re.sub(r"\D", "", said) if re.fullmatch(_GROUPED, said) else None
