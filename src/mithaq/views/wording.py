"""Codes, sums and dates in the words of an interface language."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from mithaq import lists
from mithaq.lists import Code
from mithaq.locale import words as words_of
from mithaq.model.record import Period
from mithaq.views.model import Certainty, Direction

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_NO_BREAK = "\N{NO-BREAK SPACE}"
# Separators of thousands and of decimals.
_SEPARATORS = {"en": (",", "."), "ar": (",", "."), "ru": (_NO_BREAK, ","), "kk": (_NO_BREAK, ",")}
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_SURE, _LIKELY = 0.9, 0.7
_LANGUAGES = {"ar": "Arabic", "en": "English", "kk": "Kazakh", "ru": "Russian"}


@dataclass(frozen=True, slots=True)
class Wording:
    """Speaks an interface language. Unknown codes stand for themselves."""

    interface: str
    words: Mapping[str, str]

    @classmethod
    def of(cls, interface: str) -> "Wording":
        """KeyError where the interface does not speak the language."""
        return cls(interface, words_of(interface))

    def label(self, rows: Mapping[str, Code], code: str) -> str:
        """Label of a code of a closed list."""
        row = rows.get(code)
        return row.labels.get(self.interface, code) if row else code

    def country(self, code: str) -> str:
        """Everyday name of a state or organisation."""
        return self.label(lists.countries(), code)

    def countries(self, codes: tuple[str, ...]) -> str:
        """Names of the parties: two with a dash, more with commas."""
        return (" – " if len(codes) == 2 else self.comma).join(map(self.country, codes))

    def sectors(self, codes: tuple[str, ...]) -> str:
        """Names of fields of cooperation."""
        return self.comma.join(self.label(lists.sectors(), code) for code in codes)

    @property
    def comma(self) -> str:
        """What stands between the words of a list."""
        return "، " if self.interface == "ar" else ", "

    def language(self, code: str) -> str:
        """Name of a language that is read."""
        return self.words.get(_LANGUAGES.get(code, ""), code)

    def number(self, value: int | float) -> str:
        """A number with the separators of the language."""
        group, point = _SEPARATORS[self.interface]
        whole, _, rest = f"{Decimal(str(value)):,f}".partition(".")
        rest = rest.rstrip("0")
        return whole.replace(",", group) + (point + rest if rest else "")

    def money(self, value: int | float, currency: str) -> str:
        """A sum, in millions or more where that loses nothing."""
        words = self.words
        exact = Decimal(str(value))
        for scale, name in _SCALES:
            if abs(exact) >= scale and exact % (scale // 1000) == 0:
                amount = f"{self.number(float(exact / scale))}{_NO_BREAK}{words[name]}"
                break
        else:
            amount = self.number(value)
        return words["{currency} {value}"].format(currency=currency, value=amount).replace(" ", _NO_BREAK)

    def date(self, iso: str) -> str:
        """A date that is a year, a month or a day."""
        words = self.words
        parts = iso.split("-")
        if len(parts) == 1:
            return iso
        month = words[_MONTHS[int(parts[1]) - 1]]
        if len(parts) == 2:
            return words["{month} {year}"].format(month=month, number=parts[1], year=parts[0])
        return words["{day} {month} {year}"].format(day=int(parts[2]), month=month, year=parts[0])

    def period(self, period: Period | None) -> str:
        """Years of validity; empty where there are none."""
        words = self.words
        if period is None or not (period.start or period.end):
            return ""
        if period.start and period.end:
            ends = dict.fromkeys((self.date(period.start), self.date(period.end)))
            return "–".join(ends)
        if period.start:
            return words["from {date}"].format(date=self.date(period.start))
        return words["until {date}"].format(date=self.date(period.end or ""))

    def certainty(self, confidence: float) -> Certainty:
        """How sure an item is, from its probability."""
        words = self.words
        percent = min(99, round(confidence * 100))
        if confidence >= _SURE:
            return Certainty("sure", words["sure"], percent)
        if confidence >= _LIKELY:
            return Certainty("likely", words["likely"], percent)
        return Certainty("doubtful", words["doubtful"], percent)


def capital(label: str) -> str:
    """A label that begins with a capital."""
    return label[:1].upper() + label[1:]


def direction_of(language: str) -> Direction:
    """Writing direction of a language of reports."""
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"
