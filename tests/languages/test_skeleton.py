"""One name in four languages has one skeleton; another name has another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.languages.skeleton import skeleton

SAME = """
توكاييف | Токаев | Tokayev | Тоқаев | Токаева | Токаевым | Тоқаевтың | Тоқаевпен | Тоқаевқа
قاسم جومارت | Касым-Жомарт | Kassym-Jomart | Қасым-Жомарт
قاسم جومارت توكاييف | Касым-Жомартом Токаевым | Kassym-Jomart Tokayev
أولزهاس بيكتينوف | Олжаса Бектенова | Olzhas Bektenov | Олжас Бектеновпен
لوكاشينكو | Лукашенко | Lukashenko | Lukashenka
ألكسندر | Александр | Александром | Alexander | Аляксандр
تورتشين | Турчин | Turchin | Турчиным | Турчиннің
ميرضيائيف | Мирзиёев | Mirziyoyev
بوتين | Путин | Putin | Путинмен
رجب طيب أردوغان | Реджеп Тайип Эрдоган | Rejep Tayyip Erdoğan
ماكرون | Макрон | Macron
جورجا ميلوني | Джорджа Мелони | Giorgia Meloni
ناريندرا مودي | Нарендра Моди | Narendra Modi
شولتس | Шольц | Scholz
إلهام علييف | Ильхам Алиев | Ilham Aliyev
محمد | مُحَمَّد | Мухаммад | Mohammed
محمد بن زايد آل نهيان | Мухаммед бен Заид Аль Нахайян | Mohamed bin Zayed Al Nahyan
عبد الفتاح السيسي | عبدالفتاح السيسى | Абдель Фаттах ас-Сиси | Abdel-Fattah El-Sisi
عبدالله | عبد الله | Абдалла | Abdullah
عبد المجيد تبون | Абдельмаджид Теббун | Abdelmadjid Tebboune
السوداني | Аль-Судани | ас-Судани | Al-Sudani
ويليام | Уильям | William
أنجيلا | Ангела | Angela
Си Цзиньпин | Xi Jinping | 习近平
"""
APART = """
Токаев | Бектенов
توكاييف | بيكتينوف
Жомарт | Жанар
Al-Sudani | Al-Safadi
Турчин | Турчак
Абдалла | Абдельфаттах
"""


def _rows(table: str) -> list[list[str]]:
    return [[name.strip() for name in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize("names", _rows(SAME), ids=lambda names: names[0])
def test_one_name(names):
    joined = {"".join(skeleton(name)) for name in names}
    assert len(joined) == 1, joined


@pytest.mark.parametrize("names", _rows(APART), ids=lambda names: names[0])
def test_other_names(names):
    assert len({skeleton(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Касым-Жомарт Токаев", ("ksm", "gmrt", "tkf")),
        ("شي جين بينغ", ("s", "gn", "bn")),
        ("بن زايد", ("dd",)),
        ("ал", ("al",)),
        ("bin", ("bn",)),
        ("Салех", ("sl",)),
        ("", ()),
        ("12 — 5", ()),
    ],
)
def test_a_skeleton_a_word(name, words):
    assert skeleton(name) == words


@given(st.text(max_size=40))
def test_any_text(name):
    assert all(set(word) <= set("abdfgklmnrst") and word for word in skeleton(name))


@given(st.text(alphabet="abcdeghklmnopqrstuvxyzабвгдежзиклмнопрстуфхшяқңابتجحدرزسشفكلمنوي -", max_size=30))
def test_case_does_not_matter(name):
    assert skeleton(name.upper()) == skeleton(name)
