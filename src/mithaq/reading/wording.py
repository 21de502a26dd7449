"""Where a body's own name stands beside its head or legal form: quoted, or in capitalised words."""

import re

_WORD = re.compile(r"[^\W_]+(?:['’ʼ&.-][^\W_]+)*")
_CLOSE = {"«": "»", '"': '"', "“": "”", "„": "“", "'": "'", "‘": "’"}
_QUOTED_BEFORE = re.compile(r"[«\"“„][^»\"”“\n]{1,80}[»\"”]\s?$")
_REACH = 160
_BRACKET = 60
_BEFORE = 100
_QUOTE_ENDS = '»"”'
_TIED = "'’ʼ&.-"
_INSIDE = ("of", "and")


def name_after(clean: str, at: int, capitals: bool) -> int:
    """Where a quoted name (nested quotes too) or a run of capitalised words after a position ends."""
    start = at
    while start < len(clean) and clean[start] in " \u00a0":
        start += 1
    if start < len(clean) and clean[start] in _CLOSE:
        return quoted_end(clean, start)
    if not capitals:
        return at
    end = at
    for word in _WORD.finditer(clean, start, start + 80):
        if clean[end : word.start()].strip() or not word[0][0].isupper():
            break
        end = word.end()
    return end


def quoted_end(clean: str, start: int) -> int:
    """The end of a quotation that begins at a position; the position itself where it is not closed."""
    opening = clean[start]
    closing = _CLOSE[opening]
    depth, last = 0, start
    for at in range(start, min(start + _REACH, len(clean))):
        char = clean[at]
        if char == "\n":
            break
        if char == opening and opening != closing:
            depth += 1
        elif char == closing and at > start:
            depth -= 1
            last = at + 1
            if depth <= 0:
                return last
    return last


def name_before(clean: str, at: int) -> int:
    """Where the run of capitalised words (or the quoted name) before a position starts."""
    start = at
    last = clean[max(at - 2, 0) : at].rstrip()[-1:]
    low = max(at - _BEFORE, 0)
    if last in _QUOTE_ENDS and last:
        quoted = _QUOTED_BEFORE.search(clean[low:at])
        if quoted:
            return low + quoted.start()
    if not _may_be_name(clean, at):
        return start
    for word in reversed(list(_WORD.finditer(clean, low, at))):
        gap = clean[word.end() : start]
        if gap.strip(" ,\u00a0") or not (word[0][0].isupper() or word[0] in _INSIDE):
            break
        if word[0][0].isupper():
            start = word.start()
    return start


def _may_be_name(clean: str, at: int) -> bool:
    """Whether the word before a position can be part of a name: it has a capital or is a small word."""
    plain = clean[clean.rfind(" ", 0, at - 1) + 1 : at - 1] if clean[at - 1 : at] == " " else ""
    if plain.islower() and plain.isalpha():
        return plain in _INSIDE
    end = at
    while end > 0 and clean[end - 1] in " ,\u00a0":
        end -= 1
    begin = end
    while begin > 0 and (clean[begin - 1].isalnum() or clean[begin - 1] in _TIED):
        begin -= 1
    word = clean[begin:end].lstrip(_TIED)
    return word[:1].isupper() or word in _INSIDE


def skip_bracket(clean: str, at: int) -> int:
    """Where a bracket that opens right after a position closes, with the quotation mark before it."""
    start = at
    while start < len(clean) and clean[start] in "»\"”' \u00a0":
        start += 1
    if start < len(clean) and clean[start] == "(":
        close = clean.find(")", start, start + _BRACKET)
        if close > 0:
            return close + 1
    return at


def proper_name(clean: str, position: int, ceiling: int, script: str) -> tuple[int, int] | None:
    """A name that stands without a head noun at a position: quoted, in capitals, or in Latin letters.

    In a text in Latin letters every word begins with a capital; elsewhere Latin letters alone tell a name.
    """
    start = position
    while start < ceiling and clean[start] in " \u00a0":
        start += 1
    if clean.startswith("the ", start):
        start += 4
    if start < ceiling and clean[start] in _CLOSE:
        end = quoted_end(clean, start)
        return (start + 1, end - 1) if end - start > 3 else None
    end = start
    for word in _WORD.finditer(clean, start, ceiling):
        text = word[0]
        if clean[end : word.start()].strip() or not text[0].isupper():
            break
        if script != "Latn" and not text.isascii() and not (text.isupper() and len(text) > 2):
            break
        end = word.end()
    return (start, end) if end - start > 1 else None
