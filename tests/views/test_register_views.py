"""Entries, lists of them and doubts in the words of each interface, and how they stand on a terminal."""

from dataclasses import replace

import pytest

from mithaq.locale import INTERFACE_LANGUAGES
from mithaq.locale import words as words_of
from mithaq.model.entry import PROPERTIES, Change, Decision, Doubt, Related, Value
from mithaq.views import card as cards
from mithaq.views import card_text, doubts, happenings, lists_text, summary
from mithaq.views.card import Past, card
from mithaq.views.doubts import waiting
from mithaq.views.found import Row, found
from mithaq.views.values import Speaker, Words, keys, note, property_of, title
from mithaq.views.wording import Wording
from tests import entries

NAMES = {"KZ/ministry/energy": {"ru": "Минэнерго Казахстана", "en": "Ministry of Energy"}}
AT = "2026-03-07T09:30:15Z"
each_interface = pytest.mark.parametrize("interface", INTERFACE_LANGUAGES)


def speaker(interface="en"):
    return Speaker(Wording.of(interface), NAMES)


def published(entry):
    return {value.property: value.value for value in entry.values}


def shown(entry, interface="en", width=100, **options):
    past = options.pop("past", Past())
    lines = card_text.lines(card(entry, NAMES, past, interface), width, **options)
    return [line.plain.replace("\N{NO-BREAK SPACE}", " ") for line in lines]


def change(**values):
    return replace(Change(1, AT, "Aigul", "change", "in-1", None, None, None, None, "", ""), **values)


@pytest.mark.parametrize(
    "table",
    [
        cards.REASONS, cards.ROLES, happenings.ACTIONS, doubts.LEADS, summary.PARTS,
    ],
)  # fmt: skip
@each_interface
def test_what_is_looked_up_by_name_is_in_the_interface(table, interface):
    assert set(table.values()) <= words_of(interface).keys()


def test_a_feature_of_merging_is_told_in_words():
    # That each has words, tests/merging/test_weights.py checks.
    assert doubts.feature("day_next", "en") == "a day apart"
    assert doubts.feature("day_next", "ru") == "разница в день"
    assert doubts.feature("no_such_thing", "en") == "no such thing"


@pytest.mark.parametrize(
    ("made", "interface", "told"),
    [
        (entries.event, "en", "Official visit, Belarus – Kazakhstan, Astana, 5 March 2026"),
        (entries.event, "ru", "Официальный визит, Беларусь – Казахстан, Астана, 5 марта 2026 г."),
        (entries.event, "ar", "زيارة رسمية، بيلاروسيا – كازاخستان، أستانا، 5 مارس 2026م"),
        (entries.instrument, "en", "16 × roadmap, Belarus – Kazakhstan, 2026–June 2028"),
        (entries.body, "kk", "Энергетика министрлігі"),
        (entries.person, "en", "Alma Serikova"),
        (entries.person, "ar", "ألما سيريكوفا"),
        (entries.person, "kk", "Алма Серикова"),
        (entries.claim, "en", "Over KZT 12.5, investment, Kazakhstan, March 2026"),
    ],
)
def test_titles_say_what_whose_and_when(made, interface, told):
    entry = made()
    found = title(entry.type, published(entry), speaker(interface))
    assert found.text.replace("\N{NO-BREAK SPACE}", " ") == told
    assert found.language is None or (made, interface) in {(entries.person, "kk")}


def test_an_entry_without_values_still_has_a_title():
    for kind in PROPERTIES:
        assert isinstance(title(kind, {}, speaker()).text, str)
        assert isinstance(note(kind, {}, speaker()), str)


def test_a_person_without_a_name_in_readable_letters_is_told_in_latin_ones():
    values = {"name": {"kk": "Алма Серікова"}, "latin": "Alma Serikova"}
    assert title("person", values, speaker("ar")) == Words("Alma Serikova", "en")
    assert title("person", values, speaker("ru")) == Words("Алма Серікова", "kk")


def test_bodies_are_told_by_name_or_by_what_their_key_says():
    value = ["KZ/ministry/energy", "BY/ministry/energy"]
    told = speaker().say(property_of("instrument", "signatories"), value)
    assert told == "Ministry of Energy; ministry: energy (Belarus)"
    assert set(keys("instrument", {"signatories": value})) == set(value)
    assert list(keys("person", {"offices": [{"body": "KZ/fund/x"}, {"body": None}]})) == ["KZ/fund/x"]


