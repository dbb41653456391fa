"""``explog config``: what is set, where it is set, and what can be set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.command import Command
from explog.cli.output import out, out_json, paint
from explog.cli.width import cells, pad
from explog.domain.safe import safe
from explog.locale import N_, _

if TYPE_CHECKING:
    from explog.cli.session import Session

SETTINGS = {
    "lang": N_("the language: da or en"),
    "log": N_("where the log lies"),
    "role": N_("the function that acts, never a name"),
    "theme": N_("the colours of the screens: explog-dark, explog-light or another theme"),
    "motion": N_("none: nothing moves by itself"),
    "glyphs": N_("ascii or unicode: what the terminal can draw"),
}
"""Setting → what it is, English; shown translated."""

SOURCES = {
    "environment": N_("from the environment"),
    "config": N_("from the config file"),
    "default": N_("not set"),
}


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name, config, about=_("Say what is set and where; changes nothing, and needs no file.")
    )


def config(session: Session) -> None:
    """Print the path of the config file, every setting, and an example."""
    settings = session.settings
    told = {name: {"value": settings.get(name), "from": settings.source(name)} for name in SETTINGS}
    if session.json:
        keys = settings.config.get("keys", {})
        out_json({"path": str(settings.config_path), "settings": told, "keys": keys})
        return
    path = safe(str(settings.config_path))
    found = (
        _("Config file: {path}") if settings.config_path.exists() else _("No config file at {path}")
    )
    out([found.format(path=path), "", *_lines(told), "", *_example()])


def _valued(value: str | None, source: str | None) -> str:
    """A setting's value and where it is from."""
    told = SOURCES["default" if source is None else source]
    return f"{safe(value or '–')}  ({_(told)})"


def _lines(told: dict[str, dict[str, str | None]]) -> list[str]:
    """One line for each setting."""
    values = {name: _valued(one["value"], one["from"]) for name, one in told.items()}
    widest = max(cells(value) for value in values.values())
    return [
        f"{paint(pad(name, 7), 'bold')}  {pad(values[name], widest)}  {_(SETTINGS[name])}"
        for name in told
    ]


def _example() -> list[str]:
    """A config file that changes something, ready to be copied."""
    return [
        _("An example; “explog keys” lists the names of all keys:"),
        "",
        '  lang = "da"',
        '  theme = "explog-light"',
        "",
        "  [keys]",
        '  undo = "z"',
    ]
