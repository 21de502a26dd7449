"""Where a body's own name stands beside its head or legal form: quoted, or in capitalised words."""

import re

_WORD = re.compile(r"[^\W_]+(?:['’ʼ&.-][^\W_]+)*")
_CLOSE = {"«": "»", '"': '"', "“": "”", "„": "“", "'": "'", "‘": "’"}
_QUOTED_BEFORE = re.compile(r"[«\"“„][^»\"”“\n]{1,80}[»\"”]\s?$")
_REACH = 160
_BRACKET = 60


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
    window = clean[max(at - 100, 0) : at]
    offset = at - len(window)
    quoted = _QUOTED_BEFORE.search(window)
    if quoted:
        return offset + quoted.start()
    for word in reversed(list(_WORD.finditer(window))):
        gap = clean[offset + word.end() : start]
        if gap.strip(" ,\u00a0") or not (word[0][0].isupper() or word[0] in ("of", "and")):
            break
        if word[0][0].isupper():
            start = offset + word.start()
    return start


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
