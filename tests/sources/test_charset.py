"""Bytes → characters, for right and for bad bytes."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.model.errors import UnreadableSource
from mithaq.sources.charset import decode

ARABIC = "وقّع وزير الصناعة مذكرة تفاهم مع نظيره، وبحث الجانبان التعاون."
RUSSIAN = "Министр промышленности подписал меморандум, стороны обсудили сотрудничество."
KAZAKH = "Өнеркәсіп министрі меморандумға қол қойды, тараптар ынтымақтастықты талқылады."
ENGLISH = "The minister – Mr Peña – signed a “memorandum”; the café was full."

EIGHT_BIT = [
    pytest.param(ARABIC, "windows-1256", id="ar-windows-1256"),
    pytest.param(ARABIC, "iso-8859-6", id="ar-iso-8859-6"),
    pytest.param(RUSSIAN, "windows-1251", id="ru-windows-1251"),
    pytest.param(RUSSIAN, "koi8-r", id="ru-koi8-r"),
    pytest.param(KAZAKH, "kz1048", id="kk-kz1048"),
    pytest.param(ENGLISH, "windows-1252", id="en-windows-1252"),
]


@pytest.mark.parametrize("text", [ARABIC, RUSSIAN, KAZAKH, ENGLISH])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_and_without_its_mark(text, charset):
    assert decode(text.encode(charset)) == text


@pytest.mark.parametrize("text", [ARABIC, RUSSIAN, KAZAKH, ENGLISH])
@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_charsets_are_told_by_their_nuls_too(text, charset):
    assert decode(text.encode(charset)) == text


@pytest.mark.parametrize(("text", "charset"), EIGHT_BIT)
def test_old_charsets_are_told_by_the_letters(text, charset):
    assert decode(text.encode(charset)) == text


@pytest.mark.parametrize(("text", "charset"), EIGHT_BIT)
def test_a_few_words_are_enough(text, charset):
    start = " ".join(text.split()[:4])
    assert decode(start.encode(charset)) == start


def test_letters_far_behind_plain_ascii_decide():
    text = "x" * 100_000 + " " + RUSSIAN
    assert decode(text.encode("windows-1251")) == text


def test_one_foreign_letter_does_not_turn_russian_into_kazakh():
    text = RUSSIAN + " Компания «Ер Србијагас» подписала контракт. " + RUSSIAN
    assert decode(text.encode("windows-1251")) == text


def test_a_few_bad_bytes_are_replaced():
    data = (RUSSIAN * 3).encode()
    broken = data[:15] + b"\xff" + data[15:]
    body = decode(broken)
    assert body.count("\ufffd") == 1
    assert body.replace("\ufffd", "") == RUSSIAN * 3


def test_many_bad_bytes_are_refused_with_the_place_of_the_first():
    data = ARABIC.encode()
    broken = data[:9] + b"\xff" * 5 + data[9:]
    with pytest.raises(UnreadableSource, match=r"broken UTF-8: 5 bad places, the first at byte 9: .*UTF-8"):
        decode(broken)


def test_replacement_characters_of_the_text_itself_are_not_bad_bytes():
    text = "\ufffd" * 50 + RUSSIAN
    assert decode(text.encode()) == text


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-32-be"])
def test_a_cut_wide_text_is_refused_with_the_place(charset):
    mark = codecs.BOM_UTF16_LE if charset == "utf-16-le" else codecs.BOM_UTF32_BE
    with pytest.raises(UnreadableSource, match=r"is no UTF-(16|32) at byte \d+"):
        decode(mark + RUSSIAN.encode(charset)[:-1])


@pytest.mark.parametrize("text", ["カザフスタンの首相が協力協定に署名した", "哈萨克斯坦总理签署合作协议"])
def test_unknown_charsets_are_refused(text):
    with pytest.raises(UnreadableSource, match=r"no known charset, see byte 0: save it as UTF-8"):
        decode(text.encode("shift_jis" if "カ" in text else "gbk"))


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x00" * 1000, b"MZ\x00\x01\x02\x03" * 50])
def test_binary_is_refused(data):
    with pytest.raises(UnreadableSource):
        decode(data)


def test_a_stray_nul_is_text():
    text = RUSSIAN * 10 + "\x00" + RUSSIAN
    assert decode(text.encode()) == text


@pytest.mark.parametrize("data", [b"", b" \r\n\t", codecs.BOM_UTF8, codecs.BOM_UTF16_LE + b" \x00"])
def test_nothing_is_refused(data):
    with pytest.raises(UnreadableSource, match="is empty"):
        decode(data)


def test_a_million_characters_on_a_line_and_a_megabyte_of_accents():
    for text in ("слово " * 200_000, "a" + "\u0301" * 500_000, "\u202e" * 1000 + RUSSIAN):
        assert decode(text.encode()) == text


@given(st.text(min_size=1).filter(lambda text: text.strip("\ufeff \t\r\n\v\f").strip()))
def test_any_text_in_utf8_comes_back_or_is_refused(text):
    data = text.encode("utf-8", "replace")
    try:
        body = decode(b"\xef\xbb\xbf" + data)
    except UnreadableSource:
        assert not text.isprintable()
    else:
        assert body == data.decode()


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_clear_error(data):
    try:
        body = decode(data)
    except UnreadableSource:
        return
    assert body.strip()
    body.encode()
