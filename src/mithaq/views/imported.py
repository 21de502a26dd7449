"""What a spreadsheet that came back asks for, in words: row by row what is made, set or left, and why."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from mithaq.locale import direction
from mithaq.locale.headings import heading, state_name
from mithaq.model.entry import PROPERTIES
from mithaq.model.sheet import RowPlan
from mithaq.views.card import Names
from mithaq.views.model import Direction
from mithaq.views.safe import one_line
from mithaq.views.sheet import Sheet, shorten
from mithaq.views.values import Speaker, property_of, title
from mithaq.views.wording import Wording, capital

SIGNS = {"create": "+", "update": "~", "skip": "·", "conflict": "!", "reject": "✗"}
COUNTS = {
    "create": "to make: {number}", "update": "to change: {number}", "conflict": "conflicts: {number}",
    "reject": "cannot be taken: {number}", "skip": "left alone: {number}",
}  # fmt: skip
_COLOURS = {"create": "green", "update": "green", "skip": "dim", "conflict": "yellow", "reject": "red"}
_MOST_VALUE = 70


@dataclass(frozen=True, slots=True)
class Planned:
    """What is to be done for a row or a cell: ``where`` it stands, ``what`` changes, and why not."""

    outcome: str
    where: str
    id: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Imported:
    """Everything a spreadsheet asks for; rows in which nothing was changed are only counted."""

    interface: str
    direction: Direction
    plans: tuple[Planned, ...]
    counts: tuple[str, ...]


def imported(plans: Sequence[RowPlan], names: Names, interface: str = "en") -> Imported:
    """The view of what is planned."""
    speaker = Speaker(Wording.of(interface), names)
    number = Counter[str](plan.outcome for plan in plans)
    words = speaker.wording.words
    counts = tuple(words[COUNTS[each]].format(number=number[each]) for each in COUNTS if number[each])
    told = tuple(_planned(plan, speaker) for plan in plans if plan.property or plan.outcome != "skip")
    return Imported(interface, direction(interface), told, counts)


def _planned(plan: RowPlan, speaker: Speaker) -> Planned:
    if plan.outcome == "create":
        what = title(plan.type, plan.new, speaker).text
    elif plan.property:
        label = heading(plan.property, speaker.interface)
        told = [shorten(_said(plan, each, speaker) or "∅", _MOST_VALUE) for each in (plan.old, plan.new)]
        what = f"{label}: {told[0]} → {told[1]}" if plan.outcome in {"update", "conflict"} else label
    else:
        what = ""
    return Planned(plan.outcome, plan.where, plan.entry or "", what, capital(plan.why))


def _said(plan: RowPlan, value: object, speaker: Speaker) -> str:
    if value is None:
        return ""
    if plan.property == "state":
        return state_name(value, speaker.interface)  # type: ignore[arg-type]
    if isinstance(value, dict):
        other = plan.new if value is plan.old else plan.old
        changed = {each: text for each, text in value.items() if (other or {}).get(each) != text}
        return "; ".join(f"{each}: {text}" for each, text in changed.items())
    named = plan.property in {prop.name for prop in PROPERTIES[plan.type]}
    return speaker.say(property_of(plan.type, plan.property or ""), value) if named else str(value)


def lines(view: Imported, width: int = 80, *, bidi: bool = False) -> list[Text]:
    """The plans under each other, and how many there are of each kind."""
    return list(_lines(view, Sheet.of(width, view.direction, bidi=bidi)))


def _lines(view: Imported, sheet: Sheet) -> Iterator[Text]:
    for each in view.plans:
        yield from _line(each, sheet)
    if view.plans:
        yield Text()
    yield from sheet.wrap(Text(_joined(view.counts), "bold"), 0)


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(parts)


def _line(each: Planned, sheet: Sheet) -> Iterator[Text]:
    sign = (f"{SIGNS[each.outcome]} ", _COLOURS[each.outcome])
    where = _joined(part for part in (one_line(each.where), each.id) if part)
    why = (f"  {one_line(each.why)}", "dim") if each.why else ""
    yield from sheet.wrap(Text.assemble(sign, (f"{where}  ", "dim"), one_line(each.what), why), 0)
