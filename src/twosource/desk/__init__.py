"""The pipeline over a store: add, judge, recompute."""

from twosource.desk.desk import Desk, Progress
from twosource.desk.judging import from_line, signed, to_line
from twosource.desk.values import Added, Changed

__all__ = ["Added", "Changed", "Desk", "Progress", "from_line", "signed", "to_line"]
