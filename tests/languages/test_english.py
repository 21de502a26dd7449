from mithaq.languages.english import forms


def test_a_sign_has_no_plural() -> None:
    assert [form.text for form in forms("₸", "currencies")] == ["₸"]


def test_a_word_has_one() -> None:
    assert [form.text for form in forms("tenge", "currencies")] == ["tenge", "tenges"]
