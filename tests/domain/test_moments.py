"""Days, times and numbers as people write and read them, in both languages."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explog.domain.moments import (
    Moment,
    day_of,
    parse_moment,
    said_day,
    said_moment,
    shown_day,
    shown_week,
    took,
    working_days_between,
)
from explog.domain.naming.vocabulary import TimeUnit
from explog.domain.numbers import said_number, shown_number
from explog.locale import speak, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = date(2026, 11, 16)
"""A Monday."""
DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))
LANGUAGES = st.sampled_from(["da", "en"])


def at(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A minute of a day, naive and local."""
    return datetime(year, month, day, hour, minute)  # noqa: DTZ001 - moments are local by design


@pytest.fixture(autouse=True)
def _english_unless_said_otherwise() -> Iterator[None]:
    before = spoken()
    speak("en")
    yield
    speak(before)


class TestIso:
    """What files hold."""

    @pytest.mark.parametrize(
        ("text", "moment"),
        [
            ("2026-10-12", date(2026, 10, 12)),
            ("2026-10-12T08:30", at(2026, 10, 12, 8, 30)),
            ("2026-10-12T08:30:00", at(2026, 10, 12, 8, 30)),
        ],
    )
    def test_a_moment_is_read_from_its_iso_form(self, text: str, moment: Moment) -> None:
        assert parse_moment(text) == moment
        assert type(parse_moment(text)) is type(moment)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "12/10",
            "20261012",
            "2026-W42",
            "2026-02-30",
            "2026-10-12T25:00",
            "2026-10-12 08:30",
            "2026-10-12T08:30Z",
            "2026-10-12T08:30+02:00",
            " 2026-10-12",
            "2026-10-12\n",
            "٢٠٢٦-10-12",
        ],
    )
    def test_no_other_form_is_a_moment(self, text: str) -> None:
        with pytest.raises(ValueError, match="2026-10-12"):
            parse_moment(text)

    @given(DAYS)
    def test_the_day_of_a_day_is_itself_and_that_of_a_minute_has_no_time(self, day: date) -> None:
        assert day_of(day) == day
        assert day_of(datetime.combine(day, datetime.max.time())) == day
        assert type(day_of(datetime.combine(day, datetime.min.time()))) is date


class TestDurations:
    """Working days, hours and minutes."""

    @pytest.mark.parametrize(
        ("start", "end", "days"),
        [
            (date(2026, 4, 23), date(2026, 4, 23), 0),
            (date(2026, 4, 23), date(2026, 4, 24), 1),
            (date(2026, 4, 23), date(2026, 4, 26), 1),
            (date(2026, 4, 24), date(2026, 4, 26), 0),
            (date(2026, 4, 24), date(2026, 4, 27), 1),
            (date(2026, 4, 26), date(2026, 4, 27), 1),
            (date(2026, 4, 20), date(2026, 4, 27), 5),
            (date(2026, 4, 27), date(2026, 4, 24), -1),
        ],
    )
    def test_weekends_are_skipped_and_the_last_day_counts(
        self, start: date, end: date, days: int
    ) -> None:
        assert working_days_between(start, end) == days

    @given(DAYS, st.integers(0, 60))
    def test_working_days_are_the_weekdays_after_the_start(self, start: date, length: int) -> None:
        after = [start + timedelta(days=n) for n in range(1, length + 1)]
        weekdays = [day for day in after if day.isoweekday() <= 5]
        end = start + timedelta(days=length)
        assert working_days_between(start, end) == len(weekdays)
        assert working_days_between(end, start) == -len(weekdays)

    @pytest.mark.parametrize(
        ("start", "end", "unit", "elapsed"),
        [
            (date(2026, 4, 23), at(2026, 4, 26, 23), TimeUnit.DAYS, 1),
            (at(2026, 4, 23, 8), at(2026, 4, 23, 9, 30), TimeUnit.HOURS, 1.5),
            (at(2026, 4, 23, 8), at(2026, 4, 23, 8, 40), TimeUnit.MINUTES, 40),
            (at(2026, 4, 23, 8, 40), at(2026, 4, 23, 8), TimeUnit.MINUTES, -40),
            (date(2026, 4, 23), at(2026, 4, 23, 8, 40), TimeUnit.MINUTES, None),
            (at(2026, 4, 23, 8), date(2026, 4, 26), TimeUnit.HOURS, None),
            (date(2026, 4, 23), date(2026, 4, 26), TimeUnit.HOURS, None),
        ],
    )
    def test_hours_and_minutes_are_unknown_without_a_time_of_day(
        self, start: Moment, end: Moment, unit: TimeUnit, elapsed: float | None
    ) -> None:
        assert took(start, end, unit) == elapsed


