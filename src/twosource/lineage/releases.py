"""Offices' own texts among the files: what reports have an office say may stand there in its own words."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.lineage.channels import Channel
from twosource.lineage.derive import Derivation
from twosource.lineage.gathering import RELEASE
from twosource.lineage.retold import nearest
from twosource.lineage.told import later
from twosource.lineage.view import View
from twosource.model import Source, Statement
from twosource.text.words import content_words

# Cosine and shared content words of a statement's sentence and one of the release: as in a retelling.
SAME_SENTENCE = 0.9


class Releases:
    """The releases among some reports, and whom each speaks for."""

    def __init__(self, views: Mapping[str, View], sources: Mapping[str, Source], came: Derivation) -> None:
        self._sources = sources
        self._texts = [
            view for key, view in sorted(views.items()) if any(g.rule == RELEASE for g in came.gathered[key])
        ]
        self._bags = {
            view.id: [content_words(view.text(s.span)) for s in view.reading.sentences] for view in self._texts
        }
        self._speakers = {view.id: {s.speaker for s in view.statements if s.speaker} for view in self._texts}

    def of(self, view: View, statement: Statement, channels: Mapping[str, Channel | None]) -> str | None:
        """The release (report id) in which the speaker says what this statement has him say."""
        way = channels.get(statement.id)
        speaker = self._sources.get(statement.speaker or "")
        if speaker is None or (way is not None and way.kind != "document"):
            return None
        for text in self._texts:
            if text.id == view.id or later(text, view) or not self._speaks(text, speaker):
                continue
            if nearest(view, view.anchor(statement), text, self._bags[text.id], least=SAME_SENTENCE) is not None:
                return text.id
        return None

    def _speaks(self, text: View, speaker: Source) -> bool:
        """The speaker is the office, belongs to it, is quoted in its release, or is its statement."""
        if text.outlet is None:
            return False
        if text.outlet in (speaker.id, speaker.part_of) or speaker.id in self._speakers[text.id]:
            return True
        mine = content_words(speaker.name)
        office = content_words(self._sources[text.outlet].name)
        if speaker.kind == "document":
            return bool(mine & office)
        return speaker.kind == "organisation" and bool(mine) and mine <= office
