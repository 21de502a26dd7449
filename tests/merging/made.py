"""Digests made up for tests: meetings of the invented states VA (Varlund) and OS (Ostmark), GR (Grenz)."""

from dataclasses import replace
from hashlib import sha256
from typing import Any

from mithaq.merging.digest import (
    ClaimPart,
    CommitmentPart,
    Digest,
    EventPart,
    InstrumentPart,
    PersonForm,
)

_EVENT = EventPart("talks", "2025-03-04", "Varl", "VA", "VA", ("OS",))
_INSTRUMENT = InstrumentPart(
    "memorandum", "signed", 1, None, ("OS", "VA"), (), (), None, None, None, None, None
)
_CLAIM = ClaimPart(12_500_000, "USD", "agreements", "exact", None)
_COMMITMENT = CommitmentPart("agreed", ("OS", "VA"), ("trade",), "open a joint office", None)


def event(**given: Any) -> EventPart:
    """Talks in Varl on 4 March 2025, changed where told."""
    return replace(_EVENT, **given)


def instrument(**given: Any) -> InstrumentPart:
    """A memorandum signed by Varlund and Ostmark, changed where told."""
    return replace(_INSTRUMENT, **given)


def claim(**given: Any) -> ClaimPart:
    """Agreements worth 12.5 million dollars, changed where told."""
    return replace(_CLAIM, **given)


def commitment(**given: Any) -> CommitmentPart:
    """The promise of a joint office, changed where told."""
    return replace(_COMMITMENT, **given)


def person(
    name: str, office: str = "minister", country: str | None = "VA", language: str = "en"
) -> PersonForm:
    """A person under a name in Latin letters."""
    return PersonForm(name, name, office, country, language)


def report(name: str, **given: Any) -> Digest:
    """A report in English of the talks, without anything else unless told; ``name`` makes its document."""
    parts: dict[str, Any] = {
        "language": "en", "published": None, "countries": ("OS", "VA"), "event": _EVENT, "people": (),
        "instruments": (), "claims": (), "commitments": (), **given,
    }  # fmt: skip
    return Digest(document=sha256(name.encode()).hexdigest(), **parts)
