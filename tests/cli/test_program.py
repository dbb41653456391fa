"""Usage in both languages, suggestions, and options that stand everywhere."""

from __future__ import annotations

import ast
from pathlib import Path

import click
import pytest

from explog.cli.index import MODULES, SECTIONS
from explog.cli.words import COUNTED, SENTENCES
from explog.domain.acts.catalogue import ACTS
from explog.locale import LANGUAGES, speak
from tests.cli.calling import call, done


def test_help_lists_every_command_with_one_line(log: Path) -> None:
    shown = done("--help", log=log).out
    for name in MODULES:
        (line,) = [line for line in shown.splitlines() if line.split()[:1] == [name]]
        assert len(line.split()) > 2
        assert len(line) <= 80


def test_every_act_has_its_command_and_only_reopening_shares_one() -> None:
    acts = {name for name, module in MODULES.items() if module == "acts"}
    of_its_own = {"observe"}  # takes several values, and files
    assert acts == {act.name for act in ACTS} - {"reopen_idea"} - of_its_own


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MODULES)
def test_every_command_has_help_in_both_languages(name: str, language: str, log: Path) -> None:
    shown = done(name, "--help", "--lang", language, log=log).out
    assert shown.startswith(f"{'Brug' if language == 'da' else 'Usage'}: explog {name} ")
    assert "--as-of" in shown
    assert all(len(line) <= 80 or "|" in line for line in shown.splitlines())


def test_english_words_of_click_are_all_in_the_danish_catalogue() -> None:
    """What click says to people must not come in English under --lang da."""
    import gettext

    import explog.locale

    folder = Path(explog.locale.__file__).parent
    known = gettext.translation("explog", folder, ["da"])
    told = [*SENTENCES, *(one for one, _many in COUNTED)]
    same = {sentence for sentence in told if known.gettext(sentence) == sentence}
    assert same - {"env var: {var}"} == set()


NEVER_MET = {
    "Error: The two entered values do not match.",
    "Could not open file {filename!r}: {message}",
    "Invalid start character for option ({option})",
    "Missing {param_type}",
    "Missing parameter: {param_name}",
    "unknown error",
}
"""Sentences of these parts of click that no command of ours can bring about."""


def test_everything_click_says_of_wrong_usage_is_marked_for_the_catalogue() -> None:
    """A new click that says something new is found here."""
    folder = Path(click.__file__).parent
    said = {
        node.args[0].value
        for name in ("exceptions.py", "formatting.py", "parser.py")
        for node in ast.walk(ast.parse((folder / name).read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"_", "ngettext"}
        and isinstance(node.args[0], ast.Constant)
    }
    assert len(said) > 10
    assert said - {*SENTENCES, *(one for one, _many in COUNTED)} - NEVER_MET == set()


@pytest.mark.parametrize(
    ("words", "english", "danish"),
    [
        (["lst"], "Did you mean list", "Mente du list"),
        (["obsrve"], "Did you mean observe", "Mente du observe"),
        (["list", "--stat", "idea"], "--state", "--state"),
        (["show"], "Missing argument 'KEY'", "Mangler argumentet 'NR'"),
        (["list", "--state"], "“--lang” is not one of: idea", "»--lang« er ikke en af: idé"),
        (["undo", "now"], "unexpected extra argument", "argument"),
        (["completion", "csh"], "is not one of", "er ikke"),
        (["list", "--state", "asleep"], "is not one of", "er ikke en af"),
        (["list", "--as-of", "someday"], "Not a day", "ikke en dag"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_says_what_to_do_in_both_languages(
    words: list[str], english: str, danish: str, log: Path
) -> None:
    for language, said in (("en", english), ("da", danish)):
        answered = call(*words, "--lang", language, log=log)
        assert answered.code == 2
        assert answered.out == ""
        assert said in answered.err


def test_a_language_that_is_not_spoken_is_refused(log: Path) -> None:
    answered = call("list", "--lang", "fr", log=log)
    assert answered.code == 2
    assert "'da', 'en'" in answered.err


def test_options_that_stand_everywhere_stand_before_or_after_the_command(
    log: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    before = done("--log", str(log), "--json", "list", log=other)
    after = done("list", "--json", "--log", str(log), log=other)
    assert before.out == after.out
    assert before.json[0]["key"] == "AMB-01"
    assert not other.exists()


def test_the_role_and_the_day_are_kept_with_the_act(log: Path) -> None:
    done("--role", "koordinator", "note", "AMB-01", "calm", "--as-of", "week 43 2026", log=log)
    (_jot, note) = done("log", "AMB-01", "--json", log=log).json
    assert (note["by_role"], note["on"]) == ("koordinator", "2026-10-19")


def test_the_day_can_come_from_the_environment(log: Path) -> None:
    environment = {"EXPLOG_AS_OF": "2026-11-16", "EXPLOG_ROLE": "leder"}
    done("note", "AMB-01", "calm", log=log, environment=environment)
    note = done("log", "AMB-01", "--json", log=log).json[-1]
    assert (note["by_role"], note["on"]) == ("leder", "2026-11-16")


def test_after_a_double_dash_nothing_is_an_option(log: Path) -> None:
    assert call("search", "--", "--lang", "da", log=log).code == 0
    speak("en")
    assert "No experiment fits" in call("search", "--", "--lang", "da", log=log).out


def test_a_broken_config_file_is_told_with_its_place(log: Path, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("lang = [", encoding="utf-8")
    answered = call("list", log=log, environment={"EXPLOG_CONFIG": str(path)})
    assert answered.code == 4
    assert "config.toml" in answered.err


def test_no_two_sections_name_the_same_command() -> None:
    names = [name for _title, commands in SECTIONS for name, _module, _line in commands]
    assert len(names) == len({*names}) == len(MODULES)


def test_the_readme_names_the_commands_there_are() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    table = readme.split("## Commands")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    named = {word for row in rows for cell in row.split("`")[1::2] for word in cell.split()[:2]}
    named = {word for word in named if word.isalpha()} - {"explog"}
    assert named == {*MODULES}
