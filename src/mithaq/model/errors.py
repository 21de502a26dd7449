"""One tree of errors: a class per cause a caller can act on."""


class MithaqError(Exception):
    """Base of all errors. ``code`` is stable, the message says what to do next."""

    code = "error"
    exit_status = 1
    http_status = 500


class UnreadableSource(MithaqError):
    """A file or address cannot be opened or its bytes are no text."""

    code = "unreadable-source"
    http_status = 422


class UnsupportedLanguage(MithaqError):
    """The text is in a language no language file exists for."""

    code = "unsupported-language"
    http_status = 422


class InvalidOption(MithaqError):
    """An argument is not of the form it must have."""

    code = "invalid-option"
    exit_status = 2
    http_status = 400


class LanguageFileFault(MithaqError):
    """A language file or code list breaks its own format."""

    code = "language-file-fault"


class RegisterUnavailable(MithaqError):
    """The register cannot be opened, is busy, or has no room left on its disk."""

    code = "register-unavailable"
    http_status = 503


class UnknownEntry(MithaqError):
    """No entry, decision or document of the register has this id."""

    code = "unknown-entry"
    http_status = 404


class InvalidDecision(MithaqError):
    """A decision that the entry it is about does not allow."""

    code = "invalid-decision"
    exit_status = 2
    http_status = 400


class BrokenHistory(MithaqError):
    """The chain of the history does not hold: a line was changed, removed or put in."""

    code = "broken-history"
