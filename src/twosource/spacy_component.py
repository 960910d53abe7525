"""Who said what, inside a spaCy pipeline: ``nlp.add_pipe("twosource_attribution")``."""

from __future__ import annotations

from typing import Any

import msgspec

from twosource.model import Report, Statement
from twosource.pipeline import read_report
from twosource.settings import Settings

try:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
except ImportError:
    raise ImportError("the spaCy component needs spaCy: pip install 'twosource[spacy]'") from None

NAME = "twosource_attribution"
GROUP = "statements"
# Plain values under this key, so that a Doc can be stored and handed between processes.
_KEY = "twosource.statements"


@Language.factory(NAME, assigns=["doc._.statements", "doc.spans"])
def make(nlp: Language, name: str) -> Attribution:
    """The component; it needs no other one of the pipeline, and its places count in the Doc's own text."""
    del nlp, name
    if not Doc.has_extension(GROUP):
        Doc.set_extension(GROUP, getter=_statements)
    return Attribution()


class Attribution:
    """Doc to the same Doc with its statements.

    ``doc._.statements`` is a tuple of ``twosource.model.Statement`` in text order. ``doc.spans["statements"]`` holds
    their parts, grown to whole tokens: spans labelled ``content``, ``cue`` or ``source`` whose ``id_`` is the
    statement's id.
    """

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, its statements set."""
        report = Report(id="doc", text=doc.text, sha256="")
        found = read_report(report, settings=Settings(), vectors=False).statements
        doc.user_data[_KEY] = msgspec.to_builtins(found)
        doc.spans[GROUP] = [span for statement in found for span in _spans(doc, statement)]
        return doc

    def to_disk(self, path: Any, *, exclude: Any = ()) -> None:
        """Nothing: the model ships with twosource, so a stored pipeline holds only the component's name."""

    def from_disk(self, path: Any, *, exclude: Any = ()) -> Attribution:
        """The component as it is."""
        return self


def _spans(doc: Doc, statement: Statement) -> list[Span]:
    parts = [("content", place) for place in statement.content]
    parts += [(label, place) for label, place in (("cue", statement.cue), ("source", statement.source)) if place]
    spans = []
    for label, (start, end) in parts:
        span = doc.char_span(start, end, label=label, span_id=statement.id, alignment_mode="expand")
        if span is not None:
            spans.append(span)
    return spans


def _statements(doc: Doc) -> tuple[Statement, ...]:
    return msgspec.convert(doc.user_data.get(_KEY, ()), tuple[Statement, ...])
