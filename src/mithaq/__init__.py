"""Mithaq: from a report of a meeting between states to a record whose every field points to its words.

    >>> import mithaq
    >>> record = mithaq.read(report)                                    # doctest: +SKIP
    >>> record.instruments[0].kind, record.instruments[0].evidence[0].quote      # doctest: +SKIP
    ('roadmap', 'خارطة الطريق')

Reading keeps no state between calls and may be done from several threads at once. The parts of a
record are frozen dataclasses; :meth:`Record.to_dict` gives the plain values of the record format.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mithaq.model.errors import (
        InvalidOption,
        LanguageFileFault,
        MithaqError,
        UnreadableSource,
        UnsupportedLanguage,
    )
    from mithaq.model.record import (
        Amount,
        Coded,
        Commitment,
        Document,
        Instrument,
        Meeting,
        Period,
        Person,
        Record,
        Signatory,
        Statement,
    )
    from mithaq.model.span import Evidence, Span
    from mithaq.model.text import Text

__version__ = "0.1.0"

__all__ = [
    "Amount",
    "Coded",
    "Commitment",
    "Document",
    "Evidence",
    "Instrument",
    "InvalidOption",
    "LanguageFileFault",
    "Meeting",
    "MithaqError",
    "Period",
    "Person",
    "Record",
    "Signatory",
    "Span",
    "Statement",
    "Text",
    "UnreadableSource",
    "UnsupportedLanguage",
    "__version__",
    "read",
]

_HOMES = {
    "mithaq.model.span": ("Evidence", "Span"),
    "mithaq.model.text": ("Text",),
    "mithaq.model.errors": (
        "InvalidOption",
        "LanguageFileFault",
        "MithaqError",
        "UnreadableSource",
        "UnsupportedLanguage",
    ),
    "mithaq.model.record": (
        "Amount",
        "Coded",
        "Commitment",
        "Document",
        "Instrument",
        "Meeting",
        "Period",
        "Person",
        "Record",
        "Signatory",
        "Statement",
    ),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def read(text: str, language: str | None = None, *, published: str | None = None) -> "Record":
    """Read a report.

    ``language`` is the code of the language it is in, told from the text when None. ``published`` is
    the ISO 8601 date of publication, by which dates without a year are understood.

    Raises UnsupportedLanguage where the language is not one that is read, InvalidOption where
    ``published`` is no date. A report of no cooperation between states gives a record of empty lists.
    """
    from mithaq.model.text import Text
    from mithaq.reading import read as read_text
    from mithaq.sources.published import checked_date

    return read_text(Text.of(text, language=language, published=published and checked_date(published)))


def __getattr__(name: str) -> Any:
    """The parts of a record, brought when first asked for: importing the package alone costs nothing."""
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)
