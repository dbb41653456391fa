"""The list of experiments: search as you type, filter, sort, preview, archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.domain.query.query import Query
from explog.journal import workplaces
from explog.journal.ids import IdMaker
from explog.journal.journal import Journal
from explog.journal.ports import Clock
from explog.store.log import Log
from explog.tui import filters
from explog.tui.app import ExplogApp
from explog.tui.asking import asked, typed
from explog.tui.screens.experiments import ExperimentsScreen
from explog.tui.screens.overview import OverviewScreen
from explog.tui.widgets.chips import Chips
from explog.tui.widgets.experiment_list import ExperimentList
from explog.tui.widgets.offers import Offers
from explog.tui.widgets.search_field import SearchField
from tests.queries import HOSTILE
from tests.tui.fake import HOSTILE as TITLES
from tests.tui.fake import TODAY, FakeLibrary, app, demo, hostile, row
from tests.tui.real import over
from tests.tui.screens_shown import lines, metas, settled, shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from explog.domain.record.rows import ExperimentRow


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the experiments that were opened; their page has tests of its own."""
    keys: list[str] = []
    monkeypatch.setattr(ExplogApp, "open_experiment", lambda _app, key: keys.append(key))
    return keys


def _keys(made: ExplogApp) -> list[str]:
    """The keys in the list, in its order."""
    listed = made.screen.query_one(ExperimentList)
    return [ident.removeprefix("id-") for ident in listed.ids]


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


async def test_a_single_letter_asks_for_nothing_yet() -> None:
    """At the first letter of a word the list said "Nothing fits", as no word is one letter long."""
    library = demo()
    made = app(library)
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await pilot.press("slash", "z")
        await settled(pilot)
        assert "20 of 20" in shown(made)
        await pilot.press("z")
        await settled(pilot)
        assert "Nothing fits" in shown(made)


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


async def test_sort_is_chosen_by_name_and_kept_while_the_app_lives() -> None:
    made = app(demo())
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await pilot.press("2")
        await settled(pilot)
        first = {}
        for steps in range(5):
            await pilot.press("s", *["home", *["down"] * steps], "enter")
            await settled(pilot)
            first[lines(made)[1].rpartition("Sort: ")[2]] = _keys(made)[0]
        assert first == {
            "newest": "LYS-04",
            "key": "AMB-01",
            "title": "LYS-03",
            "state": "LYS-04",
            "decided": "AUT-03",
        }
        await pilot.press("1", "2", "s")
        await settled(pilot)
        assert "● decided" in shown(made)
        await pilot.press("escape")
        assert "Sort: decided" in shown(made)


async def test_danish_letters_are_sorted_after_z() -> None:
    made = app(
        FakeLibrary(
            [row("A-01", "Ørn"), row("A-02", "Zebra"), row("A-03", "Ålborg"), row("A-04", "abe")]
        )
    )
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await pilot.press("2", "s", "down", "down", "enter")
        await settled(pilot)
        assert _keys(made) == ["A-04", "A-02", "A-01", "A-03"]


async def test_the_cursor_stays_on_its_experiment_when_the_order_changes() -> None:
    made = app(demo())
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await pilot.press("2")
        await settled(pilot)
        await pilot.press("down", "down", "s", "down", "enter")
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
        assert "idea or planned ×" in shown(made)
        assert "/ state:idea,planned" in shown(made)
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


async def test_the_preview_stands_beside_from_a_hundred_wide_and_below_in_short() -> None:
    whole = (
        "We believe that …",
        "… because …",
        "From that we learned …",
        "Frame: within the frame",
    )
    for size, told in (((100, 30), whole), ((99, 30), whole[:3:2]), ((80, 20), ())):
        made = app(demo())
        async with made.run_test(size=size) as pilot:
            await settled(pilot)
            await pilot.press("2", "slash", *"dictat")
            await settled(pilot)
            assert {said for said in whole if said in shown(made)} == {*told}


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
        assert "Nothing fits. Press F9 to see all 20 again" in shown(made)
        await pilot.press("f9")
        await settled(pilot)
        assert "20 of 20" in shown(made)
        assert isinstance(made.screen, ExperimentsScreen)


