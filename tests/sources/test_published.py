"""The date of publication that a caller gives."""

import pytest

from mithaq.model.errors import InvalidOption
from mithaq.sources import checked_date


@pytest.mark.parametrize("written", ["2025", "2025-11", "2025-11-05", "2024-02-29"])
def test_dates_cut_to_what_is_known_are_taken(written):
    assert checked_date(written) == written


@pytest.mark.parametrize(
    "written", ["", "25", "2025-13", "2025-02-30", "2025-1-5", "5.11.2025", "0000", "٢٠٢٥", "2025\n"]
)
def test_anything_else_is_refused_with_the_form(written):
    with pytest.raises(InvalidOption, match="YYYY-MM-DD"):
        checked_date(written)
