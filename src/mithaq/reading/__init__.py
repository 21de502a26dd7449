"""Reading: from a text to its record. Pure: no files, network, database or clock."""

from mithaq.reading.reader import explain, read

__all__ = ["explain", "read"]
