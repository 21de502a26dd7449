"""Who is read as an office holder of which state, in invented reports."""

import pytest

import mithaq


def people(text: str) -> dict[str, tuple[str, str | None]]:
    language = "en" if text.isascii() or "’" in text else "kk" if "ң" in text or "қ" in text else "ru"
    return {
        person.name: (person.office, person.country) for person in mithaq.read(text, language=language).people
    }


@pytest.mark.parametrize(
    ("text", "name", "office", "country"),
    [
        ("Kenya and Ghana signed a memorandum. Carlos Ode, Kenya's minister of trade, signed it.",
         "Carlos Ode", "minister", "KE"),
        ("Kenya and Ghana held talks. Prime Minister John Ode of Kenya met Prime Minister Ann Osei of Ghana.",
         "Ann Osei", "head_of_government", "GH"),
        ("Kenya and Ghana signed a treaty of the foreign ministers, Kenya's John Ode and Ghana's Ann Osei.",
         "Ann Osei", "foreign_minister", "GH"),
        ("Kenya and Ghana held talks. The presidents of Kenya and Ghana, John Ode and Ann Osei, met.",
         "John Ode", "head_of_state", "KE"),
        ("Kenya and Ghana held talks. President John Ode met his Ghanaian counterpart Ann Osei in Nairobi.",
         "Ann Osei", "head_of_state", "GH"),
        ("Кения и Гана подписали меморандум. Его скрепили глава «Кенгаза» Иван Оде и министр Ганы Анна Осей.",
         "Иван Оде", "head_of_organisation", "KE"),
        ("Кения и Гана провели переговоры. Президент переходного периода Кении Иван Оде принял гостей.",
         "Иван Оде", "head_of_state", "KE"),
        ("Кения и Гана провели переговоры. Был и посол Кении в Гане Иван Оде.",
         "Иван Оде", "ambassador", "KE"),
        ("Кения мен Гана келіссөз жүргізді. Оған Кенияның Ганадағы елшісі Асан Үсенов қатысты.",
         "Асан Үсенов", "ambassador", "KE"),
        ("Kenya and Ghana held talks. The Ghanaian side: Trade Minister Ann Osei, Energy Minister Kofi Osei.",
         "Kofi Osei", "minister", "GH"),
        ("Кения и Гана подписали план. Был заместитель директора банка Кении господин Ли Осей.",
         "Ли Осей", "other", "KE"),
        ("Кения мен Гана келісімге қол қойды. Кения президентінің баспасөз хатшысы Асан Үсенов келді.",
         "Асан Үсенов", "spokesperson", "KE"),
        ("Kenya and Ghana signed a memorandum. Trade Minister Ann Osei signed for Kenya.",
         "Ann Osei", "minister", "KE"),
        ("The EU and Ghana signed a treaty. It was signed by President Ann Osei.",
         "Ann Osei", "head_of_state", "GH"),
        ("Кения мен Гана келісімге қол қойды. Оған Кения Сауда министрлігінің басшысы Асан Үсенов келді.",
         "Асан Үсенов", "minister", "KE"),
        ("Kenya and Ghana signed a treaty during the visit of President John Ode to Accra.",
         "John Ode", "head_of_state", "KE"),
        ("Kenya and Ghana held talks. Ghana's prime minister's adviser Ann Osei spoke.",
         "Ann Osei", "other", "GH"),
    ],
)  # fmt: skip
def test_an_office_holder(text: str, name: str, office: str, country: str) -> None:
    assert people(text).get(name) == (office, country)


def test_a_name_stands_in_the_nominative_where_the_text_has_it() -> None:
    text = (
        "Кения и Гана провели переговоры. Министр Кении принял президента Ганы Ивана Осеева. "
        "Иван Осеев прилетел утром."
    )
    assert list(people(text)) == ["Иван Осеев"]


def test_one_person_under_two_names() -> None:
    text = (
        "Кения и Гана провели переговоры. Визит президента Кении Ивана Оденова начался утром. "
        "Президент Иван Оденов встретился с министром Ганы Петром Осеевым."
    )
    assert list(people(text)) == ["Иван Оденов", "Петром Осеевым"]


@pytest.mark.parametrize(
    "text",
    [
        "Nairobi - President of Kenya and president of Ghana held talks and signed a treaty.",
        "Кения и Гана подписали договор о торговле. Президент тепло поблагодарил Ивана Осеева.",
    ],
)
def test_nobody(text: str) -> None:
    assert not people(text)
