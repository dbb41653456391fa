"""A sheet as HTML and Markdown: what a person wrote is shown, never obeyed."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import ClassVar

import pytest

from explog.exchange.pages.drawing import drawn
from explog.exchange.pages.sheet import Blank, Bullets, Card, Facts, Prose, Sheet, Table

HOSTILE = (
    '<script>alert(1)</script><img src=x onerror="x">',
    "&lt;b&gt; {{ 7*7 }} {% raw %}",
    '"><a href="https://example.org">x</a>',
    "[click](https://example.org) ![x](y) **b** _i_ `c` ~~s~~ $x$ | a | b",
    "[/] [@click=app.quit]x[/]",
    "https://example.org www.example.org",
    "x" * 5000,
)


def sheet(text: str) -> Sheet:
    """A sheet that holds *text* wherever a text can stand."""
    made = Sheet(text, text, [(text, text)], foot=[text])
    card = Card("◇", "safe", text, text, text, ((text, text),))
    table = Table((text, text), ((text, f"{text}\n{text}"),), titled=1)
    made.add(text, Prose(text), Bullets((text,)), Facts(((text, text),)), table, card, Blank(1))
    return made


class Seen(HTMLParser):
    """What a browser would see."""

    OURS: ClassVar = {
        "html", "head", "meta", "title", "style", "body", "main", "header", "p", "h1", "dl", "dt",
        "dd", "section", "h2", "ul", "li", "table", "colgroup", "col", "thead", "tbody", "tr", "th",
        "td", "strong", "br", "article", "h3", "span", "div", "footer",
    }  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.texts: list[str] = []
        self.is_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _value in attrs}
        self.is_style = tag == "style"

    def handle_data(self, data: str) -> None:
        if not self.is_style:
            self.texts.append(data)


@pytest.mark.parametrize("text", HOSTILE)
def test_html_holds_no_tag_but_its_own_and_shows_what_was_written(text: str) -> None:
    seen = Seen()
    seen.feed(drawn(sheet(text), "html"))
    assert seen.tags <= Seen.OURS
    assert seen.attributes <= {
        "lang", "charset", "name", "content", "http-equiv", "class", "style",
    }  # fmt: skip
    assert text in "".join(seen.texts)


def test_html_asks_for_nothing_from_anywhere_and_runs_nothing() -> None:
    told = drawn(sheet("plain"), "html")
    assert "default-src 'none'" in told
    for sign in ("http:", "https:", "url(", "<script", "<link", "src=", "href=", "@import"):
        assert sign not in told


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_gives_every_sign_a_backslash(text: str) -> None:
    told = drawn(sheet(text), "md").replace("<br>", " ")
    bare = told.replace("\\\\", "").replace("\\<", "").replace("\\>", "").replace("\\&", "")
    assert "<" not in bare
    assert "&" not in bare
    assert "](" not in bare.replace("\\]", "").replace("\\[", "")
    assert "https://" not in told
    assert "www.example" not in told


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("- a point", "\\- a point"),
        ("# a heading", "\\# a heading"),
        ("12. a number", "12\\. a number"),
        ("+ more", "\\+ more"),
        ("=====", "\\====="),
        ("25. june", "25\\. june"),
        ("-5 degrees", "\\-5 degrees"),
    ],
)
def test_markdown_lets_no_text_begin_a_list_or_a_heading(typed: str, shown: str) -> None:
    made = Sheet("n", "t")
    made.add("s", Prose(typed), Bullets((typed,)))
    assert drawn(made, "md").count(f"\n{shown}\n") == 1
    assert f"\n- {shown}\n" in drawn(made, "md")


def test_what_hides_or_turns_around_is_made_harmless() -> None:
    """A record that came in anyway must not be able to do it on paper either."""
    for form in ("html", "md"):
        told = drawn(sheet("a\u202eb\u200bc\x1b[31md"), form)
        assert not {"\u202e", "\u200b", "\x1b"} & {*told}


def test_a_table_stays_a_table_whatever_stands_in_it() -> None:
    made = Sheet("n", "t")
    made.add("s", Table(("a", "b"), (("x | y", "one\ntwo"),)))
    rows = [line for line in drawn(made, "md").splitlines() if line.startswith("|")]
    assert rows == ["| a | b |", "| --- | --- |", r"| x \| y | one<br>two |"]


GOLDEN = """\
*Minutes*

# Autumn

- **Day:** 16 Nov 2026

## Notes

It was quiet

- One
- Two

- **Why?** Because

| What | Due |
| --- | --- |
| Buy a lamp | today |

### AMB-01 · QR checklist

▲ **scaled**

- **Spread:** 4 of 7

- …

---

*No names*
"""


def test_a_small_sheet_is_drawn_like_this() -> None:
    made = Sheet("Minutes", "Autumn", [("Day", "16 Nov 2026")], foot=["No names"])
    card = Card("▲", "good", "AMB-01", "QR checklist", "scaled", (("Spread", "4 of 7"),))
    made.add(
        "Notes",
        Prose("It was quiet"),
        Bullets(("One", "Two")),
        Facts((("Why?", "Because"),)),
        Table(("What", "Due"), (("Buy a lamp", "today"),)),
        card,
        Blank(1),
    )
    made.add("Nothing", None)
    assert drawn(made, "md") == GOLDEN
