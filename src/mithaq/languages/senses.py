"""What a phrase of a lexicon can mean: one bit a sense, so that mentions are sifted with ``&``."""

SECTIONS: dict[str, str] = {
    "documents": "document", "documents_plural": "document", "documents_dual": "document",
    "document_names": "document", "status": "status", "relations": "relation", "sectors": "sector",
    "portfolios": "portfolio", "bodies": "body", "bodies_plural": "body", "body_names": "body_name",
    "legal_forms": "legal_form", "offices": "office", "offices_plural": "office",
    "office_marks": "office_mark", "honorifics": "honorific", "name_particles": "particle",
    "not_names": "not_name", "given_names": "given_name", "meetings": "meeting",
    "meeting_marks": "meeting_mark", "months": "month", "hijri_months": "hijri_month",
    "weekdays": "weekday", "days": "day", "numbers": "number", "ordinals": "ordinal", "scales": "scale",
    "fractions": "fraction", "counts": "count", "qualifiers": "qualifier", "currencies": "currency",
    "currencies_by_state": "currency_group", "amounts": "amount", "amount_marks": "amount_mark",
    "not_money": "not_money", "period": "period", "dates": "date", "speech": "speech",
    "modality": "modality", "furniture": "furniture", "abbreviations": "abbreviation",
    "ignore": "ignore", "elsewhere": "elsewhere", "countries": "country", "adjectives": "adjective",
    "capitals": "capital", "places": "place", "outlets": "outlet", "first_person": "first_person",
    "locatives": "locative",
}  # fmt: skip
"""The section of a language file a sense comes from, and the name of the sense."""

NAMES: tuple[str, ...] = tuple(dict.fromkeys(SECTIONS.values()))
BIT: dict[str, int] = {name: 1 << index for index, name in enumerate(NAMES)}

(DOCUMENT, STATUS, RELATION, SECTOR, PORTFOLIO, BODY, BODY_NAME, LEGAL_FORM, OFFICE, OFFICE_MARK, HONORIFIC,
 PARTICLE, NOT_NAME, GIVEN_NAME, MEETING, MEETING_MARK, MONTH, HIJRI_MONTH, WEEKDAY, DAY, NUMBER, ORDINAL,
 SCALE, FRACTION, COUNT, QUALIFIER, CURRENCY, CURRENCY_GROUP, AMOUNT, AMOUNT_MARK, NOT_MONEY, PERIOD, DATE,
 SPEECH, MODALITY, FURNITURE, ABBREVIATION, IGNORE, ELSEWHERE, COUNTRY, ADJECTIVE, CAPITAL,
 PLACE, OUTLET, FIRST_PERSON, LOCATIVE) = (BIT[name] for name in NAMES)  # fmt: skip

STATE = COUNTRY | ADJECTIVE | CAPITAL
"""Anything that stands for a state."""

NOUN_LIKE = frozenset(
    ("documents", "documents_plural", "documents_dual", "document_names", "sectors", "portfolios", "bodies",
     "bodies_plural", "body_names", "offices", "offices_plural", "meetings", "currencies",
     "currencies_by_state", "scales", "countries", "adjectives", "capitals", "places", "amounts",
     "numbers", "ordinals", "fractions", "months", "hijri_months", "weekdays", "not_money", "locatives")
)  # fmt: skip
"""Sections whose phrases are inflected as nouns or adjectives; the others stand as written."""

ALSO_INFLECTED: dict[str, frozenset[str]] = {
    "russian": frozenset(("relations", "ignore", "elsewhere", "honorifics", "office_marks", "counts")),
}
"""Further sections an inflection applies to: "colleague" and "employment contract" have cases, too."""

NUMBERED = frozenset(("document", "body", "office"))
"""Senses that keep the grammatical number: sg, du or pl."""
