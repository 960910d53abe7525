"""Words of a report that name somebody else, or its own outlet, as having the material first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from twosource.model import Span, Statement
from twosource.sources.chains import Chains, Entity
from twosource.sources.lexicon import ORGANISATION_HEADS
from twosource.sources.mentions import Mention
from twosource.sources.page import Page
from twosource.sources.speakers import Said


class RawCredit(NamedTuple):
    """A credit before sources have ids: the credited entity, the form, the crediting words, their sentence, how sure."""

    entity: Entity
    rule: str
    words: Span
    sentence: Span
    score: float


# What stands before an outlet's name when it is credited: rule, pattern ending at the name.
_THE = r"(?:\s+(?:the|an?))?\s*[“\"‘']?(?:news\s+agency\s+|newspaper\s+|magazine\s+|broadcaster\s+)?$"
BEFORE: tuple[tuple[str, re.Pattern[str], float], ...] = tuple(
    (rule, re.compile(pattern + _THE, re.IGNORECASE), score)
    for rule, pattern, score in (
        ("told X", r"\b(?:tell|tells|told|telling|confided\s+(?:in|to)|confirmed\s+to)", 0.95),
        ("according to a report by X", r"\b(?:according\s+to|per|as\s+per|citing|cited)\s+(?:an?|the|its|this|one|several|two)\s+(?:\w+[\s-]){0,4}?(?:report|reports|article|story|piece|investigation|account|dispatch|analysis|interview)\s+(?:by|in|from|with|published\s+(?:by|in|on))", 0.97),
        ("according to X", r"\b(?:according\s+to|in\s+the\s+words\s+of)", 0.9),
        ("as per X", r"\b(?:as\s+)?per", 0.9),
        ("via X", r"\b(?:via|h/t|hat\s+tip(?:\s+to)?|courtesy\s+of)", 0.8),
        ("citing X", r"\b(?:citing|cites|cited\s+by|quoting|quoted\s+by|referring\s+to)", 0.9),
        ("first reported by X", r"\b(?:first|originally|previously|earlier|also)\s+(?:reported|published|broken|disclosed|revealed|covered|aired)\s+(?:\w+\s+)?(?:by|in|on)", 0.97),
        ("reported by X", r"\b(?:reported|published|disclosed|revealed|released|aired|broadcast|quoted|carried|printed)\s+(?:\w+\s+){0,2}?(?:by|in|on)", 0.9),
        ("obtained by X", r"\b(?:obtained|reviewed|seen|viewed|verified|acquired|translated|contacted|conducted|commissioned|compiled|shared|provided|sent|given|leaked|granted)\s+(?:exclusively\s+)?(?:by|to|with)", 0.9),
        ("interview with X", r"\b(?:interviews?|interviewed|conversation|discussion|briefing)\s+(?:\w+\s+){0,3}?(?:with|by|for|on|to|in)", 0.9),
        ("spoke to X", r"\b(?:spoke|spoken|speaks?|speaking|talked|talking|replied|responded|wrote|writing|said|statement|comment|comments|email|e-mail|message|remarks|letter|back)\s+(?:\w+\s+){0,2}?(?:to|with|in|for|on)", 0.9),
        ("a report by X", r"\b(?:report|reports|reporting|article|story|stories|piece|investigation|account|dispatch|op-ed|column|editorial|essay|coverage)\s+(?:by|in|from|of)", 0.9),
        ("asked by X", r"\b(?:asked|approached|reached|questioned)\s+by", 0.85),
    )
)  # fmt: skip
# What stands after an outlet's name.
AFTER: tuple[tuple[str, re.Pattern[str], float], ...] = tuple(
    (rule, re.compile(pattern, re.IGNORECASE), score)
    for rule, pattern, score in (
        ("X first reported", r"(?:,? which)?\s+(?:was\s+the\s+first\s+to\s+report|(?:first|originally|previously|earlier)\s+(?:reported|published|broke|disclosed|revealed))", 0.97),
        ("X has learned", r"\s+(?:has|have|had)\s+(?:\w+\s+)?(?:learned|learnt|confirmed|obtained|reviewed|seen|verified|reported|revealed|established|found|identified|interviewed|documented|spoken)", 0.95),
        ("X reported", r"(?:,? which)?\s+(?:also\s+|later\s+|then\s+)?(?:reported|reports|is\s+reporting|said|says|wrote|writes|noted|notes|revealed|reveals|claimed|claims|quoted|quotes|cited|cites|added|adds|found|broke|published|aired|announced|confirmed|confirms|disclosed|described|understands|learned|identified|stated|suggested|carried|showed|ran)\b", 0.9),
        ("X spoke to", r"\s+(?:spoke|talked|interviewed|contacted|reached|asked|sat\s+down|caught\s+up|met|visited|reviewed|obtained|is\s+(?:protecting|withholding|not\s+(?:naming|identifying|using|publishing))|agreed\s+(?:not\s+)?to|granted|withheld|could\s+not\s+(?:independently\s+)?(?:verify|confirm|reach)|did\s+not\s+(?:name|identify))\b", 0.9),
        ("X's report", r"(?:['’]s)\s+(?:\w+\s+){0,3}?(?:report|reports|reporting|article|story|investigation|sources?|account|interview|analysis|reporter|correspondent|coverage|scoop|exclusive|findings|request)", 0.9),
        ("X sources", r"\s+(?:report|reports|sources?|article|story|investigation|interview|poll|survey|reporter|correspondent|columnist|journalist|staff|contributor)\b", 0.8),
        ("contributed to this report", r"[^.]{0,80}\bcontributed\s+(?:to\s+(?:this|the)\s+(?:report|story|article)|reporting)", 0.95),
    )
)  # fmt: skip
_SLUG = re.compile(r"^[^\n]{0,60}?\(\s*$")
_SLUG_AFTER = re.compile(r"^\s*\)\s*(?:[—–-]|\n|$)")
# Own reporting, told by words only the outlet itself would use of itself.
_OWN_WORDS = re.compile(
    r"\s+(?:is\s+(?:protecting|withholding|not\s+(?:naming|identifying|using|publishing))|has\s+agreed\s+(?:not\s+)?to|agreed\s+(?:not\s+)?to|granted|"
    r"withheld|could\s+not\s+(?:immediately\s+|independently\s+)?(?:verify|confirm|reach)|has\s+(?:not\s+)?(?:been\s+able\s+to\s+)?(?:independently\s+)?(?:verified|verify|confirmed)|"
    r"reached\s+out|contacted|has\s+reached\s+out|has\s+contacted|has\s+(?:seen|reviewed|obtained))",
    re.IGNORECASE,
)
_FIRST_ON = re.compile(r"\bappeared\s+first\s+on\s+(?:the\s+)?$", re.IGNORECASE)
_NAME_OF_OUTLET = re.compile(
    r"\b(?:News|Times|Post|Herald|Tribune|Daily|Journal|Radio|TV|Television|Press|Magazine|Gazette|Chronicle|Broadcasting|Media|Weekly|"
    r"Examiner|Observer|Mail|Telegraph|Mirror|Courier|Star|Sun|Sentinel|Globe|Inquirer|Register|Dispatch|Standard|Beast|Review|Newspaper|"
    r"Today|Online|Wire|Agency|Telegram|Bulletin|Monitor|Ledger|Echo|Argus|Reporter)$"
)
_PLATFORM = re.compile(
    r"\b(?:on|via|through|to)\s+(?:his\s+|her\s+|its\s+|their\s+|the\s+)?(?:social\s+media|social\s+network(?:\s+\w+)?|Twitter|Facebook|Telegram|Instagram|Truth\s+Social|X|Weibo|YouTube|TikTok|VKontakte|LinkedIn|Bluesky|Mastodon|Threads|messaging\s+app(?:\s+\w+)?)\b"
)
_TO_REPORTERS = re.compile(
    r"\b(?:told|telling|tells|said\s+to|speaking\s+to|spoke\s+to|spoke\s+with)\s+(?:a\s+group\s+of\s+|assembled\s+)?(?:reporters|journalists|the\s+press|newsmen)\b[^.,;“”\"]{0,40}"
)
_IN_DOCUMENT = re.compile(r"\b(?:in|during|at|on|by|per|via|through|from|to|with|after|of|citing)\s*$", re.IGNORECASE)


def promote_outlets(chains: Chains) -> None:
    """Organisations that the words beside them make outlets ("told Ridgeway Star", "X Weekly reported") become so."""
    for entity in chains.entities:
        if entity.sort not in ("organisation", "unknown", "person") or not entity.names or entity.state:
            continue
        if entity.sort == "person" and (len(entity.full_name.split()) < 2 or any(m.phrase for m in entity.mentions)):
            continue
        name = entity.full_name
        words = name.lower().split()
        named_so = bool(_NAME_OF_OUTLET.search(name)) and len(words) > 1
        proven = False
        for m in entity.mentions:
            if m.form != "name":
                continue
            rules = {rule for rule, _, _ in _beside(chains.page, m)}
            strong = rules & {
                "according to a report by X",
                "first reported by X",
                "X first reported",
                "contributed to this report",
            }
            weak = rules & {
                "told X",
                "X reported",
                "according to X",
                "interview with X",
                "reported by X",
                "citing X",
                "a report by X",
                "X's report",
                "spoke to X",
                "X sources",
            }
            if (named_so and (strong or weak)) or (strong and entity.sort != "person" and not (set(words) & ORGANISATION_HEADS)):
                proven = True
        if proven:
            entity.sort = "outlet"


def credits(chains: Chains, statements: Sequence[Statement], said: Mapping[str, Said]) -> list[RawCredit]:
    """The credits of one report in text order; may add document entities for remarks and posts to ``chains``."""
    page = chains.page
    found: list[RawCredit] = []
    for m in chains.mentions:
        entity = chains.of.get((m.start, m.end))
        if entity is None or entity.sort != "outlet" or m.form != "name" or page.in_quote(m.start):
            continue
        best = max(_beside(page, m), key=lambda item: item[2], default=None)
        if best is not None:
            rule, words, score = best
            found.append(RawCredit(entity, rule, words, page.sentences[page.sentence_at(m.start)], score))
    found += _documents(chains, statements, said)
    found += _remarks(chains, statements, said)
    seen: set[tuple[int, int, str]] = set()
    kept = []
    for credit in sorted(found, key=lambda c: (c.words, c.rule)):
        mark = (credit.entity.number, credit.sentence.start, credit.rule)
        if mark not in seen:
            seen.add(mark)
            kept.append(credit)
    return kept


def _beside(page: Page, m: Mention) -> Iterator[tuple[str, Span, float]]:
    """The forms of credit that the words before and after a name make."""
    text, sentence = page.text, page.sentences[page.sentence_at(m.start)]
    before = text[max(sentence.start, m.start - 110) : m.start]
    for rule, pattern, score in BEFORE:
        found = pattern.search(before)
        if found:
            yield rule, Span(m.start - len(before) + found.start(), m.end), score
            break
    after = text[m.end : min(sentence.end, m.end + 110)]
    for rule, pattern, score in AFTER:
        hit = pattern.match(after)
        if hit:
            yield rule, Span(m.start, m.end + hit.end()), score
            break
    line = text[text.rfind("\n", 0, m.start) + 1 : m.start]
    if _SLUG.match(line) and _SLUG_AFTER.match(text[m.end : m.end + 4]):
        yield "agency slug", Span(m.start - 1, m.end + 1), 0.95


def _documents(chains: Chains, statements: Sequence[Statement], said: Mapping[str, Said]) -> Iterator[RawCredit]:
    """Documents that speak for a statement, or that somebody speaks in ("said in a letter", "at a news conference")."""
    page = chains.page
    cited = {}
    spoken: dict[int, Statement] = {}
    for s in statements:
        who = said.get(s.id)
        if who is not None and who.entity is not None and who.entity.sort == "document":
            cited.setdefault(who.entity.number, s)
        spoken.setdefault(page.sentence_at(s.cue.start if s.cue else s.content[0].start), s)
    for m in chains.mentions:
        entity = chains.of.get((m.start, m.end))
        if entity is None or entity.sort != "document" or m.phrase is None or page.in_quote(m.start):
            continue
        k = page.sentence_at(m.start)
        sentence = page.sentences[k]
        if entity.number in cited and page.sentence_at(cited[entity.number].content[0].start) in (k, k - 1, k + 1):
            yield RawCredit(entity, "document cited", m.span, sentence, 0.85)
            continue
        lead = _IN_DOCUMENT.search(page.text[max(sentence.start, m.start - 12) : m.start])
        statement = spoken.get(k)
        if (
            lead
            and statement is not None
            and m.phrase.head in SPOKEN_IN
            and not any(c.start <= m.start < c.end for c in statement.content)
        ):
            yield RawCredit(entity, "said in a document", Span(m.start - len(lead.group()), m.end), sentence, 0.8)


SPOKEN_IN = frozenset(
    ["letter", "memo", "statement", "press", "release", "tweet", "post", "message", "email", "interview", "speech", "address", "book", "memoir", "testimony", "hearing", "briefing", "broadcast", "video", "recording", "article", "essay", "op-ed", "editorial", "filing", "affidavit", "lawsuit", "complaint", "indictment", "report", "paper", "documentary", "remark", "comment"]
) | {"news conference", "press conference", "confirmation hearing", "press release", "news release", "text message", "blog post",
     "facebook post", "court filing", "court document", "court paper", "court record", "press statement"}  # fmt: skip


def _remarks(chains: Chains, statements: Sequence[Statement], said: Mapping[str, Said]) -> Iterator[RawCredit]:
    """Remarks to the press and posts on a platform: given to all, so whoever carries them gathered nothing alone."""
    page = chains.page
    remarks: dict[int, Entity] = {}
    for s in statements:
        who = said.get(s.id)
        if who is None or who.entity is None:
            continue
        sentence = page.sentences[page.sentence_at(s.cue.start if s.cue else s.content[0].start)]
        text = page.text[sentence.start : sentence.end]
        told = _TO_REPORTERS.search(text)
        if told and s.cue is not None and abs(sentence.start + told.start() - s.cue.start) < 40:
            speaker = who.entity
            entity = remarks.get(speaker.number)
            span = Span(sentence.start + told.start(), sentence.start + told.start() + len(told.group().rstrip()))
            if entity is None:
                entity = Entity(len(chains.entities), "document")
                chains.entities.append(entity)
                remarks[speaker.number] = entity
                entity.words.add("remarks")
                entity.owner = speaker
            entity.mentions.append(Mention(span.start, span.end, "role", "document"))
            yield RawCredit(entity, "told reporters", span, sentence, 0.8)
        posted = _PLATFORM.search(text)
        if posted and who.entity.sort in ("person", "organisation", "group"):
            start = sentence.start + posted.start()
            if s.cue is not None and abs(start - s.cue.start) < 60 and not page.in_quote(start):
                yield RawCredit(
                    who.entity,
                    "posted",
                    Span(s.cue.start, sentence.start + posted.end()) if s.cue.start < start else Span(start, s.cue.end),
                    sentence,
                    0.8,
                )


def own_outlet(chains: Chains) -> Entity | None:
    """The outlet that the story's own words show to be the report's own; ``None`` where they do not.

    Being spoken to counts a little each time; words only the outlet itself would use ("is protecting his identity")
    count much; being named as the report of somebody else ("according to X", "X first reported") counts against it.
    """
    page = chains.page
    best: tuple[float, int] | None = None
    chosen = None
    for entity in chains.entities:
        if entity.sort != "outlet":
            continue
        score = 0.0
        for m in entity.mentions:
            if m.form != "name":
                continue
            rules = {rule for rule, _, _ in _beside(page, m)}
            if _OWN_WORDS.match(page.text[m.end : m.end + 60]):
                score += 3
            elif _FIRST_ON.search(page.text[max(0, m.start - 40) : m.start]):
                score += 4
            elif rules & {"X spoke to"}:
                score += 1.5
            elif rules & {"told X", "spoke to X", "obtained by X", "X has learned", "interview with X"}:
                score += 0.5
            elif rules:
                score -= 1.5
        if score >= 3 and (best is None or (score, -entity.number) > best):
            best, chosen = (score, -entity.number), entity
    return chosen
