"""JSON lines: one record a line, each a report."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from twosource.intake.decode import Undecodable, decode
from twosource.intake.known import Known, first_known, from_address, tidy
from twosource.intake.plain import report_of
from twosource.model import Refusal, Report
from twosource.settings import Settings


def read_records(data: bytes, *, settings: Settings, path: str | None = None) -> list[Report | Refusal]:
    """A Report or Refusal for every line that is not blank; a Refusal names its line.

    Fields: text, and any of id, url, title, outlet, published, byline. A report's offsets count in its ``text``.
    """
    try:
        lines = decode(data).lstrip("\ufeff").split("\n")
    except Undecodable as error:
        return [Refusal(reason=str(error), path=path)]
    found = [_record(line, number, settings, path) for number, line in enumerate(lines, 1) if line.strip()]
    return found or [Refusal(reason="empty", path=path)]


def _record(line: str, number: int, settings: Settings, path: str | None) -> Report | Refusal:
    def refuse(reason: str) -> Refusal:
        return Refusal(reason=f"line {number}: {reason}", path=path)

    try:
        record: Any = json.loads(line)
        canonical = json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        digest = hashlib.sha256(canonical.encode("utf-8")).hexdigest()
    except (ValueError, RecursionError) as error:
        return refuse(f"not readable JSON ({_short(error)})")
    if not isinstance(record, dict):
        return refuse("not a JSON object")
    text = record.get("text")
    if not isinstance(text, str):
        return refuse('no field "text" with the report\'s text')
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return refuse("text with half a character (a lone surrogate)")
    said = tidy(Known(*(value if isinstance(value := record.get(name), str) else None for name in Known._fields)))
    known = first_known(said, from_address(said.url))
    result = report_of(text, sha256=digest, path=path, known=known, carried=True, settings=settings)
    return refuse(result.reason) if isinstance(result, Refusal) else result


def _short(error: Exception) -> str:
    return "nested too deep" if isinstance(error, RecursionError) else str(error).split("\n")[0][:80]
