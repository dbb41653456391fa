"""What the facts say: conditions, verdicts, progress, and what wants attention."""
