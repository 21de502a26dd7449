"""The answer first: who met, what was signed, for how much."""

from collections import Counter
from collections.abc import Iterator

from mithaq import lists
from mithaq.model.record import Instrument, Record
from mithaq.views.model import Phrase
from mithaq.views.wording import Wording, capital

_MOST_SUMS = 3
_MOST_PARTIES = 6


def answer(record: Record, wording: Wording) -> tuple[Phrase, ...]:
    """The sentence in phrases: those with a section lead to the list behind them."""
    words = wording.words
    sentences = [sentence for sentence in _sentences(record, wording) if sentence]
    if not sentences:
        return (Phrase(words["The report records no cooperation between states."], None),)
    phrases: list[Phrase] = []
    for sentence in sentences:
        # A date in Russian brings its own full stop.
        stop = "" if sentence[-1].words.endswith(".") else "."
        phrases += [*sentence, Phrase(f"{stop} ", None)]
    last = phrases.pop().words.rstrip()
    return (*phrases, Phrase(last, None)) if last else tuple(phrases)


def _sentences(record: Record, wording: Wording) -> Iterator[list[Phrase]]:
    yield _who(record, wording)
    yield from _documents(record, wording)
    yield _sums(record, wording)


def _who(record: Record, wording: Wording) -> list[Phrase]:
    codes = tuple(item.code for item in record.countries)
    phrases = []
    if codes:
        more = " …" if len(codes) > _MOST_PARTIES else ""
        phrases.append(Phrase(wording.countries(codes[:_MOST_PARTIES]) + more, "countries"))
    meeting = record.meeting
    if meeting is not None:
        kind = wording.label(lists.meetings(), meeting.kind)
        place = meeting.city or (wording.country(meeting.country) if meeting.country else "")
        date = wording.date(meeting.date) if meeting.date else ""
        told = wording.comma.join(part for part in (kind, place, date) if part)
        phrases += [Phrase(": ", None)] if phrases else []
        phrases.append(Phrase(told if codes else capital(told), "meeting"))
    return phrases


def _documents(record: Record, wording: Wording) -> Iterator[list[Phrase]]:
    words = wording.words
    leads = {
        "signed": words["Signed"],
        "planned": words["To be signed"],
        "negotiating": words["Being negotiated"],
        "in_force": words["In force"],
    }
    for status, lead in leads.items():
        items = [item for item in record.instruments if item.status == status]
        if items:
            yield [Phrase(f"{lead}: ", None), Phrase(_kinds(items, wording), "instruments")]


def _kinds(items: list[Instrument], wording: Wording) -> str:
    """Kinds with their numbers; a kind of which the text gives no number stands alone."""
    counts: Counter[str] = Counter()
    for item in items:
        counts[item.kind] += item.count or 0
    return wording.comma.join(
        _times(count, wording.label(lists.instruments(), kind), wording)
        for kind, count in counts.most_common()
    )


def _times(count: int, label: str, wording: Wording) -> str:
    return f"{wording.number(count)} × {label}" if count > 1 else label


def _sums(record: Record, wording: Wording) -> list[Phrase]:
    words = wording.words
    told = [
        f"{wording.money(item.value, item.currency)} ({wording.label(lists.amounts(), item.about)})"
        for item in record.amounts[:_MOST_SUMS]
    ]
    if not told:
        return []
    more = " …" if len(record.amounts) > _MOST_SUMS else ""
    return [Phrase(f"{words['Amounts']}: ", None), Phrase(wording.comma.join(told) + more, "amounts")]
