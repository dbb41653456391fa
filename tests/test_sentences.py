"""No sentence for people stands outside the catalogue, and none is marked where it is not found.

Each check takes the folder it looks at, so that a fault planted in a temporary folder shows that
it can fail.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "explog"

MARKS = {"_", "N_", "Nn_", "ngettext"}
"""What marks a sentence for the catalogue."""

SHOWN_BY = {
    # standard output and error
    *("echo", "secho", "out", "talk", "print", "fail"),
    # the pages of the command line
    *("text", "heading", "marked", "pairs", "table", "Cell", "option", "flag", "Command", "Option"),
    # the screens
    *("Static", "Label", "Button", "Line", "Lines", "Content", "Text", "Option", "notify", "say"),
    *("said", "word", "run", "padded", "Door", "Palette", "Hit", "DiscoveryHit"),
    # what is refused
    *("Refused", "UsageError", "NotNowError", "StoreError", "Problem", "Missing", "complain"),
    # what is asked
    *("Question", "line", "choice", "choices", "Act", "Step", "Filter", "Order"),
}
"""Functions and classes whose texts a person reads."""

SHOWN_AS = {"help", "about", "title", "placeholder", "tooltip", "description", "label", "metavar"}
"""Keywords whose text a person reads, whoever is called."""

SET_AS = {"border_title", "border_subtitle", "tooltip", "placeholder"}
"""Attributes whose text a person reads once it is set."""

TWO_WORDS = re.compile(r"[^\W\d_]{2,}[,;:]? [^\W\d_]{2,}")

STYLE = re.compile(r"\$[a-z]")
"""A colour of the theme: ``bold on $cursor`` is a look, not a sentence."""


def _name(called: ast.expr) -> str:
    """The last part of what is called: ``echo`` for ``click.echo``."""
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def _texts(given: ast.expr) -> Iterator[tuple[int, str]]:
    """The literal texts in *given* with their lines; what calls inside it are given is theirs."""
    if isinstance(given, ast.Constant) and isinstance(given.value, str):
        yield given.lineno, given.value
    elif not isinstance(given, ast.Call | ast.Subscript | ast.Compare | ast.Lambda):
        for part in ast.iter_child_nodes(given):
            if isinstance(part, ast.expr):
                yield from _texts(part)


def _shown(node: ast.AST) -> Iterator[ast.expr]:
    """What *node* gives people to read, as far as one can see it here."""
    if isinstance(node, ast.Call):
        if _name(node.func) in SHOWN_BY:
            yield from node.args
        yield from (word.value for word in node.keywords if word.arg in SHOWN_AS)
    elif isinstance(node, ast.Assign) and any(
        isinstance(to, ast.Attribute) and to.attr in SET_AS for to in node.targets
    ):
        yield node.value


def _is_mark(node: ast.AST) -> bool:
    """Whether *node* marks a sentence."""
    return isinstance(node, ast.Call) and _name(node.func) in MARKS


def unmarked(folder: Path) -> list[str]:
    """Literal sentences below *folder* that are shown without being in the catalogue."""
    return [
        f"{path.relative_to(folder)}:{line}: {text}"
        for path in sorted(folder.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for given in _shown(node)
        for line, text in _texts(given)
        if TWO_WORDS.search(text) and not STYLE.search(text)
    ]


def _is_mixed(given: ast.expr) -> bool:
    """Whether a mark is *given* texts that are no whole sentence: ``make messages`` joins them."""
    return not isinstance(given, ast.Constant) and any(
        isinstance(one, ast.Constant) and isinstance(one.value, str) for one in ast.walk(given)
    )


def _unreachable(node: ast.AST) -> Iterator[ast.Call]:
    """Marks inside the f-string *node*, or *node* itself when it marks what is put together."""
    if isinstance(node, ast.JoinedStr):
        for one in ast.walk(node):
            if (
                isinstance(one, ast.Call)
                and _is_mark(one)
                and isinstance(one.args[0], ast.Constant)
            ):
                yield one
    elif (
        isinstance(node, ast.Call)
        and _is_mark(node)
        and any(_is_mixed(one) for one in node.args[:2])
    ):
        yield node


def out_of_reach(folder: Path) -> list[str]:
    """Sentences below *folder* that are marked where ``make messages`` does not find them.

    Python before 3.12 reads an f-string as one piece, and what is put together is no message.
    """
    found = []
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            found += [f"{path.relative_to(folder)}:{one.lineno}" for one in _unreachable(node)]
    return found


def test_every_sentence_that_is_shown_is_in_the_catalogue() -> None:
    assert unmarked(SOURCE) == [], "put it into _(…), then run: make messages"


def test_every_marked_sentence_can_be_found() -> None:
    assert out_of_reach(SOURCE) == [], "translate before the f-string, fill in with .format(…)"


@pytest.mark.parametrize(
    "line",
    [
        'click.echo("Nothing tried yet.")',
        'talk(f"{key} is written down")',
        'yield Static("No test is running" if empty else "")',
        'raise Refused("The start lies in the future")',
        'click.Option(["--x"], help="Say which one")',
        'self.border_title = "How it ended"',
    ],
)
def test_a_sentence_outside_the_catalogue_is_seen(tmp_path: Path, line: str) -> None:
    (tmp_path / "page.py").write_text(line + "\n")
    assert len(unmarked(tmp_path)) == 1


@pytest.mark.parametrize(
    "line",
    [
        'say(_("Nothing tried yet."))',
        'out(f"{key}  {title}")',
        'Static(classes="a b")',
        'x = "one two"',
    ],
)
def test_what_is_marked_or_not_shown_passes(tmp_path: Path, line: str) -> None:
    (tmp_path / "page.py").write_text(line + "\n")
    assert unmarked(tmp_path) == []


@pytest.mark.parametrize(
    "line",
    ["""said = f"{_('one')}: {n}\"""", 'said = _(f"{n} days")', 'said = _(LABELS["Met"][met])'],
)
def test_a_mark_out_of_reach_is_seen(tmp_path: Path, line: str) -> None:
    (tmp_path / "page.py").write_text(line + "\n")
    assert len(out_of_reach(tmp_path)) == 1
