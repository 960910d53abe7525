"""How much a word tells about which story a report belongs to."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from twosource.model import Reading
from twosource.text.wordlists import STOPWORDS
from twosource.text.words import words

# Added to both counts, so that a word met for the first time weighs no more than one of five articles does.
_FLOOR = 5
_ROOM = 10


def story_words(reading: Reading) -> Counter[str]:
    """The lemmas of a report's own text, without furniture and stop words, and how often each stands there."""
    text = reading.report.text
    found: Counter[str] = Counter()
    for sentence in reading.sentences:
        if not sentence.furniture:
            found.update(
                w.lemma for w in words(text[sentence.span.start : sentence.span.end]) if w.lemma not in STOPWORDS
            )
    return found


def weights(bags: Iterable[Mapping[str, int]]) -> dict[str, float]:
    """Word to weight: the rarer in news at large and among these reports together, the heavier.

    With few reports the shipped counts decide, so that the words of a folder's one story do not look common only
    because every report has them; with many the reports' own.
    """
    held: Counter[str] = Counter()
    count = 0
    for bag in bags:
        held.update(bag.keys())
        count += 1
    articles, common = common_words()
    return {
        word: math.log((articles + count + _ROOM) / (common.get(word, 0) + number + _FLOOR))
        for word, number in held.items()
    }


@cache
def common_words() -> tuple[int, dict[str, int]]:
    """The number of news articles counted, and for each common word how many of them held it."""
    text = files("twosource.stories").joinpath("common_words.tsv").read_text(encoding="utf-8")
    rows = dict(line.split("\t") for line in text.splitlines() if line)
    articles = int(rows.pop("#articles"))
    return articles, {word: int(number) for word, number in rows.items()}
