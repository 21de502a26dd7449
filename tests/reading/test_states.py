"""Between which states the cooperation happens. The reports are made up."""

import pytest

import mithaq

STATES = [
    # partners that a document of their own ties to a state of the report
    ("en", "On a visit Kenya and Ghana signed a memorandum. A treaty between Kenya and Norway was signed.",
     ["GH", "KE", "NO"]),
    ("ru", "Подписано соглашение между Кенией и Ганой. Подписано соглашение между Кенией и Норвегией.",
     ["GH", "KE", "NO"]),
    ("ar", "خلال زيارة وقعت كينيا وغانا مذكرة تفاهم. ووقعت اتفاقية بين كينيا والنرويج في النقل.",
     ["GH", "KE", "NO"]),
    # a state only on the way is none
    ("en", "On a visit Kenya and Ghana signed an agreement on transport to Norway.", ["GH", "KE"]),
    ("ru", "В ходе визита Кения и Гана подписали соглашение о поставках в Норвегию.", ["GH", "KE"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), STATES)
def test_states(language, text, wanted):
    found = mithaq.read(text, language).to_dict()["countries"]
    assert [country["code"] for country in found] == wanted
