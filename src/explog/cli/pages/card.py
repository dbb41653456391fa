"""The start card as a Markdown page: to print, to hang on the wall, to read aloud."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explog.domain.safe import safe
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explog.domain.acts.card import Card

BLANK = "_" * 40
"""Where nothing is said yet: room to write by hand."""


def card_lines(card: Card) -> list[str]:
    """The page, line by line; what is not said yet can be filled in by hand."""
    return [
        f"# {_plain(card.key)} · {_plain(card.title)}",
        "",
        *_part(_("We believe that …"), card.belief),
        *_part(_("Limits"), *card.limits),
        *_part(_("Last day"), card.last_day),
        *_part(_("We stop if …"), *card.stops),
        *_part(_("The way back"), card.way_back),
        *_part(_("Who may stop it?"), card.who_may_stop),
        "## " + _("Frame check"),
        "",
        *(_checked(*pair) for pair in card.checked),
        "",
        _("Read aloud on {blank}").format(blank="_" * 16),
    ]


def _part(title: str, *texts: str) -> Iterator[str]:
    """A headline and what a person wrote below it."""
    yield from (f"## {title}", "")
    yield from (f"- {_plain(text)}" for text in texts if text)
    if not any(texts):
        yield BLANK
    yield ""


def _checked(question: str, answer: str) -> str:
    """One question of the check, ticked once it is answered."""
    return f"- [x] {question} **{answer}**" if answer else f"- [ ] {question}"


def _plain(text: str) -> str:
    """*text* from a person as one line that Markdown leaves as it is."""
    return re.sub(r"([\\`*_<>\[\]#|])", r"\\\1", safe(text))
