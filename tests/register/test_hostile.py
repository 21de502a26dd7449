"""Documents that are not what they should be: refused or read, never a crash, never stored wrong."""

import os
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from bench.reports import Paper, Story
from mithaq import adding
from mithaq.model.errors import MithaqError, RegisterUnavailable, UnknownEntry
from mithaq.pipeline import Failure
from mithaq.register import finding, showing
from mithaq.register.database import Database
from mithaq.register.finding import Query
from mithaq.register.records import data_of
from mithaq.sources import text_of
from tests.register.filing_made_up import ACT, file, made
from tests.register.wholeness import faults

SIGNED = "Kazakhstan and Belarus signed a memorandum on trade worth $5 million in Astana on 5 November 2025."
MINISTERS = "The Minister of Trade of Belarus {} and the Minister of Trade of Kazakhstan Ada Bern signed it."

READ = {
    "a million characters on one line":
        f"{SIGNED} {'x' * 500_000} {'и' * 500_000} {MINISTERS.format('Ivo Lenk')}",
    "a heading without end": f"{'Kazakhstan and Belarus ' * 5_000}\n\n{SIGNED}",
    "a name without end": f"{SIGNED} {MINISTERS.format(' '.join(['Ivo'] * 2_000))}",
    "a word without end": f"{SIGNED} {MINISTERS.format('Ivo L' + 'e' * 200_000 + 'nk')}",
    "marks without end": f"{SIGNED} {MINISTERS.format('Ivo Lenk' + chr(0x301) * 100_000)}",
    "letters that turn the direction":
        f"\u202e{SIGNED}\u202c \u2066{MINISTERS.format('Ivo' + chr(0x200F) + ' Lenk')}\u2069",
    "letters that are not seen":
        SIGNED.replace("memorandum", "memo\u00adrandum").replace("trade", "tr\u200bade"),
    "NULs": f"{SIGNED} " * 9 + SIGNED.replace("memo", "\0memo") + "\0",
    "quotes and SQL": f"{SIGNED} {MINISTERS.format(chr(39) + '); DROP TABLE entry; -- Lenk')}",
    "SQL in a name": f"{SIGNED} {MINISTERS.format('Robert' + chr(34) + ' OR 1=1; Lenk')}",
    "a sum beyond counting": f"{SIGNED} They signed a contract worth $99999999999999999999999 trillion.",
    "many sums": " ".join(f"They signed a contract worth ${n} million." for n in range(1, 200)) + SIGNED,
    "letters of all planes":
        f"{SIGNED} \U0001f1f0 \U000e0041 \U0010fffd \ufffe {MINISTERS.format(chr(0x1D56C) + ' Lenk')}",
    "lines of another kind":
        SIGNED.replace(" ", "\u2028", 3) + "\x85\x0b\x0c\x1c" + MINISTERS.format("Ivo\rLenk"),
}  # fmt: skip
BYTES = {
    "nothing": b"",
    "blanks": b" \n\t\r\n",
    "NULs alone": b"\0" * 1000,
    "noise": bytes((number * 197 + number // 7) % 256 for number in range(5000)),
    "a picture": b"\x89PNG\r\n\x1a\n" + SIGNED.encode(),
    "an archive": b"PK\x03\x04" + SIGNED.encode(),
    "broken UTF-8": SIGNED.encode() + b"\xff\xc3\x28\xe2\x82",
    "halves of pairs": SIGNED.encode() + b" \xed\xa0\x80 \xed\xbf\xbf " + SIGNED.encode(),
    "overlong letters": SIGNED.encode() + b"\xc0\xaf\xe0\x80\xaf",
    "UTF-16 cut short": SIGNED.encode("utf-16")[:-1],
    "a mark of another order": b"\xfe\xff" + SIGNED.encode("utf-16-le"),
}
NAMES = (
    b"'); DROP TABLE document; --.txt", b'a "quoted" name.txt', b"a\nline.txt", b"\xff\xfe broken.txt",
    b"half \xed\xa0\x80.txt", "عقد\u202etxt.txt".encode(), b"%s {0} %(x)s ?.txt", b"x" * 250 + b".txt",
)  # fmt: skip


def _add(database: Database, path: Path | str) -> adding.Added | Failure:
    (outcome,) = adding.add(database, [str(path)], lambda: ACT)
    return outcome


def _is_right(database: Database, added: adding.Added, data: bytes) -> None:
    """What is stored is what was read, and every evidence lies where its words are."""
    assert faults(database) == []
    with database.reading() as connection:
        assert data_of(connection, added.sha256) == data
        texts = adding.texts(connection)
        body = texts(added.sha256)
        record = adding._record(text_of(data, "again"))
        told = (record.people, record.instruments, record.amounts, record.countries)
        proofs = [place for items in told for item in items for place in item.evidence]
        assert all(body[place.start : place.end] == place.quote for place in proofs)
        hits = finding.find(connection, Query(), limit=1000)
        for entry in showing.entries(connection, [hit.id for hit in hits[:50]], texts):
            excerpts = [e for value in entry.values for told in value.support for e in told.evidence]
            assert all(body[each.start : each.end] == each.quote for each in excerpts)
        assert [hit.id for hit in hits] == sorted({hit.id for hit in hits}, key=[h.id for h in hits].index)
        assert finding.find(connection, Query(words="memorandum"))


@pytest.mark.parametrize("kind", READ)
def test_a_text_of_a_strange_kind_is_read(database: Database, tmp_path: Path, kind: str):
    data = READ[kind].encode()
    (tmp_path / "report.txt").write_bytes(data)
    added = _add(database, tmp_path / "report.txt")
    assert isinstance(added, adding.Added), added.error
    assert added.new > 0
    _is_right(database, added, data)


def test_fifty_megabytes_are_kept(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """To read them takes half a minute, so here only their beginning is read."""
    read = adding._record
    monkeypatch.setattr(adding, "_record", lambda text: read(replace(text, body=text.body[:1000])))
    data = f"{SIGNED}\n{' ' * 25_000_000}\n{MINISTERS.format('Ivo Lenk')}{'-' * 25_000_000}".encode()
    (tmp_path / "report.txt").write_bytes(data)
    added = _add(database, tmp_path / "report.txt")
    assert isinstance(added, adding.Added), added.error
    _is_right(database, added, data)


@pytest.mark.parametrize("kind", BYTES)
def test_bytes_of_a_strange_kind_are_refused_or_read(database: Database, tmp_path: Path, kind: str):
    (tmp_path / "report.txt").write_bytes(BYTES[kind])
    outcome = _add(database, tmp_path / "report.txt")
    if isinstance(outcome, adding.Added):
        _is_right(database, outcome, BYTES[kind])
    else:
        assert isinstance(outcome.error, MithaqError)
        assert not isinstance(outcome.error, RegisterUnavailable)
        assert "please report it" not in str(outcome.error)
        assert faults(database) == []


def test_files_of_strange_names(database: Database, tmp_path: Path):
    for number, name in enumerate(NAMES):
        (tmp_path / os.fsdecode(name)).write_text(f"{SIGNED}\nNumber {number}")
    outcomes = list(adding.add(database, [str(tmp_path)], lambda: ACT))
    assert [type(each) for each in outcomes] == [adding.Added] * len(NAMES)
    again = list(adding.add(database, [str(tmp_path)], lambda: ACT))
    assert {each.status for each in again if isinstance(each, adding.Added)} == {"known"}
    assert faults(database) == []
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM source").scalar() == len(NAMES)


def test_one_bad_document_does_not_cost_the_others(database: Database, tmp_path: Path):
    for number, data in enumerate([SIGNED.encode(), *BYTES.values(), SIGNED.encode() + b" Again."]):
        (tmp_path / f"{number:02}.txt").write_bytes(data)
    outcomes = list(adding.add(database, [str(tmp_path)], lambda: ACT))
    assert len(outcomes) == len(BYTES) + 2
    added = {Path(each.source).name for each in outcomes if isinstance(each, adding.Added)}
    assert {"00.txt", f"{len(BYTES) + 1:02}.txt"} <= added
    assert faults(database) == []


def test_a_key_longer_than_an_index_takes(database: Database):
    """PostgreSQL indexes no more than 2,700 bytes, of which these letters leave nothing to deflate."""
    key = "KZ/company/" + "".join(sha256(bytes([number])).hexdigest() for number in range(200))
    report = made(Story(("KZ", "BY"), date(2025, 11, 5), "talks", (Paper("plan", "trade"),), (), "trade"))
    (paper,) = report[2].instruments
    long = replace(paper, signatories=(replace(paper.signatories[0], body="company", key=key),))
    file(database, [(report[0], report[1], replace(report[2], instruments=(long,)))])
    assert faults(database) == []
    with database.reading() as connection:
        found = {hit.type for hit in finding.find(connection, Query(body=key))}
    assert found == {"event", "instrument", "body"}


STRANGE = (
    "memorandum'", '"memorandum', "memorandum) OR (x", "NEAR(memorandum)", "memorandum & !", "\0", "*", "%",
    "\ud800",
)  # fmt: skip


def test_words_of_a_query_are_words(database: Database, tmp_path: Path):
    (tmp_path / "report.txt").write_text(SIGNED)
    _add(database, tmp_path / "report.txt")
    for words in STRANGE:
        with database.reading() as connection:
            finding.find(connection, Query(words=words))
            asked = Query(body=words, kind=words, countries=(words,), status=words, sector=words)
            assert finding.find(connection, asked) == []
            with pytest.raises(UnknownEntry):
                showing.resolve(connection, f"in-{words}")
            with pytest.raises(UnknownEntry):
                showing.source_of(connection, f"x{words}")
