"""Starting other programs on a log, for what can only go wrong between processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
"""The top of the checkout: from here ``tests.store`` can be imported."""


def writer(path: Path, first: int, count: int) -> subprocess.Popen[str]:
    """Start ``tests.store.writer``."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.writer", str(path), str(first), str(count)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def script(text: str, *args: object) -> subprocess.CompletedProcess[str]:
    """Run the Python program *text* with *args* to its end."""
    return subprocess.run(
        [sys.executable, "-c", text, *map(str, args)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
