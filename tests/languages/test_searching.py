"""Searches as people type them find sentences as reports write them, and terms suit every index."""

import sqlite3
import unicodedata
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.languages.searching import index_terms, name_terms, query_terms

ARABIC = (
    "وقّع وزيرُ الطاقة في أستانا اتفاقيتينِ للتعاون في مجال النقل، واتفق رئيسا الوزراء على عقد جلسات اللجنة "
    "المشتركة سنة ٢٠٢٧. وسلّمت الحكومةُ مشروعَ خارطة الطريق لكازاخستان والشركات الكويتية."
)
RUSSIAN = (
    "В Минске министры транспорта подписали соглашения о перевозках и дорожную карту на 2026–2028 годы. "
    "Четвёртое заседание межправительственной комиссии пройдёт в Казахстане; учёные создадут центр."
)
ENGLISH = (
    "The two ministries signed agreements on visa-free travel and renewable energy in Astana. "
    "Kazakhstan's delegation promised financing for 3 hospitals, and the parties’ experts will meet in 2027."
)
KAZAKH = (
    "Қазақстан мен Өзбекстанның көлік министрліктері жол картасына қол қойды. Тараптар келісімнің жобасын "
    "2027 жылғы сапарға дейін дайындайды, үкіметтің өкілдері кеңесте сөйледі, "
    "елдеріміздің ынтымақтастығы өсті."
)
FRENCH = "Les ministres ont signé à Rabat deux accords de coopération énergétique et des prêts avantageux."
SPANISH = "Los ministros firmaron en Bogotá dos acuerdos de cooperación y convenios energéticos."
TURKISH = "Bakanlar İstanbul'da ulaştırma anlaşmalarını imzaladı; Türkiye'nin görüşmeleri sürüyor, ışık gibi."
CHINESE = "两国部长在北京签署了联合声明和合作协议。"

TEXTS = {
    "ar": ARABIC, "ru": RUSSIAN, "en": ENGLISH, "kk": KAZAKH,
    "fr": FRENCH, "es": SPANISH, "tr": TURKISH, "zh": CHINESE,
}  # fmt: skip

FINDS = {
    "ar": (
        "وزير|الوزير|وزراء|طاقة|الطّاقةُ|استانا|أستانا|اتفاقية|الاتفاقيات|تعاون|بالتعاون|نقل|رئيس|"
        "لجنة|لجان|جلسة|2027|٢٠٢٧|مشاريع|كازاخستان|وكازاخستان|شركة|الكويت|حكومة|طـــريق|اتفا*|"
        "الاتفا*|خارطة الطريق|والوزيرِ"
    ),
    "ru": (
        "министр|министра|Минск|соглашение|СОГЛАШЕНИЙ|дорожная карта|перевозка|четвертое|четвёртого|"
        "заседания|комиссия|Казахстан|учёный|ученых|центры|2026|межправит*|соглашени*|Kазахстан"
    ),
    "en": (
        "ministry|Ministries|AGREEMENT|agreements|visa free|renewable|energy|kazakhstan|delegations|"
        "hospital|expert|party|2027|agree*|ministr*|ｅｎｅｒｇｙ|ener\u00adgy"
    ),
    "kk": (
        "Қазақстан|Казакстан|қазақстанның|Өзбекстан|Озбекстаннын|министрлік|министрлігі|министрлиги|"
        "министрликтин|карта|картасы|жол картасы|тарап|келісім|келисим|келісімге|жоба|жобалар|сапар|"
        "сапары|жыл|үкімет|укимети|өкіл|кеңес|кеңесі|ел|ынтымақтастық|минис*"
    ),
    "fr": "accord|cooperation|coopération|énergétiques|prêt|PRET|Rabat|ministre",
    "es": "acuerdo|cooperacion|cooperación|convenio|Bogota|energetico",
    "tr": "anlaşma|anlasma|İSTANBUL|istanbul|turkiye|görüşme|ışık|isik|IŞIK",
    "zh": "联合声明|声明|北京|合作|议|京",
}
"""What finds each text, queries parted by |."""

MISSES = {
    "ar": "تعليم|وزارة|زراعة|مذكرة|2028|اتفاقيات تعليم",
    "ru": "минута|соглядатай|меморандум|2027|корт",
    "en": "agriculture|minute|2026|statement",
    "kk": "қар|министр|келін|Путин|меморандум",
    "zh": "声北|议协|在京",
}


def found(query: str, terms: tuple[str, ...]) -> bool:
    """Whether a text with these terms answers a query, as an index would tell."""
    return all(
        any(
            term.startswith(one[:-1]) if one.endswith("*") else term == one for one in asked for term in terms
        )
        for asked in query_terms(query)
    )


def cases(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(language, query) for language, queries in table.items() for query in queries.split("|")]


