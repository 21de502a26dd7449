"""Ids: hashes of what they name, so that the same documents give the same ids in any order.

An entry has the id of the first of its nodes. A node is a mention of a meeting, document, sum or commitment
in one report, or a form of a body or person that many reports share.
"""

from base64 import b32encode
from hashlib import sha256

from mithaq.model.entry import EntryType

_PREFIX: dict[EntryType, str] = {
    "event": "ev", "instrument": "in", "body": "bo", "person": "pe", "claim": "cl", "commitment": "co",
}  # fmt: skip
_TYPE = {prefix: name for name, prefix in _PREFIX.items()}
_LETTERS = 12  # 60 bits: among a million ids the chance of two alike is one in two million


def node_id(kind: EntryType, *parts: str) -> str:
    """The id of a node from what it is made of, such as ``in-4t7xk2vbqz5c``."""
    digest = sha256("\0".join((kind, *parts)).encode("utf-8", "surrogatepass")).digest()
    return f"{_PREFIX[kind]}-{b32encode(digest).decode()[:_LETTERS].lower()}"


def type_of(id: str) -> EntryType | None:
    """The type of entry an id names, or None where it is no id."""
    return _TYPE.get(id.partition("-")[0])


def is_id(written: str) -> bool:
    """Whether a text is a whole id, of an entry that may or may not be there."""
    return type_of(written) is not None and len(written) == _LETTERS + len("xx-")


def bounded(key: str) -> str:
    """A key that fits an index of either database: a long one is cut and told apart by its hash."""
    if len(key) <= 120:
        return key
    return f"{key[:100]}~{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def storable(text: str) -> str:
    """A text that either database can hold: no NUL, no lone half of a surrogate pair."""
    clean = text.replace("\0", "\N{REPLACEMENT CHARACTER}")
    return clean.encode("utf-8", "replace").decode() if not clean.isascii() else clean
