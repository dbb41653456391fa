"""The guard against personal data: what in a text may point at a person (DOMAIN.md 11).

It finds places, never persons: no function returns, formats or keeps what it found. The guard does
not find everything; it has no list of names and knows no one. Standard library only.

A person number (CPR) is a day (01–31, or 61–91 for a replacement number), a month, a year of two
digits, and four digits, of which the first tells the century in which the day must exist. There is
no modulus 11: it stopped being a guarantee on 1 October 2007. It may be written with a hyphen,
blanks, a line's end or another mark (``. / _ ,``) before the last four, and with its day, month and
year apart, in any Unicode digits; a day such as 12.10.26 with a time of day after it passes. What
is glued to letters or digits is a longer code and passes, as do uuids, hashes and case numbers; a
plain word glued on by a missing space (``cpr…``, ``…og``) does not save it, and nor does a hyphen
with more beside it, because journal numbers are made that way. Who knows better can say so; a
number that slipped through cannot be called back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

from explog.domain.safe import INVISIBLE
from explog.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

Code: TypeAlias = Literal[
    "person_number", "email", "phone", "number_plate", "name_hint", "initials", "recognisable"
]
Severity: TypeAlias = Literal["block", "warn", "hint"]

_SEVERITIES: dict[Code, Severity] = {
    "person_number": "block",
    "email": "warn",
    "phone": "warn",
    "number_plate": "warn",
    "name_hint": "hint",
    "initials": "hint",
    "recognisable": "hint",
}
_SENTENCES: dict[Code, str] = {
    "person_number": N_(
        "This looks like a person number (CPR). Remove it, or say that it is not one."
    ),
    "email": N_("This looks like an e-mail address."),
    "phone": N_("This looks like a phone number."),
    "number_plate": N_("This looks like a number plate."),
    "name_hint": N_("Is it a name?"),
    "initials": N_("Is it a name?"),
    "recognisable": N_("Can anyone recognise the person?"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in a text that may point at a person; never what stands there."""

    code: Code
    start: int
    """Its first character, counted from 0."""
    end: int
    """The place after its last character."""
    severity: Severity
    """``block``: not saved, imported or exported as it is · ``warn``: confirm · ``hint``: think."""

    @property
    def sentence(self) -> str:
        """What to tell or ask the person, in the language in force."""
        return _(_SENTENCES[self.code])


_GAP = rf"[{INVISIBLE}\u034f\u200d\ufe0f\u20e3]{{0,3}}"
"""Invisible characters and keycaps do not keep two digits apart."""
_BLANK = r"[^\S\r\n]"
_HYPHEN = rf"{_BLANK}{{0,2}}[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]{_BLANK}{{0,2}}\n?"
_APART = r"\s{0,2}[._/,]\s{0,2}|\s{1,10}"
"""What else a person puts before the last four; also a line's end, also a comma."""
_TWO = rf"\d{_GAP}\d"
_FOUR = rf"{_TWO}{_GAP}{_TWO}"
_SOME = rf"{_BLANK}{{1,3}}"
_PERSON_NUMBER = (
    rf"(?<!\d)(?=("
    rf"{_FOUR}{_GAP}{_TWO}{_GAP}(?:{_HYPHEN}|{_APART})?{_GAP}{_FOUR}"
    rf"|{_TWO}{_SOME}{_TWO}{_SOME}{_TWO}(?:{_HYPHEN}|{_APART}){_FOUR}"
    rf"|{_TWO}([-./_]){_TWO}\2{_TWO}(?:{_HYPHEN}|(?P<timed>{_APART})){_FOUR}"
    rf")(?!\d))"
)
"""With ``timed``, it may as well be a day and the time of it: 12.10.26 1400."""
_LAST_HOUR, _LAST_MINUTE = 23, 59
_REPLACED = 60
"""Added to the day of a replacement number."""
_CENTURIES = {
    **dict.fromkeys((0, 1, 2, 3), (99, 1900, 1900)),
    **dict.fromkeys((4, 9), (36, 2000, 1900)),
    **dict.fromkeys((5, 6, 7, 8), (57, 2000, 1800)),
}
"""By the seventh digit: the century of the years up to a last one, and that of the later ones.

Source: cpr.dk, how the number is built (DOMAIN.md 11).
"""
_GLUED_BEFORE = r"[^\W_]*\Z"
_GLUED_AFTER = r"[^\W_]*"
_LONGEST_WORD = 30

