"""Review: what waits for a person, one question at a time; and the answers."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel

from mithaq import looking
from mithaq.register import deciding, reviewing
from mithaq.register.decisions import Draft
from mithaq.web.drawing import draw
from mithaq.web.visit import Visiting

router = APIRouter()
_AT_ONCE = 50


@router.get("/review")
def show(visit: Visiting, at: int = 0) -> HTMLResponse:
    """The question at a place of the queue, the most doubtful first."""
    with visit.reading() as connection:
        doubts = reviewing.waiting(connection, None, _AT_ONCE)
        at = max(0, min(at, len(doubts) - 1))
        view = looking.asked(connection, doubts[at : at + 1], visit.interface)
    doubt = doubts[at] if doubts else None
    return draw(visit, "review.html", view, doubt=doubt, at=at, number=len(doubts), most=_AT_ONCE)


class Answer(BaseModel):
    """What is said of one entry, or of two; ``at`` is the place of the question in the queue."""

    verdict: Literal["merge", "apart", "accept", "reject"]
    one: str
    other: str = ""
    property: str = ""
    at: int = 0


@router.post("/review")
def answer(visit: Visiting, said: Annotated[Answer, Form()]) -> RedirectResponse:
    """Merge two entries or keep them apart; accept or reject one, or a value of it."""
    with visit.writing() as (connection, journal):
        if said.verdict == "merge":
            deciding.merge(connection, (said.one, said.other), journal)
        elif said.verdict == "apart":
            deciding.keep_apart(connection, said.one, said.other, journal)
        else:
            draft = Draft(said.verdict, (said.one,), property=said.property or None)
            deciding.decide(connection, draft, journal)
    return RedirectResponse(visit.address("review", at=str(said.at)), 303)
