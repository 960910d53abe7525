"""What a report has from another in passing: words that somebody told the other, or matter that it cites it for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from twosource.lineage.channels import Channel
from twosource.lineage.derive import Derivation
from twosource.lineage.ground import Borrowed, InHand
from twosource.lineage.owned import met, owned
from twosource.lineage.retold import alike
from twosource.lineage.view import View
from twosource.model import Source, Statement
from twosource.text.words import content_words, words

# A run of this many words of one remark in two reports is the same remark; four do where one person says both.
RUN = 5
SAME_RUN = 4
# A sentence of a report that credits another for something comes from there when cosine and shared content words come
# to this. Fellow reports of one story that do not draw on each other pass it in one sentence of forty.
CREDITED = 1.15
# What people without a name told one outlet is what "officials said" in a later report, from this likeness on.
UNNAMED = 1.25
# Holders of a run of words, or of a word, that are looked at: the work stays linear in the statements.
BUCKET = 16
_NAMELESS = ("unnamed person", "group")


def borrowings(
    views: Mapping[str, View],
    sources: Mapping[str, Source],
    came: Derivation,
    channels: Mapping[str, Channel | None],
) -> dict[str, Borrowed]:
    """What each report borrowed from others, by report id; never what it says that it gathered itself.

    A remark belongs to the report that says it was made to its outlet; who has the same words, and does not say so,
    has them from there, unless they name an open channel (a post, a hearing, reporters).
    """
    own = {key: owned(view, came.gathered[key]) for key, view in views.items()}
    told = _Told(views, sources, own)
    in_hand = InHand(views, came.derived)
    found = {}
    for key, view in views.items():
        people = met(view, came.gathered[key])
        sentences = _credited(view, views, sources, came, in_hand, people)
        statements = {}
        for statement in view.statements:
            way = channels.get(statement.id)
            speaker = sources.get(statement.speaker or "")
            if statement.id in own[key] or (way is not None and way.kind != "document"):
                continue
            if speaker is not None and speaker.kind == "outlet":
                continue
            there = told.same(view, statement, speaker)
            if there is None and view.anchor(statement) in sentences:
                there = _stated(views, statement, *sentences[view.anchor(statement)])
            if there is not None:
                statements[statement.id] = there
        if sentences or statements:
            found[key] = Borrowed(sentences, statements)
    return found


def _credited(
    view: View,
    views: Mapping[str, View],
    sources: Mapping[str, Source],
    came: Derivation,
    in_hand: InHand,
    people: frozenset[str],
) -> dict[int, tuple[str, int]]:
    """Sentences that say what the report of an outlet says that this one credits for a part."""
    mine = came.own(view.id) | {view.sentence_at(at.start) for at, key in view.mentions if key in people}
    found: dict[int, tuple[str, int]] = {}
    for derived in came.derived[view.id]:
        if derived.relation != "cites" or sources[derived.source].kind != "outlet" or derived.source == view.outlet:
            continue
        there = in_hand.report(view.id, derived.source)
        if there is None or _later(views[there], view) or not came.original[there]:
            continue
        for i, j in alike(view, views[there], least=CREDITED).items():
            if i not in mine and i not in view.credits_by_sentence:
                found.setdefault(i, (there, j))
    return found


def _stated(views: Mapping[str, View], statement: Statement, report: str, sentence: int) -> tuple[str, str] | None:
    there = views[report].by_sentence.get(sentence, [])
    same = [s for s in there if s.speaker == statement.speaker]
    return (report, same[0].id) if same else None


class _Told:
    """The statements made to one outlet, found by their words."""

    def __init__(
        self, views: Mapping[str, View], sources: Mapping[str, Source], own: Mapping[str, frozenset[str]]
    ) -> None:
        self._views = views
        self._runs: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
        self._unnamed: dict[str, list[Statement]] = defaultdict(list)
        order = sorted(views, key=lambda k: ((views[k].reading.report.published or "9999")[:10], k))
        for view in (views[key] for key in order):
            for statement in view.statements:
                if statement.id not in own[view.id]:
                    continue
                for run in _runs(view, statement):
                    if len(self._runs[run]) < BUCKET:
                        self._runs[run].append(statement)
                speaker = sources.get(statement.speaker or "")
                if speaker is not None and speaker.kind in _NAMELESS:
                    for word in content_words(_content(view, statement)):
                        if len(self._unnamed[word]) < BUCKET:
                            self._unnamed[word].append(statement)

    def same(self, view: View, statement: Statement, speaker: Source | None) -> tuple[str, str] | None:
        """The statement made to another outlet, not later, that this one repeats."""
        best: tuple[int, str, str] | None = None
        common: dict[str, int] = defaultdict(int)
        holders: dict[str, Statement] = {}
        for run in _runs(view, statement):
            for other in self._runs.get(run, ()):
                if self._could(view, other):
                    common[other.id] += 1
                    holders[other.id] = other
        for key, count in common.items():
            other = holders[key]
            enough = SAME_RUN if other.speaker == statement.speaker else RUN
            if count + SAME_RUN - 1 >= enough and (best is None or (count, key) > best[:2]):
                best = (count, key, other.report)
        if best is not None:
            return best[2], best[1]
        if speaker is not None and speaker.kind in _NAMELESS:
            return self._said_by_nobody(view, statement)
        return None

    def _could(self, view: View, other: Statement) -> bool:
        there = self._views[other.report]
        return other.report != view.id and there.outlet not in (None, view.outlet) and not _later(there, view)

    def _said_by_nobody(self, view: View, statement: Statement) -> tuple[str, str] | None:
        """What people without a name told one outlet before "officials said" it here."""
        bag = content_words(_content(view, statement))
        near: dict[str, Statement] = {}
        for word in sorted(bag):
            near |= {s.id: s for s in self._unnamed.get(word, ()) if self._could(view, s)}
        best: tuple[float, str, str] | None = None
        for key in sorted(near):
            there = self._views[near[key].report]
            if not _earlier(there, view):
                continue
            shared = bag & content_words(_content(there, near[key]))
            score = len(shared) / max(1, min(len(bag), len(content_words(_content(there, near[key])))))
            score += float(
                view.reading.vectors[view.anchor(statement)] @ there.reading.vectors[there.anchor(near[key])]
            )
            if len(shared) >= SAME_RUN and score >= UNNAMED and (best is None or score > best[0]):
                best = (round(score, 4), key, there.id)
        return (best[2], best[1]) if best is not None else None


def _runs(view: View, statement: Statement) -> list[tuple[str, ...]]:
    """The runs of SAME_RUN words, one of them telling, in quoted words; nothing where none are quoted."""
    if statement.form == "indirect":
        return []
    found = []
    for content in statement.content:
        text = view.text(content)
        said = [w.lemma for w in words(text)]
        telling = content_words(text)
        runs = (tuple(said[k : k + SAME_RUN]) for k in range(len(said) - SAME_RUN + 1))
        found += [run for run in runs if telling & set(run)]
    return found


def _content(view: View, statement: Statement) -> str:
    return " ".join(view.text(c) for c in statement.content)


def _day(view: View) -> str | None:
    published = view.reading.report.published
    return published[:10] if published else None


def _later(there: View, here: View) -> bool:
    first, second = _day(there), _day(here)
    return first is not None and second is not None and first > second


def _earlier(there: View, here: View) -> bool:
    first, second = _day(there), _day(here)
    return first is not None and second is not None and first < second
