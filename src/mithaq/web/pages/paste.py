"""Read a report that is pasted: its record beside it, and then the register, if it is filed."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse

from mithaq import adding
from mithaq.model.errors import MithaqError
from mithaq.pipeline import Failure
from mithaq.views import html
from mithaq.views.report import report
from mithaq.web.drawing import draw
from mithaq.web.visit import Visiting

router = APIRouter()
_PLACE = "pasted"
_MOST = 2_000_000


@router.get("/paste")
def show(visit: Visiting) -> HTMLResponse:
    """Where a report is pasted."""
    return draw(visit, "paste.html", None, body="", published="", panes="", fault="")


@router.post("/paste", response_model=None)
def read(
    visit: Visiting, body: Annotated[str, Form(max_length=_MOST)] = "", published: Annotated[str, Form()] =
    "", file: Annotated[str, Form()] = "",
) -> HTMLResponse | RedirectResponse:  # fmt: skip
    """The record of what was pasted; or the register's page of it, once it is filed."""
    data = body.replace("\r\n", "\n").encode("utf-8", "replace")
    options = adding.Options(published=published or None)
    if file:
        outcome = adding.add_bytes(visit.database, data, _PLACE, visit.act, options)
        if isinstance(outcome, Failure):
            raise outcome.error
        return RedirectResponse(visit.address(f"source/{outcome.sha256[:16]}"), 303)
    panes, fault = "", ""
    try:
        text, record = adding.read_bytes(data, _PLACE, options)
        panes = html.panes(report(record, text, visit.interface))
    except MithaqError as error:
        fault = str(error)
    return draw(visit, "paste.html", None, body=body, published=published, panes=panes, fault=fault)
