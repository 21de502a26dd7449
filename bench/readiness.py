"""How long it takes until the first report can be read, and how much memory reading takes.

Each figure is that of a process of its own: with the compiled lexicon in the cache, and without (Linux only).
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"
_CHILD = """
import json, re, sys, time
from pathlib import Path
start = time.perf_counter()
from mithaq.languages.lexicon import lexicon
from mithaq.reading import read
from mithaq.model.text import Text
lexicon(sys.argv[1])
ready = time.perf_counter() - start
for path in sorted(Path(sys.argv[2]).glob(sys.argv[1] + "-*.txt")):
    read(Text.of(path.read_text(encoding="utf-8")))
# Not getrusage: a child inherits the peak of the process it was forked from.
peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
print(json.dumps([ready, int(peak[1]) / 1024]))
"""


def measure(language: str, cache: str) -> tuple[float, float]:
    """Seconds until ready, and the most memory in MB of a process that reads the corpus of a language."""
    command = [sys.executable, "-c", _CHILD, language, str(CORPUS)]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env={**os.environ, "MITHAQ_CACHE": cache}
    )
    ready, memory = json.loads(done.stdout)
    return ready, memory


def told(language: str) -> str:
    """A line on a language: readiness and memory, without a cache and with one."""
    with tempfile.TemporaryDirectory() as cache:
        clean, while_compiling = measure(language, cache)
        warm, memory = measure(language, cache)
    return (
        f"{language}: ready in {warm:.2f} s, {memory:.0f} MB; "
        f"where the lexicon must be compiled first, {clean:.2f} s, {while_compiling:.0f} MB"
    )
