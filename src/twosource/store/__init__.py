"""Reports, readings, judgements and stories <-> SQLite (one file, the default) or PostgreSQL (by URL)."""

from twosource.store.judged import decisions, holding
from twosource.store.past import KeptPast
from twosource.store.store import Sorting, Store, open_store
from twosource.store.values import Arrival, Decision, Hit, KeptStory, Sorted, Stamp, StoryLine

__all__ = [
    "Arrival",
    "Decision",
    "Hit",
    "KeptPast",
    "KeptStory",
    "Sorted",
    "Sorting",
    "Stamp",
    "Store",
    "StoryLine",
    "decisions",
    "holding",
    "open_store",
]
