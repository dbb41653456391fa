"""``explog list``: experiments as lines, read with the standard library alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.command import Command, argument, flag, option
from explog.cli.output import is_watched, out, out_json, width
from explog.errors import UsageError
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from explog.cli.session import Session
    from explog.domain.record.rows import ExperimentRow


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        list_,
        argument("words", _("QUERY"), required=False, many=True),
        option(
            "--state",
            multiple=True,
            metavar=_("STATE"),
            about=_("Only those in this state: idea, planned, running, in_review, adopted …"),
        ),
        option(
            "--outcome",
            multiple=True,
            metavar=_("OUTCOME"),
            about=_("Only those that ended so: failed_safely, failed_unsafely, adopted, scaled …"),
        ),
        option(
            "-w",
            "--workplace",
            multiple=True,
            metavar=_("CODE"),
            about=_("Only those of this workplace."),
        ),
        option("--tag", multiple=True, metavar=_("TAG"), about=_("Only those with this tag.")),
        option("--view", metavar=_("NAME"), about=_("What this saved view asks; @NAME does too.")),
        flag("--all", "everything", about=_("Archived ones too.")),
        about=_(
            "List experiments, newest first; with a QUERY only those that fit: words, or filters "
            "such as state:running, outcome:failed, frame:safe, has:lesson, since:2026-01-01; "
            "! before a value means not."
        ),
    )


def list_(
    session: Session,
    *,
    words: tuple[str, ...],
    state: tuple[str, ...],
    outcome: tuple[str, ...],
    workplace: tuple[str, ...],
    tag: tuple[str, ...],
    view: str | None,
    everything: bool,
) -> None:
    """Print the rows that fit."""
    fits = _filter(_chosen("State", state), _chosen("Outcome", outcome), workplace, tag)
    rows = [row for row in _asked(session, words, view, everything=everything) if fits(row)]
    if session.json:
        out_json([row.as_json() for row in rows])
    else:
        _print(session, rows, session.library().count(archived=everything))


def _asked(
    session: Session, words: tuple[str, ...], view: str | None, *, everything: bool
) -> list[ExperimentRow]:
    """What *words* and *view* ask for, all of it where they ask for nothing."""
    library = session.library()
    if not words and view is None:
        return library.rows(archived=everything)
    from explog.cli.asked import asked

    wanted = asked(session, words, view)
    return library.rows_of(library.ids(wanted.query, wanted.sort, archived=everything))


def _print(session: Session, rows: Sequence[ExperimentRow], every: int) -> None:
    """Print *rows* for people; how many there are tells whether the log or the filter is empty."""
    from explog.cli.pages import empty, listing

    if rows:
        out(listing.listing(rows, width(), session.today.isoformat()))
        if is_watched():
            out(["", listing.counted(rows)])
        _tell_versions([row.key for row in rows if row.derived.get("versions")])
    elif every:
        out(empty.no_fit(every))
    else:
        out(empty.first_run(session.library().path()))


def _tell_versions(keys: Sequence[str]) -> None:
    """Say of which experiments something is to be chosen, where there are some."""
    if keys:
        from explog.cli.hinting import on_log
        from explog.cli.output import talk
        from explog.exchange.brought import told_to_choose

        talk(on_log(told_to_choose(keys)))


def _chosen(kind: str, typed: Iterable[str]) -> set[str]:
    """The values of the vocabulary's list *kind* that *typed* names, in either spelling."""
    if not typed:
        return set()
    from explog.domain.naming import vocabulary
    from explog.domain.naming.labels import choice_of

    try:
        return {choice_of(getattr(vocabulary, kind), one).value for one in typed}
    except ValueError as cause:
        raise UsageError(str(cause)) from cause


def _filter(
    states: set[str], outcomes: set[str], workplaces: Sequence[str], tags: Sequence[str]
) -> Callable[[ExperimentRow], bool]:
    """What tells whether a row fits every filter that is given."""
    from explog.domain.record.keys import folded

    codes = {folded(code) for code in workplaces}
    words = {tag.casefold() for tag in tags}

    def fits(row: ExperimentRow) -> bool:
        return (
            (not states or row.state in states)
            and (not outcomes or row.outcome in outcomes)
            and (not codes or folded(row.workplace or "") in codes)
            and (not words or any(tag.casefold() in words for tag in row.tags))
        )

    return fits
