"""The guard against personal data. Person numbers are built here at run time, never written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from explog.domain.personal import Finding, findings, masked, person_number
from explog.locale import speak, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY, LAST = "25" + "12" + "48", "99" + "96"
NUMBER = DAY + "-" + LAST
"""The public MedCom test person; source: DOMAIN.md 11."""
REPLACEMENT_NUMBER = str(int(DAY) + 600_000) + "-" + LAST

FILLING = st.text(st.sampled_from("ab ÆØå.,;:()!?\n\t“”/"), max_size=20)


def born(day: int, month: int, year: int, last: int) -> str:
    """A number of these parts, ten digits."""
    return f"{day:02d}{month:02d}{year:02d}{last:04d}"


def codes(text: str, *, field_is_role: bool = False) -> list[str]:
    """The codes of the findings in *text*."""
    return [finding.code for finding in findings(text, field_is_role=field_is_role)]


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = spoken()
    speak("en")
    yield
    speak(before)


class TestPersonNumber:
    """What blocks a field."""

    @pytest.mark.parametrize(
        "between",
        ["", "-", " ", "–", "‐", "‑", "−", "\u00a0", "\u202f", " - ", " -", "- ", "-\n", "\u200b-"],
        ids=ascii,
    )
    @pytest.mark.parametrize("day", [DAY, str(int(DAY) + 600_000)], ids=["day", "day + 60"])
    def test_it_is_found_however_its_halves_are_joined(self, day: str, between: str) -> None:
        text = f"Borgeren {day}{between}{LAST} blev visiteret."
        place = person_number(text)
        assert place is not None
        assert (text[: place[0]], text[place[1] :]) == ("Borgeren ", " blev visiteret.")

    @pytest.mark.parametrize(
        "between", [".", "/", "_", ",", ", ", " . ", "   ", "\n", "\r\n", "\t", " /\n"], ids=ascii
    )
    def test_no_other_mark_between_its_halves_hides_it(self, between: str) -> None:
        """A person wrote one with a point before the last four, and it was saved."""
        assert person_number(f"nr. {DAY}{between}{LAST}.") is not None
        apart = f"{DAY[:2]} {DAY[2:4]} {DAY[4:]}"
        assert person_number(f"{apart}{between}{LAST}") == (0, 12 + len(between))

    @pytest.mark.parametrize("mark", [".", "-", "/", "_"])
    @pytest.mark.parametrize("between", [".", "/", "_", " ", "\n", ", "], ids=ascii)
    def test_with_its_day_apart_it_is_found_unless_the_last_four_may_be_a_time(
        self, mark: str, between: str
    ) -> None:
        apart = mark.join((DAY[:2], DAY[2:4], DAY[4:]))
        assert person_number(f"{apart}{between}{LAST}") is not None
        assert person_number(f"{apart}{between}2359") is None
        assert person_number(f"{apart}{between}2360") is not None

    @pytest.mark.parametrize(
        "text",
        [
            "{}",
            "({})",
            "cpr:{}",
            "CPR {}, født",
            "CPR-{}",
            "cpr{}",
            "CPRnr{}",
            "borgeren{}",
            "{}og",
            "»{}«",
            "journal_{}_skema.pdf",
            "2026-{}",
            "{}-01",
            "https://example.org/{}/skema",
            "linje et\n{}\nlinje tre",
            "nr. 12 {} 34",
            "x={}&y",
            "[/]{}[@click=app.quit]",
        ],
        ids=ascii,
    )
    def test_it_is_found_wherever_it_stands(self, text: str) -> None:
        before = text.index("{}")
        said = text.format(NUMBER)
        assert person_number(said) == (before, before + len(NUMBER))

    @pytest.mark.parametrize("mark", [" ", "-", ".", "/"], ids=ascii)
    def test_it_is_found_with_day_month_and_year_apart(self, mark: str) -> None:
        apart = mark.join((DAY[:2], DAY[2:4], DAY[4:]))
        assert person_number(f"{apart}-{LAST}") == (0, 13)

    def test_a_date_and_a_time_are_no_person_number(self) -> None:
        assert person_number("den 12.10.26 1430") is None
        assert person_number("den 12/10/26 1430") is None

    @pytest.mark.parametrize("zero", ["\uff10", "\u0660", "\u0966", "\U0001d7ce"], ids=ascii)
    def test_digits_of_other_scripts_do_not_slip_through(self, zero: str) -> None:
        said = "".join(chr(ord(zero) + int(c)) if c.isdigit() else c for c in NUMBER)
        assert person_number(f"({said})") == (1, 12)

    @pytest.mark.parametrize(
        "hidden", ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u200d", "\ufe0f\u20e3"], ids=ascii
    )
    def test_invisible_characters_do_not_keep_its_digits_apart(self, hidden: str) -> None:
        said = hidden.join(NUMBER)
        assert person_number(said) == (0, len(said))

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "CVR 12345678",
            "12102026",
            "2026-10-12T08:30",
            "20261012 1430",
            "Ring 20 12 48 99 eller +45 25124899",
            "99-13-48",
            "EMN-2026-010190",
            "26/12345 og 2026-0012345",
            "27.00.00-A00-12-26",
            "uge 42 2026",
            "5790000000012",
            DAY,
            DAY + "-" + "999",
            "S" + NUMBER,
            NUMBER + "A",
            "1" + NUMBER,
            NUMBER + "1",
            "ab" + DAY + LAST + "cd",
            DAY + " " + "og" + " " + LAST,
            "01-02-2026/1430",
            "12.10.2026 1400",
            "12.10.2026, 1400",
            "2026-10-12 1400",
            "2026-10-12T1400",
            "2026-10-12_1400.pdf",
            "20261012,1400",
            "12.10.26/1430",
            "12.10.26, 1400",
            "12-10-26 2359",
            "10.12.20.250",
            "121.026,1400 kr.",
            "1.210.261.400",
            "målt 12,5 13,0 14,25 i uge 42",
            "sag 26/121026",
        ],
        ids=range(35),
    )
    def test_dates_phones_case_numbers_and_longer_codes_pass(self, text: str) -> None:
        assert person_number(text) is None

    @pytest.mark.parametrize(
        ("parts", "is_one"),
        [
            ((0, 1, 90, 1234), False),
            ((1, 1, 90, 1234), True),
            ((31, 1, 90, 1234), True),
            ((32, 1, 90, 1234), False),
            ((60, 1, 90, 1234), False),
            ((61, 1, 90, 1234), True),
            ((91, 1, 90, 1234), True),
            ((92, 1, 90, 1234), False),
            ((1, 0, 90, 1234), False),
            ((1, 13, 90, 1234), False),
            ((31, 4, 90, 1234), False),
            ((91, 4, 90, 1234), False),
            ((29, 2, 0, 1234), False),
            ((29, 2, 0, 4234), True),
            ((29, 2, 36, 9234), True),
            ((29, 2, 37, 9234), False),
            ((29, 2, 40, 4234), True),
            ((29, 2, 0, 5234), True),
            ((29, 2, 56, 8234), True),
            ((29, 2, 58, 5234), False),
            ((29, 2, 96, 5234), True),
            ((29, 2, 96, 3234), True),
            ((89, 2, 96, 3234), True),
            ((89, 2, 97, 3234), False),
        ],
        ids=str,
    )
    def test_the_day_exists_in_the_century_that_the_seventh_digit_tells(
        self, parts: tuple[int, int, int, int], is_one: bool
    ) -> None:
        assert (person_number(born(*parts)) is not None) is is_one

    @given(st.dates(date(1900, 1, 1), date(1999, 12, 31)), st.integers(0, 3999), st.booleans())
    def test_every_birthday_of_the_last_century_is_found(
        self, day: date, last: int, replaced: bool
    ) -> None:
        said = born(day.day + 60 * replaced, day.month, day.year % 100, last)
        assert person_number(said) == (0, 10)

    @given(st.dates(date(2000, 1, 1), date(2036, 12, 31)), st.integers(4000, 9999))
    def test_every_birthday_of_this_century_is_found(self, day: date, last: int) -> None:
        assert person_number(born(day.day, day.month, day.year % 100, last)) == (0, 10)

    @given(st.uuids(), st.sampled_from(["{}", "experiment/{}", "lessons/{}/we_learned"]))
    def test_no_uuid_is_taken_for_one(self, ident: UUID, form: str) -> None:
        assert person_number(form.format(ident)) is None

    @given(st.text("0123456789", min_size=32, max_size=32))
    def test_no_uuid_of_digits_alone_is_taken_for_one(self, digits: str) -> None:
        assert person_number(str(UUID(digits))) is None

    @given(st.binary(min_size=20, max_size=32))
    def test_no_hash_is_taken_for_one(self, digest: bytes) -> None:
        assume(not digest.hex().isdigit())
        assert person_number(digest.hex()) is None

    @given(FILLING, FILLING)
    def test_text_around_it_does_not_hide_it(self, before: str, after: str) -> None:
        said = f"{before} {NUMBER} {after}"
        assert person_number(said) == (len(before) + 1, len(before) + 1 + len(NUMBER))

    @given(st.text("0123456789- \nabø", max_size=40))
    def test_what_is_found_has_ten_digits_and_begins_and_ends_with_one(self, text: str) -> None:
        place = person_number(text)
        if place is not None:
            found = text[place[0] : place[1]]
            assert sum(character.isdecimal() for character in found) == 10
            assert found[0].isdecimal()
            assert found[-1].isdecimal()


class TestMasked:
    """Replacing it is one of the two ways on."""

    def test_every_person_number_is_replaced_and_nothing_else(self) -> None:
        text = f"Fra {NUMBER} til {REPLACEMENT_NUMBER}, CVR 12345678."
        assert masked(text) == "Fra [removed] til [removed], CVR 12345678."
        assert masked(text, "[fjernet]") == "Fra [fjernet] til [fjernet], CVR 12345678."
        assert masked("nothing to hide") == "nothing to hide"

    @given(st.lists(st.sampled_from([NUMBER, DAY, LAST, "-", " ", "a", "1", "\n", "og"])))
    def test_what_is_masked_holds_none_any_more(self, pieces: list[str]) -> None:
        assert person_number(masked("".join(pieces))) is None


class TestFindings:
    """What is asked about, and how hard."""

    def test_each_finding_has_its_place_and_never_what_stands_there(self) -> None:
        (finding,) = findings(f"Se {NUMBER}.")
        assert finding == Finding("person_number", 3, 14, "block")
        assert NUMBER not in repr(finding) + finding.sentence
        assert "person number" in finding.sentence

    @pytest.mark.parametrize(
        "text",
        [
            "Skriv til leder@example.org.",
            "mailto:fornavn.efternavn+uge42@post.example.dk",
        ],
    )
    def test_an_e_mail_address_is_a_warning(self, text: str) -> None:
        assert [(found.code, found.severity) for found in findings(text)] == [("email", "warn")]

    @pytest.mark.parametrize(
        "text",
        [
            "+45 25124899",
            "+4525124899",
            "0045 25 12 48 99",
            "Ring 25 12 48 99.",
            "tlf. 2512 4899",
            "25-12-48-99",
            "25\u00a012\u00a048\u00a099",
        ],
    )
    def test_a_danish_phone_number_is_a_warning(self, text: str) -> None:
        assert [(found.code, found.severity) for found in findings(text)] == [("phone", "warn")]

    @pytest.mark.parametrize(
        "text",
        [
            "25124899",
            "CVR 12345678",
            "2025 2026",
            "målinger 30 28 25 24 22 21",
            "80.71.22.33",
            "25 12 48",
            "1 250 000 kr.",
        ],
    )
    def test_numbers_that_only_look_a_little_like_a_phone_pass(self, text: str) -> None:
        assert codes(text) == []

    @pytest.mark.parametrize("text", ["AB12345", "bilen AB 12 345 holdt", "AB 12345"])
    def test_a_number_plate_is_a_warning(self, text: str) -> None:
        assert [(f.code, f.severity) for f in findings(text)] == [("number_plate", "warn")]

    @pytest.mark.parametrize("text", ["AMB-01", "AB-12345", "ISO 27001", "ABC12345", "AB123456"])
    def test_keys_and_standards_are_no_number_plates(self, text: str) -> None:
        assert codes(text) == []

    @pytest.mark.parametrize(
        "text", ["hr. Jensen", "Hr Jensen", "fru jensen", "Frk. Olsen", "Mr Smith", "Mrs. Smith"]
    )
    def test_a_title_and_a_word_are_asked_about(self, text: str) -> None:
        assert [(f.code, f.start, f.severity) for f in findings(text)] == [("name_hint", 0, "hint")]

    @pytest.mark.parametrize(
        "text",
        [
            "frugt",
            "HR har sagt ja",
            "MR-scanning",
            "12 ms per key",
            "we miss data",
            "hr. og fru",
            "Anne Marie Jensen",
            "chr. 4",
        ],
    )
    def test_words_that_are_no_titles_and_names_without_one_are_not(self, text: str) -> None:
        assert codes(text) == []

    @pytest.mark.parametrize("text", ["KLM", " ÅB ", "M.H.J.", "ABCD"])
    def test_bare_initials_are_asked_about_where_a_function_belongs(self, text: str) -> None:
        assert codes(text, field_is_role=True) == ["initials"]
        assert codes(text) == []

    @pytest.mark.parametrize("text", ["leder", "IT-koordinator", "leder i IT", "A", "ABCDE", "klm"])
    def test_a_function_is_not_taken_for_initials(self, text: str) -> None:
        assert codes(text, field_is_role=True) == []

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Barnet fik et anfald den 12/10.", ["recognisable"]),
            ("En borger sprang sin medicin over i går.", ["recognisable"]),
            ("The child had a seizure on 12 Oct.", ["recognisable"]),
            ("Barnet fik et anfald.", []),
            ("Medicin bestilles den 12/10.", []),
            ("Barnet tegnede den 12/10.", []),
        ],
    )
    def test_health_and_someone_and_a_date_together_can_point_at_a_person(
        self, text: str, expected: list[str]
    ) -> None:
        assert codes(text) == expected

    def test_findings_come_in_the_order_they_stand(self) -> None:
        text = f"leder@example.org, hr. Jensen, {NUMBER} og AB 12 345"
        assert codes(text) == ["email", "name_hint", "person_number", "number_plate"]

    def test_what_a_person_number_is_part_of_is_not_asked_about_as_well(self) -> None:
        assert codes(f"{NUMBER}@example.org") == ["person_number"]
        assert codes(f"{DAY[:2]} {DAY[2:4]} {DAY[4:]} {LAST}") == ["person_number"]

    @given(st.text(max_size=60), st.booleans())
    def test_every_finding_lies_within_the_text(self, text: str, field_is_role: bool) -> None:
        found = findings(text, field_is_role=field_is_role)
        assert all(0 <= place.start < place.end <= len(text) for place in found)
        assert all(place.sentence for place in found)
