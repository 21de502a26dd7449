"""Bodies: ministries, agencies, administrations, companies, with their state, subjects and key."""

import re
from dataclasses import dataclass, field

from mithaq.languages.senses import (
    ADJECTIVE, BODY, BODY_NAME, CAPITAL, COUNTRY, DOCUMENT, LEGAL_FORM, OFFICE, PLACE, PORTFOLIO, RELATION,
    SECTOR, SPEECH, STATE, STATUS,
)  # fmt: skip
from mithaq.reading.context import Context
from mithaq.reading.mention import DIGITS, Mention
from mithaq.reading.states import place, state_of

_WORD = re.compile(r"[^\W_]+(?:['’ʼ&.-][^\W_]+)*")
_OPEN = "«\"“„'‘("
_CLOSE = {"«": "»", '"': '"', "“": "”", "„": "“", "'": "'", "‘": "’", "(": ")"}
_STOPPERS = DOCUMENT | OFFICE | STATUS | SPEECH
_LIMIT = 14
_SMALL = frozenset("of for and the in on to de des du la le d la el van und al és y e".split())


@dataclass(slots=True)
class Body:
    """A body in the clean text. ``portfolio`` are portfolio or sector codes in order of mention."""

    start: int
    end: int
    kind: str
    number: str
    portfolio: list[str] = field(default_factory=list)
    country: str | None = None
    subdivision: str | None = None
    city: str | None = None
    stem: int = 0
    named: bool = False
    by_adjective: bool = False

    @property
    def name_end(self) -> int:
        """Where the name ends without the case ending of its head."""
        return self.stem or self.end


def bodies(context: Context) -> list[Body]:
    """The bodies of a text in order, none inside another."""
    found: list[Body] = []
    for index, mention in enumerate(context.mentions):
        if found and mention.start < found[-1].end and not context.head_final:
            continue
        body = None
        if mention.bits & BODY_NAME:
            body = _by_name(context, mention)
        elif mention.bits & BODY and not _subject_only(context, mention):
            body = _final(context, index) if context.head_final else _initial(context, index)
        elif mention.bits & LEGAL_FORM:
            body = _by_form(context, mention)
        if body is not None:
            while context.head_final and found and found[-1].start >= body.start:
                found.pop()
            if not found or found[-1].end <= body.start:
                found.append(body)
    return found


def _subject_only(context: Context, mention: Mention) -> bool:
    """A head noun that is no body here: in lower case inside a longer sense (checked by the caller's order)."""
    return bool(mention.bits & (DOCUMENT | OFFICE))


def _by_name(context: Context, mention: Mention) -> Body:
    """A well-known body: its entry tells state, kind and portfolio."""
    parts = str(mention.get(BODY_NAME)).split("/")
    country = parts[0] if parts[0].isupper() and len(parts[0]) <= 5 else None
    rest = parts[1:] if country else parts
    body = Body(mention.begin, mention.end, rest[0] if rest else "organisation", "sg", country=country, named=True)
    body.stem = mention.stem
    body.portfolio = rest[1:2]
    _bracket(context, body)
    at = context.index(mention.end)
    if country is None and at < len(context.mentions):
        follow = context.mentions[at]
        if follow.bits & STATE and follow.start - mention.end <= 1:
            body.country = state_of(follow)
            body.end = body.stem = follow.end
    return body


def _by_form(context: Context, mention: Mention) -> Body | None:
    """A company told by its legal form: the quoted or capitalised name beside it."""
    clean = context.clean
    if mention.has(LEGAL_FORM, "before"):
        end = _name_after(clean, mention.end, context.lexicon.traits.capitals)
        if end > mention.end:
            return Body(mention.begin, end, "company", "sg", named=True)
    if mention.has(LEGAL_FORM, "after"):
        start = _name_before(clean, mention.start)
        if start < mention.start:
            return Body(start, mention.end, "company", "sg", named=True, stem=mention.stem)
    return None


