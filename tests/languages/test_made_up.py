"""A language made up here is read from one TOML file: nothing of a language is in the code."""

from mithaq.languages.lexicon import open_lexicon
from mithaq.model.text import Text
from mithaq.reading.reader import read_with

XISH = """
[language]
code = "xx"
name = "Xish"
english = "Xish"
script = "Latn"
direction = "ltr"
order = "head_initial"
capitals = true
inflection = "none"

[documents]
memorandum = ["memlo"]
[status]
signed = ["sinlit"]
[relations]
between = ["tral"]
and = ["ke"]
[sectors]
trade = ["torgo"]
water = ["vodlo"]
[countries]
KZ = ["Kazla"]
BY = ["Belra"]
[offices]
head_of_state = ["prezo"]
[meetings]
official_visit = ["vizo ofila"]
[scales]
1000000 = ["milo"]
[currencies]
USD = ["dolo"]
"""


def test_a_made_up_language_is_read(tmp_path, monkeypatch):
    monkeypatch.setenv("MITHAQ_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "xx.toml"
    path.write_text(XISH, encoding="utf-8")
    text = Text.of(
        "Vizo ofila: prezo Kazla Asan Omarlo tral Belra. Sinlit memlo tral Kazla ke Belra vodlo, 5 milo dolo."
    )
    record = read_with(open_lexicon(path), text)
    assert [country.code for country in record.countries] == ["BY", "KZ"]
    assert [(i.kind, i.status, i.sectors) for i in record.instruments] == [
        ("memorandum", "signed", ("water",))
    ]
    assert record.meeting is not None
    assert record.meeting.kind == "official_visit"
    assert [(a.value, a.currency) for a in record.amounts] == [(5_000_000, "USD")]
    proofs = [part.evidence for part in record.countries] + [part.evidence for part in record.instruments]
    assert all(text.body[e.start : e.end] == e.quote for proof in proofs for e in proof)
