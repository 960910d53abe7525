"""The forms in which English news writes dates, as one pattern; what each means is read elsewhere."""

from __future__ import annotations

import re

from twosource.text.feasts import FEASTS

MONTHS = {
    name: i
    for i, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: i
    for i, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "a couple of": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip
SEASONS = {"spring": (3, 5), "summer": (6, 8), "fall": (9, 11), "autumn": (9, 11), "winter": (12, 14)}

# "May", "March" and the short forms are words or names of their own; they count as months only beside a day, a year
# or a preposition of time (the patterns ask for that).
ANY_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_LONG_MONTH = "(?:January|February|April|June|July|August|September|October|November|December)"
_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.|Jul\.|Aug\.?|Sept\.?|Sep\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_NAMED = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_WEEKDAY = f"(?:{_NAMED}|{_NAMED.upper()})"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_ORDINAL = r"(?:[12]?1st|[2]?2nd|[2]?3rd|[12]?[4-9]th|1[0-3]th|[23]0th|30th|31st)"
_NTH = "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fifteenth|last)"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_PART = "(?:early|late|mid|earlier|later)"
_COUNT = r"(?:\d{1,3}|" + "|".join(sorted(COUNTS, key=len, reverse=True)) + ")"
_FEAST = "|".join(sorted((re.escape(f) for f in FEASTS), key=len, reverse=True))
_ANY_SEASON = "[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter"
# What a four-digit number counts when one of these follows.
_UNIT = "USD|euros?|dollars|pounds|people|feet|meters|metres|miles|kilometers|kilometres|km|tons|tonnes|troops|soldiers"

PATTERNS = {
    "iso": r"(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])",
    "days": rf"\b(?:the )?(?P<days_from>{_DAY})\s?(?:to|and|or|[-–—])\s?(?:the )?{_DAY} (?:of )?"
    rf"(?P<days_month>{_MONTH})(?:,? (?P<days_year>{_YEAR}))?(?!\w)",
    "between": rf"\b(?P<term>between|from) (?P<term_day>{_DAY} (?:of )?{_MONTH}|{_MONTH} {_DAY}) "
    rf"(?:and|to|until|through) (?:{_DAY} (?:of )?{_MONTH}|{_MONTH} {_DAY})(?:,? (?P<term_year>{_YEAR}))?(?!\w)",
    "day": rf"\b(?:{_WEEKDAY},? )?{_MONTH} {_DAY}(?:,? (?P<day_year>{_YEAR}))?(?![\d,]*\d)\b",
    "day_first": rf"\b(?:{_WEEKDAY},? )?(?:the )?{_DAY} (?:of )?{_MONTH}(?:,? (?P<first_year>{_YEAR}))?(?!\w)",
    "nth_of": rf"\b(?:the )?(?P<nth>{_NTH}) (?:day )?of (?P<nth_month>{ANY_MONTH})(?:,? (?P<nth_year>{_YEAR}))?(?!\w)",
    "nth": rf"\b(?:(?:on|from|until|by|before|after|since|till|to|for) |(?P<nth_weekday>{_WEEKDAY}),? )"
    rf"the (?P<nth_day>{_ORDINAL})\b(?= (?:and|or|of the month|at|in|when|to)\b|[^\w\s]|$)",
    "month_year": rf"\b(?:{_PART}[- ])?{_MONTH},? (?:of )?(?P<month_year>{_YEAR})\b",
    "month_of": rf"\b(?:in )?(?:{_PART}[- ])?{ANY_MONTH} (?:of )?(?P<month_of>last|this|next) year\b",
    "months": rf"\b(?:(?:in|for|between|from|during|until|by|of|since) )?(?:{_PART}[- ])?{ANY_MONTH} "
    rf"(?:or|and|to|through) (?:{_PART}[- ])?{ANY_MONTH}\b(?! \d)",
    "last_month": rf"\b(?P<which>last|this past|next|this coming) (?P<named_month>{ANY_MONTH})\b",
    "month": r"\b(?:in|since|until|by|during|for|of|from|before|after|through|throughout)"
    rf"(?: {_PART}[ -]| {_PART}-?| the (?:month|end|beginning|start|middle) of| around)?"
    rf" ?(?P<month>{ANY_MONTH})\b(?! \d| [A-Z])",
    "month_noun": r"\b(?:an?|the|his|her|its|their|our|that|recently as|early as|late as|as of|last in) "
    r"(?P<month_noun>March|May)\b(?! \d| [A-Z]| (?:for|on|of|in|to|by)\b)",
    "bare_month": rf"\b(?:{_PART}[- ])?(?P<bare_month>{_LONG_MONTH})\b(?! \d| [A-Z]|’s|'s)",
    "month_possessive": rf"\b(?:in |during )?(?P<possessive>{_LONG_MONTH})(?:’s|'s) (?=[a-z])",
    "feast": rf"\b(?:(?P<feast_which>last|this|next) )?(?P<feast>{_FEAST})\b"
    rf"(?: (?:Day|Eve|[Ww]eekend|Monday|holiday|break))?(?:,? (?P<feast_year>{_YEAR}))?",
    "weekday": r"\b(?:(?P<week_which>last|next|this|this past|this coming|the following|the previous) )?"
    rf"(?P<weekday>{_WEEKDAY})\b(?P<ago>,? (?:last week|next week|this week))?(?! (?:Night Live|Times|Post))",
    "today": r"\b(?:[Tt]oday|[Tt]onight|[Tt]his (?:morning|afternoon|evening)|[Yy]esterday|[Tt]omorrow"
    r"|[Ll]ast night)\b",
    "unit": r"\b(?:(?P<unit_part>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate) )?"
    r"(?P<unit_which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his past|[Tt]he previous|[Tt]his coming) "
    r"(?P<unit>week(?:end)?|month|year|spring|summer|fall|autumn|winter|decade)\b(?! or so| of\b)",
    "past": r"\b(?:the past|(?:in|over|during|for) the last|this last) "
    r"(?P<past>24[- ]hours|week|seven days)\b(?! of\b)",
    "ago": rf"\b(?P<count>{_COUNT}) (?P<ago_unit>days?|weeks?|months?|years?|decades?) "
    r"(?:ago|earlier(?= today)|prior to today)\b",
    "period": rf"\b(?P<from>{_YEAR})(?:\s?[-–—]\s?(?=\d)|\s(?:to|and|through)\s(?:early |late |mid-?)?(?=\d{{4}}))"
    r"(?P<to>\d\d(?:\d\d)?)\b(?![\d,.]*\d)",
    "decade": r"\b(?:the )?(?:(?:early|late|mid)[- ])?(?P<decade>(?:1[5-9]|20)\d0)s\b"
    r"|\b(?:the )?[’'](?P<short_decade>[2-9]0)s\b",
    "season_year": rf"\b(?P<season>{_ANY_SEASON}) (?:of )?(?P<season_year>{_YEAR})\b",
    "year": rf"(?<![\w$£€¥.,/–—-])(?P<year>{_YEAR})\b(?![,.]?\d|[%/–—-]\d| ?(?:{_UNIT}))",
}
# Nothing of it begins inside a word: said first, it spares the whole table at most characters.
ANY_DATE = re.compile("(?<!\\w)(?:" + "|".join(f"(?P<k_{name}>{pattern})" for name, pattern in PATTERNS.items()) + ")")

# Words in the clause that turn an open date to the future: what is to come, and timetables told in the present.
FUTURE = re.compile(
    r"\b(?:will|’ll|'ll|won’t|won't|shall|plan(?:s|ned|ning)? to|going to|expected|scheduled|slated|due|upcoming|"
    r"supposed to|set to|planned|planning|perhaps|deadline|may|might|could|would|should|must|hopes? to|aims? to|"
    r"ahead of|forthcoming|next|(?:is|are) to|prepar(?:es|ing) (?:to|for)|ready to|"
    r"(?:moved|postponed|delayed|put off|adjourned|rescheduled|brought forward)(?: \w+)? (?:to|until|till|for)|"
    r"opens|begins|starts|reconvenes|convenes|resumes|expires|closes|takes effect|come back|returns)\b"
)
# Right before a date these mean a term, unless the clause tells what happened.
TERM = re.compile(r"\b(?:by|until|till|no later than)\s+(?:the\s+)?$")
# What stands before a bare year; other four-digit numbers are counts.
YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|of|from|until|till|during|before|after|around|circa|for|to|and|or|between|early|late|mid|"
    r"year|the|a|an|his|her|its|their|our|spring|summer|fall|autumn|winter|through|than|back|when|least|is|was|were)|[’']s|s[’']|[(,;:])\s*$",
    re.IGNORECASE,
)
