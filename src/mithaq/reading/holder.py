"""An office with its holder, as the stages of a reading fill it in."""

from dataclasses import dataclass, field, replace
from typing import Any

from mithaq.reading.body import Body


@dataclass(slots=True, eq=False)
class Holder:
    """An office in the clean text, with its holder's name where one is given.

    ``sure``: the office itself tells its state. ``states`` are those of an office of several people, in
    order; ``name_states`` those told beside their names. ``host`` is the state an envoy is sent to;
    ``model`` the person through whom the holder is told; ``person`` the number of the individual.
    Of the named holders of its sentence, ``leader`` is the first, ``last`` and ``next`` stand beside it;
    ``links`` are those of the same or (False) the other state. ``seat`` is the one seat of a state it is.
    """

    start: int
    end: int
    code: str
    number: str
    country: str | None = None
    body: Body | None = None
    portfolio: list[str] = field(default_factory=list)
    names: list[tuple[int, int]] = field(default_factory=list)
    counterpart: bool = False
    former: bool = False
    deputy: bool = False
    title: bool = False
    region: str | None = None
    organised: bool = False
    inflected: bool = False
    kind: str = ""
    sure: bool = False
    listed: bool = False
    model: "Holder | None" = None
    states: list[str] = field(default_factory=list)
    name_states: list[str | None] = field(default_factory=list)
    host: str | None = None
    person: int = -1
    links: list[tuple["Holder", bool]] = field(default_factory=list)
    leader: "Holder | None" = None
    last: "Holder | None" = None
    next: "Holder | None" = None
    seat: str = ""

    @property
    def bounds(self) -> tuple[int, int]:
        """Where office and name together begin and end."""
        start, end = self.start, self.end
        for first, last in self.names:
            start = first if first < start else start
            end = last if last > end else end
        return start, end

    def another(self, name: tuple[int, int], **changes: Any) -> "Holder":
        """The same office held by somebody else."""
        own: dict[str, Any] = {"states": [], "name_states": [], "links": []}
        own["portfolio"] = [*self.portfolio]
        return replace(self, names=[name], number="sg", **{**own, **changes})

    def of_state(self, code: str | None) -> None:
        """Note a state told in the office."""
        if code is not None and code not in self.states:
            self.states.append(code)
        self.country = self.country or code
        self.sure = self.sure or code is not None

    def of_body(self, body: Body) -> None:
        """Note the body an office is of, and its state where no other is told."""
        if self.body is None:
            self.body = body
            self.country = self.country or body.country
