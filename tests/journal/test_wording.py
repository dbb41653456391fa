"""Values in words: nobody reads an id, a code or an ISO date in a history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.journal.wording import said_change, said_value
from explog.locale import speak

if TYPE_CHECKING:
    from pydantic import JsonValue

IDENT = "0196c34b-4460-74a8-ada4-106b36be45c5"


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("novelty", "copy", "How new is it? → largely a copy of others' solution"),
        ("core_task", IDENT, "Which core task does it serve?"),
        ("core_task", None, "Which core task does it serve? → –"),
        ("initiator", ["citizens", "employees"], "Who took the initiative? → citizens, employees"),
        (f"cycles/{IDENT}/last_day", "2026-10-12", "Last day → 12 Oct 2026"),
        (f"limits/{IDENT}/actual", 12.5, "what it came to → 12.5"),
        ("operation/ordinary_budget", True, "Is it paid from the ordinary budget? → yes"),
    ],
)
def test_a_change_is_said_with_its_question_and_labels(
    path: str, value: JsonValue, said: str
) -> None:
    assert said_change(path, value) == said


def test_a_change_is_said_in_danish() -> None:
    speak("da")
    assert said_value(f"places/{IDENT}/status", "in_operation") == "i drift"
    assert said_value(f"observations/{IDENT}/value", 4.1) == "4,1"
