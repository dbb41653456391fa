"""Large letters for a meeting room: three lines high, drawn with quarter blocks.

A terminal has one size of letters. A word that a whole room is to read is drawn; beside it the
same word stands in the agenda as plain text, for those who listen to their screen.
"""

from __future__ import annotations

ROWS = 3
"""Lines of one row of large letters."""

_DOTS = 2 * ROWS
_LETTERS = """
A .##. #..# #### #..# #..#|B ###. #..# ###. #..# ###.|C .### #... #... #... .###
D ###. #..# #..# #..# ###.|E #### #... ###. #... ####|F #### #... ###. #... #...
G .### #... #.## #..# .###|H #..# #..# #### #..# #..#|I # # # # #
J ..## ...# ...# #..# .##.|K #..# #.#. ##.. #.#. #..#|L #.. #.. #.. #.. ###
M #...# ##.## #.#.# #...# #...#|N #...# ##..# #.#.# #..## #...#|O .##. #..# #..# #..# .##.
P ###. #..# ###. #... #...|Q .##. #..# #..# #.## .###|R ###. #..# ###. #.#. #..#
S .### #... .##. ...# ###.|T ##### ..#.. ..#.. ..#.. ..#..|U #..# #..# #..# #..# .##.
V #...# #...# .#.#. .#.#. ..#..|W #...# #...# #.#.# #.#.# .#.#.|X #..# #..# .##. #..# #..#
Y #...# .#.#. ..#.. ..#.. ..#..|Z #### ...# .##. #... ####|Æ .##### #..#.. ###### #..#.. #..###
Ø .###. #..## #.#.# ##..# .###.|Å .##. .... .##. #..# #### #..#|0 .##. #..# #..# #..# .##.
1 .#. ##. .#. .#. ###|2 ###. ...# .##. #... ####|3 ###. ...# .##. ...# ###.
4 #..# #..# #### ...# ...#|5 #### #... ###. ...# ###.|6 .##. #... ###. #..# .##.
7 #### ...# ..#. .#.. .#..|8 .##. #..# .##. #..# .##.|9 .##. #..# .### ...# .##.
? ###. ...# .##. .... .#..|! # # # . #|: . # . # .|. . . . . #|, .. .. .. .# #.
- ... ... ### ... ...|– .... .... #### .... ....|+ ... .#. ### .#. ...
/ ...# ..#. ..#. .#.. #...|% #..# ..#. .##. .#.. #..#|' # # . . .|· . . # . .
"""
"""Each letter and its lines of dots from the top; what stands on the line has five of six."""

_BLANK = ("..",) * _DOTS
_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""The sixteen quarter blocks; their place is upper left 1, upper right 2, lower left 4, right 8."""


def _known() -> dict[str, tuple[str, ...]]:
    """Letter → its six lines of dots."""
    found = {" ": _BLANK}
    for told in _LETTERS.replace("\n", "|").strip("|").split("|"):
        letter, *dots = told.split(" ")
        found[letter] = (*("." * len(dots[0]),) * (_DOTS - len(dots)), *dots)
    return found


DRAWN = _known()
"""Every letter that can be drawn."""


def large(text: str, width: int) -> list[str]:
    """*text* in large letters, in lines of at most *width* cells.

    Returns:
        ``ROWS`` lines for each row of words, none where a letter is unknown or a word is too long.
    """
    wanted = text.upper().replace("É", "E").replace("’", "'").replace("…", "...")
    if not wanted.strip() or any(letter not in DRAWN for letter in wanted):
        return []
    rows: list[str] = []
    for part in wanted.split():
        joined = f"{rows[-1]} {part}" if rows else part
        if rows and _cells(joined) <= width:
            rows[-1] = joined
        elif _cells(part) > width:
            return []
        else:
            rows.append(part)
    return [line for row in rows for line in _drawn(row)]


def _dots(text: str) -> list[str]:
    """The six lines of dots of one row of letters."""
    return [".".join(DRAWN[letter][row] for letter in text) for row in range(_DOTS)]


def _cells(text: str) -> int:
    """How wide *text* is drawn."""
    return (len(_dots(text)[0]) + 1) // 2


def _drawn(text: str) -> list[str]:
    """One row of letters as lines of quarter blocks."""
    dots = [line + ".." for line in _dots(text)]
    return [
        "".join(
            _QUARTERS[
                (dots[row][column] == "#")
                + 2 * (dots[row][column + 1] == "#")
                + 4 * (dots[row + 1][column] == "#")
                + 8 * (dots[row + 1][column + 1] == "#")
            ]
            for column in range(0, len(dots[0]) - 2 + len(dots[0]) % 2, 2)
        ).rstrip()
        for row in range(0, _DOTS, 2)
    ]