@each_interface
@pytest.mark.parametrize("made", entries.one_of_each(), ids=lambda entry: entry.type)
def test_every_value_of_every_type_is_told(made, interface):
    view = card(made, NAMES, Past(), interface)
    told = {each.property for each in view.values}
    assert told | {"currency"} >= {value.property for value in made.values}
    assert all(text.text for each in view.values for text in each.texts)


@each_interface
@pytest.mark.parametrize("width", [20, 40, 80, 300])
@pytest.mark.parametrize("made", entries.one_of_each(), ids=lambda entry: entry.type)
def test_lines_of_a_card_fit_the_width(made, interface, width):
    lines = card_text.lines(card(made, NAMES, Past(), interface), width)
    assert max(line.cell_len for line in lines) <= min(width, 100) or width == 20


def test_what_an_officer_wants_first_comes_first():
    lines = shown(entries.instrument())
    assert lines[1] == "16 × roadmap, Belarus – Kazakhstan, 2026–June 2028"
    order = [lines.index(heading) for heading in ("Sources differ", "Evidence", "Sources", "Signing bodies")]
    assert order == sorted(order)
    assert any("USD 160 million" in line for line in lines[: order[0]])
    assert not any(line.strip().startswith("Currency") for line in lines)


def test_contradictions_stand_side_by_side_with_their_sources():
    lines = shown(entries.instrument())
    at = lines.index("Sources differ")
    assert [line.strip() for line in lines[at + 1 : at + 4]] == ["Count", "✓ 16  [1]", "✗ 15  [2]"]


def test_words_of_sources_stand_in_their_direction():
    lines = shown(entries.event())
    arabic = next(line for line in lines if "زيارة إلى أستانا" in line)
    assert arabic.startswith("          ")
    assert len(arabic) == 100
    isolated = shown(entries.event(), bidi=True)
    assert any("\u2067زيارة إلى أستانا\u2069" in line for line in isolated)
    assert all(line.count("\u2067") == line.count("\u2069") for line in isolated)


def test_the_words_that_prove_a_value_are_marked_among_those_around():
    assert any(line.strip().startswith("«Министерства»"[:6]) for line in shown(entries.instrument()))
    view = card(entries.instrument(), NAMES, Past(), "en", "status")
    (quote,) = view.quotes
    assert (quote.words, quote.proves, quote.source) == (entries.WORDS[:12], ("Status",), 1)
    assert [each.property for each in view.values] == ["status"]
    assert (view.related, view.history) == ((), ())


def test_words_inside_others_are_shown_with_those():
    entry = entries.instrument()
    inner = entries.said("kind", "roadmap")
    excerpt = inner.evidence[0]._replace(start=2, end=6, quote=entries.WORDS[2:6])
    kind = Value("kind", "roadmap", "only", (replace(inner, evidence=(excerpt,)),))
    view = card(replace(entry, values=(entry.values[1], kind)), NAMES)
    assert [(quote.words, quote.proves) for quote in view.quotes] == [
        (entries.WORDS[:12], ("Status", "Kind"))
    ]


def test_a_decided_value_carries_the_name_of_who_decided():
    voice = replace(entries.said("city", "Astana", document=None), who="Aigul", decision=1)
    entry = replace(entries.event(), values=(Value("city", "Astana", "corrected", (voice,)),))
    assert any("Astana  ✎ corrected by Aigul" in line for line in shown(entry))


def test_history_and_decisions_are_told_in_words():
    entry = entries.instrument()
    past = Past(
        (
            change(action="create", reason=f"document {entries.SOURCE.sha256[:12]}"),
            change(property="status", old="planned", new="signed", reason="decision 3"),
            change(property="title", old={"ru": "а", "en": "b"}, new={"ru": "в", "en": "b"}),
            change(property="state", old="proposed", new="accepted", reason="decision 12"),
            change(action="merge", entry="in-9", new=["in-1"]),
            change(action="undo", new={"decision": 4}, reason="an error"),
        ),
        (
            Decision(
                3, AT, "Aigul", "seen it", "correct", "manual", ("in-1",), property="status", value="signed"
            ),
        ),
    )
    told = [line.split("Aigul  ")[1] for line in shown(entry, past=past) if "Aigul  " in line]
    assert told == [
        "corrected: Status = signed  seen it",
        "filed  [1]",
        "changed: Status planned → signed  decision 3",
        "changed: Title а → в",
        "changed: Review Proposed → Accepted  decision 12",
        "merged ← in-9",
        "taken back (decision 4)  an error",
    ]
    assert any("7 March 2026 09:30" in line for line in shown(entry, past=past))


