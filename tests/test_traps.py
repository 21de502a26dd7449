"""What packages for this work get wrong without saying so, read right: the traps of the survey of parts.

T8, T9 and T12 (months in a browser, compact numbers, borders on a map) concern parts that are not here yet.
"""

import tomllib
from pathlib import Path

import pytest

import mithaq
from mithaq.languages.lexicon import lexicon

ROOT = Path(__file__).parent.parent


def states(language, text):
    return [country["code"] for country in mithaq.read(text, language).to_dict()["countries"]]


def sums(language, text):
    return [(money["value"], money["currency"]) for money in mithaq.read(text, language).to_dict()["amounts"]]


KAZAKH = "Ресми сапар барысында {} туризм туралы меморандумға қол қойды."
RUSSIAN = "В ходе официального визита {} подписали меморандум о туризме."
ARABIC = "خلال زيارة رسمية وقعت {} مذكرة تفاهم في مجال السياحة."


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        # T1: some tables have the two Koreas the wrong way round in Kazakh.
        ("kk", KAZAKH.format("Қазақстан мен Оңтүстік Корея"), ["KR", "KZ"]),
        ("kk", KAZAKH.format("Қытай мен Солтүстік Корея"), ["CN", "KP"]),
        # T2: Egypt's Arabic name romanises to the code of Montserrat.
        ("ar", ARABIC.format("مصر وكينيا"), ["EG", "KE"]),
        # T3: the two Congos, and the Turkish Republic that is not the Kyrgyz one.
        ("ru", RUSSIAN.format("ДР Конго и Кения"), ["CD", "KE"]),
        ("ru", RUSSIAN.format("Республика Конго и Кения"), ["CG", "KE"]),
        ("kk", KAZAKH.format("Қазақстан мен Түрік Республикасы"), ["KZ", "TR"]),
    ],
)
def test_states(language, text, codes):
    assert states(language, text) == codes


@pytest.mark.parametrize(
    ("words", "value"),
    [
        # T4: Arabic number words.
        ("خمسة وعشرين مليون دولار", 25_000_000),
        ("ثلاثة ملايين دولار", 3_000_000),
        ("مليوني دولار", 2_000_000),
        # T5: Arabic-Indic digits keep their order.
        ("٣١٫٤ مليون دولار", 31_400_000),
    ],
)
def test_arabic_numbers(words, value):
    text = f"خلال زيارة رسمية وقعت تونس وكينيا اتفاقية في مجال السياحة بقيمة {words}."
    assert sums("ar", text) == [(value, "USD")]


def test_dollars_are_no_roubles():
    """T7."""
    text = "В ходе официального визита Беларусь и Кения подписали контракты на 25 млн долларов США."
    assert sums("ru", text) == [(25_000_000, "USD")]


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        # T6: a date is what the text says, no day is filled in and none invented.
        (
            "en",
            "Kenya and Ghana signed a memorandum on tourism during an official visit in May 2024.",
            "2024-05",
        ),
        ("en", "Kenya and Ghana signed a memorandum on tourism during an official visit.", None),
        (
            "ru",
            "15 мая 2024 года в ходе официального визита Кения и Гана подписали меморандум.",
            "2024-05-15",
        ),
    ],
)
def test_dates(language, text, date):
    meeting = mithaq.read(text, language).to_dict()["meeting"]
    assert meeting["date"] == date


def test_case_and_silent_marks_are_folded_in_every_script():
    """T10: what a database of words alone does not do."""
    assert lexicon("ru").folding.phrase("МОСКВА") == lexicon("ru").folding.phrase("москва")
    assert lexicon("ar").folding.phrase("وَقَّعَ") == lexicon("ar").folding.phrase("وقع")


def test_every_dependency_has_a_lower_bound():
    """T11: without one an old, broken version may be taken silently."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"].values()
    wanted = [*project["project"]["dependencies"], *(name for group in groups for name in group)]
    assert [name for name in wanted if ">=" not in name and "<" not in name] == []
