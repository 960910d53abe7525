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


def report_texts(index: Index, linked: frozenset[str] | None = None) -> list[ReportText]:
    """Every report that was read, in the story's order; those set aside come last, with the reason.

    ``linked`` are the anchors of evidence and statements that something leads to; ``None`` gives every one its own.
    """
    targets = _targets(index)
    order = sorted(index.story.reports, key=lambda r: (r.id in index.aside, index.report_number[r.id]))
    return [_report(index, report, targets.get(report.id, []), linked) for report in order]


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


def _report(index: Index, report: Report, targets: list[tuple[Span, str]], linked: frozenset[str] | None) -> ReportText:
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
        paragraphs=tuple(_paragraphs(index, report, statements, targets, linked)),
        set_aside=index.aside.get(report.id),
        tokens=" ".join(tokens),
    )


def _paragraphs(
    index: Index,
    report: Report,
    statements: list[Statement],
    targets: list[tuple[Span, str]],
    linked: frozenset[str] | None,
) -> list[Paragraph]:
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
        drawn = [_piece(report.text, piece, by_name, order, voice, (first, last, n), linked) for piece in cut]
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
    text: str,
    piece: Piece,
    by_name: dict[str, Statement],
    order: dict[str, int],
    voice: dict[str, int],
    reach: tuple[dict[str, int], dict[str, int], int],
    linked: frozenset[str] | None,
) -> str:
    first, last, n = reach
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
            html += f"<a href=#c{claim}>{claim}</a>"
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