@pytest.mark.parametrize("page", ["2", "3"])
async def test_letters_stay_commands_on_an_empty_page_however_often_it_is_opened(page: str) -> None:
    """The page said that n writes one down; n was typed into the search."""
    made = app(FakeLibrary())
    async with made.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for key in (page, "1", page, "s"):
            await pilot.press(key)
            await settled(pilot)
        assert made.focused is None or not isinstance(made.focused, SearchField)


async def test_the_keys_of_an_empty_list_are_those_that_lead_somewhere() -> None:
    """Seen: it said to press n, and n was left out of the line of keys for Open and Mark."""
    made = app(FakeLibrary())
    async with made.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("2")
        await settled(pilot)
        keys = lines(made)[-1]
        assert "n New" in keys
        assert "Open" not in keys
        assert "Mark" not in keys


async def test_an_empty_log_says_so_whatever_is_asked_of_it() -> None:
    """It offered to show all 0 again."""
    made = app(FakeLibrary())
    async with made.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for key in ("2", "slash", "z", "z"):
            await pilot.press(key)
            await settled(pilot)
        assert "No experiments yet." in shown(made)


async def test_the_first_idea_of_a_log_can_be_opened_at_once(tmp_path: Path) -> None:
    """Nothing had the keys: the list was hidden while it was empty."""
    with Log.open(tmp_path / "log.db") as log:
        workplaces.add(Journal(log, Clock(TODAY), IdMaker()), "LYS", "Light", ["Safe nights"])
    async with over(tmp_path / "log.db", "2", "1", "2", "n", size=(80, 24)) as (made, pilot):
        for key in (*"Lamps", "enter", "2"):
            await pilot.press(key)
            await settled(pilot)
        assert made.screen.query_one(ExperimentList).has_focus


@pytest.mark.parametrize(
    ("width", "beginning"),
    [(60, "Text reminder the day"), (80, "Text reminder the day before the")],
)
async def test_a_title_has_the_room_before_a_day_or_a_word(width: int, beginning: str) -> None:
    """It was cut after two words while the day beside it was blank in most lines."""
    made = app(demo())
    async with made.run_test(size=(width, 24)) as pilot:
        await settled(pilot)
        await pilot.press("2")
        await settled(pilot)
        assert beginning in shown(made)


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


async def test_a_door_of_the_overview_leads_to_a_query() -> None:
    made = app(demo())
    async with made.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await made.open_experiments(filters.CELLS["failed", "safe"])
        await settled(pilot)
        assert "/ outcome:failed_safely" in shown(made)
        assert "4 of 20" in shown(made)
        await made.open_experiments(filters.CELLS["worked", "safe"])
        await settled(pilot)
        assert "worked ×   within the frame ×" in shown(made)
        assert "7 of 20" in shown(made)


async def test_every_door_and_quick_filter_is_a_query(danish: None) -> None:  # noqa: ARG001
    for one in (*filters.QUICK, *filters.CELLS.values(), filters.INCONCLUSIVE):
        assert isinstance(asked(one.query, TODAY), Query)
        assert str(asked(typed(one.query, TODAY), TODAY)) == one.query


async def test_a_condition_goes_by_key_and_the_others_stay() -> None:
    made = app(demo())
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await pilot.press("slash", *_typed("outcome"), "colon", *"failed", "space", "minus", *"vr")
        await settled(pilot)
        assert "6 of 20" in shown(made)
        await pilot.press("escape", "x", "right", "delete")
        await settled(pilot)
        assert "/ outcome:failed" in shown(made)
        assert "7 of 20" in shown(made)
        assert made.screen.query_one(Chips).has_focus
        await pilot.press("delete")
        await settled(pilot)
        assert "20 of 20" in shown(made)
        assert made.screen.query_one(ExperimentList).has_focus, "nothing is left to stand on"


async def test_tab_and_right_take_what_is_offered_and_enter_only_what_was_walked_to(
    opened: list[str],
) -> None:
    made = app(demo())
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"sta")
        await settled(pilot)
        field = made.screen.query_one(SearchField)
        assert made.screen.query_one(Offers).display
        await pilot.press("tab")
        assert field.value == "state:"
        await pilot.press(*"run", "right")
        await settled(pilot)
        assert field.value == "state:running "
        assert "1 of 20" in shown(made)
        await pilot.press(*"task", "colon", "down", "enter")
        assert field.value.startswith('state:running task:"')
        assert opened == []
        await pilot.press("enter")
        await settled(pilot)
        assert opened == []
        field.ask("dictat")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert opened == ["AMB-02"]


