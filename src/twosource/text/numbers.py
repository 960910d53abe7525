"""Numbers in words or figures as values: how much, of what, how exactly; and whether two can both be right."""

from __future__ import annotations

import math
import re
from typing import Literal, NamedTuple

from twosource.model import Reason, Span
from twosource.text.number_words import (
    ABOUT,
    AFTER,
    CURRENCIES,
    FRACTIONS,
    LEAST,
    MEASURES,
    MONEY_WORDS,
    MOST,
    NEARLY,
    NUMBER,
    ORDINALS,
    SCALES,
    TENS,
    UNITS,
    VAGUE,
)
from twosource.text.wording import FUNCTION_WORDS, stem

Approximation = Literal["exact", "about", "at least", "at most", "range", "vague"]
Kind = Literal["count", "money", "per cent", "ordinal", "measure"]
Verdict = Literal["same", "absent", "less precise", "contradictory"]


class Quantity(NamedTuple):
    """A number as the text gives it.

    ``low`` and ``high`` bound what the words admit (``high`` is infinite for "at least"), ``value`` is the number
    named; ``unit`` is what it counts or measures (a currency, "per cent", or the counted noun, singular and folded,
    "" where the words do not say); ``nouns`` are all words of the counted phrase, stemmed.
    """

    span: Span
    value: float
    low: float
    high: float
    kind: Kind
    approximation: Approximation
    unit: str
    nouns: frozenset[str] = frozenset()


def quantities(text: str) -> tuple[Quantity, ...]:
    """The numbers of a text in order; years, dates, times of day and numbers inside names or codes are left out."""
    found: list[Quantity] = []
    end = 0
    for match in NUMBER.finditer(text):
        if match.start() < end:
            continue
        quantity = _read(match, text)
        if quantity is not None:
            found.append(quantity)
            end = quantity.span.end
    return tuple(found)


def compare(a: Quantity | None, b: Quantity | None) -> tuple[Verdict, Reason]:
    """Whether two numbers of the same thing agree, one is only less exact, or they cannot both be right.

    "Thousands" and "4,200" is less precise; "a dozen or so" and "dozens" contradict each other. Numbers of
    different kinds, or of which one is missing, are *absent*: nothing to compare.
    """
    if a is None or b is None:
        return "absent", Reason("number-absent", "only one of the two gives a number")
    if a.kind != b.kind or (a.kind in ("money", "measure") and a.unit != b.unit):
        return "absent", Reason("number-kind", f"{a.unit or a.kind} and {b.unit or b.kind} are not the same measure")
    if (a.value, a.low, a.high) == (b.value, b.low, b.high):
        return "same", Reason("number-same", f"both {_plain(a.value)}")
    if a.low <= b.high and b.low <= a.high:
        return "less precise", Reason("number-less-precise", f"{_range(a)} and {_range(b)} can both be right")
    return "contradictory", Reason("number-contradictory", f"{_range(a)} is not {_range(b)}")


# What rounding and approximation admit. An exact-looking figure above a thousand is usually rounded: half of its last
# named digit, but no more than a twentieth. "About" admits a tenth, "nearly" a tenth below; "a dozen or so" a quarter.
_ROUNDED, _ABOUT_SHARE, _OR_SO = 0.05, 0.1, 0.25


