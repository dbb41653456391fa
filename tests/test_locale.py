"""The Danish catalogue: whole, up to date, and in the words of the glossary."""

import csv
import io
import re
import string
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from explog.domain.acts.answers import answer
from explog.domain.acts.questions import Answer, Question
from explog.domain.moments import said_day
from explog.domain.numbers import said_number

TOP = Path(__file__).parents[1]
SOURCE = TOP / "src" / "explog"
TEMPLATE = SOURCE / "locale" / "explog.pot"
DANISH = SOURCE / "locale" / "da" / "LC_MESSAGES" / "explog.po"
MEND = "run: make messages (and write the Danish of what is new in explog.po)"

Ids = tuple[str, ...]
"""A sentence, or a singular and its plural."""


@cache
def catalogue(path: Path) -> Catalog:
    """The catalogue in *path*, as its header describes it."""
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def forms(one_or_many: object) -> Ids:
    """*one_or_many* texts as a tuple."""
    if isinstance(one_or_many, str):
        return (one_or_many,)
    assert isinstance(one_or_many, list | tuple)
    return tuple(one_or_many)


def pairs() -> list[tuple[Ids, Ids]]:
    """English and Danish of every message."""
    return [(forms(entry.id), forms(entry.string)) for entry in catalogue(DANISH) if entry.id]


def sentences() -> list[tuple[str, str]]:
    """English and Danish of every form of every message that has its Danish."""
    every = [pair for english, danish in pairs() for pair in zip(english, danish, strict=True)]
    return [(english, danish) for english, danish in every if danish]


@cache
def extracted(folder: Path) -> frozenset[Ids]:
    """Every sentence marked in the source below *folder*, found as ``make messages`` finds it."""
    recipe = (TOP / "Makefile").read_text(encoding="utf-8")
    keywords = parse_keywords(re.findall(r"-k (\S+)", recipe))
    assert "ngettext" in keywords, "the Makefile's recipe of messages looks different now"
    found = extract_from_dir(folder, keywords=keywords)
    return frozenset(forms(message) for _file, _line, message, _comments, _context in found)


# Whole and up to date


@pytest.mark.parametrize("path", [TEMPLATE, DANISH], ids=["template", "danish"])
def test_the_catalogue_holds_the_sentences_of_the_source_and_no_others(path: Path) -> None:
    held = {forms(entry.id) for entry in catalogue(path) if entry.id}
    marked = extracted(SOURCE)
    assert sorted(marked - held) == [], f"not in {path.name}; {MEND}"
    assert sorted(held - marked) == [], f"no longer in the source; {MEND}"


def test_a_sentence_that_is_marked_in_the_source_is_found(tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text('say(_("One thing"), ngettext("{n} day", "{n} days", 2))\n')
    assert extracted(tmp_path) == {("One thing",), ("{n} day", "{n} days")}


def test_every_sentence_has_its_danish() -> None:
    assert [english for english, danish in pairs() if not all(danish)] == [], MEND


def test_nothing_is_a_guess_or_a_leftover() -> None:
    assert [entry.id for entry in catalogue(DANISH) if entry.id and entry.fuzzy] == []
    assert [*catalogue(DANISH).obsolete] == [], MEND


def test_the_compiled_catalogue_is_the_one_that_can_be_read() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue(DANISH))
    assert compiled.getvalue() == DANISH.with_suffix(".mo").read_bytes(), MEND


def test_the_header_tells_the_plurals_and_neither_dates_nor_persons() -> None:
    header = dict(catalogue(DANISH).mime_headers)
    assert header["Plural-Forms"] == "nplurals=2; plural=(n != 1);"
    assert header["POT-Creation-Date"] == "2020-01-01 00:00+0000"
    assert header["PO-Revision-Date"].startswith("YEAR")
    assert header["Last-Translator"] == "the explog authors"


def test_no_sentence_is_marked_both_with_and_without_a_plural() -> None:
    counted_ones = {english for ids in extracted(SOURCE) if len(ids) > 1 for english in ids}
    alone = {ids[0] for ids in extracted(SOURCE) if len(ids) == 1}
    assert alone & counted_ones == set(), "_() shows the singular for every number; use ngettext"


# Form


def placeholders(text: str) -> list[str]:
    """The names in braces in *text* with their conversions, in alphabetical order."""
    parsed = string.Formatter().parse(text)
    return sorted(
        f"{name}!{turned}:{spec}" for _text, name, spec, turned in parsed if name is not None
    )


def braces_differ(english: str, danish: str) -> bool:
    """Whether the two would be filled in differently."""
    return placeholders(english) != placeholders(danish)


def test_both_languages_are_filled_in_alike() -> None:
    assert [pair for pair in sentences() if braces_differ(*pair)] == []
    assert braces_differ("{n} of {all}", "{n} af {alle}")
    assert braces_differ("{name!r}", "{name}")


def test_no_sentence_is_taken_for_one_of_printf() -> None:
    """A percent sign before a space and a letter makes ``make messages`` stop."""
    assert [entry.id for entry in catalogue(DANISH) if entry.id and entry.python_format] == []


ENDS = re.compile(r"[.:?!…]?\s*$")


