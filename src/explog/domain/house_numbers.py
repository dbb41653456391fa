"""House numbers that are also read where no model is. Standard library only."""

MIRROR: dict[str, int] = {"mirror_closed": 8, "mirror_past": 3, "mirror_lessons": 5}
"""How many the mirror needs before it asks; the thresholds of a log may say otherwise."""