def _name_after(clean: str, at: int, capitals: bool) -> int:
    """Where a quoted name (nested quotes too) or a run of capitalised words after a position ends."""
    start = at
    while start < len(clean) and clean[start] in " \u00a0":
        start += 1
    if start < len(clean) and clean[start] in "«\"“„":
        return _quoted(clean, start)
    if not capitals:
        return at
    end = at
    for word in _WORD.finditer(clean, start, start + 80):
        if clean[end : word.start()].strip() or not (word[0][0].isupper() or word[0] in _SMALL):
            break
        if word[0][0].isupper():
            end = word.end()
        else:
            break
    return end


def _quoted(clean: str, start: int) -> int:
    """The end of a quotation that begins at a position; the position itself where it is not closed."""
    opening = clean[start]
    closing = _CLOSE[opening]
    depth = 0
    for at in range(start, min(start + 160, len(clean))):
        char = clean[at]
        if char == "\n":
            break
        if char == opening and opening != closing:
            depth += 1
        elif char == closing and at > start:
            depth -= 1
            if depth <= 0:
                return at + 1
    return start


def _name_before(clean: str, at: int) -> int:
    """Where the run of capitalised words (or the quoted name) before a position starts."""
    start = at
    window = clean[max(at - 100, 0) : at]
    offset = at - len(window)
    quoted = re.search(r"[«\"“„][^»\"”“\n]{1,80}[»\"”]\s?$", window)
    if quoted:
        return offset + quoted.start()
    words = list(_WORD.finditer(window))
    for word in reversed(words):
        gap = clean[offset + word.end() : start]
        if gap.strip(" ,\u00a0") or not (word[0][0].isupper() or word[0] in ("of", "and")):
            break
        if word[0][0].isupper():
            start = offset + word.start()
    return start


def _bracket(context: Context, body: Body) -> None:
    """An abbreviation in brackets right after a body is part of its name."""
    short = re.compile(r"\s?\((?=[^)]*[A-ZА-ЯӘҒҚҢӨҰҮҺІ]{2})[^()\s]{2,14}\)").match(context.clean, body.end)
    if short:
        body.end = short.end()
        body.stem = 0


# --- languages in which the head noun comes first -------------------------------------------------


def _initial(context: Context, index: int) -> Body | None:
    """A body that begins with its head noun and runs on over subjects, names and its state."""
    mentions = context.mentions
    head = mentions[index]
    kind, number = head.get(BODY)
    body = Body(head.begin, head.end, kind, number)
    _left(context, index, body)
    _right(context, index + 1, body)
    _bracket(context, body)
    if body.country is None and body.subdivision is None and body.start == head.begin and body.end == head.end:
        return _bare(context, head, body)
    return body


def _bare(context: Context, head: Mention, body: Body) -> Body | None:
    """A head noun with nothing beside it is a body only where it is written like a name."""
    return body if body.kind in ("government", "central_bank") or head.get(BODY)[1] != "sg" else None


def _left(context: Context, index: int, body: Body) -> None:
    """Words before the head that belong to it: adjectives of a state, capitalised words."""
    mentions = context.mentions
    at = index - 1
    while at >= 0:
        before = mentions[at]
        gap = context.clean[before.end : body.start]
        if gap.strip("-–' s’") or before.bits & (RELATION & 0) or len(gap) > 3:
            break
        if before.bits & (ADJECTIVE | PLACE | CAPITAL | COUNTRY) and context.lexicon.traits.capitals:
            if before.bits & COUNTRY and "s" not in gap and context.lexicon.traits.code != "en":
                break
            body.country = body.country or state_of(before)
            body.by_adjective = True
            _place(before, body)
            if gap.strip() == "" :
                body.start = before.begin
            at -= 1
        elif before.bits & (SECTOR | PORTFOLIO) and context.clean[before.start].isupper():
            body.portfolio[:0] = _subjects(before)
            body.start = before.begin
            at -= 1
        else:
            break
    if context.lexicon.traits.code == "en":
        start = _name_before(context.clean, body.start)
        if start < body.start and not any(m.bits & _STOPPERS for m in context.within(start, body.start)):
            first = context.clean[start : body.start].split(" ", 1)[0]
            body.start = start if first.lower() not in ("the", "a", "an") else start + len(first) + 1


