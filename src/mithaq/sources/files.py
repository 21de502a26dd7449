"""Files and standard input."""

import errno
import sys
from hashlib import sha256
from pathlib import Path

from mithaq.model.errors import UnreadableSource
from mithaq.model.text import Text
from mithaq.sources.charset import decode
from mithaq.sources.kinds import refuse_other_kinds

STANDARD_INPUT = "-"
MAX_BYTES = 256 * 1024 * 1024

_CAUSES = {
    errno.ENOENT: "there is no such file: check the path",
    errno.ENOTDIR: "there is no such file: check the path",
    errno.ENAMETOOLONG: "there is no such file: the path is too long",
    errno.EISDIR: "is a directory: name the files in it",
    errno.EACCES: "may not be read: ask its owner for the right to read it",
}


def open_source(source: str, *, language: str | None = None, published: str | None = None) -> Text:
    """Open a file, or standard input for ``-``, as a text.

    Raises UnreadableSource, whose message names the source, the place where known and the next step.
    """
    return text_of(bytes_of(source), source, language=language, published=published)


def bytes_of(source: str) -> bytes:
    """The bytes of a file, or of standard input for ``-``. Raises UnreadableSource, as open_source does."""
    try:
        return _bytes_of(source)
    except UnreadableSource as fault:
        raise UnreadableSource(f"{shown(source)}: {fault}") from fault


def text_of(data: bytes, source: str, *, language: str | None = None, published: str | None = None) -> Text:
    """Bytes that came from a source as a text. Raises UnreadableSource, as open_source does."""
    try:
        refuse_other_kinds(data, source)
        body = decode(data)
    except UnreadableSource as fault:
        raise UnreadableSource(f"{shown(source)}: {fault}") from fault
    digest = sha256(data).hexdigest()
    return Text(body, source=source, sha256=digest, language=language, published=published)


def shown(source: str) -> str:
    """The name of a source in a message: one line, without control characters."""
    if source == STANDARD_INPUT:
        return "standard input"
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in source)


def _bytes_of(source: str) -> bytes:
    try:
        if source == STANDARD_INPUT:
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(source).open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as fault:
        raise UnreadableSource(_cause(fault)) from fault
    if len(data) > MAX_BYTES:
        raise UnreadableSource(f"is larger than {MAX_BYTES // 2**20} MB: split it into reports")
    return data


def _cause(fault: OSError | ValueError) -> str:
    if isinstance(fault, OSError):
        return _CAUSES.get(
            fault.errno or 0, f"cannot be read ({fault.strerror}): try again, or copy it elsewhere"
        )
    return "there is no such file: a path cannot have a NUL in it"
