"""Who says it: each statement of a report to the entity that speaks, through names, roles, pronouns and context."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from twosource.model import Span, Statement
from twosource.sources import phrases
from twosource.sources.entities import Chains, Entity
from twosource.sources.lexicon import PREPOSITIONS, PRONOUNS
from twosource.sources.mentions import Mention
from twosource.sources.pronouns import Turn, antecedent
from twosource.sources.questions import answerer, asked, quoted_there
from twosource.text.words import content_words

# Least share of the shorter content's words that two passages must have in common to say the same.
SAME_WORDS = 0.6

# A pronoun understood this surely tells whether its name is a man's or a woman's.
SURE_OF_SEX = 0.85

# "It is widely believed": nobody in particular.
_NOBODY = re.compile(
    r"\b(?:widely|generally|commonly|long|often)\b"
    r"|\b(?:is|are|was|were|been|being|be)\s+(?:\w+\s+)?(?:believed|thought|known|expected|understood|considered|recogni[sz]ed|feared|assumed"
    r"|presumed|seen|regarded|rumou?red|deemed|hoped|promised)\b"
)
# "He, along with his deputies,": the pronoun speaks.
_LED_BY_PRONOUN = re.compile(r"(he|she|they|it)(?:\s*,|\s+and\s+(?:his|her|their|its)\b)")
# "The council, whose statements have called it": the words are the council's.
_WHOSE = re.compile(r"whose (?:\w+ )*(?:statement|remark|comment|report|announcement|word|letter|post|tweet)s?$")
_READS = re.compile(r"(?:reads?|read)\b", re.IGNORECASE)
_TELLS = re.compile(r"(?:has |have |had )?(?:told|tells?)\b", re.IGNORECASE)
_HEARSAY = frozenset(["reportedly", "allegedly", "supposedly", "purportedly", "apparently"])


class Said(NamedTuple):
    """A statement's speaker (``None`` where nothing tells), by which rule, and how sure (0..1)."""

    entity: Entity | None
    rule: str
    score: float


def speakers(chains: Chains, statements: Sequence[Statement]) -> dict[str, Said]:
    """Statement id -> who says it. ``statements`` are those of one report."""
    return _Speakers(chains, statements).run()


