"""Where things lie and how explog is set: environment, config file, machine, in this order.

Nothing is made or opened here until somebody asks; no folder is ever made.
"""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explog.errors import InvalidError, Problem
from explog.locale import _, language_of
from explog.locale.reasons import reason

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "explog"


class Settings:
    """What holds when a command does not say otherwise."""

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        """Read from *environment*; ``os.environ`` by default."""
        self.environment = os.environ if environment is None else environment

    def source(self, name: str) -> str:
        """Where the setting *name* comes from: ``environment``, ``config`` or ``default``."""
        if self.environment.get(f"EXPLOG_{name.upper()}"):
            return "environment"
        return "config" if self.config.get(name) not in {None, ""} else "default"

    def get(self, name: str) -> str | None:
        """The setting *name*: ``EXPLOG_NAME``, else ``name`` in the config file; None for neither.

        Raises:
            InvalidError: When the config file cannot be read, or holds something else than a text.
        """
        given = self.environment.get(f"EXPLOG_{name.upper()}")
        if given:
            return given
        found = self.config.get(name)
        if found is None or isinstance(found, str):
            return found or None
        raise InvalidError([Problem(f"{self.config_path}: {name}", _("is not a text"))])

    @property
    def language(self) -> str:
        """``da`` or ``en``; what is neither counts as not set."""
        wanted = (self.get("lang") or "")[:2].lower()
        return wanted if wanted in {"da", "en"} else language_of(self.environment)

    @property
    def log(self) -> Path:
        """Where the log lies."""
        chosen = self.get("log")
        return Path(chosen).expanduser() if chosen else self.data / "log.db"

    def demo(self, language: str) -> Path:
        """Where the demo log in *language* lies: a file of its own, never mixed with real data."""
        return self.data / f"demo-{language}.db"

    @cached_property
    def data(self) -> Path:
        """The folder of the logs."""
        import platformdirs  # noqa: PLC0415 - costs 5 ms, and --log needs none of it

        return platformdirs.user_data_path(NAME, appauthor=False)

    def draws_plainly(self, *, is_watched: bool) -> bool:
        """Whether to draw with ASCII signs only.

        Args:
            is_watched: Whether a terminal shows it; then what the terminal can show counts, unless
                ``glyphs`` is set.
        """
        wanted = self.get("glyphs")
        if wanted in {"ascii", "unicode"}:
            return wanted == "ascii"
        from explog.locale.signs import shows_unicode  # noqa: PLC0415 - only once a call

        return is_watched and not shows_unicode(self.environment)

    @cached_property
    def state(self) -> Path:
        """The folder of what explog remembers of itself: the theme that was chosen."""
        import platformdirs  # noqa: PLC0415 - as above

        return platformdirs.user_state_path(NAME, appauthor=False)

    @cached_property
    def config_path(self) -> Path:
        """The config file, which need not exist; ``EXPLOG_CONFIG`` names another one."""
        chosen = self.environment.get("EXPLOG_CONFIG")
        if chosen:
            return Path(chosen).expanduser()
        import platformdirs  # noqa: PLC0415 - as above

        return platformdirs.user_config_path(NAME, appauthor=False) / "config.toml"

    @cached_property
    def config(self) -> dict[str, Any]:
        """What the config file holds; empty without one.

        Raises:
            InvalidError: When it is not TOML or not UTF-8, with the place in the parser's words.
        """
        try:
            text = self.config_path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except OSError as cause:
            said = Problem(str(self.config_path), reason(cause))
            raise InvalidError([said]) from cause
        import tomllib  # noqa: PLC0415 - only a config file needs it

        try:
            return tomllib.loads(text.decode())
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as cause:
            raise InvalidError([Problem(str(self.config_path), str(cause))]) from cause
