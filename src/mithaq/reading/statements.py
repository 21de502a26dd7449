"""Statements: quotations with their speakers."""

import re
from dataclasses import dataclass

from mithaq.languages.senses import SPEECH
from mithaq.reading.context import Context
from mithaq.reading.people import Holder

_PAIRS = (("«", "»"), ("“", "”"), ("„", "“"), ('"', '"'))
_LEAST = 25


@dataclass(slots=True)
class Said:
    """A quotation in the clean text and the place of its speaker's name or office, if told."""

    start: int
    end: int
    speaker: int | None


def statements(context: Context, names: list[tuple[str, int]], people: list[Holder]) -> list[Said]:  # noqa: ARG001
    """The quotations of a report; ``names`` are family names with the index of their person."""
    found: list[Said] = []
    for start, end in _quotations(context.clean):
        number = context.sentence_at(start)
        around = context.sentences[max(number - 1, 0) : context.sentence_at(end) + 2]
        low, high = around[0].start, around[-1].end
        said = [m for m in context.within(low, high) if m.bits & SPEECH and not start <= m.start < end]
        introduced = context.clean[max(start - 3, 0) : start].rstrip().endswith((":", "،", ","))
        if not said and not introduced:
            continue
        found.append(Said(start, end, _speaker(context, names, start, (low, high))))
    return found


def _quotations(clean: str) -> list[tuple[int, int]]:
    """The inside of every quotation long enough to be speech."""
    found: list[tuple[int, int]] = []
    for opening, closing in _PAIRS:
        pattern = re.compile(f"{opening}([^{opening}{closing}\n]{{{_LEAST},1200}}){closing}")
        for match in pattern.finditer(clean):
            if not any(start <= match.start(1) < end for start, end in found) and " " in match[1].strip():
                found.append((match.start(1), match.end(1)))
    return sorted(found)


def _speaker(
    context: Context, names: list[tuple[str, int]], start: int, bounds: tuple[int, int]
) -> int | None:
    """The person whose name stands nearest to a quotation."""
    best: tuple[int, int] | None = None
    for name, index in names:
        at = context.clean.find(name, *bounds)
        while 0 <= at < bounds[1]:
            distance = abs(start - at)
            if best is None or distance < best[0]:
                best = (distance, index)
            at = context.clean.find(name, at + 1, bounds[1])
    return best[1] if best else None
