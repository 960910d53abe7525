"""A story in other people's formats.

To add one: write a function from Story to the files it makes (name -> text) in a file of its own, and name it here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from twosource.exchange.ftm import entities
from twosource.exchange.tables import tables
from twosource.model import Story

Files = Mapping[str, str]

FORMATS: dict[str, Callable[[Story], Files]] = {"csv": tables, "ftm": entities}

__all__ = ["FORMATS", "Files", "entities", "tables"]
