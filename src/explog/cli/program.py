"""One call of the command line, from the words typed to the exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from explog.cli.output import is_watched, talk
from explog.cli.root import Root
from explog.cli.session import Session
from explog.cli.words import speaking
from explog.locale import LANGUAGES, draw_plainly, language_of, speak
from explog.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

COMPLETE = "_EXPLOG_COMPLETE"
"""The variable in which a shell asks for completions."""

INTERRUPTED = 130
"""The exit code after ctrl+c: 128 and the signal's number."""


def run(words: Sequence[str]) -> int:
    """Do what *words* say.

    Returns:
        The exit code.

    Raises:
        ExplogError: With the sentence and the code for the caller.
    """
    settings = Settings()
    speak(
        language_of(settings.environment)
    )  # in case the config file itself is what cannot be read
    language = asked_language(words) or settings.language
    speak(language)
    draw_plainly(on=settings.draws_plainly(is_watched=is_watched()))
    session = Session(settings)
    with speaking(language):
        try:
            return _run(Root(), [*words], session)
        except click.Abort:
            return INTERRUPTED
        except click.ClickException as error:
            talk(_said(error))
            return error.exit_code
        finally:
            session.close()


def _run(root: Root, words: list[str], session: Session) -> int:
    """Do what *words* say with *root*; click's own ``main`` would swallow a closed pipe."""
    completing = session.settings.environment.get(COMPLETE)
    if completing:
        from click.shell_completion import shell_complete

        return shell_complete(root, {"obj": session}, "explog", COMPLETE, completing)
    try:
        with root.make_context("explog", words, obj=session) as ctx:
            code = root.invoke(ctx)
    except click.exceptions.Exit as done:
        return done.exit_code
    return code if isinstance(code, int) else 0


def asked_language(words: Sequence[str]) -> str | None:
    """The language that ``--lang`` asks for, known before the options are read."""
    for place, word in enumerate(words):
        if word == "--":
            return None
        name, equals, value = word.partition("=")
        if name == "--lang":
            asked = value if equals else next(iter(words[place + 1 :]), "")
            return asked if asked in LANGUAGES else None
    return None


def _said(error: click.ClickException) -> str:
    """What click says of a wrong usage; text from people may stand in it."""
    lines = []
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if ctx is not None:
        lines = [ctx.get_usage(), _try_help(ctx)]
    return "\n".join([*lines, error.format_message()])


def _try_help(ctx: click.Context) -> str:
    """Where to read more."""
    from explog.locale import _

    return (
        _("Try '{command} {option}' for help.").format(command=ctx.command_path, option="--help")
        + "\n"
    )