class TestSaidDay:
    """Days as people write them."""

    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("i dag", date(2026, 11, 16)),
            ("  I  DAG ", date(2026, 11, 16)),
            ("today", date(2026, 11, 16)),
            ("i går", date(2026, 11, 15)),
            ("yesterday", date(2026, 11, 15)),
            ("i morgen", date(2026, 11, 17)),
            ("tomorrow", date(2026, 11, 17)),
            ("12/10", date(2026, 10, 12)),
            ("12.10", date(2026, 10, 12)),
            ("12.10.", date(2026, 10, 12)),
            ("d. 12.10.", date(2026, 10, 12)),
            ("den 12. oktober", date(2026, 10, 12)),
            ("3/1", date(2027, 1, 3)),
            ("12/10/2025", date(2025, 10, 12)),
            ("12/10-25", date(2025, 10, 12)),
            ("12.10.2025", date(2025, 10, 12)),
            ("12.10. 2025", date(2025, 10, 12)),
            ("12/10 2025", date(2025, 10, 12)),
            ("12. okt", date(2026, 10, 12)),
            ("12. okt. 2025", date(2025, 10, 12)),
            ("12 oct 2025", date(2025, 10, 12)),
            ("12 October, 2025", date(2025, 10, 12)),
            ("20. maj", date(2026, 5, 20)),
            ("20 may", date(2026, 5, 20)),
            ("2026-10-12", date(2026, 10, 12)),
            ("uge 42", date(2026, 10, 12)),
            ("Week 42", date(2026, 10, 12)),
            ("uge 2", date(2027, 1, 11)),
            ("uge 42 2024", date(2024, 10, 14)),
            ("2026-W42", date(2026, 10, 12)),
            ("uge 53", date(2026, 12, 28)),
            ("mandag", date(2026, 11, 16)),
            ("monday", date(2026, 11, 16)),
            ("tirsdag", date(2026, 11, 10)),
            ("i tirsdags", date(2026, 11, 10)),
            ("sun", date(2026, 11, 15)),
            ("lør", date(2026, 11, 14)),
            ("+14", date(2026, 11, 30)),
            ("-3", date(2026, 11, 13)),
            ("−3", date(2026, 11, 13)),
        ],
    )
    @pytest.mark.parametrize("language", ["da", "en"])
    def test_both_languages_are_always_understood(
        self, text: str, day: date, language: str
    ) -> None:
        speak(language)
        assert said_day(text, TODAY) == day

    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("om 3 uger", date(2026, 12, 7)),
            ("in 3 weeks", date(2026, 12, 7)),
            ("+3w", date(2026, 12, 7)),
            ("+3 uger", date(2026, 12, 7)),
            ("om en uge", date(2026, 11, 23)),
            ("in a week", date(2026, 11, 23)),
            ("+2 måneder", date(2027, 1, 16)),
            ("in 2 months", date(2027, 1, 16)),
            ("om 14 dage", date(2026, 11, 30)),
            ("for 3 uger siden", date(2026, 10, 26)),
            ("two weeks ago", date(2026, 11, 2)),
            ("på fredag", date(2026, 11, 20)),
            ("this friday", date(2026, 11, 20)),
            ("næste fredag", date(2026, 11, 27)),
            ("next friday", date(2026, 11, 27)),
            ("på mandag", date(2026, 11, 23)),
            ("i mandags", date(2026, 11, 9)),
            ("last monday", date(2026, 11, 9)),
            ("sidste søndag", date(2026, 11, 15)),
            ("fredag uge 50", date(2026, 12, 11)),
            ("Fri, week 50", date(2026, 12, 11)),
            ("fredag d. 20. november", date(2026, 11, 20)),
            ("fre 20/11", date(2026, 11, 20)),
            ("Dec 31", date(2026, 12, 31)),
            ("December 31, 2025", date(2025, 12, 31)),
            ("31st dec", date(2026, 12, 31)),
            ("31/12", date(2026, 12, 31)),
            ("idag", TODAY),
        ],
    )
    def test_days_are_read_as_people_say_them(self, text: str, day: date) -> None:
        """``om 3 uger``, ``næste fredag`` and ``fredag uge 50`` were no days."""
        assert said_day(text, TODAY) == day
        assert said_day(text, TODAY, is_ahead=True) == day

    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("fredag", date(2026, 11, 20)),
            ("monday", date(2026, 11, 23)),
            ("uge 50", date(2026, 12, 11)),
            ("næste uge", date(2026, 11, 27)),
            ("2026-W50", date(2026, 12, 11)),
            ("3 uger", date(2026, 12, 7)),
            ("12/10", date(2026, 10, 12)),
        ],
    )
    def test_a_day_to_come_is_the_next_one_and_the_end_of_its_week(
        self, text: str, day: date
    ) -> None:
        """``fredag`` as a last day was the Friday before."""
        assert said_day(text, TODAY, is_ahead=True) == day

    def test_a_week_that_is_not_a_last_day_begins_on_its_monday(self) -> None:
        assert said_day("next week", TODAY) == date(2026, 11, 23)

    @given(DAYS, st.integers(1, 7))
    def test_a_weekday_never_means_today_for_a_day_to_come(self, today: date, away: int) -> None:
        day = today + timedelta(days=away)
        assert said_day(f"{day:%A}", today, is_ahead=True) == day

    @pytest.mark.parametrize("text", ["torsdag 20/11", "fri 19 Nov", "+9999"])
    def test_a_day_that_is_not_on_that_weekday_or_in_no_calendar_is_refused(
        self, text: str
    ) -> None:
        with pytest.raises(ValueError, match="no such day"):
            said_day(text, date(9999, 1, 1) if "9999" in text else TODAY)

    def test_a_leap_day_without_a_year_is_looked_for_in_the_years_around(self) -> None:
        assert said_day("29/2", date(2027, 3, 1)) == date(2028, 2, 29)
        with pytest.raises(ValueError, match="no such day"):
            said_day("29/2", TODAY)

    @pytest.mark.parametrize("text", ["31/2", "0/1", "12/13", "2026-02-30", "uge 54", "2026-W53x"])
    def test_a_day_that_does_not_exist_is_refused(self, text: str) -> None:
        with pytest.raises(ValueError, match="day"):
            said_day(text, TODAY)

    @pytest.mark.parametrize("text", ["", "snart", "12", "12/", "12 dage", "ma", "8:30", "1/2/3/4"])
    def test_what_is_no_day_is_answered_with_examples(self, text: str) -> None:
        with pytest.raises(ValueError, match=r"12/10.*week 42"):
            said_day(text, TODAY)

    def test_what_was_written_is_not_repeated_because_it_may_be_a_person_number(self) -> None:
        number = "25" + "12" + "48" + "-" + "99" + "96"
        for read in (said_day, said_moment):
            with pytest.raises(ValueError, match="Not a day") as caught:
                read(number, TODAY)
            assert number not in str(caught.value)

    @given(DAYS, DAYS, LANGUAGES)
    def test_what_is_shown_is_read_back(self, day: date, today: date, language: str) -> None:
        speak(language)
        assert said_day(shown_day(day), today) == day
        assert said_day(day.isoformat(), today) == day
        year, week, _weekday = day.isocalendar()
        assert said_day(f"{year}-W{week:02d}", today).isocalendar()[:2] == (year, week)

    @given(DAYS, st.integers(-180, 180))
    def test_a_day_without_a_year_is_the_nearest_one(self, today: date, away: int) -> None:
        day = today + timedelta(days=away)
        assert said_day(f"{day.day}/{day.month}", today) == day
        assert said_day(f"{day.day} {day:%b}", today) == day

    @given(DAYS, st.integers(-180, 180))
    def test_a_week_without_a_year_is_the_nearest_one(self, today: date, away: int) -> None:
        day = today + timedelta(days=away)
        monday = said_day(shown_week(day), today)
        assert monday.isoweekday() == 1
        assert monday.isocalendar()[1] == day.isocalendar()[1]
        assert abs(monday - today) <= timedelta(days=190)

    @given(st.text(max_size=20), DAYS)
    @example("12/10/9999", TODAY)
    def test_any_text_is_a_day_or_a_sentence(self, text: str, today: date) -> None:
        for read in (said_day, said_moment):
            try:
                assert isinstance(read(text, today), date)
            except ValueError as refused:
                assert "day" in str(refused) or "time" in str(refused)  # noqa: PT017


