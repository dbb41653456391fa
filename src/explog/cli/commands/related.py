"""``explog related``: earlier experiments that resemble one, or a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.command import Command, argument
from explog.cli.completing import keys
from explog.cli.output import out, out_json
from explog.errors import NotFoundError
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.pages.related import Earlier
    from explog.cli.session import Session


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        related,
        argument("words", _("KEY|TEXT"), many=True, shell_complete=keys),
        about=_(
            "Find earlier experiments that resemble one, or an idea in your own words.\n\n"
            "Each is shown with what it taught and the words that made it fit."
        ),
    )


def related(session: Session, *, words: tuple[str, ...]) -> None:
    """Print the ones that fit, the most alike first."""
    from explog.cli.pages.related import related_lines

    found = _found(session, words)
    if session.json:
        out_json([one.as_json() for one in found])
    else:
        out(related_lines(found) or [_("Nothing in the log resembles it.")])


def _found(session: Session, words: tuple[str, ...]) -> list[Earlier]:
    """What resembles the experiment whose key *words* are, or else the text."""
    from explog.cli.pages.related import related_to, related_to_text

    library = session.library()
    if len(words) == 1:
        try:
            return related_to(library, library.found(words[0], "experiment")[0])
        except NotFoundError:
            if _looks_like_key(words[0]):
                raise
    return related_to_text(library, " ".join(words))


def _looks_like_key(word: str) -> bool:
    """Whether *word* can only be meant as a key: letters, a dash and a number."""
    code, _dash, number = word.rpartition("-")
    return bool(code) and number.isdigit()
