"""Words of a document made safe to show: they cannot steer a terminal or reorder what is beside them."""

import re

_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_C1_AND_SURROGATES = dict.fromkeys((*range(0x80, 0xA0), *range(0xD800, 0xE000)), 0xFFFD)
_SPACES = dict.fromkeys(map(ord, "\t\n\v\f\r\x85\u2028\u2029"), " ")
# Marks, embeddings, overrides and isolates of direction; spaces without width; the byte order mark; tags.
_UNSEEN = dict.fromkeys(
    (
        0x61C,
        0x200B,
        0x200E,
        0x200F,
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        0xFEFF,
        *range(0xE0000, 0xE0080),
    )
)
_ONE_LINE = {**_PICTURES, **_C1_AND_SURROGATES, **_UNSEEN, **_SPACES}
# The report itself keeps its marks of direction: its lines are isolated from the page.
_PAGE = {**_PICTURES, **_C1_AND_SURROGATES, ord("\t"): "\t", **dict.fromkeys(range(0xE0000, 0xE0080))}
_ACCENTS = (
    "[\u0300-\u036f\u0483-\u0489\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u20d0-\u20f0]"
)
_PILE = re.compile(f"({_ACCENTS}{{8}}){_ACCENTS}+")


def one_line(words: str) -> str:
    """Words on one line: controls as pictures or U+FFFD, marks of direction and piles of accents cut."""
    return _PILE.sub(r"\1", words.translate(_ONE_LINE))


def on_page(words: str) -> str:
    """Words of a line of a report as a page shows them: control characters as pictures or U+FFFD."""
    return _PILE.sub(r"\1", words.translate(_PAGE))
