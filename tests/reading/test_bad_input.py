"""Texts that break readers are read, or refused with a reason; positions stay inside them.

How time grows with length is measured in bench/, not here.
"""

import pytest

import mithaq
from mithaq.model.errors import UnsupportedLanguage
from tests.conftest import ROOT

RUSSIAN = (ROOT / "tests/corpus/ru-101.txt").read_text(encoding="utf-8")
ARABIC = (ROOT / "tests/corpus/ar-101.txt").read_text(encoding="utf-8")
TEXTS = {
    "one line of a hundred thousand letters": "Казахстан и Беларусь подписали меморандум. " * 2500,
    "no full stop at all": RUSSIAN + " и Казахстан" * 8000,
    "diacritics without end": ARABIC.replace("ا", "ا" + "\u064b" * 2000),
    "bidi controls": "\u202e" + ARABIC.replace(" ", "\u202b \u202c"),
    "NULs": RUSSIAN.replace(" ", "\x00 "),
    "half a surrogate pair": RUSSIAN + "\ud800" * 5,
    "letters beyond the first plane": RUSSIAN.replace(" ", " 😀"),
    "brackets that never close": RUSSIAN + "(" * 50_000,
    "quotation marks that never close": RUSSIAN + "«" * 20_000,
    "dots": RUSSIAN + "." * 50_000,
    "numbers": RUSSIAN + " 1 000 000" * 3000,
    "dates": RUSSIAN + " 5 мая 2025" * 3000,
    "nouns of documents": RUSSIAN + " меморандум" * 5000,
    "empty items": RUSSIAN + "\n- " * 20_000,
}


def proofs(record):
    """All evidence of a record, parts of parts among it."""
    for part in (record.meeting, *record.people, *record.amounts, *record.commitments, *record.statements):
        yield from part.evidence if part is not None else ()
    for part in (*record.countries, *record.sectors, *record.instruments):
        yield from part.evidence
    for instrument in record.instruments:
        for signatory in instrument.signatories:
            yield from signatory.evidence


@pytest.mark.parametrize("name", TEXTS)
def test_it_is_read_and_positions_stay_inside(name):
    text = TEXTS[name]
    record = mithaq.read(text)
    found = list(proofs(record))
    assert found
    assert all(text[proof.start : proof.end] == proof.quote != "" for proof in found)


@pytest.mark.parametrize("text", ["", " \n\t ", "123 456", "\u064b" * 1000, "🙂" * 10])
def test_a_text_without_words_is_refused_or_read_as_empty(text):
    with pytest.raises(UnsupportedLanguage):
        mithaq.read(text)
    record = mithaq.read(text, "ar")
    assert record.instruments == ()
    assert record.people == ()
