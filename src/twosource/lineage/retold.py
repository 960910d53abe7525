"""A report that says whom it retells, laid beside that report where it is in hand: sentence by sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.lineage.credited import chain_of
from twosource.lineage.ground import InHand
from twosource.lineage.relays import Derived
from twosource.lineage.reuse import Descent
from twosource.lineage.view import View
from twosource.model import Source
from twosource.text.words import content_words

# A sentence of a report that says whom it retells comes from there when the cosine of the two sentences, and the share
# of the shorter one's content words that both have, come to this. Of six invented retellings half to four fifths
# of the sentences do; of reports that draw nothing from each other, on 18 real stories, a third: without a credit
# it shows nothing.
SAME_SENTENCE = 0.9
# A report that gathered nothing, and credits only one other, retells it when this share of its sentences comes there:
# seven invented retellings reach 0.3 to 0.85. Likeness alone would not do (median of 192 pairs of those real reports:
# 0.41); with the credit, it makes none of them a retelling.
RETOLD = 0.3
# Words in common alone ("What was agreed?") do not make a sentence the same.
LEAST_MEANING = 0.48


def retellings(
    views: Mapping[str, View],
    sources: Mapping[str, Source],
    derived: Mapping[str, tuple[Derived, ...]],
    descended: Mapping[str, Descent],
) -> dict[str, Descent]:
    """``descended`` with the descents of the reports that say whom they retell, where that report is in hand.

    A report whose text shows another one that it was taken from keeps it. Nobody descends from his own descendant.
    """
    in_hand = InHand(views, derived)
    found = dict(descended)
    for key, view in views.items():
        outlet = next((d.source for d in derived[key] if d.relation == "relays"), None)
        if outlet is None or sources[outlet].kind != "outlet" or view.outlet == outlet:
            continue
        first = chain_of(view, outlet, sources)[0]
        earlier = in_hand.report(key, outlet) or in_hand.report(key, first)
        known = found.get(key)
        if earlier is None or views[earlier].outlet == view.outlet or key in _above(found, earlier):
            continue
        if known is not None and known.whole and known.earlier != earlier:
            continue
        sentences = alike(view, views[earlier], least=SAME_SENTENCE)
        if known is not None and known.earlier == earlier:
            sentences |= known.sentences
        if not sentences:
            continue
        found[key] = Descent(
            report=key,
            earlier=earlier,
            share=max(known.share if known else 0.0, len(sentences) / len(view.reading.sentences)),
            whole=True,
            sentences=dict(sorted(sentences.items())),
            passages=known.passages if known is not None and known.earlier == earlier else (),
            shown="the later one credits the other",
        )
    return found


def confirmed(
    views: Mapping[str, View],
    sources: Mapping[str, Source],
    derived: Mapping[str, tuple[Derived, ...]],
    original: Mapping[str, bool],
) -> dict[str, tuple[Derived, ...]]:
    """``derived`` where a report that gathered nothing relays the one report in hand that much of it comes from."""
    in_hand = InHand(views, derived)
    found = dict(derived)
    for key, view in views.items():
        outlets = [d for d in derived[key] if sources[d.source].kind == "outlet"]
        # Who cites several outlets wrote of what all of them wrote of, and is like each.
        if original[key] or len(outlets) != 1 or any(d.relation == "relays" for d in derived[key]):
            continue
        cited = outlets[0]
        there = in_hand.report(key, cited.source)
        rows = sum(not s.furniture for s in view.reading.sentences)
        if there is None or views[there].outlet == view.outlet:
            continue
        if len(alike(view, views[there], least=SAME_SENTENCE)) >= RETOLD * rows:
            relays = cited._replace(relation="relays", reason=cited.reason.replace("Cites", "Retells", 1))
            found[key] = tuple(relays if d is cited else d for d in derived[key])
    return found


def alike(view: View, earlier: View, *, least: float) -> dict[int, int]:
    """The sentences of a report that say what a sentence of another says, and which one that is."""
    if not len(view.reading.vectors) or not len(earlier.reading.vectors):
        return {}
    bags = [content_words(earlier.text(s.span)) for s in earlier.reading.sentences]
    found = {}
    for i, sentence in enumerate(view.reading.sentences):
        if not sentence.furniture and (best := nearest(view, i, earlier, bags, least=least)) is not None:
            found[i] = best
    return found


def nearest(view: View, sentence: int, other: View, bags: Sequence[frozenset[str]], *, least: float) -> int | None:
    """The sentence of ``other``, whose content words are ``bags``, that says what one of ``view`` says."""
    if sentence >= len(view.reading.vectors) or not len(other.reading.vectors):
        return None
    meant = other.reading.vectors @ view.reading.vectors[sentence]
    mine = content_words(view.text(view.reading.sentences[sentence].span))
    best: tuple[float, int] | None = None
    for j in (int(k) for k in (meant >= LEAST_MEANING).nonzero()[0]):
        shared = len(mine & bags[j]) / max(1, min(len(mine), len(bags[j])))
        score = round(float(meant[j]) + shared, 4)
        if score >= least and (best is None or score > best[0]):
            best = (score, j)
    return best[1] if best is not None else None


def _above(descended: Mapping[str, Descent], report: str) -> set[str]:
    """A report and all that it descends from."""
    found = {report}
    while report in descended and descended[report].earlier not in found:
        report = descended[report].earlier
        found.add(report)
    return found