def _read(m: re.Match[str], text: str) -> Quantity | None:
    start, end = m.start(), m.end()
    before = (m.group("before") or "").strip().lower()
    if m.group("ordinal"):
        return _ordinal(m, text)
    if m.group("fraction"):
        value = FRACTIONS[m.group("fraction").lower()]
        return Quantity(
            Span(start, end), value, value - 5, value + 5, "per cent", "about", "per cent", _nouns(text, end)[1]
        )
    if m.group("vague"):
        return _vague(m, text)
    if m.group("dozen"):
        words = m.group("dozen").lower()
        value = 6.0 if "half" in words else 12.0 * {"two": 2, "three": 3}.get(words.split()[0], 1)
        spread = _OR_SO if m.group("or_so") or before in ABOUT else 0.0
        return _bounded(Span(start, end), value, before, spread, "count", _nouns(text, end))
    if m.group("pair"):
        word = m.group("pair").lower()
        value, low, high = {"several": (4.0, 3.0, 9.0), "a handful": (5.0, 2.0, 9.0)}.get(word, (2.0, 2.0, 3.0))
        unit, nouns = _nouns(text, end)
        return Quantity(Span(start, end), value, low, high, "count", "vague", unit, nouns)
    if _not_a_quantity(m, text):
        return None
    first = _figure(m.group("number"), m.group("scale1") or "")
    second_words = m.group("number2")
    if second_words and not _is_range(m, text):
        # "five and six", "2 to the": read the first number alone.
        end = m.end("scale1") if m.group("scale1") else m.end("number")
        second_words = None
    percent = bool(m.group("percent")) and end == m.end()
    second = None
    if second_words:
        second = _figure(second_words, m.group("scale2") or "")
        if m.group("scale2") and not m.group("scale1") and first < second / 100:
            first *= _figure("1", m.group("scale2"))
    kind: Kind = "count"
    unit, nouns = _nouns(text, end)
    numbered = _NUMBERED.search(text, max(0, start - 60), start)
    if numbered is not None and not unit:  # "put the number of boats at forty"
        seen = numbered.group(1).casefold().split()
        unit, nouns = _singular(seen[-1]), frozenset(stem(w) for w in seen)
    currency = m.group("currency") or (m.group("currency2") if second_words else None)
    if percent:
        kind, unit = "per cent", "per cent"
    elif currency:
        kind, unit = "money", CURRENCIES[currency[-1]]
    elif unit in MONEY_WORDS or (following := _next_word(text, end)) in MONEY_WORDS:
        kind, unit = "money", MONEY_WORDS.get(unit) or MONEY_WORDS[following]
    elif following in MEASURES or following.rstrip("s") in MEASURES:
        kind, unit = "measure", following.rstrip("s") or following
    if second is not None and second > first:
        return Quantity(Span(start, end), second, first, second, kind, "range", unit, nouns)
    after = (m.group("after") or "").strip().lower() if end == m.end() else ""
    spread = 0.0
    if after == "or so" or before in ABOUT:
        spread = _ABOUT_SHARE if first > 20 else _OR_SO
    return _bounded(Span(start, end), first, AFTER.get(after, before), spread, kind, (unit, nouns))


def _bounded(
    span: Span, value: float, before: str, spread: float, kind: Kind, counted: tuple[str, frozenset[str]]
) -> Quantity:
    unit, nouns = counted
    slack = _rounding(value)
    low, high = value - slack, value + slack
    how: Approximation = "exact"
    if before in LEAST:
        low, high, how = value - slack, math.inf, "at least"
    elif before in MOST:
        low, high, how = 0.0, value + slack, "at most"
    elif before in NEARLY:
        low, high, how = value * (1 - _ABOUT_SHARE), value + slack, "about"
    elif spread:
        low, high, how = value * (1 - spread), value * (1 + spread), "about"
    return Quantity(span, value, low, high, kind, how, unit, nouns)


def _vague(m: re.Match[str], text: str) -> Quantity:
    words = m.group("vague").lower().split()
    base = VAGUE[words[-1]]
    factor = {"tens": 10.0, "hundreds": 100.0, "dozens": 12.0}.get(words[0], 1.0) if len(words) > 1 else 1.0
    low = base * factor * 2
    # "Thousands" is said of 90,000 too, so the upper bound is wide; "dozens" of more than two hundred is not.
    high = base * factor * (100 if base >= 100 else 17) - 1
    unit, nouns = _nouns(text, m.end())
    return Quantity(Span(m.start(), m.end()), low, low, high, "count", "vague", unit, nouns)


_A_MOMENT, _AT_FIRST = re.compile(r" later| of"), re.compile(r" time|,")


def _ordinal(m: re.Match[str], text: str) -> Quantity | None:
    word = m.group("ordinal").lower()
    value = float(ORDINALS.get(word) or re.sub(r"\D", "", word))
    if (word == "second" and _A_MOMENT.match(text, m.end())) or (word == "first" and _AT_FIRST.match(text, m.end())):
        return None
    unit, nouns = _nouns(text, m.end())
    return Quantity(Span(m.start("ordinal"), m.end()), value, value, value, "ordinal", "exact", unit, nouns)


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH_BEFORE = re.compile(rf"(?:{_MONTHS}|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)\s*$")
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?,? (?:of )?(?:{_MONTHS})\b")


