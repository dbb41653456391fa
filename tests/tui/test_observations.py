"""The grid, the notice and the chart on the experiment's page, by keys and by mouse."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from textual import events
from textual.content import Content
from textual.widgets import Input

from explog.domain.acts.entering import Entry
from explog.journal.observing import Sheet, record
from explog.tui.screens.experiment import ExperimentScreen
from explog.tui.screens.notice import Answered, NoticeScreen
from explog.tui.screens.observations import ObservationsScreen
from explog.tui.widgets.chart_view import RunChart
from explog.tui.widgets.sheet_view import SheetView
from tests.tui.host import KEY, OBSERVED, PLANNED, STARTED, Host, running, until
from tests.tui.screens_shown import lines, settled, shown

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

DAY = date(2026, 2, 9)
"""A day on which the story's test runs."""


async def _ready(pilot: Pilot[None]) -> SheetView:
    """The grid, once it is there."""
    await until(pilot, lambda: bool(pilot.app.screen.query(SheetView)))
    await settled(pilot)
    return pilot.app.screen.query_one(SheetView)


async def test_values_are_typed_and_saved_as_one_act(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", ObservationsScreen(KEY), OBSERVED, DAY)
    async with running(host) as pilot:
        view = await _ready(pilot)
        before = len((await host.experiment()).observations)
        await pilot.press("9", "enter", "home", "7", "down")
        assert view.sheet.is_changed
        await pilot.press("f2")
        await until(pilot, lambda: bool(host.given))
        kept = (await host.experiment()).observations
        assert len(kept) == before + 1
        assert 7 in {one.value for one in kept}
        done = host.given[0]
        assert getattr(done, "act", "") == "observe"


async def test_the_keys_below_the_grid_fit_on_one_line_and_each_has_its_word(
    tmp_path: Path,
) -> None:
    """The line ended in a bare “esc”."""
    host = Host(tmp_path / "log.db", ObservationsScreen(KEY), OBSERVED, DAY)
    async with running(host, (80, 24)) as pilot:
        await _ready(pilot)
        assert any(" · esc leave" in line and "⏎ down" in line for line in lines(host))


async def test_the_cell_in_focus_looks_like_everything_else_in_focus(tmp_path: Path) -> None:
    """It was black on white, as nothing else is."""
    host = Host(tmp_path / "log.db", ObservationsScreen(KEY), OBSERVED, DAY)
    async with running(host, (80, 24)) as pilot:
        view = await _ready(pilot)
        assert isinstance(view.content, Content)
        styles = [str(span.style) for span in view.content.spans]
        assert "bold on $cursor" in styles
        assert not any("reverse" in style for style in styles)


async def test_what_is_wrong_stands_beside_its_cell_and_nothing_is_saved(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", ObservationsScreen(KEY), OBSERVED, DAY)
    async with running(host) as pilot:
        view = await _ready(pilot)
        before = (await host.experiment()).observations
        await pilot.press("x", "enter", "f2")
        await settled(pilot)
        assert "Not a number" in shown(host)
        assert (view.row, view.column) == (len(view.sheet.rows) - 2, 1)
        assert (await host.experiment()).observations == before
        assert not host.given


async def test_a_paste_fills_the_column_and_hostile_text_is_only_text(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", ObservationsScreen(KEY), STARTED, DAY)
    async with running(host, (80, 24)) as pilot:
        view = await _ready(pilot)
        hostile = "[@click=app.quit]x[/]\x1b[31m" + "y" * 5000
        view.post_message(events.Paste(f"1/2-2026\t4\t\t{hostile}\n2/2-2026\t[/]"))
        await settled(pilot)
        assert len(view.sheet.rows) == 3
        assert {column for _row, column, _said in view.sheet.problems()} == {"note", "value"}
        assert "\x1b" not in shown(host)


async def test_esc_keeps_what_was_typed_for_the_next_time(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", ObservationsScreen(KEY), OBSERVED, DAY)
    async with running(host) as pilot:
        await _ready(pilot)
        await pilot.press("8", "8", "escape")  # esc first leaves the cell as it was
        await pilot.press("8", "7", "enter", "escape")
        await until(pilot, lambda: host.given == [None])
        await host.push_screen(ObservationsScreen(KEY))
        view = await _ready(pilot)
        assert [row.cells["value"] for row in view.sheet.rows][-2:] == ["87", ""]


async def test_a_row_is_taken_away_and_undo_brings_it_back(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", ObservationsScreen(KEY), OBSERVED, DAY)
    async with running(host) as pilot:
        await _ready(pilot)
        before = len((await host.experiment()).observations)
        await pilot.press("home", "f8", "f2")
        await until(pilot, lambda: bool(host.given))
        assert len((await host.experiment()).observations) == before - 1


async def test_without_a_measure_the_grid_says_what_comes_first(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", ObservationsScreen(KEY), 1, DAY)
    async with running(host) as pilot:
        await until(pilot, lambda: host.given == [None])


async def _noticed(host: Host, pilot: Pilot[None]) -> NoticeScreen:
    """The notice, once it is asked."""
    await until(pilot, lambda: isinstance(host.screen, NoticeScreen))
    await settled(pilot)
    assert isinstance(host.screen, NoticeScreen)
    return host.screen


def _coded(path: Path) -> Host:
    """A page of a running test with a measurement that meets a coded stop criterion."""
    return Host(path / "log.db", ExperimentScreen(KEY), PLANNED, DAY)


async def _met(host: Host) -> None:
    """Let a measurement meet a stop criterion."""

    def write(journal: object) -> None:
        from explog.journal.journal import Journal
        from explog.journal.ports import Clock
        from tests.stories import FAILED_SAFELY

        assert isinstance(journal, Journal)
        name = journal.experiment(KEY).measures[0].name
        start = FAILED_SAFELY[2]
        journal.clock = Clock(date.fromisoformat(start.as_of))
        journal.act("frame", KEY, stop_criteria=f"{name} over 90 (1 day)")
        answers: dict[str, Any] = dict(start.answers)
        answers.pop("stop_criteria", None)
        journal.act("start", KEY, **answers)
        measure = str(journal.experiment(KEY).primary_measure)
        day = date.fromisoformat(start.as_of)
        record(journal, KEY, [Sheet(measure, [Entry(day, 95)])])

    await host.desk.do(write)


async def test_a_met_criterion_asks_as_wide_as_the_screen_and_p_pauses(tmp_path: Path) -> None:
    host = _coded(tmp_path)
    async with running(host, (80, 24)) as pilot:
        await _met(host)
        host.refresh_page()
        await _noticed(host, pilot)
        assert "A stop criterion is met" in shown(host)
        await pilot.press("p")
        await until(pilot, lambda: not isinstance(host.screen, NoticeScreen))
        await settled(pilot)
        one = await host.experiment()
        assert one.state.value == "paused"
        assert one.life[-1].stop_criterion is not None


async def test_n_asks_for_the_reason_and_keeps_it(tmp_path: Path) -> None:
    host = _coded(tmp_path)
    async with running(host) as pilot:
        await _met(host)
        host.refresh_page()
        screen = await _noticed(host, pilot)
        await pilot.press("n", "enter")
        assert "please answer this" in shown(host)
        screen.query_one(Input).value = "counted twice"
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(host.screen, NoticeScreen))
        await settled(pilot)
        one = await host.experiment()
        assert one.observations[0].not_met == "counted twice"
        assert one.state.value == "running"


async def test_esc_puts_the_notice_off_and_nothing_is_written(tmp_path: Path) -> None:
    host = _coded(tmp_path)
    async with running(host) as pilot:
        await _met(host)
        host.refresh_page()
        await _noticed(host, pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(host.screen, ExperimentScreen)
        assert (await host.experiment()).observations[0].not_met is None


def test_an_answer_is_a_pause_or_a_reason() -> None:
    assert Answered(is_pause=True) == (True, "")


async def test_arrows_and_a_click_read_the_chart_point_by_point(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", ExperimentScreen(KEY), OBSERVED, DAY)
    async with running(host, (100, 40)) as pilot:
        await until(pilot, lambda: bool(host.screen.query(RunChart)))
        await settled(pilot)
        await pilot.press("d")
        await settled(pilot)
        chart = host.screen.query_one(RunChart)
        last = chart.reading
        assert last is not None
        assert "▸ week" in shown(host)
        await pilot.press("left", "left", "right")
        assert chart.reading == last - 1
        await pilot.press(*["left"] * 40)
        assert chart.reading == 0
        await pilot.click(RunChart, offset=(chart.size.width - 3, 4))
        assert chart.reading != 0


async def test_the_grid_says_at_once_how_a_number_of_two_readings_is_read(tmp_path: Path) -> None:
    """``1,250`` in the grid was taken as 1250 without a word."""
    host = Host(tmp_path / "log.db", ObservationsScreen(KEY), OBSERVED, DAY)
    async with running(host, (80, 24)) as pilot:
        await _ready(pilot)
        await pilot.press("1", "comma", *"250")
        await until(pilot, lambda: "Read as 1250, not as 1.25." in shown(host))


async def test_a_note_that_its_cell_cuts_off_stands_whole_below(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", ObservationsScreen(KEY), OBSERVED, DAY)
    async with running(host, (80, 24)) as pilot:
        view = await _ready(pilot)
        view.place(view.row - 1, "note")
        note = "the scanner was away on Tuesday and nobody counted until the evening shift came"
        view.typed = note
        view.action_go(0, 0)
        await until(pilot, lambda: note in " ".join(shown(host).split()))


async def test_a_sentence_cut_off_beside_its_row_stands_whole_below(tmp_path: Path) -> None:
    host = Host(tmp_path / "log.db", ObservationsScreen(KEY), OBSERVED, DAY)
    async with running(host, (80, 24)) as pilot:
        view = await _ready(pilot)
        view.place(view.row - 1, "date")
        await pilot.press("x", "x", "x", "enter")
        await until(pilot, lambda: "week 42 or +14." in " ".join(shown(host).split()))
