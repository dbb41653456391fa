"""How far the result was from what the room guessed: 0 as guessed, 100 as wrong as can be.

Reckoned from plain JSON alone (``review.guesses`` and the result of the cycle guessed), in whole
numbers, so that anybody can reckon it again:

- The distance between two results is 0 where they are the same, 2 between *supported* and *not
  supported*, and 1 between any other two.
- One answer of the room scores half its distance, in percent.
- Counted hands score the mean of their distances. A band weighs what it stands for: ``1-2`` one and
  a half, ``3+`` what the other bands leave of *n*, at least three.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

RESULTS = ("supported", "partly_supported", "not_supported", "inconclusive")
"""What can be guessed, in the order it is asked."""

_OPPOSITE = {"supported", "not_supported"}


def distance(guess: str, result: str) -> int:
    """How far *guess* is from *result*: 0, 1 or 2."""
    if guess == result:
        return 0
    return 2 if {guess, result} == _OPPOSITE else 1


def score(guess: Mapping[str, Any], result: str) -> int:
    """How surprising *result* was after *guess*, a guess of a review as JSON; 0 to 100."""
    weights = _weights(guess)
    whole = sum(weights.values())
    if not whole:
        return 50 * distance(str(guess["room"]), result)
    far = sum(weight * distance(name, result) for name, weight in weights.items())
    return (100 * far + whole) // (2 * whole)


def most_of(guess: Mapping[str, Any]) -> str | None:
    """The answer with the most hands, as far as the bands of *guess* tell; None where they tie."""
    weights = _weights(guess)
    best = max(weights.values(), default=0)
    first = [name for name, weight in weights.items() if weight == best]
    return first[0] if best and len(first) == 1 else None


def ranking(
    guesses: Iterable[Mapping[str, Any]], results: Mapping[str, str | None]
) -> list[tuple[str, int]]:
    """The guessed experiments whose result is known, the most surprising first.

    Args:
        guesses: The guesses of a review as JSON; of two about the same experiment the last counts.
        results: Experiment's id → the result of the cycle that was guessed; None while unknown.

    Returns:
        Pairs of id and score; equal scores by id.
    """
    last = {str(guess["experiment"]): guess for guess in guesses}
    scored = [
        (ident, score(guess, found))
        for ident, guess in last.items()
        if (found := results.get(ident))
    ]
    return sorted(scored, key=lambda pair: (-pair[1], pair[0]))


def result_guessed(guess: Mapping[str, Any], experiment: Mapping[str, Any]) -> str | None:
    """The result of the cycle that *guess* spoke of, in *experiment* as JSON; None while unknown.

    Without a cycle it is the last one's.
    """
    cycles: Sequence[Mapping[str, Any]] = experiment.get("cycles") or ()
    rounds = sorted(cycles, key=lambda cycle: (cycle.get("no") or 0, str(cycle["id"])))
    meant = [cycle for cycle in rounds if cycle["id"] == guess.get("cycle")] or rounds
    return meant[-1].get("result") if meant else None


def _weights(guess: Mapping[str, Any]) -> dict[str, int]:
    """Half hands for each answer; nothing where no hands were counted."""
    if guess.get("n") is None:
        return {}
    bands = {name: guess.get(name) or 0 for name in RESULTS}
    weights = {
        name: 3 if band == "1-2" else 2 * band
        for name, band in bands.items()
        if band == "1-2" or isinstance(band, int)
    }
    left = 2 * int(guess["n"]) - sum(weights.values())
    return weights | {name: max(6, left) for name, band in bands.items() if band == "3+"}
