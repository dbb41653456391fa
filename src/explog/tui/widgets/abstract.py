"""Widgets and screens that leave something to say to those made of them."""

from __future__ import annotations

from abc import ABCMeta

from textual.message_pump import _MessagePumpMeta


class Abstract(_MessagePumpMeta, ABCMeta):
    """The metaclass of a widget with abstract methods: one that does not say them is never made."""
