"""Tags to Statements: parts joined, orphans given a source, form, stance and nesting told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.attribution.confidence import confidence
from twosource.attribution.form import Quoted, form_of, quoted_parts, quoted_share
from twosource.attribution.hearsay import hearsay
from twosource.attribution.inner import opens_with_single_mark, tells_of_another
from twosource.attribution.links import cue_of_contents, source_of_cues
from twosource.attribution.nesting import nested
from twosource.attribution.spans import RoleSpans, Words, role_spans
from twosource.attribution.stance import stance_of
from twosource.attribution.transcripts import Turn, turns
from twosource.model import Reading, Span, Statement, Tags
from twosource.text.breaks import flattened, unbroken
from twosource.text.ids import content_id

# A content for which no cue was found stands only where it is mostly quoted: in 40 articles of PolNeAR dev 11 of 24
# such were right in content and source, of the unquoted 1 of 17.
QUOTED_ENOUGH = 0.5
# Of 24 turns in PolNeAR train and dev 21 are annotated so.
TRANSCRIBED = 0.9
# The share of the hearsay found by rule that PolNeAR's annotators marked too.
HEARD = 0.7
# What may stand between a quotation and the name that signs it, in characters and marks.
SIGNED = 8
SIGNATURE = " \t\r\n\xa0―—–-\"”“’'».,"


@dataclass(frozen=True)
class Found:
    """A statement counted in words, before its places are worked out."""

    contents: tuple[Words, ...]
    cue: Words | None
    source: Words | None
    link: float
    source_link: float


def statements(reading: Reading) -> tuple[Statement, ...]:
    """The statements of a report in text order. ``sources/`` and ``lineage/`` fill in speaker and via later."""
    text, tags = reading.report.text, reading.tags
    paragraphs = unbroken(text, reading.paragraphs)
    quoted = quoted_parts(flattened(text, paragraphs))
    made = [_statement(reading, tags, found, quoted) for found in found_statements(tags, text, quoted)]
    made += _inner(reading, made, quoted)
    spoken = [_spoken(reading, turn) for turn in turns(text, paragraphs)]
    held = [span for s in spoken for span in s.content]
    # What a speaker says somebody else said is the speaker's statement, as PolNeAR's annotators have it.
    made = [*spoken, *(s for s in made if not _mostly_in(s, held))]
    made += _hearsay(reading, made)
    kept = [s for s in made if not _mostly_in(s, reading.report.furniture)]
    return nested(tuple(sorted(kept, key=lambda s: (s.content[0], s.id))))


def found_statements(tags: Tags, text: str, quoted: Quoted) -> list[Found]:
    """The statements that spans and links make, in order of their first content."""
    spans = role_spans(tags)
    to_cue, to_source = cue_of_contents(tags, spans), source_of_cues(tags, spans)
    parts: dict[int, list[int]] = {}
    orphans = []
    for k, link in enumerate(to_cue):
        if link.to is None:
            orphans.append(k)
        else:
            parts.setdefault(link.to, []).append(k)
    found = []
    for cue, linked in parts.items():
        contents, apart = _one_voice(tags, text, spans, spans.cues[cue], linked, quoted)
        orphans += apart
        source = to_source[cue]
        found.append(
            Found(
                tuple(spans.contents[k] for k in contents),
                spans.cues[cue],
                None if source.to is None else spans.sources[source.to],
                min(to_cue[k].probability for k in contents),
                source.probability,
            )
        )
    for k in sorted(orphans):
        content = spans.contents[k]
        if (
            place(tags, content).start in quoted.continued
            and (begun := _begun_before(tags, found, content)) is not None
        ):
            found[begun] = replace(found[begun], contents=(*found[begun].contents, content))
            continue
        share = quoted_share((place(tags, content),), text, quoted)
        if share >= QUOTED_ENOUGH:
            nearest = _nearest_source(tags, text, spans, content, quoted)
            found.append(Found((content,), None, nearest, to_cue[k].probability, 0.5))
    return sorted(found, key=lambda f: f.contents)


def _one_voice(
    tags: Tags, text: str, spans: RoleSpans, cue: Words, linked: list[int], quoted: Quoted
) -> tuple[list[int], list[int]]:
    """Of the contents linked to a cue those that make its statement, and those that stand alone.

    A quotation in a paragraph after that of an unquoted statement is a statement of its own, not its second half.
    """
    paragraph = tags.links["paragraph"]
    here = [k for k in linked if paragraph[spans.contents[k].first] == paragraph[cue.first]]
    if not here or len(here) == len(linked):
        return linked, []
    if any(quoted_share((place(tags, spans.contents[k]),), text, quoted) for k in here):
        return linked, []
    apart = [
        k
        for k in linked
        if k not in here and quoted_share((place(tags, spans.contents[k]),), text, quoted) >= QUOTED_ENOUGH
    ]
    return [k for k in linked if k not in apart], apart


def _begun_before(tags: Tags, found: list[Found], content: Words) -> int | None:
    """The statement whose quotation ended the paragraph before this content's, unclosed."""
    paragraph = tags.links["paragraph"]
    before = [
        (f.contents[-1].last, k)
        for k, f in enumerate(found)
        if f.contents[-1].last < content.first and paragraph[f.contents[-1].last] == paragraph[content.first] - 1
    ]
    return max(before)[1] if before else None


