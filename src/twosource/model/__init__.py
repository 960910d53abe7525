"""Frozen values that pass between the stages, and the story document they make up.

No logic lives here: each class says what one word of the table in ``docs/words.md`` means.
"""

from twosource.model.claim import Claim, ClaimStatus, Evidence, EvidenceStance
from twosource.model.compare import Conflict, ConflictKind, Drift, DriftKind
from twosource.model.judgement import Judgement, JudgementKind
from twosource.model.lineage import Credit, LineageEdge, Origin, Relation, Reuse
from twosource.model.place import Place, Span
from twosource.model.reading import PAIRINGS, Embed, Name, NameKind, Passage, Read, Reading, Sentence, Tags, Weigh
from twosource.model.reason import Reason
from twosource.model.report import Refusal, Report
from twosource.model.source import Source, SourceKind
from twosource.model.statement import Form, Stance, Statement
from twosource.model.story import Happening, SetAside, Shift, ShiftKind, Story, StoryHead

__all__ = [
    "PAIRINGS",
    "Claim",
    "ClaimStatus",
    "Conflict",
    "ConflictKind",
    "Credit",
    "Drift",
    "DriftKind",
    "Embed",
    "Evidence",
    "EvidenceStance",
    "Form",
    "Happening",
    "Judgement",
    "JudgementKind",
    "LineageEdge",
    "Name",
    "NameKind",
    "Origin",
    "Passage",
    "Place",
    "Read",
    "Reading",
    "Reason",
    "Refusal",
    "Relation",
    "Report",
    "Reuse",
    "Sentence",
    "SetAside",
    "Shift",
    "ShiftKind",
    "Source",
    "SourceKind",
    "Span",
    "Stance",
    "Statement",
    "Story",
    "StoryHead",
    "Tags",
    "Weigh",
]
