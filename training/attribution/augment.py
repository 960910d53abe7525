"""The same article as another desk would have typed it: other quotation marks, breaks, capitals."""

from __future__ import annotations

import random
import re

from corpus import Article
from edits import Edit

# Shares of the articles of a pass that are changed so; the rest stays as it is. Chosen so that each change is seen in
# every pass and two articles in three or so stay clean.
SHARES = {
    "straight": 0.14, "single": 0.04, "german": 0.03, "french": 0.03, "unbalanced": 0.04,
    "no-break": 0.06, "wrapped": 0.05, "broken": 0.07, "joined": 0.12, "capitals": 0.03, "small": 0.02, "bare": 0.02,
}  # fmt: skip
STYLES = {
    "straight": {"“": '"', "”": '"', "‘": "'", "’": "'"},
    "german": {"“": "„", "”": "“", "‘": "‚"},
    "french": {"“": "«\xa0", "”": "\xa0»"},
}


def augmented(article: Article, rng: random.Random) -> Article:
    """The article after a random choice of changes; often none."""
    for kind, share in SHARES.items():
        if rng.random() < share:
            article = changed(article, kind, rng)
    return article


def changed(article: Article, kind: str, rng: random.Random) -> Article:
    """The article after one change, named as in SHARES."""
    text = article.text
    if kind in ("capitals", "small"):
        whole = [(i, c.upper() if kind == "capitals" else c.lower()) for i, c in enumerate(text)]
        return article.edited([Edit(i, i + 1, c) for i, c in whole if len(c) == 1 and c != text[i]])
    return article.edited(_edits(text, kind, rng))


def _edits(text: str, kind: str, rng: random.Random) -> list[Edit]:
    if kind in STYLES:
        style = dict(STYLES[kind])
        if kind == "french" and rng.random() < 0.5:
            style = {"“": "«", "”": "»"}
        return [Edit(m.start(), m.end(), style[m.group()]) for m in re.finditer(f"[{''.join(style)}]", text)]
    if kind == "single":
        curly = rng.random() < 0.5
        marks = {"“": "‘" if curly else "'", "”": "’" if curly else "'"}
        return [Edit(m.start(), m.end(), marks[m.group()]) for m in re.finditer("[“”]", text)]
    if kind == "unbalanced":
        return [Edit(m.start(), m.end(), "") for m in re.finditer('[“”"]', text) if rng.random() < 0.15]
    if kind == "no-break":
        share = rng.choice([0.02, 0.1, 0.5])
        return [Edit(m.start(), m.end(), "\xa0") for m in re.finditer(" ", text) if rng.random() < share]
    if kind == "broken":
        share = rng.choice([0.01, 0.03])
        return [Edit(m.start(), m.end(), "\n") for m in re.finditer(" ", text) if rng.random() < share]
    if kind == "joined":
        return [Edit(m.start(), m.end(), " ") for m in re.finditer(r"[\r\n]+", text)]
    if kind == "bare":
        return [Edit(m.start(), m.end(), "") for m in re.finditer(r"[^\w\s]", text)]
    return _wrapped(text, rng.randint(50, 90))


def _wrapped(text: str, columns: int) -> list[Edit]:
    edits, line = [], 0
    for match in re.finditer(r"[ \n]+", text):
        if "\n" in match.group():
            line = match.end()
        elif match.start() - line > columns:
            edits.append(Edit(match.start(), match.end(), "\n"))
            line = match.end()
    return edits
