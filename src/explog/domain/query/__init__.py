"""The query language: reading, completing, matching, and writing it back."""
