"""Which reports belong to another story than the rest."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from twosource.model import Judgement, Reading, SetAside
from twosource.stories.cluster import SAME_STORY, join, tying
from twosource.stories.likeness import likeness
from twosource.stories.rarity import story_words, weights

# A report is set aside when its mean likeness to the main story is below this. Every one of 180 reports lies at 0.17
# or above to the rest of its own story; of reports of other stories on the same people and offices, nine in ten lie
# below 0.15, and of any other story nearly all below 0.06.
ASIDE = 0.12
# Short reports share fewer words with anything: cut to 40 words, one in a hundred lies below 0.1.
SHORT_ASIDE = 0.08
SHORT_WORDS = 100
# Words named in a reason.
NAMED = 5


def set_aside(readings: Sequence[Reading], *, judgements: Sequence[Judgement] = ()) -> tuple[SetAside, ...]:
    """The reports that belong to another story than the largest group of ``readings``, each with its reason.

    Nothing is set aside where no story is the main one: fewer than two alike reports, or two groups of equal size.
    "Same story" and "not same story" judgements are obeyed. The order of ``readings`` changes nothing.
    """
    readings = sorted(readings, key=lambda r: (r.report.published or "9999", r.report.id))
    if len(readings) < 2:
        return ()
    bags = [story_words(r) for r in readings]
    weight = weights(bags)
    alike = likeness(readings, bags, weight)
    kept, out, apart = _judged(readings, judgements)
    groups = sorted(join(alike, SAME_STORY, apart), key=lambda g: (-len(g), g))
    main = list(groups[0])
    if len(main) < 2 or (len(groups) > 1 and len(groups[1]) == len(main)):
        return tuple(SetAside(report=readings[i].report.id, reason=why) for i, why in sorted(out.items()))
    ties = tying([bags[i] for i in main], weight, most=3 * NAMED)
    found = []
    for group in groups[1:]:
        for i in group:
            short = sum(bags[i].values()) < SHORT_WORDS
            score = float(np.mean(alike[i, main]))
            if score < (SHORT_ASIDE if short else ASIDE) and i not in kept and i not in out:
                found.append((i, _reason(bags[i], ties, len(main))))
    found += out.items()
    return tuple(SetAside(report=readings[i].report.id, reason=why) for i, why in sorted(found))


def _reason(bag: dict[str, int], ties: Sequence[str], main: int) -> str:
    lacks = [word for word in ties if word not in bag][:NAMED]
    has = [word for word in ties if word in bag][:NAMED]
    words = ", ".join(lacks)
    tied = f"Of another story: the {main} reports of the main one are tied by words that this one lacks ({words})"
    return f"{tied}; it shares only {', '.join(has)}." if has else f"{tied}."


def _judged(
    readings: Sequence[Reading], judgements: Sequence[Judgement]
) -> tuple[set[int], dict[int, str], list[tuple[int, int]]]:
    """Reports that a person keeps in, those set aside with the reason, and pairs of different stories."""
    place = {r.report.sha256: i for i, r in enumerate(readings)}
    kept: set[int] = set()
    out: dict[int, str] = {}
    apart: list[tuple[int, int]] = []
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id)):
        a = place.get(judgement.a.report)
        b = place.get(judgement.b.report) if judgement.b is not None else None
        if judgement.kind == "same story":
            for i in (a, b):
                if i is not None:
                    kept.add(i)
                    out.pop(i, None)
        elif judgement.kind == "not same story" and a is not None:
            if b is not None:
                apart.append((a, b))
            elif judgement.b is None:
                kept.discard(a)
                out[a] = f"Of another story, judged by {judgement.by}: {judgement.reason or 'no reason given'}."
    return kept, out, apart
