"""A kept story told: its readings put right, what people decided obeyed, its history and earlier versions beside it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from twosource import pipeline, reading
from twosource.desk.corrected import corrected
from twosource.desk.current import current
from twosource.desk.naming import in_question, named_in
from twosource.desk.versions import latest_first, with_earlier
from twosource.model import Embed, Read, Story
from twosource.settings import Settings
from twosource.store import Decision, KeptStory, Store, holding

# Stories remembered as they were before anybody judged: enough for whoever corrects one and looks at a few.
UNJUDGED = 8


class Teller:
    """Stories from what a store keeps: told with people's word, or as if nobody had judged."""

    def __init__(self, store: Store, settings: Settings, *, embed: Embed | None = None) -> None:
        self._store, self._settings, self._embed = store, settings, embed
        self._without: dict[tuple[str, ...], Story] = {}

    def told(self, kept: KeptStory) -> Story:
        """The story its reports tell now."""
        reads, decided = self.corrected(kept.members)
        latest, earlier = latest_first(reads)
        told = pipeline.tell_story(
            latest, settings=self._settings, embed=self.embedder(), judgements=holding(decided), set_aside=False
        )
        history = self._store.history(kept.id, decided)
        told = msgspec.structs.replace(told, story=msgspec.structs.replace(told.story, id=kept.id), history=history)
        return with_earlier(told, earlier)

    def corrected(self, ids: Iterable[str]) -> tuple[list[Read], tuple[Decision, ...]]:
        """The readings of these reports as people put them right, and every decision on them."""
        reads = current(self._store, ids, settings=self._settings)
        decided = self.decisions({read.reading.report.sha256 for read in reads})
        held = holding(decided)
        return [corrected(read, held, settings=self._settings) for read in reads], decided

    def decisions(self, digests: Iterable[str] | None = None) -> tuple[Decision, ...]:
        """Every decision, earliest first; with ``digests`` those on these reports only."""
        digests = None if digests is None else set(digests)
        found = self._store.decisions(digests)
        doubtful = in_question(d.judgement for d in found if d.withdrawn is None)
        if not doubtful:
            return found
        stories = [self._unjudged(story) for story in self._store.stories_of(doubtful)]
        return self._store.decisions(digests, named=named_in(stories))

    def embedder(self) -> Embed:
        """The function that turns texts into vectors, loaded when it is first needed."""
        if self._embed is None:
            self._embed = reading.embedder()
        return self._embed

    def _unjudged(self, id_: str) -> Story:
        """A story as it would be told if nobody had judged anything in it; the last few are remembered."""
        members = self._store.story(id_).members
        if members not in self._without:
            latest, _ = latest_first(current(self._store, members, settings=self._settings))
            told = pipeline.tell_story(latest, settings=self._settings, embed=self.embedder(), set_aside=False)
            while len(self._without) >= UNJUDGED:
                self._without.pop(next(iter(self._without)))
            self._without[members] = told
        return self._without[members]
