"""``explog search``: words anywhere in the log, with the text they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.command import Command, argument
from explog.cli.output import out, out_json, paint, width
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explog.cli.session import Session
    from explog.domain.record.fold import Document
    from explog.domain.record.rows import ExperimentRow


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        search,
        argument("words", _("WORDS"), many=True),
        about=_("Find what every word stands in; the beginning of a word is enough."),
    )


def search(session: Session, *, words: tuple[str, ...]) -> None:
    """Print what was found, newest first; archived ones too."""
    library = session.library()
    found = library.rows_of(library.search(" ".join(words)))
    if session.json:
        out_json([row.as_json() for row in found])
        return
    beside = [one for one in library.beside(" ".join(words)) if not one.get("archived")]
    if found:
        _print(session, found, words)
    if beside:
        _print_beside(beside, words, below=bool(found))
    elif not found:
        from explog.cli.pages import empty

        count = library.count(archived=True)
        out(empty.no_fit(count) if count else empty.first_run(library.path()))


def _print(session: Session, found: Sequence[ExperimentRow], words: Sequence[str]) -> None:
    """Print each line with the sentence in which a word stands below it."""
    from explog.cli.pages.listing import listing
    from explog.cli.width import cut
    from explog.domain.safe import safe

    room = width()
    for line, row in zip(listing(found, room, session.today.isoformat()), found, strict=True):
        out(line)
        sentence = _sentence(session.library().record(row.id), row.title, words)
        if sentence:
            out("   " + paint(cut(safe(sentence), room - 3), "dim"))


def _print_beside(found: Sequence[Document], words: Sequence[str], *, below: bool) -> None:
    """Print the meetings and agreements, each with the sentence in which a word stands."""
    from explog.cli.pages.layout import Page, day

    page = Page()
    page.heading(_("Meetings and agreements"))
    for one in found:
        title = str(one.get("title") or one.get("what"))
        page.marked("·", f"{one['key']}  {title} · {day(str(one.get('date') or one.get('due')))}")
        sentence = _sentence(one, title, words)
        if sentence:
            page.text(sentence, indent="    ", style="dim")
    out(["", *page.lines] if below else page.lines)


def _sentence(record: object, title: str, words: Sequence[str]) -> str:
    """The text of *record* in which most of *words* stand; empty when one is in the title."""
    wanted = [word.casefold() for word in words]
    if any(word in title.casefold() for word in wanted):
        return ""
    best = max(_texts(record), key=lambda text: _hits(text, wanted), default="")
    return best if _hits(best, wanted) else ""


def _hits(text: str, wanted: Sequence[str]) -> int:
    """How many of the words *wanted* stand in *text*."""
    return sum(word in text.casefold() for word in wanted)


def _texts(value: object) -> list[str]:
    """Every text inside *value*."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = [*value.values()]
    return [text for inner in value for text in _texts(inner)] if isinstance(value, list) else []