def test_nothing_in_an_entry_steers_the_terminal():
    bad = "Ada\x1b[31m \x07Bern\u202e\u2066 \x00"
    entry = replace(entries.event(), values=entries.values(title={"en": bad}, city=bad, kind="visit"))
    hostile = replace(entry, sources=(replace(entries.SOURCE, places=(bad,)),))
    related = Related("person", "pe-1", "person", {"name": {"en": bad}, "office": bad})
    past = Past((change(who=bad, property="city", old=bad, new=bad, reason=bad),))
    told = "".join(shown(replace(hostile, related=(related,)), past=past))
    assert not set(told) & set("\x1b\x07\x00\u202e\u2066")


def test_many_related_entries_are_cut_and_counted():
    related = tuple(Related("claim", f"cl-{number}", "claim", {}) for number in range(15))
    lines = shown(replace(entries.event(), related=related))
    assert lines[-1].strip() == "… and 3 more"


@each_interface
def test_a_page_of_what_was_found(interface):
    rows = [Row(e.id, e.type, published(e), 2, 1, e.confidence) for e in entries.one_of_each()]
    view = found(rows, 9, 3, NAMES, interface)
    lines = [line.plain for line in lists_text.found(view, 80)]
    assert max(map(len, lines)) <= 80
    assert all(any(row.id in line for line in lines) for row in rows)
    assert "4–9" in lines[-1]
    assert "9" in lines[-1]


def test_a_long_title_leaves_room_for_the_id():
    text = {"en": "a very long clause of a report " * 20}
    lines = [
        line.plain
        for line in lists_text.found(
            found([Row("co-1", "commitment", {"text": text}, 1, 0, 0.5)], 1, 0, {}), 60
        )
    ]
    assert lines[0].endswith("  co-1")
    assert max(map(len, lines)) <= 60


def test_a_merge_is_asked_with_what_speaks_for_and_against():
    one, other = entries.event(), replace(entries.event(), id="ev-2")
    features = (("prior", -2.5), ("day_same", 3.0), ("city_other", -1.0), ("states_same", 0.0))
    doubt = Doubt("merge", 0.9, ("ev-1", "ev-2"), 0.5, features)
    (question,) = waiting([doubt], {"ev-1": one, "ev-2": other}, NAMES).questions
    assert [(bar.label, bar.weight) for bar in question.bars] == [
        ("the same day", 3.0), ("another city", -1.0), ("before anything is compared", -2.5),
    ]  # fmt: skip
    assert question.answers == ("mithaq merge ev-1 ev-2", "mithaq apart ev-1 ev-2")
    assert [item.id for item in question.items] == ["ev-1", "ev-2"]


@each_interface
def test_questions_stand_on_a_terminal(interface):
    entry = entries.instrument()
    asked = [
        Doubt("contested", 0.7, ("in-1",), properties=("count",)),
        Doubt("unsure", 0.6, ("in-1",), 0.4),
        Doubt("merge", 0.5, ("in-1", "in-1"), 0.5, (("title_same", 2.0), ("period_other", -9.0))),
    ]
    view = waiting(asked, {"in-1": entry}, NAMES, interface)
    lines = [line.plain for line in lists_text.waiting(view, 80)]
    assert max(map(len, lines)) <= 80
    assert sum(line.lstrip().startswith("→ mithaq ") for line in lines) == 6
    assert any("✗ 15" in line for line in lines)
    assert any("-9.0 " + "█" * 24 in line for line in lines)


def test_a_summary_tells_what_happened_and_leaves_out_what_did_not():
    counts = {"filed": 1200, "failed": 2, "new": 3400}
    told = summary.added(counts).replace("\N{NO-BREAK SPACE}", " ")
    assert told == "documents filed: 1,200 · failed: 2 · entries new: 3,400 · entries changed: 0"
