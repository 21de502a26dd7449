"""Which language a text is in: script first, then letters only one language has, then function words."""

from functools import lru_cache

import numpy as np

from mithaq.languages.detection import Profile, profiles
from mithaq.model.errors import UnsupportedLanguage

_SAMPLE = 2500
_WORDS = 220
_SCRIPTS = {"Latn": (0x00, 0x01, 0x1E), "Cyrl": (0x04, 0x05), "Arab": (0x06, 0x07, 0xFB, 0xFD, 0xFE), "Hans": tuple(range(0x4E, 0xA0))}  # fmt: skip  # noqa: E501


def tell(body: str) -> str:
    """The code of a text's language; raises UnsupportedLanguage, naming the language where it is known."""
    sample = body[:_SAMPLE]
    script = _script(sample)
    candidates = _by_script().get(script, ())
    if not candidates:
        raise UnsupportedLanguage(
            f"The text is in the {script} script, which no language file reads. Give --language."
        )
    lower = sample.lower()
    words = set(lower[: _WORDS * 8].split())
    ranked = sorted(
        ((_score(lower, words, profile), profile) for profile in candidates), key=lambda pair: -pair[0]
    )
    best = ranked[0][1] if ranked[0][0] > 0 else None
    if best is None:
        raise UnsupportedLanguage("The language of the text cannot be told. Give --language.")
    if not best.supported:
        raise UnsupportedLanguage(f"The text is in {best.english} ({best.code}), which is not read yet.")
    return best.code


def _script(sample: str) -> str:
    """The script most letters are of."""
    units = np.frombuffer(sample.encode("utf-16-le", "surrogatepass"), "<u2")
    blocks = np.bincount(units >> 8, minlength=256)
    letters = int(np.count_nonzero((units >= 65) & (units < 123)))
    counts = {name: int(sum(blocks[block] for block in places)) for name, places in _SCRIPTS.items()}
    counts["Latn"] = letters + int(blocks[1]) + int(blocks[0x1E])
    best = max(counts, key=lambda name: counts[name])
    if counts[best] == 0:
        raise UnsupportedLanguage("The text has no letters of a script that is read.")
    return best


@lru_cache(maxsize=1)
def _by_script() -> dict[str, tuple[Profile, ...]]:
    found: dict[str, list[Profile]] = {}
    for profile in profiles():
        found.setdefault(profile.script, []).append(profile)
    return {script: tuple(group) for script, group in found.items()}


def _score(lower: str, words: set[str], profile: Profile) -> float:
    """How well a language fits: its own letters and words speak for it, letters it never uses against."""
    length = max(len(lower), 1)
    own = sum(map(lower.count, profile.letters)) / length
    foreign = sum(map(lower.count, profile.foreign)) / length
    known = len(words & profile.words) / max(len(words), 1)
    return known + 6 * min(own, 0.05) - 12 * foreign
