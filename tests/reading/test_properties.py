"""What holds for any text: positions lie in it, evidence is cut from it, it gives one record each time."""

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

import mithaq
from mithaq.model.folding import Folding

LANGUAGES = ("ar", "ru", "en", "kk")
WORDS = st.sampled_from(
    [
        "Kazakhstan",
        "Belarus",
        "signed",
        "a",
        "memorandum",
        "on",
        "trade",
        "of",
        "the",
        "Ministry",
        "of",
        "Industry",
        "2026-2028",
        "$160",
        "million",
        ",",
        ".",
        ":",
        ";",
        "\n",
        "-",
        "Казахстан",
        "и",
        "Беларусь",
        "подписали",
        "меморандум",
        "о",
        "торговле",
        "5",
        "ноября",
        "2025",
        "года",
        "млн",
        "долларов",
        "«",
        "»",
        "\xa0",
        "وقّعت",
        "كازاخستان",
        "وبيلاروسيا",
        "مذكرةَ",
        "تفاهم",
        "في",
        "التجارة",
        "بقيمة",
        "١٦٠",
        "مليون",
        "دولار",
        "،",
        "؛",
        "Қазақстан",
        "мен",
        "Беларусь",
        "сауда",
        "туралы",
        "меморандумға",
        "қол",
        "қойды",
        "😀",
        "\u202e",
        "\x00",
        "İ",
        "ß",
        "ﻻ",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join))


def evidence(value):
    if isinstance(value, dict):
        if value.keys() == {"start", "end"}:
            yield value
        for part in value.values():
            yield from evidence(part)
    elif isinstance(value, list):
        for part in value:
            yield from evidence(part)


@pytest.mark.parametrize("language", LANGUAGES)
@given(body=TEXTS)
def test_positions_lie_in_the_text(language, body):
    record = mithaq.read(body, language).to_dict()
    for span in evidence(record):
        assert 0 <= span["start"] < span["end"] <= len(body)
    for person in record["people"]:
        assert person["name"] in body
    for instrument in record["instruments"]:
        for signatory in instrument["signatories"]:
            assert signatory["name"] in body


@pytest.mark.parametrize("language", LANGUAGES)
@given(body=TEXTS)
def test_the_same_text_gives_the_same_bytes(language, body):
    first, second = (orjson.dumps(mithaq.read(body, language).to_dict()) for _ in range(2))
    assert first == second


@given(body=st.text(max_size=300))
def test_folding_leads_home(body):
    folded = Folding().fold(body)
    assert len(folded.clean) == len(folded.codes) == len(folded.marks)
    homes = [folded.home(at) for at in range(len(folded.clean))]
    assert homes == sorted(set(homes))
    assert all(body[home] == char for home, char in zip(homes, folded.clean, strict=True))


@pytest.mark.parametrize(
    "body",
    [
        "",
        " \n",
        "a" * 200_000,
        "و\u064b" * 100_000,
        "\u202e" * 5000 + "Kazakhstan",
        "\x00" * 1000,
        "5 " * 20_000,
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_is_read_in_time(language, body):
    assert mithaq.read(body, language).instruments == ()
