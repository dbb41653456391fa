"""Pages to print and send: drawn, written to a file, and opened in the browser on request."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from explog.cli.output import drawn as in_signs
from explog.cli.output import out, talk
from explog.errors import UsageError
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.reviewing.request import Request
    from explog.exchange.pages.sheet import Sheet

MINUTES, PROGRAMME = "minutes", "programme"


def report(request: Request) -> None:
    """The minutes of a meeting, or its programme while it is planned."""
    from explog.domain.naming.vocabulary_learning import ReviewStatus
    from explog.exchange.pages.minutes import minutes
    from explog.exchange.pages.programme import programme
    from explog.journal.reporting import of_meeting

    material = of_meeting(request.session.journal(request.key()), request.key())
    is_planned = material.review.status is ReviewStatus.PLANNED
    page = request.page or (PROGRAMME if is_planned else MINUTES)
    sheet = minutes(material) if page == MINUTES else programme(material)
    name = f"{material.review.key}-{page}"
    hand_over(sheet, name, request.form, request.output, opened=request.opened)


def hand_over(
    sheet: Sheet, name: str, form: str | None, output: str | None, *, opened: bool
) -> None:
    """Draw *sheet* and put it where it was asked for.

    Args:
        sheet: The page.
        name: What its file is called when it is opened without *output*.
        form: ``html`` or ``md``; by default what the ending of *output* says, HTML for the browser
            and Markdown for standard output.
        output: A file, or ``-`` for standard output.
        opened: Whether to open it in the browser.
    """
    from explog.exchange.pages import keeping
    from explog.exchange.pages.drawing import FORMATS, HTML, MARKDOWN, drawn

    ending = Path(output).suffix.removeprefix(".").lower() if output else ""
    meant = form or (ending if ending in FORMATS else HTML if opened else MARKDOWN)
    if opened and meant != HTML:
        raise UsageError(_("A browser shows HTML: leave out --format md, or --open."))
    text = drawn(sheet, meant)
    if output and output != "-":
        path = keeping.kept(text, Path(output).expanduser())
        if opened:
            keeping.shown(path)
    elif opened:
        path = keeping.opened(text, f"{name}.{meant}")
    else:
        out(in_signs(text))
        return
    talk(_("Written to {path}.").format(path=path))
