"""Bytes that are no plain text, told by how they begin."""

import re

from mithaq.model.errors import UnreadableSource

_BEGINNINGS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document (DOCX, ODT, EPUB)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (DOC, XLS)"),
    (b"{\\rtf", "a rich text document (RTF)"),
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database (SQLite)"),
)
# A page may begin with a byte order mark, an XML declaration or comments.
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html[\s>])", re.IGNORECASE
)
_PAGE_NAMES = (".html", ".htm", ".xhtml", ".mht", ".mhtml")


def refuse_other_kinds(data: bytes, source: str) -> None:
    """Raise UnreadableSource for an empty source, a page of the web, or a known kind that is no text."""
    if not data.strip():
        raise UnreadableSource("is empty: there is nothing to read")
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            raise UnreadableSource(f"is {kind}, not plain text: save its text as .txt (UTF-8) and read that")
    if _PAGE.match(data) or source.lower().endswith(_PAGE_NAMES):
        raise UnreadableSource(
            "is an HTML page, and only plain text is read yet: save the text of the page as .txt (UTF-8)"
        )
