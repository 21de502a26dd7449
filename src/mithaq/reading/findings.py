"""What the grammar found in a text, before it is given evidence and confidence."""

from dataclasses import dataclass

from mithaq.reading.commitments import Promise
from mithaq.reading.draft import Draft
from mithaq.reading.meetings import Met
from mithaq.reading.mention import Mention
from mithaq.reading.money import Sum
from mithaq.reading.people import Holder
from mithaq.reading.statements import Said
from mithaq.reading.states import Weighed


@dataclass(slots=True, frozen=True)
class Findings:
    """The parts of a reading, all in positions of the clean text."""

    parties: list[Weighed]
    fields: dict[str, list[Mention]]
    met: Met | None
    people: list[Holder]
    drafts: list[Draft]
    sums: list[Sum]
    promises: list[Promise]
    said: list[Said]
    foreign: bool = False

    @property
    def codes(self) -> list[str]:
        """The codes of the states between which the cooperation happens."""
        return [party.code for party in self.parties]

    @property
    def cooperation(self) -> bool:
        """Whether the text records cooperation: two parties, and a meeting or a document between them."""
        return len(self.parties) >= 2 and (self.met is not None or bool(self.drafts)) and not self.foreign
