"""Reading to Statements: who says what, in which words."""

from twosource.attribution.assemble import statements

__all__ = ["statements"]
