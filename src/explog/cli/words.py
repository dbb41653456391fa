"""click's own English, marked for the catalogue so that it appears in Danish.

click asks Python's ``gettext`` for its sentences; ``speaking`` lets it find them in explog's.
"""

from __future__ import annotations

import gettext
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import explog.locale
from explog.locale import N_, Nn_

if TYPE_CHECKING:
    from collections.abc import Iterator

DOMAIN = "explog"
"""The name of explog's catalogues."""

SENTENCES = (
    N_("Usage:"),
    N_("Options"),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("Show this message and exit."),
    N_("No such option {name!r}."),
    N_("No such option: {name}"),  # click 8.3
    N_("No such command {name!r}."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("Missing command."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Option {name!r} does not take a value."),
    N_("Argument {name!r} takes {nargs} values."),
    N_("env var: {var}"),
    N_("default: {default}"),
    N_("required"),
    N_("Aborted!"),
)
"""Sentences of click that a person can meet."""

COUNTED = (
    Nn_("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    Nn_("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    Nn_("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    Nn_("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
"""As above, singular and plural."""


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let click speak *language* inside; English is what it says by itself."""
    if language == "en":
        yield
        return
    before = os.environ.get("LANGUAGE"), gettext.textdomain()
    gettext.bindtextdomain(DOMAIN, os.fspath(Path(explog.locale.__file__).parent))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        gettext.textdomain(before[1])
        if before[0] is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before[0]