def _subjects(mention: Mention) -> list[str]:
    """Portfolio codes of a word, else its sector codes."""
    for bit in (PORTFOLIO, SECTOR):
        if mention.bits & bit:
            return [str(code) for code in mention.values[bit][:1]]
    return []


def _place(mention: Mention, body: Body) -> None:
    """Keep the city or region a mention names."""
    if mention.bits & PLACE:
        where = place(mention)
        if where.kind == "region":
            body.subdivision = where.iso or None
        else:
            body.city = where.name
            body.subdivision = where.iso or None
    elif mention.bits & CAPITAL:
        body.city = str(mention.get(CAPITAL)).partition("/")[2] or None


def _right(context: Context, at: int, body: Body) -> None:
    """Run on over what belongs to a body, word by word, to the end of its state or to a boundary."""
    clean, mentions = context.clean, context.mentions
    code = context.lexicon.traits.code
    position = body.end
    loose = 0
    done = False
    while position < len(clean) and not done:
        word = _next_word(clean, position)
        if word is None:
            break
        start, end, gap = word
        while at < len(mentions) and mentions[at].start < start:
            at += 1
        mention = mentions[at] if at < len(mentions) and mentions[at].start == start else None
        verdict = _step(context, body, mention, clean[start:end], gap)
        if verdict == "stop":
            break
        if mention is not None:
            end = mention.end
        position = end
        if verdict == "take":
            body.end = end
            body.stem = 0
            loose = 0
        elif verdict == "last":
            body.end = end
            done = not (code == "ar" and mention is not None and mention.bits & ADJECTIVE)
            done = True
        else:
            loose += 1
            if loose > 3:
                break


def _next_word(clean: str, position: int) -> tuple[int, int, str] | None:
    """The next word: start, end, and what stands before it."""
    found = _WORD.search(clean, position, position + 40)
    if found is None:
        return None
    return found.start(), found.end(), clean[position : found.start()]


def _step(context: Context, body: Body, mention: Mention | None, word: str, gap: str) -> str:
    """Whether the next word is taken, ends the body (last), is passed over for now (maybe) or stops it."""
    mark = gap.strip()
    if mark and mark != ",":
        return _quoted_part(mark, body)
    if mention is None:
        return _unknown(context, body, word, mark)
    bits = mention.bits
    if bits & (_STOPPERS | DIGITS):
        return "stop"
    if bits & BODY and mention.start - body.end > 1 and not mention.bits & (SECTOR | PORTFOLIO):
        return "stop" if _and_before(context, mention, gap) else "maybe"
    if bits & (SECTOR | PORTFOLIO) and not bits & RELATION:
        body.portfolio += [c for c in _subjects(mention) if c not in body.portfolio]
        return "take"
    if bits & (STATE | PLACE):
        return _owner(context, body, mention, mark)
    if bits & RELATION:
        return _relation(context, body, mention, mark)
    if bits & BODY:
        return "take"
    return _unknown(context, body, word, mark)


def _and_before(context: Context, mention: Mention, gap: str) -> bool:
    before = context.clean[max(mention.start - 6, 0) : mention.begin]
    return before.rstrip().endswith(("and", "и", ",", "و", "with", "with the", "the")) or mention.begin > mention.start


def _quoted_part(mark: str, body: Body) -> str:
    """A quotation right after the head is the body's own name."""
    return "take" if mark in ("«", '"', "“", "„") and body.end > body.start and not body.country else "stop"


def _owner(context: Context, body: Body, mention: Mention, mark: str) -> str:
    """A state, region or city after a body: the one it belongs to."""
    if mark:
        return "stop"
    if body.country and not mention.bits & (COUNTRY | ADJECTIVE):
        return "stop"
    code = state_of(mention)
    if body.country and code != body.country:
        return "stop"
    body.country = code
    _place(mention, body)
    return "last" if mention.bits & (COUNTRY | ADJECTIVE) else "take"


