"""People: everyone named with an office, with the state they hold it for."""

from mithaq.languages.senses import BODY, COUNTRY, GIVEN_NAME, HONORIFIC, OFFICE, OFFICE_MARK
from mithaq.reading.body import Body
from mithaq.reading.context import Context
from mithaq.reading.holder import Holder
from mithaq.reading.holding import find_names
from mithaq.reading.layout import FURNITURE_LINE
from mithaq.reading.mention import Mention
from mithaq.reading.office import Bodies, after, before
from mithaq.reading.states import ORGANISATIONS, state_of

__all__ = ["Holder", "holders"]

_ORGANISED = frozenset(
    ("agency", "committee", "council", "commission", "central_bank", "bank", "fund", "company", "chamber",
     "university", "institute", "museum", "union", "organisation", "party", "court", "prosecution", "embassy",
     "school", "centre", "media")
)  # fmt: skip
_RULERS = ("monarch", "head_of_state", "crown_prince")
_NAMED_AFTER = ("university", "school", "institute", "museum", "centre", "organisation")
_OPEN = ("head", "deputy")
_DEPUTY = {
    "minister": "deputy_minister",
    "foreign_minister": "deputy_minister",
    "deputy_minister": "deputy_minister",
    "head_of_government": "deputy_head_of_government",
    "deputy_head_of_government": "deputy_head_of_government",
}
"""What the deputy of an office is; that of any other is "other"."""


def holders(context: Context, found_bodies: list[Body]) -> list[Holder]:
    """The offices of a text in order, each with the state, body and names that go with it.

    A title that has lost its name to an office ("General A, minister of defence") is nobody's.
    """
    known = Bodies(found_bodies)
    found: list[Holder] = []
    taken = 0
    used: dict[int, Holder] = {}
    for index in context.places(OFFICE):
        mention = context.mentions[index]
        if mention.start < taken or mention.bits & GIVEN_NAME:
            continue
        if _namesake(context, index, mention) or _in_menu(context, mention):
            continue
        holder = _office(context, index, mention)
        before(context, holder, known)
        position = after(context, index + 1, holder, known)
        find_names(context, holder, position, used)
        _resolve(holder)
        taken = max(position, mention.end)
        found.append(holder)
    return [holder for holder in found if holder.names or not holder.title or holder.code != "other"]


def _in_menu(context: Context, mention: Mention) -> bool:
    """Whether an office stands among the furniture of the page: "Home President Politics"."""
    return context.sentences[context.sentence_at(mention.start)].kind == FURNITURE_LINE


def _namesake(context: Context, index: int, mention: Mention) -> bool:
    """A ruler a house of learning is named after, where no letter case tells: "جامعة الملك سعود"."""
    last = context.mentions[index - 1] if index else None
    if last is None or context.lexicon.traits.capitals or not last.bits & BODY:
        return False
    code = mention.values[OFFICE][0][0]
    return mention.start - last.end == 1 and code in _RULERS and last.get(BODY)[0] in _NAMED_AFTER


def _office(context: Context, index: int, mention: Mention) -> Holder:
    """The bare office: its code with the marks before it (deputy, former)."""
    codes = mention.values[OFFICE]
    code, number = codes[0]
    if code in _OPEN:
        code, number = next((pair for pair in codes if pair[0] not in _OPEN), codes[0])
    holder = Holder(mention.begin, mention.end, code, number)
    holder.title = bool(mention.bits & HONORIFIC)
    holder.inflected = mention.stem < mention.end
    if mention.bits & COUNTRY:
        holder.of_state(state_of(mention))
    mark = context.mentions[index - 1] if index else mention
    if mark.bits & OFFICE_MARK and not mark.bits & OFFICE and 0 <= mention.start - mark.end <= 2:
        holder.start = mark.begin
        holder.deputy = mark.has(OFFICE_MARK, "deputy")
        holder.former = mark.has(OFFICE_MARK, "former")
    return holder


def _resolve(holder: Holder) -> None:
    """The code of an office, told by what it is an office of."""
    kind = holder.body.kind if holder.body else holder.kind
    subjects = holder.portfolio + (holder.body.portfolio if holder.body else [])
    code = holder.code
    if code in _OPEN:
        holder.deputy = holder.deputy or code == "deputy"
        code = _head_of(kind, subjects, holder)
    elif code in ("head_of_state", "head_of_government"):
        code = _leader(code, kind, holder)
    elif code == "minister" and ("foreign_affairs" in subjects or subjects == ["diplomacy"]):
        code = "foreign_minister"
    holder.code = _DEPUTY.get(code, "other") if holder.deputy else code


def _leader(code: str, kind: str, holder: Holder) -> str:
    """A president or prime minister: of a state, unless of an organisation or of a region within one."""
    if kind in _ORGANISED or (holder.organised and not holder.states):
        return "head_of_organisation"
    if code == "head_of_government" and holder.region == "region":
        return "other"
    return code


def _head_of(kind: str, subjects: list[str], holder: Holder) -> str:  # noqa: PLR0911
    """The head of a body or place, or of a state."""
    if kind == "ministry":
        return "foreign_minister" if "foreign_affairs" in subjects else "minister"
    if kind == "government":
        return "head_of_government"
    if kind in ("region_administration", "region"):
        return "governor"
    if kind in ("city_administration", "city"):
        return "mayor"
    if kind == "parliament":
        return "speaker"
    if not kind and holder.region:
        return "governor" if holder.region == "region" else "mayor"
    if kind or holder.organised:
        return "head_of_organisation"
    if holder.country in ORGANISATIONS:
        return "head_of_organisation"
    return "head_of_state" if holder.sure and not subjects and not holder.deputy else "other"
