"""The run chart as SVG: well formed, self-contained, in words too, and never colour alone."""

from __future__ import annotations

import re
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explog import locale
from explog.domain.charts.runchart import Reading
from explog.domain.charts.series import Point, Series
from explog.domain.naming.vocabulary_learning import Phase, RuleSet, Signal
from explog.exchange.svg_chart import described, svg
from explog.exchange.svg_plane import CHAR, WIDTH

SVG = "{http://www.w3.org/2000/svg}"
MONDAY = date(2026, 9, 7)
WEEK = timedelta(weeks=1)
READING = Reading(RuleSet.BASELINE_SHIFT, Signal.SHIFT, 20, True, 6, 0, 6, 6)
FULL = Series(
    points=[
        *(Point(MONDAY + n * WEEK, 20 + n % 2, False, phase=Phase.BASELINE) for n in range(6)),
        *(Point(MONDAY + n * WEEK, 30, n=40, note="<note>", is_signal=True) for n in range(7, 13)),
    ],
    centre=20,
    target=30,
    cycles=[(MONDAY + 6 * WEEK, MONDAY + 13 * WEEK)],
    marks=[MONDAY + 8 * WEEK],
    told=["New phones & a <b>"],
    name="Runs <&> “concluded”",
    unit="%",
    reading=READING,
    every=7,
)


def _tree(series: Series, key: str = "AMB-01") -> ET.Element:
    """The picture, parsed."""
    return ET.fromstring(svg(series, key))  # noqa: S314 - our own text


def test_it_says_in_words_what_it_shows() -> None:
    tree = _tree(FULL)
    assert tree.findtext(f"{SVG}title") == "AMB-01 Runs <&> “concluded” (%)"
    told = tree.findtext(f"{SVG}desc") or ""
    assert "Signal: shift to the better" in told
    assert "median of the baseline 20" in told
    assert "(n 40)" in told
    assert "1 2 Nov 2026: New phones & a <b>." in told
    assert tree.get("role") == "img"


@pytest.mark.parametrize("language", locale.LANGUAGES)
def test_it_speaks_the_language_in_force(language: str) -> None:
    locale.speak(language)
    tree = _tree(FULL)
    assert tree.get("lang") == language
    texts = [one.text for one in tree.iter(f"{SVG}text")]
    assert ("uge" in texts) is (language == "da")


def test_nothing_in_it_comes_from_elsewhere_or_runs() -> None:
    text = svg(FULL, "AMB-01")
    assert re.findall(r"https?://[^\s\"]+", text) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"<(script|image|foreignObject|a|style|link)\b|href|\bon\w+=", text)


def test_shapes_tell_the_phases_apart_without_colour() -> None:
    tree = _tree(FULL)
    fills = {one.get("fill") for one in tree.iter(f"{SVG}circle")}
    assert "#ffffff" in fills  # rings before the test
    diamonds = [one for one in tree.iter(f"{SVG}path") if (one.get("d") or "").endswith("z")]
    assert len(diamonds) == 6 + 1  # the points of the signal, and the one in the legend
    used = set(re.findall(r"#[0-9a-f]{6}", svg(FULL)))
    assert all(len({one[1:3], one[3:5], one[5:7]}) == 1 for one in used), "greys only"


def test_points_over_a_gap_are_not_joined() -> None:
    joined = [one.get("d") for one in _tree(FULL).iter(f"{SVG}path") if "L" in (one.get("d") or "")]
    assert len(joined) == 5 + 5  # six before, a week without a measurement, six after


def test_target_and_ends_are_dashed_and_the_median_is_not() -> None:
    dashes = {one.get("stroke-dasharray") for one in _tree(FULL).iter(f"{SVG}path")}
    assert {"none", "8 4", "2 4"} <= dashes


def test_without_points_it_says_so() -> None:
    assert "No observations yet." in svg(Series((), name="x"))


def test_hostile_text_stays_text() -> None:
    text = "]]><script>alert(1)</script>\x1b[31m\u202e" + "x" * 5000
    series = Series(
        [Point(MONDAY, 1, note=text)], name=text, unit=text, marks=[MONDAY], told=[text]
    )
    tree = _tree(series, text)
    assert not list(tree.iter(f"{SVG}script"))
    assert "\x1b" not in svg(series)


_POINTS = st.lists(
    st.builds(
        Point,
        st.dates(date(2000, 1, 1), date(2030, 12, 31)),
        st.floats(-1e9, 1e9, allow_nan=False),
        st.booleans(),
        is_signal=st.booleans(),
    ),
    max_size=20,
)
_MAYBE = st.none() | st.floats(-1e9, 1e9, allow_nan=False)


@given(_POINTS, _MAYBE, _MAYBE)
def test_every_series_makes_a_well_formed_picture_with_all_points_inside(
    points: list[Point], centre: float | None, target: float | None
) -> None:
    cycles = [(points[0].day, points[-1].day)] if points else []
    series = Series(points, centre, target, cycles, [p.day for p in points[:2]], ["a", "b"])
    tree = ET.fromstring(svg(series))  # noqa: S314 - our own text
    _x, _y, width, height = map(float, str(tree.get("viewBox")).split())
    for circle in tree.iter(f"{SVG}circle"):
        assert 0 <= float(str(circle.get("cx"))) <= width
        assert 0 <= float(str(circle.get("cy"))) <= height
    assert described(series) is not None


@pytest.mark.parametrize("sizes", [(5_000_000, 900_000.5, 3), (0.0012, 0.0175, 0.0003), (4, 5, 6)])
@pytest.mark.parametrize("language", locale.LANGUAGES)
def test_no_number_reaches_out_of_the_picture(sizes: tuple[float, ...], language: str) -> None:
    """Seen: "000.000" at the left edge and "udgangspunkt, median 90" at the right one."""
    locale.speak(language)
    points = [Point(MONDAY + n * WEEK, value, True) for n, value in enumerate(sizes)]
    series = Series(points, centre=sizes[1], target=sizes[0], reading=READING)
    for text in _tree(series).iter(f"{SVG}text"):
        x, wide = float(text.get("x", "0")), len(text.text or "") * CHAR
        left = {"end": x - wide, "middle": x - wide / 2}.get(text.get("text-anchor", ""), x)
        assert left >= 0, text.text
        assert left + wide <= WIDTH, text.text


def test_where_there_are_several_cycles_each_is_named() -> None:
    cycles = [(MONDAY, MONDAY + 3 * WEEK), (MONDAY + 4 * WEEK, None)]
    points = [Point(MONDAY + n * WEEK, n, True) for n in range(8)]
    said = [text.text for text in _tree(Series(points, cycles=cycles)).iter(f"{SVG}text")]
    assert {"cycle 1", "cycle 2"} <= {*said}
    assert "test starts" not in said
