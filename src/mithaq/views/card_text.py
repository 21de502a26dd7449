"""The card of an entry for a terminal: what it is, where sources differ, what proves it, and its past."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.text import Text

from mithaq.locale import words as words_of
from mithaq.views import marking
from mithaq.views.filed import Card, Happening, Quote, Told
from mithaq.views.safe import one_line
from mithaq.views.sheet import Sheet
from mithaq.views.values import Words
from mithaq.views.wording import direction_of

_MOST_LABEL = 22
_MOST_QUOTES = 12
_MOST_HISTORY = 12
_MOST_PROVED = 5


def lines(card: Card, width: int = 80, *, bidi: bool = False, all_quotes: bool = False) -> list[Text]:
    """The card in styled lines of at most ``width`` cells (100 where more are given).

    ``bidi``: the terminal reorders right-to-left text; ``all_quotes``: also more than a dozen of them.
    """
    sheet = Sheet.of(width, card.direction, bidi=bidi)
    return list(_Layout(card, sheet, 10**6 if all_quotes else _MOST_QUOTES).lines())


@dataclass(frozen=True, slots=True)
class _Layout:
    """Lays out one card on a sheet."""

    card: Card
    sheet: Sheet
    most_quotes: int

    def lines(self) -> Iterator[Text]:
        card, words = self.card, words_of(self.card.interface)
        yield from self._head()
        yield from self._values()
        if card.contests:
            yield from marking.heading(words["Sources differ"], self.sheet)
            for contest in card.contests:
                yield from marking.contest(contest, self.sheet)
        if card.quotes:
            yield from marking.heading(words["Evidence"], self.sheet)
            yield from self._quotes()
        yield from marking.heading(words["Sources"], self.sheet)
        for outlet in card.outlets:
            yield from marking.outlet(outlet, self.sheet)
        yield from self._related()
        yield from self._happenings(words["Decisions"], card.decisions, numbered=True)
        yield from self._happenings(words["History"], card.history[-_MOST_HISTORY:])
        if len(card.history) > _MOST_HISTORY:
            yield from self._more(len(card.history) - _MOST_HISTORY)

    def _head(self) -> Iterator[Text]:
        card, sheet = self.card, self.sheet
        facts = " · ".join(part for part in (card.type_name, card.state) if part)
        yield from sheet.facing(Text(facts, "dim"), card.id, 0, "dim", right_to_left=False)
        title = Text(one_line(card.title.text), "bold")
        own = marking.right_to_left(card.title, sheet)
        yield from sheet.wrap(title, 0, own)
        certainty = card.certainty
        sure = (f"{certainty.word} {certainty.percent} %", "dim")
        tail = (f"{one_line(card.note)} · ", "") if card.note else ""
        yield from sheet.wrap(Text.assemble(marking.mark(certainty), tail, sure), 0)

    def _values(self) -> Iterator[Text]:
        """Label, value and why it won; words of sources below each other, each in its direction."""
        yield Text()
        column = min(_MOST_LABEL, max((len(each.label) for each in self.card.values), default=0)) + 2
        for each in self.card.values:
            first, *rest = each.texts
            yield from self._value(each, first, column)
            for words in rest:
                yield from self._foreign(words, column)

    def _value(self, told: Told, words: Words, column: int) -> Iterator[Text]:
        why = " ".join(part for part in (told.reason, marking.numbers(told.sources)) if part)
        reason = Text(f"{'✎ ' if told.decided else ''}{why}", "dim")
        label = one_line(told.label)
        if marking.right_to_left(words, self.sheet) != self.sheet.right_to_left:
            yield from self.sheet.labelled(label, reason, 2, column)
            yield from self._foreign(words, column)
        else:
            text = Text.assemble(one_line(words.text), "  ", reason)
            yield from self.sheet.labelled(label, text, 2, column)

    def _foreign(self, words: Words, column: int) -> Iterator[Text]:
        yield from self.sheet.wrap(
            Text(one_line(words.text)), 2 + column, marking.right_to_left(words, self.sheet)
        )

    def _quotes(self) -> Iterator[Text]:
        before = None
        for quote in self.card.quotes[: self.most_quotes]:
            lead = (quote.source, quote.proves)
            yield from self._quote(quote, told=lead == before)
            before = lead
        if len(self.card.quotes) > self.most_quotes:
            yield from self._more(len(self.card.quotes) - self.most_quotes)

    def _quote(self, quote: Quote, *, told: bool) -> Iterator[Text]:
        """Words of a source; ``told``: the quote before was of the same and for the same values."""
        if not told:
            proves = quote.proves[:_MOST_PROVED] + (("…",) if len(quote.proves) > _MOST_PROVED else ())
            lead = Text.assemble((f"[{quote.source}] ", "cyan"), (" · ".join(proves), "dim"))
            yield from self.sheet.wrap(lead, 2)
        words = Text.assemble(
            (one_line(quote.prefix), "dim"), ("«", "dim"), (one_line(quote.words), "bold"), ("»", "dim"),
            (one_line(quote.suffix), "dim"),
        )  # fmt: skip
        yield from self.sheet.wrap(words, 4, direction_of(quote.language) == "rtl")

    def _related(self) -> Iterator[Text]:
        for group in self.card.related:
            yield from marking.heading(group.heading, self.sheet)
            for each in group.items:
                yield from marking.item(each, self.sheet, 2, shortly=True)
            if group.more:
                yield from self._more(group.more)

    def _happenings(
        self, heading: str, happenings: Iterable[Happening], *, numbered: bool = False
    ) -> Iterator[Text]:
        for place, each in enumerate(happenings):
            if place == 0:
                yield from marking.heading(heading, self.sheet)
            number = f"{each.number}  " if numbered else ""
            why = (f"  {one_line(each.why)}", "dim") if each.why else ""
            line = Text.assemble(
                number, (f"{each.at} ", "dim"), one_line(each.who), "  ", one_line(each.what), why
            )
            yield from self.sheet.wrap(line, 2)

    def _more(self, number: int) -> Iterator[Text]:
        told = words_of(self.card.interface)["and {number} more"].format(number=number)
        yield from self.sheet.wrap(Text(f"… {told}", "dim"), 2)