def _not_a_quantity(m: re.Match[str], text: str) -> bool:
    """Years, days of a month, times, scores, sections and codes; "one" as a pronoun."""
    number, start, end = m.group("number"), m.start("number"), m.end("number")
    before, after = text[max(0, start - 14) : start], text[end : end + 14]
    if number.isdigit() and not m.group("currency") and not m.group("percent") and not m.group("scale1"):
        if len(number) == 4 and 1500 <= int(number) <= 2099 and not m.group("before") and not _counted(after):
            return True
        if _MONTH_BEFORE.search(before) or _MONTH_AFTER.match(after):
            return True
        if re.match(r":\d\d|\s?(?:a\.m\.|p\.m\.|am\b|pm\b|o[’']clock)|/\d", after) or re.search(
            r"(?:[:/#§]|No\. |Section |Article |Chapter |page |Title )$", before
        ):
            return True
    if number.lower() == "one":
        return not re.match(
            r" (?:hundred|thousand|million|person|man|woman|death|soldier|officer|child|day|week|month|year)\b", after
        )
    if re.match(r"-[a-z]", after) and not re.match(
        r"-(?:year|day|week|month|hour|minute|mile|percent|member|point|person)", after
    ):
        return not m.group("currency") and number.isdigit()
    return bool(re.search(r"[A-Za-z]-$", before)) and number.isdigit()  # "MS-13", "F-16"


def _counted(after: str) -> bool:
    """Whether a plural follows: "1,800 houses", not "in 1800 and stands"."""
    match = re.match(r" (?:([a-z-]+) )?([a-z]+s)\b", after)
    return match is not None and not FUNCTION_WORDS.intersection(match.groups())


def _is_range(m: re.Match[str], text: str) -> bool:
    joint = text[m.end("scale1") if m.group("scale1") else m.end("number") : m.start("number2")].strip(" $£€¥US")
    if joint == "and":
        return bool(re.search(r"\bbetween\s*$", text[max(0, m.start() - 12) : m.start()], re.IGNORECASE))
    return True


def _figure(words: str, scale: str) -> float:
    words = words.strip().lower().replace(",", "")
    if words in ("a", "an"):
        value = 1.0
    elif words[0].isdigit():
        value = float(words[:30])
    else:
        tens, _, ones = words.partition("-")
        value = float(UNITS.get(words, TENS.get(tens, 0) + UNITS.get(ones, 0)))
    for word in scale.strip(" -").lower().split():  # "two hundred thousand" has two
        value *= SCALES[word]
    return value


def _rounding(value: float) -> float:
    if value < 1000 or not math.isfinite(value):
        return 0.0
    whole, place = int(value), 1
    while whole % 10 == 0 and whole:
        whole //= 10
        place *= 10
    return min(place / 2, _ROUNDED * value)


# The counted noun: the first plural within this many words after the number, before anything that ends the phrase.
_PHRASE = 6
_AFTER_WORD = re.compile(r"[ -]((?:[A-Z]\.){2,}|[^\W\d_]+(?:[’'][^\W\d_]+)?)([,.;:!?—–)\"”]?)")


def _nouns(text: str, end: int) -> tuple[str, frozenset[str]]:
    """The counted noun (singular) and all stems of its phrase."""
    seen: list[str] = []
    at = end
    for _ in range(_PHRASE):
        match = _AFTER_WORD.match(text, at)
        if match is None:
            break
        word = match.group(1).casefold().replace("’", "'")
        if word in FUNCTION_WORDS and not (word in ("of", "the", "more", "other", "such", "former") and not seen):
            break
        if word.endswith("ed") and seen and not seen[-1].endswith("ly"):
            break  # the verb after the noun: "40 sheep drowned"; "40 armed men" and "40 heavily armed men" go on
        at = match.end()
        if word not in FUNCTION_WORDS:
            seen.append(word)
        if (
            match.group(2)
            or (word.endswith("s") and not word.endswith(("ss", "us")) and word not in FUNCTION_WORDS)
            or word in ("people", "men", "women", "children")
        ):
            break
    unit = seen[-1] if seen else ""
    return _singular(unit), frozenset(stem(w) for w in seen)


_NUMBERED = re.compile(r"\bnumber of ((?:\w+ ){0,2}\w+) (?:at|to|was|is|as) (?:\w+ )?$", re.IGNORECASE)


def _singular(word: str) -> str:
    word = {"people": "person", "men": "man", "women": "woman", "children": "child"}.get(word, word)
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) and len(word) > 3 else word


def _next_word(text: str, end: int) -> str:
    match = _AFTER_WORD.match(text, end)
    return match.group(1).casefold() if match else ""


def _range(q: Quantity) -> str:
    if math.isinf(q.high):
        return f"at least {_plain(q.value)}"
    if q.approximation == "at most":
        return f"at most {_plain(q.value)}"
    if q.approximation == "exact":
        return _plain(q.value)
    return f"{_plain(q.low)} to {_plain(q.high)}"


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) or value > 1000 else f"{value:,.1f}"
