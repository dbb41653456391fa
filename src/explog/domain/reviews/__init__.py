"""Reviews: the record, the agenda, what is on it, surprises, and counts of people."""
