"""The shape of the house: which layer may know which, how long things grow, what no file holds.

Each check takes the folder it looks at, so that a fault planted in a temporary folder shows that
it can fail.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
PACKAGE = TOP / "src" / "explog"

_TALK = {"errors", "locale"}
MAY_IMPORT = {
    "locale": set[str](),
    "errors": {"locale"},
    "settings": _TALK,
    "domain": _TALK,
    "store": {"domain", *_TALK},
    "exchange": {"domain", *_TALK},
    "journal": {"domain", *_TALK},
    "tui": {"journal", "domain", "exchange", "settings", *_TALK},
    "cli": {"journal", "domain", "exchange", "settings", "store", "tui", *_TALK},
}
"""DESIGN.md section 2. The package itself (``__version__``) is open to all.

A layer that is not named here is a fault as soon as it imports another.
"""

INSIDE_DOMAIN = (
    *("naming", "record", "charts", "judging", "acts", "query"),
    *("insights", "reviews", "recall", "lists"),
)
"""The packages of the rules: each may know those before it, and the modules of ``domain`` itself.

These know ``naming`` alone.
"""

ONLY_IN = {"sqlite3": "store", "sqlite_utils": "store", "textual": "tui", "click": "cli"}
"""Libraries that one layer alone may know."""

LONGEST_FILE = 300
LONGEST_FUNCTION = 50


def _layer(path: Path, root: Path) -> str:
    """The layer *path* belongs to; ``__main__`` only starts the command line and counts as it."""
    name = path.relative_to(root).parts[0].removesuffix(".py")
    return "cli" if name == "__main__" else name


def _imported(tree: ast.Module, package: list[str]) -> Iterator[tuple[ast.stmt, list[str]]]:
    """Every import in *tree* as the parts of an absolute name, those under ``TYPE_CHECKING`` too.

    Args:
        tree: A parsed module.
        package: The parts of the package it stands in, for relative imports.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) + 1 - node.level] if node.level else []
            source = [*start, *(node.module.split(".") if node.module else [])]
            yield from ((node, [*source, alias.name]) for alias in node.names)


