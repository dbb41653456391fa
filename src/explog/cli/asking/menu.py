"""``explog`` alone, in lines: what needs attention, the list, one experiment, a new one, undo."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

from explog.cli.asking.conversation import converse
from explog.cli.asking.entry import say_done
from explog.cli.asking.first import has_workplace, idea_form, workplace_form
from explog.cli.asking.forms import told
from explog.cli.asking.voice import BACK, HELP, Left, agrees, attempt, hear, say, say_why
from explog.cli.library import StoredLibrary
from explog.cli.marks import row_mark, word
from explog.cli.pages.listing import counted, how_far
from explog.domain.lists.overview import overview
from explog.domain.moments import shown_day
from explog.domain.naming.vocabulary_learning import Attention
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from explog.cli.asking.conversation import Kept
    from explog.cli.session import Session
    from explog.domain.lists.overview import Item
    from explog.domain.record.rows import ExperimentRow

AGREEMENTS = frozenset({Attention.AGREEMENT_OVERDUE, Attention.AGREEMENT_DUE})
"""What is said of agreements instead of experiments."""

SCREENFUL = 20
"""Lines of a list said at once."""


def open_menu(session: Session) -> int:
    """Answer until the person quits; the exit code."""
    menu = Menu(session)
    try:
        menu.run()
    except Left:
        say(_("Goodbye."))
    return 0


class Menu:
    """The first page in lines."""

    def __init__(self, session: Session) -> None:
        """Work on the log of *session*."""
        self._session = session
        self._kept: Kept = {}
        self._keys: list[str] = []
        """What the list that was said last holds, by its numbers."""
        self._agreed: set[str] = set()
        """The agreements among them."""

    def run(self) -> None:
        """Say what there is and do what is chosen.

        Raises:
            Left: When the person quits.
        """
        while True:
            doors = self._doors()
            say(*(f"{number}. {words}" for number, (words, _do) in enumerate(doors, 1)))
            say(_("Type a number, or the key of an experiment."))
            typed = hear()
            if typed.isdecimal() and 1 <= int(typed) <= len(doors):
                attempt(doors[int(typed) - 1][1], say_why)
            elif typed == HELP:
                say(*_help())
            elif typed and typed != BACK:
                self._visit(typed)

    def _doors(self) -> list[tuple[str, Callable[[], object]]]:
        """The lines of the menu: words and what they do."""
        rows, items = self._read()
        said = ngettext("What needs attention: {n} thing", "What needs attention: {n} things",
                        len(items)).format(n=len(items))  # fmt: skip
        return [
            (said, self._say_attention),
            (_("List: {count}").format(count=counted(rows)), self._say_list),
            (_("Open an experiment"), self._open),
            (_("Write down a new experiment"), self._write_down),
            (_("Take back the last thing you did"), self._undo),
            (_("Quit"), self._quit),
        ]

    def _read(self) -> tuple[list[ExperimentRow], list[Item]]:
        """Every experiment, newest first, and what needs attention, most pressing first."""
        today = self._session.today
        with closing(StoredLibrary(self._session.path, today)) as library:
            rows = library.rows()
            return rows, overview(rows, library.agreements(), today.isoformat()).attention

    def _say_attention(self) -> None:
        """What needs attention; a number opens its experiment, or closes its agreement."""
        _rows, items = self._read()
        self._agreed = {item.key for item in items if item.code in AGREEMENTS}
        lines = []
        for item in items:
            said = f"{word('Attention', item.code.value)}: {item.key}, {item.title}"
            since = shown_day(date.fromisoformat(item.since)) if item.since else ""
            lines.append(said + (", " + _("since {day}").format(day=since) if since else ""))
        self._say_numbered(lines, [item.key for item in items], _("Nothing needs attention."))

    def _say_list(self) -> None:
        """Every experiment; a number opens it."""
        rows, _items = self._read()
        lines = [_told(row, self._session.today.isoformat()) for row in rows]
        self._say_numbered(lines, [row.key for row in rows], _("Nothing tried yet."))

    def _say_numbered(self, lines: Sequence[str], keys: list[str], nothing: str) -> None:
        """Say *lines* by number, a screenful at a time, and open what is chosen."""
        self._keys = keys
        if not lines:
            say(nothing)
        for start in range(0, len(lines), SCREENFUL):
            part = lines[start : start + SCREENFUL]
            say(*(f"{number}. {line}" for number, line in enumerate(part, start + 1)))
            is_last = start + SCREENFUL >= len(lines)
            say(
                _("A number or a key opens it; press enter to go back.")
                if is_last
                else _("A number or a key opens it; press enter for more, b to go back.")
            )
            while (typed := hear()) == HELP:
                say(*_help())
            if typed:
                if typed.casefold() != BACK:
                    self._visit(self._key(typed))
                return

    def _open(self) -> None:
        """Open one experiment by its key, or by its number in the list said last."""
        if not self._keys:
            self._keys = [row.key for row in self._read()[0]]
        say(_("Which one? Its key, or its number in the list."))
        typed = hear()
        if typed and typed.casefold() != BACK:
            self._visit(self._key(typed))

    def _key(self, typed: str) -> str:
        """The key that *typed* stands for."""
        if typed.isdecimal() and 1 <= int(typed) <= len(self._keys):
            return self._keys[int(typed) - 1]
        return typed

    def _visit(self, ref: str) -> None:
        """Stay with one experiment, or close one agreement; what is neither is said."""
        if ref in self._agreed:
            attempt(lambda: self._settle(ref), say_why)
            return
        from explog.cli.asking.experiment import visit

        attempt(lambda: visit(self._session, ref, self._kept), say_why)

    def _settle(self, key: str) -> None:
        """Close the agreement *key* once the person says that it is done."""
        from explog.journal.agreements import settle

        say(_("Is the agreement done? yes or no"))
        if agrees():
            settle(self._session.journal(key), key, "done")
            say(*told(key, word("AgreementStatus", "done")))

    def _write_down(self) -> None:
        """Ask for a new idea, and for the workplace first where there is none."""
        if not has_workplace(self._session):
            opened = converse(workplace_form(self._session), self._kept)
            if opened is None:
                return
            say(_("{key} is written down.").format(key=opened.key))
        done = converse(idea_form(self._session), self._kept)
        if done is not None:
            say_done(self._session, self._session.journal(), done)

    def _undo(self) -> None:
        """Take back the last act once the person says yes, and say what it was."""
        from explog.journal.undoing import said, undo

        say(_("Take back the last thing you did? yes or no"))
        if agrees():
            say(said(undo(self._session.journal(""))))

    def _quit(self) -> None:
        """End explog."""
        raise Left


def _help() -> list[str]:
    """What can be typed in a list."""
    return [
        _("A number chooses its line; a key such as AMB-01 opens that experiment."),
        _("b goes back."),
        _("A full stop leaves; nothing you typed is lost."),
    ]


def _told(row: ExperimentRow, today: str) -> str:
    """An experiment in one line."""
    _sign, shown, _style = row_mark(row)
    parts = [row.key, row.title, shown, how_far(row, today)]
    if row.attention:
        parts.append(word("Attention", row.attention[0]))
    return ", ".join(part for part in parts if part)
