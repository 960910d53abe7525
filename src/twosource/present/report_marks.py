"""A report's text -> paragraphs in which everything is marked that the story takes from them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from markupsafe import Markup

from twosource.model import Report, Span, Statement
from twosource.present import safe
from twosource.present.index import Index
from twosource.present.marks import Piece, pieces

# Underline styles that the style sheet tells apart, by form as well as colour.
STYLES = 6


@dataclass(frozen=True)
class Note:
    """Who speaks in underlined stretches: the speaker's number in the report, the name, the outlets between."""

    number: int
    speaker: str
    source_number: int | None
    via: tuple[str, ...]
    stance: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph's marked text with the notes on it; ``kind`` is ``f`` furniture, ``h`` headline or nothing."""

    html: Markup
    kind: str
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Marking:
    """What all reports' texts are marked by: the index, the anchors that something leads to (``None``: all), and the
    address of the brief that the numbers of claims lead to.
    """

    index: Index
    linked: frozenset[str] | None
    brief: str


def paragraphs(
    marking: Marking, report: Report, statements: list[Statement], targets: list[tuple[Span, str]]
) -> list[Paragraph]:
    """A report's paragraphs: statements, evidence, furniture and headline marked, anchors at ``targets``."""
    index = marking.index
    spans = index.paragraphs(report.id)
    order = {s.id: n for n, s in enumerate(statements)}
    voices: dict[str, int] = {}
    for s in statements:
        voices.setdefault(_voice(report, s), len(voices) + 1)
    voice = {s.id: voices[_voice(report, s)] for s in statements}
    noted: set[tuple[object, ...]] = set()
    marks: list[tuple[Span, str]] = [(Span(*span), "f") for span in report.furniture]
    if report.headline:
        marks.append((Span(*report.headline), "h"))
    marks += targets
    marks += [
        (Span(e.start, e.end), f"e{index.claim_number[c.id]}-{n}") for c, n, e in index.evidence_in.get(report.id, ())
    ]
    last_word = {s.id: max(s.content, key=lambda c: c[1]) for s in statements if s.content}
    by_name: dict[str, Statement] = {}
    for s in statements:
        for span in s.content:
            name = f"t{index.statement_number[s.id]}" + ("" if span == last_word[s.id] else "~")
            by_name[name] = s
            marks.append((Span(*span), name))
    here, first, last = _spread(spans, marks)
    found = []
    for n, span in enumerate(spans):
        cut = pieces(span, here[n])
        drawn = [_piece(marking, report.text, piece, by_name, order, voice, (first, last, n)) for piece in cut]
        # Every piece of the report's text is escaped by _piece; the rest is made of numbers and anchors of ours.
        html = Markup("".join(drawn))  # noqa: S704
        kinds = {name for piece in cut for name in piece.under}
        whole = {name for name in ("f", "h") if cut and all(name in piece.under for piece in cut)}
        ended = [by_name[name] for name in sorted(kinds & by_name.keys()) if last.get(name) == n and "~" not in name]
        found.append(
            Paragraph(
                html,
                "f" if "f" in whole else "h" if "h" in whole else "",
                _notes(index, sorted(ended, key=lambda s: order[s.id]), voice, noted),
            )
        )
    return found


def _spread(
    spans: tuple[Span, ...], marks: list[tuple[Span, str]]
) -> tuple[list[list[tuple[Span, str]]], dict[str, int], dict[str, int]]:
    """Marks by paragraph, and for each mark the first and the last paragraph it reaches into."""
    starts = [span.start for span in spans]
    here: list[list[tuple[Span, str]]] = [[] for _ in spans]
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for span, name in marks:
        n = max(0, bisect_right(starts, span.start) - 1)
        while n < len(spans) and spans[n].start < span.end:
            if spans[n].end > span.start:
                here[n].append((span, name))
                first.setdefault(name, n)
                last[name] = n
            n += 1
    return here, first, last


def _piece(
    marking: Marking,
    text: str,
    piece: Piece,
    by_name: dict[str, Statement],
    order: dict[str, int],
    voice: dict[str, int],
    reach: tuple[dict[str, int], dict[str, int], int],
) -> str:
    first, last, n = reach
    linked = marking.linked
    html = str(safe.quoted(text[piece.span.start : piece.span.end]))
    spoken = [name for name in piece.under if name in by_name]
    if spoken:
        inner = max((by_name[name].id for name in spoken), key=order.__getitem__)
        html = f"<u class=k{(voice[inner] - 1) % STYLES}>{html}</u>"
    anchors = [
        name
        for name in piece.starts
        if name not in by_name
        and name not in {"f", "h"}
        and first[name] == n
        and (linked is None or name[0] != "e" or name in linked)
    ]
    if any(name[0] == "e" for name in piece.under):
        own = next((name for name in anchors if name[0] == "e"), None)
        anchors = [name for name in anchors if name != own]
        html = f"<mark id={own}>{html}</mark>" if own else f"<mark>{html}</mark>"
    if "f" in piece.under:
        html = f'<span class="f">{html}</span>'
    html = "".join(f"<i id={name}></i>" for name in anchors) + html
    for name in piece.ends:
        if last[name] != n or "~" in name:
            continue
        if name in by_name:
            named = f" id={name}" if linked is None or name in linked else ""
            html += f"<sup{named}>{voice[by_name[name].id]}</sup>"
        elif name[0] == "e":
            claim = name[1:].split("-")[0]
            html += f"<a href={marking.brief}#c{claim}>{claim}</a>"
    return html


def _voice(report: Report, statement: Statement) -> str:
    """What makes two statements of a report one speaker's: the source they are resolved to, else the words for it."""
    if statement.speaker:
        return statement.speaker
    return "?" + (report.text[statement.source[0] : statement.source[1]].casefold() if statement.source else "")


def _notes(
    index: Index, ended: list[Statement], voice: dict[str, int], noted: set[tuple[object, ...]]
) -> tuple[Note, ...]:
    """One note for the statements of a paragraph that have speaker, way and stance in common.

    In a big story a note stands only where a speaker first comes in that way; the number says who it is afterwards.
    """
    found: dict[tuple[object, ...], Note] = {}
    for statement in ended:
        if statement.speaker:
            name = index.source_name(statement.speaker)
        elif statement.source:
            name = index.reports[statement.report].text[statement.source[0] : statement.source[1]]
        else:
            name = "speaker not told"
        via = tuple(index.source_name(step) for step in statement.via)
        stance = "" if statement.stance == "asserts" else statement.stance
        key = (voice[statement.id], via, stance)
        if index.big and key in noted:
            continue
        noted.add(key)
        number = index.source_number.get(statement.speaker or "")
        found.setdefault(key, Note(voice[statement.id], name, number, via, stance))
    return tuple(found.values())
