"""What was done to an entry, by whom and why: lines of the history, and decisions with their numbers."""

from collections.abc import Iterable, Iterator
from typing import Any

from mithaq.locale.headings import heading, state_name
from mithaq.model.entry import PROPERTIES, Change, Decision, Entry, EntryType
from mithaq.views.filed import Happening
from mithaq.views.values import Speaker, property_of

ACTIONS = {
    "create": "filed", "change": "changed", "merge": "merged", "accept": "accepted", "reject": "rejected",
    "correct": "corrected", "apart": "kept apart", "undo": "taken back",
}  # fmt: skip
_MINUTE = 16


def changes(history: Iterable[Change], entry: Entry, speaker: Speaker) -> Iterator[Happening]:
    """Lines of the history in words, oldest first."""
    numbers = {f"document {source.sha256[:12]}": n for n, source in enumerate(entry.sources, 1)}
    for each in history:
        what = _action(each.action, speaker)
        if each.property:
            what += f": {_label(each.property, speaker)}"
            what += (_from_to if each.action == "change" else _new)(entry.type, each, speaker)
        if each.action == "merge" and each.entry != entry.id:
            what += f" ← {each.entry}"
        if each.action == "undo":
            what += f" ({_decision(each.new['decision'], speaker)})"
        why = f"[{numbers[each.reason]}]" if each.reason in numbers else _reason(each.reason, speaker)
        yield Happening(each.number, _at(each.at, speaker), each.who, what, why)


def decided(decisions: Iterable[Decision], kind: EntryType, speaker: Speaker) -> Iterator[Happening]:
    """Decisions that hold in words, oldest first."""
    for each in decisions:
        what = _action(each.kind, speaker)
        if each.property:
            what += f": {_label(each.property, speaker)} = {_said(kind, each.property, each.value, speaker)}"
        yield Happening(each.number, _at(each.at, speaker), each.who, what, each.why or "")


def _action(action: str, speaker: Speaker) -> str:
    return speaker.wording.words[ACTIONS[action]] if action in ACTIONS else action


def _at(at: str, speaker: Speaker) -> str:
    """A time in UTC, to the minute."""
    return f"{speaker.date(at[:10])} {at[11:_MINUTE]}"


def _label(name: str, speaker: Speaker) -> str:
    return heading(name, speaker.interface)


def _from_to(kind: EntryType, each: Change, speaker: Speaker) -> str:
    old, new = each.old, each.new
    if isinstance(old, dict) and isinstance(new, dict):
        # Of words in several languages only those that changed.
        changed = [language for language in new if old.get(language) != new[language]]
        old, new = ({name: texts[name] for name in changed if name in texts} for texts in (old, new))
    told = [_said(kind, each.property or "", value, speaker) for value in (old, new)]
    return f" {told[0] or '∅'} → {told[1] or '∅'}"


def _new(kind: EntryType, each: Change, speaker: Speaker) -> str:
    value = each.new.get("value") if isinstance(each.new, dict) else None
    return f" = {_said(kind, each.property or '', value, speaker)}" if value is not None else ""


def _said(kind: EntryType, name: str, value: Any, speaker: Speaker) -> str:
    if value is None:
        return ""
    if name == "state":
        return state_name(value, speaker.interface)
    if name not in {prop.name for prop in PROPERTIES[kind]}:
        return str(value)
    return speaker.say(property_of(kind, name), value)


def _decision(number: int, speaker: Speaker) -> str:
    return speaker.wording.words["decision {number}"].format(number=number)


def _reason(reason: str | None, speaker: Speaker) -> str:
    """A reason: a person's words stay as they are."""
    lead, _, number = (reason or "").partition(" ")
    return _decision(int(number), speaker) if lead == "decision" and number.isdigit() else reason or ""
