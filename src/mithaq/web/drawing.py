"""View objects → HTML, by templates that escape everything."""

from functools import cache
from typing import Any

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from mithaq.locale import INTERFACE_LANGUAGES
from mithaq.views.safe import one_line
from mithaq.views.wording import direction_of
from mithaq.web.visit import Visit

_NATIVE = {"en": "English", "ar": "العربية", "ru": "Русский", "kk": "Қазақша"}
_PLACES = (("", "Overview"), ("register", "Register"), ("review", "Review"), ("paste", "Read a report"))


def draw(visit: Visit, template: str, view: Any, *, status: int = 200, **more: Any) -> HTMLResponse:
    """A page. ``view`` is its view object; a name a template does not know raises."""
    page = _templates().get_template(template)
    languages = [(code, _NATIVE[code], visit.elsewhere(code)) for code in INTERFACE_LANGUAGES]
    places = [(visit.address(path), visit.words[name], _under(visit, path)) for path, name in _PLACES]
    return HTMLResponse(
        page.render(
            visit=visit, words=visit.words, view=view, languages=languages, places=places, **more
        ),
        status,
    )  # fmt: skip


def _under(visit: Visit, path: str) -> bool:
    here = visit.here
    return here == path or bool(path and here.startswith(f"{path}/"))


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("mithaq.web"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["line"] = one_line
    environment.filters["direction"] = lambda language: direction_of(language) if language else None
    return environment


_FAULTS = {404: "There is no such page.", 403: "This is not allowed."}


def problem(visit: Visit, status: int, told: str) -> dict[str, str]:
    """What went wrong as words of the interface, with what the program says of it."""
    known = _FAULTS.get(status, "This did not work.")
    return {"heading": visit.words[known], "told": told}