def test_both_languages_end_alike() -> None:
    def end(text: str) -> str:
        found = ENDS.search(text)
        return found[0] if found and not text.endswith("nr.") else ""

    assert [pair for pair in sentences() if end(pair[0]) != end(pair[1])] == []


def test_danish_quotes_with_guillemets_and_writes_percent_with_a_space() -> None:
    wrong = re.compile(r"[“”„]|\d%|}%")
    found = [danish for _english, danish in sentences() if wrong.search(danish)]
    assert found == []
    assert [text for _english, text in sentences() if text.count("»") != text.count("«")] == []


# Words

AVOIDED = re.compile(
    r"fejlet sikker|sikre?t? forsøg|fiasko|modstander|laggard|\bpilot|blast|tilbagerul"
    r"|\bkunde[nr]?\b|\bkunderne\b|forsøgsperson|\bressource|succes",
    re.IGNORECASE,
)
"""What is never said in Danish (DOMAIN.md 3); a test that failed safely is mislykket."""

GOAL = re.compile(r"\bmål(et|ene)?\b", re.IGNORECASE)
"""Goal or measure? Nobody can tell."""

MAY_SAY_GOAL = {"politiske mål"}
"""The innovation barometer's own words."""


def avoided(danish: str) -> bool:
    """Whether *danish* holds a word to avoid."""
    return bool(AVOIDED.search(danish) or (GOAL.search(danish) and danish not in MAY_SAY_GOAL))


def test_no_word_to_avoid_is_said() -> None:
    assert [danish for _english, danish in sentences() if avoided(danish)] == []


@pytest.mark.parametrize(
    "danish", ["Fejlet sikkert", "Mål", "mål: 3", "kunder", "pilotprojekt", "succesrate"]
)
def test_a_word_to_avoid_is_seen(danish: str) -> None:
    assert avoided(danish)


@pytest.mark.parametrize(
    "danish", ["måltal", "Vi måler …", "målinger", "kunne", "mislykket inden for rammerne"]
)
def test_a_word_that_only_looks_like_it_passes(danish: str) -> None:
    assert not avoided(danish)


def bare(text: str) -> str:
    """*text* as it is compared: no explanation in parentheses, small first letter."""
    plain = re.sub(r"\s*\([^)]*\)", "", text).strip()
    return plain[:1].lower() + plain[1:]


OTHERWISE = {
    ("stop criterion met", "opfyldt stopkriterium"),  # what an experiment has: a noun
}
"""What is said in other words than the glossary's."""


def glossary() -> dict[str, set[str]]:
    """English → the Danish words for it, both bare."""
    found: dict[str, set[str]] = {}
    with (TOP / "tests" / "data" / "glossary.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(bare(row["en"]), set()).add(bare(row["da"]))
    return found


def test_the_words_are_those_of_the_glossary() -> None:
    words = glossary()
    said = [(english, danish) for english, danish in sentences() if bare(english) in words]
    wrong = [pair for pair in said if bare(pair[1]) not in words[bare(pair[0])]]
    assert {*wrong} == OTHERWISE
    assert len(said) > 90, (
        "most of the glossary's words are labels"
    )  # so that the test cannot run empty


# Examples

TODAY = date(2026, 11, 17)
READERS: dict[str, Callable[[str], object]] = {
    "day": lambda typed: said_day(typed, TODAY),
    "number": said_number,
    "criterion": lambda typed: answer(Question("", "", "", kind=Answer.CRITERION), typed, TODAY),
    "limits": lambda typed: answer(Question("", "", "", kind=Answer.LIMITS), typed, TODAY),
    "stops": lambda typed: answer(Question("", "", "", kind=Answer.STOPS), typed, TODAY),
}
EXAMPLES = (
    ("day", ", ", ("i dag", "12/10", "12. okt. 2026", "mandag", "uge 42 eller +14")),
    ("number", ", ", ("12", "12,5 eller 1.250")),
    ("criterion", " eller ", ("»højst 3«", "»>= 60«")),
    ("criterion", ", eller ", ("højst 3", "≥ 60")),
    ("limits", ", ", ("»1 vogn«", "»8 børn«", "»driftsstop: 10 minutter«")),
    ("stops", "", ("»mere end 2 fejl på en uge (1 dag)«",)),
)
"""The kind of answer, what parts the examples for it, and these as they stand in the catalogue."""


@pytest.mark.usefixtures("danish")
@pytest.mark.parametrize(("kind", "between", "examples"), EXAMPLES)
def test_the_danish_examples_are_understood(
    kind: str, between: str, examples: tuple[str, ...]
) -> None:
    assert any(between.join(examples) in danish for _english, danish in sentences())
    for typed in (part for example in examples for part in example.split(" eller ")):
        assert READERS[kind](typed.strip("»«")), typed


@pytest.mark.usefixtures("danish")
def test_the_danish_limit_and_reaction_time_are_read_right() -> None:
    assert READERS["limits"]("driftsstop: 10 minutter") == [
        {"kind": "outage", "max": 10, "unit": "minutter"}
    ]
    assert READERS["stops"]("mere end 2 fejl på en uge (1 dag)") == [
        {"text": "mere end 2 fejl på en uge", "reaction_time": 1, "unit": "days"}
    ]
