"""Statements to Sources: who is who inside a report and across reports; Credits: who is named as having it first."""

from twosource.sources.resolve import resolve
from twosource.sources.resolved import Proposal, Resolved

__all__ = ["Proposal", "Resolved", "resolve"]