def _relation(context: Context, body: Body, mention: Mention, mark: str) -> str:
    """Small words inside a body's name: of, and, under, the state's own noun."""
    values = mention.values[RELATION]
    if "of" in values or "under" in values or "state" in values or "subnational" in values:
        return "maybe" if "of" in values else "take"
    if "and" in values and not mark:
        return "maybe"
    return "stop"


def _unknown(context: Context, body: Body, word: str, mark: str) -> str:
    """A word the lexicon does not know (or knows for something else)."""
    traits = context.lexicon.traits
    if traits.code == "ar":
        if mark:
            return "stop"
        if word.startswith(("ال", "لل", "وال")) and not body.country:
            return "take"
        return "maybe" if not body.country else "stop"
    if word[0].isupper() and not mark:
        return "take" if not body.country else "stop"
    if word.lower() in _SMALL and not mark:
        return "maybe"
    if traits.code == "ru" and not mark and not body.country:
        return "maybe" if word in ("по", "и", "при", "для", "в") else ("take" if word.endswith(_GENITIVE) else "stop")
    return "stop"


_GENITIVE = (
    "ния", "ий", "ства", "ости", "ции", "ой", "ого", "ых", "их", "ов", "ев", "ства", "ния", "ики", "ии", "ы", "и", "а", "я",
)  # fmt: skip


# --- languages in which the head noun comes last --------------------------------------------------


def _final(context: Context, index: int) -> Body | None:
    """A body that ends with its head noun: its state and subjects stand before it."""
    mentions = context.mentions
    head = mentions[index]
    kind, number = head.get(BODY)
    body = Body(head.begin, head.end, kind, number, stem=head.stem)
    _back(context, index - 1, body)
    if body.start == head.begin:
        return _bare(context, head, body)
    return body


def _back(context: Context, at: int, body: Body) -> None:
    """Run back over subjects and names to the state, or to a capitalised word that begins the name."""
    clean, mentions = context.clean, context.mentions
    floor = context.sentences[context.sentence_at(body.start)].start if context.sentences else 0
    words = list(_WORD.finditer(clean, max(floor, body.start - 160), body.start))
    pending = body.start
    for word in reversed(words):
        gap = clean[word.end() : pending]
        if gap.strip() not in ("", ",", "-", "»", '"') or _boundary(context, word.start()):
            break
        while at >= 0 and mentions[at].start > word.start():
            at -= 1
        mention = mentions[at] if at >= 0 and mentions[at].end > word.start() else None
        pending = word.start()
        if mention is not None and mention.bits & _STOPPERS:
            break
        if mention is not None and mention.bits & (SECTOR | PORTFOLIO):
            body.portfolio[:0] = [c for c in _subjects(mention) if c not in body.portfolio]
            body.start = min(mention.begin, word.start())
        elif mention is not None and mention.bits & (STATE | PLACE):
            body.country = body.country or state_of(mention)
            _place(mention, body)
            body.start = mention.begin
            if mention.bits & (COUNTRY | ADJECTIVE):
                break
        elif mention is not None and mention.bits & RELATION and mention.has(RELATION, "and"):
            continue
        elif word[0][0].isupper() or (gap.strip() in ("»", '"')):
            body.start = word.start()
        elif mention is not None and mention.bits & BODY:
            body.start = mention.begin
        elif body.start - word.start() > 40:
            break


def _boundary(context: Context, position: int) -> bool:
    return False


# --- identity ----------------------------------------------------------------------------------------


def key(body: Body, latin: str) -> str:
    """The language-independent identity of a body (record format, ``key``)."""
    where = body.subdivision if body.kind in ("region_administration", "region") and body.subdivision else body.country
    if body.city and body.kind in ("city_administration", "city"):
        return f"{body.country or 'XX'}/{body.kind}/{_slug(body.city)}"
    if body.portfolio and not body.named:
        return f"{where or 'XX'}/{body.kind}/{'+'.join(sorted(set(body.portfolio)))}"
    if body.kind in ("government", "parliament", "central_bank", "region_administration", "region"):
        return f"{where or 'XX'}/{body.kind}"
    return f"{where or 'XX'}/{body.kind}/{_slug(latin)}"


def _slug(name: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", name.lower())) or "unnamed"


