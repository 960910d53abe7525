"""Spans and links to statements, counted in words."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from twosource.attribution.form import Quoted, quoted_share
from twosource.attribution.links import cue_of_contents, source_of_cues
from twosource.attribution.orphans import BegunBefore, nearest_source, signed_by
from twosource.attribution.spans import RoleSpans, Words, place, role_spans
from twosource.model import Tags

# A content for which no cue was found stands only where it is mostly quoted: in 40 articles of PolNeAR dev 11 of 24
# such were right in content and source, of the unquoted 1 of 17.
QUOTED_ENOUGH = 0.5
DASHES = frozenset("―—–-")
# Words that may stand between a dash and the name that signs a quotation ("― by Anna Lindqvist").
SIGNED = 3


@dataclass(frozen=True)
class Found:
    """A statement counted in words, before its places are worked out."""

    contents: tuple[Words, ...]
    cue: Words | None
    source: Words | None
    link: float
    source_link: float


def found_statements(tags: Tags, text: str, quoted: Quoted) -> list[Found]:
    """The statements that spans and links make, in order of their first content."""
    spans = role_spans(tags)
    to_cue, to_source = cue_of_contents(tags, spans), source_of_cues(tags, spans)
    parts: dict[int, list[int]] = {}
    orphans = [k for k, link in enumerate(to_cue) if link.to is None]
    for k, link in enumerate(to_cue):
        if link.to is not None:
            parts.setdefault(link.to, []).append(k)
    found = []
    for at, linked in parts.items():
        cue, source = spans.cues[at], to_source[at]
        words = None if source.to is None else beside_cue(tags, spans, cue, spans.sources[source.to])
        if _is_dash(tags, text, cue):
            contents = [k for k in linked if spans.contents[k].last < cue.first][-1:]
            signed = signed_by(tags, text, spans.contents[contents[-1]]) if contents else None
            words = _signature(spans, cue) or signed or words
        else:
            contents = _one_voice(tags, text, spans, cue, linked, quoted)
        orphans += [k for k in linked if k not in contents]
        if contents:
            probability = min(to_cue[k].probability for k in contents)
            found.append(Found(tuple(spans.contents[k] for k in contents), cue, words, probability, source.probability))
    return sorted(_with_orphans(tags, text, spans, found, sorted(orphans), quoted), key=lambda f: f.contents)


def beside_cue(tags: Tags, spans: RoleSpans, cue: Words, source: Words) -> Words:
    """The source of a cue; one of another paragraph gives way to the one that stands right before the cue.

    A caption or a promotion between paragraphs is read in one window with the next ("Video: ... Ana Ruiz says").
    """
    paragraph = tags.links["paragraph"]
    if paragraph[source.first] == paragraph[cue.first]:
        return source
    at = bisect_left(spans.sources, (cue.first, 0)) - 1
    beside = spans.sources[at] if at >= 0 else None
    return beside if beside and beside.last == cue.first - 1 else source


def _with_orphans(
    tags: Tags, text: str, spans: RoleSpans, found: list[Found], orphans: list[int], quoted: Quoted
) -> list[Found]:
    """The statements, with the contents without cue: joined to the statement they go on with, or on their own."""
    begun = BegunBefore(tags, [f.contents[-1] for f in found])
    for k in orphans:
        content = spans.contents[k]
        if place(tags, content).start in quoted.continued and (at := begun.before(content)) is not None:
            found[at] = replace(found[at], contents=(*found[at].contents, content))
            begun.add(content, at)
        elif quoted_share((place(tags, content),), text, quoted) >= QUOTED_ENOUGH:
            begun.add(content, len(found))
            # No cue, no source link: the confidence's weights take one half as knowing nothing.
            found.append(Found((content,), None, nearest_source(tags, text, spans, content, quoted), 0.5, 0.5))
    return found


def _one_voice(tags: Tags, text: str, spans: RoleSpans, cue: Words, linked: list[int], quoted: Quoted) -> list[int]:
    """Of the contents linked to a cue those that make its statement.

    A quotation in a paragraph after that of an unquoted statement is a statement of its own, not its second half.
    """

    def share(k: int) -> float:
        return quoted_share((place(tags, spans.contents[k]),), text, quoted)

    paragraph = tags.links["paragraph"]
    here = [k for k in linked if paragraph[spans.contents[k].first] == paragraph[cue.first]]
    if not here or len(here) == len(linked) or any(share(k) for k in here):
        return linked
    return [k for k in linked if k in here or share(k) < QUOTED_ENOUGH]


def _is_dash(tags: Tags, text: str, cue: Words) -> bool:
    start, end = place(tags, cue)
    return all(c in DASHES or c.isspace() for c in text[start:end])


def _signature(spans: RoleSpans, cue: Words) -> Words | None:
    """The source right after a dash."""
    at = bisect_left(spans.sources, (cue.last + 1, 0))
    after = spans.sources[at] if at < len(spans.sources) else None
    return after if after and after.first - cue.last <= SIGNED else None
