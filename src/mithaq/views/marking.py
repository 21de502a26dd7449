"""How certainty and items of lists look on a terminal, the same in every view."""

from collections.abc import Iterator

from rich.text import Text

from mithaq.views.filed import Contest, Item, Outlet
from mithaq.views.model import Certainty
from mithaq.views.safe import one_line
from mithaq.views.sheet import Sheet, shorten
from mithaq.views.values import Words
from mithaq.views.wording import direction_of

MARKS = {"sure": "●", "likely": "◐", "doubtful": "○"}
COLOURS = {"sure": "green", "likely": "yellow", "doubtful": "red"}
_MOST_TITLE = 160


def mark(certainty: Certainty | None) -> Text:
    """The sign of a step of certainty and a blank; empty where there is none."""
    return Text(f"{MARKS[certainty.step]} ", COLOURS[certainty.step]) if certainty else Text()


def right_to_left(words: Words, sheet: Sheet) -> bool:
    """Whether words run from right to left: their own language decides, or that of the interface."""
    return direction_of(words.language) == "rtl" if words.language else sheet.right_to_left


def heading(words: str, sheet: Sheet) -> Iterator[Text]:
    """A heading after an empty line."""
    yield Text()
    yield from sheet.wrap(Text(one_line(words), "bold cyan"), 0)


def item(each: Item, sheet: Sheet, indent: int = 0, *, shortly: bool = False) -> Iterator[Text]:
    """An entry in a list: its title and id, below them what comes second and the words it is told in.

    ``shortly``: a title that is a sentence is cut to one line.
    """
    most = sheet.width - indent - len(each.id) - 4 if shortly else _MOST_TITLE
    title = shorten(one_line(each.title.text), most)
    foreign = right_to_left(each.title, sheet) != sheet.right_to_left
    if foreign:
        yield from _head(
            Text.assemble(mark(each.certainty), (one_line(each.note), "dim")), each.id, sheet, indent
        )
        yield from sheet.wrap(Text(title, "bold"), indent + 2, not sheet.right_to_left)
    else:
        yield from _head(Text.assemble(mark(each.certainty), (title, "bold")), each.id, sheet, indent)
        if each.note:
            second = shorten(one_line(each.note), sheet.width - indent - 2)
            yield from sheet.wrap(Text(second, "dim"), indent + 2)
    if each.words.text:
        words = shorten(one_line(each.words.text), sheet.width - indent - 2)
        yield from sheet.wrap(Text(words, "dim"), indent + 2, right_to_left(each.words, sheet))


def _head(text: Text, id: str, sheet: Sheet, indent: int) -> Iterator[Text]:  # noqa: A002
    """A line with an id at its far end; a long one is broken before it."""
    room = sheet.width - indent - len(id) - 2
    if text.cell_len <= room:
        yield from sheet.facing(text, id, indent, "dim", right_to_left=False)
        return
    narrow = Sheet(max(20, sheet.width - len(id) - 4), sheet.right_to_left, sheet.bidi)
    first, *rest = narrow.wrap(text, indent)
    rest = [Text.assemble("" if sheet.right_to_left else "  ", line) for line in rest]
    if sheet.right_to_left:
        yield Text.assemble((id, "dim"), "  ", first)
        yield from (Text.assemble(" " * (len(id) + 2), line) for line in rest)
    else:
        yield Text.assemble(first, " " * max(2, sheet.width - first.cell_len - len(id)), (id, "dim"))
        yield from rest


def contest(each: Contest, sheet: Sheet, indent: int = 2) -> Iterator[Text]:
    """The values of a property under each other, each with those who say it."""
    yield from sheet.wrap(Text(one_line(each.label), "bold"), indent)
    for saying in each.sayings:
        sign = ("✓ ", "green") if saying.published else ("✗ ", "yellow")
        who = one_line(saying.who) or numbers(saying.sources)
        line = Text.assemble(sign, one_line(saying.text.text), (f"  {who}", "dim"))
        yield from sheet.wrap(line, indent + 2)


def outlet(each: Outlet, sheet: Sheet, indent: int = 2) -> Iterator[Text]:
    """A source: its number, the first place it came from, how many more there are, language and date."""
    more = f" (+{len(each.places) - 1})" if len(each.places) > 1 else ""
    place = one_line(each.places[0]) if each.places else each.id
    line = Text.assemble((f"[{each.number}] ", "cyan"), place, more, (f"  {each.facts} · {each.id}", "dim"))
    yield from sheet.wrap(line, indent)


def numbers(sources: tuple[int, ...]) -> str:
    """Sources by their numbers."""
    return " ".join(f"[{number}]" for number in sources)
