"""Every sentence of the help is in the catalogue: in a made-up language no Latin word is left."""

from __future__ import annotations

import re

import pytest

from explog.cli.index import MODULES
from explog.domain.naming.labels_table import LABELS
from tests.cli.calling import call
from tests.pseudo import left, speak_otherwise


@pytest.fixture(autouse=True)
def _another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """The made-up language is in force."""
    speak_otherwise(monkeypatch)


TYPED = re.compile(
    r"--?[a-z][a-z-]*"  # options
    r"|\[[^\]]*\|[^\]]*\]|\[default[^\]]*\]"  # answers to choose from
    r"|\b[\w.]+\|[\w.|]+"
    r"|\bEXPLOG_\w+"
)
"""What is typed and never translated."""


@pytest.mark.parametrize("name", ["", *MODULES])
def test_every_sentence_of_a_help_page_is_in_the_catalogue(name: str) -> None:
    told = call(*([name] if name else []), "--help").out
    text = TYPED.sub(" ", told)
    known = {*MODULES, *(part for one in MODULES for part in one.split("-"))} | ALSO_TYPED
    assert left(text, known | VALUES) == []


VALUES = {part for values in LABELS.values() for value in values for part in value.split("_")}
"""The vocabulary as it is typed and stored: ``failed_safely``."""

ALSO_TYPED = {
    *("newest", "key", "title", "state", "decided"),
    "explog",
    "da",
    "en",
    "bash",
    "zsh",
    "fish",
}
"""Words that a person types as they are."""
