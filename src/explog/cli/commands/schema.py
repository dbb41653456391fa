"""``explog schema``: the JSON Schemas of what ``export`` writes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from explog.cli.command import Command, argument, option
from explog.cli.output import out, out_json, talk
from explog.errors import NotFoundError
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        schema_,
        argument("name", _("NAME"), required=False),
        option("--write", metavar=_("FOLDER"), about=_("Write every schema to a file in FOLDER.")),
        about=_("Print the JSON Schema called NAME, or the names there are."),
    )


def schema_(session: Session, *, name: str | None, write: str | None) -> None:  # noqa: ARG001 - every command gets it
    """Print one schema, the names, or write all."""
    from explog.exchange import schemas

    if write is not None:
        for path in schemas.write(Path(write).expanduser()):
            out(str(path))
    elif name is None:
        out(schemas.SCHEMAS)
        talk(_("Print one: explog schema {name}").format(name=next(iter(schemas.SCHEMAS))))
    elif name not in schemas.SCHEMAS:
        raise NotFoundError(name, tuple(schemas.SCHEMAS))
    else:
        out_json(schemas.schema(name))
