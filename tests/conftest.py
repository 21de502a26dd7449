"""Fixtures shared by all tests."""

import os
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).parent.parent
# The report the project began with belongs to others, so it lies beside the clone and not in it.
SEED = ROOT.parent / "shared" / "seed"

# A property is checked on the same inputs each time: a red run can be repeated, a green one means the same.
hypothesis.settings.register_profile("mithaq", derandomize=True, deadline=None)
hypothesis.settings.load_profile("mithaq")


@pytest.fixture(scope="session")
def seed() -> str:
    """The text of the report the project began with; skips where it is missing, except in CI."""
    reports = sorted(SEED.glob("*.txt"))
    if not reports:
        if os.environ.get("CI"):
            pytest.fail(f"in CI the seed report must be there: {SEED}/*.txt", pytrace=False)
        pytest.skip(f"there is no seed report ({SEED}/*.txt)")
    return reports[0].read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def example() -> str:
    """The text of the report that `make demo` reads."""
    return (ROOT / "examples" / "astana-visit-2025.ar.txt").read_text(encoding="utf-8")
