"""The statements made to one outlet, found again by their words in the reports of others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Set

from twosource.lineage.view import View
from twosource.model import Source, Statement
from twosource.text.words import content_words, words

# A run of this many words of one remark in two reports is the same remark; four do where one person says both.
RUN = 5
SAME_RUN = 4
# Without quoted words: cosine of the two sentences and shared content words of what is said come to this, and at least
# four content words are shared. One in eight sentences of reports that do not draw on each other comes as near.
SAME_MATTER = 1.25
# Whoever is taken to be the speaker: two names for one, in a report that gathered nothing.
ANY_SPEAKER = 1.35
# Holders of a run of words, or of a word, that are looked at: the work stays linear in the statements.
BUCKET = 16
# It was said to somebody with a name: an outlet, though perhaps none that is known, or spelt as it should be.
_TO_A_NAME = re.compile(r"\b(?:told|telling|spoke (?:to|with)|interview with|according to) (?:the )?[A-Z]")
# Who speaks to one outlet alone: somebody whom it gave a name, a document that it was given.
_ALONE = ("pseudonymous person", "document")
_NAMELESS = ("unnamed person", "group")


class Told:
    """The statements made to one outlet: those of which its report says so (``own``, ids by report), and the others of
    reports that gathered for themselves, where neither an open channel (``open_``, ids) nor a credit is named, and the
    speaker is nobody of those who speak in ``public`` (ids).
    """

    def __init__(
        self,
        views: Mapping[str, View],
        sources: Mapping[str, Source],
        own: Mapping[str, frozenset[str]],
        original: Mapping[str, bool],
        open_: Set[str],
        public: Set[str] = frozenset(),
    ) -> None:
        self._own = frozenset(key for keys in own.values() for key in keys)
        self._open = open_
        self._views = views
        self._sources = sources
        self._original = original
        self._runs: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
        self._alone: dict[str, Statement] = {}
        self._words: dict[str, list[Statement]] = defaultdict(list)
        order = sorted(views, key=lambda k: ((views[k].reading.report.published or "9999")[:10], k))
        for view in (views[key] for key in order):
            for statement in view.statements:
                gathered = original[view.id] and statement.id not in open_ and not _credits(view, statement)
                gathered = gathered and statement.speaker not in public
                if statement.id in own[view.id] and self._kind(statement) in _ALONE:
                    self._alone.setdefault(statement.speaker or "", statement)
                if statement.id in own[view.id] or gathered:
                    for run in _runs(view, statement):
                        if len(self._runs[run]) < BUCKET:
                            self._runs[run].append(statement)
                    for word in content_words(_content(view, statement)):
                        if len(self._words[word]) < BUCKET:
                            self._words[word].append(statement)

    def same(self, view: View, statement: Statement) -> tuple[str, str] | None:
        """The statement (report, id) made to another outlet, not later, that this one repeats."""
        common: dict[str, int] = defaultdict(int)
        holders: dict[str, Statement] = {}
        for run in _runs(view, statement):
            for other in self._runs.get(run, ()):
                if self._could(view, other):
                    common[other.id] += 1
                    holders[other.id] = other
        best: tuple[int, str, str] | None = None
        for key, count in common.items():
            other = holders[key]
            enough = SAME_RUN if other.speaker == statement.speaker else RUN
            if self._original[view.id] and key not in self._own and not _earlier(self._views[other.report], view):
                continue
            if count + SAME_RUN - 1 >= enough and (best is None or (count, key) > best[:2]):
                best = (count, key, other.report)
        alone = self._alone.get(statement.speaker or "")
        if best is None and alone is not None and self._could(view, alone):
            best = (0, alone.id, alone.report)
        return (best[2], best[1]) if best is not None else self._alike(view, statement)

    def _alike(self, view: View, statement: Statement) -> tuple[str, str] | None:
        """The one of much the same matter: by the same speaker, or by nobody with a name in an earlier report."""
        nameless = self._nameless(statement)
        if _TO_A_NAME.search(view.outside_quotes(view.anchor(statement))):
            return None
        if (self._original[view.id] and not nameless) or statement.id in self._open:
            return None  # it may well have asked him too
        bag = content_words(_content(view, statement))
        near: dict[str, Statement] = {}
        for word in sorted(bag):
            near |= {s.id: s for s in self._words.get(word, ()) if self._could(view, s)}
        best: tuple[float, str, str] | None = None
        for key, other in sorted(near.items()):
            there = self._views[other.report]
            before = _earlier(there, view) or not self._original[view.id]
            unnamed = nameless and self._nameless(other) and before
            if not unnamed and self._original[view.id]:
                continue
            theirs = content_words(_content(there, other))
            shared = bag & theirs
            score = len(shared) / max(1, min(len(bag), len(theirs)))
            score += float(view.reading.vectors[view.anchor(statement)] @ there.reading.vectors[there.anchor(other)])
            enough = SAME_MATTER if unnamed or other.speaker == statement.speaker else ANY_SPEAKER
            if len(shared) >= SAME_RUN and score >= enough and (best is None or score > best[0]):
                best = (round(score, 4), key, there.id)
        return (best[2], best[1]) if best is not None else None

    def _kind(self, statement: Statement) -> str | None:
        speaker = self._sources.get(statement.speaker or "")
        return speaker.kind if speaker is not None else None

    def _nameless(self, statement: Statement) -> bool:
        return self._kind(statement) in _NAMELESS

    def _could(self, view: View, other: Statement) -> bool:
        there = self._views[other.report]
        return other.report != view.id and there.outlet not in (None, view.outlet) and not later(there, view)


def _credits(view: View, statement: Statement) -> bool:
    return any(not c.own for c in view.credits_by_sentence.get(view.anchor(statement), ()))


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


def later(there: View, here: View) -> bool:
    """The one is dated after the other; false where a date is missing."""
    first, second = _day(there), _day(here)
    return first is not None and second is not None and first > second


def _earlier(there: View, here: View) -> bool:
    first, second = _day(there), _day(here)
    return first is not None and second is not None and first < second
