"""Text that two reports share without saying so: found by fingerprints, verified by alignment, with its direction."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.lineage.view import View
from twosource.model import Place, Reuse, Span
from twosource.text.alignment import Passage, fingerprints, passages
from twosource.text.quotes import quotations
from twosource.text.words import words

# A shared passage of this many equal words outside quotation marks is text taken over. Among 180 reports of 56 stories,
# written by outlets that take agency copy, two reports share 8 to 11 such words by stock phrases ("the Justice
# Department did not immediately respond to"), 14 and more only where they print the same copy.
TAKEN_WORDS = 14
TAKEN_SCORE = 0.55
# A single short passage must agree nearly word by word: two reporters put one announcement in half the same words.
SHORT_WORDS = 24
SHORT_SCORE = 0.75
# A report of which this share is taken over retells the other as a whole. Partial copies on those stories reach 0.16.
RETOLD_SHARE = 0.3
# Without shared wording: this share of a report's sentences mean the same as a sentence of the other (cosine of their
# vectors at least SAME_SENTENCE). Independent reports of those stories reach 0.53 at most, 0.3 in nineteen of twenty.
RETOLD_SENTENCES = 0.6
SAME_SENTENCE = 0.75
# Once a report is known to retell another, a sentence this near to one of the other's is taken to come from there.
SENTENCE_OF = 0.6
# Reports that one report is compared with, whatever the size of the story.
CANDIDATES = 8
# Passages shown for one pair of reports.
SHOWN = 12


@dataclass(frozen=True, eq=False)
class Descent:
    """A report and an earlier one that it shares text with.

    ``sentences`` maps sentences of ``report`` to those of ``earlier`` that they come from; ``share`` is the part of
    the report that does; ``whole`` is true where the report as a whole retells the other; ``shown`` is why the order
    is this one, ``None`` where nothing shows it and it is only assumed.
    """

    report: str
    earlier: str
    share: float
    whole: bool
    sentences: Mapping[int, int]
    passages: tuple[Reuse, ...]
    shown: str | None


@dataclass(frozen=True, eq=False)
class _Text:
    spans: tuple[Span, ...]
    keys: tuple[str, ...]
    marks: Mapping[int, int]
    digest: str


def descents(
    views: Mapping[str, View], original: Mapping[str, bool], credited: Mapping[str, bool]
) -> dict[str, Descent]:
    """Report id to its nearest descent from an earlier report, for the reports that have one.

    ``original`` says which reports show gathering of their own: they come before those that say whom they retell
    (``credited``), and these before those that say neither. Equal texts
    are compared once; every report is aligned with at most CANDIDATES others, so the cost is near-linear.
    """
    standing = {key: 0 if original[key] else 1 if credited[key] else 2 for key in views}
    order = sorted(views, key=lambda k: _rank(views[k], standing[k]))
    texts = {key: _text(views[key]) for key in order}
    leader: dict[int, list[str]] = defaultdict(list)
    twin: dict[str, str] = {}
    meanings = _Meanings(views, order)
    found: dict[str, Descent] = {}
    for key in order:
        text = texts[key]
        if text.keys and text.digest in twin:
            found[key] = _same(views[key], views[twin[text.digest]], standing)
            continue
        twin[text.digest] = key
        common: dict[str, int] = defaultdict(int)
        for mark in text.marks:
            for other in leader[mark]:
                common[other] += 1
            if len(leader[mark]) < 2:
                leader[mark].append(key)
        likely = sorted((k for k in common if common[k] >= 2), key=lambda k: (-common[k], k))[:CANDIDATES]
        likely += [k for k in meanings.near(key) if k not in likely]
        options = [d for d in (_descent(views, texts, key, other, standing) for other in likely) if d is not None]
        if options:
            found[key] = max(options, key=lambda d: (d.whole, round(d.share, 6), d.earlier))
        if key not in found or not found[key].whole:
            meanings.add(key)  # whoever retells is not retold: the comparisons stay as few as the distinct reports
    return found


def in_order(reports: Iterable[str], descended: Mapping[str, Descent]) -> list[str]:
    """Every report after the one that it took text from. No report descends from its own descendant."""
    depth: dict[str, int] = {}
    for key in reports:
        chain = [key]
        while chain[-1] in descended and chain[-1] not in depth:
            chain.append(descended[chain[-1]].earlier)
        for k in reversed(chain):
            above = descended.get(k)
            depth.setdefault(k, 0 if above is None else depth[above.earlier] + 1)
    return sorted(reports, key=lambda k: (depth[k], k))


def _rank(view: View, standing: int) -> tuple[int, str, int, str]:
    """Who may have taken from whom: standing first, then date, then length (copies are cut, seldom grown)."""
    day = (view.reading.report.published or "9999")[:10]
    return (standing, day, -len(view.reading.report.text), view.id)


def _text(view: View) -> _Text:
    text = view.reading.report.text
    quoted = np.zeros(len(text) + 1, dtype=bool)
    for quotation in quotations(text):
        quoted[quotation.outer.start : quotation.outer.end] = True
    spans, keys = [], []
    for sentence in view.reading.sentences:
        if sentence.furniture:
            continue
        for word in words(text[sentence.span.start : sentence.span.end]):
            start = sentence.span.start + word.start
            if not quoted[start]:
                spans.append(Span(start, sentence.span.start + word.end))
                keys.append(word.lemma)
    digest = hashlib.sha256("\x1f".join(keys).encode("utf-8", "surrogatepass")).hexdigest()
    return _Text(tuple(spans), tuple(keys), fingerprints(keys), digest)


def _descent(
    views: Mapping[str, View], texts: Mapping[str, _Text], key: str, other: str, standing: Mapping[str, int]
) -> Descent | None:
    mine, theirs = texts[key], texts[other]
    taken = passages(mine.keys, theirs.keys, least=TAKEN_WORDS, score=TAKEN_SCORE)
    share = sum(p.equal for p in taken) / max(1, len(mine.keys))
    view, earlier = views[key], views[other]
    likeness = view.reading.vectors @ earlier.reading.vectors.T
    rows = [i for i, s in enumerate(view.reading.sentences) if not s.furniture and i not in view.headline]
    alike = sum(float(likeness[i].max()) >= SAME_SENTENCE for i in rows) / max(1, len(rows)) if likeness.size else 0.0
    whole = share >= RETOLD_SHARE or (alike >= RETOLD_SENTENCES and len(rows) >= 4)
    if not whole:
        taken = tuple(p for p in taken if p.equal >= SHORT_WORDS or p.score >= SHORT_SCORE)
    if not taken and not whole:
        return None
    sentences = _covered(view, earlier, mine, theirs, taken)
    if whole:
        for i in rows:
            if i not in sentences and likeness.size and float(likeness[i].max()) >= SENTENCE_OF:
                sentences[i] = int(likeness[i].argmax())
    shown = _shown(view, earlier, standing)
    return Descent(
        report=key,
        earlier=other,
        share=max(share, alike if whole else 0.0),
        whole=whole,
        sentences=sentences,
        passages=tuple(_reuse(view, earlier, mine, theirs, p, shown) for p in taken[:SHOWN]),
        shown=shown,
    )


def _same(view: View, earlier: View, standing: Mapping[str, int]) -> Descent:
    """A report whose words are the same throughout."""
    count = min(len(view.reading.sentences), len(earlier.reading.sentences))
    shown = _shown(view, earlier, standing)
    a = view.place(Span(view.reading.sentences[0].span.start, view.reading.sentences[-1].span.end))
    b = earlier.place(Span(earlier.reading.sentences[0].span.start, earlier.reading.sentences[-1].span.end))
    whole = Reuse(a=a, b=b, score=1.0, direction=earlier.id if shown else None, reason="The same words throughout.")
    return Descent(view.id, earlier.id, 1.0, True, {i: i for i in range(count)}, (whole,), shown)


def _covered(view: View, earlier: View, mine: _Text, theirs: _Text, taken: Sequence[Passage]) -> dict[int, int]:
    """Sentences of which the half lies in a passage, and the sentence of the other report that it comes from."""
    inside: dict[int, int] = defaultdict(int)
    size: dict[int, int] = defaultdict(int)
    source: dict[int, int] = {}
    for span in mine.spans:
        size[view.sentence_at(span.start)] += 1
    for passage in taken:
        for k in range(passage.a.start, passage.a.end):
            at = view.sentence_at(mine.spans[k].start)
            inside[at] += 1
            step = passage.b.start + (k - passage.a.start) * (passage.b.end - passage.b.start) // (
                passage.a.end - passage.a.start
            )
            source.setdefault(at, earlier.sentence_at(theirs.spans[step].start))
    return {i: source[i] for i in sorted(inside) if 2 * inside[i] >= size[i]}


def _reuse(view: View, earlier: View, mine: _Text, theirs: _Text, passage: Passage, shown: str | None) -> Reuse:
    a = Place(view.id, mine.spans[passage.a.start].start, mine.spans[passage.a.end - 1].end)
    b = Place(earlier.id, theirs.spans[passage.b.start].start, theirs.spans[passage.b.end - 1].end)
    reason = f"{passage.equal} words in the same order" + (
        f"; {shown}." if shown else "; nothing shows who had them first."
    )
    return Reuse(a=a, b=b, score=round(passage.score, 3), direction=earlier.id if shown else None, reason=reason)


def _shown(view: View, earlier: View, standing: Mapping[str, int]) -> str | None:
    """Why ``earlier`` had it first."""
    if any(c.source == earlier.outlet for c in view.credits) and earlier.outlet is not None:
        return "the later one credits the other"
    first, second = earlier.reading.report.published, view.reading.report.published
    if first and second and first[: len(second)] < second[: len(first)]:
        return f"the one is of {first}, the other of {second}"
    if standing[earlier.id] == 0 and standing[view.id]:
        return "only the one gathered anything itself"
    if standing[earlier.id] == 1 and standing[view.id] == 2:
        return "only the one says whom it retells"
    return None


class _Meanings:
    """Reports met so far, by the meaning of their openings: the nearest ones are worth aligning."""

    def __init__(self, views: Mapping[str, View], order: Sequence[str]) -> None:
        size = max((views[k].reading.vectors.shape[1] for k in order if views[k].reading.vectors.ndim == 2), default=1)
        self._rows = np.zeros((len(order), size), dtype=np.float32)
        self._keys: list[str] = []
        self._mean = {key: self._of(views[key], size) for key in order}

    @staticmethod
    def _of(view: View, size: int) -> NDArray[np.float32]:
        rows = [i for i, s in enumerate(view.reading.sentences) if not s.furniture]
        if not rows or view.reading.vectors.shape[0] <= max(rows):
            return np.zeros(size, dtype=np.float32)
        mean: NDArray[np.float32] = view.reading.vectors[rows].mean(axis=0)
        norm = float(np.linalg.norm(mean))
        return mean / norm if norm else mean

    def near(self, key: str) -> list[str]:
        """The three reports nearest in meaning."""
        if not self._keys:
            return []
        scores = np.round(self._rows[: len(self._keys)] @ self._mean[key], 5)
        close = [int(i) for i in np.flatnonzero(scores >= SAME_SENTENCE)]
        return [self._keys[i] for i in sorted(close, key=lambda i: (-scores[i], self._keys[i]))[:3]]

    def add(self, key: str) -> None:
        """A report that later ones may descend from."""
        self._rows[len(self._keys)] = self._mean[key]
        self._keys.append(key)
