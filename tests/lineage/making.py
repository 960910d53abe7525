"""Invented readings without a model: sentences by rule, vectors from words, sources and statements as told."""

import hashlib
from dataclasses import dataclass, field

import numpy as np

from twosource.model import Credit, Place, Reading, Report, Sentence, Source, Span, Statement, Tags
from twosource.text.paragraphs import paragraphs
from twosource.text.sentences import sentences
from twosource.text.wordlists import STOPWORDS
from twosource.text.words import words

SIZE = 128


def vector(text):
    """A unit vector in which texts that share words lie near each other."""
    row = np.zeros(SIZE, dtype=np.float32)
    for word in words(text):
        if word.lemma not in STOPWORDS:
            digest = hashlib.sha256(word.lemma.encode()).digest()
            row[digest[0] % SIZE] += 1 if digest[1] % 2 else -1
    norm = np.linalg.norm(row)
    return row / norm if norm else row


def reading(text, *, key, outlet=None, published=None, title=None):
    blocks = paragraphs(text)
    found = []
    for k, block in enumerate(blocks):
        found += [Sentence(span, k) for span in sentences(text, block)]
    report = Report(
        id=key,
        text=text,
        sha256=key * 8,
        path=f"{key}.txt",
        outlet=outlet,
        published=published,
        headline=Span(text.index(title), text.index(title) + len(title)) if title else None,
    )
    rows = np.array([vector(text[s.span.start : s.span.end]) for s in found], dtype=np.float32).reshape(-1, SIZE)
    return Reading(report, blocks, tuple(found), (), rows, Tags(np.zeros((0, 2), np.int32), {}, {}))


@dataclass
class Desk:
    """Collects what ``sources`` would hand on."""

    readings: list = field(default_factory=list)
    sources: tuple = ()
    statements: tuple = ()
    credits: tuple = ()
    outlet_of: dict = field(default_factory=dict)

    def report(self, text, **about):
        found = reading(text, **about)
        self.readings.append(found)
        self.outlet_of[found.report.id] = self.outlet(found.report.outlet) if found.report.outlet else None
        return found

    def outlet(self, name):
        return self.source(name, "outlet")

    def source(self, name, kind, *mentions):
        key = "s-" + name.lower().replace(" ", "-")
        if all(s.id != key for s in self.sources):
            self.sources += (Source(id=key, name=name, kind=kind, mentions=tuple(mentions)),)
        return key

    def says(self, report, speaker, content, *, source=None, cue=None, form="indirect", nth=0, within=None):
        text = report.report.text
        at = _nth(text, content, nth)
        near = max(0, at - 120)
        key = f"{report.report.id}-{len(self.statements)}"
        self.statements += (
            Statement(
                id=key,
                report=report.report.id,
                content=(Span(at, at + len(content)),),
                source=_near(text, source, near),
                cue=_near(text, cue, near),
                speaker=speaker,
                form=form,
                within=within,
            ),
        )
        return key

    def credit(self, report, source, words, *, rule="told X", own=False):
        text = report.report.text
        at = text.index(words)
        sentence = next(s.span for s in report.sentences if s.span.start <= at < s.span.end)
        place = Place(report.report.id, at, at + len(words))
        self.credits += (
            Credit(report=report.report.id, source=source, rule=rule, place=place, sentence=sentence, own=own),
        )


def _nth(text, words, nth):
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return at


def _near(text, words, start):
    if words is None:
        return None
    at = text.find(words, start)
    at = at if at >= 0 else text.index(words)
    return Span(at, at + len(words))
