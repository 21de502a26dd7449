"""Confidence: the share of items of a kind that were right, by how much speaks for them.

The shares are those of the annotated reports, a little lowered towards what was measured on reports nobody
had worked on; ``bench/calibration.py`` measures them. Commitments are not annotated: theirs is a guess.
"""

_SHARES: dict[str, tuple[float, ...]] = {
    "country": (0.92, 0.97, 0.99),
    "sector": (0.88, 0.88, 0.95),
    "meeting": (0.70, 0.75, 0.90),
    "person": (0.85, 0.97),
    "instrument": (0.93, 0.92, 0.95),
    "amount": (0.90, 0.98),
    "commitment": (0.80,),
}


def confidence(kind: str, support: int = 0) -> float:
    """The probability that an item is right; ``support`` counts what speaks for it."""
    shares = _SHARES[kind]
    return shares[support] if support < len(shares) else shares[-1]
