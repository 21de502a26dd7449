"""Mithaq: from a report of a meeting between states to a record whose every field points to its words."""

__version__ = "0.1.0"