def _inside_functions(tree: ast.Module) -> set[ast.AST]:
    """The nodes of *tree* that run only when a function is called."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        inner
        for outer in ast.walk(tree)
        if isinstance(outer, functions)
        for statement in outer.body
        for inner in ast.walk(statement)
    }


def _forbidden(layer: str, name: list[str], root: Path, *, late: bool) -> str | None:
    """Why *layer* may not import *name*; None when it may.

    Args:
        layer: The importing layer.
        name: The parts of an absolute name; the last may be an attribute of a module.
        root: The package's folder.
        late: Whether the import runs only when a function is called.
    """
    if name[0] != root.name:
        owner = ONLY_IN.get(name[0], layer)
        return None if owner == layer else f"only {owner} may know {name[0]}"
    to = name[1] if len(name) > 1 else ""
    is_module = (root / to).is_dir() or (root / f"{to}.py").is_file()
    if not to or not is_module or _layer(root / to, root) == layer:
        return None
    if layer not in MAY_IMPORT:
        return f"{layer} has no place among the layers"
    if _layer(root / to, root) not in MAY_IMPORT[layer]:
        return f"{layer} may not know {to}"
    return (
        "the screens only inside the function that starts them"
        if to == "tui" and not late
        else None
    )


def wrong_arrows(root: Path) -> list[str]:
    """The imports in the package at *root* that go against the layers, as ``file:line: reason``."""
    wrong = []
    for path in sorted(root.rglob("*.py")):
        layer = "the package itself" if path == root / "__init__.py" else _layer(path, root)
        tree = ast.parse(path.read_text(encoding="utf-8"))
        late = _inside_functions(tree)
        package = [root.name, *path.relative_to(root).parts[:-1]]
        for node, name in _imported(tree, package):
            reason = _forbidden(layer, name, root, late=node in late)
            if reason:
                wrong.append(f"{path.relative_to(root)}:{node.lineno}: {reason}")
    return wrong


def wrong_inside_domain(root: Path) -> list[str]:
    """The imports among the packages of ``domain`` at *root* that go against their order."""
    wrong = []
    for path in sorted((root / "domain").rglob("*.py")):
        own = path.relative_to(root / "domain").parts[0]
        rank = INSIDE_DOMAIN.index(own) if own in INSIDE_DOMAIN else 0
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node, name in _imported(tree, [root.name, *path.relative_to(root).parts[:-1]]):
            to = name[2] if name[:2] == [root.name, "domain"] and len(name) > 2 else ""
            if to in INSIDE_DOMAIN and INSIDE_DOMAIN.index(to) > rank:
                wrong.append(f"{path.relative_to(root)}:{node.lineno}: {own} may not know {to}")
    return wrong


def too_long(root: Path) -> list[str]:
    """The files and functions at *root* that grew past what a person reads in one go."""
    long = []
    for path in sorted(root.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if (lines := len(text.splitlines())) > LONGEST_FILE:
            long.append(f"{path.relative_to(root)}: {lines} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    long.append(
                        f"{path.relative_to(root)}:{node.lineno} {node.name}: {lines} lines"
                    )
    return long


# The bracketed letters keep these patterns from matching the file they stand in.
NOWHERE = {
    "a registry's host": re.compile(
        r"pyp[i]\.org|pythonhoste[d]\.org|npmj[s]\.(?:org|com)|deb\.debia[n]\.org|crate[s]\.io"
    ),
    "a path of one machine": re.compile(r"(?<![\w.~])/(?:wor[k]|roo[t])/\w"),
    "what looks like a person number": re.compile(
        r"(?<![\w.])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[-\u2013 ]?\d{4}(?!\w)"
    ),
}


def unwanted(top: Path) -> list[str]:
    """The lines in the checkout at *top* with what no file may hold, as ``file:line: what``."""
    folders = [top / name for name in ("src", "tests", "schemas", "tools", ".ci")]
    paths = {path for folder in folders for path in folder.rglob("*") if path.is_file()}
    paths |= {*top.glob("*.md"), *top.glob("*.toml"), *top.glob("*.txt"), *top.glob("Makefile")}
    found = []
    for path in sorted(paths):
        if "__pycache__" in path.parts or path.suffix in {".mo", ".pyc", ".png"}:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            whats = [what for what, pattern in NOWHERE.items() if pattern.search(line)]
            found += [f"{path.relative_to(top)}:{number}: {what}" for what in whats]
    return found


def _planted(root: Path, name: str, text: str) -> Path:
    """A package at *root* with every layer empty, and *text* in the file *name*."""
    for layer in MAY_IMPORT:
        (root / layer).mkdir(parents=True)
        (root / layer / "__init__.py").touch()
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return root


def test_no_layer_knows_more_than_it_may() -> None:
    assert wrong_arrows(PACKAGE) == []


def test_the_rules_know_only_what_stands_before_them() -> None:
    assert wrong_inside_domain(PACKAGE) == []
    packages = {path.parent.name for path in (PACKAGE / "domain").glob("*/__init__.py")}
    assert packages == {*INSIDE_DOMAIN}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("domain/record/a.py", "from explog.domain.judging.verdicts import judge"),
        ("domain/query/a.py", "from explog.domain import lists"),
        ("domain/texts.py", "def f():\n    import explog.domain.record.frame"),
    ],
)
def test_a_planted_import_against_the_order_of_the_rules_is_found(
    tmp_path: Path, name: str, text: str
) -> None:
    assert len(wrong_inside_domain(_planted(tmp_path / "explog", name, text))) == 1


def test_no_file_and_no_function_grew_past_what_one_reads_in_one_go() -> None:
    assert too_long(PACKAGE) == []


def test_no_file_holds_a_registry_host_a_machine_path_or_a_person_number() -> None:
    assert unwanted(TOP) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("domain/a.py", "import explog.store.log"),
        ("domain/a.py", "from explog import store"),
        ("domain/a.py", "from ..store import log"),
        ("domain/a.py", "from .. import store"),
        ("domain/a.py", "def f():\n    from explog.journal import start"),
        ("tui/a.py", "if TYPE_CHECKING:\n    from explog.store import Log"),
        ("journal/a.py", "from explog import __version__, settings"),
        ("errors/a.py", "import explog.errors.b, explog.domain"),
        ("locale/a.py", "from explog.errors import ExplogError"),
        ("cli/a.py", "from explog.tui.app import ExplogApp"),
        ("__main__.py", "import explog.tui"),
        ("__init__.py", "from explog.domain import events"),
        ("shed/a.py", "from explog.domain import events"),
        ("domain/a.py", "import sqlite3"),
        ("journal/a.py", "import click"),
        ("cli/a.py", "from textual.app import App"),
    ],
)
def test_a_planted_import_against_the_layers_is_found(tmp_path: Path, name: str, text: str) -> None:
    found = wrong_arrows(_planted(tmp_path / "explog", name, text))
    assert len(found) == 1
    assert found[0].startswith(name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("domain/a.py", "import pydantic\nfrom explog import __version__\nfrom .b import c"),
        ("store/a.py", "import sqlite3\nfrom explog.domain.events import Event"),
        ("tui/a.py", "import textual\nfrom explog.journal import start\nfrom ..exchange import x"),
        ("cli/a.py", "import click\n\ndef f():\n    from explog.tui.app import ExplogApp"),
        ("__main__.py", "from explog.cli import main"),
        ("__main__.py", "def main():\n    from explog.tui.app import ExplogApp"),
    ],
)
def test_an_import_along_the_layers_is_left_alone(tmp_path: Path, name: str, text: str) -> None:
    assert wrong_arrows(_planted(tmp_path / "explog", name, text)) == []


def test_a_planted_long_file_and_a_planted_long_function_are_found(tmp_path: Path) -> None:
    (tmp_path / "long.py").write_text("x = 1\n" * 301, encoding="utf-8")
    (tmp_path / "edge.py").write_text("x = 1\n" * 300, encoding="utf-8")
    body = "def {}():\n" + "    x = 1\n" * 49
    (tmp_path / "both.py").write_text(
        "class A:\n    async "
        + body.format("f").replace("\n    ", "\n        ")
        + "        x = 1\n"
        + body.format("g"),
        encoding="utf-8",
    )
    assert too_long(tmp_path) == ["both.py:2 f: 51 lines", "long.py: 301 lines"]


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("a registry's host", "see https://" + "pyp" + "i.org/simple"),
        ("a path of one machine", "open('/" + "work/main')"),
        ("what looks like a person number", "born " + "010" + "203-1234"),
        ("what looks like a person number", "born " + "311" + "2994321"),
    ],
)
@pytest.mark.parametrize("name", ["src/explog/a.py", "tests/b/c.json", "README.md", "tools/t.txt"])
def test_a_planted_unwanted_text_is_found(tmp_path: Path, name: str, what: str, text: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"first line\n{text}\n", encoding="utf-8")
    assert unwanted(tmp_path) == [f"{name}:2: {what}"]


def test_ids_dates_hashes_and_web_addresses_are_not_taken_for_unwanted_text(tmp_path: Path) -> None:
    fine = [
        "0192" + "1234-5678-7abc-8def-010203123456",
        "2026-11-24T13:16:00Z",
        "sha256:" + ("010203" + "1234") * 6 + "abcd",
        "https://example.org/team/work/plan",
        "991399-1234",
        "0.3112991234",
    ]
    (tmp_path / "README.md").write_text("\n".join(fine), encoding="utf-8")
    assert unwanted(tmp_path) == []
