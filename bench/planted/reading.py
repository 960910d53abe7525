"""Planted reports as the pipeline sees them: readings, statements, and the evidence of the main claim."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np

from bench.planted.story import Line, Planted, Tale
from twosource.model import Claim, Evidence, Name, Reading, Report, Sentence, Span, Statement, Tags
from twosource.reading import embedder
from twosource.text.paragraphs import paragraphs
from twosource.text.sentences import sentences


@dataclass(frozen=True, eq=False)
class Seen:
    """A tale read: readings, their statements, and the main claim with one evidence a report."""

    readings: tuple[Reading, ...]
    statements: tuple[Statement, ...]
    claim: Claim
    truth: dict[str, int]  # report id -> number of its origin


def seen(tale: Tale) -> Seen:
    """A tale as readings and statements: sentences cut and embedded as in a real run, names and statements given."""
    embed = embedder()
    readings, statements, evidence, truth = [], [], [], {}
    for report in tale.reports:
        text, said, main = _written(report)
        key = hashlib.sha256((report.outlet + text).encode()).hexdigest()
        made = Report(
            id=key[:12], text=text, sha256=key, path=f"{key[:12]}.txt", outlet=report.outlet, published=report.published
        )
        blocks = paragraphs(text)
        cut = tuple(Sentence(span, k) for k, block in enumerate(blocks) for span in sentences(text, block))
        vectors = embed([text[s.span.start : s.span.end] for s in cut])
        names = tuple(sorted(_names(text, tale), key=lambda n: n.span))
        empty = Tags(np.zeros((0, 2), dtype=np.int32), {}, {})
        readings.append(Reading(made, blocks, cut, names, vectors, empty))
        for n, (line, content, source, cue) in enumerate(said):
            statements.append(
                Statement(
                    id=f"{made.id}-{n}",
                    report=made.id,
                    content=(content,),
                    source=source,
                    cue=cue,
                    form="direct" if line.kind in ("quote", "event") else "indirect",
                )
            )
        own = next((f"{made.id}-{n}" for n, (line, *_) in enumerate(said) if line.kind in ("main", "event")), None)
        evidence.append(Evidence(report=made.id, start=main.start, end=main.end, statement=own))
        truth[made.id] = report.origin
    claim = Claim(id="claim-main", text="the main matter", evidence=tuple(evidence))
    return Seen(tuple(readings), tuple(statements), claim, truth)


Said = tuple[Line, Span, Span | None, Span | None]


def _written(report: Planted) -> tuple[str, list[Said], Span]:
    """The text, its statements (line, content, source, cue), and where the main matter stands."""
    text, said, main = "", [], Span(0, 0)
    for line in report.lines:
        lead = f"{report.dateline} — " if line.kind in ("main", "event") and report.dateline else ""
        start = len(text) + len(lead)
        if line.kind == "main":
            main = Span(start, start + len(line.text))
            tail, source, cue = _tail(line, start + len(line.text))
            text += f"{lead}{line.text}{tail}.\n\n"
            if line.cue:
                said.append((line, main, source, cue))
        elif line.kind == "event":
            main = Span(start, start + len(line.text) + 3)
            source = Span(main.end + 1, main.end + 1 + len(line.speaker))
            text += f"{lead}“{line.text},” {line.speaker}, {line.cue}.\n\n"
            said.append((line, main, source, Span(source.end + 2, source.end + 2 + len(line.cue.split()[0]))))
        elif line.kind == "quote":
            end = start + len(line.text) + 3
            to = f" the {line.credit}" if line.credit else ""
            who = f" {line.speaker.rstrip(',')} {line.cue}{to}."
            text += f"“{line.text},”{who}\n\n"
            source = Span(end + 1, end + 1 + len(line.speaker.rstrip(",")))
            said.append((line, Span(start, end), source, Span(source.end + 1, source.end + 1 + len(line.cue))))
        elif line.kind == "indirect":
            content = start + len(line.speaker) + len(line.cue) + 2
            text += f"{line.speaker} {line.cue} {line.text}.\n\n"
            source = Span(start, start + len(line.speaker.rstrip(",")))
            cue = Span(start + len(line.speaker) + 1, content - 1)
            said.append((line, Span(content, content + len(line.text)), source, cue))
        else:
            text += f"{line.text}.\n\n"
    return text, said, main


def _tail(line: Line, at: int) -> tuple[str, Span | None, Span | None]:
    """What follows the main matter: who told whom."""
    if not line.cue:
        return "", None, None
    if line.cue == "told":
        source = Span(at + 2, at + 2 + len(line.speaker))
        return f", {line.speaker} told the {line.credit}", source, Span(source.end + 1, source.end + 5)
    if line.cue == "reported":
        source = Span(at + 6, at + 6 + len(line.credit))
        return f", the {line.credit} reported", source, Span(source.end + 1, source.end + 9)
    source = Span(at + 19, at + 19 + len(line.credit))
    return f", according to the {line.credit}", source, Span(at + 2, at + 14)


def _names(text: str, tale: Tale) -> list[Name]:
    found = []
    for person in tale.people:
        for form in (person, person.split()[1]):
            at = text.find(form)
            while at >= 0:
                if not any(n.span.start <= at < n.span.end for n in found):
                    found.append(Name(Span(at, at + len(form)), "person"))
                at = text.find(form, at + len(form))
    for outlet in tale.outlets:
        if outlet in text:
            found.append(Name(Span(text.index(outlet), text.index(outlet) + len(outlet)), "organisation"))
    return found
