"""The meeting: its kind, date and place. The reports are made up."""

import pytest

import mithaq

MET = [
    # a city beside words of meeting; the dateline's tells where only with the state known otherwise
    ("en", "NAIROBI, May 3, 2031 (wire) - Kenya and Ghana held talks on tourism in Accra on Friday.",
     ("talks", "2031-05-02", "Accra", "GH")),
    ("ru", "НАЙРОБИ, 3 мая 2031 года. В ходе официального визита в Кению Гана подписала план.",
     ("official_visit", "2031-05-03", "Nairobi", "KE")),
    ("ru", "Делегации Кении и Ганы провели переговоры в Аккре 3 мая 2031 года.",
     ("talks", "2031-05-03", "Accra", "GH")),
    ("kk", "Кения мен Гана делегациялары 2031 жылғы 3 мамырда Аккра қаласында келіссөз жүргізді.",
     ("talks", "2031-05-03", "Accra", "GH")),
    ("ar", "عقد وزير خارجية كينيا ووزير خارجية غانا مباحثات بمدينة أكرا يوم 3 مايو 2031.",
     ("talks", "2031-05-03", "Accra", "GH")),
    # a visit goes to a state
    ("en", "The President of Kenya paid an official visit to Ghana.", ("official_visit", None, None, "GH")),
    ("kk", "Кения Президентінің Ганаға ресми сапары өтті.", ("official_visit", None, None, "GH")),
    ("ar", "قام رئيس كينيا بزيارة رسمية إلى غانا.", ("official_visit", None, None, "GH")),
    # an ambassador is in a state by his office, and somebody only spoke in a city
    ("ru", "Министр туризма Кении провёл встречу с послом Ганы в Кении.", ("talks", None, None, None)),
    ("ru", "Делегации Кении и Ганы проведут переговоры о туризме, сообщил в Аккре министр.",
     ("talks", None, None, None)),
    # a visit of another year is past, a visit to come is less than the call that is told
    ("ru", "3 мая 2031 года. Делегации Кении и Ганы провели переговоры. Стороны вспомнили визит 2024 года.",
     ("talks", "2031-05-03", None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), MET)
def test_meeting(language, text, wanted):
    met = mithaq.read(text, language).to_dict()["meeting"]
    assert (met["kind"], met["date"], met["city"], met["country"]) == wanted
