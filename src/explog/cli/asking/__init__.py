"""Asking line by line for screen readers: nothing is repainted, every line says one thing."""
