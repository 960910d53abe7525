"""Invented reports without a model: sentences by rule, names and statements as the test tells them."""

import re

import numpy as np

from twosource import sources
from twosource.model import Name, Reading, Report, Sentence, Span, Statement, Tags
from twosource.text.paragraphs import paragraphs
from twosource.text.sentences import sentences

NO_TAGS = Tags(np.zeros((0, 2), np.int32), {}, {})


def reading(text, *, people=(), organisations=(), places=(), key="r1", outlet=None, published=None):
    """A Reading of ``text`` in which every occurrence of the given names is tagged."""
    blocks = paragraphs(text)
    found = tuple(Sentence(span, k) for k, block in enumerate(blocks) for span in sentences(text, block))
    names = [
        Name(Span(*m.span()), kind)
        for kind, listed in (("person", people), ("organisation", organisations), ("place", places))
        for name in listed
        for m in re.finditer(rf"\b{re.escape(name)}\b", text)
    ]
    names.sort(key=lambda n: (n.span.start, -n.span.end))
    report = Report(id=key, text=text, sha256=(key * 32)[:64], outlet=outlet, published=published)
    return Reading(report, blocks, found, tuple(names), np.zeros((len(found), 384), np.float32), NO_TAGS)


def says(page, content, *, source=None, cue=None, form="indirect", nth=1):
    """A statement of ``page`` by its own words; ``source`` is the nearest such words, before the content or after."""
    text = page.report.text

    def near(words, anchor):
        places = [m.start() for m in re.finditer(re.escape(words), text)]
        start = min(places, key=lambda p: (abs(p - anchor), p))
        return Span(start, start + len(words))

    start = -1
    for _ in range(nth):
        start = text.index(content, start + 1)
    end = start + len(content)
    where = (
        near(source, min((start, end), key=lambda a: abs(text.find(source, max(0, a - 80)) - a))) if source else None
    )
    return Statement(
        id=f"{page.report.id}:{start}",
        report=page.report.id,
        content=(Span(start, end),),
        source=where,
        cue=near(cue, start) if cue else None,
        form=form,
    )


def resolve(*told, judgements=()):
    """``sources.resolve`` over (reading, statements) pairs."""
    return sources.resolve([r for r, _ in told], [s for _, found in told for s in found], judgements=judgements)


def speaker(resolved, statement):
    """The Source that speaks a statement, or ``None``."""
    found = next(s for s in resolved.statements if s.id == statement.id)
    return next((s for s in resolved.sources if s.id == found.speaker), None)


def words(resolved, source, *pages):
    """The texts of a source's mentions."""
    texts = {p.report.id: p.report.text for p in pages}
    return [texts[m.report][m.start : m.end] for m in source.mentions]
