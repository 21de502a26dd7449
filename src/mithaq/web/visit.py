"""A request as pages see it: the language of the interface, the register, who acts."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, HTTPException, Request

from mithaq.adding import acting, writing
from mithaq.locale import INTERFACE_LANGUAGES, direction
from mithaq.locale import words as words_of
from mithaq.register.database import Connection, Database
from mithaq.register.history import Act, Journal


@dataclass(frozen=True, slots=True)
class Visit:
    """One request. ``interface``: the language the page speaks."""

    request: Request
    interface: str

    @property
    def words(self) -> Mapping[str, str]:
        """The words of the interface."""
        return words_of(self.interface)

    @property
    def direction(self) -> str:
        """Its writing direction."""
        return direction(self.interface)

    def address(self, path: str, **query: str) -> str:
        """The address of a page in this language."""
        return f"/{self.interface}/{path}" + (f"?{urlencode(query)}" if query else "")

    def elsewhere(self, interface: str) -> str:
        """The address of this page in another language."""
        rest = self.request.url.path.split("/", 2)[2:] or [""]
        query = self.request.url.query
        return f"/{interface}/{rest[0]}" + (f"?{query}" if query else "")

    @property
    def here(self) -> str:
        """The path of this page without its language."""
        return "/".join(self.request.url.path.split("/")[2:])

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One state of the register, to look at."""
        with self.database.reading() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[tuple[Connection, Journal]]:
        """One transaction: what is done in it stands with its lines in the history, or nothing of it does."""
        with writing(self.database, self.act()) as opened:
            yield opened

    @property
    def database(self) -> Database:
        """The register."""
        database: Database = self.request.app.state.database
        return database

    def act(self) -> Act:
        """Who acts, and the time now, to the second in UTC."""
        return acting(None)


def _visit(request: Request, interface: str) -> Visit:
    if interface not in INTERFACE_LANGUAGES:
        raise HTTPException(404)
    return Visit(request, interface)


Visiting = Annotated[Visit, Depends(_visit)]
"""The parameter of a page."""


def preferred(request: Request) -> str:
    """The first language the browser asks for that the interface speaks; English where there is none."""
    asked = request.headers.get("accept-language", "")
    codes = [part.split(";")[0].strip().split("-")[0].lower() for part in asked.split(",")]
    return next((code for code in codes if code in INTERFACE_LANGUAGES), "en")
