"""What can stand where the cursor is in a query: filters, their values, what the log knows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from explog.domain.query import words
from explog.domain.query.matching import begins_a_word
from explog.domain.query.terms import DAYS, QUOTES, SPANS, written
from explog.domain.record.keys import folded as folded_key
from explog.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

OFFERED = (N_("today"), N_("yesterday"), N_("monday"), "-7", "-30")
"""Days that are offered; all others can be written as well."""

_TOKEN = re.compile(r'(?:"[^"]*(?:"|$)|[^\s"])+$')
_PARTS = re.compile(
    r"(?P<no>[-−–!]?)(?:(?P<name>[^\W\d_]+(?:_[^\W\d_]+)*):(?:!|-(?!\d))?)?"
    r'(?P<before>(?:(?:"[^"]*"|[^,"])+,)*)(?P<part>.*)',
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a log knows, so that it can be offered."""

    tags: Sequence[str] = ()
    tasks: Sequence[str] = ()
    """The texts of core tasks."""
    workplaces: Mapping[str, str] = field(default_factory=dict)
    """Code → name; found by either."""


class _Token(NamedTuple):
    """What stands before the cursor, taken apart."""

    negation: str
    name: str
    """As it was typed; empty where none was."""
    kept: str
    """Everything up to the value that is being typed."""
    part: str
    """The beginning that is to be completed."""
    before: str
    """The values that were typed already."""


def completions(text: str, cursor: int, vocabulary: Vocabulary | None = None) -> list[str]:
    """What can take the place of the token before *cursor* (``token_start``), as it is typed.

    Nothing is offered for plain words but the filters they may become.

    Args:
        text: The query so far.
        cursor: How many characters of it stand before the cursor.
        vocabulary: The tags, core tasks and workplaces to offer.
    """
    token = _taken_apart(text[token_start(text, cursor) : cursor])
    if not token.name:
        wanted = words.bare(token.part)
        if token.part and not wanted:
            return []
        return [f"{token.negation}{name}:" for name in _names(wanted)]
    name = words.filter_called(token.name)
    values = _values(name, token, vocabulary or Vocabulary()) if name else iter(())
    return [token.kept + written(value, name or "") for value in dict.fromkeys(values)]


def token_start(text: str, cursor: int) -> int:
    """Where the token before *cursor* begins; *cursor* itself after a space."""
    found = _TOKEN.search(text[:cursor])
    return found.start() if found else cursor


def completed(text: str, cursor: int, choice: str) -> tuple[str, int]:
    """*text* with *choice* in place of the token before *cursor*, and where the cursor is then.

    After a filter its value is typed on, after a value a space stands.
    """
    space = "" if choice.endswith(":") or text[cursor:].startswith(" ") else " "
    head = text[: token_start(text, cursor)] + choice + space
    return head + text[cursor:], len(head)


def _taken_apart(token: str) -> _Token:
    """The parts of *token*."""
    found = _PARTS.fullmatch(token)
    if found is None or not found["name"]:
        negation = token[:1] if token[:1] in {"-", "−", "–", "!"} else ""
        return _Token(negation, "", "", token.removeprefix(negation), "")
    kept = token[: found.start("part")]
    part = found["part"]
    if part[:1] in QUOTES:
        part = part[1:].rstrip(QUOTES[part[0]])
    return _Token(found["no"], found["name"], kept, part, found["before"])


def _names(wanted: str) -> list[str]:
    """The filters that begin with *wanted*, bare, in either language; those shown so first."""
    found = [
        words.name_in_force(name)
        for name, known in words.name_spellings().items()
        if any(one.startswith(wanted) for one in known)
    ]
    return sorted(found, key=lambda name: not words.bare(name).startswith(wanted))


def _values(name: str, token: _Token, vocabulary: Vocabulary) -> Iterator[str]:
    """The values of the filter *name* that begin as *token* does and are not there yet."""
    if name in DAYS:
        offered = [_(day) for day in OFFERED]
        yield from (day for day in offered if day.startswith(token.part.casefold()))
    elif name in SPANS:
        return
    elif words.labels(name):
        there = [one for each in token.before.split(",") for one in words.values_called(name, each)]
        wanted = words.bare(token.part)
        for value, known in words.spellings(name).items():
            if value not in there and any(one.startswith(wanted) for one in known):
                yield words.value_in_force(name, value)
    else:
        yield from _known(name, token.part, vocabulary)


def _known(name: str, part: str, vocabulary: Vocabulary) -> Iterator[str]:
    """What the log knows that begins with *part*."""
    if name == "tag":
        yield from (tag for tag in vocabulary.tags if tag.casefold().startswith(part.casefold()))
    elif name == "task":
        yield from (task for task in vocabulary.tasks if begins_a_word(task, part))
    else:
        for code, called in vocabulary.workplaces.items():
            if folded_key(code).startswith(folded_key(part)) or begins_a_word(called, part):
                yield code
