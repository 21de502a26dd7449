"""Names in Latin letters can be read and compared."""

import pytest

from mithaq.languages.romanising import latin


@pytest.mark.parametrize(
    ("name", "romanised"),
    [
        ("قاسم جومارت توكاييف", "Qasm Jumart Tukayif"),
        ("أولزهاس بيكتينوف", "Ulzhas Biktinuf"),
        ("محمد السوداني", "Mhmd Al-Sudani"),
        ("مُحَمَّد", "Muhammad"),
        ("Касым-Жомарт Токаев", "Kasym-Zhomart Tokaev"),
        ("Ada Moss", "Ada Moss"),
    ],
)
def test_names(name, romanised):
    assert latin(name) == romanised


@pytest.mark.parametrize("text", ["", "\u0651", "و", "ال", "ّّ", "ي و ا", "é🙂"])
def test_any_letters(text):
    assert latin(text).isascii()
