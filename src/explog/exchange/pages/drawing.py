"""Drawing a sheet as HTML or Markdown. Whatever a person wrote is shown as it is written.

HTML is self-contained: it asks for nothing from anywhere, and runs nothing.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from explog.domain.safe import safe_lines
from explog.locale import spoken

if TYPE_CHECKING:
    from jinja2 import Environment

    from explog.exchange.pages.sheet import Sheet

HTML, MARKDOWN = "html", "md"
FORMATS = (MARKDOWN, HTML)
"""How a page can be drawn; also the ending of its file."""

_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~$&]")
"""What Markdown would obey anywhere."""

_BEGINNING = re.compile(r"^([-+=:]|#{1,6}|\d+[.)])")
"""What it would obey at the beginning of a line: a list, a rule, a heading."""

_LINKS = re.compile(r"(?i)\b(https?|ftp|mailto)(:)|(www)(\.)")
"""What some readers turn into a link by themselves."""


def drawn(sheet: Sheet, form: str) -> str:
    """*sheet* as a text in the *form* ``html`` or ``md``."""
    if form == HTML:
        return html(sheet)
    return markdown(sheet)


def html(sheet: Sheet) -> str:
    """*sheet* as a document that stands alone."""
    template = _environment(escaped=True).get_template("page.html.j2")
    return template.render(sheet=_harmless(sheet), language=spoken()).strip() + "\n"


def markdown(sheet: Sheet) -> str:
    """*sheet* as Markdown (CommonMark with tables)."""
    template = _environment(escaped=False).get_template("page.md.j2")
    told = template.render(sheet=_plain(_harmless(sheet)), language=spoken())
    return re.sub(r"\n{3,}", "\n\n", told).strip() + "\n"


def escaped(text: str) -> str:
    """*text* so that Markdown shows it as it is; a line end becomes a break that a table holds."""
    marked = _MARKDOWN.sub(lambda found: f"\\{found[0]}", text)
    marked = _LINKS.sub(lambda found: f"{found[1] or found[3]}\\{found[2] or found[4]}", marked)
    return re.sub(r"\n+", "<br>", marked.strip())


def begun(text: str) -> str:
    """Escaped *text* so that it can stand at the beginning of a line."""
    return _BEGINNING.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", text)


@cache
def _environment(*, escaped: bool) -> Environment:
    """The templates, with the rules of HTML or with none."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - pages only
    from markupsafe import Markup  # noqa: PLC0415 - comes with jinja2

    made = Environment(
        loader=PackageLoader("explog.exchange.pages"),
        autoescape=escaped,  # noqa: S701 - HTML is; Markdown has rules of its own (``escaped``)
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["begun"] = begun
    made.globals["drawing"] = Markup  # of explog's own charts alone
    return made


def _harmless(value: Any) -> Any:  # noqa: ANN401 - whatever a sheet holds
    """*value* with nothing in its texts that hides or turns around; lines stay lines."""
    return _each(value, safe_lines)


def _plain(value: Any) -> Any:  # noqa: ANN401 - as above
    """*value* with all its texts escaped for Markdown."""
    return _each(value, escaped)


def _each(value: Any, change: Any) -> Any:  # noqa: ANN401 - as above
    """*value* with *change* done to each of its texts, but not to what the templates ask for."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple | list):
        return type(value)(_each(one, change) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        kept = {"kind", "tone", "chart"}
        return type(value)(
            **{
                one.name: getattr(value, one.name)
                if one.name in kept
                else _each(getattr(value, one.name), change)
                for one in fields(value)
            }
        )
    return value
