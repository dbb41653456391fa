"""The orders of a list, and what titles and keys are sorted by. Standard library only."""

from __future__ import annotations

import unicodedata

from explog.domain.record.keys import split
from explog.locale import N_

SORTS = {
    "newest": N_("newest"),
    "key": N_("key"),
    "title": N_("title"),
    "state": N_("state"),
    "decided": N_("decided"),
}
"""Order → what it is called; the first is the usual one."""

_AFTER_Z = str.maketrans({"æ": "z{", "ä": "z{", "ø": "z|", "ö": "z|", "å": "z}"})


def alphabetical(text: str) -> str:
    """*text* as it is sorted, character by character: æ, ø and å after z, in both languages.

    Case does not matter, nor what stands before the first letter or digit.
    """
    plain = unicodedata.normalize("NFC", text).casefold()
    begun = next((place for place, one in enumerate(plain) if one.isalnum()), 0)
    return plain[begun:].translate(_AFTER_Z)


def numerical(key: str) -> str:
    """*key* as it is sorted: ``AMB-100`` after ``AMB-99``, ``BØR-01`` after both."""
    prefix, number = split(key)
    return f"{alphabetical(prefix)}{number:012d}"
