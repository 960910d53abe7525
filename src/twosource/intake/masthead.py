"""Whose page it is: a short name above the headline, where other lines of the page confirm it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from twosource.gazetteer.names import word_set
from twosource.intake.header import MEDIA_WORDS, SMALL, header, outlet_name, spelled
from twosource.intake.sections import is_section
from twosource.intake.when import iso_date
from twosource.text.verbs import FINITE

# Two signs that agree, or one that leaves no doubt (an address spelled as the name, a copyright line). On 1,104 real
# reports that print no masthead this names nobody.
ENOUGH = 3
# A masthead is among the first lines; what a site says of itself is among the first and the last.
TOP = 6
FOOT = 12
LONGEST_LINE = 300
LONGEST_NAME = 40
MOST_WORDS = 5
_BAR = re.compile(r"\s+[|>»›·•/–—-]+\s+|\s*[|>»›·•]\s*")
_FREQUENCY = re.compile(r"\s+\d{2,4}(?:[.,]\d|(?:[.,]\d)?\s?(?:FM|AM|MHz))$", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w&’'.-]*(?: (?:&|[^\W\d_][\w&’'.-]*))*")
_DESK = re.compile(
    r"(?:[Bb]y:? )?(?P<name>(?:[A-Z][\w&’'-]* ){1,4}?)(?:Desk|Staff|Newsroom|News Desk|Web Desk|Team)\b"
    r"(?:\s?[|,·•/–—-].*)?"
)
_HOST = re.compile(r"(?<![\w.-])(?:[\w.+-]{1,64}@)?(?P<host>(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,10})\b", re.IGNORECASE)
_RIGHTS = re.compile(r"[-–—\s(]*(?:©|\(c\) |copyright\b)", re.IGNORECASE)
# Words with which a site speaks of itself.
_ITSELF = re.compile(
    r"\b(?:subscri\w+|newsletter|briefing|edition|join|channel|follow|members?(?:hip)?|support(?:ed)?|journalism"
    r"|corrections?|complaints?|tips?|read more|more (?:from|on)|advertis\w+|app|e-?mail|funded|donations?|sign up"
    r"|trending|takes no|independent|readers|listeners|viewers|archive|podcast|(?:write|talk) to|contact|newsroom"
    r"|newsdesk|terms|privacy|reprint\w*|republish\w*|like this|most read|stories like)\b|@",
    re.IGNORECASE,
)
_COMMON = MEDIA_WORDS | word_set("the of and for new city state national public free morning evening sunday")


class Masthead(NamedTuple):
    """The line that names the outlet, the name, and what confirms it."""

    line: int
    name: str
    signs: tuple[str, ...]


def masthead(lines: Sequence[str]) -> Masthead | None:
    """The outlet whose name stands above the headline or in a bar of sections and dates; ``None`` where two signs do
    not agree, or two names are as sure. The lines are the page's, in order. Linear in them."""
    signs = _Signs(lines)
    found: dict[str, tuple[int, Masthead]] = {}
    for index, name, sure in _candidates(lines[:TOP]):
        score, why = signs.of(name, index)
        score += sure
        if score >= ENOUGH and _letters(name) not in found:
            found[_letters(name)] = (score, Masthead(index, name, tuple(why)))
    ranked = sorted(found.values(), key=lambda item: -item[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def _candidates(top: Sequence[str]) -> Iterator[tuple[int, str, int]]:
    """Lines that may name the outlet, with how much their own form says for it."""
    for index, line in enumerate(line.strip(" \t\xa0\ufeff*_") for line in top):
        if len(line) > LONGEST_LINE or (len(line) > 120 and index):
            return
        if (desk := _DESK.fullmatch(line)) and is_name(desk["name"].strip()):
            yield index, desk["name"].strip(), 1
            continue
        parts = [part.strip() for part in _BAR.split(line)]
        bar = len(parts) > 1
        if bar and not _is_bar(parts):
            continue
        for part in (_FREQUENCY.sub("", part) for part in parts):
            if is_name(part):
                media = outlet_name(part) is not None
                yield index, spelled(part), 3 if media else 0


def _is_bar(parts: Sequence[str]) -> bool:
    """Name, section and date side by side: short parts, one of them a section or a date."""
    short = all(0 < len(part) <= LONGEST_NAME for part in parts) and not parts[-1].endswith(".")
    return short and any(is_section(part) or iso_date(part) for part in parts)


def is_name(text: str) -> bool:
    """Whether a line has the shape of a name: one to five words with capitals, none of them a verb, no section."""
    words = text.split()
    if not 0 < len(words) <= MOST_WORDS or not 3 <= len(text) <= LONGEST_NAME or not _NAME.fullmatch(text):
        return False
    if is_section(text) or iso_date(text) or text.endswith(".") or words[0].lower() in ("by", "in", "on", "at", "from"):
        return False
    named = [w for w in words if w.lower() not in SMALL]
    return bool(named) and all(w[0].isupper() for w in named) and not any(w.lower() in FINITE for w in words)


class _Signs:
    """What the head and foot of a page say of names."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = [line[:LONGEST_LINE] for line in lines[: TOP + 2]]
        foot = [line for line in lines[max(1, len(lines) - FOOT) :] if len(line) <= LONGEST_LINE]
        near = [*(line for line in lines[:TOP] if len(line) <= LONGEST_LINE), *foot]
        self._labels = {label for line in near for m in _HOST.finditer(line) for label in _labels(m["host"])}
        self._rights = [line for line in foot if _RIGHTS.match(line)]
        self._foot = [line for line in foot if _ITSELF.search(line) and not _RIGHTS.match(line)]
        self._credits = near
        self._text = "\n".join(lines)

    def of(self, name: str, index: int) -> tuple[int, list[str]]:
        """How sure the name is, and why."""
        signs = [
            self._place(index),
            self._address(name),
            self._owner(name),
            self._itself(name),
            self._work(name),
        ]
        return sum(score for score, _ in signs), [why for score, why in signs if score]

    def _place(self, index: int) -> tuple[int, str]:
        if index == 0:
            return 2 if self._heads(index) else 1, "stands first"
        return (1, "stands above a date or section") if self._heads(index) else (0, "")

    def _heads(self, index: int) -> bool:
        below = self._lines[index + 1].strip() if index + 1 < len(self._lines) else ""
        return bool(below) and (is_section(below) or bool((h := header(below)) and h.what != "masthead"))

    def _address(self, name: str) -> tuple[int, str]:
        letters = _letters(name)
        if letters in self._labels or "the" + letters in self._labels:
            return 3, "an address is spelled as the name"
        if any(word in self._labels for word in _telling(name)):
            return 2, "an address has the name's word"
        return 0, ""

    def _owner(self, name: str) -> tuple[int, str]:
        if any(_holds(line, name) for line in self._rights):
            return 3, "states its rights"
        if any(_holds(line, word) for line in self._rights for word in _telling(name)):
            return 2, "states its rights"
        return 0, ""

    def _itself(self, name: str) -> tuple[int, str]:
        short = [*_telling(name), *(f"the {w}" for w in name.lower().split() if w in MEDIA_WORDS)]
        times = sum(_holds(line, name) or any(_holds(line, word) for word in short) for line in self._foot)
        times += sum(_credited(line, name) for line in self._credits)
        return (min(2 + (times > 1), 3), "the page speaks of itself by the name") if times else (0, "")

    def _work(self, name: str) -> tuple[int, str]:
        spelled_out = re.escape(_bare(name))
        told = re.compile(
            rf"\b(?:told|speaking to|spoke to|spoken to|talked to) (?:the )?{spelled_out}\b", re.IGNORECASE
        )
        seen = re.compile(
            rf"\b{spelled_out} (?:has )?(?:obtained|seen|reviewed|verified|spoke to|contacted)\b", re.IGNORECASE
        )
        times = sum(1 for _, _ in zip(range(3), told.finditer(self._text), strict=False))
        times += bool(seen.search(self._text))
        return (min(times, 2), "was told things") if times else (0, "")


def _credited(line: str, name: str) -> bool:
    return bool(re.search(rf"[:/] ?[A-Z].{{2,50}}(?: for |/){re.escape(name)}[).]*$", line)) and len(line) < 120


def _holds(line: str, name: str) -> bool:
    return (
        re.search(
            rf"(?<!\w){re.escape(_bare(name) if not name.startswith('the ') else name)}(?!\w)", line, re.IGNORECASE
        )
        is not None
    )


def _telling(name: str) -> list[str]:
    """The words of a name that other names do not share."""
    return [
        w for word in name.lower().split() if len(w := word.strip(".,'’")) >= 4 and w not in _COMMON and w not in SMALL
    ]


def _labels(host: str) -> list[str]:
    return [label.replace("-", "") for label in host.lower().split(".")[:-1]]


def _bare(name: str) -> str:
    return name[4:] if name.lower().startswith("the ") else name


def _letters(name: str) -> str:
    return "".join(c for c in _bare(name).lower() if c.isalnum())
