"""The register as a list: search, facets, pages, downloads. Everything asked for stands in the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from mithaq import lists, looking
from mithaq.locale.headings import heading, type_name
from mithaq.model.entry import ENTRY_TYPES, EntryType
from mithaq.model.errors import InvalidOption
from mithaq.register import finding
from mithaq.register.finding import Query
from mithaq.sources import checked_date
from mithaq.views.filed import Found
from mithaq.views.wording import Wording
from mithaq.web.drawing import draw
from mithaq.web.visit import Visit, Visiting

router = APIRouter()
_PAGE = 30


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: how many entries it leaves, and the address with it taken or given up."""

    name: str
    count: int
    address: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """Values by which the list can be narrowed."""

    heading: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the register."""

    asked: str
    found: Found
    facets: tuple[Facet, ...]
    earlier: str | None
    later: str | None
    since: str
    until: str
    kept: tuple[tuple[str, str], ...]
    first: int
    last: int


@router.get("/register")
def show(visit: Visiting, request: Request) -> HTMLResponse:
    """The entries asked for."""
    asked = dict(request.query_params)
    query = _query(asked)
    offset = _number(asked.get("offset"))
    with visit.reading() as connection:
        found = looking.page(connection, query, _PAGE, offset, visit.interface)
        counts = finding.facets(connection, query)
    return draw(visit, "register.html", _listed(visit, asked, found, counts))


def _query(asked: Mapping[str, str]) -> Query:
    """What an address asks for. Raises InvalidOption for a code or date that is none."""
    kind = asked.get("type")
    if kind and kind not in ENTRY_TYPES:
        raise InvalidOption(f"{kind!r} is no type of entry: {', '.join(ENTRY_TYPES)}")
    return Query(
        words=asked.get("words", ""),
        type=kind or None,
        countries=tuple(code for code in asked.get("country", "").split(" ") if code),
        body=asked.get("body") or None,
        sector=asked.get("sector") or None,
        kind=asked.get("kind") or None,
        status=asked.get("status") or None,
        since=checked_date(asked["since"]) if asked.get("since") else None,
        until=checked_date(asked["until"]) if asked.get("until") else None,
        state=asked.get("state") or None,
    )


def _number(written: str | None) -> int:
    return int(written) if written and written.isascii() and written.isdigit() and len(written) < 9 else 0


def _listed(visit: Visit, asked: dict[str, str], found: Found, counts: finding.Facets) -> Listed:
    offset = found.offset
    later = offset + _PAGE if offset + _PAGE < found.count else None
    return Listed(
        asked=asked.get("words", ""),
        found=found,
        facets=tuple(_facets(visit, asked, counts)),
        earlier=_address(visit, asked, offset=str(max(0, offset - _PAGE))) if offset else None,
        later=_address(visit, asked, offset=str(later)) if later else None,
        since=asked.get("since", ""),
        until=asked.get("until", ""),
        kept=tuple((name, value) for name, value in asked.items() if name in _FACETS and value),
        first=offset + 1,
        last=offset + len(found.items),
    )


_FACETS = ("type", "country", "sector", "kind", "status", "body")
_SHOWN = 12


def _facets(visit: Visit, asked: dict[str, str], counts: finding.Facets) -> list[Facet]:
    wording = Wording.of(visit.interface)
    made = []
    for name in ("type", "country", "sector", "kind", "status"):
        taken = asked.get(name, "").split(" ")
        choices = [
            Choice(_named(name, code, wording), number, _toggled(visit, asked, name, code), code in taken)
            for code, number in counts.get(name, ())[:_SHOWN]
        ]
        if choices:
            made.append(Facet(_HEADINGS[name](visit), tuple(choices)))
    return made


_HEADINGS = {
    "type": lambda visit: heading("type", visit.interface),
    "country": lambda visit: heading("countries", visit.interface),
    "sector": lambda visit: heading("sectors", visit.interface),
    "kind": lambda visit: heading("kind", visit.interface),
    "status": lambda visit: heading("status", visit.interface),
}


def _named(name: str, code: str, wording: Wording) -> str:
    if name == "type":
        return type_name(_type(code), wording.interface, several=True)
    if name == "country":
        return wording.country(code)
    rows = {
        "sector": (lists.sectors(),), "status": (lists.statuses(), lists.stages()),
        "kind": (
            lists.instruments(), lists.meetings(), lists.bodies(), lists.offices(), lists.amounts(),
            lists.modalities(),
        ),
    }[name]  # fmt: skip
    return next((wording.label(table, code) for table in rows if code in table), code)


def _type(code: str) -> EntryType:
    return next(kind for kind in ENTRY_TYPES if kind == code)


def _toggled(visit: Visit, asked: dict[str, str], name: str, code: str) -> str:
    """The address with a value taken, or given up where it is taken; of countries several can be."""
    there = [each for each in asked.get(name, "").split(" ") if each]
    if code in there:
        there.remove(code)
    else:
        there = [*there, code] if name == "country" else [code]
    return _address(visit, asked, **{name: " ".join(there), "offset": ""})


def _address(visit: Visit, asked: dict[str, str], **changes: str) -> str:
    query = {name: value for name, value in {**asked, **changes}.items() if value and value != "0"}
    return visit.address("register") + (f"?{urlencode(query)}" if query else "")
