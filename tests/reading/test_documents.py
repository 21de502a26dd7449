"""Documents of made-up and public reports: lists, elided heads, totals, re-mentions, status and states."""

import pytest

import mithaq


def told(text, language):
    """Kind, status and count of every document of a report, in order."""
    found = mithaq.read(text, language).to_dict()["instruments"]
    return [(i["kind"], i["status"], i["count"]) for i in found]


SIGNED = "signed"
LISTS = [
    pytest.param(
        "en",
        "Kenya and Ghana held talks in Nairobi.\nThe ministers signed the following documents:\n"
        "agreement on air services;\nmemorandum on tourism;\nplan of action in health.",
        [("agreement", SIGNED, 1), ("memorandum", SIGNED, 1), ("plan", SIGNED, 1)],
        id="lines after a colon without a mark",
    ),
    pytest.param(
        "en",
        "Kenya and Ghana signed three agreements at a ceremony.\nThe rest of the day in brief:\n"
        "water (agreement);\neducation (memorandum).\nThe ministers also talked about trade.",
        [("agreement", SIGNED, 1), ("memorandum", SIGNED, 1)],
        id="a list ends with its last line",
    ),
    pytest.param(
        "ru",
        "Делегации Кении и Ганы обменялись документами. В их числе:\n– соглашение о туризме;\n"
        "– протокол о внесении изменений в межправительственное соглашение о визах.",
        [("agreement", SIGNED, 1), ("protocol", SIGNED, 1)],
        id="the status stands before the sentence that opens the list",
    ),
]
ELIDED = [
    pytest.param(
        "en",
        "Kenya and Ghana signed several memoranda of understanding. One is about tourism. A second concerns "
        "health, a third the environment.",
        [("memorandum", SIGNED, 1)] * 3,
        id="one, a second, a third",
    ),
    pytest.param(
        "ru",
        "Кения и Гана подписали два соглашения: одно о туризме, другое о здравоохранении.",
        [("agreement", SIGNED, 1)] * 2,
        id="одно, другое",
    ),
    pytest.param(
        "en",
        "Kenya and Ghana signed an agreement on tourism. The other areas in which they work are few.",
        [("agreement", SIGNED, 1)],
        id="another that is no document",
    ),
]
TOTALS = [
    pytest.param(
        "en",
        "Kenya and Ghana signed three documents: an agreement on tourism, a memorandum on health and a "
        "protocol on customs.",
        [("agreement", SIGNED, 1), ("memorandum", SIGNED, 1), ("protocol", SIGNED, 1)],
        id="a total beside its items",
    ),
    pytest.param(
        "ru",
        "Президенты Кении и Ганы подписали совместное заявление. Кроме того, подписано 18 соглашений.",
        [("joint_statement", SIGNED, 1), ("agreement", SIGNED, 18)],
        id="a total of other documents",
    ),
    pytest.param(
        "en",
        "Kenya and Ghana signed 47 agreements and memoranda during an official visit.",
        [("agreement", SIGNED, 47)],
        id="a mixed total takes the kind of its first noun",
    ),
    pytest.param(
        "ar",
        "وقعت كينيا وغانا أربع اتفاقيات خلال زيارة رسمية. وتشمل الاتفاقيات مجالات الصحة والسياحة.",
        [("agreement", SIGNED, 4)],
        id="a plural that takes a total up again",
    ),
]
AGAIN = [
    pytest.param(
        "en",
        "Kenya and Ghana signed an agreement on air services during an official visit. The agreement opens "
        "trade and tourism. Under the accord each side names an airline.",
        [("agreement", SIGNED, 1)],
        id="a known document told on",
    ),
    pytest.param(
        "ru",
        "Кения и Гана подписали план мероприятий («дорожную карту») по туризму.",
        [("roadmap", SIGNED, 1)],
        id="a second name in brackets",
    ),
    pytest.param(
        "en",
        "The paper of the day is a treaty on extradition that Kenya and Ghana signed in Nairobi.",
        [("treaty", SIGNED, 1)],
        id="a noun that stands for another",
    ),
    pytest.param(
        "ru",
        "Кения и Гана подписали соглашение о стратегическом партнёрстве. Стороны подписали и соглашение о "
        "визовом режиме.",
        [("agreement", SIGNED, 1)] * 2,
        id="two documents of one field told by other words",
    ),
    pytest.param(
        "ru",
        "Кения и Гана подписали три соглашения о туризме. Соглашения были подписаны в Найроби.",
        [("agreement", SIGNED, 3)],
        id="a plural that looks like a singular",
    ),
    pytest.param(
        "kk",
        "Кения мен Гана туризм саласындағы меморандумға қол қойды. Бұл құжат денсаулық сақтауды да қамтиды.",
        [("memorandum", SIGNED, 1)],
        id="бұл құжат",
    ),
    pytest.param(
        "kk",
        "Көлік министрлері Найробиде кездесті. Кения мен Гана отырысының қорытындысы – көлік саласындағы "
        "меморандум. Құжат Кения мен Гана арасында жасалды.",
        [("memorandum", SIGNED, 1)],
        id="the status is told of the noun that takes it up",
    ),
]
FATE = [
    pytest.param(
        "en",
        "Within the framework of the treaty Kenya and Ghana signed a protocol on customs.",
        [("protocol", SIGNED, 1)],
        id="background",
    ),
    pytest.param(
        "en",
        "Kenya and Ghana signed a protocol on customs. It builds on the treaty signed in 2011.",
        [("protocol", SIGNED, 1), ("treaty", SIGNED, 1)],
        id="background that is said to be signed",
    ),
    pytest.param(
        "kk",
        "Кения мен Гана арасындағы шекара саласындағы келісім 2009 жылы жасалды, ал 2013 жылдан "
        "бері күшінде.",
        [("agreement", "in_force", 1)],
        id="signed and since then valid",
    ),
    pytest.param(
        "ru",
        "По итогам переговоров президентов Кении и Ганы в совместном заявлении отмечена роль торговли.",
        [("joint_statement", SIGNED, 1)],
        id="a statement is made though no verb says so",
    ),
]


