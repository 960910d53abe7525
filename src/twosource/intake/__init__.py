"""Bytes to Reports or Refusals: plain text, HTML and JSON lines, with what the page itself says of its publication."""

from twosource.intake.collect import Intake, collect
from twosource.intake.files import read_bytes, read_file
from twosource.intake.known import Known

__all__ = ["Intake", "Known", "collect", "read_bytes", "read_file"]
