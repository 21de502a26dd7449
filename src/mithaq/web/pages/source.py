"""A source: the report itself, everything read from it marked, beside its record."""

from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from mithaq.adding import document
from mithaq.model.entry import Source
from mithaq.register import showing
from mithaq.views import html
from mithaq.views.report import report
from mithaq.web.drawing import draw
from mithaq.web.visit import Visiting

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Shown:
    """A report beside its record; ``panes`` is HTML already."""

    source: Source
    answer: str
    panes: str


@router.get("/source/{sha256}")
def show(visit: Visiting, sha256: str) -> HTMLResponse:
    """A document by its hash, or the beginning of it."""
    with visit.reading() as connection:
        source = showing.source_of(connection, sha256)
        text, record = document(connection, source.sha256)
    view = report(record, text, visit.interface)
    answer = "".join(phrase.words for phrase in view.answer)
    return draw(visit, "source.html", Shown(source, answer, html.panes(view)))
