"""The list of experiments: search as you type, filter, sort, preview, archive."""

from __future__ import annotations

import pytest

from explog.tui.app import ExplogApp
from explog.tui.screens.experiments import ExperimentsScreen
from explog.tui.screens.overview import OverviewScreen
from explog.tui.widgets.chips import Chips
from explog.tui.widgets.experiment_list import ExperimentList
from explog.tui.widgets.search_field import SearchField
from tests.tui.fake import FakeJournal, FakeLibrary, app, demo, hostile, row
from tests.tui.screens_shown import lines, settled, shown


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the experiments that were opened; their page has tests of its own."""
    keys: list[str] = []
    monkeypatch.setattr(ExplogApp, "open_experiment", lambda _app, key: keys.append(key))
    return keys


def _keys(made: ExplogApp) -> list[str]:
    """The keys in the list, in its order."""
    return [one.key for one in made.screen.query_one(ExperimentList)._rows]


async def test_typing_finds_by_title_key_and_any_word() -> None:
    made = app(demo())
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        for typed, found in (
            ("dictat", ["AMB-02"]),
            ("lys-0", ["LYS-04", "LYS-03", "LYS-02", "LYS-01"]),
            ("bor-03", ["BØR-03"]),
            ("cabin noise", ["AMB-02"]),
        ):
            await pilot.press("2", "slash", *_typed(typed))
            await settled(pilot)
            assert _keys(made) == found
            assert f"{len(found)} of 20" in shown(made)
            await pilot.press("escape", "c")


def _typed(text: str) -> list[str]:
    """The keys that write *text*."""
    return [{" ": "space", "-": "minus"}.get(mark, mark) for mark in text]


async def test_one_letter_looks_at_titles_and_keys_only_and_fast_typing_searches_once() -> None:
    library = demo()
    made = app(library)
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await pilot.press("slash", "v")
        await settled(pilot)
        assert library.searched == []
        field = made.screen.query_one(SearchField)
        for typed in ("vi", "vid", "vide", "video"):  # faster than any pause
            field.value = typed
        await settled(pilot)
        assert library.searched == ["video"]
        assert _keys(made) == ["AMB-04"]


async def test_what_was_found_is_marked_in_the_titles() -> None:
    made = app(demo())
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"video")
        await settled(pilot)
        marked = [
            segment.text
            for strip in made.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.underline
        ]
        assert "Video" in marked


async def test_sort_walks_through_the_orders_and_says_which() -> None:
    made = app(demo())
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await pilot.press("2")
        await settled(pilot)
        first = {}
        for _ in range(6):
            first[lines(made)[1].rpartition("Sort: ")[2]] = _keys(made)[0]
            await pilot.press("s")
            await settled(pilot)
        assert first == {
            "newest": "LYS-04",
            "key": "AMB-01",
            "title": "LYS-03",
            "state": "LYS-04",
            "decided": "AUT-03",
        }


async def test_danish_letters_are_sorted_after_z() -> None:
    made = app(
        FakeLibrary(
            [row("A-01", "Ørn"), row("A-02", "Zebra"), row("A-03", "Ålborg"), row("A-04", "abe")]
        )
    )
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await pilot.press("2", "s", "s")
        await settled(pilot)
        assert _keys(made) == ["A-04", "A-02", "A-01", "A-03"]


async def test_the_cursor_stays_on_its_experiment_when_the_order_changes() -> None:
    made = app(demo())
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await pilot.press("2")
        await settled(pilot)
        await pilot.press("down", "down", "s")
        await settled(pilot)
        chosen = made.screen.query_one(ExperimentList)
        assert chosen.row is not None
        assert chosen.row.key == "LYS-02"
        assert chosen.cursor > 2


async def test_filters_are_chips_that_go_by_key_and_by_mouse() -> None:
    made = app(demo())
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await pilot.press("2", "f", "f")
        await settled(pilot)
        assert "ideas and plans ×" in shown(made)
        assert _keys(made) == ["LYS-04", "LYS-02"]
        await pilot.click(Chips, offset=(4, 0))
        await settled(pilot)
        assert "×" not in shown(made)
        assert "20 of 20" in shown(made)
        await pilot.press("f", "c")
        await settled(pilot)
        assert "×" not in shown(made)


async def test_the_filter_key_walks_through_all_and_ends_with_none() -> None:
    made = app(demo())
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await pilot.press("2")
        counts = []
        for _ in range(8):
            await pilot.press("f")
            await settled(pilot)
            counts.append(lines(made)[1].split(" of 20")[0].split()[-1])
        assert counts == ["3", "2", "1", "1", "7", "4", "3", "20"]


async def test_the_preview_tells_belief_lesson_and_verdict_from_a_hundred_wide() -> None:
    for width, is_there in ((99, False), (100, True)):
        made = app(demo())
        async with made.run_test(size=(width, 30)) as pilot:
            await settled(pilot)
            await pilot.press("2", "slash", *"dictat")
            await settled(pilot)
            text = shown(made)
            for said in (
                "We believe that …",
                "… because …",
                "From that we learned …",
                "Frame: within the frame",
            ):
                assert (said in text) is is_there


async def test_enter_opens_the_chosen_one_from_the_list_and_from_the_field(
    opened: list[str],
) -> None:
    made = app(demo())
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await pilot.press("2")
        await settled(pilot)
        await pilot.press("down", "enter", "slash", *"dictat")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert opened == ["LYS-03", "AMB-02"]


async def test_a_click_chooses_and_a_second_one_opens(opened: list[str]) -> None:
    made = app(demo())
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await pilot.press("2")
        await settled(pilot)
        await pilot.click(ExperimentList, offset=(5, 2))
        assert opened == []
        await pilot.click(ExperimentList, offset=(5, 2))
        await settled(pilot)
        assert opened == ["LYS-02"]


async def test_escape_goes_from_the_field_to_the_list_and_then_back() -> None:
    made = app(demo())
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"lys")
        await settled(pilot)
        await pilot.press("escape")
        assert isinstance(made.focused, ExperimentList)
        await pilot.press("escape")
        assert isinstance(made.screen, OverviewScreen)
        await pilot.press("2")
        await settled(pilot)
        assert "/ lys" in shown(made), "what was typed is still there"


async def test_archive_takes_it_out_of_sight_and_says_how_to_undo() -> None:
    library = demo()
    journal = FakeJournal(library)
    made = app(library, journal)
    async with made.run_test(size=(80, 30), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("2")
        await settled(pilot)
        await pilot.press("a")
        await settled(pilot)
        assert journal.archived == ["LYS-04"]
        assert "LYS-04" not in _keys(made)
        assert "LYS-04 is archived" in " ".join(shown(made).split())


async def test_copy_takes_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr(ExplogApp, "copy_to_clipboard", lambda _app, text: copied.append(text))
    made = app(demo())
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await pilot.press("2")
        await settled(pilot)
        await pilot.press("y")
        assert copied == ["LYS-04"]


async def test_an_empty_list_says_what_to_do() -> None:
    made = app(demo())
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"zzzz")
        await settled(pilot)
        assert "Nothing fits. Press c to see all 20 again" in shown(made)
        await pilot.press("enter", "escape", "c")
        await settled(pilot)
        assert "20 of 20" in shown(made)
        assert isinstance(made.screen, ExperimentsScreen)


async def test_hundreds_of_lines_are_walked_through_by_page() -> None:
    made = app(FakeLibrary(row(f"ID-{n:03}") for n in range(500)))
    async with made.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("2")
        await settled(pilot)
        chosen = made.screen.query_one(ExperimentList)
        await pilot.press("pagedown")
        assert chosen.cursor == chosen.size.height - 1
        await pilot.press("G")
        await settled(pilot)
        assert chosen.cursor == 499
        assert "ID-000" in shown(made)
        await pilot.press("g")
        await settled(pilot)
        assert "ID-499" in shown(made)


async def test_pasted_control_characters_do_not_get_into_the_field() -> None:
    from textual.events import Paste

    made = app(hostile())
    async with made.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("slash")
        assert made.focused is not None
        made.focused.post_message(Paste("a\x1b]52;c;x\x07b\nc"))
        await settled(pilot)
        assert "\x1b" not in shown(made)
        assert "a]52;c;xb c" in shown(made)
