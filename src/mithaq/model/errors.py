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
