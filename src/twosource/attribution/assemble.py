"""Tags to Statements: parts joined, orphans given a source, form, stance and nesting told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.attribution.confidence import confidence
from twosource.attribution.form import form_of, quoted_characters, quoted_share
from twosource.attribution.inner import opens_with_single_mark, tells_of_another
from twosource.attribution.links import cue_of_contents, source_of_cues
from twosource.attribution.nesting import nested
from twosource.attribution.spans import RoleSpans, Words, role_spans
from twosource.attribution.stance import stance_of
from twosource.attribution.transcripts import Turn, turns
from twosource.model import Reading, Span, Statement, Tags
from twosource.text.breaks import flattened, unbroken
from twosource.text.ids import content_id

# A content for which no cue was found stands only where it is mostly quoted: unquoted, it was right one time in four
# on PolNeAR dev.
QUOTED_ENOUGH = 0.5
# Of the turns in PolNeAR train and dev nine in ten are annotated so.
TRANSCRIBED = 0.9


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
    quoted = quoted_characters(flattened(text, paragraphs))
    made = [_statement(reading, tags, found, quoted) for found in found_statements(tags, text, quoted)]
    made += _inner(reading, made, quoted)
    spoken = [_spoken(reading, turn) for turn in turns(text, paragraphs)]
    held = [span for s in spoken for span in s.content]
    # What a speaker says somebody else said is the speaker's statement, as PolNeAR's annotators have it.
    made = [*spoken, *(s for s in made if not _mostly_in(s, held))]
    kept = [s for s in made if not _mostly_in(s, reading.report.furniture)]
    return nested(tuple(sorted(kept, key=lambda s: (s.content[0], s.id))))


def found_statements(tags: Tags, text: str, quoted: NDArray[np.bool_]) -> list[Found]:
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
    for cue, contents in parts.items():
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
    for k in orphans:
        content = spans.contents[k]
        share = quoted_share((place(tags, content),), text, quoted)
        if share >= QUOTED_ENOUGH:
            nearest = _nearest_source(tags, spans, content)
            found.append(Found((content,), None, nearest, to_cue[k].probability, 0.5))
    return sorted(found, key=lambda f: f.contents)


def place(tags: Tags, words: Words) -> Span:
    """Where the words stand in the text."""
    return Span(int(tags.pieces[words.first, 0]), int(tags.pieces[words.last, 1]))


def _nearest_source(tags: Tags, spans: RoleSpans, content: Words) -> Words | None:
    """The source nearest to the content in its paragraph, else the last one of the paragraph before."""
    paragraph = tags.links["paragraph"]
    here = paragraph[content.first]
    same = [s for s in spans.sources if paragraph[s.first] == here]
    if same:
        return min(same, key=lambda s: (max(s.first - content.last, content.first - s.last), s.first))
    before = [s for s in spans.sources if s.last < content.first and paragraph[s.first] == here - 1]
    return before[-1] if before else None


def _inner(reading: Reading, outer: list[Statement], quoted: NDArray[np.bool_]) -> list[Statement]:
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


def _statement(reading: Reading, tags: Tags, found: Found, quoted: NDArray[np.bool_]) -> Statement:
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
