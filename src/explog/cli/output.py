"""The one owner of standard output, standard error and colour; what is not output is talk."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from explog.errors import ExplogError
from explog.locale import _, is_plain
from explog.locale.reasons import reason
from explog.locale.signs import shows_unicode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import BinaryIO, TextIO

PIPED = 80
"""The width where nobody watches."""

NARROWEST = 30

CODES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "cyan": "36",
}
"""The colours in use, as SGR codes; the terminal's own palette decides how they look."""


class OutputError(ExplogError):
    """Standard output could not be written to."""

    def sentence(self) -> str:
        """Say why, and that only the output is lost."""
        return _("The output could not be written ({reason}).").format(reason=self.args[0])


def ready() -> None:
    """Let all streams speak UTF-8 whatever the machine is set to, and never fail on a character."""
    for stream, errors in (
        (sys.stdin, "surrogateescape"),
        (sys.stdout, "replace"),
        (sys.stderr, "replace"),
    ):
        reconfigure = getattr(stream, "reconfigure", None)  # a test's stream may have none
        if reconfigure is not None:
            reconfigure(encoding=_encoding(stream), errors=errors)


def _encoding(stream: TextIO) -> str:
    """UTF-8, but for a terminal whose locale names another encoding."""
    named = getattr(stream, "encoding", None) or "utf-8"
    is_other = stream.isatty() and not shows_unicode({**os.environ, "TERM": ""})
    return named if is_other else "utf-8"


def out(lines: str | Iterable[str]) -> None:
    """Write a text, or lines, to standard output.

    Raises:
        BrokenPipeError: When the reader has gone.
        OutputError: When it cannot be written, for example on a full disk.
    """
    _write(drawn(lines if isinstance(lines, str) else "\n".join(lines)))


def drawn(text: str) -> str:
    """*text* in signs that the terminal can show."""
    if not is_plain():
        return text
    from explog.locale.signs import plain

    return plain(text)


def _write(text: str) -> None:
    """Write *text* to standard output as it is; errors as in ``out``."""
    if sys.stdout is None:  # closed by the caller: nobody wants to know
        return
    try:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as cause:
        raise OutputError(reason(cause)) from cause


def out_bytes(pour: Callable[[BinaryIO], None]) -> None:
    """Let *pour* write to standard output as bytes; errors as in ``out``."""
    try:
        sys.stdout.flush()
        pour(sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as cause:
        raise OutputError(reason(cause)) from cause


def out_json(value: object) -> None:
    """Write *value* to standard output as JSON; what a terminal would obey is escaped."""
    import json

    plain = json.dumps(value, ensure_ascii=False, indent=2)
    _write(plain if plain.replace("\n", "").isprintable() else json.dumps(value, indent=2))


def talk(sentence: str) -> None:
    """Write *sentence* to standard error, text from people inside it made harmless.

    What was typed may stand in it, so a person number is masked here too.
    """
    from explog.domain.personal import masked
    from explog.domain.safe import safe_lines

    if sys.stderr is not None:
        sys.stderr.write(drawn(masked(safe_lines(sentence))) + "\n")


def is_watched() -> bool:
    """Whether standard output is a terminal that can do more than lines."""
    return _is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb"


def is_heard() -> bool:
    """Whether a person sees what is said on standard error."""
    return _is_terminal(sys.stderr)


def is_conversation() -> bool:
    """Whether a person both types and looks, so that screens can be opened."""
    return is_watched() and _is_terminal(sys.stdin)


def _is_terminal(stream: TextIO | None) -> bool:
    """Whether *stream* is one; a closed one is None."""
    return stream is not None and stream.isatty()


def paint(text: str, style: str) -> str:
    """*text* in *style* (names in ``CODES``), where a person looks and wants colour."""
    if not style or not text or os.environ.get("NO_COLOR") or not is_watched():
        return text
    codes = ";".join(CODES[name] for name in style.split())
    return f"\x1b[{codes}m{text}\x1b[0m"


def width() -> int:
    """How many cells a line may take: ``COLUMNS``, else the terminal's width, else 80."""
    given = os.environ.get("COLUMNS", "")
    if given.isdigit() and int(given):
        return max(int(given), NARROWEST)
    try:
        return (
            max(os.get_terminal_size(sys.stdout.fileno()).columns, NARROWEST)
            if _is_terminal(sys.stdout)
            else PIPED
        )
    except (OSError, ValueError):
        return PIPED
