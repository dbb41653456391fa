"""A program that jots experiments as fast as it can and says which ones it was told are safe.

``python -m tests.store.writer PATH FIRST COUNT`` writes the experiments FIRST … FIRST + COUNT - 1.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.store.making import jotted, opened


def main(path: str, first: str, count: str) -> None:
    """Write, and print each number once its transaction is committed."""
    with opened(Path(path)) as log:
        for number in range(int(first), int(first) + int(count)):
            with log.writing():
                log.append(jotted(number, log.next_key("AMB-"), f"Forsøg {number}"))
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
