"""Records built by hand, for tests of what is done with a record."""

from pathlib import Path

from mithaq.model.record import (
    Amount,
    Coded,
    Commitment,
    Document,
    Instrument,
    Meeting,
    Period,
    Person,
    Proof,
    Record,
    Signatory,
    Statement,
)
from mithaq.model.span import Span
from mithaq.model.text import Text

EXAMPLE = Path(__file__).parent.parent / "examples" / "astana-visit-2025.ar.txt"

ENGLISH = """Varlund and Ostmark agree on grain

Prime Minister of Varlund Ada Bern received Minister of Trade of Ostmark Ivo Lenk on 4 March 2025.
"We shall build two silos," said Ada Bern.
They signed a memorandum on agriculture for 2025-2027 worth about $12.5 million.
The sides agreed to open a joint office by 2026.
"""


def find(text: Text, *words: str) -> Proof:
    """Evidence of words, each at its first place in the text."""
    return tuple(text.quote(Span(at, at + len(part))) for part in words for at in (text.body.index(part),))


def nothing(text: Text, language: str = "en") -> Record:
    """The record of a text in which nothing was found."""
    document = Document(
        text.source, text.sha256, text.media_type, language, None, text.published, len(text.body)
    )
    return Record(document)


def english() -> tuple[Text, Record]:
    """A short report between invented states, with every part of a record."""
    text = Text.of(ENGLISH, published="2025-03-04")
    title = ENGLISH.split("\n", maxsplit=1)[0]
    document = Document("report.txt", text.sha256, "text/plain", "en", title, "2025-03-04", len(ENGLISH))
    signatory = Signatory(
        "Ministry of Trade",
        "ministry",
        ("trade",),
        "BY",
        None,
        "BY/ministry/trade",
        find(text, "Minister of Trade"),
    )
    instrument = Instrument(
        "memorandum", "signed", 1, "memorandum on agriculture", ("KZ", "BY"), (signatory,), ("agriculture",),
        Period("2025", "2027"), "2025-03-04", 12_500_000, "USD",
        find(text, "signed a memorandum on agriculture for 2025-2027 worth about $12.5 million"), 0.95,
    )  # fmt: skip
    record = Record(
        document=document,
        countries=(Coded("KZ", find(text, "Varlund"), 0.99), Coded("BY", find(text, "Ostmark"), 0.8)),
        sectors=(Coded("agriculture", find(text, "agriculture"), 0.97),),
        meeting=Meeting("talks", "2025-03-04", None, "KZ", "KZ", ("BY",),
                        find(text, "received", "4 March 2025"), 0.6),
        people=(
            Person("Ada Bern", "Ada Bern", "head_of_government", "Prime Minister", "KZ", None,
                   find(text, "Prime Minister of Varlund Ada Bern"), 0.98),
        ),
        instruments=(instrument,),
        amounts=(Amount(12_500_000, "USD", "agreements", "about", None, None,
                        find(text, "about $12.5 million"), 0.97),),
        commitments=(
            Commitment("agreed", ("KZ", "BY"), ("trade",), "open a joint office by 2026", "2026",
                       find(text, "agreed to open a joint office by 2026"), 0.75),
        ),
        statements=(Statement(0, "We shall build two silos,", find(text, "We shall build two silos,")),),
    )  # fmt: skip
    return text, record


