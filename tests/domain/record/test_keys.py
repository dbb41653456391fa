"""Keys: given once, never reused, the same in every log that holds the same claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explog.domain.record.keys import Assigned, Claim, assigned, folded, numbered, split

if TYPE_CHECKING:
    import random


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("bor-1", "BØR-01"),
        ("BØR-01", "BØR-01"),
        (" amb-07 ", "AMB-07"),
        ("lm-2026-3", "LM-2026-03"),
    ],
)
def test_a_key_is_found_however_it_is_typed(typed: str, key: str) -> None:
    """Case, leading zeros and Danish letters do not matter."""
    assert folded(typed) == folded(key)


def test_ar_and_aar_are_two_keys_of_the_same_letters_only_where_a_is_written_with_a_ring() -> None:
    """``Å`` folds to ``A``; nothing else is taken for it."""
    assert folded("ÅR-01") == folded("AR-01")
    assert folded("AAR-01") != folded("AR-01")


def test_a_key_is_split_into_its_prefix_and_number() -> None:
    """A workplace's code has no number and counts as the first of its own prefix."""
    assert split("AMB-12") == ("AMB-", 12)
    assert split("AMB") == ("AMB", 1)
    assert numbered("AMB-", 3) == "AMB-03"


def test_the_later_of_two_claims_gets_the_next_number_and_keeps_the_old_key_as_an_alias() -> None:
    """What two merged logs show for their first experiment."""
    given_keys = assigned([Claim("2", "b", "AMB-01"), Claim("1", "a", "AMB-01")])
    assert given_keys == {"a": Assigned("AMB-01"), "b": Assigned("AMB-02", ("AMB-01",))}


def test_a_renumbered_key_stays_when_new_experiments_follow() -> None:
    """After two logs met, every new idea renamed the experiment that had to give way."""
    claims = [Claim("1", "a", "AMB-01"), Claim("2", "b", "AMB-01")]
    for number in range(3, 9):
        taken = assigned(claims)
        assert taken["b"].key == "AMB-02"
        claims.append(Claim(str(number), f"new{number}", numbered("AMB-", number)))


claims_of_many = st.lists(
    st.builds(
        Claim,
        st.integers(1, 99).map(lambda number: f"{number:03d}"),
        st.sampled_from("abcdefgh"),
        st.integers(1, 4).map(lambda number: numbered("AMB-", number)),
    ),
    max_size=12,
    unique_by=lambda claim: claim.event,
)


@given(claims_of_many, st.randoms())
def test_the_same_claims_give_the_same_keys_in_any_order(
    claims: list[Claim], order: random.Random
) -> None:
    """And no two subjects share one."""
    shuffled = [*claims]
    order.shuffle(shuffled)
    keys = assigned(claims)
    assert assigned(shuffled) == keys
    assert len({found.key for found in keys.values()}) == len(keys)