class TestSaidMoment:
    """Days with a time of day."""

    @pytest.mark.parametrize(
        ("text", "moment"),
        [
            ("i går", date(2026, 11, 15)),
            ("8.10", date(2026, 10, 8)),
            ("12/10 2030", date(2030, 10, 12)),
            ("i går 8.30", at(2026, 11, 15, 8, 30)),
            ("12/10 kl. 8.30", at(2026, 10, 12, 8, 30)),
            ("12/10 kl 8", at(2026, 10, 12, 8)),
            ("12/10 20.30", at(2026, 10, 12, 20, 30)),
            ("12. okt. 2025, 08:30", at(2025, 10, 12, 8, 30)),
            ("monday at 8", at(2026, 11, 16, 8)),
            ("fredag 12.10", at(2026, 11, 13, 12, 10)),
            ("fre 9.15", at(2026, 11, 13, 9, 15)),
            ("mandag 12.10", date(2026, 10, 12)),
            ("fredag d. 13.11", date(2026, 11, 13)),
            ("Yesterday at 16:05", at(2026, 11, 15, 16, 5)),
            ("08:30", at(2026, 11, 16, 8, 30)),
            ("kl. 8.30", at(2026, 11, 16, 8, 30)),
            ("2026-10-12T08:30", at(2026, 10, 12, 8, 30)),
            ("2026-10-12 08:30", at(2026, 10, 12, 8, 30)),
        ],
    )
    def test_a_time_may_follow_the_day(self, text: str, moment: Moment) -> None:
        assert said_moment(text, TODAY) == moment
        assert type(said_moment(text, TODAY)) is type(moment)

    @pytest.mark.parametrize("text", ["i dag 24.00", "i dag kl. 8.75", "25:00"])
    def test_a_time_that_does_not_exist_is_refused(self, text: str) -> None:
        with pytest.raises(ValueError, match="no such time"):
            said_moment(text, TODAY)

    @pytest.mark.parametrize("text", ["", "snart 8.30", "8", "2026-10-12T08:30Z"])
    def test_what_is_neither_day_nor_time_is_refused(self, text: str) -> None:
        with pytest.raises(ValueError, match="Not a day"):
            said_moment(text, TODAY)


