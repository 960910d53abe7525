"""The pipeline over a store: add, judge, recompute."""

from twosource.desk.desk import Added, Changed, Desk
from twosource.desk.judging import from_line, signed, to_line

__all__ = ["Added", "Changed", "Desk", "from_line", "signed", "to_line"]