_EMAIL = r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_PHONE = (
    rf"(?<![\w+])(?<!\d{_BLANK})(?:(?:\+|00)45(?:{_BLANK}?-?\d){{8}}"
    rf"|[2-9]\d(?:({_BLANK}|-)\d\d)(?:\1\d\d){{2}}"
    rf"|(?!(?:19|20)\d\d{_BLANK}(?:19|20))[2-9]\d{{3}}{_BLANK}\d{{4}})(?!\w|{_BLANK}\d)"
)
"""Eight digits with no more numbers beside them: a series of observations is no phone number."""
_PLATE = rf"(?<![\w-])[A-Z]{{2}}{_BLANK}?\d\d{_BLANK}?\d{{3}}(?![\w-])"
_TITLE = (
    rf"\b(?:(?:(?:[Hh]r|[Ff]rk)\.{_BLANK}*|(?:[Ff]ru|[Ff]røken){_BLANK}+)(?!og\b|eller\b)[^\W\d_]+"
    rf"|(?:[Hh]r|Mrs?\.?|Ms\.?|Miss){_BLANK}+[A-ZÆØÅ][^\W\d_]+)"
)
"""Titles as they are written: ``HR`` is a department, ``MR`` a scanner, ``ms`` a unit."""
_INITIALS = r"\s*((?:[A-ZÆØÅ]\.?){2,4})\s*"
_HEALTH = (
    r"(?i)diagnos|medici|medicat|anfald|kramper|indlagt|indlægge|sygdom|psykiatr"
    r"|seizure|illness|hospitali"
)
_SOMEONE = (
    r"(?i)\b(?:en (?:borger|patient|beboer)|borgeren|patienten|beboeren|et barn|barnet"
    r"|(?:a|the) (?:citizen|patient|resident|child))\b"
)
_DATED = (
    r"(?i)\b(?:\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}|\d{1,2}\.\d{1,2}\.(?:\d\d)?"
    r"|\d{1,2}\.? (?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|o[ck]t|nov|dec)"
    r"|i (?:dag|går|forgårs)\b|today\b|yesterday\b)"
)


def person_number(text: str) -> tuple[int, int] | None:
    """The first person number of *text*: its first place, counted from 0, and the one after it."""
    return next(_person_numbers(text), None)


def masked(text: str, replacement: str | None = None) -> str:
    """*text* with *replacement* for every person number; ``[removed]`` in the language in force."""
    said = _("[removed]") if replacement is None else replacement
    parts, place = [], 0
    for start, end in _person_numbers(text):
        parts += [text[place:start], said]
        place = end
    return "".join([*parts, text[place:]])


def findings(text: str, *, field_is_role: bool = False) -> list[Finding]:
    """Everything in *text* that the guard asks about, in the order it stands.

    Args:
        text: One field, as it was written.
        field_is_role: Whether the field holds a function (leader, coordinator). Only there are
            two to four capitals taken for initials, when nothing else stands in it.

    A health word beside someone and a date is ``recognisable``; how small a place is, no text
    tells.
    """
    blocked = list(_person_numbers(text))
    places: list[tuple[int, int, Code]] = [(start, end, "person_number") for start, end in blocked]
    for start, end, code in _softer(text):
        if not any(start < stop and begin < end for begin, stop in blocked):
            places.append((start, end, code))
    initials = re.fullmatch(_INITIALS, text) if field_is_role else None
    if initials:
        places.append((*initials.span(1), "initials"))
    return [Finding(code, start, end, _SEVERITIES[code]) for start, end, code in sorted(places)]


def _softer(text: str) -> Iterator[tuple[int, int, Code]]:
    """The places that are asked about and never block."""
    patterns: tuple[tuple[str, Code], ...] = (
        (_EMAIL, "email"),
        (_PHONE, "phone"),
        (_PLATE, "number_plate"),
        (_TITLE, "name_hint"),
    )
    for pattern, code in patterns:
        yield from ((*found.span(), code) for found in re.finditer(pattern, text))
    health = re.search(_HEALTH, text)
    if health and re.search(_SOMEONE, text) and re.search(_DATED, text):
        yield (*health.span(), "recognisable")


def _person_numbers(text: str) -> Iterator[tuple[int, int]]:
    """The places of all person numbers in *text*, in order, none inside another."""
    place = 0
    for found in re.finditer(_PERSON_NUMBER, text):
        start, end = found.span(1)
        digits = [int(character) for character in found[1] if character.isdecimal()]
        if found["timed"] is not None and _is_time(digits[6:]):
            continue
        if start >= place and _is_born(digits) and _stands_alone(text, start, end):
            yield start, end
            place = end


def _is_time(four: list[int]) -> bool:
    """Whether *four* digits are a time of day."""
    return four[0] * 10 + four[1] <= _LAST_HOUR and four[2] * 10 + four[3] <= _LAST_MINUTE


def _is_born(digits: list[int]) -> bool:
    """Whether ten *digits* begin with a day that exists in the century the seventh one tells."""
    day, month, year = (digits[n] * 10 + digits[n + 1] for n in (0, 2, 4))
    last, century, otherwise = _CENTURIES[digits[6]]
    try:
        date(
            (century if year <= last else otherwise) + year,
            month,
            day - _REPLACED if day > _REPLACED else day,
        )
    except ValueError:
        return False
    return True


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing is glued to the number that makes it a part of a longer code."""
    before = re.search(_GLUED_BEFORE, text[max(0, start - _LONGEST_WORD) : start])
    after = re.match(_GLUED_AFTER, text[end : end + _LONGEST_WORD])
    return all(found is None or _is_word(found[0]) for found in (before, after))


def _is_word(glued: str) -> bool:
    """Whether *glued* is empty or a word of plain language: small letters, not all hexadecimal."""
    if not glued or glued.lower() in {"cpr", "nr", "cprnr"}:
        return True
    return (
        len(glued) > 1
        and glued.isalpha()
        and glued[1:].islower()
        and not set(glued.lower()) <= set("abcdef")
    )
