"""Source → reading, written once and used by every door."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mithaq.model.errors import MithaqError, UnreadableSource
from mithaq.model.record import Record
from mithaq.model.text import Text
from mithaq.sources import checked_date, open_source, shown


@dataclass(frozen=True, slots=True)
class Reading:
    """A document that was read: its text and its record."""

    text: Text
    record: Record


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read, and why."""

    source: str
    error: MithaqError


def read_source(source: str, language: str | None = None, published: str | None = None) -> Record:
    """The record of a file, or of standard input for ``-``.

    Raises UnreadableSource, UnsupportedLanguage, or InvalidOption for a date that is none.
    """
    return _read(source, language, published).record


def read_sources(
    sources: Iterable[str], language: str | None = None, published: str | None = None
) -> Iterator[Reading | Failure]:
    """Read documents one after the other, in their order; one that fails does not stop the others.

    Raises InvalidOption before the first for a date that is none.
    """
    if published is not None:
        checked_date(published)
    return (_attempt(source, language, published) for source in sources)


def _attempt(source: str, language: str | None, published: str | None) -> Reading | Failure:
    try:
        return _read(source, language, published)
    except MithaqError as error:
        return Failure(source, naming(source, error))
    except Exception as fault:  # a fault of the reader must not cost the other documents
        told = f"the reader failed ({type(fault).__name__}: {fault}): please report it with the document"
        return Failure(source, naming(source, MithaqError(told), fault))


def naming(source: str, error: MithaqError, cause: Exception | None = None) -> MithaqError:
    """An error with its source in front; the reader does not know where a text is from."""
    if isinstance(error, UnreadableSource):
        return error
    named = type(error)(f"{shown(source)}: {error}")
    named.__cause__ = cause or error
    return named


def _read(source: str, language: str | None, published: str | None) -> Reading:
    # The reader brings its lexicons; a wrong option or path should be told without waiting for them.
    text = open_source(source, language=language, published=published and checked_date(published))
    from mithaq.reading import read  # noqa: PLC0415

    return Reading(text, read(text))
