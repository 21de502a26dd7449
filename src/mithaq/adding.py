"""Source → reading → register: what files documents and opens them again, used by every door."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, lru_cache, partial
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from mithaq import __version__
from mithaq.exports.load import load
from mithaq.model.errors import MithaqError, RegisterUnavailable, UnreadableSource
from mithaq.model.record import Record
from mithaq.model.text import Text
from mithaq.pipeline import Failure, naming
from mithaq.register import filing, records
from mithaq.register.database import Connection, Database
from mithaq.register.history import Act, Journal
from mithaq.settings import user_name
from mithaq.sources import bytes_of, checked_date, reports, shown, text_of

_TOGETHER = 32
"""Documents filed in one transaction at most; what is told to be filed has been committed."""
_TOGETHER_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Added:
    """A document that is in the register: how it came there, and how many entries it made or changed."""

    source: str
    status: Literal["filed", "known", "read_again"]
    sha256: str
    new: int
    changed: int


@dataclass(frozen=True, slots=True)
class Options:
    """How documents are read: a language and a date of publication that hold for all of them, or None."""

    language: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """A document read, not filed yet; without a record where the register has the same reading of it."""

    source: str
    filed: records.Filed | None
    sha256: str


@cache
def reader_version() -> str:
    """The version of the reader: that of Mithaq, and a hash of all that a reading depends on."""
    digest = sha256()
    for room in ("model", "lists", "languages", "reading"):
        _feed(digest.update, files(f"mithaq.{room}"))
    return f"{__version__}+{digest.hexdigest()[:10]}"


def _feed(update: Callable[[bytes], None], folder: Traversable) -> None:
    for each in sorted(folder.iterdir(), key=lambda one: one.name):
        if each.is_dir() and each.name != "__pycache__":
            _feed(update, each)
        elif each.name.endswith((".py", ".toml", ".tsv")):
            update(each.name.encode())
            update(each.read_bytes())


def add(
    database: Database, sources: Iterable[str], act: Callable[[], Act], options: Options = Options()
) -> Iterator[Added | Failure]:
    """Read documents and file them; folders are gone through. One that fails does not stop the others.

    What is given back has been committed. Raises InvalidOption before the first for a date that is none, and
    RegisterUnavailable where the register cannot be written to; what was given back till then is kept.
    """
    if options.published is not None:
        checked_date(options.published)
    waiting: list[_Read] = []
    for source in reports(sources):
        if isinstance(source, UnreadableSource):
            yield Failure("", source)
            continue
        outcome = _attempt(source, partial(_read, database, source, options))
        if isinstance(outcome, Failure):
            yield outcome
            continue
        waiting.append(outcome)
        if len(waiting) >= _TOGETHER or _weight(waiting) >= _TOGETHER_BYTES:
            yield from _file(database, waiting, act())
            waiting = []
    if waiting:
        yield from _file(database, waiting, act())


def _weight(waiting: Sequence[_Read]) -> int:
    return sum(len(each.filed.data) for each in waiting if each.filed)


def _attempt(source: str, read: Callable[[], _Read]) -> _Read | Failure:
    try:
        return read()
    except RegisterUnavailable:
        raise
    except MithaqError as error:
        return Failure(source, naming(source, error))
    except Exception as fault:  # a fault of the reader must not cost the other documents
        told = f"the reader failed ({type(fault).__name__}: {fault}): please report it with the document"
        return Failure(source, naming(source, MithaqError(told), fault))


def _read(database: Database, source: str, options: Options) -> _Read:
    return _read_new(database, bytes_of(source), source, options)


def _read_new(database: Database, data: bytes, source: str, options: Options) -> _Read:
    """Bytes read, unless the register has the same reading of them."""
    digest = sha256(data).hexdigest()
    with database.reading() as connection:
        if filing.is_known(connection, digest, reader_version(), options.language, options.published):
            return _Read(source, None, digest)
        given = filing.given(connection, digest)
    language, published = options.language or given[0], options.published or given[1]
    return _Read(source, _filed(data, source, language, published), digest)


def _filed(data: bytes, source: str, language: str | None, published: str | None) -> records.Filed:
    text = text_of(data, source, language=language, published=published)
    record = _record(text)
    return records.Filed(data, text.body, record, reader_version(), language, published)


def _record(text: Text) -> Record:
    # The reader brings its lexicons: a document that is known, or cannot be opened, is told without waiting
    # for them.
    from mithaq.reading import read  # noqa: PLC0415

    return read(text)


def acting(who: str | None) -> Act:
    """Who acts (the setting's user if not given), and the time now, to the second in UTC."""
    return Act(user_name(who), datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


@contextmanager
def writing(database: Database, act: Act) -> Iterator[tuple[Connection, Journal]]:
    """One transaction: what is done in it stands, with its lines in the history, or nothing of it does."""
    with database.writing() as connection:
        journal = Journal(act)
        yield connection, journal
        journal.write(connection)


def _file(database: Database, waiting: Sequence[_Read], act: Act) -> list[Added | Failure]:
    with writing(database, act) as (connection, journal):
        return [_file_one(connection, each, journal) for each in waiting]


def _file_one(connection: Connection, read: _Read, journal: Journal) -> Added | Failure:
    if read.filed is None:
        filing.keep_place(connection, read.sha256, read.source, journal)
        return Added(read.source, "known", read.sha256, 0, 0)
    mark = journal.mark()
    try:
        with connection.begin_nested():
            done = filing.file(connection, read.filed, read.source, journal)
    except MithaqError as error:
        journal.back_to(mark)
        return Failure(read.source, naming(read.source, error))
    return Added(read.source, done.status, done.document, done.new, done.changed)


def read_again(database: Database, act: Callable[[], Act]) -> Iterator[Added | Failure]:
    """Read every document that an older reader read once more, from the bytes the register keeps."""
    with database.reading() as connection:
        stale = filing.read_by_others(connection, reader_version())
    for digest in stale:
        with database.reading() as connection:
            data = records.data_of(connection, digest)
            given = filing.given(connection, digest)
            (source, *_) = filing.places_of(connection, digest)
        outcome = _attempt(source, partial(_read_kept, data, source, digest, given))
        if isinstance(outcome, Failure):
            yield outcome
        else:
            yield from _file(database, [outcome], act())


def _read_kept(data: bytes, source: str, digest: str, given: tuple[str | None, str | None]) -> _Read:
    return _Read(source, _filed(data, source, *given), digest)


def texts(connection: Connection) -> Callable[[str], str]:
    """What gives the decoded text of a document by its hash; the last few are remembered."""

    @lru_cache(maxsize=32)
    def body(digest: str) -> str:
        return text_of(records.data_of(connection, digest), shown(digest[:12])).body

    return body


def read_bytes(data: bytes, source: str, options: Options = Options()) -> tuple[Text, Record]:
    """Bytes read and not filed. Raises UnreadableSource, UnsupportedLanguage, InvalidOption."""
    published = options.published and checked_date(options.published)
    text = text_of(data, source, language=options.language, published=published)
    return text, _record(text)


def add_bytes(
    database: Database, data: bytes, source: str, act: Callable[[], Act], options: Options = Options()
) -> Added | Failure:
    """Bytes that came from no file, read and filed. Raises InvalidOption for a date that is none."""
    if options.published is not None:
        checked_date(options.published)
    read = _attempt(source, partial(_read_new, database, data, source, options))
    if isinstance(read, Failure):
        return read
    (outcome,) = _file(database, [read], act())
    return outcome


def document(connection: Connection, digest: str) -> tuple[Text, Record]:
    """A document as it was read: its text, and the record of its current reading. Raises UnknownEntry."""
    written, language, published = records.current(connection, digest)
    (place, *_) = filing.places_of(connection, digest)
    text = text_of(records.data_of(connection, digest), place, language=language, published=published)
    return text, load(written, text)
