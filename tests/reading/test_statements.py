"""Quotations with their speakers, in every style of quoting. The sentences are made up."""

import pytest

import mithaq
from mithaq.reading.statements import quotations

ENGLISH = "Ada Moss, President of Kenya, met Ivo Lenk, President of Ghana, on a visit to Accra."
RUSSIAN = "В Аккру с визитом прибыл президент Кении Иван Серов, его принял президент Ганы Пётр Лосев."
KAZAKH = "Гана Президенті Асан Үсенов Кения Президенті Дәурен Ермековпен ресми сапар аясында кездесті."
ARABIC = "خلال زيارة رسمية التقى رئيس غانا سامي حداد رئيس كينيا عمر فارس."

SAID = [
    ("en", ENGLISH, ' "We shall build two silos with our friends," said Ada Moss.', "We shall", "Ada Moss"),
    ("en", ENGLISH, " Ivo Lenk noted: “Our two countries will build silos.”", "Our", "Ivo Lenk"),
    ("en", ENGLISH, "\nOur farms grow. We owe that to the silos, Lenk said.", "Our", "Ivo Lenk"),
    ("ru", RUSSIAN, " «Мы построим два элеватора в Аккре», – сказал Лосев.", "Мы", "Пётр Лосев"),
    ("ru", RUSSIAN, "\n– Наши страны строят. Мы к этому готовы, – отметил Иван Серов.", "Наши", "Иван Серов"),
    ("kk", KAZAKH, " «Біз екі елде астық қоймаларын саламыз», – деді Асан Үсенов.", "Біз", "Асан Үсенов"),
    ("ar", ARABIC, " وقال سامي حداد: «سنبني معا صوامع للقمح في بلدينا».", "سنبني", "سامي حداد"),
    ("ar", ARABIC, "\nتنمو علاقاتنا. ونحن نبني معا، كما أشار رئيس كينيا عمر فارس.", "تنمو", "عمر فارس"),
]  # fmt: skip

UNSAID = [
    # a document's title
    ("en", "During an official visit Kenya and Ghana signed the “Agreement on silos for grain and flour”."),
    ("ru", "В ходе визита Кения и Гана подписали «Соглашение о строительстве двух элеваторов»."),
    # told, not quoted
    ("en", ENGLISH + "\nFarms grow fast, a report of the bank said."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "before", "quoted", "start", "speaker"), SAID)
def test_said(language, before, quoted, start, speaker):
    record = mithaq.read(before + quoted, language).to_dict()
    told = [(item["text"], record["people"][item["speaker"]]["name"]) for item in record["statements"]]
    assert len(told) == 1
    assert told[0][0].startswith(start)
    assert told[0][1] == speaker


@pytest.mark.parametrize(("language", "text"), UNSAID)
def test_not_said(language, text):
    assert mithaq.read(text, language).to_dict()["statements"] == []


def test_a_report_speaks_for_nobody():
    text = RUSSIAN + " «Стороны построят два элеватора для зерна», – говорится в сообщении."
    said = mithaq.read(text, "ru").to_dict()["statements"]
    assert [item["speaker"] for item in said] == [None]


def test_quotations_in_quotations_belong_to_them():
    text = "Он сказал: «Фонд «Дельта» построит нам два новых завода»."
    assert [text[start:end] for start, end in quotations(text)] == [
        "Фонд «Дельта» построит нам два новых завода"
    ]


@pytest.mark.parametrize("mark", ["«", '"', "“", "„", "«a b c d "])
def test_marks_that_never_close_quote_nothing(mark):
    assert all(end - start < 1500 for start, end in quotations(mark * 2000))
    assert list(quotations("«" * 2000 + "a b c d e f g h i j k l m n o p q»")) != []


def test_a_mark_that_never_closes_hides_no_quotation():
    text = "« Он сказал: “Мы построим вместе ещё два завода” и уехал."
    assert [text[start:end] for start, end in quotations(text)] == ["Мы построим вместе ещё два завода"]
