"""An entry: its values with the words that prove them, contradictions, sources, history, decisions."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel

from mithaq import looking
from mithaq.register import deciding, showing
from mithaq.register.decisions import Draft
from mithaq.views.card import card
from mithaq.web.drawing import draw
from mithaq.web.visit import Visiting

router = APIRouter()


class Answer(BaseModel):
    """A verdict on an entry, or on the value of a property; ``seen`` is the digest of what was looked at."""

    verdict: Literal["accept", "reject"]
    property: str = ""
    why: str = ""
    seen: str = ""


@router.get("/entry/{id}", response_model=None)
def show(visit: Visiting, id: str) -> HTMLResponse | RedirectResponse:
    """An entry; the id of one that was merged leads to where it went."""
    with visit.reading() as connection:
        entry, past = looking.load(connection, id)
        if entry.id != id:
            return RedirectResponse(visit.address(f"entry/{entry.id}"), 308)
        view = card(entry, looking.names(connection, [entry]), past, visit.interface)
    return draw(visit, "entry.html", view, digest=entry.digest)


@router.post("/entry/{id}")
def decide(visit: Visiting, id: str, answer: Annotated[Answer, Form()]) -> RedirectResponse:
    """Accept or reject an entry, or the value of a property that ``property`` names."""
    with visit.writing() as (connection, journal):
        own = showing.resolve(connection, id)
        draft = Draft(answer.verdict, (own,), property=answer.property or None, why=answer.why or None)
        deciding.decide(connection, draft, journal, seen=answer.seen or None)
    return RedirectResponse(visit.address(f"entry/{own}"), 303)


@router.post("/undo/{number}")
def undo(visit: Visiting, number: int, back: Annotated[str, Form()] = "") -> RedirectResponse:
    """Take a decision back."""
    with visit.writing() as (connection, journal):
        deciding.undo(connection, number, journal)
    return RedirectResponse(visit.address(f"entry/{back}" if back else "review"), 303)