def arabic() -> tuple[Text, Record]:
    """The shipped example and a record of it."""
    text = Text.of(EXAMPLE.read_text(encoding="utf-8"))
    title = text.body.split("\n")[0]
    document = Document(EXAMPLE.name, text.sha256, "text/plain", "ar", title, None, len(text.body))
    return text, Record(
        document=document,
        countries=(
            Coded("KZ", find(text, "كازاخستان", "جمهورية كازاخستان"), 0.99),
            Coded("BY", find(text, "وبيلاروسيا", "جمهورية بيلاروسيا"), 0.99),
        ),
        sectors=tuple(
            Coded(code, find(text, word), 0.97 if code != "tourism" else 0.6)
            for code, word in (
                ("trade", "التبادل التجاري"), ("investment", "الاستثمار"), ("industry", "والصناعة"),
                ("agriculture", "والزراعة"), ("digital", "التحوّل الرقمي"),
                ("transport", "النقل والخدمات اللوجستية"),
                ("health", "والرعاية الصحية"), ("tourism", "والسياحة"),
            )
        ),
        meeting=Meeting("official_visit", "2025-11", None, "KZ", "KZ", ("BY",),
                        find(text, "وصل إلى كازاخستان في زيارة رسمية", "نوفمبر 2025"), 0.95),
        people=_arabic_people(text),
        instruments=_arabic_documents(text),
        amounts=(Amount(160_000_000, "USD", "agreements", "exact", None, None,
                        find(text, "ستوقّعان اتفاقيات بقيمة 160 مليون دولار"), 0.97),),
        commitments=tuple(
            Commitment(modality, ("KZ", "BY"), sectors, words, None, find(text, words), confidence)
            for modality, sectors, words, confidence in (
                ("discussed", ("industry",), "تنفيذ مشاريع صناعية مشتركة", 0.8),
                ("intends", ("transport",), "إنشاء ممرات نقل جديدة تصل إلى أسواق التصدير", 0.65),
            )
        ),
        statements=(Statement(1, "بلاده تَعُدّ كازاخستان شريكًا ذا أولوية في التجارة والاقتصاد",
                              find(text, "بلاده تَعُدّ كازاخستان شريكًا ذا أولوية في التجارة والاقتصاد")),),
    )  # fmt: skip


def _arabic_people(text: Text) -> tuple[Person, ...]:
    rows = (
        (
            "أولزهاس بيكتينوف",
            "Olzhas Bektenov",
            "head_of_government",
            "رئيس وزراء",
            "KZ",
            "جمهورية كازاخستان",
        ),
        (
            "ألكسندر تورتشين",
            "Alexander Turchin",
            "head_of_government",
            "رئيس وزراء",
            "BY",
            "جمهورية بيلاروسيا",
        ),
        ("قاسم جومارت توكاييف", "Kassym-Jomart Tokayev", "head_of_state", "رئيس", "KZ", "جمهورية كازاخستان"),
        ("ألكسندر لوكاشينكو", "Alexander Lukashenko", "head_of_state", "رئيس", "BY", "جمهورية بيلاروسيا"),
    )
    return tuple(
        Person(name, latin, office, written, country, None, find(text, f"{written} {state} {name}"), 0.98)
        for name, latin, office, written, country, state in rows
    )


def _arabic_documents(text: Text) -> tuple[Instrument, ...]:
    rows = (
        (
            "roadmap",
            (
                "خارطة طريق بين وزارة الصناعة والبناء في جمهورية كازاخستان ووزارة الصناعة في جمهورية"
                " بيلاروسيا بشأن التعاون الصناعي للفترة 2026-2028"
            ),
            (("وزارة الصناعة والبناء", "ministry"), ("وزارة الصناعة في جمهورية بيلاروسيا", "ministry")),
            ("industry",),
            0.96,
        ),
        (
            "roadmap",
            (
                "خارطة طريق بين أكيمات مدينة أستانا واللجنة التنفيذية لمدينة مينسك"
                " بشأن التعاون في التجارة والاقتصاد والعلوم والتقنية والثقافة للفترة 2026-2028"
            ),
            (("أكيمات مدينة أستانا", "city"), ("اللجنة التنفيذية لمدينة مينسك", "city")),
            ("trade", "science", "culture"),
            0.96,
        ),
        (
            "memorandum",
            "مذكرة تعاون بين حاكم منطقة ألماتي واللجنة التنفيذية لمنطقة فيتيبسك",
            (("حاكم منطقة ألماتي", "region"), ("اللجنة التنفيذية لمنطقة فيتيبسك", "region")),
            ("trade", "science", "culture"),
            0.82,
        ),
    )
    return tuple(_document(text, *row) for row in rows)


def _document(
    text: Text,
    kind: str,
    words: str,
    bodies: tuple[tuple[str, str], ...],
    sectors: tuple[str, ...],
    confidence: float,
) -> Instrument:
    signatories = tuple(
        Signatory(name, body, (), country, None, f"{country}/{body}", find(text, name))
        for (name, body), country in zip(bodies, ("KZ", "BY"), strict=True)
    )
    period = Period("2026", "2028") if kind == "roadmap" else None
    return Instrument(kind, "signed", 1, words, ("BY", "KZ"), signatories, sectors, period, None, None, None,
                      find(text, words), confidence)  # fmt: skip
