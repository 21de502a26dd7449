"""Files and standard input → Text: the only room that opens documents."""

from mithaq.sources.files import STANDARD_INPUT, open_source, shown
from mithaq.sources.published import checked_date

__all__ = ["STANDARD_INPUT", "checked_date", "open_source", "shown"]
