"""Sums of money: which numbers are sums, what each is about and by when. The sentences are made up."""

import pytest

import mithaq

READ = [
    # two tied sums share currency, unit and cue
    ("en", "During an official visit Kenya and Ghana said trade rose from 57 to 68.5 million dollars.",
     [(57_000_000, "USD", "trade_turnover", None), (68_500_000, "USD", "trade_turnover", None)]),
    ("ru", "В ходе визита Кения и Гана оценили товарооборот в 900 млн – 1 млрд долларов.",
     [(900_000_000, "USD", "trade_turnover", None), (1_000_000_000, "USD", "trade_turnover", None)]),
    ("ar", "خلال زيارة رسمية وقعت كينيا وغانا اتفاقيتي قرض بقيمة 57 و50 مليون دولار.",
     [(57_000_000, "USD", "loan", None), (50_000_000, "USD", "loan", None)]),
    # of two cues the one of the sum's own clause governs it
    ("en", "On a visit to Ghana Kenya said that exports reached $5 million and imports $3 million.",
     [(5_000_000, "USD", "exports", None), (3_000_000, "USD", "imports", None)]),
    ("ru", "В ходе визита Кения и Гана сказали: товарооборот достиг 5 млн долларов, из них 2 млн – экспорт.",
     [(5_000_000, "USD", "trade_turnover", None), (2_000_000, "USD", "exports", None)]),
    ("kk", "Сапар барысында Кения мен Гана сауда айналымы 5 млн доллар деді, оның 2 млн-ы – импорт.",
     [(5_000_000, "USD", "trade_turnover", None), (2_000_000, "USD", "imports", None)]),
    ("ar", "خلال زيارة رسمية بحثت كينيا وغانا حزمة موزعة على 640 مليون يورو منحا، ومليار يورو قروضا.",
     [(640_000_000, "EUR", "grant", None), (1_000_000_000, "EUR", "loan", None)]),
    # a target year belongs to the sum it is said of
    ("en", "During a visit Kenya and Ghana agreed to raise trade from $2 billion to $5 billion by 2031.",
     [(2_000_000_000, "USD", "trade_turnover", None), (5_000_000_000, "USD", "trade_turnover", 2031)]),
    ("ru", "В ходе визита Кения и Гана договорились довести товарооборот до 5 млрд долларов к 2031 году.",
     [(5_000_000_000, "USD", "trade_turnover", 2031)]),
    ("kk", "Сапар барысында Кения мен Гана 2031 жылға дейін сауда көлемін 5 млрд долларға жеткізуге келісті.",
     [(5_000_000_000, "USD", "trade_turnover", 2031)]),
    ("ru", "В ходе визита Кения и Гана отметили: за 2021 год товарооборот составил 5 млрд долларов.",
     [(5_000_000_000, "USD", "trade_turnover", None)]),
    # conversions, rates, fees, other units
    ("en", "During a visit Kenya granted Ghana a loan of A$200 million (US$131 million; K455 million).",
     [(200_000_000, "AUD", "loan", None)]),
    ("ar", "خلال زيارة رسمية وقعت كينيا وغانا اتفاقية. سعر الصرف 150 ألف دينار لكل 100 دولار.", []),
    ("ru", "В ходе визита Кения и Гана построят станцию на 8,4 млн тонн за $1,2 млрд.",
     [(1_200_000_000, "USD", None, None)]),
    ("en", "During an official visit Kenya and Ghana opened trade between the two, US$ 12.3 billion a year.",
     [(12_300_000_000, "USD", "trade_turnover", None)]),
    ("ru", "В ходе визита Кения и Гана подписали контракты на 352 с лишним миллиона долларов.",
     [(352_000_000, "USD", "agreements", None)]),
    ("ru", "В ходе визита Кения и Гана создали фонд: 16 миллионов долларов, хотя задумывался он на 50 млн.",
     [(16_000_000, "USD", None, None), (50_000_000, "USD", None, None)]),
    ("ru", "В ходе визита Кения и Гана вложили 16 миллионов долларов и посадили 50 млн саженцев.",
     [(16_000_000, "USD", "investment", None)]),
    ("ar", "خلال زيارة رسمية وقعت كينيا وغانا عقودا بقيمة مليار و200 مليون دولار.",
     [(1_200_000_000, "USD", "agreements", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), READ)
def test_sums(language, text, wanted):
    found = mithaq.read(text, language).to_dict()["amounts"]
    told = [(item["value"], item["currency"], item["about"], item["by"]) for item in found]
    assert [item[:2] for item in told] == [item[:2] for item in wanted]
    for (_, _, about, by), (_, _, wanted_about, wanted_by) in zip(told, wanted, strict=True):
        assert wanted_about in (None, about)
        assert (by and int(by)) == wanted_by
