"""Commitments: the clauses, who acts, in what field, by when. The sentences are made up."""

import pytest

import mithaq

TOLD = [
    ("en", "On a visit Kenya and Ghana agreed on railways by 2031, and Kenya intends to send medicines.",
     [("agreed", ["GH", "KE"], {"transport"}, "2031"), ("intends", ["KE"], {"health"}, None)]),
    ("ru", "В ходе визита Кения и Гана обсудили туризм; Кения предложила открыть больницу.",
     [("discussed", ["GH", "KE"], {"tourism"}, None), ("proposes", ["KE"], {"health"}, None)]),
    ("ar", "خلال زيارة رسمية ناقش رئيس كينيا، الذي يقوم بزيارة إلى غانا، التعاون في السياحة.",
     [("discussed", ["GH", "KE"], {"tourism"}, None)]),
    ("kk", "Ресми сапар барысында Кения мен Гана туризм саласын талқылап, көлік саласында бірлесуге келісті.",
     [("discussed", ["GH", "KE"], {"tourism"}, None), ("agreed", ["GH", "KE"], {"transport"}, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), TOLD)
def test_clauses(language, text, wanted):
    found = mithaq.read(text, language).to_dict()["commitments"]
    told = [(c["modality"], sorted(c["actors"]), set(c["sectors"]), c["due"]) for c in found]
    assert told == wanted


def test_a_document_signed_is_no_commitment():
    text = "During an official visit Kenya and Ghana agreed on tourism and signed a memorandum on tourism."
    assert mithaq.read(text, "en").to_dict()["commitments"] == []


def test_a_body_names_no_field():
    text = "During an official visit Kenya and Ghana agreed to write to the Ministry of Tourism of Kenya."
    assert mithaq.read(text, "en").to_dict()["commitments"] == []
