"""The application: its pages, its policy of security, and how it answers when something is wrong."""

from collections.abc import Awaitable, Callable
from importlib.resources import files
from typing import Literal

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from mithaq import __version__
from mithaq.locale import INTERFACE_LANGUAGES
from mithaq.model.errors import MithaqError
from mithaq.register.database import Database
from mithaq.views import html
from mithaq.web import guard
from mithaq.web.drawing import draw, problem
from mithaq.web.pages import ROUTERS
from mithaq.web.visit import Visit, preferred

_Next = Callable[[Request], Awaitable[Response]]


def create_app(database: Database, *, hosts: tuple[str, ...] = guard.LOOPBACK) -> FastAPI:
    """The application over a register. ``hosts`` are the names it answers to; any other is refused."""
    app = FastAPI(title="Mithaq", version=__version__, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.database = database
    app.mount("/static", StaticFiles(directory=str(files("mithaq.web") / "static")), name="static")
    app.add_api_route("/views/{name}", _asset, include_in_schema=False)
    for router in ROUTERS:
        app.include_router(router, prefix="/{interface}")
    app.middleware("http")(_guarded(hosts))
    app.add_api_route("/", _front, include_in_schema=False)
    app.add_exception_handler(MithaqError, _fault)
    app.add_exception_handler(HTTPException, _fault)
    return app


def _guarded(hosts: tuple[str, ...]) -> Callable[[Request, _Next], Awaitable[Response]]:
    async def pass_on(request: Request, follow: _Next) -> Response:
        refused = guard.refusal(request, hosts)
        response = (
            await follow(request) if refused is None else Response(refused, 403, media_type="text/plain")
        )
        response.headers.update(guard.HEADERS)
        if "cache-control" not in response.headers:
            response.headers["cache-control"] = "no-cache"
        return response

    return pass_on


def _asset(name: Literal["page.css", "page.js"]) -> Response:
    """Style and script of the page of a single report, which the pages build on."""
    return Response(html.asset(name), media_type=_MEDIA[name])


_MEDIA = {"page.css": "text/css", "page.js": "text/javascript"}


def _front(request: Request) -> RedirectResponse:
    """To the overview in the language the browser asks for."""
    return RedirectResponse(f"/{preferred(request)}/", 307)


async def _fault(request: Request, fault: Exception) -> HTMLResponse:
    """What is wrong, and what to do next, in a page like the others."""
    status = fault.http_status if isinstance(fault, MithaqError) else getattr(fault, "status_code", 500)
    interface = request.url.path.split("/")[1]
    visit = Visit(request, interface if interface in INTERFACE_LANGUAGES else preferred(request))
    told = str(fault) if isinstance(fault, MithaqError) else ""
    return draw(visit, "fault.html", problem(visit, status, told), status=status)
