"""``explog thresholds``: the house numbers and the rule that reads the run charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.cli.command import Command, argument
from explog.cli.output import out, out_json
from explog.errors import UsageError
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session
    from explog.domain.thresholds import Thresholds


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        thresholds,
        argument("settings", _("NAME=VALUE"), required=False, many=True),
        about=_(
            "List the house numbers, or set them: explog thresholds rule=anhoej places=3\n\n"
            "None of them is a standard, so they are yours to choose. They belong to the log and "
            "travel in exports; undo takes a change back, an empty value brings the default back. "
            "Rules of the run chart: baseline_shift (six in a row beyond the frozen median of the "
            "baseline), anhoej (too long a run, too few crossings), ihi (shift of six, trend of "
            "five; astronomical points you mark yourself with explog annotate)."
        ),
    )


def thresholds(session: Session, *, settings: tuple[str, ...]) -> None:
    """Set what was given, then print all of them."""
    from explog.domain.thresholds import Thresholds
    from explog.journal.house import set_numbers

    given: dict[str, str] = {}
    for one in settings:
        name, equals, value = one.partition("=")
        if not equals:
            said = _("“{field}” has no =; write for example places=3")
            raise UsageError(said.format(field=one))
        given[name.strip()] = value
    if given:
        set_numbers(session.journal(), given)
    found = session.journal().thresholds() if session.path.exists() else Thresholds()
    if session.json:
        out_json(found.model_dump(mode="json"))
    else:
        _print(found)


def _print(found: Thresholds) -> None:
    """One number a line, what it decides below it."""
    from explog.cli.pages.layout import Page
    from explog.domain.thresholds import Thresholds
    from explog.journal.house import MEANINGS

    page, usual = Page(), Thresholds()
    for name, meaning in MEANINGS.items():
        value, default = getattr(found, name), getattr(usual, name)
        shown = f"{name} = {_shown(value)}"
        if value != default:
            shown += " · " + _("the default is {value}").format(value=_typed(default))
        page.text(shown, indent="", style="bold" if value != default else "")
        page.text(_(meaning), style="dim")
    out(page.lines)


def _shown(value: Any) -> str:  # noqa: ANN401 - a number or a word of the vocabulary
    """*value* as it is typed, with its meaning where it is a word."""
    from enum import StrEnum

    from explog.domain.naming.labels import label

    return f"{value.value} · {label(value)}" if isinstance(value, StrEnum) else _typed(value)


def _typed(value: Any) -> str:  # noqa: ANN401 - a number or a word of the vocabulary
    """*value* as it is typed."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(getattr(value, "value", value))
