"""The words behind the values of an entry, each once, with what they prove."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mithaq.locale.headings import heading
from mithaq.model.entry import Entry, Excerpt, Value
from mithaq.views.filed import Quote


class _Found(NamedTuple):
    """An excerpt of a source, by its number, and the labels of the values it proves."""

    source: int
    excerpt: Excerpt
    labels: dict[str, None]

    def place(self) -> tuple[int, int, int]:
        """Order of the text; of words that begin alike the longest first."""
        return self.source, self.excerpt.start, -self.excerpt.end


def quotes(entry: Entry, values: Iterable[Value], interface: str) -> tuple[Quote, ...]:
    """The words that prove values or speak against them; words inside others are shown with those."""
    languages = [source.language for source in entry.sources]
    kept: list[_Found] = []
    for found in sorted(_excerpts(entry, values, interface), key=_Found.place):
        if kept and kept[-1].source == found.source and found.excerpt.end <= kept[-1].excerpt.end:
            kept[-1].labels.update(found.labels)
        else:
            kept.append(found)
    return tuple(
        Quote(source, languages[source - 1], each.prefix, each.quote, each.suffix, tuple(labels))
        for source, each, labels in kept
    )


def _excerpts(entry: Entry, values: Iterable[Value], interface: str) -> Iterator[_Found]:
    numbers = {source.sha256: number for number, source in enumerate(entry.sources, 1)}
    for value in values:
        label = heading(value.property, interface)
        for voice in (*value.support, *value.rivals):
            if voice.document in numbers:
                yield from (_Found(numbers[voice.document], each, {label: None}) for each in voice.evidence)
