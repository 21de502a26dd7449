"""A body of a report and its identity, which is the same in every language."""

import re
from dataclasses import dataclass, field

from mithaq.languages.romanising import latin
from mithaq.languages.senses import CAPITAL, PLACE
from mithaq.lists import namesakes
from mithaq.reading.mention import Mention
from mithaq.reading.states import Place, capital_city, place

_ADMINISTRATIONS = frozenset(("region_administration", "city_administration"))
_TERRITORIES = frozenset(("region_administration", "region"))
_ALONE = frozenset(("government", "parliament", "central_bank", "region_administration", "region"))


@dataclass(slots=True)
class Body:
    """A body in the clean text. ``portfolio`` are portfolio or sector codes in order of mention.

    ``proper``: written like the name of one body (its state, city or own name stands with it), so that it
    can be a party; a common noun with a subject beside it ("the customs service") is none. ``open``: an
    administration of a region or of a city, whichever it names (akimat).
    """

    start: int
    end: int
    kind: str
    number: str
    portfolio: list[str] = field(default_factory=list)
    country: str | None = None
    subdivision: str | None = None
    city: str | None = None
    stem: int = 0
    named: bool = False
    open: bool = False

    @property
    def name_end(self) -> int:
        """Where the name ends without the case ending of its head."""
        return self.stem or self.end

    def settle(self, mention: Mention) -> None:
        """Keep the city or region a mention names; an administration is that of what it names."""
        if mention.bits & CAPITAL:
            self._city(capital_city(mention) or None, None)
        elif mention.bits & PLACE:
            where = place(mention)
            if where.kind == "region":
                self.subdivision = where.iso or self.subdivision
                if self.open and not self.city:
                    self.kind = "region_administration"
            else:
                self._city(where.name, self._region_of(where))

    def _region_of(self, city: Place) -> str | None:
        """The region a city gives its name to, where a region's administration is told by it."""
        if self.kind == "region_administration" and not self.open:
            return namesakes().get(f"{city.country}/{city.name}") or city.iso or None
        return city.iso or None

    def _city(self, name: str | None, iso: str | None) -> None:
        if self.kind in _ADMINISTRATIONS and name and self.open:
            self.kind = "city_administration"
        if self.kind == "region_administration":
            self.subdivision = self.subdivision or iso
        else:
            self.city = self.city or name

    def add(self, codes: list[str]) -> None:
        """Add portfolio codes it does not have yet."""
        self.portfolio += [code for code in codes if code not in self.portfolio]


def administration(values: tuple[tuple[str, str], ...], body: Body) -> None:
    """Note that a head can be that of a region and of a city: its place decides, a region where none does."""
    if len(values) > 1 and {kind for kind, _ in values} >= _ADMINISTRATIONS:
        body.kind, body.open = "region_administration", True


def key(body: Body, name: str) -> str:
    """The language-independent identity of a body of a name (record format, ``key``)."""
    state = body.country or "XX"
    if body.city and body.kind in ("city_administration", "city"):
        return f"{state}/{body.kind}/{_slug(body.city)}"
    where = (body.subdivision if body.kind in _TERRITORIES else None) or state
    if body.portfolio and (not body.named or body.kind == "ministry"):
        return f"{where}/{body.kind}/{'+'.join(sorted(set(body.portfolio)))}"
    if body.kind in _ALONE:
        return f"{where}/{body.kind}"
    return f"{where}/{body.kind}/{_slug(latin(name))}"


def _slug(name: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", name.lower())) or "unnamed"
