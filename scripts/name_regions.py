"""First-level subdivisions and the forms of their names."""

import re
from pathlib import Path

from name_rules import is_clean
from name_sources import LANGUAGES, first_level, subdivision_names
from name_tables import Place, lines, split

COUNTRIES = split(
    "KZ; BY; RU; UZ; KG; TJ; TM; AZ; AM; GE; UA; MD; MN; TR; CN; KR; SA; AE; EG; MA; DZ; TN; IQ; OM; "
    "IR; PK; IN; JP; "
    "SY; JO; LB; LY; YE; SD; QA; KW; BH; PS; AF; US; CA; BR; AU; DE; FR; IT; ES; GB; PL; AT; CH; NL; BE; "
    "RS; HU; ID; MY; VN; ZA; MX; AR"
)
# Cities that are subdivisions of their own: the city stands for them.
_CITIES = frozenset(
    split("KZ-71; KZ-75; KZ-79; BY-HM; UZ-TK; KG-GB; KG-GO; TM-S; UA-30; UA-40")
    + split("AM-ER; GE-TB; MN-1; TJ-DU; RU-MOW; RU-SPE; MD-CU")
)
_FORMER = frozenset(split("KZ; BY; RU; UZ; KG; TJ; TM; AZ; AM; GE; UA; MD; MN"))
_HEADS = {
    "en": {"": "Province", "AE": "Emirate", "JP": "Prefecture", "FR": "Region", "US": "State", "IN": "State"}
    | dict.fromkeys(split("EG; IQ; OM; TN; SY; JO; LB; YE; KW; BH; PS"), "Governorate"),
    "ru": {"": "провинция", "AE": "эмират", "JP": "префектура", "US": "штат", "IN": "штат", "TR": "ил"}
    | dict.fromkeys(split("EG; IQ; OM; TN; SY; JO; LB; YE; KW; BH; PS"), "мухафаза"),
    "ar": {
        "": "محافظة",
        "SA": "منطقة",
        "AE": "إمارة",
        "MA": "جهة",
        "CN": "مقاطعة",
        "KR": "مقاطعة",
        "PK": "إقليم",
    }
    | dict.fromkeys(split("DZ; TN; TR; SD; IN; US; BR; MX; MY; DE; AU"), "ولاية"),
    "kk": {"": "провинциясы", "AE": "әмірлігі", "US": "штаты", "IN": "штаты"},
}
_FORMER_HEADS = {
    "en": ("Region", "Oblast", "Province"),
    "ru": ("область",),
    "ar": ("منطقة", "مقاطعة", "إقليم", "ولاية", "محافظة"),
    "kk": ("облысы",),
}
_ARABIC_HEAD = re.compile(
    r"^(?:منطقة|محافظة|ولاية|إمارة|امارة|مقاطعة|إقليم|أوبلاست|أوبليس|جهة|دائرة|راؤن) "
    r"| (?:أوبلاست|كراي|أوبليس)$"
)
_BRACKETS = re.compile(r" ?\([^)]*\)")


def regions(npm: Path) -> list[Place]:
    """All chosen subdivisions; forms hold whole names first, a bare stem last."""
    names = {lang: subdivision_names(npm, lang) for lang in LANGUAGES}
    by_hand = {row[0]: row[1:] for row in lines("regions.txt")}
    level = first_level(npm)
    codes = sorted({*by_hand, *(code for cc in COUNTRIES for code in level.get(cc, []))} - _CITIES)
    found = [_region(code, names, by_hand.get(code)) for code in codes]
    return [place for place in found if place is not None]


def _region(code: str, names: dict[str, dict[str, str]], hand: list[str] | None) -> Place | None:
    published = {lang: _BRACKETS.sub("", names[lang].get(code, "")) for lang in LANGUAGES}
    cells = dict(zip(("en", "ru", "ar", "kk"), hand or [""] * 4, strict=True))
    name = (split(cells["en"]) or (published["en"],))[0]
    if not name:
        return None
    forms = {lang: _forms(code, lang, published[lang], cells[lang]) for lang in LANGUAGES}
    return Place(_id(code, name), code[:2], "region", _headed_name(code, name), code, False, 0, forms)


def _headed_name(code: str, name: str) -> str:
    plain = (
        code[:2] not in _FORMER or (" " in name and not name.endswith("Kazakhstan")) or name.endswith("stan")
    )
    return name if plain and "Kazakhstan" not in name else f"{name} Region"


def _id(code: str, name: str) -> str:
    return f"{code[:2]}/{_headed_name(code, name)}"


def _forms(code: str, lang: str, published: str, cell: str) -> tuple[str, ...]:
    # "|; whole name": a cell that opens with ";" holds no stem.
    stems, wholes = _by_hand(lang, cell)
    if not stems and not wholes:
        stems, wholes = _of_data(lang, published)
    headed = [form for stem in stems for form in _with_head(code, lang, stem)]
    return tuple(f for f in dict.fromkeys([*wholes, *headed, *stems]) if is_clean(f, lang))


def _by_hand(lang: str, cell: str) -> tuple[list[str], list[str]]:
    forms = list(split(cell))
    if lang == "ru" or cell.startswith(";"):
        return [], forms
    wholes = [f for f in forms if lang == "ar" and f.startswith(("جمهورية", "إقليم", "المنطقة", "ولاية"))]
    return [f for f in forms if f not in wholes], wholes


def _of_data(lang: str, published: str) -> tuple[list[str], list[str]]:
    if not published:
        return [], []
    if lang == "ar":
        stem = _ARABIC_HEAD.sub("", published)
        return [stem], ([published] if stem != published and "أوبل" not in published else [])
    marks = {
        "ru": r"область|край|округ|район|республика|провинция|уезд|ил\b",
        "kk": r"облысы|өлкесі|ауданы|аймағы",
    }
    if lang in marks and re.search(marks[lang], published, re.IGNORECASE):
        return [], [published]
    return [published], []


def _with_head(code: str, lang: str, stem: str) -> list[str]:
    country = code[:2]
    own_head = (
        r"Region|Oblast|Province|Krai|Republic|Governorate|Prefecture|Okrug|State|Territory|District|County"
    )
    if lang == "en" and re.search(own_head, stem):
        return []
    own = (_HEADS[lang].get(country, _HEADS[lang][""]),)
    heads = _FORMER_HEADS[lang] if country in _FORMER else own
    if lang in {"en", "kk"}:
        return [f"{stem} {head}" for head in heads]
    return [f"{head} {stem}" for head in heads if lang == "ar" or country not in _FORMER]