class _Speakers:
    def __init__(self, chains: Chains, statements: Sequence[Statement]) -> None:
        self.chains, self.page = chains, chains.page
        self.statements = sorted(statements, key=_begin)
        self.said: dict[str, Said] = {}
        self.mentions = [m for m in chains.mentions if (m.start, m.end) in chains.of]
        self.starts = [m.start for m in self.mentions]
        self.by_sentence: dict[int, list[Mention]] = defaultdict(list)
        for m in self.mentions:
            if not self.page.aside_at(m.start):
                self.by_sentence[self.page.sentence_at(m.start)].append(m)
        self.words: dict[str, frozenset[str]] = {}
        self.longest = max((m.end - m.start for m in self.mentions), default=0)

    def run(self) -> dict[str, Said]:
        late: list[Statement] = []
        said: Said | None
        for k, statement in enumerate(self.statements):
            if asked(self.page, statement):
                said = Said(None, "hearer", 0.0)
            elif statement.source is not None:
                said = self.by_source(statement, self.statements[:k])
            else:
                said = self.by_context(statement, k)
                if said is None:
                    late.append(statement)
                    continue
            self.said[statement.id] = said
        for statement in late:
            self.said[statement.id] = self.by_content(statement) or Said(None, "unknown", 0.0)
        return self.said

    # a source is given --------------------------------------------------------------------------------------------

    def by_source(self, statement: Statement, before: Sequence[Statement]) -> Said:
        source = statement.source
        assert source is not None  # the caller looked
        words = self.page.text[source.start : source.end].lower().replace("’", "'").strip(" ,.“”\"'")
        kind = PRONOUNS.get(words)
        if kind in ("1", "1p", "2"):
            return self.first_person(statement, before)
        if kind == "r" or words.startswith("who "):
            return self.relative(Span(source.start, source.start + len(words.split()[0])))
        if kind is not None:
            return self.pronoun(statement, source, kind, before)
        if _WHOSE.match(words):
            return self.relative(Span(source.start, source.start + len("whose")))
        lead = _LED_BY_PRONOUN.match(words)
        if lead and source.end <= self.page.sentences[self.page.sentence_at(source.start)].end:
            first = Span(source.start, source.start + len(lead.group(1)))
            return self.pronoun(statement, first, PRONOUNS[lead.group(1)], before)
        odd = self.document_read(statement) or self.teller(statement, source)
        if odd is not None:
            return odd
        inner = phrases.core(self.page, source)
        found = self.overlapping(inner) or self.overlapping(source)
        # "Mr. Rahimi's office": the office speaks, and not its owner.
        owned = [m for m in found if not (self.owner(m) and any(o.start > m.end and o.form == "role" for o in found))]
        found = owned or found
        if found:
            best = max(found, key=lambda m: (_shared(m.span, inner), m.form == "name" and not m.possessive, -m.start))
            best = self.named_at_end(best, found, inner) or best
            quoted = quoted_there(self.chains, statement, best, self.by_sentence[self.page.sentence_at(best.start)])
            if quoted is not None:
                return Said(quoted, "quoted", 0.8)
            return Said(self.chains.of[best.start, best.end], best.form, 0.95)
        return Said(None, "unknown", 0.0)

    def owner(self, m: Mention) -> bool:
        """The mention is somebody's to whom what follows belongs ("the council's clerk")."""
        plural = m.end > 0 and self.page.text[m.end - 1] == "s"
        return m.possessive or self.page.text.startswith(("'s ", "’s ", *(("' ", "’ ") if plural else ())), m.end)

    def named_at_end(self, role: Mention, found: Sequence[Mention], inner: Span) -> Mention | None:
        """ "Leader of the river convoy Ana Ruiz": the name that ends the phrase bears the title that begins it."""
        described = self.chains.of[role.start, role.end]
        if role.form == "name" or described.plural or described.sort != "person":
            return None
        for m in found:
            if m.form == "name" and m.sort == "person" and m.end == inner.end and m.start > role.start:
                i = self.page.token_at(m.start)
                lead = self.page.tokens[i - 1]
                if lead.word and lead.low not in PREPOSITIONS and lead.low not in ("and", "the"):
                    return m
        return None

    def document_read(self, statement: Statement) -> Said | None:
        """ "The entry for March reads": what reads is the document that stands before it in the sentence."""
        cue = statement.cue
        if cue is None or not _READS.match(self.page.text, cue.start):
            return None
        near = [m for m in self.by_sentence[self.page.sentence_at(cue.start)] if m.end <= cue.start]
        near = [m for m in near if self.chains.of[m.start, m.end].sort == "document"]
        return Said(self.chains.of[near[0].start, near[0].end], "role", 0.9) if near else None

    def teller(self, statement: Statement, source: Span) -> Said | None:
        """ "Two men told the Ledger": whoever stands behind "told" hears it; who stands before it tells."""
        cue = statement.cue
        if cue is None or not 0 < source.start - cue.start <= cue.end - cue.start + 6:
            return None
        if not _TELLS.match(self.page.text, cue.start) or source.start < cue.start:
            return None
        heard = [m for m in self.overlapping(source) if self.chains.of[m.start, m.end].sort == "outlet"]
        near = [m for m in self.by_sentence[self.page.sentence_at(cue.start)] if m.end <= cue.start]
        near = [m for m in near if self.chains.of[m.start, m.end].sort in ("person", "group", "organisation")]
        if not heard or not near:
            return None
        return Said(self.chains.of[near[-1].start, near[-1].end], near[-1].form, 0.8)

    def overlapping(self, span: Span) -> list[Mention]:
        i = bisect_left(self.starts, span.end)
        found = []
        while i > 0 and self.starts[i - 1] > span.start - self.longest - 1:
            i -= 1
            if self.mentions[i].end > span.start:
                found.append(self.mentions[i])
        return found

    def first_person(self, statement: Statement, before: Sequence[Statement]) -> Said:
        """Inside a quotation "I" and "we" are its speaker."""
        here = statement.source.start if statement.source else _begin(statement)
        for other in reversed(before):
            if any(c.start <= here < c.end for c in other.content) and other.id in self.said:
                return Said(self.said[other.id].entity, "first-person", 0.9)
        around = self.page.quote_around(here)
        if around is not None:
            for other in self.statements:
                if other.id in self.said and any(c.start < around.end and around.start < c.end for c in other.content):
                    return Said(self.said[other.id].entity, "first-person", 0.8)
        return Said(None, "author", 0.0)  # outside quotations "I" is whoever wrote the report

    def relative(self, source: Span) -> Said:
        """ "Who", "which": the last mention before it in the sentence."""
        sentence = self.page.sentence_at(source.start)
        near = [m for m in self.by_sentence[sentence] if m.end <= source.start]
        near = [m for m in near if source.start - m.end < 120]
        if not near:
            return Said(None, "unknown", 0.0)
        who = self.page.text[source.start : source.end].lower().startswith("who")
        sorts = ("person", "group") if who else ("outlet", "document", "organisation", "group")
        people = [m for m in near if self.chains.of[m.start, m.end].sort in sorts]
        if who and not people:
            return Said(None, "unknown", 0.0)
        best = max(people or near, key=lambda m: (m.end, m.start))
        return Said(self.chains.of[best.start, best.end], "relative", 0.8)

    def pronoun(self, statement: Statement, source: Span, kind: str, before: Sequence[Statement]) -> Said:
        """He, she, they, it."""
        here = self.page.sentence_at(source.start)
        recent = (s for s in reversed(before) if s.id in self.said and self.said[s.id].entity is not None)
        last = next((s for s in recent if here - self.page.sentence_at(_begin(s)) <= 3), None)
        question = before[-1] if before and here - self.page.sentence_at(_begin(before[-1])) <= 2 else None
        asker = self.said[question.id].entity if question is not None and question.id in self.said else None
        answers = answerer(self.chains, question, asker, self.by_sentence) if question is not None else None
        found = antecedent(
            self.chains,
            self.by_sentence,
            source,
            kind,
            content=statement.content,
            told=[c for s in before[-8:] for c in s.content],
            turn=Turn(answers, asker) if answers else Turn(self.said[last.id].entity if last else None),
        )
        # A name that "she" surely meant is a woman's for the rest of the report.
        if found.entity is not None and found.entity.names and kind in ("m", "f") and found.score >= SURE_OF_SEX:
            found.entity.gender = found.entity.gender or kind
        return Said(*found)

    # no source is given -------------------------------------------------------------------------------------------

    def by_context(self, statement: Statement, k: int) -> Said | None:
        """The speaker of a statement without a source of its own: a quotation that goes on, a participle's subject."""
        start = _begin(statement)
        sentence, paragraph = self.page.sentence_at(start), self.page.paragraph_at(start)
        cue = self.page.text[statement.cue.start : statement.cue.end].lower() if statement.cue else ""
        before = [s for s in self.statements[max(0, k - 12) : k] if s.id in self.said]
        if self.page.headline is not None and self.page.headline.start <= start < self.page.headline.end:
            return None
        read = self.document_read(statement)
        if read is not None:
            return read
        if _NOBODY.search(cue):
            return Said(None, "nobody", 0.0)
        if cue in _HEARSAY:
            return self.hearsay(statement, before, sentence)
        if cue.endswith("ing") and cue.split()[0].endswith("ing"):
            return self.participle(statement, before)
        if statement.cue is not None:
            return None
        if not self.page.in_quote(start) and statement.form == "indirect":
            same = [s for s in before if self.page.sentence_at(_begin(s)) == sentence]
            return Said(self.said[same[-1].id].entity, "goes-on", 0.6) if same else None
        here = [s for s in before if self.page.paragraph_at(_begin(s)) == paragraph]
        if here:
            return Said(self.said[here[-1].id].entity, "goes-on", 0.85)
        after = [
            s
            for s in self.statements[k + 1 : k + 4]
            if self.page.paragraph_at(_begin(s)) == paragraph and s.source is not None and s.cue is not None
        ]
        if after:
            return Said(self.by_source(after[0], self.statements[:k]).entity, "goes-on", 0.7)
        if sentence > 0:
            last = [
                s
                for s in before
                if self.page.sentence_at(_end(s) - 1) == sentence - 1
                or self.page.sentence_at(_begin(s)) == sentence - 1
            ]
            if last:
                return Said(self.said[last[-1].id].entity, "goes-on", 0.75)
            subject = self.subject(sentence - 1)
            if subject is not None and subject.sort in ("person", "group"):
                return Said(subject, "subject-before", 0.7)
        if before and paragraph - self.page.paragraph_at(_begin(before[-1])) <= 2:
            return Said(self.said[before[-1].id].entity, "goes-on", 0.5)
        return None

    def hearsay(self, statement: Statement, before: Sequence[Statement], sentence: int) -> Said | None:
        """ "Reportedly" hangs on the report just cited, or in the lead on the outlet that the next lines credit."""
        for other in reversed(before):
            entity = self.said[other.id].entity
            if (
                entity is not None
                and entity.sort in ("outlet", "document")
                and sentence - self.page.sentence_at(_begin(other)) <= 2
            ):
                return Said(entity, "hearsay", 0.6)
        if sentence <= 2:
            for m in self.mentions:
                entity = self.chains.of[m.start, m.end]
                if (
                    m.sort == "outlet"
                    and entity.canonical != (self.page.reading.report.outlet or "")
                    and self.page.sentence_at(m.start) <= sentence + 3
                ):
                    return Said(entity, "hearsay", 0.5)
        return None

    def participle(self, statement: Statement, before: Sequence[Statement]) -> Said | None:
        """ "..., saying that": who has just spoken in the sentence, else its subject."""
        at = statement.cue.start if statement.cue else _begin(statement)
        sentence = self.page.sentence_at(at)
        same = [
            s
            for s in before
            if self.page.sentence_at(s.cue.start if s.cue else _begin(s)) == sentence
            and (s.cue is None or s.cue.start < at)
        ]
        if same:
            return Said(self.said[same[-1].id].entity, "participle", 0.85)
        for m in self.by_sentence.get(sentence, []):
            entity = self.chains.of[m.start, m.end]
            i = self.page.token_at(m.start)
            lead = self.page.tokens[i - 1].low if i else ""
            if (
                m.start < at
                and entity.sort in ("person", "group", "outlet")
                and not m.possessive
                and lead not in PREPOSITIONS
            ):
                return Said(entity, "participle", 0.7)
        for m in self.by_sentence.get(sentence, []):
            entity = self.chains.of[m.start, m.end]
            if m.start < at and entity.sort in ("organisation", "document"):
                return Said(entity, "participle", 0.5)
        return None

    def subject(self, sentence: int) -> Entity | None:
        """The first mention of a sentence that no preposition leads and that owns nothing."""
        for m in self.by_sentence.get(sentence, []):
            i = self.page.token_at(m.start)
            lead = self.page.tokens[i - 1].low if i and self.page.tokens[i - 1].sentence == sentence else ""
            if lead not in PREPOSITIONS and not m.possessive and not self.page.in_quote(m.start):
                return self.chains.of[m.start, m.end]
        return None

    def by_content(self, statement: Statement) -> Said | None:
        """The speaker of another statement of this report that says the same, for a headline or "the claim that"."""
        mine = self.content(statement)
        best: tuple[float, Entity] | None = None
        for other in self.statements[:400]:
            said = self.said.get(other.id)
            if (
                other.id == statement.id
                or said is None
                or said.entity is None
                or said.rule in ("hearsay", "same-words")
            ):
                continue
            if any(_shared(c, o) for c in statement.content for o in other.content):
                continue  # a statement inside another does not repeat it
            theirs = self.content(other)
            shared = len(mine & theirs)
            if shared < 3:
                continue
            score = shared / min(len(mine), len(theirs))
            if score >= SAME_WORDS and (best is None or score > best[0] + 1e-9):
                best = (score, said.entity)
        return Said(best[1], "same-words", 0.6) if best else None

    def content(self, statement: Statement) -> frozenset[str]:
        if statement.id not in self.words:
            self.words[statement.id] = content_words(
                " ".join(self.page.text[c.start : c.end] for c in statement.content)
            )
        return self.words[statement.id]


def _begin(statement: Statement) -> int:
    return min(
        [c.start for c in statement.content]
        + ([statement.cue.start] if statement.cue else [])
        + ([statement.source.start] if statement.source else [])
    )


def _end(statement: Statement) -> int:
    return max(c.end for c in statement.content)


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))
