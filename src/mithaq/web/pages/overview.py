"""Overview: what there is, what waits for a decision, what came last."""

from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from mithaq import looking
from mithaq.locale.headings import type_name
from mithaq.model.entry import ENTRY_TYPES, EntryType
from mithaq.register import finding
from mithaq.register.finding import Query
from mithaq.views.filed import Found, Waiting
from mithaq.web.drawing import draw
from mithaq.web.visit import Visiting

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Counted:
    """How many entries of a type there are, and the list of them."""

    heading: str
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class Overview:
    """What the register holds, and what it asks."""

    counts: tuple[Counted, ...]
    meetings: Found
    waiting: Waiting


@router.get("/")
def show(visit: Visiting) -> HTMLResponse:
    """The first page."""
    with visit.reading() as connection:
        counts = tuple(
            Counted(
                type_name(kind, visit.interface, several=True),
                finding.count(connection, Query(type=kind)),
                visit.address("register", type=kind),
            )
            for kind in _SHOWN
        )
        view = Overview(
            counts,
            looking.page(connection, Query(type="event"), 8, 0, visit.interface),
            looking.questions(connection, None, 3, visit.interface),
        )
    return draw(visit, "overview.html", view)


_SHOWN: tuple[EntryType, ...] = tuple(kind for kind in ENTRY_TYPES if kind != "commitment")
