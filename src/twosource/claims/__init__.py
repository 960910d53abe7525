"""What is claimed, with all evidence for and against it."""

from twosource.claims.check import Checked, Found, Stands, check
from twosource.claims.find import find
from twosource.model import Claim

__all__ = ["Checked", "Claim", "Found", "Stands", "check", "find"]
