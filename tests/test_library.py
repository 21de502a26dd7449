"""Mithaq as a library: several threads at once read what one thread reads."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import mithaq
from mithaq.languages.lexicon import lexicon

CORPUS = Path(__file__).parent / "corpus"
REPORTS = [
    path.read_text(encoding="utf-8")
    for language in ("ar", "ru", "en", "kk")
    for path in sorted(CORPUS.glob(f"{language}-*.txt"))[:4]
]


def test_threads_read_what_one_thread_reads():
    alone = [mithaq.read(text).to_dict() for text in REPORTS]
    # Lexicons forget what they met, so that the threads work it out at the same time.
    lexicon.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda text: mithaq.read(text).to_dict(), REPORTS * 3))
    assert together == alone * 3


def test_reading_leaves_nothing_behind():
    first = mithaq.read(REPORTS[0]).to_dict()
    for text in REPORTS[1:]:
        mithaq.read(text)
    assert mithaq.read(REPORTS[0]).to_dict() == first
