"""HTML by construction: whatever is not markup is escaped."""

from collections.abc import Iterable, Mapping
from html import escape

from mithaq.views.safe import on_page, one_line

_VOID = frozenset({"br", "hr", "meta"})


class Markup(str):
    """A string that is HTML already."""

    __slots__ = ()


def element(name: str, attributes: Mapping[str, str | None] | None = None, *content: Markup | str) -> Markup:
    """An element; attributes that are None are left out, content that is no markup is escaped."""
    written = "".join(
        f' {key}="{escape(one_line(value))}"'
        for key, value in (attributes or {}).items()
        if value is not None
    )
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{join(content)}</{name}>")


def join(content: Iterable[Markup | str]) -> Markup:
    """Parts one after the other, escaped where they are no markup."""
    return Markup(
        "".join(part if isinstance(part, Markup) else escape(on_page(part), quote=False) for part in content)
    )
