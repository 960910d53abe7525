"""Figures on a PolNeAR split, through the very code that the package runs."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from augment import changed
from corpus import Article
from tokenizers import Tokenizer

from twosource import attribution
from twosource.model import Reading, Report
from twosource.reading.names import mended
from twosource.reading.sentences import sentences_of
from twosource.reading.tagger import Tagger
from twosource.text.paragraphs import paragraphs


class FileTagger(Tagger):
    """An exported model read from a folder (the packaged one checks its digest, a trial has none)."""

    def __init__(self, folder: Path, name: str = "model.onnx") -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(folder / name), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._numbers = dict(np.load(folder / "decoder.npz"))

    def reading(self, key: str, text: str) -> Reading:
        """A Reading as attribution needs it."""
        blocks = paragraphs(text)
        seen = self.encode(text, blocks)
        report = Report(id=key, text=text, sha256="")
        sentences = sentences_of(text, blocks, ())
        return Reading(report, blocks, sentences, mended(text, seen.names), np.zeros((0, 384), np.float32), seen.tags)


def figures(
    articles: Sequence[Article], read: Callable[[str, str], Reading], scorer: Path, *, kind: str | None = None
) -> dict[str, float]:
    """The figures of the scoring script in the folder ``scorer``, on the articles after one change of augment.py."""
    sys.path.insert(0, str(scorer))
    import score_statements as score

    rng = random.Random(5)
    counts = []
    for original in articles:
        article = changed(original, kind, rng) if kind else original
        gold = [score.Statement(s.content, s.source, s.cue) for s in article.annotations[0]]
        predicted = [
            score.Statement(tuple(s.content), (s.source,) if s.source else (), (s.cue,) if s.cue else ())
            for s in attribution.statements(read(article.id, article.text))
        ]
        extra = article.discarded
        counts.append(
            score.count_article(score.prepare(predicted, article.text, extra), score.prepare(gold, article.text, extra))
        )
    return score.figures(score.total(counts))


def line(values: dict[str, float]) -> str:
    """The figures asked for, in percent."""
    names = ("all.relation", "all.full", "direct.full", "mixed.full", "indirect.full")
    parts = [f"{n} " + "/".join(f"{100 * values[f'{n}.{x}']:.1f}" for x in ("p", "r", "f1")) for n in names]
    return "  ".join(
        [*parts, f"strict {100 * values['all.strict.f1']:.1f}", f"source {100 * values['source.overlap']:.1f}"]
    )
