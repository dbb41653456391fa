"""Files and folders that nobody but their owner can read, and that are safely on the disk."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def private_folder(folder: Path) -> None:
    """Make *folder* and what is missing above it, for the owner only; others keep their mode."""
    if not folder.is_dir():
        private_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def private_file(path: Path) -> None:
    """Make an empty file at *path*, for the owner only.

    Raises:
        FileExistsError: When there is one; it is left as it is.
    """
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def put_in_place(finished: Path, path: Path) -> None:
    """Let *finished* take the place of *path* in one step that also survives a power cut."""
    _sync(finished)
    finished.replace(path)
    if os.name == "posix":  # a folder cannot be opened elsewhere
        _sync(path.parent)


def _sync(path: Path) -> None:
    """Wait until what is written to *path* is on the disk."""
    descriptor = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
