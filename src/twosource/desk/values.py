"""What a desk answers with when something was added or decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from twosource.model import Judgement, Refusal
from twosource.store import StoryLine


@dataclass(frozen=True)
class Added:
    """What an add did: ids of new reports, how many were known before, refusals, and the stories that changed."""

    new: tuple[str, ...] = ()
    known: int = 0
    refusals: tuple[Refusal, ...] = ()
    passed_over: int = 0
    stories: tuple[str, ...] = ()


@dataclass(frozen=True)
class Changed:
    """What a decision did: the judgement, and each story's figures before and after."""

    judgement: Judgement
    before: Mapping[str, StoryLine] = field(default_factory=dict)
    after: Mapping[str, StoryLine] = field(default_factory=dict)
