"""Lines of JSON → records: the way back from :mod:`mithaq.exports.jsonl`.

A line has positions but not the words, so the text is asked for again and every evidence is cut from it.
"""

from typing import Any, TypeVar

import orjson

from mithaq.model.errors import InvalidOption
from mithaq.model.record import (
    SCHEMA,
    Amount,
    Coded,
    Commitment,
    Document,
    Instrument,
    Meeting,
    Period,
    Person,
    Proof,
    Record,
    Signatory,
    Statement,
)
from mithaq.model.span import Span
from mithaq.model.text import Text

Part = TypeVar("Part")


def load(written: bytes | str, text: Text) -> Record:
    """The record of a line, its evidence cut from the text it was read from.

    Raises InvalidOption where the line is no record of this schema, or not of this text.
    """
    try:
        plain = orjson.loads(written)
        if plain["schema"] != SCHEMA:
            raise InvalidOption(
                f"the record is of schema {plain['schema']!r}, not {SCHEMA!r}: read the document again"
            )
        return _Loader(text).record(plain)
    except (KeyError, TypeError, ValueError) as fault:
        raise InvalidOption(
            f"the line is no record of this text ({fault}): read the document again"
        ) from fault


class _Loader:
    """Plain values → parts of a record, with evidence cut from one text."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def record(self, plain: dict[str, Any]) -> Record:
        return Record(
            document=Document(**plain["document"]),
            countries=tuple(self._part(Coded, item) for item in plain["countries"]),
            sectors=tuple(self._part(Coded, item) for item in plain["sectors"]),
            meeting=self._part(Meeting, plain["meeting"]) if plain["meeting"] is not None else None,
            people=tuple(self._part(Person, item) for item in plain["people"]),
            instruments=tuple(self._instrument(item) for item in plain["instruments"]),
            amounts=tuple(self._part(Amount, item) for item in plain["amounts"]),
            commitments=tuple(self._part(Commitment, item) for item in plain["commitments"]),
            statements=tuple(self._part(Statement, item) for item in plain["statements"]),
        )

    def _instrument(self, plain: dict[str, Any]) -> Instrument:
        signatories = tuple(self._part(Signatory, item) for item in plain["signatories"])
        return self._part(Instrument, plain | {"signatories": signatories})

    def _part(self, kind: type[Part], plain: dict[str, Any]) -> Part:
        values = {name: tuple(value) if isinstance(value, list) else value for name, value in plain.items()}
        values["evidence"] = self._proof(plain["evidence"])
        if plain.get("period") is not None:
            values["period"] = Period(plain["period"]["from"], plain["period"]["to"])
        return kind(**values)

    def _proof(self, places: list[dict[str, int]]) -> Proof:
        return tuple(self._text.quote(Span(place["start"], place["end"])) for place in places)
