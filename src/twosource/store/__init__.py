"""Reports, readings, judgements and stories <-> SQLite (one file, the default) or PostgreSQL (by URL)."""

from twosource.store.judged import decisions, holding
from twosource.store.store import Sorting, Store, open_store
from twosource.store.values import Arrival, Decision, Hit, KeptStory, Stamp, StoryLine

__all__ = [
    "Arrival",
    "Decision",
    "Hit",
    "KeptStory",
    "Sorting",
    "Stamp",
    "Store",
    "StoryLine",
    "decisions",
    "holding",
    "open_store",
]