class TestNumbers:
    """Numbers as people write and read them."""

    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("12", 12),
            (" 12,5 ", 12.5),
            ("12.5", 12.5),
            ("1.250,5", 1250.5),
            ("1,250.5", 1250.5),
            ("1 250,5", 1250.5),
            ("1\u00a0250", 1250),
            ("1.250.000", 1_250_000),
            ("1,250,000", 1_250_000),
            ("62 %", 62),
            ("62%", 62),
            ("−3", -3),
            ("-3", -3),
            ("+3", 3),
            ("12,0", 12),
            ("0,125", 0.125),
            ("0.125", 0.125),
            (",5", 0.5),
            ("1250,125", 1250.125),
            ("−0,0", 0),
        ],
    )
    @pytest.mark.parametrize("language", ["da", "en"])
    def test_a_number_means_the_same_in_both_languages(
        self, text: str, number: float, language: str
    ) -> None:
        speak(language)
        assert said_number(text) == number
        assert type(said_number(text)) is type(number)

    @pytest.mark.parametrize(
        ("language", "text", "number"),
        [
            ("da", "1.250", 1250),
            ("en", "1.250", 1.25),
            ("da", "1,250", 1.25),
            ("en", "1,250", 1250),
            ("da", "−12.500", -12_500),
        ],
    )
    def test_one_separator_before_three_digits_is_read_as_the_language_has_it(
        self, language: str, text: str, number: float
    ) -> None:
        speak(language)
        assert said_number(text) == number

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "-",
            "%",
            "12.",
            "1.2.3",
            "1,25,000",
            "1.250.5",
            "12 min",
            "1e5",
            "nan",
            "inf",
            "9" * 31,
            "12 34",
            "1..250",
            "½",
            "²",
        ],
    )
    def test_what_is_no_number_is_answered_with_examples(self, text: str) -> None:
        with pytest.raises(ValueError, match="Not a number"):
            said_number(text)

    @pytest.mark.parametrize(
        ("value", "danish", "english"),
        [
            (0, "0", "0"),
            (12, "12", "12"),
            (12.0, "12", "12"),
            (100, "100", "100"),
            (12.5, "12,5", "12.5"),
            (1250.5, "1.250,5", "1,250.5"),
            (-3, "−3", "−3"),
            (-11.5, "−11,5", "−11.5"),
            (-0.001, "−0,001", "−0.001"),
            (0.0015, "0,0015", "0.0015"),
            (0.05, "0,05", "0.05"),
            (-1e-12, "0", "0"),
            (2 / 3, "0,67", "0.67"),
            (18.125, "18,13", "18.13"),
            (-2.675, "−2,68", "−2.68"),
            (0.125, "0,13", "0.13"),
            (1e15, "1.000.000.000.000.000", "1,000,000,000,000,000"),
            (1_000_000, "1.000.000", "1,000,000"),
        ],
    )
    def test_a_number_is_shown_as_the_language_has_it(
        self, value: float, danish: str, english: str
    ) -> None:
        speak("da")
        assert shown_number(value) == danish
        speak("en")
        assert shown_number(value) == english

    @given(st.integers(-(10**11), 10**11), LANGUAGES)
    def test_what_is_shown_is_read_back(self, cents: int, language: str) -> None:
        speak(language)
        assert said_number(shown_number(cents / 100)) == cents / 100

    @given(st.text("0123456789.,- %+", max_size=32))
    def test_any_text_is_a_number_or_a_sentence(self, text: str) -> None:
        try:
            number = said_number(text)
        except ValueError as refused:
            assert "Not a number" in str(refused)  # noqa: PT017
        else:
            assert isinstance(number, int) or not number.is_integer()


class TestShownDays:
    """Days as people read them."""

    @pytest.mark.parametrize(
        ("day", "danish", "english"),
        [
            (date(2026, 10, 12), "12. okt. 2026", "12 Oct 2026"),
            (date(2026, 5, 1), "1. maj 2026", "1 May 2026"),
            (date(2026, 3, 31), "31. mar. 2026", "31 Mar 2026"),
        ],
    )
    def test_a_day_is_shown_as_the_language_has_it(
        self, day: date, danish: str, english: str
    ) -> None:
        speak("da")
        assert shown_day(day) == danish
        speak("en")
        assert shown_day(day) == english

    def test_a_week_is_shown_as_the_language_has_it(self) -> None:
        speak("da")
        assert shown_week(date(2026, 10, 12)) == "uge 42"
        speak("en")
        assert shown_week(date(2026, 10, 12)) == "week 42"
