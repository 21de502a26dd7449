"""The text of a document as decoded: the only thing evidence can be cut from."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from mithaq.model.span import Evidence


@dataclass(frozen=True, slots=True)
class Text:
    """A decoded document.

    ``source`` is the path or address as given, ``sha256`` that of the bytes read, ``published`` an
    ISO 8601 date or None, ``language`` a code that was given (None: to be told from the text).
    """

    body: str
    source: str = "-"
    sha256: str = ""
    media_type: str = "text/plain"
    language: str | None = None
    published: str | None = None

    @classmethod
    def of(cls, body: str, *, language: str | None = None, published: str | None = None) -> "Text":
        """A text that came as a string: its digest is that of its UTF-8 bytes."""
        digest = sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(body, sha256=digest, language=language, published=published)

    def quote(self, span: tuple[int, int]) -> Evidence:
        """Cut the evidence at a span; raises ValueError when the span is empty or outside the text."""
        return self.quotes((span,))[0]

    def quotes(self, spans: Iterable[tuple[int, int]]) -> tuple[Evidence, ...]:
        """Cut the evidence at each of some spans."""
        body, size = self.body, len(self.body)
        found: list[Evidence] = []
        for start, end in spans:
            if not 0 <= start < end <= size:
                raise ValueError(f"span {start}-{end} is outside a text of {size} code points")
            found.append(Evidence(start, end, body[start:end]))
        return tuple(found)