@pytest.mark.parametrize(("language", "text", "wanted"), LISTS + ELIDED + TOTALS + AGAIN + FATE)
def test_documents(language, text, wanted):
    assert told(text, language) == wanted


def test_states_of_a_document_are_those_its_words_name():
    text = (
        "Министры Кении и Ганы встретились в Найроби. Кения и Гана подписали соглашение о туризме. "
        "Ранее Кения подписала с Замбией меморандум о здравоохранении."
    )
    found = mithaq.read(text, "ru").to_dict()["instruments"]
    assert [i["countries"] for i in found] == [["GH", "KE"], ["KE", "ZM"]]


def test_years_of_a_total_are_those_of_its_parts():
    text = (
        "Кения и Гана подписали планы действий на 2031–2033 годы: первый в сфере туризма, второй в сфере "
        "здравоохранения."
    )
    found = mithaq.read(text, "ru").to_dict()["instruments"]
    assert [(i["sectors"], i["period"]) for i in found] == [
        (["tourism"], {"from": "2031", "to": "2033"}),
        (["health"], {"from": "2031", "to": "2033"}),
    ]


def test_subjects_end_where_the_sentence_turns_to_who_told_it():
    text = "Кения и Гана подписали меморандум о туризме, сообщили в пресс-службе, где рассказали и о спорте."
    found = mithaq.read(text, "ru").to_dict()["instruments"]
    assert [i["sectors"] for i in found] == [["tourism"]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The University of Nairobi and the University of Ghana signed a memorandum in Kenya.",
            ["education"],
        ),
        (
            "The University of Nairobi and the University of Ghana signed a memorandum on tourism in Kenya.",
            ["tourism"],
        ),
    ],
)
def test_bodies_tell_the_subject_only_where_no_word_does(text, wanted):
    found = mithaq.read(f"Kenya and Ghana held talks. {text}", "en").to_dict()["instruments"]
    assert [i["sectors"] for i in found] == [wanted]


def test_states_of_a_between_stand_side_by_side():
    text = (
        "Кения и Гана подписали соглашение между Кенией и Ганой о туризме на полях встречи, которую проводит "
        "в этом году Замбия."
    )
    found = mithaq.read(text, "ru").to_dict()["instruments"]
    assert [i["countries"] for i in found] == [["GH", "KE"]]
