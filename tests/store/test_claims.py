from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from explog.domain.record.keys import Claim, assigned, split
from explog.store import claims
from explog.store.tables import KEYS
from tests.store.making import experiment, ident

if TYPE_CHECKING:
    from collections.abc import Sequence

KEY = st.sampled_from(["AMB-01", "AMB-02", "AMB-03", "AMB-A-01", "LYS-01", "LYS-02", "AMB"])


def kept(made: Sequence[Claim]) -> Database:
    """A database with nothing but *made*."""
    db = Database(memory=True, execute_plugins=False)
    for statement in KEYS:
        db.execute(statement)
    claims.record(db, made)
    return db


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(1, 5), KEY), max_size=12))
def test_working_by_prefix_gives_the_same_keys_as_working_through_all_claims(
    drawn: list[tuple[int, str]],
) -> None:
    made = [
        Claim(ident(number), experiment(whose), key)
        for number, (whose, key) in enumerate(drawn, start=1)
    ]
    with closing(kept(made)) as db:
        found = claims.names(db.conn, [experiment(number) for number in range(1, 7)])
    assert found == assigned(made)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(1, 5), KEY), max_size=12))
def test_the_next_key_is_one_that_nobody_has_or_had(drawn: list[tuple[int, str]]) -> None:
    made = [
        Claim(ident(number), experiment(whose), key)
        for number, (whose, key) in enumerate(drawn, start=1)
    ]
    with closing(kept(made)) as db:
        prefix, number = split(claims.next_key(db.conn, "AMB-"))
    taken = {claim.key for claim in made} | {name.key for name in assigned(made).values()}
    assert prefix == "AMB-"
    assert number > max((split(key)[1] for key in taken if split(key)[0] == "AMB-"), default=0)
