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

_OFTEN = (
    "document", "status", "relation", "sector", "portfolio", "body", "body_name", "office", "office_mark",
    "honorific", "not_name", "given_name", "meeting", "meeting_mark", "month", "weekday", "day", "number",
    "ordinal", "scale", "count", "currency", "speech", "modality", "country", "adjective", "capital", "place",
    "locative",
)  # fmt: skip
"""The senses asked for most: with the lowest bits, for Python works faster with numbers below 2 ** 30."""

NAMES: tuple[str, ...] = tuple(dict.fromkeys((*_OFTEN, *SECTIONS.values())))
DIGITS = 1
"""The sense of a number written in digits."""
BIT: dict[str, int] = {name: 2 << index for index, name in enumerate(NAMES)}

(DOCUMENT, STATUS, RELATION, SECTOR, PORTFOLIO, BODY, BODY_NAME, OFFICE, OFFICE_MARK, HONORIFIC, NOT_NAME,
 GIVEN_NAME, MEETING, MEETING_MARK, MONTH, WEEKDAY, DAY, NUMBER, ORDINAL, SCALE, COUNT, CURRENCY, SPEECH,
 MODALITY, COUNTRY, ADJECTIVE, CAPITAL, PLACE, LOCATIVE, LEGAL_FORM, PARTICLE, HIJRI_MONTH, FRACTION,
 QUALIFIER, CURRENCY_GROUP, AMOUNT, AMOUNT_MARK, NOT_MONEY, PERIOD, DATE, FURNITURE, ABBREVIATION, IGNORE,
 ELSEWHERE, OUTLET, FIRST_PERSON) = (BIT[name] for name in NAMES)  # fmt: skip

FIGURES = 2 << len(NAMES)
"""The sense of a date written in figures alone."""

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
