"""Widgets: they get what they show handed down and know no store."""
