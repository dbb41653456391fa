"""``explog lessons``: what was learned, read with the standard library alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from explog.cli.command import Command, argument, flag
from explog.cli.hinting import hint
from explog.cli.output import is_watched, out, out_json
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session


def command(name: str) -> Command:
    """Build the command."""
    from explog.domain.lists.lessons import GROUPINGS

    codes = [grouping.code for grouping in GROUPINGS]
    return Command(
        name,
        lessons,
        argument("words", _("QUERY"), required=False, many=True),
        click.Option(
            ["--by"],
            type=click.Choice(codes),
            default=codes[0],
            help=_("What they are grouped by: theme, task, outcome, competence or hallmark."),
        ),
        flag("--never-used", "never_used", about=_("Only those that no experiment builds on.")),
        flag("--contradicted", about=_("Only those that a later experiment spoke against.")),
        flag("--old", about=_("Only those that are older than a year.")),
        about=_(
            "Read what was learned. Words of a QUERY are looked for in the lesson, filters such as "
            "outcome:failed_safely or task:handover speak of its experiment."
        ),
    )


def lessons(
    session: Session,
    *,
    words: tuple[str, ...],
    by: str,
    never_used: bool,
    contradicted: bool,
    old: bool,
) -> None:
    """Print the lessons that fit, in their groups."""
    from explog.cli.pages.lessons import counted, lesson_lines
    from explog.domain.lists.lessons import BY_CODE, grouped
    from explog.domain.query.query import parse

    today = session.today.isoformat()
    wanted = {
        code
        for code, is_asked in (
            ("never_used", never_used),
            ("contradicted", contradicted),
            ("old", old),
        )
        if is_asked
    }
    library, query = session.library(), parse(" ".join(words), session.today)
    found = [one for one in library.lessons(query) if wanted <= {*one.marks(today)}]
    if session.json:
        out_json([one.as_json(today) for one in found])
        return
    if not found:
        out([_nothing(bool(library.lessons()))])
        return
    out(lesson_lines(grouped(found, BY_CODE[by]), today))
    if is_watched():
        out(["", counted(found)])


def _nothing(is_narrowed: bool) -> str:
    """What to do where there is nothing to show."""
    if is_narrowed:
        return hint(_("No lesson fits. explog lessons shows all of them."))
    return hint(
        _("No lesson yet. When a test has ended, explog lesson KEY writes down what it taught you.")
    )
