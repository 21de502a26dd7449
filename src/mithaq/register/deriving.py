"""What follows from what is said: the life of a document, offices over time, where an entry is found.

Pure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from mithaq.model.entry import EntryType
from mithaq.register.days import first_day, last_day, same_visit
from mithaq.register.saying import Mention, Said, day_of, items

if TYPE_CHECKING:
    from mithaq.register.entries import Made


def actions(mentions: Sequence[Mention]) -> list[Said]:
    """What became of a document and when, as one value: reports of one status and visit are one action."""
    seen: dict[str, dict[str, set[str]]] = {}
    for mention in mentions:
        status = mention.item["status"]
        # A date that the report gives with the document is that of its signing.
        day = (mention.item["date"] if status in {"signed", "in_force"} else None) or day_of(mention.record)
        seen.setdefault(status, {}).setdefault(day or "", set()).add(mention.record["sha256"])
    told = [(status, *each) for status, days in seen.items() for each in _of_one_visit(days)]
    if not told:
        return []
    value = [
        {"status": status, "on": day or None, "documents": sorted(documents)}
        for status, day, documents in sorted(told, key=lambda each: (each[1] or "9999", each[0]))
    ]
    return [Said("actions", value, None, None, (), 1.0)]


def _of_one_visit(days: Mapping[str, set[str]]) -> list[tuple[str, set[str]]]:
    """The days on which something was told to be done, those of one visit as its first.

    Undated reports join it.
    """
    found: list[tuple[str, set[str]]] = []
    for day in sorted(filter(None, days)):
        if found and same_visit(found[-1][0], day):
            first, documents = found.pop()
            found.append((day if day.startswith(first) else first, documents | days[day]))
        else:
            found.append((day, set(days[day])))
    if "" in days:
        if not found:
            return [("", days[""])]
        found[0][1].update(days[""])
    return found


def form(kind: EntryType, form: Mapping[str, Any], names: Sequence[Any]) -> list[Said]:
    """What a form of a body or person says: its codes once, and every name it goes by."""
    told = _BODY if kind == "body" else _PERSON
    voices = [
        Said(name, form[key], None, form["node"], (), 1.0)
        for name, key in told
        if form[key] not in (None, [])
    ]
    if kind == "person":
        written = form["name"].isascii()
        voices = [replace(voice, language=form["language"], accepted=written) for voice in voices]
    if kind == "person" and form["body"]:
        voices.append(Said("body", [form["body"]], None, form["node"], (), 1.0))
    # Each document that uses a name is a voice for it; beyond twenty they decide nothing more.
    return voices + [
        Said("name", row.name, row.language, f"{form['node']}#{number}", (), 1.0)
        for row in names
        for number in range(min(row.times, 20))
    ]


_BODY = (("kind", "body"), ("portfolio", "portfolio"), ("country", "country"), ("subdivision", "subdivision"))
_PERSON = (("latin", "latin"), ("country", "country"))


def over_time(
    kind: EntryType, forms: Sequence[Mapping[str, Any]], names: Mapping[str, Sequence[Any]]
) -> list[Said]:
    """The keys of a body.

    The offices of a person with the days between which they were seen, the last first.
    """
    if kind == "body":
        return [Said("keys", sorted({form["key"] for form in forms}), None, "", (), 1.0)]
    held: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for each in forms:
        held.setdefault((each["office"], each["country"] or ""), []).append(each)
    order = sorted((_tenure(told, names), office) for office, told in held.items())
    value = [
        {
            "office": office, "country": country or None,
            "body": next((form["body"] for form in held[office, country] if form["body"]), None),
            "first": tenure.first, "last": tenure.last or None,
        }
        for tenure, (office, country) in reversed(order)
    ]  # fmt: skip
    return [Said("offices", value, None, "", (), 1.0), Said("office", value[0]["office"], None, "", (), 1.0)]


class _Tenure(NamedTuple):
    """When a person was seen in an office, and in how many documents; the latest sorts last."""

    last: str
    times: int
    first: str | None


def _tenure(forms: Sequence[Mapping[str, Any]], names: Mapping[str, Sequence[Any]]) -> _Tenure:
    rows = [row for form in forms for row in names.get(form["node"], [])]
    first = min((row.first for row in rows if row.first), default=None)
    return _Tenure(
        max((row.last for row in rows if row.last), default=""), sum(row.times for row in rows), first
    )


_KINDS: Mapping[str, str] = {
    "event": "kind", "instrument": "kind", "body": "kind", "person": "office", "claim": "about",
    "commitment": "modality",
}  # fmt: skip
_STATUSES: Mapping[str, str] = {"instrument": "status", "claim": "stage"}


def row(made: "Made") -> dict[str, Any]:
    """An entry as its row in the table, without a number."""
    values = made.values()
    first, last = _days(made, values)
    confidence = max((mention.item["confidence"] for mention in made.mentions), default=1.0)
    return with_values(
        {
            "id": made.id, "type": made.type, "state": made.state, "confidence": confidence,
            "contested": sum(1 for winner in made.winners if winner.rivals), "sources": made.documents,
            "kind": values.get(_KINDS[made.type]), "status": values.get(_STATUSES.get(made.type, "")),
            "first_day": first, "last_day": last, "value": values.get("value"),
            "currency": values.get("currency"), "values": orjson.dumps(values).decode(),
        },
        {},
    )  # fmt: skip


def with_values(row: dict[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """A row with further published values, and the digest of all."""
    values = orjson.dumps(orjson.loads(row["values"]) | more, option=orjson.OPT_SORT_KEYS)
    return row | {"values": values.decode(), "digest": sha256(values).hexdigest()}


def _days(made: "Made", values: Mapping[str, Any]) -> tuple[str | None, str | None]:
    """The days between which an entry lies."""
    if made.type in {"person", "body"}:
        return _seen(made)
    date = values.get("date")
    if date is None and made.type == "instrument":
        date = (
            next((act["on"] for act in reversed(values["actions"]) if act["on"]), None)
            if values.get("actions")
            else None
        )
    if date is None and made.type == "commitment":
        date = min((day for mention in made.mentions if (day := day_of(mention.record))), default=None)
    return (first_day(date), last_day(date)) if date else (None, None)


def _seen(made: "Made") -> tuple[str | None, str | None]:
    offices = made.values().get("offices", [])
    first = min((each["first"] for each in offices if each["first"]), default=None)
    last = max((each["last"] for each in offices if each["last"]), default=None)
    return (first_day(first) if first else None, last_day(last) if last else None)


def facets(made: "Made") -> set[tuple[str, str]]:
    """The countries, sectors and bodies an entry is found under."""
    values = made.values()
    found = {("country", code) for name in ("countries", "actors") for code in values.get(name, ())}
    if values.get("country") and made.type in {"body", "person"}:
        found.add(("country", values["country"]))
    found |= {("sector", code) for code in values.get("sectors", ())}
    found |= {("body", key) for name in ("signatories", "keys", "body") for key in values.get(name, ())}
    if made.type == "event":
        found |= {
            ("body", body["key"]) for mention in made.mentions for body in items(mention.record, "body")
        }
    return found


def firsts(days: Mapping[str, str | None], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The first announcement of each claim that repeats one: the earliest of those that repeats join."""
    group = {id: id for id in days}

    def top(id: str) -> str:
        while group[id] != id:
            id = group[id]
        return id

    for one, two in sorted(pairs):
        if one in group and two in group:
            low, high = sorted((top(one), top(two)))
            group[high] = low
    members: dict[str, list[str]] = {}
    for id in days:
        members.setdefault(top(id), []).append(id)
    first = {root: min(ids, key=lambda each: (days[each] or "9999", each)) for root, ids in members.items()}
    return {id: first[root] for root, ids in members.items() for id in ids if first[root] != id}


def counted(row: dict[str, Any], values: dict[str, Any], first: str | None) -> dict[str, Any]:
    """A claim's row with the announcement it repeats, and whether it counts in a total."""
    plain = {name: value for name, value in values.items() if name != "same_as"}
    plain |= {"same_as": first} if first else {}
    # Flows and targets are not money promised.
    plain["counted"] = bool(first is None and values.get("stage") and not values.get("by"))
    return with_values(row | {"values": orjson.dumps(plain).decode()}, {})
