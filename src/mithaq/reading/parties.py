"""Parties: which bodies and offices signed each document, told by the part they have in its sentence."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from mithaq.languages.senses import RELATION, SECTOR, SPEECH, STATUS
from mithaq.reading.body import Body
from mithaq.reading.chains import RELEVANT, Actor, Chain, chains, find_cue, light, somebody
from mithaq.reading.context import Context
from mithaq.reading.draft import Draft
from mithaq.reading.layout import ITEM, Sentence
from mithaq.reading.mention import Mention
from mithaq.reading.people import Holder
from mithaq.reading.signers import ENVOYS, can_sign, in_place, stands

_SUBNATIONAL = frozenset(("region_administration", "city_administration", "region", "city"))
BETWEEN, BEHALF, SUBJECT, AGENT, PARTNER, OWNER, NAMED, ELSEWHERE = (
    "between", "behalf", "subject", "agent", "partner", "owner", "named", "elsewhere",
)  # fmt: skip
_SMALL = 4
_NEAR = 40
_SOON = 5
_MOST = 300
"""A sentence with more bodies is a table that lost its lines; nobody signs in it."""
_GENITIVE = ("ның", "нің", "дың", "дің", "тың", "тің")
_BY_CUE = {"at": ELSEWHERE, "within": ELSEWHERE, "behalf": BEHALF, "by": AGENT, "side": AGENT}
Part = tuple[str, Chain]
Targets = tuple[str, list[int]]


@dataclass(slots=True)
class _Scene:
    """A sentence with the chains told in it, its documents and its verbs of signing."""

    context: Context
    sentence: Sentence
    group: list[Draft]
    told: list[Chain]
    verbs: list[Mention]


def share(context: Context, found: list[Draft], bodies: list[Body], people: list[Holder]) -> None:
    """Give every document the bodies and offices that signed it."""
    body_starts = [body.start for body in bodies]
    holder_starts = [holder.start for holder in people]
    groups: dict[int, list[Draft]] = {}
    for draft in found:
        groups.setdefault(draft.sentence, []).append(draft)

    def scene(number: int) -> _Scene:
        sentence = context.sentences[number]
        start, end = sentence.start, sentence.end
        here = bodies[bisect_left(body_starts, start) : bisect_left(body_starts, end)]
        offices = people[bisect_left(holder_starts, start) : bisect_left(holder_starts, end)]
        near = [context.mentions[index] for index in context.among(RELEVANT, sentence)]
        group = groups.get(number, [])
        if not (here or offices or somebody(context, near)) or len(here) + len(offices) > _MOST:
            return _Scene(context, sentence, group, [], [])
        told = chains(context, sentence, near, here, offices)
        return _Scene(context, sentence, group, told, [m for m in near if m.bits & STATUS])

    opened: dict[int, _Scene] = {}

    def heading(number: int) -> _Scene:
        if number not in opened:
            opened.clear()
            opened[number] = scene(number)
        return opened[number]

    for number, group in groups.items():
        here = scene(number)
        if here.told:
            _share(here)
        _from_heading(context, group, heading)
        _told_next(context, number, groups, scene)
    _from_headline(found)
    _from_total(found)
    _forget_retold(context, found)


def _from_headline(found: list[Draft]) -> None:
    """The parties a headline tells are those of the one document of its kind, where that tells none."""
    told = [d for d in found if d.headline and (d.bodies or d.holders) and not d.bulk]
    if not told:
        return
    alike: dict[tuple[str, str | None], list[Draft]] = {}
    for draft in found:
        if not draft.headline:
            alike.setdefault((draft.kind, draft.status), []).append(draft)
    for draft in told:
        same = alike.get((draft.kind, draft.status), [])
        if len(same) == 1 and not (same[0].bodies or same[0].holders):
            same[0].bodies, same[0].holders = list(draft.bodies), list(draft.holders)


def _forget_retold(context: Context, found: list[Draft]) -> None:
    """Who held the pen is not told beside the bodies: "the agreement was signed by the ministers"."""
    known: dict[str, Draft] = {}
    for draft in found:
        earlier = known.get(draft.kind)
        if earlier is not None and earlier.bodies and not draft.bodies and _definite(context, draft):
            draft.holders = []
        if draft.bodies or draft.holders or not draft.bare:
            known[draft.kind] = draft


def _definite(context: Context, draft: Draft) -> bool:
    """Whether a document is one already told of: "the agreement", or its noun with nothing about it."""
    at = context.index(draft.start) - 1
    article = (
        at >= 0
        and context.mentions[at].has(RELATION, "article")
        and context.mentions[at].end + 2 > draft.start
    )
    return article or not draft.titled


def _from_total(found: list[Draft]) -> None:
    """Who signed "the documents" signed those of the sentence before that tell no signers."""
    for index, draft in enumerate(found):
        if draft.kind != "document" or draft.count is not None or not (draft.bodies or draft.holders):
            continue
        for at in range(index - 1, -1, -1):
            earlier = found[at]
            if draft.sentence - earlier.sentence > 1:
                break
            if earlier.sentence < draft.sentence and not (earlier.bodies or earlier.holders):
                earlier.bodies, earlier.holders = list(draft.bodies), list(draft.holders)


def _share(scene: _Scene) -> None:
    """The parties of the documents of a sentence, by the parts of its chains."""
    parts: list[list[Part]] = [[] for _ in scene.group]
    part = _part_final if scene.context.head_final else _part
    for index, chain in enumerate(scene.told):
        if chain.silent:
            continue
        role, targets = part(scene, index)
        for target in targets:
            parts[target].append((role, chain))
    for draft, told in zip(scene.group, parts, strict=True):
        _settle(scene, draft, told)


def _fronted(scene: _Scene) -> bool:
    """Whether the sentence tells the parties before the document: "between A and B a protocol was signed"."""
    first = next((c.start for c in scene.told if _cue(scene, c) == BETWEEN), None)
    return first is not None and first < scene.group[0].start


def _cue(scene: _Scene, chain: Chain) -> str:
    return find_cue(scene.context, scene.sentence, chain)


# --- the part of a chain -----------------------------------------------------------------------------


def _part(scene: _Scene, index: int) -> Targets:
    """The part a chain has in its sentence, and the documents it has it for."""
    chain = scene.told[index]
    before, after = _around(scene.group, chain)
    near = [before] if before is not None else _governed(scene.group, after)
    if chain.cue == BETWEEN:
        return BETWEEN, _governed(scene.group, after) if after is not None and _fronted(scene) else near
    if chain.cue == "with":
        return PARTNER, _of_partner(scene, chain, before, after)
    if chain.cue in _BY_CUE:
        return _BY_CUE[chain.cue], near
    return _signing(scene, index, before, after) or _beside(scene, chain, before, after)


def _signing(scene: _Scene, index: int, before: int | None, after: int | None) -> Targets | None:
    """The part of a chain that a verb of signing makes its subject."""
    chain = scene.told[index]
    ruled = _governed(scene.group, after)
    near = [before] if before is not None else ruled
    if _verb_first(scene) and chain.cue in ("", "and", "verb") and _follows_verb(scene, chain):
        return AGENT, ruled or near
    if chain.cue == "verb":
        leads = after is not None and (_verb_first(scene) or _touches(scene, chain, after))
        return SUBJECT, ruled if leads or before is None else [before]
    if _subject(scene, index):
        return SUBJECT, ruled or near
    if chain.cue == "document" and before is not None and _after_verb(scene, scene.group[before]):
        return AGENT, [before]
    if before is not None and len(chain.actors) > 1 and _agents(scene, chain, scene.group[before]):
        return AGENT, [before]
    return None


def _beside(scene: _Scene, chain: Chain, before: int | None, after: int | None) -> Targets:
    """The part of a chain that only stands by a document."""
    near = [before] if before is not None else _governed(scene.group, after)
    if before is None and scene.sentence.kind == ITEM and chain.start - scene.sentence.start <= _SMALL:
        return AGENT, near
    if chain.cue in ("of", "document"):
        return OWNER, near
    if after is not None and _touches(scene, chain, after):
        return SUBJECT, _governed(scene.group, after)
    if before is not None and scene.group[before].elided and _follows(scene, scene.group[before], chain):
        return AGENT, [before]
    return NAMED, near if chain.cue in ("", "and") else []


def _around(group: list[Draft], chain: Chain) -> tuple[int | None, int | None]:
    """The document a chain follows (or lies in), and the one after it."""
    before = after = None
    for number, draft in enumerate(group):
        if draft.start <= chain.start:
            before = number
        elif draft.start >= chain.end and after is None:
            after = number
    return before, after


def _governed(group: list[Draft], first: int | None) -> list[int]:
    """A document and those after it of which the same verb tells."""
    if first is None:
        return []
    at = group[first].status_at
    last = first
    while last + 1 < len(group) and group[last + 1].status_at == at:
        last += 1
    return list(range(first, last + 1))


def _touches(scene: _Scene, chain: Chain, after: int) -> bool:
    """Whether nothing but small words stands between a chain and the document after it."""
    return light(scene.context.clean[chain.end : scene.group[after].start])


def _follows(scene: _Scene, draft: Draft, chain: Chain) -> bool:
    """Whether nothing but small words stands between a document and the chain after it."""
    return draft.end <= chain.start and light(scene.context.clean[draft.end : chain.start])


def _verb_first(scene: _Scene) -> bool:
    return not scene.context.lexicon.traits.capitals


def _after_verb(scene: _Scene, draft: Draft) -> bool:
    """Whether a verb of signing stands right before a document and its subject follows (verb first)."""
    return _verb_first(scene) and any(
        not _is_noun(scene, verb) and light(scene.context.clean[verb.end : draft.start])
        for verb in scene.verbs
        if verb.end <= draft.start
    )


def _of_partner(scene: _Scene, chain: Chain, before: int | None, after: int | None) -> list[int]:
    """The documents signed "with" a chain: after the verb or the document."""
    if after is not None and _touches(scene, chain, after):
        return [after]
    if before is not None:
        return [before]
    if any(verb.start < chain.cue_at for verb in scene.verbs):
        return _governed(scene.group, after)
    return []


def _subject(scene: _Scene, index: int) -> bool:
    """Whether a chain is the subject of a verb of signing after it, with no clause that opens between."""
    chain = scene.told[index]
    if chain.cue not in ("", "and"):
        return False
    follow = scene.told[index + 1] if index + 1 < len(scene.told) else None
    verb = next((v for v in scene.verbs if v.start >= chain.end), None)
    if verb is None or _is_noun(scene, verb):
        return False
    if follow is not None and follow.start < verb.start and _cue(scene, follow) in ("", "and"):
        return False
    if _verb_first(scene):
        return not scene.context.clean[chain.end : verb.start].strip()
    words = scene.context.clean[chain.end : verb.start].rstrip()
    if words.count(",") % 2 and not words.endswith(","):
        return False
    between = scene.context.within(chain.end, verb.start)
    return not any(m.bits & SPEECH for m in between) and not any(
        chain.end <= draft.start < verb.start for draft in scene.group
    )


def _agents(scene: _Scene, chain: Chain, draft: Draft) -> bool:
    """Whether several follow a verb that follows the document: "was signed in Accra by …" by case alone."""
    if chain.cue not in ("", "and"):
        return False
    verb = next((v for v in reversed(scene.verbs) if draft.end <= v.start and v.end <= chain.start), None)
    if verb is None or _is_noun(scene, verb) or chain.start - verb.end > _NEAR:
        return False
    return not any(mark in scene.context.clean[verb.end : chain.start] for mark in ",;:–—")


def _is_noun(scene: _Scene, verb: Mention) -> bool:
    """Whether a status is a noun, "the signing of": who stands before it may only look on."""
    words = scene.context.clean[verb.start : verb.end].lower()
    return any(noun in words for noun in scene.context.lexicon.traits.signing_nouns)


def _follows_verb(scene: _Scene, chain: Chain) -> bool:
    """Whether a verb of signing stands before a chain with no document between."""
    verb = next((v for v in reversed(scene.verbs) if v.end <= chain.start), None)
    return (
        verb is not None
        and not _is_noun(scene, verb)
        and not any(verb.end <= draft.start < chain.start for draft in scene.group)
    )


def _part_final(scene: _Scene, index: int) -> Targets:
    """The same where heads and verbs come last: a chain belongs to the document after it."""
    chain = scene.told[index]
    before, after = _around(scene.group, chain)
    verb = next((v for v in scene.verbs if v.start >= chain.end), None)
    if before is not None and (after is None or (verb is not None and verb.start < scene.group[after].start)):
        targets = [before]
    else:
        targets = _governed(scene.group, after)
    if chain.cue == BETWEEN:
        return BETWEEN, targets
    if chain.cue in ("behalf", "by"):
        return BEHALF if chain.cue == "behalf" else AGENT, targets
    if _owns(scene, chain):
        return NAMED, targets
    last = index + 1 == len(scene.told) or scene.told[index + 1].start > (verb.start if verb else 0)
    if len(chain.actors) > 1 or (last and verb is not None and before is not None):
        return SUBJECT, targets
    return NAMED, targets


def _owns(scene: _Scene, chain: Chain) -> bool:
    """Whether a chain is the owner of what follows it, by its genitive."""
    return scene.context.clean[chain.start : chain.end].endswith(_GENITIVE)


# --- from parts to parties ---------------------------------------------------------------------------


def _settle(scene: _Scene, draft: Draft, told: list[Part]) -> None:
    """Keep the parties of the strongest parts: between, on behalf of, the signing itself, then mere names."""
    if not told:
        return
    by: dict[str, list[Chain]] = {}
    for role, chain in told:
        by.setdefault(role, []).append(chain)
    between = [c for c in by.get(BETWEEN, ()) if len(c.actors) > 1 or c.actors[0].holder is None]
    draft.bodies, draft.holders = _parties(scene, draft, between)
    if draft.bodies:
        one_sided = len(draft.bodies) == 1 and any(_is_state(a) for c in between for a in c.actors)
        if one_sided and not draft.holders:
            _, draft.holders = _parties(scene, draft, by.get(SUBJECT, []) + by.get(AGENT, []))
            draft.holders = [holder for holder in draft.holders if holder.code not in ENVOYS]
        return
    if draft.status == "in_force":
        return
    behalf, envoys = _parties(scene, draft, by.get(BEHALF, []))
    signing = [*by.get(SUBJECT, [])[-1:], *by.get(AGENT, []), *by.get(PARTNER, [])]
    draft.bodies, draft.holders = _parties(scene, draft, signing)
    draft.bodies += [body for body in behalf if body not in draft.bodies]
    draft.holders = [] if behalf else envoys + draft.holders
    if draft.bodies:
        draft.holders = [holder for holder in draft.holders if holder.code not in ENVOYS]
        return
    draft.bodies = _told_beside(scene, draft, by.get(OWNER, []))
    if draft.bodies:
        draft.holders = []
    elif not draft.holders:
        draft.bodies = _told_beside(scene, draft, by.get(NAMED, []))


def _is_state(actor: Actor) -> bool:
    return actor.body is None and actor.holder is None


def _told_beside(scene: _Scene, draft: Draft, found: list[Chain]) -> list[Body]:
    """Bodies that stand together by a document with no word that makes them its parties."""
    bodies, _ = _parties(scene, draft, [chain for chain in found if len(chain.actors) > 1])
    return bodies if len(bodies) > 1 else []


def _parties(scene: _Scene, draft: Draft, found: list[Chain]) -> tuple[list[Body], list[Holder]]:
    """The bodies and offices of some chains that can sign, each once."""
    bodies: list[Body] = []
    holders: list[Holder] = []
    if not found:
        return bodies, holders
    regional: bool | None = None
    for actor in (actor for chain in found for actor in chain.actors):
        body, holder = actor.body, actor.holder
        if body is not None:
            if actor.weak and regional is None:
                regional = _regional(scene, [actor for chain in found for actor in chain.actors])
            signs = can_sign(actor, bool(regional)) and (body.kind != "union" or draft.status == "signed")
            if signs and all(body is not b for b in bodies) and not in_place(scene.context, body):
                bodies.append(body)
        elif holder is not None and draft.status == "signed" and stands(holder) and _new(holder, holders):
            holders.append(holder)
    return bodies, holders


def _new(holder: Holder, holders: list[Holder]) -> bool:
    """Whether an office is not among some yet: one plural office has several holders."""
    return all((h.start, h.end) != (holder.start, holder.end) for h in holders)


def _regional(scene: _Scene, actors: list[Actor]) -> bool:
    """Whether cities and regions are the parties: two of them, in a sentence that says so."""
    own = [a.body for a in actors if a.body is not None and a.body.kind in _SUBNATIONAL]
    return len(own) > 1 and (
        any(not a.weak for a in actors if a.body in own)
        or any(
            m.has(RELATION, "subnational") or m.has(SECTOR, "regional")
            for m in scene.context.of(scene.sentence)
        )
    )


# --- parties told elsewhere --------------------------------------------------------------------------


def _from_heading(context: Context, group: list[Draft], scene: Callable[[int], _Scene]) -> None:
    """Documents of a list without parties of their own have those of the sentence that opens it."""
    for draft in group:
        if draft.bodies or draft.holders or draft.status_at is None:
            continue
        if draft.status_at[0] >= context.sentences[draft.sentence].start:
            continue
        number = context.sentence_at(draft.status_at[0])
        heading = context.sentences[number]
        if number < draft.sentence and heading.opens_list:
            opened = scene(number)
            opened.group = [draft]
            chosen = [
                c for i, c in enumerate(opened.told) if _cue(opened, c) == BETWEEN or _subject(opened, i)
            ]
            draft.bodies, draft.holders = _parties(opened, draft, chosen[-1:])


def _told_next(
    context: Context, number: int, groups: dict[int, list[Draft]], scene: Callable[[int], _Scene]
) -> None:
    """Signers told in a sentence soon after that names no document: "They were signed by A and B"."""
    last = groups[number][-1]
    if last.bodies or last.holders or last.status != "signed":
        return
    follow = _signing_after(context, number, groups)
    if follow < 0:
        return
    opened = scene(follow)
    opened.group = [last]
    chosen = [
        c
        for i, c in enumerate(opened.told)
        if _cue(opened, c) in ("verb", "by", "behalf", "side", BETWEEN) or _subject(opened, i)
    ]
    last.bodies, last.holders = _parties(opened, last, chosen)


def _signing_after(context: Context, number: int, groups: dict[int, list[Draft]]) -> int:
    """The sentence of the signing before any other document; -1 where none is.

    It follows at once, or says for whom each signed.
    """
    sentences = context.sentences
    for follow in range(number + 1, min(number + 1 + _SOON, len(sentences))):
        if follow in groups or sentences[follow].kind == ITEM:
            return -1
        if not sentences[follow].bits & STATUS:
            continue
        told = context.of(sentences[follow])
        if any(m.bits & STATUS and m.has(STATUS, "signed") for m in told):
            beside = follow == number + 1 or any(m.has(RELATION, "behalf") for m in told)
            return follow if beside else -1
    return -1
