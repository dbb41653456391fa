"""The word an installation goes by in its events: random, easy to say, and nobody's name."""

from __future__ import annotations

import secrets

_CONSONANTS = "bdfgklmnprstv"
_VOWELS = "aeiou"


def new_device() -> str:
    """A word such as ``kimola-teruba-37``, one of 7 · 10¹²: no two installations meet in one."""
    words = (
        "".join(secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS) for _ in range(3))
        for _ in range(2)
    )
    return f"{'-'.join(words)}-{secrets.randbelow(90) + 10}"
