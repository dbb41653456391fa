"""What a page consists of, before it is drawn. All words are in the language in force already."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph."""

    text: str
    is_quiet: bool = False
    kind: str = "prose"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of lines."""

    items: tuple[str, ...]
    kind: str = "bullets"


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and what they say."""

    pairs: tuple[tuple[str, str], ...]
    kind: str = "facts"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; every row is as long as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()
    """Percent of each column; empty to let them find their own."""
    titled: int | None = None
    """The column whose cells begin with a line that is a title."""
    is_plain: bool = False
    """Whether the cells say themselves what they are, so that HTML leaves the head out."""
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class Card:
    """One experiment: its sign and verdict in words, then what there is to say."""

    sign: str
    tone: str
    """``good``, ``safe``, ``no_net``, ``unsafe``, ``going`` or ``plain``; never the only sign."""
    key: str
    title: str
    verdict: str
    pairs: tuple[tuple[str, str], ...] = ()
    chart: str = ""
    """A finished drawing, SVG made by explog itself; Markdown leaves it out."""
    kind: str = "card"


@dataclass(frozen=True, slots=True)
class Blank:
    """Empty lines to write on."""

    lines: int = 3
    kind: str = "blank"


Block = Prose | Bullets | Facts | Table | Card | Blank


@dataclass(slots=True)
class Section:
    """A heading and what stands below it."""

    title: str
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Sheet:
    """One page."""

    name: str
    """The kind of page, in a word: it stands small above the title."""
    title: str
    pairs: list[tuple[str, str]] = field(default_factory=list)
    """What it is of: day, workplaces, count."""
    sections: list[Section] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)
    is_compact: bool = False
    """Whether it is set small, to fit on few sheets."""

    def add(self, title: str, *blocks: Block | None) -> None:
        """Put a section at the end, unless nothing stands in it."""
        told = [block for block in blocks if block is not None]
        if told:
            self.sections.append(Section(title, told))
