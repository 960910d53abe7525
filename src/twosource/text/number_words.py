"""How English writes numbers: the words, the forms, and one pattern for all of them."""

from __future__ import annotations

import re

_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen"""
UNITS = {word: i for i, word in enumerate(_SMALL.split())}
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
          "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}  # fmt: skip
VAGUE = {"dozens": 12.0, "scores": 20.0, "tens": 10.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6,
         "billions": 1e9}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
FRACTIONS = {"half": 50.0, "a third": 100 / 3, "one-third": 100 / 3, "two-thirds": 200 / 3, "two thirds": 200 / 3,
             "a quarter": 25.0, "one-quarter": 25.0, "three-quarters": 75.0, "three quarters": 75.0}  # fmt: skip
CURRENCIES = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen"}
MONEY_WORDS = {"dollar": "dollar", "dollars": "dollar", "usd": "dollar", "pound": "pound", "pounds": "pound",
               "euro": "euro", "euros": "euro", "yen": "yen", "rubles": "ruble", "roubles": "ruble", "yuan": "yuan",
               "cents": "cent"}  # fmt: skip
MEASURES = frozenset(
    """mile kilometer kilometre km meter metre foot feet inch ton tonne acre hectare gallon liter litre pound kilogram
    kg degree mph megawatt barrel second minute hour day night week month year decade""".split()  # noqa: SIM905
)
LEAST = {"at least", "no fewer than", "no less than", "not fewer than", "not less than", "anything less than",
         "nothing less than", "more than", "greater than", "over", "just over", "upward of", "upwards of",
         "well over"}  # fmt: skip
MOST = {"at most", "no more than", "not more than", "up to", "as many as", "as much as", "fewer than", "less than",
        "under"}  # fmt: skip
# Bounds that follow the number; of ages too: "12 and over".
AFTER = {"or more": "at least", "-plus": "at least", "+": "at least", "at least": "at least", "or older": "at least",
         "or over": "at least", "and older": "at least", "and over": "at least", "or fewer": "at most",
         "or less": "at most", "at most": "at most", "or younger": "at most", "or under": "at most",
         "and younger": "at most", "and under": "at most"}  # fmt: skip
NEARLY = {"nearly", "almost", "close to", "just under"}
ABOUT = {"about", "around", "roughly", "approximately", "some", "an estimated", "estimated"}

_WORDED = rf"(?:(?:{'|'.join(TENS)})-(?:{'|'.join(list(UNITS)[1:10])})|{'|'.join([*UNITS, *TENS])})"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = "hundred|thousand|million|billion|trillion|bn|mn|tn"
NUMBER = re.compile(
    rf"""(?<![\w.,])(?P<before>\b(?:at\ least|at\ most|not?\ (?:more|fewer|less)\ than|(?:any|no)thing\ less\ than|
        up\ to|as\ many\ as|as\ much\ as|
        more\ than|greater\ than|fewer\ than|less\ than|over|under|nearly|almost|about|around|roughly|approximately|
        some|an\ estimated|estimated|close\ to|just\ over|just\ under|upwards?\ of|well\ over|a\ record)\ )?
    (?:
      (?P<vague>\b(?:(?:many|several|tens|hundreds|dozens)\ (?:of\ )?)?
         (?:dozens|scores|hundreds|thousands|millions|billions)\b)
     |(?P<dozen>\b(?:(?:the|a|one|two|three|half\ a|a\ half)[\ -])dozen\b(?P<or_so>\ or\ so)?)
     |(?P<fraction>\b(?:half|a\ third|one-third|two-thirds|two\ thirds|a\ quarter|one-quarter|three-quarters|
         three\ quarters)\b(?=\ of\b))
     |(?P<ordinal>\b(?:{"|".join(ORDINALS)})\b|\b\d{{1,3}}(?:st|nd|rd|th)\b)
     |(?P<pair>\b(?:a\ couple|a\ pair|a\ handful|several)\b)
     |(?P<currency>(?:US|C|A|HK)?[$£€¥])?
      (?P<number>(?<![\w.,])(?:{_DIGITS})|\b(?:a|an)\ (?=(?:{_SCALE})\b)|\b{_WORDED}\b)
        (?P<scale1>[\ -](?:{_SCALE})(?:\ (?:thousand|million|billion))?\b|(?:k|m|bn|b|mn|tn)\b)?
        (?:\ ?(?:-|–|—|to|or|and)\ ?(?P<currency2>(?:US)?[$£€¥])?(?P<number2>(?:{_DIGITS})|{_WORDED}\b)
          (?P<scale2>[\ -](?:{_SCALE})\b|(?:k|m|bn|b)\b)?)?
        (?P<after>\ (?:or|and)\ (?:older|over|younger|under)\b(?!\ ?\d)|\ or\ (?:so|more|fewer|less)\b
          |\ at\ (?:most|least)\b|-(?:odd|plus)\b|\+)?
        (?P<percent>\ ?%|\ per\ ?cent\b|-percent\b|\ percentage\ points?\b)?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
