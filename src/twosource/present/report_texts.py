"""Reports -> their full text with everything marked that the story takes from it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from markupsafe import Markup

from twosource.model import Place, Report, Span, Statement
from twosource.present import phrases, safe
from twosource.present.index import Index
from twosource.present.lineage_tree import PLACES, PLACES_BIG
from twosource.present.marks import Piece, pieces

# Underline styles that the style sheet tells apart, by form as well as colour.
STYLES = 6


@dataclass(frozen=True)
class Note:
    """Who speaks in an underlined stretch: its number in the report, the speaker, the outlets between."""

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
class ReportText:
    """One report in full."""

    number: int
    outlet: str
    title: str
    byline: str
    dated: str
    url: str | None
    shown_url: str
    files: tuple[str, ...]
    language: str
    letters: tuple[str, ...]
    had_it_from: str
    statements: int
    claims: int
    paragraphs: tuple[Paragraph, ...]
    set_aside: str | None
    tokens: str


def report_texts(index: Index) -> list[ReportText]:
    """Every report that was read, in the story's order; those set aside come last, with the reason."""
    targets = _targets(index)
    order = sorted(index.story.reports, key=lambda r: (r.id in index.aside, index.report_number[r.id]))
    return [_report(index, report, targets.get(report.id, [])) for report in order]


def _targets(index: Index) -> dict[str, list[tuple[Span, str]]]:
    """Report -> the places that other parts of the page link to, with their anchors."""
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)

    def add(place: Place, anchor: str) -> None:
        found[place.report].append((Span(place.start, place.end), anchor))

    most = PLACES_BIG if index.big else PLACES
    for number, edge in enumerate(index.story.lineage, 1):
        for n, place in enumerate(list(dict.fromkeys(edge.evidence))[:most], 1):
            add(place, f"l{number}-{n}")
    for n, conflict in enumerate(index.story.conflicts, 1):
        add(conflict.a, f"k{n}a")
        add(conflict.b, f"k{n}b")
    for n, drift in enumerate(index.story.drift, 1):
        add(drift.a, f"d{n}a")
        add(drift.b, f"d{n}b")
    for n, item in enumerate(index.story.timeline, 1):
        add(Place(item.report, item.start, item.end), f"h{n}")
    return found


def _report(index: Index, report: Report, targets: list[tuple[Span, str]]) -> ReportText:
    statements = index.statements_in.get(report.id, [])
    evidence = index.evidence_in.get(report.id, [])
    edges = [edge for edge in index.lineage_of.get(report.id, ()) if edge.relation != "original"]
    claims = sorted({index.claim_number[claim.id] for claim, _, _ in evidence})
    letters = sorted(
        {index.origin_letter[e.origin] for _, _, e in evidence if e.origin in index.origin_letter},
        key=lambda letter: (len(letter), letter),
    )
    speakers = {index.source_number[s.speaker] for s in statements if s.speaker in index.source_number}
    tokens = [f"u{index.outlet_number.get(index.outlet(report.id), 0)}"]
    tokens += [f"c{n}" for n in claims] + [f"o{letter}" for letter in letters] + [f"s{n}" for n in sorted(speakers)]
    tokens += sorted({f"x{claim.status.replace(' ', '-')}" for claim, _, _ in evidence})
    return ReportText(
        number=index.report_number[report.id],
        outlet=index.outlet(report.id),
        title=index.title(report.id),
        byline=report.byline or "",
        dated=phrases.date(report.published, ""),
        url=safe.link(report.url),
        shown_url=phrases.shortened(report.url or "", 80),
        files=report.paths or ((report.path,) if report.path else ()),
        language=report.language,
        letters=tuple(letters),
        had_it_from=phrases.listed([f"{edge.relation} {index.source_name(edge.from_)}" for edge in edges], 3),
        statements=len(statements),
        claims=len(claims),
        paragraphs=tuple(_paragraphs(index, report, statements, targets)),
        set_aside=index.aside.get(report.id),
        tokens=" ".join(tokens),
    )


def _paragraphs(
    index: Index, report: Report, statements: list[Statement], targets: list[tuple[Span, str]]
) -> list[Paragraph]:
    spans = index.paragraphs(report.id)
    numbers = {s.id: n for n, s in enumerate(statements, 1)}
    style: dict[str | None, int] = {}
    for s in statements:
        style.setdefault(s.speaker, len(style))
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
        html = Markup("").join(
            _piece(index, report.text, piece, by_name, numbers, style, (first, last, n)) for piece in cut
        )
        kinds = {name for piece in cut for name in piece.under}
        whole = {name for name in ("f", "h") if cut and all(name in piece.under for piece in cut)}
        ended = [by_name[name] for name in sorted(kinds & by_name.keys()) if last.get(name) == n and "~" not in name]
        found.append(
            Paragraph(
                html,
                "f" if "f" in whole else "h" if "h" in whole else "",
                tuple(sorted((_note(index, s, numbers[s.id]) for s in ended), key=lambda note: note.number)),
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
    index: Index,
    text: str,
    piece: Piece,
    by_name: dict[str, Statement],
    numbers: dict[str, int],
    style: dict[str | None, int],
    reach: tuple[dict[str, int], dict[str, int], int],
) -> Markup:
    first, last, n = reach
    html = safe.quoted(text[piece.span.start : piece.span.end])
    spoken = [name for name in piece.under if name in by_name]
    if spoken:
        inner = max(spoken, key=lambda name: numbers[by_name[name].id])
        html = Markup('<u class="k{}">{}</u>').format(style[by_name[inner].speaker] % STYLES, html)
    if any(name[0] == "e" for name in piece.under):
        html = Markup("<mark>{}</mark>").format(html)
    if "f" in piece.under:
        html = Markup('<span class="f">{}</span>').format(html)
    anchors = [name for name in piece.starts if name not in by_name and name not in {"f", "h"} and first[name] == n]
    html = Markup("").join(Markup('<i id="{}"></i>').format(name) for name in anchors) + html
    for name in piece.ends:
        if last[name] != n or "~" in name:
            continue
        if name in by_name:
            html += Markup('<sup id="{}">{}</sup>').format(name, numbers[by_name[name].id])
        elif name[0] == "e":
            claim = name[1:].split("-")[0]
            html += Markup('<a class="c" href="#c{0}" title="claim {0}">{0}</a>').format(claim)
    return html


def _note(index: Index, statement: Statement, number: int) -> Note:
    speaker = statement.speaker
    if speaker:
        name = index.source_name(speaker)
    elif statement.source:
        name = index.reports[statement.report].text[statement.source[0] : statement.source[1]]
    else:
        name = "speaker not told"
    return Note(
        number,
        name,
        index.source_number.get(speaker or ""),
        tuple(index.source_name(via) for via in statement.via),
        "" if statement.stance == "asserts" else statement.stance,
    )