@pytest.mark.parametrize(("language", "query"), cases(FINDS))
def test_query_finds(language, query):
    assert found(query, index_terms(TEXTS[language], language))


@pytest.mark.parametrize(("language", "query"), cases(MISSES))
def test_query_does_not_find(language, query):
    assert query_terms(query)
    assert not found(query, index_terms(TEXTS[language], language))


def test_order_and_repetitions_are_kept():
    assert index_terms("roads, Road and roads", "en") == ("road", "road", "and", "road")


def test_a_query_asks_for_a_word_once():
    assert query_terms('"roads" roads') == query_terms("roads")


@pytest.mark.parametrize("language", ["kk", "ru", "de", None])
def test_words_of_another_script_go_by_its_first_language(language):
    assert index_terms("agreements الاتفاقيات", language) == ("agreement", "اتفاق")


def test_a_name_is_not_cut_as_if_it_had_an_ending():
    assert not found("Путин", index_terms("пути сообщения", "ru"))
    assert found("Путин", index_terms("Путинмен кездесу", "kk"))


NAMED = ("توكاييف", "Токаев", "Tokayev", "Тоқаев", "Токаевым", "Тоқаевтың", "TOKAYEV", "Тoкаев")


@pytest.mark.parametrize("asked", NAMED)
@pytest.mark.parametrize("written", ["قاسم جومارت توكاييف", "Касым-Жомарт Токаев", "Kassym-Jomart Tokayev"])
def test_a_name_is_found_from_every_script(written, asked):
    assert found(asked, name_terms(written))
    assert not found(asked, name_terms("Shavkat Mirziyoyev"))


def test_short_names_have_no_skeleton_to_be_found_by():
    assert name_terms("Ли Вэй") == ()
    assert query_terms("Ли") == (("ли",),)


@pytest.mark.parametrize(
    "written",
    ["", " \n\t", "*", "**", '"…"', "\x00", "\u202e\u202d", "😀", "\ud800", "_", "\u0301", "ـ", "~"],
)
def test_what_has_no_word_has_no_term(written):
    assert index_terms(written, None) == ()
    assert query_terms(written) == ()


LETTERS = st.one_of(
    st.characters(),
    st.sampled_from("абвгіқңүсыинмдтй ёЁІ"),
    st.sampled_from("الوبفكةىئؤأتاينه\u064e\u0651ـ ٣"),
    st.sampled_from("aeioç gnsSİIıéñ'-*\"_~ 中国在"),
)
ANY = st.text(LETTERS, max_size=60)
LANGUAGE = st.sampled_from(["ar", "ru", "en", "kk", "fr", "es", "tr", "zh", None])


@given(ANY, LANGUAGE)
def test_any_text_is_found_by_any_of_its_words(text, language):
    terms = index_terms(text, language)
    for word in text.split():
        assert found(word, terms)


@given(ANY, LANGUAGE)
def test_a_text_is_found_however_it_is_composed_and_capitalised(text, language):
    terms = set(index_terms(text, language))
    for form in ("NFC", "NFD", "NFKC"):
        assert set(index_terms(unicodedata.normalize(form, text), language)) == terms


@given(ANY, LANGUAGE)
def test_terms_are_words_of_letters_and_digits(text, language):
    asked = [one.removesuffix("*") for alternatives in query_terms(text) for one in alternatives]
    for term in (*index_terms(text, language), *asked):
        assert term
        assert len(term) <= 64
        assert all(letter.isalnum() or letter == "~" for letter in term)


def tokens(terms: tuple[str, ...]) -> int:
    """How many tokens SQLite sees in terms that are filed each by itself."""
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute("create virtual table f using fts5(t, tokenize = \"unicode61 tokenchars '~'\")")
        base.execute("create virtual table v using fts5vocab(f, instance)")
        base.executemany("insert into f(t) values (?)", [(term,) for term in terms])
        return int(base.execute("select count(*) from v").fetchone()[0])


@given(ANY, LANGUAGE)
def test_each_term_is_one_token_of_sqlite(text, language):
    terms = (*index_terms(text, language), *name_terms(text))
    assert tokens(terms) == len(terms)


def test_letters_newer_than_sqlite_knows_are_tokens_too():
    for letters in ("a\u19b0b", "\u19c8", "\U0001e922\U0001e923"):
        assert tokens(index_terms(letters, None)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10**6,
        "م\u064e\u0651" * 300_000,
        "\u0301\u0323" * 400_000,
        "\x00" * 10**6,
        "联合" * 400_000,
        "\u200d" * 10**6,
    ],
    ids=["one word", "marked", "marks", "NULs", "no blanks", "joiners"],
)
def test_long_texts_are_filed(text):
    assert found(text[:200], index_terms(text, None))
