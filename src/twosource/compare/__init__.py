"""Where the reports part: conflicts between passages, and drift of one origin in the retelling."""

from twosource.compare.conflicts import conflicts
from twosource.compare.drift import drift
from twosource.compare.matched import matched

__all__ = ["conflicts", "drift", "matched"]
