"""Confidence: the share of items of a kind that were right on the corpus, by how much speaks for them."""

_SHARES: dict[str, tuple[float, ...]] = {
    "country": (0.90, 0.95, 0.98),
    "sector": (0.80, 0.80, 0.92),
    "meeting": (0.70, 0.80, 0.85),
    "person": (0.85, 0.93),
    "instrument": (0.75, 0.85, 0.90),
    "amount": (0.85, 0.95),
    "commitment": (0.80,),
}


def confidence(kind: str, support: int = 0) -> float:
    """The probability that an item is right; ``support`` counts what speaks for it."""
    shares = _SHARES[kind]
    return shares[min(support, len(shares) - 1)]
