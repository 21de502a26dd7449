"""Confidence is a probability: on the annotated reports about as many items are right as it says."""

from bench.calibration import shares
from tests.conftest import ROOT

_ENOUGH = 40


def test_items_are_right_as_often_as_their_confidence_says():
    told = shares(ROOT / "tests" / "corpus")
    assert {field for field, _ in told} >= {
        "people",
        "instruments",
        "amounts",
        "meeting",
        "countries",
        "sectors",
    }
    for (field, level), (count, right) in told.items():
        if count >= _ENOUGH:
            assert level - 0.05 <= right / count <= level + 0.1, (field, level, right / count)
