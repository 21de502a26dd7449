"""Bytes → characters: UTF-8, UTF-16 and UTF-32, and the old eight-bit charsets of the languages read."""

import codecs
import re

from mithaq.model.errors import UnreadableSource
from mithaq.sources.letters import plausibility

# UTF-32 stands first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_EIGHT_BIT = ("windows-1252", "windows-1251", "windows-1256", "koi8-r", "iso-8859-6", "kz1048")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_SAMPLE = 1 << 16
# By how much, over all letters, a later charset must look better: a stray letter decides nothing.
_MARGIN = 4.0
_MAX_BAD_SHARE = 0.01
_MAX_CONTROL_SHARE = 0.01
# Mean logarithm of a letter's share: texts of the languages read stay above -4, a wrong charset below.
_LEAST_PLAUSIBLE = -5.5


def decode(data: bytes) -> str:
    """The characters of a document, without the byte order mark, otherwise untouched.

    A few bytes that are no UTF-8 (up to 1 %) become U+FFFD. Raises UnreadableSource where the bytes
    are no text, or in a charset that is not known; the message has the byte offset where there is one.
    """
    body = _by_mark(data)
    if body is None:
        body = _by_nul_pattern(data)
    if body is None:
        body = _utf8(data) if _is_mostly_utf8(data) else _eight_bit(data)
    if not body.strip():
        raise UnreadableSource("is empty: there is nothing to read")
    _refuse_controls(body)
    return body


def _by_mark(data: bytes) -> str | None:
    for mark, charset in _MARKS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            return _utf8(rest, len(mark)) if charset == "utf-8" else _wide(rest, charset, len(mark))
    return None


def _by_nul_pattern(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: NULs stand at the same place of every unit."""
    sample = data[:_SAMPLE]
    nuls = sample.count(0)
    if nuls * 50 < len(sample):
        return None
    at = [sample[place::4].count(0) for place in range(4)]
    for charset, places, least in (
        ("utf-32-le", (2, 3), 0.95),
        ("utf-32-be", (0, 1), 0.95),
        ("utf-16-le", (1, 3), 0.0),
        ("utf-16-be", (0, 2), 0.0),
    ):
        enough = min(at[place] for place in places) * 4 >= least * len(sample)
        ascii_spill = 1 if charset.startswith("utf-16") else 2
        if enough and sum(at[place] for place in places) * ascii_spill >= 0.95 * nuls:
            return _wide(data, charset, 0)
    return None


def _wide(data: bytes, charset: str, offset: int) -> str:
    try:
        return data.decode(charset)
    except UnicodeDecodeError as fault:
        raise UnreadableSource(
            f"is no {charset[:6].upper()} at byte {offset + fault.start}: save it again as UTF-8"
        ) from fault


def _is_mostly_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        loose = data.decode(errors="replace")
        bad = loose.count(_REPLACEMENT)
        return sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", loose))) > bad
    return True


def _utf8(data: bytes, offset: int = 0) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as fault:
        body = data.decode(errors="replace")
        bad = body.count(_REPLACEMENT) - data.count(_REPLACEMENT.encode())
        if bad > _MAX_BAD_SHARE * len(data):
            raise UnreadableSource(
                f"is broken UTF-8: {bad} bad places, the first at byte {offset + fault.start}: "
                "save it again as UTF-8"
            ) from fault
        return body


def _eight_bit(data: bytes) -> str:
    """Decode by the charset whose letters look most like a language that is read."""
    first = next(place for place, byte in enumerate(data) if byte > 0x7F)
    sample = data[max(0, first - 1000) : first + _SAMPLE]
    margin = _MARGIN / sum(byte > 0x7F for byte in sample)
    best, highest = "", float("-inf")
    for charset in _EIGHT_BIT:
        score = plausibility(sample.decode(charset, errors="replace"))
        if score > highest + margin:
            best, highest = charset, score
    body = data.decode(best, errors="replace")
    if highest < _LEAST_PLAUSIBLE or body.count(_REPLACEMENT) > _MAX_BAD_SHARE * len(data):
        raise UnreadableSource(f"is in no known charset, see byte {first}: save it as UTF-8")
    return body


def _refuse_controls(body: str) -> None:
    found = _CONTROLS.findall(body)
    if len(found) > _MAX_CONTROL_SHARE * len(body):
        raise UnreadableSource(
            f"is binary: {len(found)} control characters among {len(body)}: "
            "name a text file, or save its text as .txt"
        )
