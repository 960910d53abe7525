"""Where a report denies: the words that deny, who denies, and what."""

from __future__ import annotations

import re

from twosource.compare.told import Page, Told, lemmas
from twosource.gazetteer.nations import is_nationality
from twosource.model import Span

_OBJECT = (
    r"(?:\w+ ){0,3}(?:claims?|allegations?|accusations?|assertions?|reports?|rumou?rs|suggestions?|notions?|ideas?|"
    r"charges?|story|stories|accounts?|speculation|theory|theories|insinuations?|characterizations?)\b"
)
# "Deny" with one of these after it is to refuse, or to deny having anything to say on it.
_REFUSED = (
    r"him|her|them|us|me|you|our|their|people|it entry|access|entry|bail|asylum|services?|admission|permission|"
    r"coverage|care|funding|boarding|treatment|parole|visas?|licen[cs]es?|rights|requests?|benefits|"
    r"a (?:visa|permit|request|motion)|the (?:request|motion|appeal|visa|petition)|"
    r"(?:it|he|she|they|we|I)? ?(?:has|had|have|having)? ?(?:any|seen any) (?:evidence|knowledge)|"
    r"(?:it|he|she|they|we|I) (?:has|had|have) any"
)
_QUITE = r"(?:absolutely |completely |totally |simply |categorically )?"
_DENIAL = re.compile(
    rf"\b(?:(?:den(?:y|ies|ied|ying)|denials?)\b(?! (?:{_REFUSED}))"
    r"|(?:dismiss|reject|refut|rebut|disput|disavow|debunk|brush(?:es|ed)? (?:off|aside))"
    rf"(?:e?s|e?d|ing|ted|ting)? {_OBJECT}"
    rf"|(?:play(?:s|ed|ing)? down|downplay(?:s|ed|ing)?) {_OBJECT}"
    rf"|call(?:s|ed|ing)? (?:\w+ ){{1,6}}[“\"‘]?{_QUITE}(?:false|untrue|baseless|unfounded|nonsense|a lie|lies|fake|"
    r"a hoax|fabricat\w+|crazy|absurd|ridiculous)\b"
    rf"|(?:is|are|was|were) {_QUITE}(?:false|untrue|baseless|unfounded|fabricated|a hoax|a lie)\b"
    r"|(?:insist(?:s|ed)?|maintain(?:s|ed)?) (?:that )?(?:\w+ ){1,4}"
    r"(?:did|had|was|were|has|have|is|are|do|does) (?:not|never|nothing)\b)",
    re.IGNORECASE,
)
_NOT_DENIED = re.compile(
    r"\b(?:did not|didn[’']t|not|never|neither|nor|refused to|declined to|without|nor) (?:\w+ )?$"
    r"|\b(?:was|were|been|being|be) (?:\w+ )?$",
    re.IGNORECASE,
)
# "..., a point the office denied": what is denied stands in the same sentence.
_ASIDE = re.compile(r",[”\"’]? an? (?:point|claim|charge|assertion|accusation|notion) [^,]*$")
NAME = re.compile(r"\b(?!(?:Mrs?|Ms|Dr|The|An?|He|She|It|They|But|And|In|On)\b)[A-Z][\w’'-]+")


class Denial:
    """Where a sentence denies something, who denies it (capitalised words), and what (its words)."""

    def __init__(self, told: Told, at: Span) -> None:
        self.told, self.at = told, at
        after = told.text[at.end :].strip(" ,")
        before = told.text[: at.start]
        part = re.split(r"[,;—–]", after, maxsplit=1)[0].strip()
        self.content = part if len(part.split()) >= 2 else after if len(after.split()) >= 3 else before
        names = re.findall(r"(?<!^)\b[A-Z][\w’'-]+", told.text)
        self.names = plain_names(names)
        self.denier = next(iter([*reversed(NAME.findall(before)), *NAME.findall(after)]), "")
        pointing = _POINTING.match(told.text, at.end - len(told.text[at.start : at.end].split()[-1]) - 1)
        self.back = bool(_BACK.search(told.text[at.start : at.end + 24])) or pointing is not None
        self.relative = (
            re.search(r",? (?:which|that|something|as) (?:[\w’']+ ){1,6}$", before) if len(after) < 3 else None
        )
        self.general = _GENERAL.fullmatch(part) is not None or (
            self.relative is not None and _GENERAL.search(before[: self.relative.start()]) is not None
        )
        self.lemmas = lemmas(self.content)
        self.named = lemmas(" ".join(NAME.findall(self.content)))

    def speaks_in(self, told: Told) -> bool:
        """Whether who denies is the one who speaks in ``told``."""
        name = re.escape(self.denier.removesuffix("’s").removesuffix("'s"))
        said = r"(?:said|says|told|added|wrote|tweeted|denied|argued|insisted)"
        return bool(name) and bool(
            re.search(rf"\b{name}\b,? (?:\w+ ){{0,2}}{said}\b|\b{said} (?:\w+\.? ){{0,3}}{name}\b", told.text)
        )


# "Denied the allegations": all that he is accused of, wherever it stands.
_GENERAL = re.compile(
    r"(?:(?:the|these|those|all|any|his|her|their|such) )*(?:allegations?|accusations?|charges?|claims?)"
    r"(?: against (?:him|her|them|it))?[.,”\"]*$",
    re.IGNORECASE,
)
# A denial of what has just been told: "the report", "that account", "it".
_BACK = re.compile(
    r"\b(?:the|that|this|those|these|such|all|both) (?:\w+ )?(?:reports?|stor(?:y|ies)|accounts?|articles?|claims?|"
    r"allegations?|accusations?|charges?|thing|version|suggestions?)\b"
    r"|\bdenie[sd] (?:it|this|that|them)\b(?=\W*$|[.,;])"
)
_POINTING = re.compile(r" (?:it|this|that|them|everything)\b(?=[.,;]| and|$)")


def denials(page: Page) -> tuple[Denial, ...]:
    """What the sentences deny, in order, one after the other where two people deny in one sentence; a denial inside a
    quotation is its speaker's.
    """  # fmt: skip
    out = []
    for told in page.denying:
        if told.headline:
            continue
        found = [m for m in _DENIAL.finditer(told.text) if not _NOT_DENIED.search(told.text[: m.start()])]
        if found and not _ASIDE.search(told.text[: found[0].start()]):
            out += [Denial(told, Span(m.start(), m.end())) for m in found]
    return tuple(out)


def plain_names(names: list[str]) -> frozenset[str]:
    """Names folded, without those of nations, which accuse nobody."""
    bare = {n.removesuffix("’s").removesuffix("'s") for n in names}
    return frozenset(n.casefold() for n in bare if not is_nationality(n))