async def test_tab_in_an_empty_field_shows_the_filters_and_escape_puts_them_away() -> None:
    made = app(demo())
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await pilot.press("slash", "tab")
        assert "where it is: idea" in shown(made)
        await pilot.press("escape")
        assert "where it is: idea" not in shown(made)
        assert isinstance(made.focused, SearchField)
        await pilot.press("escape")
        assert isinstance(made.focused, ExperimentList)


async def test_what_is_offered_can_be_clicked() -> None:
    made = app(demo())
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"workplace", "colon")
        await settled(pilot)
        await pilot.click(Offers, offset=(3, 2))
        assert made.screen.query_one(SearchField).value == "workplace:BØR "


async def test_what_is_wrong_stands_below_the_field_and_the_text_stays() -> None:
    made = app(demo())
    async with made.run_test(size=(80, 30), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"state", "colon")
        await settled(pilot)
        assert "✗" not in shown(made), "it is only half typed"
        await pilot.press(*"runing", "space")
        await settled(pilot)
        assert "✗ “runing” at character 7 does not go with" in shown(made)
        assert "Did you mean running?" in " ".join(shown(made).split())
        await pilot.press("enter", "escape")
        assert isinstance(made.focused, ExperimentList)
        assert "/ state:runing" in shown(made)
        await pilot.press("slash", *["backspace"] * 7)
        await pilot.press("escape", "escape")
        assert "✗ Something is missing after “state:”" in shown(made), "now it is told"
        await pilot.press("c")
        await settled(pilot)
        assert "✗" not in shown(made)


async def test_a_view_is_opened_with_its_order() -> None:
    library = demo()
    library.views_given = [{"id": "v", "name": "Ours", "query": "outcome:failed", "sort": "key"}]
    made = app(library)
    async with made.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await pilot.press("2", "v")
        await settled(pilot)
        assert "Ours  outcome:failed" in shown(made)
        await pilot.press("enter")
        await settled(pilot)
        assert "Sort: key" in shown(made)
        assert "/ outcome:failed" in shown(made)
        assert _keys(made) == sorted(_keys(made))
        await pilot.press("v", "escape")
        assert isinstance(made.screen, ExperimentsScreen)


async def test_hostile_queries_neither_crash_nor_act() -> None:
    made = app(hostile())
    async with made.run_test(size=(60, 20), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("slash")
        field = made.screen.query_one(SearchField)
        for text in (*HOSTILE, *TITLES, "x" * 5000, "tag:[/] " * 40, "-[@click=app.quit]x[/]"):
            field.ask(text)
            await settled(pilot)
            assert "\x1b" not in shown(made)
            assert not any("click" in str(name) for meta in metas(made) for name in meta)
        await pilot.press("escape", "x", "left", "right", "escape", "c")


async def test_the_smallest_terminal_shows_a_list() -> None:
    for size in ((40, 10), (30, 6)):
        made = app(demo())
        async with made.run_test(size=size, notifications=True) as pilot:
            await settled(pilot)
            await pilot.press("2", "slash", *"state", "colon", "escape", "escape", "space", "f")
            await settled(pilot)
            for key in ("s", "v", "t"):
                await pilot.press(key, "escape")
                await settled(pilot)
            assert isinstance(made.screen, ExperimentsScreen)


async def test_only_what_comes_into_sight_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    library = FakeLibrary(row(f"ID-{n:04}") for n in range(3000))
    read: list[int] = []
    whole = library.rows_of

    def counted(ids: Sequence[str]) -> list[ExperimentRow]:
        read.append(len(ids))
        return whole(ids)

    monkeypatch.setattr(library, "rows_of", counted)
    made = app(library)
    async with made.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("2")
        await settled(pilot)
        await pilot.press("G")
        await settled(pilot)
        assert "ID-0000" in shown(made)
        assert "3000 of 3000" in shown(made)
        assert sum(read) < 300
        await pilot.press("g")
        await settled(pilot)
        assert "ID-2999" in shown(made)
