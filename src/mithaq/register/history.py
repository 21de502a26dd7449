"""The history: every change, in one chain that shows where somebody tampered with it.

A line carries the hash of the one before; its own hash is the SHA-256 of that and of all its fields, as
JSON with sorted keys. To change a line unseen one would have to change every line after it, and the last
hash that was noted down elsewhere (``mithaq check history`` prints it).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import orjson
from sqlalchemy import Connection, RowMapping, insert, select

from mithaq.model.entry import Change
from mithaq.model.errors import BrokenHistory
from mithaq.register.tables import history

_START = "0" * 64
_FIELDS = ("number", "at", "who", "action", "entry", "property", "old", "new", "reason", "previous")


@dataclass(frozen=True, slots=True)
class Act:
    """Who does something, and when (ISO 8601 in UTC)."""

    who: str
    at: str


class Journal:
    """Lines to be written in one transaction; :meth:`write` puts them down after those that are there."""

    def __init__(self, act: Act) -> None:
        self.act = act
        self._lines: list[dict[str, Any]] = []

    def note(
        self, action: str, entry: str | None = None, property: str | None = None, *,
        old: Any = None, new: Any = None, reason: str | None = None,
    ) -> None:  # fmt: skip
        """Note a change; ``old`` and ``new`` are plain JSON."""
        line = {
            "at": self.act.at, "who": self.act.who, "action": action, "entry": entry, "property": property,
            "old": _json(old), "new": _json(new), "reason": reason,
        }  # fmt: skip
        self._lines.append(line)

    def mark(self) -> int:
        """How many lines were noted: a place to go back to."""
        return len(self._lines)

    def back_to(self, mark: int) -> None:
        """Forget the lines noted since a mark: what they tell of was taken back."""
        del self._lines[mark:]

    def write(self, connection: Connection) -> None:
        """Put the lines down. The caller's transaction must be one that writes."""
        if not self._lines:
            return
        number, previous = _last(connection)
        for line in self._lines:
            number += 1
            line |= {"number": number, "previous": previous}
            previous = line["hash"] = _hash(line)
        connection.execute(insert(history), self._lines)
        self._lines = []


def verify(connection: Connection) -> tuple[int, str]:
    """The number of lines and the hash of the last.

    Raises BrokenHistory, which names the first broken link.
    """
    number, previous = 0, _START
    for row in connection.execute(select(history).order_by(history.c.number)).mappings():
        number += 1
        _check(row, number, previous)
        previous = row["hash"]
    return number, previous


def _check(row: RowMapping, number: int, previous: str) -> None:
    found = row["number"]
    if found != number:
        raise BrokenHistory(f"line {number} of the history is missing: the next one there is line {found}")
    if row["previous"] != previous:
        raise BrokenHistory(
            f"line {number} of the history does not follow line {number - 1}: it was put in later"
        )
    if row["hash"] != _hash(row):
        about = f" ({row['action']} of {row['entry']})" if row["entry"] else ""
        raise BrokenHistory(
            f"line {number} of the history{about} was changed after it was written at {row['at']}"
        )


def of_entries(connection: Connection, ids: list[str]) -> Iterator[Change]:
    """The changes of entries, oldest first."""
    rows = connection.execute(select(history).where(history.c.entry.in_(ids)).order_by(history.c.number))
    return map(change, rows.mappings())


def change(row: RowMapping) -> Change:
    """A line of the table as a change."""
    values = {name: row[name] for name in (*_FIELDS, "hash")}
    return Change(**values | {"old": _plain(row["old"]), "new": _plain(row["new"])})


def _last(connection: Connection) -> tuple[int, str]:
    newest = select(history.c.number, history.c.hash).order_by(history.c.number.desc()).limit(1)
    row = connection.execute(newest).first()
    return (row[0], row[1]) if row else (0, _START)


def _hash(line: dict[str, Any] | RowMapping) -> str:
    return sha256(
        orjson.dumps({name: line[name] for name in _FIELDS}, option=orjson.OPT_SORT_KEYS)
    ).hexdigest()


def _json(value: Any) -> str | None:
    return None if value is None else orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def _plain(written: str | None) -> Any:
    return None if written is None else orjson.loads(written)