def place(tags: Tags, words: Words) -> Span:
    """Where the words stand in the text."""
    return Span(int(tags.pieces[words.first, 0]), int(tags.pieces[words.last, 1]))


def _nearest_source(tags: Tags, text: str, spans: RoleSpans, content: Words, quoted: Quoted) -> Words | None:
    """The source nearest to the content in its paragraph, else the last one of the paragraph before.

    A name after a dash, as under a quotation set apart ("― Anna Lindqvist"), goes before both.
    """
    end = int(tags.pieces[content.last, 1])
    for source in spans.sources:
        if source.first > content.last:
            gap = text[end : int(tags.pieces[source.first, 0])]
            if len(gap) <= SIGNED and not gap.strip(SIGNATURE) and any(mark in gap for mark in "―—–"):
                return source
            break
    paragraph = tags.links["paragraph"]
    here = paragraph[content.first]
    # Who is named inside a quotation is not who speaks it.
    same = [s for s in spans.sources if paragraph[s.first] == here and not quoted.inside[tags.pieces[s.first, 0]]]
    if same:
        return min(same, key=lambda s: (max(s.first - content.last, content.first - s.last), s.first))
    before = [s for s in spans.sources if s.last < content.first and paragraph[s.first] == here - 1]
    return before[-1] if before else None


def _inner(reading: Reading, outer: list[Statement], quoted: Quoted) -> list[Statement]:
    """The statements that stand inside those found: "He said the mayor had promised a bridge"."""
    text, tags = reading.report.text, reading.tags.inner
    if tags is None:
        return []
    forms = [(span, s.form) for s in outer for span in s.content]
    made = []
    for found in found_statements(tags, text, quoted):
        if not tells_of_another(tags, text, found.contents, found.cue, found.source):
            continue
        statement = _statement(reading, tags, found, quoted)
        start, end = statement.content[0].start, statement.content[-1].end
        around = next((form for (a, b), form in forms if a <= start and end <= b), None)
        # Of what is retold inside a quotation, only words quoted once more are surely another's.
        if around in ("indirect", "mixed") or (around and opens_with_single_mark(tags, text, found.contents)):
            made.append(statement)
    return made


def _statement(reading: Reading, tags: Tags, found: Found, quoted: Quoted) -> Statement:
    text, report = reading.report.text, reading.report.id
    content = _joined(text, [place(tags, words) for words in found.contents])
    cue = place(tags, found.cue) if found.cue else None
    source = place(tags, found.source) if found.source else None
    share = quoted_share(content, text, quoted)
    said = " ".join(text[s:e] for s, e in content)
    return Statement(
        id=content_id("st", report, content, cue, source),
        report=report,
        content=content,
        cue=cue,
        source=source,
        confidence=confidence(tags, found.contents, found.cue, found.source, found.link, found.source_link, share),
        form=form_of(share),
        stance=stance_of(text[cue.start : cue.end] if cue else "", said),
    )


def _spoken(reading: Reading, turn: Turn) -> Statement:
    text, report = reading.report.text, reading.report.id
    return Statement(
        id=content_id("st", report, turn.content, turn.cue, turn.source),
        report=report,
        content=turn.content,
        cue=turn.cue,
        source=turn.source,
        confidence=TRANSCRIBED,
        form="direct",
        stance=stance_of("", " ".join(text[s:e] for s, e in turn.content)),
    )


def _hearsay(reading: Reading, made: list[Statement]) -> list[Statement]:
    """What the report hands on without saying whose word it is, where no statement stands yet."""
    text, report = reading.report.text, reading.report.id
    taken = sorted(span for s in made for span in (*s.content, *([s.cue] if s.cue else [])))
    return [
        Statement(
            id=content_id("st", report, item.content, item.cue, None),
            report=report,
            content=item.content,
            cue=item.cue,
            confidence=HEARD,
            form="indirect",
            stance=stance_of(text[item.cue.start : item.cue.end], " ".join(text[s:e] for s, e in item.content)),
        )
        for item in hearsay(text, [sentence.span for sentence in reading.sentences], taken)
    ]


def _joined(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """Spans in order; those with only white space between them are one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return tuple(joined)


def _mostly_in(statement: Statement, parts: Sequence[Span]) -> bool:
    """Half of the content stands in these parts of the text."""
    total = sum(e - s for s, e in statement.content)
    covered = sum(max(0, min(e, f.end) - max(s, f.start)) for s, e in statement.content for f in parts)
    return 2 * covered >= total
