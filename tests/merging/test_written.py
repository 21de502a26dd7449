"""What people write in cells is read where it can be read in one way only."""

from datetime import date, datetime

import pytest

from mithaq.merging.written import state_of, value_of
from mithaq.model.entry import Property

DATE = Property("date", "date")
NUMBER = Property("value", "number")
INTEGER = Property("count", "integer")
FLAG = Property("counted", "flag")
KIND = Property("kind", "code", "instruments")
COUNTRIES = Property("countries", "codes", "countries")
KEYS = Property("signatories", "keys")
TEXT = Property("city", "text")


@pytest.mark.parametrize(
    ("prop", "cell", "value"),
    [
        (DATE, datetime(2026, 3, 5), "2026-03-05"),  # noqa: DTZ001
        (DATE, datetime(2026, 3, 5, 14, 30), "2026-03-05"),  # noqa: DTZ001
        (DATE, date(2026, 3, 5), "2026-03-05"),
        (DATE, 2026, "2026"),
        (DATE, 2026.0, "2026"),
        (DATE, "2026", "2026"),
        (DATE, "2026-3", "2026-03"),
        (DATE, "2026-03-05 ", "2026-03-05"),
        (DATE, "2026/03/05", "2026-03-05"),
        (DATE, "05.03.2026", "2026-03-05"),
        (DATE, "5.3.2026", "2026-03-05"),
        (DATE, "03.2026", "2026-03"),
        (DATE, "٢٠٢٦-٠٣", "2026-03"),
        (DATE, "\u200f2026\u00a0", "2026"),
        (NUMBER, 160_000_000, 160_000_000),
        (NUMBER, 160_000_000.0, 160_000_000),
        (NUMBER, 12.5, 12.5),
        (NUMBER, "160 000 000", 160_000_000),
        (NUMBER, "160\u00a0000\u00a0000", 160_000_000),
        (NUMBER, "160,000,000", 160_000_000),
        (NUMBER, "1,500.25", 1500.25),
        (NUMBER, "12,5", 12.5),
        (NUMBER, "0,125", 0.125),
        (NUMBER, "-3", -3),
        (NUMBER, "١٦٠٬٠٠٠٫٥", 160000.5),
        (NUMBER, "1.0", 1),
        (INTEGER, 3.0, 3),
        (INTEGER, " 3 ", 3),
        (FLAG, True, True),
        (FLAG, 0, False),
        (FLAG, "Да", True),
        (FLAG, "لا", False),
        (KIND, "roadmap", "roadmap"),
        (KIND, "ROADMAP ", "roadmap"),
        (KIND, "дорожная карта", "roadmap"),
        (KIND, "Жол картасы", "roadmap"),
        (KIND, "خارطة طريق", "roadmap"),
        (COUNTRIES, "KZ; BY;KZ;", ["BY", "KZ"]),
        (COUNTRIES, "kz, by", ["BY", "KZ"]),
        (COUNTRIES, "كازاخستان، بيلاروسيا", ["BY", "KZ"]),
        (COUNTRIES, "Казахстан\nBelarus", ["BY", "KZ"]),
        (KEYS, "KZ/ministry/energy ; BY/ministry/energy", ["BY/ministry/energy", "KZ/ministry/energy"]),
        (KEYS, "KZ-10/region", ["KZ-10/region"]),
        (TEXT, " Astana ", "Astana"),
        (TEXT, 5, "5"),
        (Property("title", "wording"), "عام ٢٠٢٦", "عام ٢٠٢٦"),
        (DATE, None, None),
        (KIND, "  ", None),
        (Property("actions", "actions"), None, None),
    ],
)
def test_cell_is_read(prop, cell, value):
    read = value_of(prop, cell)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("prop", "cell", "why"),
    [
        (DATE, "3/5/2026", "no date"),
        (DATE, "2026-13", "no date"),
        (DATE, "2026-02-30", "no date"),
        (DATE, "spring", "no date"),
        (DATE, 46086, "no date"),
        (DATE, "2025-2028", "no date"),
        (NUMBER, "1,500", "two ways"),
        (NUMBER, "1.500.000", "no number"),
        (NUMBER, "12 million", "no number"),
        (NUMBER, "nan", "no number"),
        (NUMBER, "1e9", "no number"),
        (NUMBER, True, "no number"),
        (INTEGER, 2.5, "no whole number"),
        (FLAG, "maybe", "neither true nor false"),
        (KIND, "treatise", "no code of instruments"),
        (COUNTRIES, "KZ; Atlantis", "'Atlantis' is no code of countries"),
        (KEYS, "Ministry of Energy", "no key of a body"),
        (Property("actions", "actions"), "signed", "cannot be written"),
    ],
)
def test_cell_is_refused_in_words(prop, cell, why):
    with pytest.raises(ValueError, match=why):
        value_of(prop, cell)


def test_states_are_told_by_code_or_by_name():
    assert [state_of(cell) for cell in ("accepted", "Rejected ", "Принято", "مقترح")] == [
        "accepted", "rejected", "accepted", "proposed",
    ]  # fmt: skip
    with pytest.raises(ValueError, match="no state"):
        state_of("good")
