"""The bytes of a document, read with a cap on their size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.errors import InvalidError, Problem, StoreError
from explog.locale import _

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

MEGABYTE = 1024 * 1024

MOST = 64 * MEGABYTE
"""A document is no larger: some ten thousand experiments with their events."""


def content(path: Path, most: int = MOST) -> bytes:
    """The content of the file at *path*.

    Raises:
        StoreError: When it cannot be read.
        InvalidError: When it is larger than *most* bytes; it was not read then.
    """
    try:
        with path.open("rb") as stream:
            return from_stream(stream, str(path), most)
    except OSError as cause:
        raise StoreError(path, cause.strerror or str(cause)) from cause


def from_stream(stream: BinaryIO, source: str, most: int = MOST) -> bytes:
    """All that *stream* (called *source*) holds.

    Raises:
        InvalidError: When it holds more than *most* bytes.
    """
    data = stream.read(most + 1)
    if len(data) > most:
        said = _("is larger than {n} MB, which is the most that an import reads")
        raise InvalidError([Problem(source, said.format(n=most // MEGABYTE))])
    return data
