"""Files and standard input → Text: the only room that opens documents."""

from mithaq.sources.files import STANDARD_INPUT, bytes_of, open_source, shown, text_of
from mithaq.sources.folders import reports
from mithaq.sources.published import checked_date

__all__ = ["STANDARD_INPUT", "bytes_of", "checked_date", "open_source", "reports", "shown", "text_of"]
