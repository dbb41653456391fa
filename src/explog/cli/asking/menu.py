"""``explog`` alone, in lines: what needs attention, the list, one experiment, a new one, undo."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from explog.cli.asking.conversation import converse
from explog.cli.asking.entry import say_done
from explog.cli.asking.first import has_workplace, idea_form, workplace_form
from explog.cli.asking.forms import told
from explog.cli.asking.keeping import Kept
from explog.cli.asking.listed import Experiments, Pressing
from explog.cli.asking.voice import BACK, HELP, Left, agrees, attempt, hear, say, say_why
from explog.cli.library import StoredLibrary
from explog.cli.marks import word
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from explog.cli.asking.listed import Listed
    from explog.cli.session import Session

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
        self._kept = Kept(session.path)
        self._listed: Listed | None = None
        """The list that was said last."""
        self._said: dict[int, str] = {}
        """The keys that its lines were said for, by their number."""
        self._agreed: frozenset[str] = frozenset()
        """The agreements among what needs attention."""

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
        with closing(StoredLibrary(self._session.path, self._session.today)) as library:
            pressing, count = library.overview(1).pressing, library.count()
        said = ngettext("What needs attention: {n} thing", "What needs attention: {n} things",
                        pressing).format(n=pressing)  # fmt: skip
        counted = ngettext("{n} experiment", "{n} experiments", count).format(n=count)
        return [
            (said, self._say_attention),
            (_("List: {count}").format(count=counted), self._say_list),
            (_("Open an experiment"), self._open),
            (_("Write down a new experiment"), self._write_down),
            (_("Take back the last thing you did"), self._undo),
            (_("Quit"), self._quit),
        ]

    def _say_attention(self) -> None:
        """What needs attention; a number opens its experiment, or closes its agreement."""
        listed = Pressing(self._session)
        self._agreed = listed.agreements
        self._say_numbered(listed, _("Nothing needs attention."))

    def _say_list(self) -> None:
        """Every experiment; a number opens it."""
        self._say_numbered(Experiments(self._session), _("Nothing tried yet."))

    def _say_numbered(self, listed: Listed, nothing: str) -> None:
        """Say the lines by number, a screenful at a time, and open what is chosen."""
        self._listed, self._said = listed, {}
        if not listed.count:
            say(nothing)
        for start in range(0, listed.count, SCREENFUL):
            part = listed.lines(start, start + SCREENFUL)
            say(*(f"{number}. {line}" for number, (line, _key) in enumerate(part, start + 1)))
            self._said |= {number: key for number, (_line, key) in enumerate(part, start + 1)}
            is_last = start + SCREENFUL >= listed.count
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
        if self._listed is None or not self._listed.count:
            self._listed, self._said = Experiments(self._session), {}
        say(_("Which one? Its key, or its number in the list."))
        typed = hear()
        if typed and typed.casefold() != BACK:
            self._visit(self._key(typed))

    def _key(self, typed: str) -> str:
        """The key that *typed* stands for: of the line as it was said, whatever changed since."""
        if typed.isdecimal() and int(typed) in self._said:
            return self._said[int(typed)]
        if typed.isdecimal() and self._listed and 1 <= int(typed) <= self._listed.count:
            return next(
                (key for _line, key in self._listed.lines(int(typed) - 1, int(typed))), typed
            )
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
