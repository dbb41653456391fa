"""The bytes of a document: read with a cap on their size, written wholly or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from explog.errors import FileError, InvalidError, NoFileError, Problem
from explog.locale import _
from explog.locale.reasons import reason

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import BinaryIO

MEGABYTE = 1024 * 1024

MOST = 64 * MEGABYTE
"""A document is no larger: some ten thousand experiments with their events."""


def content(path: Path, most: int = MOST) -> bytes:
    """The content of the file at *path*.

    Raises:
        NoFileError: When there is none.
        FileError: When it cannot be read.
        InvalidError: When it is larger than *most* bytes; it was not read then.
    """
    try:
        with path.open("rb") as stream:
            return from_stream(stream, str(path), most)
    except FileNotFoundError as cause:
        raise NoFileError(path) from cause
    except OSError as cause:
        raise FileError(path, reason(cause)) from cause


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


def pour(document: Iterable[str], stream: BinaryIO) -> None:
    """Write *document* to *stream* as UTF-8."""
    stream.writelines(line.encode() for line in document)


def save(document: Iterable[str], path: Path) -> None:
    """Write *document* to *path*, for the owner only: wholly or not at all.

    A link stays one: what it leads to is written. What is no regular file (a pipe, a device) is
    written to as it is, never replaced.

    Raises:
        FileError: When the file cannot be written; what was at *path* is left as it was.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                pour(document, stream)
        else:
            _replace(document, path.resolve())
    except OSError as cause:
        raise FileError(path, reason(cause)) from cause


def _replace(document: Iterable[str], path: Path) -> None:
    """Let *document* take the place of the regular file at *path* once all of it is on the disk."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    with suppress(FileNotFoundError):
        partial.unlink()
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            pour(document, stream)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
