"""A document under way: what a noun of the report, or a line of a list, stands for."""

from dataclasses import dataclass, field

from mithaq.reading.body import Body
from mithaq.reading.people import Holder


@dataclass(slots=True, eq=False)
class Draft:
    """A document under way.

    ``region`` bounds the words that tell what it is about; ``clause`` also holds those before its noun that
    belong to no other document; ``at`` is the index of its mention.
    ``opener`` is the sentence that opens the list it stands in. ``own``: a verb of its clause tells its
    status; ``titled``: the noun stands with its subject or parties; ``ordinal``: after "second"; ``fresh``:
    with no article where known things have one; ``mixed``: a total of kinds; ``reach``: the end
    of the last document its title names.
    """

    start: int
    end: int
    kind: str
    number: str = "sg"
    at: int = -1
    sentence: int = 0
    region: tuple[int, int] = (0, 0)
    clause: tuple[int, int] = (0, 0)
    count: int | None = 1
    status: str | None = None
    status_at: tuple[int, int] | None = None
    elided: bool = False
    own: bool = False
    background: bool = False
    void: bool = False
    headline: bool = False
    item: bool = False
    reach: int = 0
    mixed: bool = False
    counted: bool = False
    titled: bool = True
    ordinal: bool = False
    fresh: bool = False
    opener: int | None = None
    bodies: list[Body] = field(default_factory=list)
    holders: list[Holder] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    sectors: list[str] = field(default_factory=list)
    cues: list[tuple[int, int]] = field(default_factory=list)
    period: tuple[str | None, str | None, int, int] | None = None
    value: float | None = None
    currency: str | None = None

    @property
    def bulk(self) -> bool:
        """Several documents told by one noun."""
        return self.count is None or self.count > 1

    @property
    def bare(self) -> bool:
        """Nothing is said of it but its kind."""
        return not (self.bodies or self.holders or self.sectors or self.period)
