"""The English labels of the answers that tell how small a test should be."""

from explog.locale import N_

SIZE: dict[str, dict[str, str]] = {
    "Confidence": {
        "guess": N_("a guess"),
        "signs": N_("some signs"),
        "seen": N_("seen to work"),
    },
    "CostOfFailure": {
        "small": N_("little, and easy to undo"),
        "large": N_("much, or hard to undo"),
    },
}
"""List name → value → English label."""
